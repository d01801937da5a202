//! What a business case looked at: what each option would cost and save, and which one is put forward.

use leptos::prelude::*;

use crate::analysis::life::{HEADS, option_rows, options, preferred_says, stated_now};
use crate::domain::case::{Case, CaseId, CaseOption, CaseOptionId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::case::case_forms::OPTIONS;
use crate::views::parts::figures_table::FiguresTable;
use crate::views::parts::kept::{Kept, KeptList};
use crate::words;

const MONEY: &[Kind] = &[Kind::CaseOption, Kind::Case, Kind::Money, Kind::Service, Kind::Partner, Kind::Programme];

/// The options side by side, then each with its form.
#[component]
pub fn Options(
    /// Of which case.
    id: CaseId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let says = session.select_open(MONEY, move |open| {
        let of = open.and_then(|open| Some((open, open.workspace.cases.get(&of)?)));
        let says = |(open, case): (&crate::session::Open, &Case)| {
            preferred_says(&open.workspace, case, stated_now(&open.workspace, open.ledger(), case))
        };
        of.map(says).unwrap_or_default()
    });
    let of = id.clone();
    let rows = session.select(&[Kind::CaseOption, Kind::Case], move |workspace, _| {
        workspace.cases.get(&of).map(|case| option_rows(workspace, case)).unwrap_or_default()
    });
    let cells = Signal::derive(move || {
        let rows = rows.get().into_iter().map(|row| (row.name, row.cells.to_vec()));
        (HEADS.map(str::to_owned).to_vec(), rows.collect())
    });
    let of = id.clone();
    let items = session.select(&[Kind::CaseOption, Kind::Case], move |workspace, _| {
        let all = workspace.cases.get(&of).map(|case| options(workspace, case)).unwrap_or_default();
        all.into_iter().map(kept).collect::<Vec<_>>()
    });
    let button = format!("add-option-{}", id.rest());
    let blank = Callback::new(move |()| {
        Some(CaseOption { case: Some(id.clone()), ..CaseOption::new(CaseOptionId::new(&session.new_id())?) }.into())
    });
    view! {
        <h4>"Options"</h4>
        {move || says.get().into_iter().map(|says| view! { <p>{says}</p> }).collect_view()}
        <FiguresTable cells=cells caption="Options side by side, as estimated" first="Option" />
        <KeptList items=items keeping=OPTIONS empty="No option is recorded." button=button blank=Some(blank) />
    }
}

fn kept(option: &CaseOption) -> Kept {
    let why = option.why.as_ref().map(|why| format!("Why: {why}"));
    let estimate = option.estimate.as_ref().map(|estimate| words::sentence(&words::cases::estimate(estimate)));
    Kept {
        subject: Subject::from(&option.id),
        head: option.name.clone().unwrap_or_else(|| "An option without a name".to_owned()),
        mark: option.choice.map(|choice| (true, choice.label().to_owned())),
        notes: option
            .description
            .iter()
            .cloned()
            .chain(estimate)
            .chain(why)
            .chain(option.source.as_ref().map(words::source::source))
            .collect(),
    }
}
