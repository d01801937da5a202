//! Stylesheets: each is linked, sits in the layer of its folder, and takes its colours from tokens.

use crate::hold;
use crate::source::{self, Source};

const FIRST: &str = "style/layers.css";

#[test]
fn every_stylesheet_is_linked_once_and_layers_come_first() {
    hold(&unlinked(&sheets().iter().map(|sheet| sheet.path.as_str()).collect::<Vec<_>>(), &source::read("index.html")));
}

#[test]
fn every_stylesheet_fills_the_layer_of_its_folder() {
    let layers = layers(&source::read(FIRST));
    hold(&sheets().iter().filter(|sheet| sheet.path != FIRST).flat_map(|sheet| misplaced(sheet, &layers)).collect::<Vec<_>>());
}

#[test]
fn only_tokens_name_colours() {
    hold(&sheets().iter().filter(|sheet| !sheet.path.starts_with("style/tokens/")).flat_map(colours).collect::<Vec<_>>());
}

fn sheets() -> Vec<Source> {
    source::files_under("style").into_iter().filter(|file| file.path.ends_with(".css")).collect()
}

fn unlinked(sheets: &[&str], page: &str) -> Vec<String> {
    const MEND: &str = "Run: node scripts/link-styles.mjs";
    let linked: Vec<&str> =
        page.split("<link data-trunk rel=\"css\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut broken = Vec::new();
    for sheet in sheets {
        match linked.iter().filter(|path| *path == sheet).count() {
            1 => {}
            0 => broken.push(format!("index.html does not link {sheet}. {MEND}")),
            _ => broken.push(format!("index.html links {sheet} more than once. {MEND}")),
        }
    }
    broken.extend(
        linked
            .iter()
            .filter(|path| !sheets.contains(path))
            .map(|path| format!("index.html links {path}, which is not there. {MEND}")),
    );
    if linked.first() != Some(&FIRST) {
        broken.push(format!("{FIRST} is not the first stylesheet, so it cannot fix the order of layers. {MEND}"));
    }
    broken
}

fn layers(text: &str) -> Vec<String> {
    let list = text.split("@layer").nth(1).and_then(|rest| rest.split(';').next()).unwrap_or_default();
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

fn misplaced(sheet: &Source, layers: &[String]) -> Vec<String> {
    let css = without_comments(&sheet.text);
    let folder = sheet.path.split('/').nth(1).unwrap_or_default();
    let mut broken = Vec::new();
    if !layers.iter().any(|layer| layer == folder) {
        broken.push(format!("{} is in a folder that {FIRST} does not name.", sheet.path));
    }
    let opening = format!("@layer {folder} {{");
    if css.matches("@layer").count() != 1 || !css.trim_start().starts_with(&opening) || !closes_at_the_end(&css) {
        broken.push(format!("{} is not one `@layer {folder} {{ … }}` from its first line to its last.", sheet.path));
    }
    for (forbidden, instead) in [("!important", "order layers instead"), ("@import", "link it in index.html")] {
        if css.contains(forbidden) {
            broken.push(format!("{} says {forbidden}: {instead}.", sheet.path));
        }
    }
    broken
}

fn closes_at_the_end(css: &str) -> bool {
    let mut depth = 0;
    let mut closed = 0;
    for c in css.trim().chars() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                closed += usize::from(depth == 0);
            }
            _ => {}
        }
    }
    depth == 0 && closed == 1
}

fn colours(sheet: &Source) -> Vec<String> {
    let css = without_comments(&sheet.text);
    declarations(&css)
        .filter(|value| names_a_colour(value))
        .map(|value| format!("{} names a colour ({}): give it a token.", sheet.path, value.trim()))
        .collect()
}

/// What stands after each colon, up to its semicolon; selectors with a colon are told by the brace that follows.
fn declarations(css: &str) -> impl Iterator<Item = &str> {
    css.split([';', '{', '}']).filter_map(|piece| piece.split_once(':').map(|(_, value)| value))
}

fn names_a_colour(value: &str) -> bool {
    const FUNCTIONS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch("];
    const NAMES: [&str; 18] = [
        "white", "black", "red", "green", "blue", "grey", "gray", "silver", "yellow", "orange", "purple", "teal", "navy",
        "maroon", "olive", "gold", "pink", "brown",
    ];
    let lower = value.to_lowercase();
    let hex = lower.match_indices('#').any(|(at, _)| {
        let digits = lower[at + 1..].chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit())
    });
    let function = FUNCTIONS
        .iter()
        .any(|name| lower.match_indices(name).any(|(at, _)| !lower[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-')));
    hex || function || lower.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|word| NAMES.contains(&word))
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, rest)| rest))
}

#[test]
fn a_sheet_that_is_not_linked_is_found() {
    let page =
        |paths: &[&str]| paths.iter().map(|path| format!("<link data-trunk rel=\"css\" href=\"{path}\">\n")).collect::<String>();
    assert!(unlinked(&[FIRST, "style/a/b.css"], &page(&[FIRST, "style/a/b.css"])).is_empty());
    assert_eq!(unlinked(&[FIRST, "style/a/b.css"], &page(&[FIRST])).len(), 1);
    assert_eq!(unlinked(&[FIRST], &page(&[FIRST, "style/gone.css"])).len(), 1);
    assert_eq!(unlinked(&[FIRST, "style/a/b.css"], &page(&["style/a/b.css", FIRST])).len(), 1);
    assert_eq!(unlinked(&[FIRST], &page(&[FIRST, FIRST])).len(), 1);
}

#[test]
fn a_sheet_in_another_layer_is_found() {
    let layers = layers("/* order */ @layer base, parts;");
    let found = |path: &str, text: &str| misplaced(&Source::new(path, text), &layers).len();
    assert_eq!(found("style/parts/a.css", "/* why */\n@layer parts {\n .a { b: c }\n}\n"), 0);
    assert_eq!(found("style/parts/a.css", "@layer base { .a { b: c } }"), 1);
    assert_eq!(found("style/parts/a.css", "@layer parts { .a { b: c } }\n.b { c: d }"), 1);
    assert_eq!(found("style/parts/a.css", ".a { b: c !important }"), 2);
    assert_eq!(found("style/other/a.css", "@layer other { .a { b: c } }"), 1);
}

#[test]
fn a_colour_is_found_and_a_system_colour_is_not() {
    let found = |declaration: &str| !colours(&Source::new("style/parts/a.css", &format!(".a {{ {declaration} }}"))).is_empty();
    for named in
        ["color: #fff", "color: #12345678", "background: rgb(0 0 0 / 50%)", "border: 1px solid white", "fill: oklch(1 0 0)"]
    {
        assert!(found(named), "{named} was not found");
    }
    for fine in
        ["color: var(--colour-text)", "color: CanvasText", "fill: url(#hatch)", "white-space: nowrap", "color: transparent"]
    {
        assert!(!found(fine), "{fine} was taken for a colour");
    }
    assert!(colours(&Source::new("style/parts/a.css", ".a:hover, .b:is(.red-x) { color: inherit } /* #fff */")).is_empty());
}
