//! The foot of every page: whether it works without a network, the code of the work, light or dark.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Offline, Request, use_session};

/// The foot.
#[component]
pub fn Foot() -> impl IntoView {
    let session = use_session();
    let open = Memo::new(move |_| session.is_open());
    let code = move || session.code.get().unwrap_or_else(|| "…".to_owned());
    let offline = move || match session.offline.get() {
        Offline::NotYet => "Not yet ready offline",
        Offline::Ready | Offline::NewVersion => "Ready offline",
    };
    let choice = move |value: &'static str, dark: Option<bool>, words: &'static str| {
        let checked = move || session.theme.get() == dark;
        view! {
            <label class="switch__choice">
                <input class="switch__input" type="radio" name="theme" value=value prop:checked=checked on:change=move |_| session.request(Request::Theme(dark)) />
                <span class="switch__word">{words}</span>
            </label>
        }
    };
    view! {
        <footer class="foot">
            <div class="foot__facts">
                <span role="status">{offline}</span>
                <Show when=move || open.get()><span>"Code "{code}</span></Show>
                <a class="foot__link" href=Route::About.to_string()>"About Concordat"</a>
            </div>
            <fieldset class="switch">
                <legend class="switch__legend">"Colours"</legend>
                {choice("device", None, "As the device")}
                {choice("light", Some(false), "Light")}
                {choice("dark", Some(true), "Dark")}
            </fieldset>
        </footer>
    }
}
