//! Recognising what a text is when it is not a bundle.

use crate::bundle::finding::{Finding, Unreadable};

/// What begins how, what it is called, and what to do instead.
const KINDS: &[(&[&str], &str, &str)] = &[
    (&["PK\u{3}\u{4}", "\u{fffd}\u{fffd}\u{11}\u{fffd}"], "a spreadsheet, a document or a zip archive", CHOOSE),
    (&["%PDF"], "a PDF", CHOOSE),
    (&["<!doctype html", "<html", "<head", "<body"], "a web page (HTML)", CHOOSE),
    (&["<?xml", "<"], "an XML file", CHOOSE),
    (&["{\\rtf"], "a word-processor document", CHOOSE),
    (
        &["\u{1f}\u{8b}", "\u{1f}\u{fffd}"],
        "a compressed file",
        "Unpack it first, or choose the file that ends in .concordat.json.",
    ),
    (&["age-encryption.org/"], "a file locked with a passphrase", "Unlock it first, or ask for one that is not locked."),
    (&["\u{fffd}PNG", "\u{89}PNG", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"], "a picture", CHOOSE),
];

const CHOOSE: &str = "Choose a file that ends in .concordat.json.";

/// Why a text that does not begin like JSON is no bundle.
pub(super) fn not_a_bundle(text: &str) -> Unreadable {
    let begin: String = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().take(40).collect();
    if begin.is_empty() {
        return whole("This file is empty.", "Ask for the file again.");
    }
    let lower = begin.to_ascii_lowercase();
    match KINDS.iter().find(|(begins, ..)| begins.iter().any(|with| begin.starts_with(with) || lower.starts_with(with))) {
        Some((_, what, remedy)) => whole(format!("This is {what}, not a bundle."), remedy),
        None if begin.starts_with('[') => whole("This is JSON, but not a bundle from Concordat.", CHOOSE),
        None if is_table(text) => whole("This is a table of values, not a bundle.", CHOOSE),
        None => whole("This is not a bundle from Concordat.", CHOOSE),
    }
}

/// Why an object without a single change is no bundle.
pub(super) fn other_json(notes: &[Finding]) -> Unreadable {
    match notes.first() {
        Some(Finding::CutOff) => cut_off(),
        Some(Finding::Damaged { line, path, reason }) => Unreadable {
            line: Some(*line),
            path: path.clone(),
            reason: format!("This file cannot be read from line {line} on: {reason}."),
            remedy: "If it is a bundle, ask for it again: it was altered or damaged on the way.".to_owned(),
        },
        _ => whole("This is JSON, but not a bundle from Concordat.", CHOOSE),
    }
}

/// Why a bundle that stops before its first change is of no use.
pub(super) fn cut_off() -> Unreadable {
    whole("This file stops before its first change.", "Ask for the file again: not all of it has arrived.")
}

/// Comma- or tab-separated, as spreadsheets save it: the same number of separators on the first lines, and some.
fn is_table(text: &str) -> bool {
    [',', ';', '\t'].iter().any(|separator| {
        let counts: Vec<_> = text.lines().take(3).map(|line| line.matches(*separator).count()).collect();
        counts.len() > 1 && counts.iter().all(|count| *count > 0 && Some(count) == counts.first())
    })
}

fn whole(reason: impl Into<String>, remedy: &str) -> Unreadable {
    Unreadable { line: None, path: String::new(), reason: reason.into(), remedy: remedy.to_owned() }
}
