//! What is said of a sum: the sentence above the chart, and the names of its marks.

use std::collections::BTreeSet;

use crate::analysis::savings::{Counts, OpenIncrease, Row, SavingsAnswer, View, Yardstick};
use crate::analysis::telling::picture::Picture;
use crate::domain::money::{Basis, MoneyId};
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;
use crate::words;

/// How many papers a sentence names.
const PAPERS_NAMED: usize = 2;

/// More lines than this have too many papers to name any.
const MANY: usize = 100;

/// How firm a figure is, as one says it after the amount: `£450k forecast`.
pub fn basis_words(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Indicative) => "indicative",
        Some(Basis::HighLevelCase) => "in a high-level business case",
        Some(Basis::DetailedCase) => "in a detailed business case",
        Some(Basis::Budget) => "budgeted",
        Some(Basis::Forecast) => "forecast",
        Some(Basis::Actual) => "saved",
        None => "on no stated basis",
    }
}

/// The name of a mark: `2010/11, Bromsgrove: £450k forecast`.
pub fn mark_name(picture: &Picture, year: FinancialYear, group: Option<&str>, amount: Option<Pence>) -> String {
    name_on(picture, picture.basis, (year, group), amount)
}

fn name_on(
    picture: &Picture,
    basis: Option<Basis>,
    (year, group): (FinancialYear, Option<&str>),
    amount: Option<Pence>,
) -> String {
    let whose = group.map(|label| format!(", {label}")).unwrap_or_default();
    let counted = match picture.view {
        View::Yearly => "",
        View::New => ", new in that year",
        View::Cumulative => ", all years so far",
    };
    match amount {
        Some(amount) => format!("{year}{whose}: {} {}{counted}", picture.said(year, amount), basis_words(basis)),
        None => format!("{year}{whose}: not reported"),
    }
}

/// The name of a mark of the stack that stands beside: `2010/11, Bromsgrove: £430k saved`.
pub fn beside_name(picture: &Picture, year: FinancialYear, group: Option<&str>, amount: Option<Pence>) -> String {
    name_on(picture, picture.beside, (year, group), amount)
}

/// What stands beside the sum of a year, as a sentence of its own: `Beside it: £430k saved in 2010/11.`
pub fn beside(picture: &Picture, year: Option<FinancialYear>, mark: Option<&str>) -> Option<String> {
    let (basis, year) = (Some(picture.beside?), year?);
    let during = if basis == Some(Basis::Actual) { "in" } else { "for" };
    let when = match picture.view {
        View::Yearly | View::New => format!("{during} {year}"),
        View::Cumulative => format!("up to {year}"),
    };
    Some(match picture.amount_beside(year, mark) {
        Some(amount) => format!("Beside it: {} {} {when}.", picture.said(year, amount), basis_words(basis)),
        None => format!("Beside it, no savings are {} {when} yet.", stated(basis)),
    })
}

/// The name of a year's mark, with what its sum is held against: `2010/11: £964k forecast, target £1m`.
pub fn year_name(picture: &Picture, year: FinancialYear, total: Option<Pence>, held: &Yardstick) -> String {
    let held = match held {
        Yardstick::Target { amount, .. } => format!(", target {}", picture.said(year, *amount)),
        Yardstick::ApprovedBudget { amount, .. } => format!(", approved budget {}", picture.said(year, *amount)),
        Yardstick::NotSet | Yardstick::Partly { .. } => String::new(),
    };
    format!("{}{held}", mark_name(picture, year, None, total))
}

/// The sentence above the chart: `£964k forecast for 2010/11, S3c 7.2; no target has been set.`
pub fn sentence(
    workspace: &Workspace,
    picture: &Picture,
    answer: &SavingsAnswer,
    year: Option<FinancialYear>,
    mark: Option<&str>,
) -> String {
    let shown = mark.and_then(|mark| picture.group(mark)).map(|group| group.label.as_str());
    let of = picture.of.as_deref();
    let whose = match (of, shown.filter(|shown| Some(*shown) != of)) {
        (None, None) => String::new(),
        (Some(one), None) | (None, Some(one)) => format!("{one}: "),
        (Some(of), Some(shown)) => format!("{of}, {shown}: "),
    };
    let Some(year) = year else { return words::sentence(&format!("{whose}no savings are {} yet.", stated(picture.basis))) };
    let Some(amount) = picture.amount(year, mark) else {
        return words::sentence(&format!("{whose}no savings are {} for {year} yet.", stated(picture.basis)));
    };
    let during = if picture.basis == Some(Basis::Actual) { "in" } else { "for" };
    let when = match picture.view {
        View::Yearly => format!("{during} {year}"),
        View::New => format!("{during} {year}, counting only what is new"),
        View::Cumulative => format!("up to {year}"),
    };
    let is_meant = |row: &&Row| match picture.view {
        View::Cumulative => row.year.is_some_and(|of| of <= year),
        View::Yearly | View::New => row.year == Some(year),
    };
    let source = match mark {
        Some(mark) => papers(workspace, picture.belonging(&answer.rows, mark).filter(is_meant)),
        None => papers(workspace, answer.rows.iter().filter(is_meant)),
    };
    let money = picture.said(year, amount);
    let told = format!("{whose}{money} {} {when}{source}", basis_words(picture.basis));
    let held = match mark {
        Some(_) => String::new(),
        None => format!("; {}", against(amount, answer.bar(year).map_or(&Yardstick::NotSet, |bar| &bar.against))),
    };
    format!("{told}{held}.{}", not_reconciled(workspace, picture, answer, (year, amount), mark))
}

