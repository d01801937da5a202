//! What people differ on about one record, to be settled where it is shown.

use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::trail::{self, Disagreement};
use crate::views::parts::settle::Settle;
use crate::words;

/// One block for each field in conflict; nothing where there is none.
#[component]
pub fn Conflicts(
    /// The record.
    subject: Subject,
) -> impl IntoView {
    let disputed = use_session().select_open(Kind::ALL, move |open| {
        open.map(|open| trail::disagreements_on(&open.shared, &open.workspace, &subject)).unwrap_or_default()
    });
    view! { {move || disputed.get().into_iter().map(|one| view! { <Settle head=head(&one) one=one to=None /> }).collect_view()} }
}

/// "2 values for Owner", or that one removed what another changed.
pub fn head(one: &Disagreement) -> String {
    if one.is_about_use() {
        return "Removed by one and changed by another: keep it?".to_owned();
    }
    format!("{} for {}", words::count(one.statements.len(), "value", "values"), one.label)
}
