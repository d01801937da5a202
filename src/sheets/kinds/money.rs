//! Lines about money. What a row states is read as the form of a line reads it.

use crate::domain::called::Called;
use crate::domain::command::{self, Refusal};
use crate::domain::money::{Basis, Cash, FundKind, InUse, Money, MoneyId, Recurrence, SpentOn, Use};
use crate::domain::pence::Pence;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading, named};
use crate::sheets::kinds::{ID, exempt, id, label, names, shares, source};
use crate::sheets::table::Cell;
use crate::words;
use crate::words::typed;

pub(super) const COLUMNS: [Column; 34] = [
    ID,
    Column::new("title", "title", "What it is for", Holds::Line, "In a few words."),
    Column::new(
        "kind",
        "sum",
        "Kind",
        Holds::Choice,
        "Saving, Cost, Income, Outside funding or Target. A new row that does not say is a saving.",
    ),
    Column::new(
        "amount",
        "sum",
        "Amount",
        Holds::Money,
        "Always positive: the kind says which way it goes. The lower end where a range is stated.",
    ),
    Column::new("up_to", "sum", "Up to", Holds::Money, "The upper end, where a range is stated."),
    Column::new("year", "sum", "Financial year", Holds::Year, "The year that it belongs to."),
    Column::new(
        "basis",
        "sum",
        "Basis",
        Holds::Choice,
        "Indicative, High-level business case, Detailed business case, Budget, Forecast or Actual. A target has none.",
    ),
    Column::new("recurrence", "sum", "Recurring or one-off", Holds::Choice, "Recurring or One-off."),
    Column::new("covers", "covers", "Covers", Holds::Names, "The programmes or services that it covers."),
    Column::new("partners", "partners", "Partners", Holds::Names, "Whose it is; several where it is for them together."),
    Column::new(
        "part_of",
        "part_of",
        "Part of",
        Holds::Names,
        "The Id of the line that it is a part of, or that line's name where only one has it. It is never added to it.",
    ),
    Column::new(
        "net_of",
        "net_of",
        "Net of",
        Holds::Names,
        "The Id of the line of which it states the net, or that line's name.",
    ),
    Column::new(
        "rival_of",
        "rival_of",
        "Another statement of",
        Holds::Names,
        "The Id of the line that says something else about the same thing, or that line's name.",
    ),
    Column::new(
        "in_use",
        "in_use",
        "In use",
        Holds::Choice,
        "Whether to go by it where several say different things: In use or Not in use. Stated with the reason.",
    ),
    Column::new(
        "in_use-why",
        "in_use",
        "Why in use or not",
        Holds::Text,
        "The reason. No figure is chosen or put aside without one.",
    ),
    Column::new(
        "split-rule",
        "split",
        "Split",
        Holds::Choice,
        "Equal shares, Percentages, Fixed amounts, By staff time or By population.",
    ),
    shares::COLUMN,
    Column::new("split", "split", "Shares", Holds::Text, "Each partner with its share: Partner 60; other partner 40."),
    Column::new(
        "split-agreed-by",
        "split",
        "Split agreed by",
        Holds::Line,
        "Who agreed to it; until then the amount is not divided.",
    ),
    Column::new("split-agreed-on", "split", "Split agreed on", Holds::Day, "When."),
    Column::new("cash", "cash", "Cashable", Holds::Choice, "Cashable or Not cashable."),
    Column::new(
        "spent_on",
        "spent_on",
        "Spent on",
        Holds::Choice,
        "Of a cost: Investigating, Implementing, Severance, Harmonised terms or Leaving.",
    ),
    Column::new("fund", "fund", "Funded by", Holds::Line, "Of outside funding: who gives it."),
    Column::new("fund-kind", "fund", "Funding for", Holds::Choice, "Revenue, Capital or Match funding."),
    Column::new("fund-purpose", "fund", "Funding purpose", Holds::Text, "What it is given for."),
    Column::new("set_by", "set_by", "Set by", Holds::Line, "Of a target: who set it."),
    Column::new("set-on", "set_by", "Set on", Holds::Day, "Of a target: when."),
    Column::new("commentary", "commentary", "Commentary", Holds::Text, "Anything else that should be known."),
    source::PAPER,
    source::PARAGRAPH,
    source::DATED,
    exempt::PARAGRAPH,
    exempt::REASON,
    exempt::REVIEW,
];

pub(super) fn cells(workspace: &Workspace, money: &Money) -> Vec<Cell> {
    let typed = typed::sheet(workspace, money);
    let as_typed = |key: &str| Cell::text(typed.get(key).map(String::as_str));
    let sum = money.sum.as_ref();
    let (split, fund, set_by) = (money.split.as_ref(), money.fund.as_ref(), money.set_by.as_ref());
    let in_use = money.in_use.as_ref();
    let [exempt, exempt_reason, exempt_review] = exempt::cells(money.exempt.as_ref());
    let [paper, paragraph, dated] = source::cells(money.source.as_ref());
    vec![
        id(&money.id),
        Cell::text(money.title.as_deref()),
        Cell::text(sum.map(|sum| sum.kind.label())),
        sum.map_or(Cell::Blank, |sum| Cell::Money(sum.pence)),
        sum.and_then(|sum| sum.up_to).map_or(Cell::Blank, Cell::Money),
        sum.and_then(|sum| sum.year).map_or(Cell::Blank, Cell::Year),
        Cell::text(sum.and_then(|sum| sum.basis).map(Basis::label)),
        Cell::text(sum.and_then(|sum| sum.recurrence).map(Recurrence::label)),
        as_typed("covers"),
        as_typed("partners"),
        as_typed("part_of"),
        as_typed("net_of"),
        as_typed("rival_of"),
        label(in_use.map(|used| used.in_use.label())),
        Cell::text(in_use.and_then(|used| used.why.as_deref())),
        Cell::text(split.map(|split| split.rule.label())),
        // A column for each partner, which the table has by itself.
        Cell::Blank,
        as_typed("split"),
        as_typed("split-agreed-by"),
        Cell::day(split.and_then(|split| split.agreed_on)),
        Cell::text(money.cash.map(Cash::label)),
        Cell::text(money.spent_on.map(SpentOn::label)),
        as_typed("fund"),
        Cell::text(fund.and_then(|fund| fund.kind).map(FundKind::label)),
        as_typed("fund-purpose"),
        as_typed("set_by"),
        Cell::day(set_by.and_then(|set| set.on)),
        Cell::text(money.commentary.as_deref()),
        paper,
        paragraph,
        dated,
        exempt,
        exempt_reason,
        exempt_review,
    ]
}

