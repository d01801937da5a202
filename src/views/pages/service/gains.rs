//! What a service gains: money, and what is not money, side by side on equal footing.

use leptos::prelude::*;

use crate::analysis::telling;
use crate::domain::money::{Money, MoneyId};
use crate::domain::service::{Service, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::route::Route;
use crate::session::{Open, use_session};
use crate::views::parts::money_table::flag;
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
    let cash = session.select_open(&[Kind::Money], move |open| open.map(|open| gains_of(open, &subject)).unwrap_or_default());
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
                            {move || some().into_iter().map(item).collect_view()}
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

/// A gain: what it says, what must be seen beside it, and where it leads.
type Gain = (String, Vec<String>, MoneyId);

/// Latest year first.
fn gains_of(open: &Open, service: &Subject) -> Vec<Gain> {
    let (workspace, ledger) = (&open.workspace, open.ledger());
    let covers = |line: &&Money| line.covers.iter().flatten().any(|covered| covered == service);
    let said = |line: &Money| {
        let year = line.sum.as_ref().and_then(|sum| sum.year).map(FinancialYear::start);
        let standing = telling::beside_a_line(workspace, ledger, line).into_iter().filter(|says| !says.starts_with("Net of"));
        Some((std::cmp::Reverse(year), telling::gain(workspace, line)?, standing.collect(), line.id.clone()))
    };
    let mut lines: Vec<_> = workspace.money.values().filter(covers).filter_map(said).collect();
    lines.order_by(Ord::cmp);
    lines.into_iter().map(|(_, says, flags, id)| (says, flags, id)).collect()
}

fn item((says, flags, line): Gain) -> impl IntoView {
    let flags = flags.into_iter().map(flag);
    view! { <li class="results__item"><a class="results__link" href=Route::money(line).to_string()>{says}</a>{flags.collect_view()}</li> }
}
