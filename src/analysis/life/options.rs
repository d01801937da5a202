//! The options of a business case side by side: what each would cost and save, and the one that is put forward.

use crate::analysis::savings::Payback;
use crate::domain::case::{Case, CaseOption, Choice, Estimate};
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words;

/// What heads the table beside the option's name.
pub const HEADS: [&str; 5] = ["Costs once", "Costs every year", "Saves a year", "Net a year", "Pays back"];

/// An option in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionRow {
    /// What it is called, and that it is the chosen one where it is.
    pub name: String,
    /// A cell under each head; nothing where it is not stated.
    pub cells: [Option<String>; 5],
}

/// The options of a case: the chosen one first, then those that are open, then those rejected, by name.
pub fn options<'w>(workspace: &'w Workspace, case: &Case) -> Vec<&'w CaseOption> {
    let mut all: Vec<&CaseOption> = workspace.options.values().filter(|option| option.case.as_ref() == Some(&case.id)).collect();
    let place = |choice: Option<Choice>| match choice {
        Some(Choice::Chosen) => 0,
        None => 1,
        Some(Choice::Rejected) => 2,
    };
    all.order_by_key(|option| (place(option.choice), option.name.clone(), option.id.clone()));
    all
}

/// A row for each option of which figures are stated.
pub fn option_rows(workspace: &Workspace, case: &Case) -> Vec<OptionRow> {
    let row = |option: &CaseOption| Some(OptionRow { name: called(option), cells: cells(option.estimate.as_ref()?) });
    options(workspace, case).into_iter().filter_map(row).collect()
}

/// What is put forward, how it stands beside the others, and where its figures are not those of the case.
pub fn preferred_says(workspace: &Workspace, case: &Case, stated: (Option<Pence>, Option<Pence>)) -> Vec<String> {
    let all = options(workspace, case);
    let is_chosen = |option: &&&CaseOption| option.choice == Some(Choice::Chosen);
    let Some(chosen) = all.iter().find(is_chosen) else {
        let none = "No option is marked as chosen.".to_owned();
        return (!all.is_empty()).then_some(none).into_iter().collect();
    };
    let name = name(chosen);
    let Some(estimate) = &chosen.estimate else {
        return vec![format!("{name} is chosen. What it costs and saves is not stated.")];
    };
    let payback = match payback(estimate) {
        Some(says) if says.starts_with("in") => format!("; it pays back {says}"),
        Some(says) => format!("; it {says}"),
        None => String::new(),
    };
    let mut says = vec![format!("{name} is chosen: {}{payback}.", words::cases::estimate(estimate))];
    says.extend(beside(&all, chosen, estimate.net()));
    says.extend(differs(estimate, stated));
    says
}

fn beside(all: &[&CaseOption], chosen: &CaseOption, net: Option<Pence>) -> Option<String> {
    let net = net?;
    let others = all.iter().filter(|other| other.id != chosen.id);
    let more = others.filter_map(|other| Some((other.estimate.as_ref()?.net()?, *other)));
    let (most, other) = more.max_by_key(|(net, _)| *net)?;
    let by = most.minus(net).filter(|by| *by > Pence::ZERO);
    Some(match by {
        Some(by) => format!("{} would save {} more a year.", name(other), words::money::exact(by)),
        None => "No other option with figures would save more a year.".to_owned(),
    })
}

/// The lines of money are what the case comes to; an estimate beside them may be older.
fn differs(estimate: &Estimate, (once, yearly): (Option<Pence>, Option<Pence>)) -> Option<String> {
    let other = |said: Option<Pence>, stated: Option<Pence>| said.zip(stated).is_some_and(|(said, stated)| said != stated);
    let shown = |amount: Option<Pence>| amount.map_or_else(|| words::NOT_STATED.to_owned(), words::money::exact);
    (other(estimate.once, once) || other(estimate.net(), yearly)).then(|| {
        format!(
            "The money lines of the case say otherwise: {} once, {} net a year. Say on the option or on the lines which holds.",
            shown(once),
            shown(yearly)
        )
    })
}

fn payback(estimate: &Estimate) -> Option<String> {
    match Payback::of(estimate.once, estimate.net()) {
        Payback::TenthsOfYears(10) => Some("in 1.0 year".to_owned()),
        Payback::TenthsOfYears(tenths) => Some(format!("in {}.{} years", tenths / 10, tenths % 10)),
        Payback::DoesNotPayBack => Some("does not pay back".to_owned()),
        Payback::NotStated => None,
    }
}

fn cells(estimate: &Estimate) -> [Option<String>; 5] {
    let shown = |amount: Option<Pence>| amount.map(words::money::exact);
    [shown(estimate.once), shown(estimate.running), shown(estimate.saving), shown(estimate.net()), payback(estimate)]
}

fn name(option: &CaseOption) -> String {
    option.name.clone().unwrap_or_else(|| "An option without a name".to_owned())
}

fn called(option: &CaseOption) -> String {
    match option.choice {
        Some(choice) => format!("{} ({})", name(option), choice.label().to_lowercase()),
        None => name(option),
    }
}
