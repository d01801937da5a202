//! What the release relies on and no compiler sees: versions that must agree, and the page's own policy.

use crate::hold;
use crate::source;

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

#[test]
fn a_loose_policy_is_found() {
    let page = |policy: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    assert!(permissive("a.html", &page("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")).is_empty());
    assert_eq!(permissive("a.html", &page("default-src 'none'; style-src 'unsafe-inline'")).len(), 1);
    assert_eq!(permissive("a.html", "<p>No policy</p>").len(), 1);
}
