//! What the release relies on and no compiler sees: versions that must agree, and the page's own policy.

use crate::hold;
use crate::source;

#[test]
fn trunk_expects_the_wasm_opt_that_npm_installs() {
    let npm = value_after(&source::read("package.json"), "\"binaryen\": \"");
    let trunk = value_after(&source::read("Trunk.toml"), "wasm_opt = \"version_");
    let major = npm.as_deref().and_then(|version| version.split('.').next());
    assert_eq!(trunk.as_deref(), major, "Trunk.toml and package.json name different versions of binaryen.");
}

#[test]
fn no_page_allows_inline_code() {
    let pages = ["index.html", "public/recovery.html"];
    hold(&pages.iter().flat_map(|path| permissive(path, &source::read(path))).collect::<Vec<_>>());
}

fn permissive(path: &str, page: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !page.contains("http-equiv=\"Content-Security-Policy\"") || !page.contains("default-src 'none'") {
        broken.push(format!("{path} has no policy that begins with default-src 'none'."));
    }
    for loose in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", " * ", "onclick=", " style="] {
        if page.contains(loose) {
            broken.push(format!("{path} holds {}, which loosens its policy or breaks on it.", loose.trim()));
        }
    }
    broken
}

fn value_after(text: &str, before: &str) -> Option<String> {
    text.split_once(before)?.1.split('"').next().map(str::to_owned)
}

#[test]
fn a_loose_policy_is_found() {
    let page = |policy: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    assert!(permissive("a.html", &page("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")).is_empty());
    assert_eq!(permissive("a.html", &page("default-src 'none'; style-src 'unsafe-inline'")).len(), 1);
    assert_eq!(permissive("a.html", "<p>No policy</p>").len(), 1);
}
