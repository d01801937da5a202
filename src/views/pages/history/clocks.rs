//! Changes whose device had its clock set wrong: who, what, when it claims, and why that does not fit.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::log::ChangeId;
use crate::order::OneByOne;
use crate::session::{Session, Shelf, use_session};
use crate::trail::{self, Misfit};
use crate::views::parts::more::More;
use crate::views::parts::when::When;
use crate::words;

const AT_FIRST: usize = 3;

/// The changes of what is shown whose stated times do not fit.
pub fn misfits(session: Session) -> Memo<BTreeSet<ChangeId>> {
    Memo::new(move |_| {
        session.track(Kind::ALL);
        let now = (session.device().now)();
        session.look(|open| {
            let misfits = open.map(|open| open.shared.clock_misfits(now)).unwrap_or_default();
            misfits.iter().map(|misfit| misfit.change.id).one_by_one()
        })
    })
}

/// The list of them; nothing where every clock fits.
#[component]
pub fn ClocksThatDoNotFit(
    /// Which they are.
    all: Memo<BTreeSet<ChangeId>>,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let many = Memo::new(move |_| all.with(BTreeSet::len));
    let shown = Memo::new(move |_| {
        // Said anew with every change of the list, and when more of it is asked for.
        all.track();
        let (limit, now) = (limit.get(), (session.device().now)());
        session.look(|open| {
            let Some(open) = open else { return Vec::new() };
            let told = open.told(Shelf::Shared);
            let misfits = open.shared.clock_misfits(now);
            misfits.iter().take(limit).map(|misfit| trail::misfit(told, misfit, now)).collect()
        })
    });
    let lede = move || {
        let changes = words::count(many.get(), "change was", "changes were");
        format!("{changes} made where the device's clock was set wrong.")
    };
    let left = move || many.get().saturating_sub(shown.with(Vec::len));
    view! {
        <Show when=move || { many.get() > 0 }>
            <section aria-labelledby="clocks-head">
                <h2 id="clocks-head" tabindex="-1">"Clocks that do not fit"</h2>
                <p>{lede}" Nothing is lost by it: what replaced what does not hang on clocks. It stands in lists where its clock says, and as at an earlier day after what it had seen. Set the date and time right on that device."</p>
                <ol class="history">
                    <For each=move || shown.get() key=Clone::clone children=shown_misfit />
                </ol>
                <More left=Signal::derive(left) limit=limit step=20 of=("change", "changes") />
            </section>
        </Show>
    }
}

fn shown_misfit(misfit: Misfit) -> impl IntoView {
    let session = use_session();
    let by = [Some(misfit.who), Some(misfit.council).filter(|council| !council.is_empty())];
    let by = by.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let from = move || session.brought.with(|brought| brought.get(&misfit.change).map(|file| format!(". Came in {file}")));
    view! {
        <li class="history__item">
            <When at=misfit.at is_misfit=true />
            <p class="history__what">{misfit.says}</p>
            <p class="history__why">{misfit.why}</p>
            <p class="history__by">{by}{from}</p>
        </li>
    }
}
