//! A row of the table of lines, in words.

use crate::analysis::savings::{Counts, Flag, Row};
use crate::domain::money::{Basis, Cash, InUse, Money, MoneyId, MoneyKind, Recurrence};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::pence::Pence;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words;
use crate::words::money::Unit;

/// How a row stands in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// It counts.
    Counted,
    /// It is a part of what counts, or what the parts do not itemise.
    Part,
    /// It stands beside what counts.
    Beside,
}

/// What the cells of a row say. Empty where nothing is stated, so that a page and a file can each say so in their way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What the row is to the one above it: `of which`, `also stated`. A part of several figures together is
    /// `of the whole:`, so that it does not read as a part of the last of them.
    pub relation: &'static str,
    /// What the figure is for.
    pub title: String,
    /// Whose it is.
    pub who: String,
    /// Which year.
    pub year: String,
    /// How much, in the unit of its column.
    pub amount: String,
    /// How firm.
    pub basis: String,
    /// Whether it comes every year.
    pub recurrence: String,
    /// Whether it can be taken out of a budget.
    pub cash: String,
    /// What it covers.
    pub covers: String,
    /// The paper and paragraph.
    pub source: String,
    /// What a reader must see beside it.
    pub flags: Vec<&'static str>,
    /// Whether papers disagree and this is not the figure that a person said to go by.
    pub may_be_gone_by: bool,
    /// Anything else, and why it is or is not gone by.
    pub commentary: Vec<String>,
}

impl Row {
    /// How the row stands in its table.
    pub fn stands(&self) -> Stands {
        match self.counts {
            Counts::Yes => Stands::Counted,
            Counts::PartOf(_) | Counts::NotItemised(_) => Stands::Part,
            Counts::RivalOf(_) | Counts::NetOf(_) | Counts::NotInUse | Counts::NotDivided => Stands::Beside,
        }
    }
}

/// The unit of a column that shows all of these rows to the penny.
pub fn told_unit(rows: &[Row]) -> Unit {
    Unit::exact(rows.iter().flat_map(|row| [Some(row.amount), row.up_to]).flatten())
}

/// A row in words.
pub fn told(workspace: &Workspace, row: &Row, unit: Unit) -> Told {
    let mut told = Told {
        relation: relation(&row.counts),
        year: row.year.map(|year| year.to_string()).unwrap_or_default(),
        amount: amount(row.amount, row.up_to, unit),
        flags: row.flags.iter().map(|flag| flag.label()).collect(),
        may_be_gone_by: row.flags.contains(&Flag::NotReconciled),
        ..Told::default()
    };
    if let Counts::NotItemised(wholes) = &row.counts {
        told.title = format!("not itemised ({})", words::count(wholes.len(), "figure", "figures"));
    }
    if let Some(line) = row.line.as_ref().and_then(|id| workspace.money.get(id)) {
        tell(workspace, line, &mut told);
    }
    told
}

fn tell(workspace: &Workspace, line: &Money, told: &mut Told) {
    let name = |subject: &Subject| words::name(workspace, subject);
    told.title = title(workspace, &line.id);
    let who = |id: &PartnerId| {
        let partner = workspace.partners.get(id).and_then(Partner::said_name);
        partner.map_or_else(|| name(&Subject::from(id)), str::to_owned)
    };
    told.who = words::list(line.partners.iter().flatten().map(who));
    told.covers = words::list(line.covers.iter().flatten().map(name));
    told.source = line.source.as_ref().map(words::source::place).unwrap_or_default();
    told.cash = line.cash.map(Cash::label).unwrap_or_default().to_owned();
    if let Some(sum) = &line.sum {
        told.basis = sum.basis.map(Basis::label).unwrap_or_default().to_owned();
        told.recurrence = sum.recurrence.map(Recurrence::label).unwrap_or_default().to_owned();
        if let (MoneyKind::Target, Some(set)) = (sum.kind, &line.set_by) {
            let on = set.on.map(|day| format!(", {}", words::date::long(day))).unwrap_or_default();
            told.commentary.push(format!("Set by {}{on}.", set.who));
        }
    }
    if let Some(fund) = &line.fund {
        let kind = fund.kind.map(|kind| format!(" ({})", kind.label().to_lowercase())).unwrap_or_default();
        let purpose = fund.purpose.as_ref().map(|purpose| format!(", for: {purpose}")).unwrap_or_default();
        told.commentary.push(format!("From {}{kind}{purpose}.", fund.giver));
    }
    told.commentary.extend(line.commentary.clone());
    if let Some(mark) = &line.in_use {
        // Once somebody has said which figure to go by, it is no longer open which one counts.
        told.flags.retain(|flag| *flag != Flag::NotReconciled.label());
        told.flags.insert(0, mark.in_use.label());
        told.may_be_gone_by &= mark.in_use == InUse::No;
        let why = mark.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        told.commentary.push(format!("{}{why}", mark.in_use.label()));
    }
}

fn amount(from: Pence, up_to: Option<Pence>, unit: Unit) -> String {
    match up_to.filter(|end| *end != from) {
        Some(end) => format!("{} to {}", unit.show(from), unit.show(end)),
        None => unit.show(from),
    }
}

fn title(workspace: &Workspace, id: &MoneyId) -> String {
    let line = workspace.money.get(id).and_then(|line| line.title.clone());
    line.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| "Line without a name".to_owned())
}

fn relation(counts: &Counts) -> &'static str {
    match counts {
        Counts::Yes => "",
        Counts::PartOf(wholes) | Counts::NotItemised(wholes) if wholes.len() > 1 => "of the whole:",
        Counts::PartOf(_) | Counts::NotItemised(_) => "of which",
        Counts::RivalOf(_) => "also stated",
        Counts::NetOf(_) => "net",
        Counts::NotInUse => "not in use",
        Counts::NotDivided => "not divided",
    }
}
