//! Entering a whole period of a service at once: measures down the side, councils across, by keyboard or from a spreadsheet.

mod cell;
mod choose;
mod sheet;
mod table;
mod typed;

use leptos::prelude::*;

use crate::analysis::measures::{Place, grid, measured, periods};
use crate::domain::period::Period;
use crate::domain::reading::Filling;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::route::{EnterState, MeasuresState, Route};
use crate::session::use_session;
use crate::views::here::use_route;
use crate::views::pages::enter::choose::Choose;
use crate::views::pages::enter::sheet::Sheet;
use crate::views::pages::measures::KINDS;
use crate::views::parts::empty::Empty;
use crate::views::parts::page_head::PageHead;
use crate::words;

/// The page of the grid.
#[component]
pub fn EnterPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&EnterState>| {
        route.with(|route| match route {
            Route::Enter(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let place = session.select(&[Kind::Measure, Kind::Service, Kind::About], move |workspace, today| {
        state.with(|state| place(workspace, state, today))
    });
    // An undo, or what comes from another tab, is shown at once; what is being typed is kept beside it.
    let opened = session
        .select(KINDS, move |workspace, _| place.with(|place| place.clone().map(|place| (grid(workspace, &place), place))));
    let page = Memo::new(move |_| state.with(|state| state.page.map_or(0, |page| usize::from(page) - 1)));
    let lede = move || place.with(|place| place.as_ref().map(says));
    let sheet = move || {
        opened.get().map(|(grid, place)| {
            let page = page.get();
            view! { <Sheet place=place whole=grid page=page state=state /> }
        })
    };
    let all = (Route::Measures(MeasuresState::default()), "All measures");
    view! {
        <PageHead title="Enter figures" lede=Signal::derive(lede) up=all />
        <Show when=move || place.with(Option::is_some) fallback=|| view! { <Empty says="No service has a measure yet." why="Add a measure first; then its baseline, targets and readings are entered here."><a class="button button--quiet" href=Route::Measures(MeasuresState::default()).to_string()>"Measures"</a></Empty> }>
            <Choose state=state place=place />
            {sheet}
        </Show>
    }
}

/// What the grid is about, as a sentence.
fn says(place: &Place) -> String {
    match place.filling {
        Filling::Readings => format!(
            "What {} came to. A blank is not nought: leave empty what you do not know.",
            words::measures::period(place.period, place.year)
        ),
        Filling::Targets => format!("What {} is to come to.", words::measures::period(place.period, place.year)),
        Filling::Forecasts => format!("What is expected of {} as a whole.", place.year),
        Filling::Baselines => {
            "How it stood before the service was shared, so that what has changed since can be shown.".to_owned()
        }
    }
}

/// The chosen place, or the one that is most likely meant: the first service with a measure, and the latest period over.
fn place(workspace: &Workspace, state: &EnterState, today: chrono::NaiveDate) -> Option<Place> {
    let measured = measured(workspace);
    let service = state.service.clone().filter(|service| measured.contains(service)).or_else(|| measured.first().cloned())?;
    let filling = state.what();
    let offered = periods(workspace, &service, filling);
    let reading = workspace.reading(today);
    let often = offered.iter().map(|period| period.frequency()).min()?;
    let latest = || {
        let (year, period) = often.period_of(reading)?;
        let (before, is_earlier) = period.before();
        Some((if is_earlier { year.previous()? } else { year }, before))
    };
    let (year, period) = match (state.year, state.period.filter(|period| offered.contains(period))) {
        (Some(year), Some(period)) => (year, period),
        (year, period) => {
            let (its_year, latest) = latest()?;
            let current = workspace.current_year(today)?;
            let is_for_the_year = filling != Filling::Readings;
            let default = if is_for_the_year { Period::Year } else { latest };
            (year.unwrap_or(if is_for_the_year { current } else { its_year }), period.unwrap_or(default))
        }
    };
    Some(Place { service, filling, year, period })
}
