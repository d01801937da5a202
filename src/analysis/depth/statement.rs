//! The treasurers' statement: what each council pays and gets on one basis across everything, to the penny, with every line.

use std::collections::BTreeMap;

use crate::analysis::savings::{Apportioned, Ledger, SavingsQuestion, Whose};
use crate::domain::choice::choices;
use crate::domain::money::{Basis, Cash, Money, MoneyId, MoneyKind};
use crate::domain::partner::PartnerId;
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;

choices! {
    /// What an amount is, and so which column it stands in.
    pub enum Column {
        /// Money no longer spent.
        Savings "savings" "Savings",
        /// Money that comes in from selling a service.
        Income "income" "Income",
        /// Money that somebody else gives.
        Funding "funding" "Outside funding",
        /// Money spent once.
        Once "once" "Costs once",
        /// Money spent every year.
        Yearly "yearly" "Costs every year",
        /// Time or quality that is freed, not money: it stands beside, and is in no sum of money.
        NotCash "not-cash" "Savings that are not cash",
    }
}

impl Column {
    /// Whether a council gets it, pays it, or neither.
    fn sign(self) -> i64 {
        match self {
            Self::Savings | Self::Income | Self::Funding => 1,
            Self::Once | Self::Yearly => -1,
            Self::NotCash => 0,
        }
    }
}

/// Which statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// On which basis; never more than one.
    pub basis: Basis,
    /// Of one year, or of all.
    pub year: Option<FinancialYear>,
    /// One council's lines alone; the sums are always of all.
    pub partner: Option<PartnerId>,
}

/// What somebody pays and gets. What is not stated is no £0.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Whose; nothing for the total of all.
    pub whose: Option<Whose>,
    /// By column.
    pub amounts: BTreeMap<Column, Pence>,
    /// What it gets less what it pays.
    pub net: Option<Pence>,
}

/// A line of the statement.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementLine {
    /// Its column.
    pub column: Column,
    /// The line with whose it is.
    pub of: Apportioned,
}

/// The whole statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Councils in their order, then what is nobody's own; only those that have something.
    pub accounts: Vec<Account>,
    /// What they come to.
    pub total: Account,
    /// Column by column.
    pub lines: Vec<StatementLine>,
    /// Lines on the basis that state no year, so that they are in no sum.
    pub undated: Vec<MoneyId>,
    /// Whether every column comes to what the sums say everywhere else.
    pub adds_up: bool,
}

const KINDS: [MoneyKind; 4] = [MoneyKind::Saving, MoneyKind::Income, MoneyKind::Funding, MoneyKind::Cost];

/// Works it out. Nothing where a sum does not fit.
pub fn statement(workspace: &Workspace, ledger: &Ledger, asked: &Asked) -> Option<Statement> {
    let mut lines = Vec::new();
    let mut sums: BTreeMap<Whose, BTreeMap<Column, Pence>> = BTreeMap::new();
    let mut all: BTreeMap<Column, Pence> = BTreeMap::new();
    let mut adds_up = true;
    for kind in KINDS {
        let mut of_kind = Pence::ZERO;
        let apportioned = ledger.apportioned(kind, asked.basis, asked.year);
        let is_stated = !apportioned.is_empty();
        for of in apportioned {
            let column = column(workspace, kind, &of);
            for (whose, share) in &of.shares {
                let sum = sums.entry(whose.clone()).or_default().entry(column).or_default();
                *sum = sum.plus(*share)?;
                let whole = all.entry(column).or_default();
                *whole = whole.plus(*share)?;
                of_kind = of_kind.plus(*share)?;
            }
            lines.push(StatementLine { column, of });
        }
        adds_up &= elsewhere(workspace, ledger, asked, kind) == Some(of_kind).filter(|_| is_stated);
    }
    let order: Vec<PartnerId> = workspace.partners_in_order().into_iter().map(|partner| partner.id.clone()).collect();
    let place = |whose: &Whose| match whose {
        Whose::Partner(id) => (0, order.iter().position(|known| known == id).unwrap_or(usize::MAX)),
        Whose::NotDivided => (1, 0),
        Whose::NotStated => (2, 0),
    };
    let mut accounts = Vec::new();
    for (whose, amounts) in sums {
        accounts.push(account(Some(whose), amounts)?);
    }
    accounts.order_by_key(|account| account.whose.as_ref().map(place));
    lines.order_by_key(|line| (line.column, line.of.year, line.of.moved_from.clone().unwrap_or_else(|| line.of.line.clone())));
    if let Some(partner) = &asked.partner {
        let own = Whose::Partner(partner.clone());
        lines.retain(|line| line.of.shares.iter().any(|(whose, _)| *whose == own));
    }
    Some(Statement { accounts, total: account(None, all)?, lines, undated: undated(workspace, asked.basis), adds_up })
}

fn account(whose: Option<Whose>, amounts: BTreeMap<Column, Pence>) -> Option<Account> {
    let mut net = None;
    for (column, amount) in amounts.iter().filter(|(column, _)| column.sign() != 0) {
        let signed = Pence(amount.0.checked_mul(column.sign())?);
        net = Some(net.unwrap_or(Pence::ZERO).plus(signed)?);
    }
    Some(Account { whose, amounts, net })
}

fn column(workspace: &Workspace, kind: MoneyKind, of: &Apportioned) -> Column {
    let cash = workspace.money.get(&of.line).and_then(|line| line.cash);
    match kind {
        MoneyKind::Saving if cash == Some(Cash::NonCashable) => Column::NotCash,
        MoneyKind::Income => Column::Income,
        MoneyKind::Funding => Column::Funding,
        MoneyKind::Cost if of.is_recurring => Column::Yearly,
        MoneyKind::Cost => Column::Once,
        MoneyKind::Saving | MoneyKind::Target => Column::Savings,
    }
}

/// What the page of savings says of the same.
fn elsewhere(workspace: &Workspace, ledger: &Ledger, asked: &Asked, kind: MoneyKind) -> Option<Pence> {
    let question = SavingsQuestion { year: asked.year, ..SavingsQuestion::savings(asked.basis).about(kind) };
    match asked.year {
        Some(year) => ledger.year(workspace, &question, year).total,
        None => ledger.answer(workspace, &question).total,
    }
}

fn undated(workspace: &Workspace, basis: Basis) -> Vec<MoneyId> {
    let fits = |line: &&Money| {
        let sum = line.sum.as_ref();
        sum.is_some_and(|sum| sum.year.is_none() && sum.basis == Some(basis) && KINDS.contains(&sum.kind))
    };
    workspace.money.values().filter(fits).map(|line| line.id.clone()).collect()
}
