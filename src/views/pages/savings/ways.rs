//! The ways to see the savings: how years are counted, by whom, on which basis, of which programme.

use leptos::prelude::*;

use crate::domain::money::{Basis, MoneyKind};
use crate::domain::programme::ProgrammeId;
use crate::domain::thing::Kind;
use crate::route::{Beside, By, View};
use crate::session::use_session;
use crate::views::pages::savings::looking::{KINDS, Looking};
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::record_choice::{and_chosen, programmes};
use crate::views::parts::segments::{Segments, choices};

/// Rows of links and one filter.
#[component]
pub fn Ways(
    /// What is looked at.
    looking: Looking,
) -> impl IntoView {
    let session = use_session();
    let view = Memo::new(move |_| looking.state.with(|state| state.view().key().to_owned()));
    let by = Memo::new(move |_| looking.state.with(|state| state.by().key().to_owned()));
    let basis = Memo::new(move |_| looking.basis.get().key().to_owned());
    let to_view = Callback::new(move |key: String| {
        looking.with(|state| state.view = View::from_key(&key).filter(|view| *view != View::Yearly))
    });
    let to_by = Callback::new(move |key: String| {
        looking.with(|state| {
            state.by = By::from_key(&key).filter(|by| *by != By::Partner);
            state.mark = None;
        })
    });
    let to_basis = Callback::new(move |key: String| {
        looking.with(|state| {
            state.basis = Basis::from_key(&key);
            state.beside = state.beside.filter(|beside| *beside == Beside::Nothing);
        })
    });
    let stated = session.select_open(KINDS, |open| open.map(|open| open.ledger().choices()).unwrap_or_default());
    let bases = Memo::new(move |_| {
        let shown = looking.basis.get();
        let has_figures = |basis: &Basis| stated.with(|stated| stated.contains(&(MoneyKind::Saving, Some(*basis))));
        let all: Vec<Basis> = Basis::ALL.iter().copied().filter(|basis| *basis == shown || has_figures(basis)).collect();
        choices(&all, Basis::key, Basis::label)
    });
    let beside = Memo::new(move |_| looking.beside.get().map_or(Beside::Nothing, Beside::On).key().to_owned());
    let others = Memo::new(move |_| {
        let could = looking.could_be_beside.get().into_iter().map(Beside::On);
        choices(&std::iter::once(Beside::Nothing).chain(could).collect::<Vec<_>>(), Beside::key, Beside::label)
    });
    let has_others = Memo::new(move |_| looking.could_be_beside.with(|could| !could.is_empty()));
    let to_beside = Callback::new(move |key: String| looking.with(|state| state.beside = Beside::from_key(&key)));
    let programme = Memo::new(move |_| looking.state.with(|state| state.programme.clone()).map(String::from).unwrap_or_default());
    let options = session.select(&[Kind::Programme], move |workspace, _| {
        any("All programmes", programme.with(|chosen| and_chosen(workspace, programmes(workspace), chosen)))
    });
    let pick = Callback::new(move |key: String| {
        looking.change(|state| {
            state.programme = ProgrammeId::try_from(key).ok();
            state.mark = None;
        });
    });
    view! {
        <div class="savings__ways">
            <Segments label="Count" ways=choices(View::ALL, View::key, View::label) chosen=view to=to_view />
            <Segments label="By" ways=choices(By::ALL, By::key, By::label) chosen=by to=to_by />
            <Segments label="Basis" ways=bases chosen=basis to=to_basis />
            <Show when=move || has_others.get()><Segments label="Beside it" ways=others chosen=beside to=to_beside /></Show>
        </div>
        <Show when=move || options.with(|options| options.len() > 2)>
            <form class="filters" aria-label="Show">
                <FilterField id="savings-programme" label="Programme" options=options value=programme on_pick=pick />
            </form>
        </Show>
    }
}
