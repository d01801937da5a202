//! Reading a sheet field by field: a text, a choice, a day, a list; what cannot be read is refused in its own field.

use chrono::NaiveDate;

use crate::domain::command::Refusal;
use crate::domain::money::MoneyId;
use crate::words::typed::line::Sheet;
use crate::words::{self, sentence, typed};

/// What is typed, what it was before, and what cannot be read of it.
pub(super) struct Reading<'t> {
    typed: &'t Sheet,
    as_was: Sheet,
    wrong: Vec<Refusal>,
}

impl<'t> Reading<'t> {
    pub(super) fn of(typed: &'t Sheet, as_was: Sheet) -> Self {
        Self { typed, as_was, wrong: Vec::new() }
    }

    /// Everything that could not be read, if anything.
    pub(super) fn finish(self) -> Result<(), Vec<Refusal>> {
        if self.wrong.is_empty() { Ok(()) } else { Err(self.wrong) }
    }

    pub(super) fn is_refused(&self, field: &str) -> bool {
        self.wrong.iter().any(|refusal| refusal.field == field)
    }

    pub(super) fn refuse(&mut self, field: &'static str, says: &str) {
        self.wrong.push(Refusal::of(field, sentence(says)));
    }

    /// What is typed in a field that the form shows; empty where it is blank.
    pub(super) fn shown(&self, field: &str) -> Option<&str> {
        self.typed.get(field).map(|typed| typed.trim())
    }

    /// Whether nobody has touched a field. Then it stays as it was, even if it names what is not in the workspace.
    pub(super) fn is_untouched(&self, field: &str) -> bool {
        self.typed.get(field).is_none_or(|typed| self.as_was.get(field) == Some(typed))
    }

    pub(super) fn text(&self, field: &str, before: Option<String>) -> Option<String> {
        self.shown(field).map_or(before, |typed| (!typed.is_empty()).then(|| typed.to_owned()))
    }

    pub(super) fn read<T>(
        &mut self,
        field: &'static str,
        before: Option<T>,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        if self.is_untouched(field) {
            return before;
        }
        let typed = self.shown(field).filter(|typed| !typed.is_empty())?;
        match read(typed) {
            Ok(value) => Some(value),
            Err(says) => {
                self.refuse(field, &says);
                None
            }
        }
    }

    pub(super) fn list<T>(
        &mut self,
        field: &'static str,
        before: Option<Vec<T>>,
        read: impl FnOnce(&str) -> Result<Vec<T>, String>,
    ) -> Option<Vec<T>> {
        self.read(field, before, read).filter(|list| !list.is_empty())
    }

    pub(super) fn id(&mut self, field: &'static str, before: Option<MoneyId>) -> Option<MoneyId> {
        self.read(field, before, |typed| {
            MoneyId::try_from(typed.to_owned()).map_err(|_| "Choose a line from the list.".to_owned())
        })
    }

    /// A choice by its key, or by its words as a spreadsheet has them.
    pub(super) fn choice<T: Copy>(
        &mut self,
        field: &'static str,
        before: Option<T>,
        all: &[T],
        key: fn(T) -> &'static str,
        label: fn(T) -> &'static str,
    ) -> Option<T> {
        self.read(field, before, |typed| {
            let found = all.iter().copied().find(|one| key(*one) == typed || label(*one).eq_ignore_ascii_case(typed));
            found.ok_or_else(|| {
                let all = all.iter().map(|one| label(*one));
                format!("\"{typed}\" is none of these: {}.", words::list(all))
            })
        })
    }

    pub(super) fn day(&mut self, field: &'static str, before: Option<NaiveDate>) -> Option<NaiveDate> {
        self.read(field, before, |typed| typed::date(typed).map_err(|error| error.to_string()))
    }
}
