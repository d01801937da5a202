//! One idea a file: past a certain length a file says why, here.

use crate::hold;
use crate::source::{self, Source};

/// Lines without tests. A view is three paragraphs; a core file holds a thing with its rules.
const VIEW: usize = 200;
const CORE: usize = 340;

/// `(file, lines it may have, why it is one idea all the same)`. An entry that is no longer needed fails too.
const LONGER: &[(&str, usize, &str)] = &[
    ("src/domain/workspace.rs", 360, "the typed whole has two lines and a place for each kind of record"),
    ("src/views/pages/mod.rs", 220, "it is the list of pages, a line for each in its name and its place"),
];

#[test]
fn files_hold_one_idea() {
    let files = source::rust_files();
    let mut broken: Vec<String> = files.iter().filter_map(check).collect();
    for (path, _, _) in LONGER {
        if !files.iter().any(|file| file.path == *path && lines(file) > limit(path)) {
            broken.push(format!("{path} is short enough by now: take it off the list in tests/tidy/lengths.rs."));
        }
    }
    hold(&broken);
}

fn limit(path: &str) -> usize {
    if path.starts_with("src/views/") { VIEW } else { CORE }
}

fn lines(file: &Source) -> usize {
    source::code(&file.text).lines().count()
}

fn check(file: &Source) -> Option<String> {
    if source::is_test_file(&file.path) {
        return None;
    }
    let granted = LONGER.iter().find(|(path, _, _)| *path == file.path).map(|(_, lines, _)| *lines);
    let (lines, most) = (lines(file), granted.unwrap_or_else(|| limit(&file.path)));
    (lines > most).then(|| {
        format!(
            "{} has {lines} lines, {most} are enough: divide it by meaning, or give a reason in tests/tidy/lengths.rs.",
            file.path
        )
    })
}

#[test]
fn a_long_file_is_found_and_its_tests_do_not_count() {
    let long = |path: &str, text: String| check(&Source::new(path, &text)).is_some();
    assert!(long("src/views/pages/a.rs", "let a;\n".repeat(VIEW + 1)));
    assert!(!long("src/domain/a.rs", "let a;\n".repeat(VIEW + 1)));
    assert!(!long("src/domain/a.rs", format!("let a;\n#[cfg(test)]\nmod tests {{\n{}}}\n", "let b;\n".repeat(CORE))));
}
