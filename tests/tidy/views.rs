//! What a view may not write: styles and markup that the page's policy refuses, and addresses that are not routes.

use crate::hold;
use crate::source::{self, Source};

#[test]
fn views_write_no_styles_no_markup_and_no_addresses_by_hand() {
    hold(&source::files_under("src/views").iter().flat_map(check).collect::<Vec<_>>());
}

fn check(file: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    let code = source::code(&file.text);
    if has_attribute(&code, "style") {
        broken
            .push(format!("{} has a style= attribute, which the page's policy refuses: use a class, or style:name=.", file.path));
    }
    if has_attribute(&code, "inner_html") {
        broken.push(format!("{} sets inner_html: text from a bundle must never become markup.", file.path));
    }
    let with_strings = source::code_and_strings(&file.text);
    if ["href=\"#", "\"#/", "href=format!"].iter().any(|written| with_strings.contains(written)) {
        broken.push(format!("{} writes an address by hand: print a Route instead.", file.path));
    }
    broken
}

/// An attribute in a view, not a variable or a part of a longer name.
fn has_attribute(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}=")).any(|(at, found)| {
        let is_assignment = code[at + found.len()..].starts_with(['=', ' ']);
        !is_assignment && code[..at].ends_with(|c: char| c.is_whitespace())
    })
}

#[test]
fn what_views_may_not_write_is_found() {
    let found = |text: &str| check(&Source::new("src/views/a.rs", text)).len();
    assert_eq!(found(r#"view! { <p style="color: red">"a"</p> }"#), 1);
    assert_eq!(found(r#"view! { <p style:width=width data-style="a">"style=b"</p> }"#), 0);
    assert_eq!(found("view! { <p inner_html=text></p> }"), 1);
    assert_eq!(found(r##"view! { <a href="#/risks">"Risks"</a> }"##), 1);
    assert_eq!(found(r##"let to = format!("#/risks/{id}");"##), 1);
    assert_eq!(found(r#"view! { <a href=Route::Overview.to_string()>"Overview"</a> }"#), 0);
}
