//! The money lines that cover a service.

use leptos::prelude::*;

use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{LadderState, Route};
use crate::session::use_session;
use crate::views::parts::money_table::{MoneyTable, lines_where};

/// A table of them; nothing is added up here, since bases differ.
#[component]
pub fn ServiceMoney(
    /// Which.
    id: ServiceId,
) -> impl IntoView {
    let subject = Subject::from(&id);
    let ladder = Route::Ladder(LadderState { service: Some(id), ..LadderState::default() }).to_string();
    let lines = use_session().select_open(&[Kind::Money, Kind::Partner], move |open| {
        open.map(|open| lines_where(open, |line| line.covers.iter().flatten().any(|covered| *covered == subject)))
            .unwrap_or_default()
    });
    view! {
        <section aria-labelledby="money-head">
            <h2 id="money-head">"Money"</h2>
            <p><a class="link--alone" href=ladder>"Its figures on every basis, and what moved them"</a></p>
            <MoneyTable lines=lines caption="Lines that cover this service" empty="No figure covers this service. Figures are added on the page of savings." />
        </section>
    }
}
