//! Which module may use which, as ARCHITECTURE.md has it.

use crate::hold;
use crate::source::{self, Source};

struct Row {
    module: &'static str,
    /// Other modules of the crate, whole.
    may_use: &'static [&'static str],
    /// Another module's names that are needed to speak of its things without knowing how it works.
    may_name: &'static [(&'static str, &'static [&'static str])],
    /// Crates that must not be spoken of.
    must_not_know: &'static [&'static str],
}

const BROWSER: &[&str] = &["gloo_storage", "idb", "js_sys", "leptos", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"];
/// Leptos is what the session and the views are written in; the browser behind it is not theirs.
const BROWSER_BUT_LEPTOS: &[&str] = &["gloo_storage", "idb", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"];
const IDS: (&str, &[&str]) = ("log", &["id", "ChangeId", "RecordId"]);
/// What a view shows of a change: whose it is, when, and on what.
const SHOWN_OF_A_CHANGE: (&str, &[&str]) = ("log", &["id", "ChangeId", "RecordId", "Author", "Moment", "WITHDRAWN"]);

/// It is typed on a page, and goes by a request to where files are locked.
const PASSPHRASE: (&str, &[&str]) = ("workshop", &["NotChosen", "Passphrase"]);

/// What knows nothing of Concordat and may be used by all.
const EVERYONES: &[&str] = &["order", "remark", "shed"];

const TABLE: &[Row] = &[
    Row { module: "order", may_use: &[], may_name: &[], must_not_know: BROWSER },
    Row { module: "remark", may_use: &[], may_name: &[], must_not_know: BROWSER },
    Row { module: "shed", may_use: &[], may_name: &[], must_not_know: BROWSER },
    Row { module: "domain", may_use: &[], may_name: &[], must_not_know: BROWSER },
    Row { module: "log", may_use: &[], may_name: &[], must_not_know: BROWSER },
    // Its sentences are words; words knows nothing of it.
    Row { module: "analysis", may_use: &["domain", "words"], may_name: &[IDS], must_not_know: BROWSER },
    Row { module: "chart", may_use: &[], may_name: &[], must_not_know: BROWSER },
    Row { module: "words", may_use: &["domain"], may_name: &[], must_not_know: BROWSER },
    // Knows nothing of logs: what comes in becomes a command.
    Row { module: "sheets", may_use: &["domain", "words"], may_name: &[], must_not_know: BROWSER },
    Row { module: "route", may_use: &["domain"], may_name: &[IDS], must_not_know: BROWSER },
    // Its previews are said in words; words knows nothing of it.
    Row { module: "bundle", may_use: &["domain", "log", "words"], may_name: &[], must_not_know: BROWSER },
    Row { module: "trail", may_use: &["domain", "log", "bundle", "words"], may_name: &[], must_not_know: BROWSER },
    Row { module: "handing", may_use: &["domain", "log", "bundle", "words"], may_name: &[], must_not_know: BROWSER },
    Row {
        module: "session",
        may_use: &["domain", "log", "analysis", "bundle", "handing", "sheets", "trail", "words"],
        // A request to go somewhere says where.
        may_name: &[("route", &["AsAt", "Route"]), PASSPHRASE],
        must_not_know: BROWSER_BUT_LEPTOS,
    },
    Row {
        module: "views",
        may_use: &["analysis", "bundle", "chart", "domain", "handing", "route", "session", "sheets", "trail", "words"],
        may_name: &[SHOWN_OF_A_CHANGE, PASSPHRASE],
        must_not_know: BROWSER_BUT_LEPTOS,
    },
    // A program of its own is made of it alone; scripts/build-workshop.mjs says of what.
    Row { module: "workshop", may_use: &["sheets"], may_name: &[], must_not_know: BROWSER },
    Row { module: "web", may_use: &["bundle", "log", "route", "session", "workshop"], may_name: &[], must_not_know: &[] },
];

/// A file that goes over its module's line: `(file, what it uses, why)`. An entry that is no longer needed fails too.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

#[test]
fn modules_use_only_what_the_architecture_lets_them() {
    let mut broken = Vec::new();
    let mut used = Vec::new();
    for file in source::rust_files() {
        for (what, sentence) in check(&file) {
            match EXCEPTIONS.iter().position(|(path, excepted, _)| *path == file.path && *excepted == what) {
                Some(at) => used.push(at),
                None => broken.push(sentence),
            }
        }
    }
    for (at, (path, what, _)) in EXCEPTIONS.iter().enumerate() {
        if !used.contains(&at) {
            broken.push(format!("{path} no longer uses {what}: take its exception out of tests/tidy/modules.rs."));
        }
    }
    hold(&broken);
}

/// What a file uses that its module may not, each with its sentence.
fn check(file: &Source) -> Vec<(String, String)> {
    let Some(row) = module_of(&file.path).and_then(|module| TABLE.iter().find(|row| row.module == module)) else {
        return Vec::new();
    };
    if source::is_test_file(&file.path) {
        return Vec::new();
    }
    let code = source::code(&file.text);
    let modules = paths_in_crate(&code).into_iter().filter(|path| !may(row, path)).map(|path| {
        let sentence = format!("{} uses crate::{}, which {} may not know.", file.path, path.join("::"), row.module);
        (path.join("::"), sentence)
    });
    let crates = row.must_not_know.iter().filter(|name| names(&code, name)).map(|name| {
        let sentence =
            format!("{} speaks of {name}, which {} may not know: ask by a Request, or do it in web.", file.path, row.module);
        ((*name).to_owned(), sentence)
    });
    modules.chain(crates).collect()
}

/// The top module that a file belongs to; none for the roots and the shell, which may use everything.
fn module_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix("src/")?.split('/').next()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (!["main", "lib", "shell", "bin"].contains(&name)).then_some(name)
}

fn may(row: &Row, path: &[String]) -> bool {
    let Some(module) = path.first() else { return true };
    module == row.module
        || EVERYONES.contains(&module.as_str())
        || row.may_use.contains(&module.as_str())
        || row.may_name.iter().any(|(of, names)| of == module && path.get(1).is_some_and(|name| names.contains(&name.as_str())))
}

/// Every path that begins with `crate::`, with groups in braces written out.
fn paths_in_crate(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("crate::") {
        let is_whole_word = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
        rest = &rest[at + "crate::".len()..];
        if is_whole_word {
            expand(rest, &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Reads one path or group from the start of the text and answers how much of the text that was.
fn expand(text: &str, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let depth = before.len();
    let mut at = 0;
    loop {
        at += blanks(&text[at..]);
        if text[at..].starts_with('{') {
            at += 1;
            while !text[at..].is_empty() && !text[at..].starts_with('}') {
                at += expand(&text[at..], before, found);
                at += blanks(&text[at..]);
                at += usize::from(text[at..].starts_with(','));
                at += blanks(&text[at..]);
            }
            at += usize::from(text[at..].starts_with('}'));
            break;
        }
        let name: String = text[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '*').collect();
        if name.is_empty() {
            // Not a path: step over it, or a group that is not one would never end.
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            break;
        }
        at += name.len();
        before.push(name);
        if !text[at..].starts_with("::") {
            found.push(before.clone());
            let renamed = text[at..]
                .strip_prefix(" as ")
                .map_or(0, |rest| " as ".len() + rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').count());
            at += renamed;
            break;
        }
        at += 2;
    }
    before.truncate(depth);
    at
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn names(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

#[test]
fn groups_are_written_out() {
    let code = "use crate::log::{Author, id::{ChangeId, RecordId as R}};\nlet x = crate::words::money::short(1);\nmycrate::a::b;";
    let paths: Vec<String> = paths_in_crate(code).iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["log::Author", "log::id::ChangeId", "log::id::RecordId", "words::money::short"]);
}

#[test]
fn a_step_over_the_line_is_found() {
    let found = |path: &str, text: &str| check(&Source::new(path, text)).len();
    assert_eq!(found("src/domain/risk.rs", "use crate::log::Change;"), 1);
    assert_eq!(found("src/domain/risk.rs", "use crate::domain::level::Level;"), 0);
    assert_eq!(found("src/domain/risk.rs", "// crate::log is not for us\nconst A: &str = \"crate::log\";"), 0);
    assert_eq!(found("src/chart/bars.rs", "fn f(a: crate::domain::pence::Pence) {}"), 1);
    assert_eq!(found("src/route/mod.rs", "use crate::log::{ChangeId, Fold};"), 1);
    assert_eq!(found("src/views/frame.rs", "use crate::{session, web};"), 1);
    assert_eq!(found("src/views/frame.rs", "use leptos::prelude::*; let w: web_sys::Window;"), 1);
    assert_eq!(found("src/session/mod.rs", "let my_web_sys = 1;"), 0);
    assert_eq!(found("src/words/tests.rs", "use crate::log::Change;"), 0);
    assert_eq!(found("src/shell.rs", "use crate::web::shelf; use crate::views::frame;"), 0);
}

#[test]
fn every_module_of_the_crate_stands_in_the_table() {
    let lib = source::code(&source::read("src/lib.rs"));
    let broken: Vec<String> = lib
        .lines()
        .filter_map(|line| line.trim().trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .filter(|module| *module != "shell" && !TABLE.iter().any(|row| row.module == *module))
        .map(|module| format!("The module {module} has no row in the table of tests/tidy/modules.rs: say what it may use."))
        .collect();
    hold(&broken);
}
