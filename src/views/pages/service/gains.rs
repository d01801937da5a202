//! What a service gains: money, and what is not money, side by side on equal footing.

use leptos::prelude::*;

use crate::domain::money::{Basis, Money, MoneyId, MoneyKind};
use crate::domain::service::{Service, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::route::Route;
use crate::session::use_session;
use crate::words;

const NAMED: usize = 5;

/// The two sorts of gain. A service that saves no cash and gains resilience does not look like a failure.
#[component]
pub fn Gains(
    /// Which.
    id: ServiceId,
    /// The service as it stands.
    service: Memo<Option<Service>>,
) -> impl IntoView {
    let session = use_session();
    let gains = Memo::new(move |_| service.with(|service| service.as_ref().and_then(|service| service.gains.clone())));
    let subject = Subject::from(&id);
    let cash = session.select(&[Kind::Money], move |workspace, _| {
        let covers = |line: &&Money| line.covers.iter().flatten().any(|covered| *covered == subject);
        let mut lines: Vec<_> = workspace.money.values().filter(covers).filter_map(said).collect();
        lines.order_by(Ord::cmp);
        lines.into_iter().map(|(_, says, id)| (says, id)).collect::<Vec<(String, MoneyId)>>()
    });
    let some = move || cash.with(|cash| cash.iter().take(NAMED).cloned().collect::<Vec<_>>());
    let further = move || cash.with(Vec::len).saturating_sub(NAMED);
    view! {
        <section aria-labelledby="gains-head">
            <h2 id="gains-head">"What it gains"</h2>
            <div class="pair">
                <div>
                    <h3>"Money"</h3>
                    <Show when=move || cash.with(|cash| !cash.is_empty()) fallback=|| view! { <p>"No saving or income is stated."</p> }>
                        <ul class="results">
                            {move || some().into_iter().map(|(says, line)| view! { <li class="results__item"><a class="results__link" href=Route::money(line).to_string()>{says}</a></li> }).collect_view()}
                        </ul>
                        <Show when=move || { further() > 0 }><p>{move || format!("{} more below.", further())}</p></Show>
                    </Show>
                </div>
                <div>
                    <h3>"Other than money"</h3>
                    <p class:not-stated=move || gains.with(Option::is_none)>{move || gains.get().unwrap_or_else(|| words::NOT_STATED.to_owned())}</p>
                </div>
            </div>
        </section>
    }
}

/// A saving or income in a few words, latest year first: `£330k saving forecast for 2010/11 (S3c 7.1)`.
fn said(line: &Money) -> Option<(std::cmp::Reverse<Option<i32>>, String, MoneyId)> {
    let sum = line.sum.as_ref().filter(|sum| matches!(sum.kind, MoneyKind::Saving | MoneyKind::Income))?;
    let basis = sum.basis.map(|basis| format!(", {}", Basis::label(basis).to_lowercase())).unwrap_or_default();
    let year = sum.year.map(|year| format!(" in {year}")).unwrap_or_default();
    let source = line.source.as_ref().map(|source| format!(" ({})", words::source::place(source))).unwrap_or_default();
    let amount = words::money::short_range(sum.pence, sum.up_to);
    let says = format!("{amount} {}{year}{basis}{source}", sum.kind.label().to_lowercase());
    Some((std::cmp::Reverse(sum.year.map(FinancialYear::start)), says, line.id.clone()))
}
