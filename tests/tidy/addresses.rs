//! Addresses that may be written down: none of a package registry, none of one machine's folders, and on the network only
//! those that readers need.

use crate::hold;
use crate::source::{self, Source};

/// Written in two parts, so that this file does not find itself.
const FOLDERS: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/tm", "p/"), concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/")];

/// Hosts that may be named, each with its reason.
const HOSTS: &[(&str, &str)] = &[
    ("127.0.0.1", "this machine"),
    ("localhost", "this machine"),
    ("www.w3.org", "the name of SVG's namespace"),
    ("json-schema.org", "the name of the dialect of JSON Schema"),
];

/// Lock files that name where cargo's index is, which cargo itself writes.
const CARGO_INDEX: &str = concat!("registry+https", "://github.com/rust-lang/crates.io-index");

#[test]
fn no_file_names_a_registry_a_machine_or_a_stranger() {
    hold(&source::files_under("").iter().flat_map(check).collect::<Vec<_>>());
}

fn check(file: &Source) -> Vec<String> {
    let text = if file.path.ends_with("Cargo.lock") { file.text.replace(CARGO_INDEX, "") } else { file.text.clone() };
    let folders = FOLDERS
        .iter()
        .filter(|folder| holds_path(&text, folder))
        .map(|folder| format!("{} names {folder}, a folder of one machine.", file.path));
    let hosts = hosts(&text)
        .into_iter()
        .filter(|host| !HOSTS.iter().any(|(known, _)| known == host))
        .map(|host| format!("{} names the host {host}. If readers need it, say why in tests/tidy/addresses.rs.", file.path));
    folders.chain(hosts).collect()
}

/// A path from the root of a machine, not a part of a longer one.
fn holds_path(text: &str, folder: &str) -> bool {
    text.match_indices(folder).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || "._-/~}$)".contains(c)))
}

fn hosts(text: &str) -> Vec<&str> {
    text.split("://")
        .skip(1)
        .zip(text.split("://"))
        .filter(|(_, before)| before.ends_with("http") || before.ends_with("https"))
        .filter_map(|(after, _)| after.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).next())
        .map(|host| host.trim_end_matches('.'))
        .filter(|host| host.contains('.') || *host == "localhost")
        .collect()
}

#[test]
fn a_strange_address_is_found() {
    let found = |text: &str| check(&Source::new("a.md", text)).len();
    assert_eq!(found(concat!("See https", "://registry.example.org/thing.")), 1);
    assert_eq!(found("Served on http://127.0.0.1:8080, xmlns=\"http://www.w3.org/2000/svg\""), 0);
    assert_eq!(found(&format!("cd {}project", FOLDERS[0])), 1);
    assert_eq!(found("target/tmp/a and ./work/b and ${HOME}/work/c"), 0);
    assert_eq!(check(&Source::new("Cargo.lock", &format!("source = \"{CARGO_INDEX}\""))).len(), 0);
    assert_eq!(check(&Source::new("Cargo.lock", concat!("source = \"registry+https", "://mirror.example.com/index\""))).len(), 1);
}
