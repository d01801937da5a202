//! `localStorage` through gloo-storage, asked first whether it may be touched: that crate panics where it may not.

use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::order::InOrder;
use crate::web::page;

/// Everything of ours begins with this, and the recovery page looks for it.
pub(super) const PREFIX: &str = "concordat.";

/// Why a text was not put into local storage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocalStorageError {
    /// Private windows and strict settings.
    #[error("This browser does not let Concordat use its local storage.")]
    Denied,
    /// The quota is reached, or anything else that the browser says.
    #[error("This browser did not take this into its local storage ({0}).")]
    Refused(String),
}

pub(super) fn is_allowed() -> bool {
    page::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

pub(super) fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    is_allowed().then(|| LocalStorage::get(key(name)).ok())?
}

/// The text as it stands.
pub(super) fn raw(name: &str) -> Option<String> {
    is_allowed().then(|| LocalStorage::raw().get_item(&key(name)).ok().flatten())?
}

pub(super) fn set(name: &str, value: &impl Serialize) -> Result<(), LocalStorageError> {
    if !is_allowed() {
        return Err(LocalStorageError::Denied);
    }
    LocalStorage::set(key(name), value).map_err(|error| LocalStorageError::Refused(error.to_string()))
}

pub(super) fn delete(name: &str) {
    if is_allowed() {
        LocalStorage::delete(key(name));
    }
}

/// The names, without our prefix, that begin with a text; sorted.
pub(super) fn names(beginning: &str) -> Vec<String> {
    if !is_allowed() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let count = storage.length().unwrap_or(0);
    let all = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    let ours = all.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned));
    let mut names: Vec<_> = ours.filter(|name| name.starts_with(beginning)).collect();
    names.order_by(Ord::cmp);
    names
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}