pub(super) fn read(workspace: &Workspace, called: &Called, before: &Money, given: &Given) -> Result<Money, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, called, given);
    let source = reading.source(source::KEYS, before.source.clone());
    let part_of: Option<MoneyId> = reading.one("part_of", before.part_of.clone(), names::line);
    let net_of: Option<MoneyId> = reading.one("net_of", before.net_of.clone(), names::line);
    let rival_of: Option<MoneyId> = reading.one("rival_of", before.rival_of.clone(), names::line);
    let covers = reading.several("covers", before.covers.clone(), names::subjects);
    let partners = reading.several("partners", before.partners.clone(), names::partners);
    let in_use = in_use(&mut reading, before.in_use.as_ref());
    let exempt = exempt::read(&mut reading, before.exempt.as_ref());
    let is_by_column = !given.shares.is_empty()
        || (given.get("split").is_none() && reading.states(&["split-rule", "split-agreed-by", "split-agreed-on"]));
    let split = if is_by_column { shares::read(&mut reading, before.split.as_ref(), given) } else { before.split.clone() };
    let mut wrong = reading.finish().err().unwrap_or_default();
    let mut typed = typed::sheet(workspace, before);
    // These are read above; a form that does not show them leaves them as they are.
    let read = ["place", "source", "source-paragraph", "source-dated", "part_of", "net_of", "rival_of", "covers", "partners"];
    let of_split = ["split-rule", "split", "split-agreed-by", "split-agreed-on"];
    for key in read.into_iter().chain(of_split.into_iter().filter(|_| is_by_column)) {
        typed.remove(key);
    }
    if let Some(amount) = amount(before, given) {
        typed.insert("amount", amount);
    }
    let others = given.cells.iter().filter(|(key, _)| typed.contains_key(*key) && **key != "amount");
    typed.extend(others.map(|(key, text)| (*key, text.clone())).collect::<Vec<_>>());
    let over = Money { source, part_of, net_of, rival_of, in_use, exempt, split, covers, partners, ..before.clone() };
    match typed::line(workspace, &over, &typed) {
        Ok(line) if wrong.is_empty() => match goes_by_another(workspace, before, &line) {
            None => Ok(line),
            Some(says) => Err(vec![Refusal::of("in_use", says)]),
        },
        Ok(_) => Err(wrong),
        Err(more) => {
            wrong.extend(more);
            Err(wrong)
        }
    }
}

/// Whether to go by the figure: a turn asks for its reason.
fn in_use(reading: &mut Reading<'_>, before: Option<&Use>) -> Option<Use> {
    if !reading.states(&["in_use", "in_use-why"]) {
        return before.cloned();
    }
    if reading.clears("in_use") {
        return None;
    }
    let was = before.map(|used| used.in_use);
    let is = reading.choice("in_use", was, InUse::ALL, named!(InUse));
    let why = reading.text("in_use-why", before.and_then(|used| used.why.clone()).filter(|_| is == was));
    match (is, &why) {
        (None, Some(_)) => reading.refuse("in_use", "Say whether it is In use or Not in use, or clear the reason."),
        (Some(is), None) if Some(is) != was => {
            let what = if is == InUse::Yes { "the one to go by" } else { "not the one to go by" };
            reading.refuse("in_use-why", format!("Say why this figure is {what}."));
        }
        _ => {}
    }
    is.map(|in_use| Use { in_use, why })
}

/// Of figures that say different things about the same, one is gone by.
fn goes_by_another(workspace: &Workspace, before: &Money, line: &Money) -> Option<String> {
    let is_chosen = |line: &Money| line.in_use.as_ref().is_some_and(|used| used.in_use == InUse::Yes);
    if is_chosen(before) || !is_chosen(line) {
        return None;
    }
    let other = command::chosen_beside(workspace, line)?;
    let name = words::name(workspace, &Subject::from(&other.id));
    Some(format!(
        "\"{name}\" says something about the same and is in use. Give it a row in which it is Not in use, and the reason, or choose on the Savings page."
    ))
}

/// Both ends of a range as one text; none where the row states neither.
fn amount(before: &Money, given: &Given) -> Option<String> {
    let sum = before.sum.as_ref();
    let said = |key: &str, was: Option<Pence>| match given.get(key) {
        Some(text) => text.clone(),
        None => was.map(words::money::exact).unwrap_or_default(),
    };
    if given.get("amount").is_none() && given.get("up_to").is_none() {
        return None;
    }
    let (from, up_to) = (said("amount", sum.map(|sum| sum.pence)), said("up_to", sum.and_then(|sum| sum.up_to)));
    // A range in one cell, as some tables have it, says both ends.
    let is_range = typed::range(&from).is_ok_and(|(_, up_to)| up_to.is_some());
    Some(if up_to.is_empty() || is_range { from } else { format!("{from} to {up_to}") })
}
