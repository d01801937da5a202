//! The question for the passphrase of a locked file, which was chosen to be brought in or compared with.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::session::{Lock, Request, use_session};
use crate::views::parts::dialog::Dialog;
use crate::views::parts::form::Form;
use crate::views::parts::passphrase_field::{PassphraseField, ShowPassphrase};
use crate::workshop::Passphrase;

const FIELD: &str = "passphrase";

/// Asks while a locked file waits.
#[component]
pub fn Unlock() -> impl IntoView {
    let session = use_session();
    let form = Form::new("unlock");
    let typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let open = RwSignal::new(false);
    Effect::new(move |_| match session.lock.get() {
        Lock::Asking { wrong, .. } => {
            form.refusals.set(wrong.into_iter().map(|says| Refusal::of(FIELD, says)).collect());
            open.set(true);
            form.focus(FIELD);
        }
        Lock::None | Lock::Locking(_) => open.set(false),
    });
    let file = move || match session.lock.get() {
        Lock::Asking { file, .. } => file,
        Lock::None | Lock::Locking(_) => String::new(),
    };
    let is_one_of_several = move || matches!(session.lock.get(), Lock::Asking { is_one_of_several: true, .. });
    let answer = move |passphrase: Option<Passphrase>| {
        typed.set(String::new());
        shown.set(false);
        session.lock.set(Lock::None);
        session.request(Request::Unlock(passphrase));
    };
    let unlock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        if text.is_empty() {
            form.refusals.set(vec![Refusal::of(FIELD, "Type the passphrase, or leave the file out.")]);
            return form.focus(FIELD);
        }
        answer(Some(Passphrase::new(text)));
    };
    view! {
        <Dialog open=open head="This file is locked" id="unlock-head" on_close=move |()| answer(None)>
            <form class="form" on:submit=unlock>
                <div class="dialog__body">
                    <p>{move || file()}</p>
                    <PassphraseField form=form name=FIELD label="Passphrase" value=typed shown=shown autocomplete="off" hint="Whoever locked the file knows it. If it is forgotten nobody can open this file: ask for another one." />
                    <ShowPassphrase shown=shown />
                    <Show when=is_one_of_several><p>"It is tried on the other locked files too."</p></Show>
                </div>
                <div class="dialog__actions">
                    <button class="button" type="submit">"Unlock"</button>
                    <button class="button button--plain" type="button" on:click=move |_| answer(None)>"Leave it out"</button>
                </div>
            </form>
        </Dialog>
    }
}
