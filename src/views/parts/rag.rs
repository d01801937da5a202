//! Red, amber, green or not reported: always a shape, a letter and a word.

use leptos::prelude::*;

use crate::domain::rag::Rag;

/// Whether the word is shown, or only said by a screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Word {
    /// Shown beside the letter.
    #[default]
    Shown,
    /// Said, not shown: the sentence beside it tells enough to those who see.
    Said,
}

/// The mark of a status. None is "not reported", and never looks green.
#[component]
pub fn RagMark(
    /// The status.
    rag: Option<Rag>,
    /// Whether the word is shown.
    #[prop(optional)]
    word: Word,
) -> impl IntoView {
    let shape = match rag {
        Some(Rag::Green) => view! { <circle stroke="none" cx="8" cy="8" r="7" /> }.into_any(),
        Some(Rag::Amber) => view! { <path stroke="none" d="M8 1 15.5 15H.5z" /> }.into_any(),
        Some(Rag::Red) => view! { <path stroke="none" d="M1 1h14v14H1z" /> }.into_any(),
        None => view! { <circle cx="8" cy="8" r="6" fill="none" stroke-width="2" /> }.into_any(),
    };
    let words = match (rag, word) {
        (Some(rag), Word::Shown) => view! { <span class="rag__letter" aria-hidden="true">{rag.letter()}</span> " " <span class="rag__word">{rag.label()}</span> }.into_any(),
        (None, Word::Shown) => view! { <span class="rag__word">"Not reported"</span> }.into_any(),
        (Some(rag), Word::Said) => {
            view! { <span class="rag__letter" aria-hidden="true">{rag.letter()}</span> <span class="visually-hidden">{format!("{}: {}", rag.label(), rag.meaning())}</span> }
                .into_any()
        }
        (None, Word::Said) => view! { <span class="visually-hidden">"Not reported"</span> }.into_any(),
    };
    view! {
        <span class="rag" data-rag=rag.map_or("none", Rag::key)>
            <svg class="rag__shape" viewBox="0 0 16 16" aria-hidden="true">{shape}</svg>
            {words}
        </span>
    }
}
