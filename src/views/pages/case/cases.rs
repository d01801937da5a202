//! The business cases of a service: money, options, and who signed the figures off.

use leptos::prelude::*;

use crate::analysis::life::{Amounts, called, cases, figures, payback_says, signoffs};
use crate::domain::case::{Case, CaseId, CaseLevel};
use crate::domain::pence::Pence;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::session::use_session;
use crate::views::here::{is_looked_for, place_of};
use crate::views::pages::case::case_forms::{CASES, SIGNOFFS};
use crate::views::pages::case::options::Options;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::{EditButton, edit_button_id};
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::fact::Fact;
use crate::views::parts::figures_table::{Cells, FiguresTable};
use crate::views::parts::kept::{Kept, KeptForm, KeptList};
use crate::words;

const ADD: &str = "add-case";

/// Every version, the detailed ones first.
#[component]
pub fn Cases(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let adding = RwSignal::new(false);
    let of = id.clone();
    let ids = session.select(&[Kind::Case], move |workspace, _| {
        cases(workspace, &of).into_iter().map(|case| case.id.clone()).collect::<Vec<_>>()
    });
    let form = move || {
        let blank = Case { service: Some(id.clone()), ..Case::new(CaseId::new(&session.new_id())?) };
        Some(view! { <KeptForm before=None thing=Thing::from(blank) keeping=CASES back=ADD.to_owned() open=adding /> })
    };
    view! {
        <section aria-labelledby="cases-head">
            <h2 id="cases-head">"Business cases"</h2>
            <Show when=move || ids.with(Vec::is_empty)><p class="not-stated">"No business case is recorded."</p></Show>
            <For each=move || ids.get() key=Clone::clone let:id><OneCase id=id /></For>
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" id=ADD aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a business case"</button>
            </div>
            <Show when=move || adding.get()>{form.clone()}</Show>
        </section>
    }
}

#[component]
fn OneCase(id: CaseId) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let subject = Subject::from(&id);
    let of = id.clone();
    let case = session.select(&[Kind::Case], move |workspace, _| workspace.cases.get(&of).cloned());
    let head = Signal::derive(move || case.with(|case| case.as_ref().map(called)).unwrap_or_default());
    let fact = move |pick: fn(&Case) -> Option<String>| Signal::derive(move || case.with(|case| pick(case.as_ref()?)));
    let money = session.select_open(&[Kind::Money, Kind::Case, Kind::Service, Kind::Partner, Kind::Programme], move |open| {
        let of = case.with(|case| case.as_ref().and_then(|case| case.service.clone().zip(case.level)));
        open.zip(of).map(|(open, (service, level))| figures(&open.workspace, open.ledger(), &service, level.basis()))
    });
    let says = move || money.with(|money| money.as_ref().map(payback_says));
    let undated = move || money.with(|money| money.as_ref().is_some_and(|money| money.undated));
    let by_year =
        Signal::derive(move || money.with(|money| money.as_ref().map(|money| cells(&money.by_year))).unwrap_or_default());
    let by_partner =
        Signal::derive(move || money.with(|money| money.as_ref().map(|money| cells(&money.by_partner))).unwrap_or_default());
    let basis = move || case.with(|case| case.as_ref().and_then(|case| case.level).map(|level: CaseLevel| level.basis().label()));
    let of = id.clone();
    let signed =
        session.select_open(&[Kind::SignOff, Kind::Money, Kind::Case, Kind::Participation, Kind::Partner], move |open| {
            let rows = |case: &Case| open.map(|open| signoffs(&open.workspace, open.ledger(), case)).unwrap_or_default();
            let case = open.and_then(|open| open.workspace.cases.get(&of));
            let kept = |row: crate::analysis::life::SignOffRow| {
                let mark = Some((row.holds, row.word.to_owned()));
                Some(Kept {
                    subject: Subject::from(row.id.as_ref()?),
                    head: row.council,
                    mark,
                    notes: row.says.into_iter().collect(),
                })
            };
            case.map(rows).unwrap_or_default().into_iter().filter_map(kept).collect::<Vec<_>>()
        });
    let record = subject.clone();
    let form = move || {
        let before = session.look(|open| open?.workspace.thing(&record));
        let back = edit_button_id(&record);
        before.map(|thing| view! { <KeptForm before=Some(thing.clone()) thing=thing keeping=CASES back=back open=open /> })
    };
    let (place, looked_for) = (place_of(&subject), is_looked_for(subject.clone()));
    view! {
        <article class="results__place" id=place data-shown=looked_for>
            <h3>{head}<ConflictMark record=subject.clone() /></h3>
            <ExemptMark record=subject.clone() />
            <dl class="facts">
                <Fact term="Date" value=fact(|case| case.dated.map(words::date::long)) />
                <Fact term="Prepared by" value=fact(|case| case.author.clone()) />
                <Fact term="Summary" value=fact(|case| case.summary.clone()) />
                <Fact term="Benefits that are not cash" value=fact(|case| case.gains.clone()) />
                <Fact term="Risks of the case" value=fact(|case| case.risks.clone()) />
                <Fact term="To members" value=fact(|case| case.members.as_ref().map(words::cases::to_members)) />
                <Fact term="Source" value=fact(|case| case.source.as_ref().map(words::source::source)) />
            </dl>
            <div class="buttons">
                <EditButton record=subject.clone() called=head open=open />
                <ExemptButton record=subject called=head class="button button--quiet button--small" />
            </div>
            <Show when=move || open.get()>{form.clone()}</Show>
            <h4>"Money"</h4>
            <p>{says}</p>
            <p class="figure__says">{move || basis().map(|basis| format!("From the money lines on the basis \"{basis}\" that cover the service. They are added and changed on the page of savings."))}</p>
            <Show when=undated><p><span class="flag">"Year not stated"</span>" Some figures state no year, and are in no year's sum."</p></Show>
            <FiguresTable cells=by_year caption="By year" first="What" />
            <FiguresTable cells=by_partner caption="By partner and year" first="Whose" />
            <Options id=id />
            <h4>"Signed off by treasurers"</h4>
            <KeptList items=signed keeping=SIGNOFFS empty="Nobody is asked: say who takes part in the service." button="" />
        </article>
    }
}

fn cells(amounts: &Amounts) -> Cells {
    let shown = |amount: &Option<Pence>| amount.map(words::money::exact);
    let rows = amounts.rows.iter().map(|(name, cells)| (name.clone(), cells.iter().map(shown).collect()));
    (amounts.heads.clone(), rows.collect())
}
