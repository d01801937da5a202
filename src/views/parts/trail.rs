//! The history of a record: was, is, when, who, why.

use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{HistoryState, Route};
use crate::session::use_session;
use crate::trail::{TrailField, TrailStep};
use crate::views::parts::more::More;
use crate::views::parts::when::When;

/// The latest steps first; more on asking.
#[component]
pub fn Trail(
    /// Whose history.
    subject: Subject,
) -> impl IntoView {
    const AT_FIRST: usize = 5;
    let session = use_session();
    let all = Route::History(HistoryState { of: Some(subject.clone()), ..HistoryState::default() }).to_string();
    let head = format!("history-{}", subject.as_str().replace('/', "-"));
    let shown = RwSignal::new(AT_FIRST);
    let steps = session.select_open(Kind::ALL, move |open| {
        let mut steps = open.map(|open| open.trail(&subject)).unwrap_or_default();
        steps.reverse();
        steps
    });
    let lines = move || steps.with(|steps| steps.iter().take(shown.get()).cloned().map(step).collect_view());
    let more = move || steps.with(Vec::len).saturating_sub(shown.get());
    let heading = head.clone();
    view! {
        <section aria-labelledby=heading>
            <h2 id=head>"History"</h2>
            <ol class="history">{lines}</ol>
            <More left=Signal::derive(more) limit=shown step=20 of=("change", "changes") />
            <p><a class="link--alone" href=all>"This history with its reasons, and undoing any one change"</a></p>
            <p class="history__by">"Names are as given on each device. Nobody has checked them."</p>
        </section>
    }
}

fn step(step: TrailStep) -> impl IntoView {
    let by = if step.council.is_empty() || step.council == step.who {
        step.who.clone()
    } else {
        format!("{}, {}", step.who, step.council)
    };
    let (at, why) = (step.at, step.why.clone());
    view! {
        <li class="history__item">
            <When at=at />
            {what(step)}
            {why.map(|why| view! { <p class="history__why">{why}</p> })}
            <p class="history__by">{by}</p>
        </li>
    }
}

/// What a step did to its record.
pub fn what(step: TrailStep) -> AnyView {
    if step.adds {
        let fields = step
            .fields
            .into_iter()
            .map(|field| view! { <li><span class="history__field">{field.field}": "</span>{field.is}</li> });
        view! { <div class="history__what"><span class="history__field">"Added"</span><ul class="history__fields">{fields.collect_view()}</ul></div> }.into_any()
    } else {
        step.fields.into_iter().map(changed).collect_view().into_any()
    }
}

fn changed(field: TrailField) -> impl IntoView {
    view! {
        <p class="history__what">
            <span class="history__field">{field.field}</span> " "
            <del class="history__was"><span class="visually-hidden">"was "</span>{field.was}</del>
            <span aria-hidden="true">" → "</span>
            <ins class="history__is"><span class="visually-hidden">"is "</span>{field.is}</ins>
        </p>
    }
}
