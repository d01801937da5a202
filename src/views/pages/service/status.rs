//! How a service stands now and is expected to stand at year end, and the way to report it.

use leptos::prelude::*;

use crate::domain::service::{Service, ServiceId};
use crate::views::pages::service::report::Report;
use crate::views::parts::fact::Fact;
use crate::views::parts::rag::RagMark;
use crate::words;

/// The status with what stands behind it. None is "not reported", and never looks green.
#[component]
pub fn StatusNow(
    /// Which.
    id: ServiceId,
    /// The service as it stands.
    service: Memo<Option<Service>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let status = Memo::new(move |_| service.with(|service| service.as_ref().and_then(|service| service.status.clone())));
    let expected = Memo::new(move |_| service.with(|service| service.as_ref().and_then(|service| service.expected)));
    let complete = Signal::derive(move || service.with(|service| Some(format!("{} %", service.as_ref()?.complete?.number()))));
    let rag = Memo::new(move |_| status.with(|status| status.as_ref().map(|status| status.rag)));
    let meaning = move || rag.get().map_or("", |rag| rag.meaning());
    let has_status = move || status.with(Option::is_some);
    let why = Signal::derive(move || status.with(|status| status.as_ref()?.why.clone()));
    let who = Signal::derive(move || status.with(|status| status.as_ref()?.who.clone()));
    let by = Signal::derive(move || status.with(|status| status.as_ref()?.by.map(words::date::long)));
    let form = move || view! { <Report id=id.clone() open=open /> };
    view! {
        <section aria-labelledby="status-head">
            <h2 id="status-head">"Status"</h2>
            <dl class="facts">
                <div class="facts__pair">
                    <dt class="facts__term">"Now"</dt>
                    <dd class="facts__value">{move || view! { <RagMark rag=rag.get() /> }}<span class="facts__note">{meaning}</span></dd>
                </div>
                <Show when=has_status>
                    <Fact term="What is behind it" value=why />
                    <Fact term="Who puts it right" value=who />
                    <Fact term="By" value=by />
                </Show>
                <div class="facts__pair">
                    <dt class="facts__term">"Expected at year end"</dt>
                    <dd class="facts__value">{move || match expected.get() {
                        Some(rag) => view! { <RagMark rag=Some(rag) /> }.into_any(),
                        None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
                    }}</dd>
                </div>
                <Fact term="% complete" value=complete />
            </dl>
            <div class="buttons">
                <button class="button button--quiet" type="button" id=BUTTON aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>"Report the status"</button>
            </div>
            <Show when=move || open.get()>{form.clone()}</Show>
        </section>
    }
}

/// The button's element, where the focus goes back to.
pub const BUTTON: &str = "report-status";
