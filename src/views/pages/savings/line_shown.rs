//! One line whole: everything stated of it, changing it, its notes and everything that happened to it.

use leptos::prelude::*;

use crate::analysis::papers;
use crate::domain::money::{Money, MoneyId};
use crate::domain::record::Record;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::session::{Request, use_session};
use crate::views::pages::savings::desk::{Desk, edit_button, form_key};
use crate::views::pages::savings::full_form::FullForm;
use crate::views::pages::savings::looking::{KINDS, Looking};
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::fact::Fact;
use crate::views::parts::notes::Notes;
use crate::views::parts::paper_key::PaperKey;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The line that the address names.
#[component]
pub fn LineShown(
    /// What is looked at.
    looking: Looking,
    /// What is being worked on.
    desk: Desk,
    /// Which.
    line: MoneyId,
) -> impl IntoView {
    let session = use_session();
    let line = StoredValue::new(line);
    let subject = line.with_value(|line| Subject::from(line));
    let facts = session
        .select(KINDS, move |workspace, _| line.with_value(|line| workspace.money.get(line).map(|line| facts(workspace, line))));
    let is_here = Memo::new(move |_| facts.with(Option::is_some));
    let title = session.select(KINDS, move |workspace, _| line.with_value(|line| words::name(workspace, &Subject::from(line))));
    let named = session.select(KINDS, move |workspace, _| line.with_value(|line| papers::of_lines(workspace, [line])));
    let close = move || looking.with_line(None);
    let closed = Callback::new(move |()| {
        desk.in_full.set(false);
        session.request(Request::Focus("line-head".to_owned()));
    });
    let withdrawn =
        Callback::new(move |()| {
            session.say("The line is withdrawn.");
            session.request(Request::Swap(looking.state.with_untracked(|state| {
                crate::route::Route::Savings(crate::route::SavingsState { line: None, ..state.clone() })
            })));
        });
    session.request(Request::Focus("line-head".to_owned()));
    let whole = {
        let subject = subject.clone();
        move || {
            let subject = subject.clone();
            let before = session.look(|open| line.with_value(|line| open?.workspace.money.get(line).cloned()));
            let form = move || {
                before
                    .clone()
                    .map(|before| view! { <FullForm key=line.with_value(form_key) before=before is_new=false on_close=closed /> })
            };
            provide_context(FactsOf(subject.clone()));
            view! {
                <ExemptMark record=subject.clone() />
                <Conflicts subject=subject.clone() />
                <Show when=move || desk.in_full.get() fallback=move || view! { <Facts facts=facts /><PaperKey papers=named /> }>{form.clone()}</Show>
                <div class="buttons savings__acts">
                    <Show when=move || !desk.in_full.get()>
                        <button class="button" type="button" on:click=move |_| desk.in_full.set(true)>"Edit this line"</button>
                    </Show>
                    <ExemptButton record=subject.clone() called=title />
                    <Withdraw record=subject.clone() called=title.get_untracked() on_done=withdrawn />
                    <a class="button button--plain" href=move || close().to_string() on:click=move |_| session.request(Request::Focus(line.with_value(edit_button)))>"Close"</a>
                </div>
                <div class="pair">
                    <Trail subject=subject.clone() />
                    <Notes about=subject />
                </div>
            }
        }
    };
    let gone = move || {
        view! {
            <p>"This line is not in the workspace, or has been withdrawn. What is known of it stands in its history."</p>
            <p><a class="link--alone" href=close().to_string()>"All lines"</a></p>
            <Trail subject=subject.clone() />
        }
    };
    view! {
        <section class="savings__line" aria-labelledby="line-head">
            <h2 id="line-head" tabindex="-1">{title}</h2>
            <Show when=move || is_here.get() fallback=gone>{whole.clone()}</Show>
        </section>
    }
}

#[component]
fn Facts(facts: Memo<Option<Vec<(&'static str, String)>>>) -> impl IntoView {
    let shown = move || {
        let one = |(label, value): (&'static str, String)| view! { <Fact term=label value=Signal::derive(move || Some(value.clone())) /> };
        facts.get().unwrap_or_default().into_iter().map(one).collect_view()
    };
    view! { <dl class="facts">{shown}</dl> }
}

/// Every stated field in words, in the order in which a person reads them.
fn facts(workspace: &Workspace, line: &Money) -> Vec<(&'static str, String)> {
    let stated = line.encode();
    let told = Money::FIELDS.iter().filter(|field| !matches!(field.name, "title" | "exempt"));
    told.filter_map(|field| Some((field.label, words::value(workspace, Money::KIND, field.name, stated.get(field.name)?))))
        .collect()
}
