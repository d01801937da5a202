//! A row of figures while it is typed: its form, what is in it, and what of it was left when the page was closed.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::domain::money::{Basis, MoneyKind, Recurrence};
use crate::order::OneByOne;
use crate::session::Session;
use crate::views::parts::form::Form;
use crate::views::parts::segments::choices;
use crate::words::typed::Sheet;

/// The fields of a row, in the order of its columns.
/// A target has no basis, and says who set it in that place.
pub const FIELDS: [&str; 9] = ["title", "covers", "partners", "year", "amount", "basis", "set_by", "recurrence", "place"];

/// The fields that make a row more than a blank one: the others start with something chosen.
const TYPED: [&str; 7] = ["title", "covers", "partners", "year", "amount", "set_by", "place"];

/// What the forms of rows are called, before their number.
pub const ROW: &str = "money/new-";

/// A row and what is typed in it.
#[derive(Clone, Copy)]
pub struct Row {
    /// Its number, counted from one, for as long as it is there.
    pub number: usize,
    /// Its form.
    pub form: Form,
    /// What is typed, by field.
    pub typed: StoredValue<BTreeMap<&'static str, RwSignal<String>>>,
}

impl Row {
    /// What is typed, of a line of this kind.
    pub fn sheet(&self, kind: &str) -> Sheet {
        let not_asked = if kind == MoneyKind::Target.key() { "basis" } else { "set_by" };
        let typed = |typed: &BTreeMap<&'static str, RwSignal<String>>| {
            let asked = typed.iter().filter(|(field, _)| **field != not_asked);
            asked.map(|(field, value)| (*field, value.get_untracked())).chain([("kind", kind.to_owned())]).one_by_one()
        };
        self.typed.with_value(typed)
    }

    /// Puts in what was pasted. Choices may be written in the words of the screen.
    pub fn fill(&self, sheet: &Sheet) {
        self.typed.with_value(|typed| {
            for (field, text) in sheet {
                if let Some(value) = typed.get(field) {
                    value.set(key_of(field, text));
                }
            }
        });
    }

    /// Whether nothing but choices is in it.
    pub fn is_blank(&self) -> bool {
        let told = |field: &str| {
            self.typed
                .with_value(|typed| typed.get(field).is_none_or(|value| value.with_untracked(|text| text.trim().is_empty())))
        };
        TYPED.iter().all(|field| told(field))
    }

    /// Takes out what is in it, and lets go of what was remembered of it.
    pub fn empty(&self, session: Session, basis: &str) {
        self.typed.with_value(|typed| {
            for (field, value) in typed {
                value.set(if *field == "basis" { basis.to_owned() } else { String::new() });
            }
        });
        self.form.refusals.set(Vec::new());
        self.form.forget();
        session.forget_draft(&form_in_full(self.number));
    }
}

/// The name of the form in which the row of that number is typed in full.
pub fn form_in_full(number: usize) -> String {
    format!("money/in-full/{number}")
}

/// The first row, and those that were being typed when the page was closed.
pub fn numbers(session: Session) -> BTreeSet<usize> {
    let drafted = session.drafted(ROW, &TYPED);
    drafted.iter().filter_map(|form| form.strip_prefix(ROW)?.parse().ok()).chain([1]).one_by_one()
}

/// A row with nothing in it, or with what was being typed in it when the page was closed.
pub fn row(number: usize, basis: String) -> Row {
    let form = Form::new(format!("{ROW}{number}"));
    let field = |name: &'static str| (name, form.field(name, if name == "basis" { basis.clone() } else { String::new() }));
    Row { number, form, typed: StoredValue::new(FIELDS.into_iter().map(field).one_by_one()) }
}

fn key_of(field: &str, text: &str) -> String {
    let lists = match field {
        "basis" => choices(Basis::ALL, Basis::key, Basis::label),
        "recurrence" => choices(Recurrence::ALL, Recurrence::key, Recurrence::label),
        _ => return text.to_owned(),
    };
    let found = lists.into_iter().find(|(key, words)| key == text || words.eq_ignore_ascii_case(text.trim()));
    found.map(|(key, _)| key).unwrap_or_default()
}
