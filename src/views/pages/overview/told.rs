//! Sentences about where the programme stands, each with its mark, its links, its reason and its source.

use leptos::prelude::*;

use crate::analysis::overview::{Leads, Mark, Piece, Sentence};
use crate::route::{IssuesState, RisksState, Route, SavingsState, ServicesState};
use crate::views::parts::rag::{RagMark, Word};

/// A line for each sentence, inside `ul.say`.
#[component]
pub fn Told(
    /// What is said.
    sentences: Memo<Vec<Sentence>>,
) -> impl IntoView {
    move || sentences.get().into_iter().map(line).collect_view()
}

fn line(sentence: Sentence) -> impl IntoView {
    let says = sentence.says.into_iter().map(piece).collect_view();
    let source = sentence.source.map(|source| view! { " " <span class="say__source">{source}</span> });
    let small = (sentence.reason.is_some() || source.is_some())
        .then(|| view! { " " <small class="say__reason">{sentence.reason}{source}</small> });
    view! {
        <li class="say__line">
            <span class="say__mark">{mark(sentence.mark)}</span>
            <div>{says}{small}</div>
        </li>
    }
}

fn mark(mark: Mark) -> impl IntoView {
    match mark {
        Mark::Reported(rag) => view! { <RagMark rag=Some(rag) word=Word::Said /> }.into_any(),
        Mark::NotReported => view! { <RagMark rag=None word=Word::Said /> }.into_any(),
        Mark::Attention => {
            view! { <span aria-hidden="true">"!"</span><span class="visually-hidden">"To look at:"</span> }.into_any()
        }
        Mark::Plain => view! { <span aria-hidden="true">"–"</span> }.into_any(),
    }
}

fn piece(piece: Piece) -> impl IntoView {
    match piece.leads {
        Some(leads) => view! { <a href=route(&leads).to_string()>{piece.text}</a> }.into_any(),
        None => piece.text.into_any(),
    }
}

fn route(leads: &Leads) -> Route {
    match leads {
        Leads::To(subject) => Route::of(subject),
        Leads::Savings => Route::Savings(SavingsState::default()),
        Leads::Risks => Route::Risks(RisksState::default()),
        Leads::Services => Route::Services(ServicesState::default()),
        Leads::Issues => Route::Issues(IssuesState::default()),
        Leads::Programme => Route::Programme,
        Leads::Commitments => Route::Commitments(None),
    }
}
