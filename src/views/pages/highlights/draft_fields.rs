//! What is asked of a report, in the order of the Board's form (S3c Appendix C).

use leptos::prelude::*;

use crate::domain::highlight::{
    AGAIN, Activity, BECAME, Became, CONCERN, Content, DUE_AGAIN, Highlight, MITIGATION, MOST_ACTIVITIES, NEXT, NEXT_DUE,
    PROGRESS, to_confirm,
};
use crate::domain::rag::Rag;
use crate::session::use_session;
use crate::views::parts::asked_fields::{Ask, AskedFields};
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::segments::choices;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// Every field.
#[component]
pub fn DraftFields(
    /// The form that they belong to.
    form: Form,
    /// What the draft says.
    draft: Highlight,
) -> impl IntoView {
    let session = use_session();
    let content = draft.content.clone().unwrap_or_default();
    let unsure = session.look(|open| open.map(|open| to_confirm(&open.workspace, &draft)).unwrap_or_default());
    let confirm = unsure.iter().map(|(what, name)| {
        let is_said = content.confirmed.contains(what);
        let label: &'static str = match what {
            crate::domain::highlight::Confirmed::Status => "Status as last time",
            crate::domain::highlight::Confirmed::Complete => "% complete as last time",
            crate::domain::highlight::Confirmed::Dates => "Dates as last time",
        };
        let options = [("", "Not looked at yet"), ("yes", "Looked at again, and still right")];
        let options = options.map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec();
        Ask::one_of(name, label, if is_said { "yes" } else { "" }, options)
    });
    let confirm: Vec<Ask> = confirm.collect();
    let correction = draft.corrects.is_some().then(|| {
        let ask = Ask::text("correction", "What is corrected, and why", content.correction.as_ref());
        view! { <AskedFields form=form asks=vec![ask] /> }
    });
    let confirms = (!confirm.is_empty()).then(|| {
        view! {
            <fieldset class="form__part">
                <legend class="form__legend">"As in the report before"</legend>
                <AskedFields form=form asks=confirm />
            </fieldset>
        }
    });
    let planned =
        content.planned.iter().take(MOST_ACTIVITIES).enumerate().map(|(at, one)| activity(form, at, one)).collect_view();
    let nothing = content.planned.is_empty().then(|| view! { <p>"No report before this one planned anything."</p> });
    view! {
        {correction}
        <AskedFields form=form asks=standing(&content) />
        {confirms}
        <AskedFields form=form asks=vec![Ask::text("summary", "Summary", content.summary.as_ref()).hint("Where the project stands, in a few sentences.")] />
        <h2>"Planned for this period"</h2>
        {nothing}
        {planned}
        <AskedFields form=form asks=vec![Ask::text("other", "Other progress", content.other.as_ref())] />
        <h2>"Planned for the next period"</h2>
        <Lines form=form starts=content.next.iter().map(|one| (one.what.clone(), one.due.map(|due| due.to_string()).unwrap_or_default())).collect() names=(NEXT, NEXT_DUE) labels=("Activity", "Due") kind=Typed::Date add="Add an activity" />
        <h2>"Risks, issues and concerns"</h2>
        <Lines form=form starts=content.concerns.iter().map(|one| (one.what.clone(), one.mitigation.clone().unwrap_or_default())).collect() names=(CONCERN, MITIGATION) labels=("Concern", "What is done about it") kind=Typed::Line add="Add a concern" />
        <AskedFields form=form asks=vec![
            Ask::text("benefits", "Benefits", content.benefits.as_ref()),
            Ask::text("money", "Financial update", content.money.as_ref()),
        ] />
    }
}

