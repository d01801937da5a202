//! What a row states, by column, and reading it: a text, a choice, a day, a name; what cannot be read is refused in its
//! own column.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::command::Refusal;
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words::{self, typed};

/// What a row states, by the key of its column; empty where a field is to be cleared. Blank cells state nothing, and
/// neither do those that say what stands here already.
pub(super) type Given = BTreeMap<&'static str, String>;

/// Reads what a row states over what a record said before.
pub(super) struct Reading<'g> {
    pub(super) workspace: &'g Workspace,
    given: &'g Given,
    wrong: Vec<Refusal>,
}

impl<'g> Reading<'g> {
    pub(super) fn of(workspace: &'g Workspace, given: &'g Given) -> Self {
        Self { workspace, given, wrong: Vec::new() }
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

    /// Whether the row states any of these columns.
    pub(super) fn states(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.given.contains_key(key))
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
        find: impl FnOnce(&Workspace, &str) -> Result<Subject, String>,
    ) -> Option<Id> {
        let workspace = self.workspace;
        self.read(key, before, |typed| {
            let found = find(workspace, typed)?;
            found.typed().ok_or_else(|| format!("\"{typed}\" is not the name of one."))
        })
    }

    /// A paper, the paragraph and its date. A table with the paper's column alone states both in one, as `S3c 7.2`.
    pub(super) fn source(&mut self, before: Option<Source>) -> Option<Source> {
        if !self.states(&["source", "source-paragraph", "source-dated"]) {
            return before;
        }
        let paper = self.text("source", before.as_ref().map(|source| source.paper.clone()));
        let paragraph = self.text("source-paragraph", before.as_ref().and_then(|source| source.paragraph.clone()));
        let dated = self.day("source-dated", before.and_then(|source| source.dated));
        match paper {
            Some(paper) => Some(Source { paper, paragraph, dated }),
            // Who clears the paper clears all that was said of it.
            None if self.given.get("source").is_some_and(String::is_empty) => None,
            None => {
                self.refuse("source", "Name the paper whose paragraph or date this is.");
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
