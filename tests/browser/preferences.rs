use concordat::log::Author;
use concordat::web::preferences;
use concordat::web::theme::Theme;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Withheld, local_storage};

#[wasm_bindgen_test]
fn are_remembered_under_names_that_the_recovery_page_knows() {
    let author = Author { name: "Clerk to the Board".into(), council: "Wyre Forest".into() };
    preferences::set_author(&author);
    preferences::set_theme(Theme::Dark);
    preferences::set_last_workspace(Some("sample-worcestershire"));
    preferences::set_draft("w", "risk", "half a sent");
    assert_eq!(preferences::author(), Some(author));
    assert_eq!(preferences::theme(), Theme::Dark);
    assert_eq!(preferences::last_workspace().as_deref(), Some("sample-worcestershire"));
    assert_eq!(preferences::draft("w", "risk").as_deref(), Some("half a sent"));
    assert_eq!(local_storage().get_item("concordat.theme").unwrap().as_deref(), Some("\"dark\""));

    preferences::drop_draft("w", "risk");
    preferences::set_last_workspace(None);
    assert_eq!(preferences::draft("w", "risk"), None);
    assert_eq!(preferences::last_workspace(), None);
}

#[wasm_bindgen_test]
fn drafts_go_with_their_workspace() {
    preferences::set_draft("gone", "risk", "one");
    preferences::set_draft("gone", "note", "two");
    preferences::set_draft("gone-not", "note", "three");
    preferences::drop_drafts("gone");
    assert_eq!(preferences::draft("gone", "risk"), None);
    assert_eq!(preferences::draft("gone", "note"), None);
    assert_eq!(preferences::draft("gone-not", "note").as_deref(), Some("three"));
}

#[wasm_bindgen_test]
fn last_as_long_as_the_page_where_storage_is_denied() {
    preferences::set_draft("w", "denied", "before");
    let denied = Withheld::new("localStorage", "throw new DOMException('Access is denied.', 'SecurityError')");
    assert_eq!(preferences::draft("w", "denied"), None);
    preferences::set_draft("w", "denied", "typed");
    let read = preferences::draft("w", "denied");
    preferences::drop_draft("w", "denied");
    let dropped = preferences::draft("w", "denied");
    drop(denied);
    assert_eq!((read.as_deref(), dropped), (Some("typed"), None));
}

#[wasm_bindgen_test]
fn last_as_long_as_the_page_where_storage_is_full() {
    preferences::set_draft("w", "full", "before");
    let full = Misbehaving::new("Storage.prototype", "setItem", "throw new DOMException('No room.', 'QuotaExceededError');");
    preferences::set_draft("w", "full", "after");
    drop(full);
    assert_eq!(preferences::draft("w", "full").as_deref(), Some("after"));
}

#[wasm_bindgen_test]
fn nonsense_in_storage_reads_as_nothing() {
    local_storage().set_item("concordat.author", "{\"name\": 3").unwrap();
    local_storage().set_item("concordat.theme", "\"sepia\"").unwrap();
    assert_eq!(preferences::author(), None);
    assert_eq!(preferences::theme(), Theme::Device);
}
