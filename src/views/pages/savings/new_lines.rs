//! Rows to type new lines into, or to paste them from a spreadsheet. Enter saves all that is filled in.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::money::{Money, MoneyId, MoneyKind};
use crate::domain::thing::Thing;
use crate::session::{Request, Session, use_session};
use crate::views::pages::savings::desk::{Adding, Desk};
use crate::views::pages::savings::looking::Looking;
use crate::views::pages::savings::new_row::{Act, NewRow};
use crate::views::pages::savings::typed_row::{FIELDS, ROW, Row, form_in_full, numbers, row};
use crate::views::parts::form::Form;
use crate::views::parts::segments::choices;
use crate::words;
use crate::words::typed::{in_full, line};

/// The table to type into.
#[component]
pub fn NewLines(
    /// What is looked at.
    looking: Looking,
    /// Where a row goes on in the full form.
    desk: Desk,
) -> impl IntoView {
    let session = use_session();
    let owner = Owner::current();
    let whole = Form::new(format!("{ROW}lines"));
    let kind = whole.field("kind", MoneyKind::Saving.key());
    let basis = move || looking.basis.get_untracked().key().to_owned();
    let make = move |number: usize| {
        let make = || row(number, basis());
        owner.as_ref().map_or_else(make, |owner| owner.with(make))
    };
    let rows = RwSignal::new(numbers(session).into_iter().map(&make).collect::<Vec<_>>());
    let make = StoredValue::new_local(make);
    let add = move || {
        let next = rows.with_untracked(|rows| rows.iter().map(|row| row.number).max().unwrap_or(0) + 1);
        let row = make.with_value(|make| make(next));
        rows.update(|rows| rows.push(row));
        row
    };
    let is_target = Signal::derive(move || kind.with(|kind| kind == MoneyKind::Target.key()));
    let clear = move || {
        rows.with_untracked(|rows| rows.iter().for_each(|row| row.empty(session, &basis())));
        rows.update(|rows| rows.truncate(1));
        whole.forget();
        focus(session, rows, 0, "title");
    };
    let take_out = Callback::new(move |number: usize| {
        rows.with_untracked(|rows| {
            rows.iter().filter(|row| row.number == number).for_each(|row| row.empty(session, &basis()));
        });
        if rows.with_untracked(Vec::len) > 1 {
            rows.update(|rows| rows.retain(|row| row.number != number));
        }
    });
    let saved = move || {
        // A row that was saved here has nothing left to do in the full form.
        let is_saved =
            |adding: &Adding| rows.with_untracked(|rows| rows.iter().any(|row| row.number == adding.row && !row.is_blank()));
        if desk.adding.with_untracked(|adding| adding.as_ref().is_some_and(is_saved)) {
            desk.adding.set(None);
        }
        clear();
    };
    let save = move || save(session, rows, kind, Callback::new(move |()| saved()));
    let acts = Callback::new(move |(number, act): (usize, Act)| {
        let place = rows.with_untracked(|rows| rows.iter().position(|row| row.number == number)).unwrap_or(0);
        match act {
            Act::Save => save(),
            Act::GiveUp => clear(),
            Act::Up(field) => focus(session, rows, place.saturating_sub(1), field),
            Act::Down(field) => {
                if place + 1 == rows.with_untracked(Vec::len) {
                    add();
                }
                focus(session, rows, place + 1, field);
            }
            Act::Pasted(sheets) => {
                for (count, sheet) in sheets.iter().enumerate() {
                    let there = rows.with_untracked(|rows| rows.get(place + count).copied());
                    there.unwrap_or_else(add).fill(sheet);
                }
                session.say(format!("{} pasted. Nothing is saved yet.", words::count(sheets.len(), "row", "rows")));
            }
            Act::More => {
                let typed = rows.with_untracked(|rows| rows.get(place).map(|row| row.sheet(&kind.get_untracked())));
                let starts = session.look(|open| Some(in_full(&open?.workspace, typed?))).unwrap_or_default();
                desk.adding.set(Some(Adding { row: number, starts, saved: take_out }));
                session.request(Request::Focus(format!("{}-title", form_in_full(number).replace('/', "-"))));
            }
        }
    });
    let kinds = choices(MoneyKind::ALL, MoneyKind::key, MoneyKind::label);
    let kind_options = kinds.into_iter().map(|(key, words)| view! { <option value=key>{words}</option> }).collect_view();
    let problems = move || rows.with(|rows| rows.iter().map(|row| row.form.refusals.with(Vec::len)).sum::<usize>());
    // What a row has no field for is said below it.
    let elsewhere = move || {
        let says = rows.with(|rows| {
            rows.iter()
                .flat_map(|row| row.form.refusals.get())
                .filter(|refusal| !FIELDS.contains(&refusal.field))
                .map(|refusal| refusal.says)
                .collect::<Vec<_>>()
        });
        if says.is_empty() { String::new() } else { format!(" {} Choose More for that.", says.join(" ")) }
    };
    let many = move || rows.with(Vec::len) > 1;
    view! {
        <section class="screen-only" aria-labelledby="new-lines-head">
            <h2 id="new-lines-head">"Add lines"</h2>
            <p class="savings__help">"Type amounts as you would say them: £12k, 1.2m, 5,112. Enter saves, Escape gives up, the arrows go up and down. Rows copied from a spreadsheet can be pasted into any field."</p>
            <div class="filters">
                <div class="field">
                    <label class="field__label" for="new-lines-kind">"Kind"</label>
                    <select class="field__input" id="new-lines-kind" prop:value=kind on:change=move |event| kind.set(event_target_value(&event))>{kind_options}</select>
                </div>
            </div>
            <div class="table-box">
                <table class="table table--stack-late entry" role="table" aria-labelledby="new-lines-head">
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader">"Line"</th>
                            <th scope="col" role="columnheader">"Covers"</th>
                            <th scope="col" role="columnheader">"Who"</th>
                            <th scope="col" role="columnheader">"Year"</th>
                            <th scope="col" role="columnheader" class="number">"Amount"</th>
                            <th scope="col" role="columnheader">{move || if is_target.get() { "Set by" } else { "Basis" }}</th>
                            <th scope="col" role="columnheader">"Recurring"</th>
                            <th scope="col" role="columnheader">"Source"</th>
                            <th scope="col" role="columnheader"><span class="visually-hidden">"More"</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|row| row.number let:row><NewRow row=row is_target=is_target acts=acts /></For>
                    </tbody>
                </table>
            </div>
            <Show when=move || { problems() > 0 }>
                <p class="entry__error" role="alert">{move || format!("{} to put right. Nothing is saved yet.", words::sentence(&words::count(problems(), "answer", "answers")))}{elsewhere}</p>
            </Show>
            <div class="form__actions">
                <button class="button" type="button" on:click=move |_| save()>{move || if many() { "Save the lines" } else { "Save the line" }}</button>
                <button class="button button--plain" type="button" on:click=move |_| { add(); }>"Another row"</button>
                <Show when=many><button class="button button--plain" type="button" on:click=move |_| clear()>"Clear all rows"</button></Show>
            </div>
        </section>
    }
}

