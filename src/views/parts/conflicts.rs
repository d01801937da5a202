//! Fields of a record to which people gave different values apart: every value with who and when, and a way to settle it.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::log::{Reading, RecordId, WITHDRAWN};
use crate::session::{Open, use_session};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;
use crate::words;

#[derive(Debug, Clone, PartialEq)]
struct Disputed {
    field: String,
    label: String,
    values: Vec<(serde_json::Value, String, String)>,
}

/// One block for each field in conflict; nothing where there is none.
#[component]
pub fn Conflicts(
    /// The record.
    subject: Subject,
) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(subject);
    let disputed =
        session.select_open(Kind::ALL, move |open| open.map(|open| disputed(open, &subject.get_value())).unwrap_or_default());
    view! { {move || disputed.get().into_iter().map(|one| view! { <Settle subject=subject.get_value() disputed=one /> }).collect_view()} }
}

#[component]
fn Settle(subject: Subject, disputed: Disputed) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("settle/{subject}/{}", disputed.field));
    let reason = form.field("reason", "");
    let chosen = form.field("value", "0");
    let head = format!("{} values for \"{}\"", disputed.values.len(), disputed.label);
    let values: Vec<_> = disputed.values.iter().map(|(value, ..)| value.clone()).collect();
    let field = disputed.field.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let place = chosen.get_untracked().parse::<usize>().unwrap_or_default();
        let Some(value) = values.get(place).cloned() else { return };
        let command = Command::Settle {
            record: subject.clone(),
            field: field.clone(),
            value,
            reason: form.text("reason").unwrap_or_default(),
        };
        form.save(Vec::new(), command, move || session.say("Settled."));
    };
    let id = form.element("head");
    let options = disputed.values.into_iter().enumerate().map(|(place, (_, said, by))| {
        let key = place.to_string();
        let checked = { let key = key.clone(); move || chosen.with(|chosen| *chosen == key) };
        let shown = if place == 0 { " Shown now." } else { "" };
        view! {
            <li class="conflict__value">
                <label class="choice">
                    <input class="choice__input" type="radio" name=form.element("value") prop:checked=checked on:change=move |_| chosen.set(key.clone()) />
                    <span class="choice__label conflict__said">{said}</span>
                    <span class="choice__hint conflict__by">{by}{shown}</span>
                </label>
            </li>
        }
    });
    let heading = id.clone();
    view! {
        <section class="conflict" aria-labelledby=heading>
            <h2 class="conflict__head" id=id>{head}</h2>
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                <ul>{options.collect_view()}</ul>
                <TextField form=form name="reason" label="Reason" value=reason />
                <div class="form__actions"><button class="button button--quiet" type="submit">"Settle this"</button></div>
            </form>
        </section>
    }
}

fn disputed(open: &Open, subject: &Subject) -> Vec<Disputed> {
    let Ok(id) = subject.as_str().parse::<RecordId>() else { return Vec::new() };
    let Some(record) = open.shared.record(&id) else { return Vec::new() };
    let kind = Kind::from_key(subject.kind());
    let fields = record.fields().filter(|field| *field != WITHDRAWN);
    let readings = fields.filter_map(|field| Some((field, record.reading(field).filter(Reading::is_conflict)?)));
    readings
        .map(|(field, reading)| Disputed {
            field: field.to_owned(),
            label: kind.map_or(field, |kind| kind.field_label(field)).to_owned(),
            values: reading
                .heads
                .iter()
                .map(|head| {
                    let by = &head.change.by;
                    let said = words::value(&open.workspace, subject.kind(), field, head.value);
                    (
                        head.value.clone(),
                        said,
                        format!("{}, {}, {}.", by.name, by.council, words::date::moment(head.change.at.seconds())),
                    )
                })
                .collect(),
        })
        .collect()
}
