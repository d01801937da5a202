//! The fields of a measure as a person fills them in, and the measure that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::measure::{Measure, Polarity, Tolerance, YearToDate};
use crate::domain::period::Frequency;
use crate::domain::service::ServiceId;
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::views::parts::record_choice::ServiceField;
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed};
use crate::words::quantity::exact;
use crate::words::typed;

/// Every field of a measure.
#[component]
pub fn MeasureFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    measure: Measure,
) -> impl IntoView {
    let text = |name: &'static str, starts: &Option<String>| form.field(name, starts.clone().unwrap_or_default());
    let reference = text("reference", &measure.reference);
    let name = text("name", &measure.name);
    let unit = text("unit", &measure.unit);
    let owner = text("owner", &measure.owner);
    let description = text("description", &measure.description);
    let polarity = form.field("polarity", measure.polarity.map(Polarity::key).unwrap_or_default());
    let frequency = form.field("frequency", measure.frequency.map(Frequency::key).unwrap_or_default());
    let to_date = form.field("to_date", measure.to_date.map(YearToDate::key).unwrap_or_default());
    let percent = form.field("tolerance", measure.tolerance.map(|tolerance| exact(tolerance.percent)).unwrap_or_default());
    let units = measure.tolerance.and_then(|tolerance| tolerance.units).map(exact);
    let units = form.field("tolerance-units", units.unwrap_or_default());
    view! {
        <div class="form__row">
            <TextField form=form name="reference" label="Reference" value=reference hint="Its number among the service's measures, if it has one." width=8 />
            <TextField form=form name="unit" label="Unit" value=unit hint="Such as %, days, or kg a household." width=12 />
        </div>
        <TextField form=form name="name" label="Name" value=name hint="What is measured, in a few words." />
        <ServiceField form=form starts=measure.service.clone() />
        <div class="form__row">
            <ChoiceField form=form name="polarity" label="Which way is better" value=polarity options=or_not_stated(choices(Polarity::ALL, Polarity::key, Polarity::label)) />
            <ChoiceField form=form name="frequency" label="How often it is read" value=frequency options=or_not_stated(choices(Frequency::ALL, Frequency::key, Frequency::label)) />
            <ChoiceField form=form name="to_date" label="Year to date by" value=to_date options=or_not_stated(choices(YearToDate::ALL, YearToDate::key, YearToDate::label)) hint="Percentages are never added or averaged: for them choose the ratio of sums, or the latest reading." />
        </div>
        <div class="form__row">
            <TextField form=form name="tolerance" label="Tolerance in %" value=percent typed=Typed::Number hint="How far off its target it may be and still be amber." width=8 />
            <TextField form=form name="tolerance-units" label="Tolerance where the target is nought" value=units typed=Typed::Number hint="In the measure's own unit: of nought there are no per cent." width=8 />
        </div>
        <TextField form=form name="owner" label="Owner" value=owner hint="The office, not the name, where you can." width=20 />
        <TextField form=form name="description" label="What is counted" value=description typed=Typed::Text hint="What is counted and what is not, so that all councils count alike." />
        <fieldset class="form__part">
            <legend class="form__legend">"Where this is stated"</legend>
            <SourceFields form=form names=SOURCE starts=measure.source />
        </fieldset>
    }
}

/// The measure that the form comes to; what cannot be read goes to `wrong`.
pub fn read_measure(form: &Form, before: &Measure, wrong: &mut Vec<Refusal>) -> Measure {
    let percent = form.read("tolerance", wrong, typed::quantity);
    let units = form.read("tolerance-units", wrong, typed::quantity);
    let tolerance = match (percent, units) {
        (None, None) => None,
        (percent, units) => Some(Tolerance { percent: percent.unwrap_or_default(), units }),
    };
    Measure {
        reference: form.text("reference"),
        name: form.text("name"),
        service: form.text("service").and_then(|id| ServiceId::try_from(id).ok()),
        unit: form.text("unit"),
        polarity: form.text("polarity").and_then(|key| Polarity::from_key(&key)),
        tolerance,
        frequency: form.text("frequency").and_then(|key| Frequency::from_key(&key)),
        to_date: form.text("to_date").and_then(|key| YearToDate::from_key(&key)),
        owner: form.text("owner"),
        description: form.text("description"),
        source: read_source(form, SOURCE, wrong),
        ..before.clone()
    }
}
