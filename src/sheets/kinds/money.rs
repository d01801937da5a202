//! Lines about money. What a row states is read as the form of a line reads it.

use crate::domain::command::Refusal;
use crate::domain::money::{Basis, Cash, FundKind, Money, MoneyId, Recurrence, SpentOn};
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading};
use crate::sheets::kinds::{EXEMPT, ID, exempt, id, names, source};
use crate::sheets::table::Cell;
use crate::words;
use crate::words::typed;

pub(super) const COLUMNS: [Column; 30] = [
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
        Holds::Text,
        "Whether to go by it where several say different things. Decided on the Savings page; not read back.",
    )
    .shown_only(),
    Column::new(
        "split-rule",
        "split",
        "Split",
        Holds::Choice,
        "Equal shares, Percentages, Fixed amounts, By staff time or By population.",
    ),
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
    EXEMPT,
];

pub(super) fn cells(workspace: &Workspace, money: &Money) -> Vec<Cell> {
    let typed = typed::sheet(workspace, money);
    let as_typed = |key: &str| Cell::text(typed.get(key).map(String::as_str));
    let sum = money.sum.as_ref();
    let (split, fund, set_by) = (money.split.as_ref(), money.fund.as_ref(), money.set_by.as_ref());
    let in_use = money.in_use.as_ref().map(|used| match used.why.as_deref() {
        Some(why) => format!("{}: {why}", used.in_use.label()),
        None => used.in_use.label().to_owned(),
    });
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
        Cell::text(in_use.as_deref()),
        Cell::text(split.map(|split| split.rule.label())),
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
        exempt(money.exempt.as_ref()),
    ]
}

pub(super) fn read(workspace: &Workspace, before: &Money, given: &Given) -> Result<Money, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, given);
    let source = reading.source(before.source.clone());
    let part_of: Option<MoneyId> = reading.one("part_of", before.part_of.clone(), names::line);
    let net_of: Option<MoneyId> = reading.one("net_of", before.net_of.clone(), names::line);
    let rival_of: Option<MoneyId> = reading.one("rival_of", before.rival_of.clone(), names::line);
    let mut wrong = reading.finish().err().unwrap_or_default();
    let mut typed = typed::sheet(workspace, before);
    // These are read above; a form that does not show them leaves them as they are.
    for key in ["place", "source", "source-paragraph", "source-dated", "part_of", "net_of", "rival_of"] {
        typed.remove(key);
    }
    if let Some(amount) = amount(before, given) {
        typed.insert("amount", amount);
    }
    let others = given.iter().filter(|(key, _)| typed.contains_key(*key) && **key != "amount");
    typed.extend(others.map(|(key, text)| (*key, text.clone())).collect::<Vec<_>>());
    match typed::line(workspace, &Money { source, part_of, net_of, rival_of, ..before.clone() }, &typed) {
        Ok(line) if wrong.is_empty() => Ok(line),
        Ok(_) => Err(wrong),
        Err(more) => {
            wrong.extend(more);
            Err(wrong)
        }
    }
}

/// Both ends of a range as one text; none where the row states neither.
fn amount(before: &Money, given: &Given) -> Option<String> {
    let sum = before.sum.as_ref();
    let said = |key: &str, was: Option<Pence>| match given.get(key) {
        Some(text) => text.clone(),
        None => was.map(words::money::exact).unwrap_or_default(),
    };
    if !given.contains_key("amount") && !given.contains_key("up_to") {
        return None;
    }
    let (from, up_to) = (said("amount", sum.map(|sum| sum.pence)), said("up_to", sum.and_then(|sum| sum.up_to)));
    // A range in one cell, as some tables have it, says both ends.
    let is_range = typed::range(&from).is_ok_and(|(_, up_to)| up_to.is_some());
    Some(if up_to.is_empty() || is_range { from } else { format!("{from} to {up_to}") })
}
