//! The chart with its caption, its sentence, its table and the ways to take it along.

use leptos::prelude::*;

use crate::analysis::telling;
use crate::route::Beside;
use crate::session::{Caption, Picture, Request, use_session};
use crate::views::charts::key_lines;
use crate::views::charts::savings_chart::{Mark, SavingsChart};
use crate::views::pages::savings::looking::{KINDS, Looking};
use crate::views::pages::savings::years_table::YearsTable;
use crate::words;

/// Savings by year.
#[component]
pub fn SavingsFigure(
    /// What is looked at.
    looking: Looking,
) -> impl IntoView {
    let session = use_session();
    let caption = Memo::new(move |_| looking.picture.with(telling::caption));
    let says = session.select(KINDS, move |workspace, _| {
        let mark = looking.state.with(|state| state.year.and(state.mark.clone()));
        looking.picture.with(|picture| {
            let year = looking.year.get();
            let sum = looking.answer.with(|answer| telling::sentence(workspace, picture, answer, year, mark.as_deref()));
            let is_of_all = looking.state.with(|state| state.year.is_none());
            let elsewhere = looking
                .answer
                .with(|answer| telling::not_reconciled_elsewhere(workspace, picture, answer, year))
                .filter(|_| is_of_all);
            let beside = telling::beside(picture, year, mark.as_deref());
            std::iter::once(sum).chain(beside).chain(elsewhere).collect::<Vec<_>>().join(" ")
        })
    });
    let chosen = looking.mark();
    let to = Callback::new(move |mark: Mark| {
        let is_same = chosen.with(|chosen| chosen.as_ref() == Some(&mark));
        let shown = looking.basis.get();
        looking
            .with(|state| {
                // Choosing what is chosen lets go of it.
                state.year = Some(mark.year).filter(|_| !is_same);
                state.mark = mark.group.filter(|_| !is_same);
                state.line = None;
                // What stands beside has lines of its own: they are shown, and what was shown stands beside them.
                if let Some(basis) = mark.basis.filter(|basis| *basis != shown) {
                    state.basis = Some(basis);
                    state.beside = Some(Beside::On(shown));
                }
            })
            .to_string()
    });
    let (title, reading, is_sample) = (session.title(), session.reading(), session.is_sample());
    let told = move || Caption {
        head: caption.get_untracked(),
        facts: format!(
            "{}{}. Amounts in pounds: k is a thousand, m a million. As at {}.",
            if is_sample.get_untracked() { "Sample. " } else { "" },
            title.get_untracked().trim_end_matches('.'),
            words::date::long(reading.get_untracked()),
        ),
        key: looking.picture.with_untracked(key_lines),
    };
    let save = move |form: Picture| {
        let year = looking.year.get_untracked();
        let name = looking.picture.with_untracked(|picture| telling::file_name(picture, year));
        session.request(Request::SavePicture { element: "savings-chart".to_owned(), name, form, caption: told() });
    };
    let is_empty = Memo::new(move |_| looking.picture.with(|picture| picture.columns.is_empty()));
    view! {
        <figure class="figure">
            <figcaption class="figure__caption" id="savings-caption">{caption}</figcaption>
            <p class="figure__says" role="status">{says}</p>
            <Show when=move || !is_empty.get()>
                <div id="savings-chart"><SavingsChart picture=looking.picture labelled_by="savings-caption" to=to chosen=chosen /></div>
                <YearsTable picture=looking.picture caption=caption />
                <div class="figure__actions">
                    <button class="button button--plain button--small" data-reads="" type="button" on:click=move |_| save(Picture::Svg)>"Save as SVG"</button>
                    <button class="button button--plain button--small" data-reads="" type="button" on:click=move |_| save(Picture::Png)>"Save as PNG"</button>
                </div>
            </Show>
        </figure>
    }
}
