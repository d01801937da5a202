//! What is being typed in open forms: a preference of this device until it is saved, so that closing the page loses nothing.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::session::{Request, Session};

/// Forms by name, and in each the fields that differ from what the record says.
pub type Drafts = BTreeMap<String, BTreeMap<String, String>>;

impl Session {
    /// What was being typed in a field when the page was closed.
    pub fn draft(&self, form: &str, field: &str) -> Option<String> {
        self.drafts.with_value(|drafts| drafts.get(form)?.get(field).cloned())
    }

    /// The forms whose name begins so, and in which one of these fields was being typed when the page was closed.
    pub fn drafted(&self, prefix: &str, fields: &[&str]) -> Vec<String> {
        let is_typed = |typed: &BTreeMap<String, String>| fields.iter().any(|field| typed.contains_key(*field));
        self.drafts.with_value(|drafts| {
            let forms = drafts.iter().filter(|(form, typed)| form.starts_with(prefix) && is_typed(typed));
            forms.map(|(form, _)| form.clone()).collect()
        })
    }

    /// Keeps what is being typed in a field, or lets it go where it is as the record says.
    pub fn remember_draft(&self, form: &str, field: &str, typed: Option<String>) {
        self.drafts.update_value(|drafts| {
            let fields = drafts.entry(form.to_owned()).or_default();
            match typed {
                Some(typed) => drop(fields.insert(field.to_owned(), typed)),
                None => drop(fields.remove(field)),
            }
            drafts.retain(|_, fields| !fields.is_empty());
        });
        self.request(Request::RememberDrafts);
    }

    /// Lets go of a form's draft.
    pub fn forget_draft(&self, form: &str) {
        self.drafts.update_value(|drafts| drop(drafts.remove(form)));
        self.request(Request::RememberDrafts);
    }

    /// All drafts, to be remembered.
    pub fn drafts(&self) -> Drafts {
        self.drafts.get_value()
    }

    /// The drafts that this device remembered.
    pub fn restore_drafts(&self, drafts: Drafts) {
        self.drafts.set_value(drafts);
    }
}
