//! What a row states, by column, and reading it: a text, a choice, a day, a name; what cannot be read is refused in its
//! own column.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::partner::PartnerId;
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words::{self, typed};

/// What a row states. Blank cells state nothing, and neither do those that say what stands here already.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// By the key of its column; empty where a field is to be cleared.
    pub(super) cells: BTreeMap<&'static str, String>,
    /// The shares of a split, where each partner's stands in a column of its own.
    pub(super) shares: Vec<Share>,
}

/// A partner's share as a row states it.
#[derive(Debug)]
pub(super) struct Share {
    /// Whose it is.
    pub(super) partner: PartnerId,
    /// What stands there; empty where the partner is to have none.
    pub(super) typed: String,
    /// Its column: `Column P (Share of Redditch)`.
    pub(super) place: String,
}

impl Given {
    /// What a column says; empty where its field is to be cleared.
    pub(super) fn get(&self, key: &str) -> Option<&String> {
        self.cells.get(key)
    }

    /// Whether the row says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.shares.is_empty()
    }

    /// Leaves out what would clear a field: of a new record there is nothing to clear.
    pub(super) fn keep_what_is_stated(&mut self) {
        self.cells.retain(|_, text| !text.is_empty());
        self.shares.retain(|share| !share.typed.is_empty());
    }
}

/// Reads what a row states over what a record said before.
pub(super) struct Reading<'g> {
    pub(super) workspace: &'g Workspace,
    called: &'g Called,
    given: &'g Given,
    wrong: Vec<Refusal>,
}

impl<'g> Reading<'g> {
    pub(super) fn of(workspace: &'g Workspace, called: &'g Called, given: &'g Given) -> Self {
        Self { workspace, called, given, wrong: Vec::new() }
    }

    pub(super) fn finish(self) -> Result<(), Vec<Refusal>> {
        if self.wrong.is_empty() { Ok(()) } else { Err(self.wrong) }
    }

    /// Refuses what a column says; what could not be read is not said to be missing as well.
    pub(super) fn refuse(&mut self, key: &'static str, says: impl Into<String>) {
        if self.wrong.iter().all(|refusal| refusal.field != key) {
            self.wrong.push(Refusal::of(key, words::sentence(&says.into())));
        }
    }

    /// Refuses what stands in a column that has no key of its own.
    pub(super) fn refuse_at(&mut self, place: &str, says: &str) {
        self.wrong.push(Refusal::of("", format!("{place}: {}", words::sentence(says))));
    }

    /// Whether anything was refused so far.
    pub(super) fn has_refused(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// Whether the row states any of these columns.
    pub(super) fn states(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.given.cells.contains_key(key))
    }

    /// What the row states; `before` where it states nothing, none where it clears the field.
    pub(super) fn read<T>(
        &mut self,
        key: &'static str,
        before: Option<T>,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let Some(typed) = self.given.get(key) else { return before };
        if typed.is_empty() {
            return None;
        }
        match read(typed) {
            Ok(value) => Some(value),
            Err(says) => {
                self.refuse(key, says);
                None
            }
        }
    }

    pub(super) fn text(&mut self, key: &'static str, before: Option<String>) -> Option<String> {
        self.read(key, before, |typed| Ok(typed.to_owned()))
    }

    pub(super) fn day(&mut self, key: &'static str, before: Option<NaiveDate>) -> Option<NaiveDate> {
        self.read(key, before, |typed| typed::date(typed).map_err(|error| error.to_string()))
    }

    /// A choice by its words or its key.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        before: Option<T>,
        all: &[T],
        names: fn(T) -> (&'static str, &'static str),
    ) -> Option<T> {
        self.read(key, before, |typed| chosen(typed, all, names))
    }

    /// One record of a kind, by its Id, its code or reference, or its name.
    pub(super) fn one<Id: TryFrom<String>>(
        &mut self,
        key: &'static str,
        before: Option<Id>,
        find: impl FnOnce(&Workspace, &Called, &str) -> Result<Subject, String>,
    ) -> Option<Id> {
        let (workspace, called) = (self.workspace, self.called);
        self.read(key, before, |typed| {
            let found = find(workspace, called, typed)?;
            found.typed().ok_or_else(|| format!("\"{typed}\" is not the name of one."))
        })
    }

    /// Several records, by their names.
    pub(super) fn several<Id>(
        &mut self,
        key: &'static str,
        before: Option<Vec<Id>>,
        find: impl FnOnce(&Workspace, &Called, &str) -> Result<Vec<Id>, String>,
    ) -> Option<Vec<Id>> {
        let (workspace, called) = (self.workspace, self.called);
        self.read(key, before, |typed| find(workspace, called, typed)).filter(|list| !list.is_empty())
    }

    /// Whether the row clears this column's field.
    pub(super) fn clears(&self, key: &str) -> bool {
        self.given.get(key).is_some_and(String::is_empty)
    }

    /// A paper, the paragraph and its date, by the keys of their columns.
    pub(super) fn source(&mut self, [paper, paragraph, dated]: [&'static str; 3], before: Option<Source>) -> Option<Source> {
        if !self.states(&[paper, paragraph, dated]) {
            return before;
        }
        let named = self.text(paper, before.as_ref().map(|source| source.paper.clone()));
        let place = self.text(paragraph, before.as_ref().and_then(|source| source.paragraph.clone()));
        let day = self.day(dated, before.and_then(|source| source.dated));
        match named {
            Some(paper) => Some(Source { paper, paragraph: place, dated: day }),
            // Who clears the paper clears all that was said of it.
            None if self.clears(paper) => None,
            None => {
                self.refuse(paper, "Name the paper whose paragraph or date this is.");
                None
            }
        }
    }
}

/// The choice that a text names.
pub(super) fn chosen<T: Copy>(typed: &str, all: &[T], names: fn(T) -> (&'static str, &'static str)) -> Result<T, String> {
    let is_meant = |one: &T| {
        let (key, label) = names(*one);
        key.eq_ignore_ascii_case(typed) || label.eq_ignore_ascii_case(typed)
    };
    all.iter().copied().find(is_meant).ok_or_else(|| {
        let labels = all.iter().map(|one| names(*one).1);
        format!("\"{typed}\" is none of these: {}.", words::list(labels))
    })
}

/// `names` of a closed list of choices.
macro_rules! named {
    ($choice:ty) => {
        |one: $choice| (one.key(), one.label())
    };
}
pub(super) use named;