/// In the new view, which of several earlier figures the sum counts from, and what another would make of it:
/// ` Not reconciled: it counts from £246k (S3b 4.1); from £330k (S3c 7.1) it would be £270k.`
fn not_reconciled(
    workspace: &Workspace,
    picture: &Picture,
    answer: &SavingsAnswer,
    (year, sum): (FinancialYear, Pence),
    mark: Option<&str>,
) -> String {
    let is_shown = |open: &&OpenIncrease| {
        let of_line = |row: &&Row| row.line.as_ref() == Some(&open.line) && row.year == Some(year);
        open.year == year && mark.is_none_or(|mark| picture.belonging(&answer.rows, mark).any(|row| of_line(&row)))
    };
    let stated = |id: &MoneyId| {
        let line = workspace.money.get(id)?;
        let amount = words::money::short(line.sum.as_ref()?.pence);
        let place = line.source.as_ref().map(|source| format!(" ({})", words::source::place(source))).unwrap_or_default();
        Some(format!("{amount}{place}"))
    };
    let told = answer.open_increases.iter().filter(is_shown).take(PAPERS_NAMED).filter_map(|open| {
        let (counted, other) = (stated(&open.counted)?, stated(&open.other)?);
        let instead = words::money::short(sum.plus(open.more)?);
        let of = workspace.money.get(&open.line)?.title.as_deref().map(|title| format!("\"{title}\" ")).unwrap_or_default();
        Some(format!(" Not reconciled: {of}counts from {counted}; from {other} the sum would be {instead}."))
    });
    told.collect()
}

/// The same of every year but the one that is spoken of, for when no year was chosen and all of them are shown:
/// `Not reconciled in 2011/12: …`.
pub fn not_reconciled_elsewhere(
    workspace: &Workspace,
    picture: &Picture,
    answer: &SavingsAnswer,
    spoken_of: Option<FinancialYear>,
) -> Option<String> {
    let years: BTreeSet<FinancialYear> =
        answer.open_increases.iter().map(|open| open.year).filter(|year| Some(*year) != spoken_of).one_by_one();
    let told = years.into_iter().filter_map(|year| {
        let sum = picture.amount(year, None)?;
        let told = not_reconciled(workspace, picture, answer, (year, sum), None);
        Some(told.trim_start().replace("Not reconciled: ", &format!("Not reconciled in {year}: ")))
    });
    let told: Vec<String> = told.take(PAPERS_NAMED).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What an amount is against its target: `£36k short of the target of £1m`.
pub fn against(amount: Pence, held: &Yardstick) -> String {
    let compared = |against: Pence, named: &str| {
        let named = format!("the {named} of {}", words::money::apart(against, [amount]));
        match amount.minus(against) {
            Some(Pence(0)) => format!("exactly {named}"),
            Some(Pence(short)) if short < 0 => format!("{} short of {named}", words::money::short(Pence(-short))),
            Some(over) => format!("{} over {named}", words::money::short(over)),
            None => named,
        }
    };
    match held {
        Yardstick::NotSet => "no target has been set".to_owned(),
        Yardstick::Target { amount, .. } => compared(*amount, "target"),
        Yardstick::ApprovedBudget { amount, .. } => format!("no target has been set; {}", compared(*amount, "approved budget")),
        Yardstick::Partly { .. } => "targets are set for only a part of it".to_owned(),
    }
}

fn stated(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Actual) => "reported",
        Some(Basis::Indicative) => "indicated",
        other => basis_words(other),
    }
}

/// The papers that state what counts: `, S3c 7.2 and S3b 4.1`. Many lines are not asked for theirs.
fn papers<'r>(workspace: &Workspace, rows: impl Iterator<Item = &'r Row>) -> String {
    let counted: Vec<&Row> = rows.filter(|row| row.counts == Counts::Yes).take(MANY + 1).collect();
    if counted.len() > MANY {
        return String::new();
    }
    let mut seen = BTreeSet::new();
    let sources = counted.into_iter().filter_map(|row| workspace.money.get(row.line.as_ref()?)?.source.as_ref());
    let places: Vec<String> = sources.map(words::source::place).filter(|place| seen.insert(place.clone())).collect();
    match places.as_slice() {
        [] => String::new(),
        _ => format!(", {}", words::count::list_some(&places, PAPERS_NAMED)),
    }
}
