//! What would end a person's page, and clocks that the core must not read. Clippy denies these too; this also sees code
//! that clippy does not build here.

use crate::hold;
use crate::source::{self, Source};

const FORBIDDEN: &[(&str, &str)] = &[
    (".unwrap()", "say what happens otherwise"),
    (".expect(", "say what happens otherwise, or use unreachable! with its reason"),
    ("panic!(", "return an error that reads as a sentence"),
    ("todo!(", "finish it or leave it out"),
    ("unimplemented!(", "finish it or leave it out"),
    ("dbg!(", "take it out"),
    ("println!(", "the page has no terminal"),
];

/// Time comes into the core as an argument, from `web` alone.
const CLOCKS: &[&str] = &["Utc::now", "Local::now", "SystemTime::now", "Instant::now", "Date::now", "Date::new_0"];

#[test]
fn nothing_ends_the_page_and_only_the_browser_reads_the_clock() {
    hold(&source::rust_files().iter().flat_map(check).collect::<Vec<_>>());
}

fn check(file: &Source) -> Vec<String> {
    if source::is_test_file(&file.path) {
        return Vec::new();
    }
    let code = source::code(&file.text);
    // A program that writes files for the release runs on a developer's machine, where stopping is the right answer.
    let is_program = file.path.starts_with("src/bin/");
    let forbidden = FORBIDDEN
        .iter()
        .filter(|(call, _)| !is_program && code.contains(call))
        .map(|(call, instead)| format!("{} calls {call}: {instead}.", file.path));
    let clocks = CLOCKS
        .iter()
        .filter(|clock| code.contains(*clock) && !file.path.starts_with("src/web/"))
        .map(|clock| format!("{} reads {clock}: only src/web may; take the time as an argument.", file.path));
    forbidden.chain(clocks).collect()
}

#[test]
fn a_call_is_found_in_code_and_nowhere_else() {
    let found = |path: &str, text: &str| check(&Source::new(path, text)).len();
    assert_eq!(found("src/domain/a.rs", "let a = b.unwrap();"), 1);
    assert_eq!(found("src/domain/a.rs", "let a = b.unwrap_or(1); // never .unwrap()"), 0);
    assert_eq!(found("src/domain/a.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n a.unwrap();\n}"), 0);
    assert_eq!(found("src/log/a.rs", "let now = chrono::Utc::now();"), 1);
    assert_eq!(found("src/web/clock.rs", "js_sys::Date::now()"), 0);
}
