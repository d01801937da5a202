//! Settings: title, reading date, words and bands of the risk matrix, order of partners, codes of papers; each is saved as its own change.

mod matrix;
mod matrix_fields;
mod nature;
mod order;
mod papers;
mod reading;
mod reminder;
mod title;

use leptos::prelude::*;

use crate::domain::about::{About, WorkspaceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::{Open, Session, use_session};
use crate::views::pages::settings::matrix::MatrixSettings;
use crate::views::pages::settings::nature::NatureFact;
use crate::views::pages::settings::order::OrderOfPartners;
use crate::views::pages::settings::papers::Papers;
use crate::views::pages::settings::reading::ReadingDate;
use crate::views::pages::settings::reminder::ReminderSettings;
use crate::views::pages::settings::title::Title;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::notes::Notes;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::trail::Trail;

/// The settings of the open workspace. They travel with it.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let session = use_session();
    let subject = session.select_open(&[Kind::About], |open| open.and_then(settings).map(|about| Subject::from(&about.id)));
    view! {
        <PageHead title="Settings" lede="They belong to the workspace and travel with it. Each is saved by itself." />
        {move || subject.get().map(|subject| view! { <Conflicts subject=subject /> })}
        <Title />
        <ReadingDate />
        <MatrixSettings />
        <OrderOfPartners />
        <Papers />
        <NatureFact />
        <ReminderSettings />
        {move || subject.get().map(|subject| view! { <Notes about=subject.clone() /><Trail subject=subject /> })}
    }
}

/// The record of settings as it stands; one of which nothing is stated yet where there is none.
fn settings(open: &Open) -> Option<About> {
    let known = open.workspace.settings().cloned();
    known.or_else(|| WorkspaceId::new(&open.name).map(About::new))
}

/// The settings to change.
fn now(session: Session) -> Option<About> {
    session.look(|open| open.and_then(settings))
}
