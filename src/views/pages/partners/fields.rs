//! The fields of a partner, and the partner that they come to.

use leptos::prelude::*;

use crate::domain::partner::{Partner, PartnerKind, Series, Vote};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::views::parts::swatch::Swatch;
use crate::views::parts::text_field::TextField;

/// Every field of a partner.
#[component]
pub fn PartnerFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    partner: Partner,
) -> impl IntoView {
    let name = form.field("name", partner.name.unwrap_or_default());
    let code = form.field("code", partner.code.unwrap_or_default());
    let kind = form.field("kind", partner.kind.map(PartnerKind::key).unwrap_or_default());
    let vote = form.field("vote", partner.vote.map(Vote::key).unwrap_or_default());
    let series = form.field("series", partner.series.map(Series::key).unwrap_or_default());
    let kinds = or_not_stated(PartnerKind::ALL.iter().map(|kind| (kind.key().to_owned(), kind.label().to_owned())));
    let votes = or_not_stated(Vote::ALL.iter().map(|vote| (vote.key().to_owned(), vote.label().to_owned())));
    let colours = or_not_stated(Series::ALL.iter().map(|series| (series.key().to_owned(), series.label().to_owned())));
    view! {
        <TextField form=form name="name" label="Name" value=name width=40 />
        <div class="form__row">
            <TextField form=form name="code" label="Short code" value=code width=8 hint="A few letters for narrow columns." />
            <ChoiceField form=form name="kind" label="Kind" value=kind options=kinds />
            <ChoiceField form=form name="vote" label="Vote" value=vote options=votes />
            <ChoiceField form=form name="series" label="Colour in charts" value=series options=colours />
        </div>
        <div class="key">{Series::ALL.iter().map(|series| view! { <span class="key__item"><Swatch series=Some(*series) /></span> }).collect_view()}</div>
    }
}

/// The partner that the form comes to.
pub fn read_partner(form: &Form, before: &Partner) -> Partner {
    Partner {
        name: form.text("name"),
        code: form.text("code"),
        kind: form.text("kind").and_then(|key| PartnerKind::from_key(&key)),
        vote: form.text("vote").and_then(|key| Vote::from_key(&key)),
        series: form.text("series").and_then(|key| Series::from_key(&key)),
        ..before.clone()
    }
}
