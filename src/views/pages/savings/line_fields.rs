//! The fields of a line, as its row and its full form share them, and what is typed in them.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::money::{Basis, Money, MoneyKind, Recurrence};
use crate::domain::thing::Kind;
use crate::order::OneByOne;
use crate::session::{Session, use_session};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::views::parts::segments::choices;
use crate::views::parts::text_field::TextField;
use crate::words::typed::{Sheet, line, sheet};

/// What most lines state.
pub const USUAL: [&str; 9] =
    ["title", "covers", "partners", "year", "amount", "basis", "recurrence", "source", "source-paragraph"];

/// The list of names that a field offers while one types.
pub const PARTNER_NAMES: &str = "partner-names";

/// The usual fields.
#[component]
pub fn UsualFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    starts: StoredValue<Sheet>,
) -> impl IntoView {
    let field =
        move |name: &'static str| form.field(name, starts.with_value(|sheet| sheet.get(name).cloned().unwrap_or_default()));
    let (title, covers, partners) = (field("title"), field("covers"), field("partners"));
    let (year, amount, basis) = (field("year"), field("amount"), field("basis"));
    let (recurrence, paper, paragraph) = (field("recurrence"), field("source"), field("source-paragraph"));
    let is_target = starts.with_value(|sheet| sheet.get("kind").is_some_and(|kind| kind == MoneyKind::Target.key()));
    let bases = or_not_stated(choices(Basis::ALL, Basis::key, Basis::label));
    let recurrences = or_not_stated(choices(Recurrence::ALL, Recurrence::key, Recurrence::label));
    view! {
        <TextField form=form name="title" label="Line" value=title />
        <div class="form__row">
            <TextField form=form name="amount" label="Amount" value=amount hint="12k, 1.2m, 5,112 or 30k to 40k" width=12 />
            <TextField form=form name="year" label="Year" value=year hint="10/11 will do" width=8 />
            {(!is_target).then(|| view! { <ChoiceField form=form name="basis" label="Basis" value=basis options=bases /> })}
            <ChoiceField form=form name="recurrence" label="Recurring or one-off" value=recurrence options=recurrences />
        </div>
        <TextField form=form name="covers" label="Covers" value=covers hint="Services or programmes by name, with a semicolon between" />
        <TextField form=form name="partners" label="Who" value=partners hint="Partners by name or short code. Empty where the paper does not say" />
        <div class="form__row">
            <TextField form=form name="source" label="Paper" value=paper width=20 />
            <TextField form=form name="source-paragraph" label="Paragraph" value=paragraph width=8 />
        </div>
    }
}

/// What is typed in these fields of a form.
pub fn typed(form: &Form, fields: &[&'static str]) -> Sheet {
    fields.iter().map(|field| (*field, form.text(field).unwrap_or_default())).one_by_one()
}

/// A line as it would be typed.
pub fn as_typed(session: Session, money: &Money) -> Sheet {
    session.look(|open| open.map(|open| sheet(&open.workspace, money)).unwrap_or_default())
}

/// Saves what is typed over a line as it was, or as a new one.
pub fn save(form: &Form, session: Session, before: &Money, typed: &Sheet, is_new: bool, then: impl FnOnce() + 'static) {
    let read = session.look(|open| match open {
        Some(open) => line(&open.workspace, before, typed),
        None => Err(vec![Refusal::of("", "No workspace is open.")]),
    });
    match read {
        Ok(after) => {
            let before = (!is_new).then(|| before.clone().into());
            form.save(Vec::new(), Command::Put { before, after: after.into() }, then);
        }
        Err(wrong) => form.refuse(wrong),
    }
}

/// Names that are offered while one types.
#[component]
pub fn PartnerNames() -> impl IntoView {
    let names = use_session().select(&[Kind::Partner, Kind::About], |workspace, _| {
        workspace.partners_in_order().into_iter().filter_map(|partner| partner.name.clone()).collect::<Vec<_>>()
    });
    view! { <datalist id=PARTNER_NAMES>{move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}</datalist> }
}