fn focus(session: Session, rows: RwSignal<Vec<Row>>, place: usize, field: &str) {
    if let Some(row) = rows.with_untracked(|rows| rows.get(place).copied()) {
        session.request(Request::Focus(row.form.element(field)));
    }
}

/// All rows that are filled in, as one act; none where one of them cannot be read.
fn save(session: Session, rows: RwSignal<Vec<Row>>, kind: RwSignal<String>, then: Callback<()>) {
    let mut things: Vec<(Option<Thing>, Thing)> = Vec::new();
    let mut first_wrong: Option<(Form, &'static str)> = None;
    for row in rows.get_untracked().into_iter().filter(|row| !row.is_blank()) {
        let typed = row.sheet(&kind.get_untracked());
        let Some(id) = MoneyId::new(&session.new_id()) else { continue };
        let read = session.look(|open| match open {
            Some(open) => line(&open.workspace, &Money::new(id), &typed),
            None => Err(vec![Refusal::of("", "No workspace is open.")]),
        });
        let wrong = match read {
            Ok(money) => {
                things.push((None, money.into()));
                Vec::new()
            }
            Err(wrong) => wrong,
        };
        first_wrong = first_wrong.or_else(|| Some((row.form, wrong.first()?.field)));
        row.form.refusals.set(wrong);
    }
    if let Some((form, field)) = first_wrong {
        session.request(Request::Focus(form.element(field)));
        return;
    }
    if things.is_empty() {
        focus(session, rows, 0, "title");
        return;
    }
    let count = things.len();
    let done = move || {
        session.say(format!("{} saved.", words::sentence(&words::count(count, "line", "lines"))));
        then.run(());
    };
    if let Err(refusals) = session.dispatch(Command::PutAll(things), done) {
        session.raise(refusals.iter().map(|refusal| refusal.says.as_str()).collect::<Vec<_>>().join(" "));
    }
}
