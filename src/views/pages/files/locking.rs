//! Locking the file that is handed on: the choice, the passphrase twice, and what to know before.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::session::{Lock, Request, use_session};
use crate::views::parts::form::Form;
use crate::views::parts::passphrase_field::{PassphraseField, ShowPassphrase};
use crate::workshop::{NotChosen, Passphrase};

/// What is typed, for as long as the page is open and no longer.
#[derive(Clone, Copy)]
pub struct Locking {
    is_on: RwSignal<bool>,
    first: RwSignal<String>,
    again: RwSignal<String>,
}

impl Locking {
    /// Not locked, and nothing typed.
    pub fn new() -> Self {
        Self { is_on: RwSignal::new(false), first: RwSignal::new(String::new()), again: RwSignal::new(String::new()) }
    }

    /// What stands in the way of locking with what is typed.
    pub fn wrong(&self) -> Vec<Refusal> {
        if !self.is_on.get_untracked() {
            return Vec::new();
        }
        let chosen = self.first.with_untracked(|first| self.again.with_untracked(|again| Passphrase::chosen(first, again)));
        let wrong = chosen.err().map(|not| {
            let field = if not == NotChosen::NotTheSame { "passphrase-again" } else { "passphrase" };
            Refusal::of(field, not.to_string())
        });
        wrong.into_iter().collect()
    }

    /// What is typed, if the file is to be locked; the fields are empty again.
    pub fn take(&self) -> Option<Passphrase> {
        let typed = self.first.get_untracked();
        self.first.set(String::new());
        self.again.set(String::new());
        self.is_on.get_untracked().then(|| Passphrase::new(typed))
    }
}

/// The choice, with its fields where it is made.
#[component]
pub fn LockFields(
    /// The form that they belong to.
    form: Form,
    /// What is typed.
    lock: Locking,
) -> impl IntoView {
    let session = use_session();
    let Locking { is_on, first, again } = lock;
    let shown = RwSignal::new(false);
    session.request(Request::LookAtSharing);
    let cannot_share = move || session.shares_locked.get() == Some(false);
    let says = move || match session.lock.get() {
        Lock::Locking(says) => says,
        Lock::None | Lock::Asking { .. } => String::new(),
    };
    let turn = move |_| {
        lock.take();
        form.refusals.set(Vec::new());
        shown.set(false);
        is_on.update(|is_on| *is_on = !*is_on);
    };
    view! {
        <label class="choice">
            <input class="choice__input" type="checkbox" prop:checked=is_on on:change=turn />
            <span class="choice__label">"Lock with a passphrase"</span>
            <span class="choice__hint">"For a file that goes by mail or on a stick. Only who knows the passphrase can open it."</span>
        </label>
        <Show when=move || is_on.get()>
            <p>"A forgotten passphrase cannot be had back: without it nobody can open the file. Your work here stays as it is, and you can always make another file."</p>
            <PassphraseField form=form name="passphrase" label="Passphrase" value=first shown=shown autocomplete="new-password" hint="Four words or more that do not belong together are good; names and dates are not. Tell it by telephone, not in the mail that carries the file." />
            <PassphraseField form=form name="passphrase-again" label="The passphrase again" value=again shown=shown autocomplete="new-password" />
            <ShowPassphrase shown=shown />
            <Show when=cannot_share>
                <p>"This browser's share sheet takes no locked files. Share saves the file on this device instead: attach it to a mail by hand."</p>
            </Show>
        </Show>
        <p role="status">{says}</p>
    }
}
