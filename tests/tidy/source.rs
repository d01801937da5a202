//! Files of the repository, and Rust text without what is not code.

use std::fs;
use std::path::Path;

/// One file: its path from the root of the repository with `/` between the parts, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// What git is told to ignore, and git itself.
const NOT_OURS: [&str; 8] = [".git", ".tools", "dist", "node_modules", "out", "target", "test-results", "artifacts"];

/// Every text file under a folder, in the order of their paths.
pub fn files_under(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

pub fn rust_files() -> Vec<Source> {
    files_under("src").into_iter().filter(|file| file.path.ends_with(".rs")).collect()
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if NOT_OURS.iter().any(|ignored| name == *ignored) {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            let path = path.strip_prefix(root()).expect("under the root").to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// Whether a file holds nothing but tests.
pub fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("tests/")
}

/// The code alone: no comments, nothing inside quotes, none of the tests at the end. Lines stay where they are.
pub fn code(text: &str) -> String {
    without_tests(&strip(text, true))
}

/// The code with what is inside quotes, without comments and tests.
pub fn code_and_strings(text: &str) -> String {
    // Where the tests begin is looked for in the code alone: a quote may hold anything.
    let lines = code(text).lines().count();
    strip(text, false).lines().take(lines).collect::<Vec<_>>().join("\n")
}

/// Tests stand at the end of a file, so everything from their attribute on is theirs.
fn without_tests(code: &str) -> String {
    let lines: Vec<&str> = code.lines().collect();
    let begin = lines.windows(2).position(|pair| {
        pair[0].trim() == "#[cfg(test)]" && pair[1].trim_start().starts_with("mod ") && pair[1].trim_end().ends_with('{')
    });
    lines[..begin.unwrap_or(lines.len())].join("\n")
}

fn strip(text: &str, with_strings: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => line_end(&chars, at),
            ('/', Some('*')) => comment_end(&chars, at),
            ('"', _) => string_end(&chars, at),
            ('r', _) if raw_hashes(&chars, at).is_some() => raw_end(&chars, at),
            ('\'', _) if char_end(&chars, at).is_some() => char_end(&chars, at).unwrap_or(at),
            _ => {
                kept.push(chars[at]);
                at += 1;
                continue;
            }
        };
        let piece = &chars[at..end];
        let is_comment = chars[at] == '/';
        match (is_comment, with_strings) {
            (false, false) => kept.extend(piece),
            (false, true) => {
                kept.push('"');
                kept.extend(piece.iter().filter(|c| **c == '\n'));
                kept.push('"');
            }
            (true, _) => kept.extend(piece.iter().filter(|c| **c == '\n')),
        }
        at = end;
    }
    kept
}

fn line_end(chars: &[char], from: usize) -> usize {
    chars[from..].iter().position(|c| *c == '\n').map_or(chars.len(), |length| from + length)
}

fn comment_end(chars: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut at = from;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string_end(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn raw_hashes(chars: &[char], from: usize) -> Option<usize> {
    let follows_a_name = from > 0 && (chars[from - 1].is_alphanumeric() || chars[from - 1] == '_') && chars[from - 1] != 'b';
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    (!follows_a_name && chars.get(from + 1 + hashes) == Some(&'"')).then_some(hashes)
}

fn raw_end(chars: &[char], from: usize) -> usize {
    let hashes = raw_hashes(chars, from).unwrap_or(0);
    let mut at = from + hashes + 2;
    while at < chars.len() {
        if chars[at] == '"' && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes {
            return at + 1 + hashes;
        }
        at += 1;
    }
    at
}

/// A character in quotes, not a lifetime.
fn char_end(chars: &[char], from: usize) -> Option<usize> {
    match (chars.get(from + 1)?, chars.get(from + 2)?) {
        ('\\', _) => chars[from + 2..].iter().skip(1).position(|c| *c == '\'').map(|length| from + 4 + length),
        (_, '\'') => Some(from + 3),
        _ => None,
    }
}

#[test]
fn comments_quotes_and_tests_are_not_code() {
    let text = "use a; // use b;\nlet c = \"use d\"; /* use /* e */ f */ let g = 'h'; let i: &'j str = r#\"k\"l\"#;\n#[cfg(test)]\nmod tests {\n use m;\n}\n";
    let code = code(text);
    for kept in ["use a;", "let c = \"\"", "let g = \"\"", "&'j str"] {
        assert!(code.contains(kept), "{kept} is missing from {code}");
    }
    for gone in ["use b", "use d", "e */", "k", "use m", "tests"] {
        assert!(!code.contains(gone), "{gone} is still in {code}");
    }
    assert!(code_and_strings(text).contains("\"use d\""));
    assert!(!code_and_strings(text).contains("use m"));
}

#[test]
fn an_escaped_quote_does_not_end_a_string() {
    assert_eq!(code(r#"f("a\"b", '\'', '\\') + c"#), r#"f("", "", "") + c"#);
}
