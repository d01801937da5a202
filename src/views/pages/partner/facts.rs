//! What is known of a partner, a line each.

use leptos::prelude::*;

use crate::domain::partner::Partner;
use crate::views::parts::fact::Fact;
use crate::views::parts::swatch::Swatch;

/// The facts of a partner.
#[component]
pub fn PartnerFacts(
    /// The partner as it stands.
    partner: Memo<Option<Partner>>,
) -> impl IntoView {
    let fact =
        move |pick: fn(&Partner) -> Option<String>| Signal::derive(move || partner.with(|partner| pick(partner.as_ref()?)));
    let series = Memo::new(move |_| partner.with(|partner| partner.as_ref().and_then(|partner| partner.series)));
    view! {
        <dl class="facts">
            <Fact term="Short code" value=fact(|partner| partner.code.clone()) />
            <Fact term="Kind" value=fact(|partner| partner.kind.map(|kind| kind.label().to_owned())) />
            <Fact term="Vote" value=fact(|partner| partner.vote.map(|vote| vote.label().to_owned())) />
            <div class="facts__pair"><dt class="facts__term">"Colour in charts"</dt><dd class="facts__value">{move || view! { <Swatch series=series.get() /> }}</dd></div>
        </dl>
    }
}
