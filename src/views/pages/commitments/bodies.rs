//! The bodies that govern the proposals, drawn with those links alone that somebody has stated.

use leptos::prelude::*;

use crate::analysis::commitments::{self, Body};
use crate::domain::commitment::CommitmentKind;
use crate::domain::thing::Thing;
use crate::session::use_session;
use crate::views::pages::commitments::forms::BODIES;
use crate::views::pages::commitments::{KINDS, kept};
use crate::views::parts::kept::KeptList;

/// The drawing, which is a list in a list, and each body with its form.
#[component]
pub fn Bodies(
    /// A new one.
    blank: Callback<(), Option<Thing>>,
) -> impl IntoView {
    let session = use_session();
    let tree = session.select(KINDS, |workspace, _| commitments::bodies(workspace));
    let items = session.select(KINDS, |workspace, _| {
        let all = commitments::in_order(workspace, &[CommitmentKind::Body]);
        all.into_iter().map(|one| kept(workspace, one)).collect::<Vec<_>>()
    });
    let without = move || tree.with(|tree| tree.iter().filter(|body| body.under.is_empty()).count());
    let says = move || match without() {
        0 => "Drawn are the links that are stated, and no others.".to_owned(),
        1 => "Drawn are the links that are stated, and no others: of 1 body none is.".to_owned(),
        many => format!("Drawn are the links that are stated, and no others: of {many} bodies none is."),
    };
    view! {
        <section aria-labelledby="bodies-head">
            <h2 id="bodies-head">"Governance"</h2>
            <Show when=move || tree.with(Vec::is_empty)>
                <p class="figure__says">"No board or group is recorded yet. Add each below; who answers to whom is then drawn here."</p>
            </Show>
            <Show when=move || !tree.with(Vec::is_empty)>
                <figure class="tree">
                    <figcaption class="figure__says">{says}</figcaption>
                    <ul class="tree__top">{move || tree.get().into_iter().map(body).collect_view()}</ul>
                </figure>
            </Show>
            <details class="fold">
                <summary class="fold__head">"The bodies one by one"</summary>
                <KeptList items=items keeping=BODIES empty="No body is recorded." button="add-body" blank=Some(blank) />
            </details>
        </section>
    }
}

fn body(one: Body) -> AnyView {
    let link = one.link.map(|link| view! { <span class="tree__link">{link}" "</span> });
    let under =
        (!one.under.is_empty()).then(|| view! { <ul class="tree__under">{one.under.into_iter().map(body).collect_view()}</ul> });
    view! { <li class="tree__item">{link}<span class="tree__box">{one.name}</span>{under}</li> }.into_any()
}
