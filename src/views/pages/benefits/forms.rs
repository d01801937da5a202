//! What is asked of a benefit.

use crate::domain::benefit::{Actual, Benefit, BenefitKind, Foreseen, Promise, Reach};
use crate::domain::command::Refusal;
use crate::domain::measure::MeasureId;
use crate::domain::quantity::Quantity;
use crate::domain::source::Amended;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::Keeping;
use crate::views::parts::record_choice::{partners_named, read_partners};
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words::{self, benefits, typed};

/// How benefits are asked for.
pub const BENEFITS: Keeping =
    Keeping { what: "the benefit", add: "Add a benefit", edit: "Edit the benefit", saved: "The benefit is saved.", asks, read };

fn asks(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Benefit(one) = thing else { return Vec::new() };
    let (promise, actual, amended) = (one.promise.as_ref(), one.actual.as_ref(), one.amended.as_ref());
    let figure = |of: Option<Quantity>| of.map(words::quantity::exact).unwrap_or_default();
    let measures = workspace.measures.values().filter(|measure| measure.service == one.service);
    let measures: Vec<_> =
        measures.map(|measure| (String::from(measure.id.clone()), words::name(workspace, &Subject::from(&measure.id)))).collect();
    vec![
        Ask::line("what", "Benefit", one.what.as_ref()).hint("What is gained, in a few words."),
        Ask::one_of(
            "sort",
            "Kind",
            one.sort.map(BenefitKind::key).unwrap_or_default(),
            or_not_stated(choices(BenefitKind::ALL, BenefitKind::key, BenefitKind::label)),
        ),
        Ask::one_of(
            "promise",
            "Foreseen",
            promise.map(|promise| promise.foreseen.key()).unwrap_or_default(),
            or_not_stated(choices(Foreseen::ALL, Foreseen::key, Foreseen::label)),
        )
        .hint("What the business case foresaw is fixed once it is saved."),
        Ask::text("expected", "Expected result", promise.and_then(|promise| promise.result.as_ref())),
        Ask::short("baseline", "Baseline", figure(promise.and_then(|promise| promise.baseline)))
            .hint("What it stood at before. £0 or 0 where it began at nought."),
        Ask::short("target", "Target", figure(promise.and_then(|promise| promise.target))),
        Ask::line("unit", "Counted in", promise.and_then(|promise| promise.unit.as_ref()))
            .hint("Such as days or %. What is cashable is counted in pounds."),
        Ask::day("due", "Due", one.due),
        Ask::day("amended", "Amended to", amended.map(|amended| amended.date)),
        Ask::line("authority", "Who moved the date", amended.map(|amended| &amended.authority))
            .hint("And where that is recorded."),
        Ask::line("partners", "Received by", Some(&partners_named(workspace, one.partners.as_deref())))
            .hint("By name or short code, with a semicolon between."),
        Ask::one_of(
            "measure",
            "Measure that shows it",
            one.measure.clone().map(String::from).unwrap_or_default(),
            or_not_stated(measures),
        )
        .hint("Where one council receives it and no actual figure is entered, the measure's year to date stands for it."),
        Ask::line("owner", "Owner", one.owner.as_ref()).hint("The office, not the name, where you can."),
        Ask::one_of(
            "actual",
            "How far it has come",
            actual.and_then(|actual| actual.reach).map(Reach::key).unwrap_or_default(),
            or_not_stated(choices(Reach::ALL, Reach::key, Reach::label)),
        ),
        Ask::text("result", "Actual result to date", actual.and_then(|actual| actual.result.as_ref())),
        Ask::short("value", "Actual figure", figure(actual.and_then(|actual| actual.value))).hint("Blank is not nought."),
        Ask::day("on", "As at", actual.and_then(|actual| actual.on)),
        Ask::text("commentary", "Commentary", one.commentary.as_ref()).hint("Why it is not what was expected."),
    ]
}

fn read(form: &Form, workspace: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Benefit(before) = before else { return before.clone() };
    let sort = form.text("sort").and_then(|key| BenefitKind::from_key(&key));
    let is_cash = sort == Some(BenefitKind::Cashable) || form.text("unit").as_deref() == Some(benefits::POUNDS);
    let figure = |name: &'static str, wrong: &mut Vec<Refusal>| {
        if is_cash { form.amount(name, wrong).and_then(benefits::of_pence) } else { form.read(name, wrong, typed::quantity) }
    };
    let (baseline, target, value) = (figure("baseline", wrong), figure("target", wrong), figure("value", wrong));
    let result = form.text("expected");
    let has_figures = baseline.is_some() || target.is_some() || value.is_some();
    let unit = form.text("unit").or_else(|| (is_cash && has_figures).then(|| benefits::POUNDS.to_owned()));
    let foreseen = form.text("promise").and_then(|key| Foreseen::from_key(&key));
    let actual = Actual {
        value,
        result: form.text("result"),
        on: form.date("on", wrong),
        reach: form.text("actual").and_then(|key| Reach::from_key(&key)),
    };
    let (date, authority) = (form.date("amended", wrong), form.text("authority"));
    if date.is_none() && authority.is_some() {
        wrong.push(Refusal::of("amended", "Say to which date it was moved, or clear who moved it."));
    }
    let one = Benefit {
        what: form.text("what"),
        sort,
        promise: foreseen.map(|foreseen| Promise { foreseen, result, baseline, target, unit }),
        due: form.date("due", wrong),
        amended: date.map(|date| Amended { date, authority: authority.unwrap_or_default() }),
        partners: read_partners(form, workspace, "partners", wrong),
        measure: form.text("measure").and_then(|id| MeasureId::try_from(id).ok()),
        owner: form.text("owner"),
        actual: (actual != Actual::default()).then_some(actual),
        commentary: form.text("commentary"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    one.into()
}
