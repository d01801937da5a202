//! The few figures that stand for the page of savings.

use std::collections::BTreeSet;

use crate::analysis::savings::{Delivered, Flag, Group, SavingsAnswer, Yardstick};
use crate::analysis::telling::picture::Picture;
use crate::analysis::telling::sentence;
use crate::domain::money::{Basis, MoneyId};
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;
use crate::words;

/// How many parts of a sum are named beside it.
const PARTS_NAMED: usize = 3;

/// A figure with its name and what is said beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: String,
    /// How much; a dash where nothing is stated.
    pub value: String,
    /// What it is made of, or why there is none.
    pub says: String,
}

/// The sum of a year with the programmes that it is of, its target, what is not reconciled, and what states no year.
pub fn headline(
    workspace: &Workspace,
    picture: &Picture,
    answer: &SavingsAnswer,
    year: Option<FinancialYear>,
    programmes: &[String],
) -> Vec<Figure> {
    let mut figures = Vec::new();
    if let Some(year) = year {
        figures.push(sum(picture, year, programmes));
        figures.push(target(picture, answer, year));
    }
    figures.push(reconciled(workspace, answer));
    if let Some(undated) = answer.undated.as_ref().and_then(|bar| bar.total) {
        let says = "In no year's sum until a year is stated".to_owned();
        figures.push(Figure { name: "Year not stated".to_owned(), value: words::money::short(undated), says });
    }
    figures
}

fn sum(picture: &Picture, year: FinancialYear, programmes: &[String]) -> Figure {
    let name = format!("{}, {year}", picture.basis.map_or("Basis not stated", Basis::label));
    let Some(total) = picture.amount(year, None) else {
        return Figure { name, value: "–".to_owned(), says: "Not yet reported".to_owned() };
    };
    let parts =
        picture.columns.iter().find(|column| column.year == year).map(|column| column.parts.as_slice()).unwrap_or_default();
    let named = picture.groups.iter().zip(parts);
    let told: Vec<String> =
        named.filter_map(|(group, part)| Some(format!("{} {}", picture.said(year, (*part)?), group.label))).collect();
    let parts = words::count::list_some(told, PARTS_NAMED);
    let says = match (picture.group, programmes) {
        (Group::Programme, _) | (_, []) => parts,
        (_, several) => format!("{}: {parts}", words::count::list_some(several, PARTS_NAMED)),
    };
    Figure { name, value: picture.said(year, total), says }
}

fn target(picture: &Picture, answer: &SavingsAnswer, year: FinancialYear) -> Figure {
    let bar = answer.bar(year);
    let held = bar.map_or(&Yardstick::NotSet, |bar| &bar.against);
    let amount = picture.amount(year, None);
    let says = match (amount, held.amount(), bar.map(|bar| bar.delivered)) {
        (Some(amount), Some(_), Some(Delivered::Tenths(tenths))) => {
            format!("{}; {}", words::sentence(&sentence::against(amount, held)), percent(tenths))
        }
        (Some(amount), Some(_), _) => words::sentence(&sentence::against(amount, held)),
        (None, Some(_), _) => "Nothing is reported against it yet".to_owned(),
        (_, None, _) => words::sentence(&sentence::against(Pence::ZERO, held)),
    };
    let name = if matches!(held, Yardstick::ApprovedBudget { .. }) { "Approved budget" } else { "Target" };
    let value = held.amount().map_or_else(|| "–".to_owned(), |amount| picture.said(year, amount));
    Figure { name: format!("{name}, {year}"), value, says }
}

fn percent(tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let size = tenths.unsigned_abs();
    format!("{sign}{}.{} % of it", words::number(size / 10), size % 10)
}

fn reconciled(workspace: &Workspace, answer: &SavingsAnswer) -> Figure {
    let flagged = answer.rows.iter().filter(|row| row.flags.contains(&Flag::NotReconciled));
    let is_open = |id: &&MoneyId| workspace.money.get(*id).is_none_or(|line| line.in_use.is_none());
    let lines: BTreeSet<&MoneyId> = flagged.filter_map(|row| row.line.as_ref()).filter(is_open).one_by_one();
    let name = "Not reconciled".to_owned();
    let told = |id: &&MoneyId| {
        let line = workspace.money.get(*id)?;
        Some(format!("{} {}", words::money::short(line.sum.as_ref()?.pence), line.title.as_deref().unwrap_or_default()))
    };
    match lines.len() {
        0 => Figure { name, value: "0".to_owned(), says: "No two figures wait to be reconciled".to_owned() },
        many => Figure {
            name,
            value: words::count(many, "figure", "figures"),
            says: words::count::list_some(lines.iter().filter_map(told), PARTS_NAMED),
        },
    }
}
