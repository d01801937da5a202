//! What belongs to the person and not to the work: theme, name, the workspace last open, text being typed.
//!
//! Where local storage is denied, these last as long as the page is open.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::log::Author;
use crate::web::local_storage;
use crate::web::theme::Theme;

thread_local! {
    static UNTIL_THE_PAGE_CLOSES: RefCell<BTreeMap<String, Value>> = const { RefCell::new(BTreeMap::new()) };
}

/// Light, dark, or as the device has it.
pub fn theme() -> Theme {
    read::<String>("theme").and_then(|text| Theme::parse(&text)).unwrap_or_default()
}

/// Remembers the theme.
pub fn set_theme(theme: Theme) {
    write("theme", &theme.as_str());
}

/// Who is at this device, if they have said so.
pub fn author() -> Option<Author> {
    read("author")
}

/// Remembers who is at this device.
pub fn set_author(author: &Author) {
    write("author", author);
}

/// The id, without its kind, of the workspace that was last open.
pub fn last_workspace() -> Option<String> {
    read("last-workspace")
}

/// Remembers the workspace that is open, or that none is.
pub fn set_last_workspace(ws: Option<&str>) {
    match ws {
        Some(ws) => write("last-workspace", &ws),
        None => forget("last-workspace"),
    }
}

/// The text that was being typed into a form of a workspace.
pub fn draft(ws: &str, form: &str) -> Option<String> {
    read(&draft_name(ws, form))
}

/// Remembers what is being typed into a form.
pub fn set_draft(ws: &str, form: &str, text: &str) {
    write(&draft_name(ws, form), &text);
}

/// Forgets what was being typed, because it was submitted or given up.
pub fn drop_draft(ws: &str, form: &str) {
    forget(&draft_name(ws, form));
}

/// Forgets everything that was being typed into forms of a workspace, because it is being removed.
pub fn drop_drafts(ws: &str) {
    let beginning = format!("draft.{ws}.");
    for name in local_storage::names(&beginning) {
        forget(&name);
    }
    UNTIL_THE_PAGE_CLOSES.with_borrow_mut(|held| held.retain(|name, _| !name.starts_with(&beginning)));
}

/// Any other preference, by name.
pub fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
    let held = UNTIL_THE_PAGE_CLOSES.with_borrow(|held| held.get(name).cloned());
    match held {
        Some(value) => serde_json::from_value(value).ok(),
        None => local_storage::get(name),
    }
}

/// Remembers any other preference.
pub fn write(name: &str, value: &impl Serialize) {
    let outcome = local_storage::set(name, value);
    UNTIL_THE_PAGE_CLOSES.with_borrow_mut(|held| match (outcome, serde_json::to_value(value)) {
        (Err(_), Ok(value)) => drop(held.insert(name.to_owned(), value)),
        _ => drop(held.remove(name)),
    });
}

/// Forgets a preference.
pub fn forget(name: &str) {
    local_storage::delete(name);
    UNTIL_THE_PAGE_CLOSES.with_borrow_mut(|held| held.remove(name));
}

fn draft_name(ws: &str, form: &str) -> String {
    format!("draft.{ws}.{form}")
}
