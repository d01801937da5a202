//! How a commitment stands, in words.

use crate::domain::commitment::Stands;
use crate::words::date;

/// `Under way, since 1 April 2007: the first three teams meet`.
pub fn stands(stands: &Stands) -> String {
    let since = stands.since.map(|since| format!(", since {}", date::long(since))).unwrap_or_default();
    let note = stands.note.as_ref().filter(|note| !note.trim().is_empty()).map(|note| format!(": {note}")).unwrap_or_default();
    format!("{}{since}{note}", stands.progress.label())
}
