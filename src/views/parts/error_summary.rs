//! What stands in the way of saving, in one place that takes the focus, each line a way to its field.

use leptos::prelude::*;

use crate::session::{Request, use_session};
use crate::views::parts::form::Form;

/// The summary at the top of a form. Shown only while something is wrong.
#[component]
pub fn ErrorSummary(
    /// The form.
    form: Form,
) -> impl IntoView {
    let session = use_session();
    let head = move || match form.refusals.with(Vec::len) {
        1 => "One answer needs putting right".to_owned(),
        many => format!("{many} answers need putting right"),
    };
    let lines = move || {
        form.refusals
            .get()
            .into_iter()
            .map(|refusal| {
                let field = form.element(refusal.field);
                let go = move |_| session.request(Request::Focus(field.clone()));
                if refusal.field.is_empty() {
                    view! { <li>{refusal.says}</li> }.into_any()
                } else {
                    view! { <li><button class="errors__go" type="button" on:click=go>{refusal.says}</button></li> }.into_any()
                }
            })
            .collect_view()
    };
    let head_id = form.element("errors-head");
    view! {
        <Show when=move || form.refusals.with(|refusals| !refusals.is_empty())>
            <div class="errors" role="alert" tabindex="-1" id=form.summary() aria-labelledby=head_id.clone()>
                <h2 class="errors__head" id=head_id.clone()>{head}</h2>
                <ul class="errors__list">{lines}</ul>
            </div>
        </Show>
    }
}
