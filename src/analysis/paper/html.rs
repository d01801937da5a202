//! A paper as one HTML file that needs nothing else: no program, no network, headings and tables that a screen reader finds.

use crate::analysis::paper::{Piece, Table};

/// What stands on the front of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// What it is called.
    pub title: String,
    /// Whose work it is.
    pub workspace: String,
    /// Further lines, such as the day as at which it was made and its code.
    pub facts: Vec<(String, String)>,
}

const STYLE: &str = "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#111;background:#fff}\
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}\
th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eee}\
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.2rem 1rem}dt{font-weight:bold}dd{margin:0;white-space:pre-line}\
p{white-space:pre-line}.box{overflow-x:auto}a{color:#003d7a}:focus-visible{outline:3px solid #003d7a;outline-offset:2px}\
@media print{section{break-before:page}thead{display:table-header-group}tr{break-inside:avoid}}";

/// The whole file.
pub fn html(front: &Front, pieces: &[Piece]) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str(&format!("<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n", safe(&front.title)));
    out.push_str(&format!("<header>\n<h1>{}</h1>\n<p>{}</p>\n", safe(&front.title), safe(&front.workspace)));
    facts(&front.facts, &mut out);
    out.push_str("</header>\n");
    let parts: Vec<&String> =
        pieces.iter().filter_map(|piece| if let Piece::Part(name) = piece { Some(name) } else { None }).collect();
    if parts.len() > 1 {
        out.push_str("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
        for (number, name) in parts.iter().enumerate() {
            out.push_str(&format!("<li><a href=\"#part-{}\">{}</a></li>\n", number + 1, safe(name)));
        }
        out.push_str("</ol>\n</nav>\n");
    }
    out.push_str("<main>\n");
    let mut number = 0;
    for piece in pieces {
        match piece {
            Piece::Part(name) => {
                number += 1;
                let end = if number > 1 { "</section>\n" } else { "" };
                let head =
                    format!("{end}<section aria-labelledby=\"part-{number}\">\n<h2 id=\"part-{number}\">{}</h2>\n", safe(name));
                out.push_str(&head);
            }
            Piece::Head(text) => out.push_str(&format!("<h3>{}</h3>\n", safe(text))),
            Piece::Under(text) => out.push_str(&format!("<h4>{}</h4>\n", safe(text))),
            Piece::Text(text) => out.push_str(&format!("<p>{}</p>\n", safe(text))),
            Piece::Facts(all) => facts(all, &mut out),
            Piece::Table(all) => table(all, &mut out),
        }
    }
    out.push_str(if number > 0 { "</section>\n</main>\n" } else { "</main>\n" });
    out.push_str("</body>\n</html>\n");
    out
}

fn facts(all: &[(String, String)], out: &mut String) {
    if all.is_empty() {
        return;
    }
    out.push_str("<dl>\n");
    for (name, says) in all {
        out.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", safe(name), safe(says)));
    }
    out.push_str("</dl>\n");
}

fn table(table: &Table, out: &mut String) {
    let caption = safe(&table.caption);
    out.push_str(&format!("<div class=\"box\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table>\n<caption>{caption}</caption>\n<thead><tr>"));
    for (head, _) in &table.columns {
        out.push_str(&format!("<th scope=\"col\">{}</th>", safe(head)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (place, cell) in row.iter().enumerate() {
            let cell = safe(cell);
            out.push_str(&if place == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// Text as text: whatever was typed, it never becomes markup.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What no HTML may hold is left out.
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tags(html: &str) -> usize {
        html.matches('<').count()
    }

    proptest! {
        #[test]
        fn what_is_typed_never_becomes_markup(typed in ".{0,60}") {
            let of = |text: &str| {
                let pieces = [
                    Piece::Part(text.to_owned()),
                    Piece::Text(text.to_owned()),
                    Piece::Facts(vec![(text.to_owned(), text.to_owned())]),
                    Piece::Table(Table::new(text, &[(text, 100)], vec![vec![text.to_owned()]])),
                ];
                html(&Front { title: text.to_owned(), workspace: text.to_owned(), facts: Vec::new() }, &pieces)
            };
            prop_assert_eq!(tags(&of(&typed)), tags(&of("plain")));
            prop_assert_eq!(of(&typed).matches('"').count(), of("plain").matches('"').count());
        }
    }
}
