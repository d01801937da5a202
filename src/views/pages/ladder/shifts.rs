//! Why a service's figures moved: what people said, with its form in place.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::money::{Basis, MoneyKind, SetBy};
use crate::domain::service::ServiceId;
use crate::domain::shift::{Shift, ShiftId, ShiftReason, Shifted};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::{Keeping, Kept, KeptList};
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words;

const SHIFTS: Keeping =
    Keeping { what: "the reason", add: "Add a reason", edit: "Edit the reason", saved: "The reason is saved.", asks, read };

/// The reasons recorded for a service, of every kind and year, with those that move nothing that is shown marked.
#[component]
pub fn Shifts(
    /// Of which service.
    id: ServiceId,
    /// Reasons between bases on which nothing is stated.
    unplaced: Memo<Vec<ShiftId>>,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let items = session.select(&[Kind::Shift], move |workspace, _| {
        let mut all: Vec<&Shift> = workspace.shifts.values().filter(|shift| shift.service.as_ref() == Some(&of)).collect();
        all.order_by_key(|shift| {
            let moved = shift.moved.as_ref();
            (
                std::cmp::Reverse(moved.map(|moved| moved.year)),
                moved.map(|moved| (moved.kind, moved.from, moved.to)),
                shift.id.clone(),
            )
        });
        unplaced.with(|unplaced| all.into_iter().map(|shift| kept(shift, unplaced)).collect::<Vec<_>>())
    });
    let blank =
        Callback::new(move |()| Some(Shift { service: Some(id.clone()), ..Shift::new(ShiftId::new(&session.new_id())?) }.into()));
    view! {
        <section aria-labelledby="shifts-head">
            <h2 id="shifts-head">"Why figures moved"</h2>
            <KeptList items=items keeping=SHIFTS empty="No reason is recorded yet. What is not recorded is shown as not explained." button="add-shift" blank=Some(blank) />
        </section>
    }
}

fn kept(shift: &Shift, unplaced: &[ShiftId]) -> Kept {
    let said = shift.said_by.as_ref().map(|said| match said.on {
        Some(on) => format!("Said by {}, {}", said.who, words::date::long(on)),
        None => format!("Said by {}", said.who),
    });
    let mark = unplaced.contains(&shift.id).then(|| (false, "Between bases without a figure".to_owned()));
    Kept {
        subject: Subject::from(&shift.id),
        head: shift.moved.as_ref().map_or_else(|| "A reason without an amount".to_owned(), words::depth::moved),
        mark,
        notes: [shift.why.clone(), said, shift.source.as_ref().map(words::source::source)].into_iter().flatten().collect(),
    }
}

fn asks(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Shift(shift) = thing else { return Vec::new() };
    let moved = shift.moved.as_ref();
    let kinds: Vec<MoneyKind> = crate::analysis::depth::kinds();
    let bases = || or_not_stated(choices(Basis::ALL, Basis::key, Basis::label));
    let basis = |pick: fn(&Shifted) -> Basis| moved.map(pick).map(Basis::key).unwrap_or_default();
    let said = shift.said_by.as_ref();
    vec![
        Ask::one_of(
            "kind",
            "Which figure",
            moved.map_or(MoneyKind::Saving, |moved| moved.kind).key(),
            choices(&kinds, MoneyKind::key, MoneyKind::label),
        ),
        Ask::short("year", "Year", moved.map(|moved| moved.year.to_string()).unwrap_or_default()).hint("10/11 will do."),
        Ask::one_of("from", "From", basis(|moved| moved.from), bases()),
        Ask::one_of("to", "To", basis(|moved| moved.to), bases()),
        Ask::one_of(
            "reason",
            "Reason",
            moved.map(|moved| moved.reason.key()).unwrap_or_default(),
            or_not_stated(choices(ShiftReason::ALL, ShiftReason::key, ShiftReason::label)),
        ),
        Ask::short(
            "moved",
            "By how much",
            moved.map(|moved| words::money::exact(moved.pence).replace('£', "")).unwrap_or_default(),
        )
        .hint("With a minus where the figure became less: −12k."),
        Ask::text("why", "Why", shift.why.as_ref()).hint("What happened, in a few words."),
        Ask::line("said_by", "Said by", said.map(|said| &said.who)).hint("The office, such as the Head of Finance."),
        Ask::day("on", "On", said.and_then(|said| said.on)),
    ]
}

fn read(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Shift(before) = before else { return before.clone() };
    let mut asked = |name: &'static str, says: &str| {
        let typed = form.text(name);
        if typed.is_none() {
            wrong.push(Refusal::of(name, says));
        }
        typed
    };
    let from = asked("from", "Choose the basis that the figure moved from.").and_then(|key| Basis::from_key(&key));
    let to = asked("to", "Choose the basis that the figure moved to.").and_then(|key| Basis::from_key(&key));
    let reason = asked("reason", "Choose the reason.").and_then(|key| ShiftReason::from_key(&key));
    let has_year = asked("year", "Say of which year the figure is.").is_some();
    let has_amount = asked("moved", "Say by how much it moved.").is_some();
    let year: Option<FinancialYear> = has_year.then(|| form.year("year", wrong)).flatten();
    let pence = has_amount.then(|| form.amount("moved", wrong)).flatten();
    let kind = form.text("kind").and_then(|key| MoneyKind::from_key(&key));
    let moved = (|| Some(Shifted { kind: kind?, year: year?, from: from?, to: to?, reason: reason?, pence: pence? }))();
    let on = form.date("on", wrong);
    let shift = Shift {
        moved,
        why: form.text("why"),
        said_by: form.text("said_by").map(|who| SetBy { who, on }),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    shift.into()
}
