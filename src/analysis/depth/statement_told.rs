//! The treasurers' statement in words: a sentence for each council, how each line is divided, and all of it as a table.

use crate::analysis::depth::statement::{Account, Asked, Column, Statement, StatementLine};
use crate::analysis::savings::Whose;
use crate::domain::money::Basis;
use crate::domain::pence::Pence;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words::{self, money};

/// Whose it is, as a table has it.
pub fn whose(workspace: &Workspace, whose: Option<&Whose>) -> String {
    match whose {
        Some(Whose::Partner(id)) => words::name(workspace, &Subject::from(id)),
        Some(Whose::NotDivided) => "For several together, not divided".to_owned(),
        Some(Whose::NotStated) => "Council not stated".to_owned(),
        None => "All together".to_owned(),
    }
}

/// What stands over a line's column, and what it pays or gets in a sentence.
pub fn account_says(workspace: &Workspace, account: &Account, asked: &Asked) -> String {
    let sum = |columns: &[Column]| {
        let stated: Vec<Pence> = columns.iter().filter_map(|column| account.amounts.get(column)).copied().collect();
        if stated.is_empty() { None } else { crate::domain::pence::total(stated).map(money::exact) }
    };
    let gets = sum(&[Column::Savings, Column::Income, Column::Funding]);
    let pays = sum(&[Column::Once, Column::Yearly]);
    let year = asked.year.map_or_else(|| "all years together".to_owned(), |year| year.to_string());
    let on = format!("on the basis {} for {year}", basis(asked.basis));
    let whole = money::exact(account.net.unwrap_or_default());
    let name = whose(workspace, account.whose.as_ref());
    let (gets_it, pays_it) = if account.whose.is_some() { ("gets", "pays") } else { ("get", "pay") };
    match (gets, pays) {
        (None, None) => format!("{name}: nothing in money is stated {on}."),
        (Some(gets), None) => format!("{name} {gets_it} {gets}, and no cost is stated, {on}."),
        (None, Some(pays)) => format!("{name} {pays_it} {pays}, and nothing that comes in is stated, {on}."),
        (Some(gets), Some(pays)) => format!("{name} {gets_it} {gets} and {pays_it} {pays}: {whole} in all, {on}."),
    }
}

fn basis(basis: Basis) -> String {
    format!("\"{}\"", basis.label().to_lowercase())
}

/// What a reader should know of the whole: that it comes out, what is nobody's yet, what states no year.
pub fn statement_says(statement: &Statement) -> Vec<String> {
    let mut says = Vec::new();
    says.push(if statement.adds_up {
        "Every column comes to the sum on the page of savings, to the penny.".to_owned()
    } else {
        "A column does not come to the sum on the page of savings. Do not rely on this statement; say so to those who look after this page.".to_owned()
    });
    let open = |whose: &Whose| statement.accounts.iter().any(|account| account.whose.as_ref() == Some(whose));
    if open(&Whose::NotDivided) {
        says.push(
            "What is for several councils together is in none's own sum until somebody agrees how it is divided.".to_owned(),
        );
    }
    if open(&Whose::NotStated) {
        says.push("Where a paper does not say whose a figure is, it is in no council's sum.".to_owned());
    }
    if !statement.undated.is_empty() {
        let many = words::count(statement.undated.len(), "line states no year and is", "lines state no year and are");
        says.push(format!("{} in no sum.", words::sentence(&many)));
    }
    says
}

/// A line in words.
#[derive(Debug, Clone, PartialEq)]
pub struct LineTold {
    /// What it is for.
    pub title: String,
    /// Whose how much is, in the order of shares.
    pub shares: Vec<(String, String)>,
    /// By which rule, who agreed it and when; or that nobody has.
    pub rule: String,
    /// Where it is stated.
    pub source: String,
}

/// A line of the statement in words.
pub fn line_told(workspace: &Workspace, line: &StatementLine) -> LineTold {
    let known = workspace.money.get(&line.of.line);
    let title = known.and_then(|line| line.title.clone()).unwrap_or_else(|| "A line without a name".to_owned());
    let split = known.and_then(|line| line.split.as_ref());
    let moved = line.of.moved_from.as_ref();
    let rule = match (moved, split) {
        (Some(from), _) => {
            format!("Part of {}: it moves the amount, and adds nothing", words::name(workspace, &Subject::from(from)))
        }
        (None, Some(split)) => words::split(workspace, split),
        (None, None) if line.of.shares.iter().any(|(whose, _)| *whose == Whose::NotDivided) => "No split is stated".to_owned(),
        (None, None) => "Not divided: it is one council's own".to_owned(),
    };
    let rule = if line.of.shares.iter().any(|(whose, _)| *whose == Whose::NotStated) && moved.is_none() {
        "The paper does not say whose it is".to_owned()
    } else {
        rule
    };
    LineTold {
        title,
        shares: line.of.shares.iter().map(|(of, share)| (whose(workspace, Some(of)), money::exact(*share))).collect(),
        rule,
        source: known.and_then(|line| line.source.as_ref()).map_or_else(|| words::NOT_STATED.to_owned(), words::source::source),
    }
}

/// All lines, a row for each share, in pounds and pence without signs, for a spreadsheet.
pub fn statement_table(workspace: &Workspace, statement: &Statement) -> Vec<Vec<String>> {
    let heads = ["Column", "Year", "Line", "Whose", "Pounds", "How it is divided", "Source", "Record"].map(str::to_owned);
    let plain = |amount: Pence| {
        let sign = if amount.0 < 0 { "-" } else { "" };
        let size = amount.0.unsigned_abs();
        format!("{sign}{}.{:02}", size / 100, size % 100)
    };
    let rows = statement.lines.iter().flat_map(|line| {
        let told = line_told(workspace, line);
        line.of
            .shares
            .iter()
            .map(move |(of, share)| {
                vec![
                    line.column.label().to_owned(),
                    line.of.year.map(|year| year.to_string()).unwrap_or_default(),
                    told.title.clone(),
                    whose(workspace, Some(of)),
                    plain(*share),
                    told.rule.clone(),
                    told.source.clone(),
                    line.of.line.to_string(),
                ]
            })
            .collect::<Vec<_>>()
    });
    std::iter::once(heads.to_vec()).chain(rows).collect()
}
