//! A money line away from its sum, on the page of a service or a partner: what must be said beside it there.

use crate::analysis::savings::Ledger;
use crate::domain::money::{Basis, InUse, Money, MoneyKind};
use crate::domain::workspace::Workspace;
use crate::words;

/// What stands beside a line wherever it is shown alone: whether it is gone by or open, and of what it is the net.
pub fn beside_a_line(workspace: &Workspace, ledger: &Ledger, line: &Money) -> Vec<String> {
    let standing = match line.in_use.as_ref().map(|used| used.in_use) {
        Some(InUse::Yes) => Some("In use"),
        Some(InUse::No) => Some("Not in use"),
        None => (ledger.is_disputed(&line.id) || line.rival_of.is_some()).then_some("Not reconciled"),
    };
    standing.map(str::to_owned).into_iter().chain(net(workspace, line).map(|net| words::sentence(&net))).collect()
}

/// A saving or income in a few words: `£24k saving net of £46k in 2010/11, forecast (S3c 7.1)`.
pub fn gain(workspace: &Workspace, line: &Money) -> Option<String> {
    let sum = line.sum.as_ref().filter(|sum| matches!(sum.kind, MoneyKind::Saving | MoneyKind::Income))?;
    let net = net(workspace, line).map(|net| format!(" {net}")).unwrap_or_default();
    let basis = sum.basis.map(|basis| format!(", {}", Basis::label(basis).to_lowercase())).unwrap_or_default();
    let year = sum.year.map_or_else(|| ", year not stated".to_owned(), |year| format!(" in {year}"));
    let source = line.source.as_ref().map(|source| format!(" ({})", words::source::place(source))).unwrap_or_default();
    let amount = words::money::short_range(sum.pence, sum.up_to);
    Some(format!("{amount} {}{net}{year}{basis}{source}", sum.kind.label().to_lowercase()))
}

/// `net of £46k`.
fn net(workspace: &Workspace, line: &Money) -> Option<String> {
    let gross = workspace.money.get(line.net_of.as_ref()?);
    let sum = gross.and_then(|gross| gross.sum.as_ref());
    Some(sum.map_or_else(
        || "net of a figure that is not stated here".to_owned(),
        |sum| format!("net of {}", words::money::short_range(sum.pence, sum.up_to)),
    ))
}