fn standing(content: &Content) -> Vec<Ask> {
    let status = content.status.as_ref();
    let rags = || or_not_stated(choices(Rag::ALL, Rag::key, Rag::label));
    let complete = content.complete.map(|percent| percent.number().to_string()).unwrap_or_default();
    vec![
        Ask::line("prepared-by", "Prepared by", content.prepared_by.as_ref()).hint("The office, not the name, where you can."),
        Ask::one_of("rag", "Status now", status.map(|status| status.rag.key()).unwrap_or_default(), rags())
            .hint("Amber and red say what, by whom and by when."),
        Ask::text("why", "What is behind it", status.and_then(|status| status.why.as_ref())),
        Ask::line("who", "Who puts it right", status.and_then(|status| status.who.as_ref())),
        Ask::day("by", "By when", status.and_then(|status| status.by)),
        Ask::text("still-amber", "What will be different now", content.still_amber.as_ref())
            .hint("Asked where it is amber for the third report running."),
        Ask::one_of("expected", "Expected at year end", content.expected.map(Rag::key).unwrap_or_default(), rags()),
        Ask::short("complete", "% complete", complete),
        Ask::day("start", "Start", content.start),
        Ask::day("completion", "Projected completion", content.completion),
    ]
}

/// What was promised stands as text; what became of it is asked.
fn activity(form: Form, at: usize, one: &Activity) -> Option<impl IntoView + use<>> {
    let (became, progress) = (*BECAME.get(at)?, *PROGRESS.get(at)?);
    let (again, due) = (*AGAIN.get(at)?, *DUE_AGAIN.get(at)?);
    let carries = [("", "No"), ("yes", "Yes, carry it again")].map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec();
    let asks = vec![
        Ask::one_of(
            became,
            "What became of it",
            one.became.map(Became::key).unwrap_or_default(),
            or_not_stated(choices(Became::ALL, Became::key, Became::label)),
        ),
        Ask::line(progress, "Progress", one.progress.as_ref()),
        Ask::one_of(again, "Into the next period", if one.again.is_some() { "yes" } else { "" }, carries)
            .hint("Where it is not done, or done in part."),
        Ask::day(due, "New date", one.again.as_ref().and_then(|again| again.due)),
    ];
    Some(view! {
        <fieldset class="form__part">
            <legend class="form__legend">{words::highlights::planned(&one.planned)}</legend>
            <AskedFields form=form asks=asks />
        </fieldset>
    })
}

/// A field with its name.
type Named = (&'static str, RwSignal<String>);

/// Rows of two fields, as many as are filled and one more; a button adds further ones.
#[component]
fn Lines(
    form: Form,
    starts: Vec<(String, String)>,
    names: ([&'static str; MOST_ACTIVITIES], [&'static str; MOST_ACTIVITIES]),
    labels: (&'static str, &'static str),
    kind: Typed,
    add: &'static str,
) -> impl IntoView {
    let (firsts, seconds) = names;
    // A field that was being typed in when the page was closed is there again, and so is its row.
    let values: Vec<_> = firsts
        .iter()
        .zip(seconds)
        .enumerate()
        .map(|(at, (first, second))| {
            let (one, other) = starts.get(at).cloned().unwrap_or_default();
            (at, (*first, form.field(first, one)), (second, form.field(second, other)))
        })
        .collect();
    let filled = values
        .iter()
        .rev()
        .find(|(_, one, other)| !one.1.with_untracked(String::is_empty) || !other.1.with_untracked(String::is_empty));
    let shown = RwSignal::new(filled.map_or(1, |(at, ..)| (at + 2).min(MOST_ACTIVITIES)));
    let row = move |(at, one, other): (usize, Named, Named)| {
        let number = at + 1;
        view! {
            <Show when=move || at < shown.get()>
                <div class="form__row">
                    <TextField form=form name=one.0 label=format!("{} {number}", labels.0) value=one.1 width=40 />
                    <TextField form=form name=other.0 label=format!("{} {number}", labels.1) value=other.1 typed=kind width=if kind == Typed::Date { 12 } else { 40 } />
                </div>
            </Show>
        }
    };
    let more = move |_| {
        shown.update(|shown| *shown = (*shown + 1).min(MOST_ACTIVITIES));
        if let Some(name) = firsts.get(shown.get_untracked().saturating_sub(1)) {
            form.focus(name);
        }
    };
    view! {
        {values.into_iter().map(row).collect_view()}
        <Show when=move || { shown.get() < MOST_ACTIVITIES }>
            <div class="buttons"><button class="button button--quiet button--small" type="button" on:click=more>{add}</button></div>
        </Show>
    }
}
