//! A form on its way to one command: what is typed, kept as a draft until it is saved, and what is wrong with it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::command::{Command, Refusal, UNCHANGED};
use crate::domain::pence::Pence;
use crate::domain::year::FinancialYear;
use crate::session::{Request, Session, Shelf, use_session};
use crate::words;

/// What is typed into a form. Fields are named as files name them, so that a refusal finds its field.
#[derive(Clone, Copy)]
pub struct Form {
    session: Session,
    key: StoredValue<String>,
    fields: StoredValue<BTreeMap<&'static str, RwSignal<String>>>,
    /// What stands in the way of saving.
    pub refusals: RwSignal<Vec<Refusal>>,
}

impl Form {
    /// A form named by what it edits, such as `risk/018f…` or `risk/new`. What was being typed in it before the page
    /// was closed is there again.
    pub fn new(key: impl Into<String>) -> Self {
        let session = use_session();
        Self {
            session,
            key: StoredValue::new(key.into()),
            fields: StoredValue::new(BTreeMap::new()),
            refusals: RwSignal::new(Vec::new()),
        }
    }

    /// A field that starts as what the record says, or as the draft of it.
    pub fn field(&self, name: &'static str, starts: impl Into<String>) -> RwSignal<String> {
        let starts = starts.into();
        let draft = self.key.with_value(|key| self.session.draft(key, name));
        let value = RwSignal::new(draft.unwrap_or_else(|| starts.clone()));
        self.fields.update_value(|fields| {
            fields.insert(name, value);
        });
        let form = *self;
        Effect::new(move |before: Option<()>| {
            let typed = value.get();
            if before.is_some() {
                form.key.with_value(|key| form.session.remember_draft(key, name, (typed != starts).then_some(typed)));
            }
        });
        value
    }

    /// What is typed in a field, without blanks at its ends; nothing where it is empty.
    pub fn text(&self, name: &str) -> Option<String> {
        let typed = (self.session.device().tidy)(&self.typed(name));
        (!typed.is_empty()).then_some(typed)
    }

    /// An amount as people type it.
    pub fn amount(&self, name: &'static str, wrong: &mut Vec<Refusal>) -> Option<Pence> {
        self.read(name, wrong, |typed| words::typed::amount(typed).map_err(|error| error.to_string()))
    }

    /// A date as people type it.
    pub fn date(&self, name: &'static str, wrong: &mut Vec<Refusal>) -> Option<NaiveDate> {
        self.read(name, wrong, |typed| words::typed::date(typed).map_err(|error| error.to_string()))
    }

    /// A financial year as people type it.
    pub fn year(&self, name: &'static str, wrong: &mut Vec<Refusal>) -> Option<FinancialYear> {
        self.read(name, wrong, |typed| FinancialYear::parse(typed).map_err(|error| error.to_string()))
    }

    /// Something else that is read from what is typed; what cannot be read goes to `wrong` with its sentence.
    pub fn read<T>(
        &self,
        name: &'static str,
        wrong: &mut Vec<Refusal>,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let typed = self.text(name)?;
        match read(&typed) {
            Ok(value) => Some(value),
            Err(says) => {
                wrong.push(Refusal::of(name, words::sentence(&says)));
                None
            }
        }
    }

    /// Saves in the shared log: `then` runs once it is done, and the draft goes. What is refused is shown.
    pub fn save(&self, wrong: Vec<Refusal>, command: Command, then: impl FnOnce() + 'static) {
        self.save_to(Shelf::Shared, wrong, command, then);
    }

    /// Saves in one of the two logs.
    pub fn save_to(&self, shelf: Shelf, wrong: Vec<Refusal>, command: Command, then: impl FnOnce() + 'static) {
        if !wrong.is_empty() {
            self.refuse(wrong);
            return;
        }
        let form = *self;
        let waiting = Rc::new(Cell::new(Some(then)));
        let then = Rc::clone(&waiting);
        let done = move || {
            form.forget();
            if let Some(then) = then.take() {
                then();
            }
        };
        match self.session.dispatch_to(shelf, command, done.clone()) {
            Ok(()) => self.refusals.set(Vec::new()),
            Err(refusals) if refusals.iter().all(Refusal::is_unchanged) => {
                self.refusals.set(Vec::new());
                done();
                self.session.say(UNCHANGED);
            }
            Err(refusals) => self.refuse(refusals),
        }
    }

    /// Lets go of what was typed.
    pub fn forget(&self) {
        self.key.with_value(|key| self.session.forget_draft(key));
    }

    /// What stands in the way in one field.
    pub fn refusal(&self, name: &'static str) -> Option<String> {
        self.refusals.with(|refusals| refusals.iter().find(|refusal| refusal.field == name).map(|refusal| refusal.says.clone()))
    }

    /// The name of a field's element.
    pub fn element(&self, name: &str) -> String {
        self.key.with_value(|key| format!("{}-{name}", key.replace('/', "-")))
    }

    /// Puts the focus on one of its elements.
    pub fn focus(&self, name: &str) {
        self.session.request(Request::Focus(self.element(name)));
    }

    /// The name of the element that sums up what is wrong.
    pub fn summary(&self) -> String {
        self.element("errors")
    }

    fn typed(&self, name: &str) -> String {
        self.fields.with_value(|fields| fields.get(name).map(|field| field.get_untracked())).unwrap_or_default()
    }

    /// Shows what stands in the way, and puts the focus there.
    pub fn refuse(&self, refusals: Vec<Refusal>) {
        self.refusals.set(refusals);
        self.session.request(Request::Focus(self.summary()));
    }
}
