//! Totals that would give away a part that is left out.
//!
//! A total over exactly one part that is left out is left out too, then again until nothing changes; and so is another
//! statement of the same that comes to the same amount. After that the sums
//! that come out exactly are taken as equations, and more is left out until they determine no figure that was withheld.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::decode;
use crate::domain::money::MoneyId;
use crate::domain::workspace::Workspace;
use crate::handing::cut::{Cut, leave_out as take_out};
use crate::handing::figures::{Figure, Figures};
use crate::handing::solve::{Equation, determined};
use crate::handing::withheld::Why;
use crate::log::{Log, RecordId};
use crate::order::OneByOne;

/// A total and the lines that may make it up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Sum {
    total: MoneyId,
    parts: Vec<MoneyId>,
}

/// Takes out of a cut every figure that would give one of those away that are left out already.
pub(super) fn leave_out(log: &Log, cut: &mut Cut) {
    let workspace = decode::workspace(log);
    let figures = Figures::of(&workspace);
    let mut hidden: BTreeSet<MoneyId> = figures.ids().filter(|id| !is_published(cut, id)).cloned().one_by_one();
    if hidden.is_empty() {
        return;
    }
    let mut open: Vec<MoneyId> = hidden.iter().cloned().collect();
    let mut sums: BTreeSet<Sum> = BTreeSet::new();
    loop {
        while let Some(id) = open.pop() {
            let Some(figure) = figures.get(&id) else { continue };
            for same in figures.saying_the_same(figure) {
                if hidden.insert(same.clone()) {
                    hide(cut, &same, Why::SaysTheSame(named(&id)));
                    open.push(same);
                }
            }
            let wholes = figures.above(figure).into_iter().chain([id]);
            for whole in wholes.filter_map(|whole| figures.get(&whole)) {
                for parts in stated(&figures, whole) {
                    let missing: Vec<_> = parts.into_iter().filter(|part| hidden.contains(part)).collect();
                    // Two statements of one thing do not hide each other.
                    if let ([_], Some(only)) = (figures.by_thing(&missing).as_slice(), missing.first())
                        && hidden.insert(whole.id.clone())
                    {
                        hide(cut, &whole.id, Why::Total(named(only)));
                        open.push(whole.id.clone());
                    }
                }
                sums.extend(exact(&figures, whole));
            }
        }
        let Some((next, of)) = next_to_hide(&figures, &sums, &hidden) else { break };
        hide(cut, &next, Why::GivesAway(named(&of)));
        hidden.insert(next.clone());
        open.push(next);
    }
    leave_out_splits(&figures, cut, &hidden);
    leave_out_movements(&workspace, cut, &hidden);
}

/// The ways in which a line is stated as a total: of the parts that a person named, of its net, of services, of partners.
fn stated(figures: &Figures, whole: &Figure) -> Vec<Vec<MoneyId>> {
    let beneath = figures.beneath(whole);
    let of = |keep: &dyn Fn(&Figure) -> bool| -> Vec<MoneyId> {
        let kept: BTreeSet<MoneyId> = beneath.iter().filter(|id| figures.get(id).is_some_and(keep)).cloned().one_by_one();
        widest(figures, &kept)
    };
    let ways = [
        figures.named(&whole.id).to_vec(),
        figures.nets(&whole.id).to_vec(),
        of(&|part| part.partners == whole.partners || part.partners.is_empty()),
        of(&|part| part.area == whole.area),
    ];
    ways.into_iter().filter(|parts| !parts.is_empty()).collect()
}

/// Every set of lines that makes up a line exactly, at either end of a range: what a reader could take for a sum.
fn exact(figures: &Figures, whole: &Figure) -> Vec<Sum> {
    let beneath = figures.beneath(whole);
    let standing = |ids: &[MoneyId]| -> Vec<MoneyId> {
        ids.iter().filter(|id| figures.get(id).is_some_and(|figure| figure.is_standing)).cloned().collect()
    };
    let mut ways = stated(figures, whole);
    ways.push(widest(figures, &beneath));
    ways.push(narrowest(figures, &beneath));
    let costs = figures.costs_beside(whole);
    for net in figures.nets(&whole.id) {
        ways.extend(costs.iter().map(|cost| vec![net.clone(), cost.clone()]));
        ways.push(std::iter::once(net).chain(&costs).cloned().collect());
    }
    ways.extend(ways.iter().map(|parts| standing(parts)).collect::<Vec<_>>());
    let same = figures.saying_the_same(whole).into_iter().map(|same| vec![same]);
    let comes_out = |parts: &Vec<MoneyId>| {
        [0, 1].iter().any(|end| {
            let amount = |figure: &Figure| figure.ends.get(*end).copied().map(i128::from).unwrap_or_default();
            let sum: i128 = parts.iter().filter_map(|part| figures.get(part)).map(amount).sum();
            !parts.is_empty() && sum == amount(whole)
        })
    };
    let ways = ways.iter().flat_map(|parts| one_of_each(figures, parts)).chain(same);
    ways.filter(comes_out).map(|parts| Sum { total: whole.id.clone(), parts }).collect()
}

/// The ways of taking one statement of each thing, where several say something about the same: a reader may take any.
fn one_of_each(figures: &Figures, parts: &[MoneyId]) -> Vec<Vec<MoneyId>> {
    /// With more, whoever reads the file does not try them all either.
    const MOST: usize = 64;
    let mut ways = vec![Vec::new()];
    for of_thing in figures.by_thing(parts) {
        let chosen = if ways.len() * of_thing.len() > MOST { of_thing.get(..1).unwrap_or_default() } else { &of_thing };
        let longer = |way: &Vec<MoneyId>, one: &MoneyId| way.iter().chain([one]).cloned().collect::<Vec<_>>();
        ways = ways.iter().flat_map(|way| chosen.iter().map(|one| longer(way, one))).collect();
    }
    ways.push(parts.to_vec());
    ways
}

/// Those that lie beneath none of the others.
fn widest(figures: &Figures, lines: &BTreeSet<MoneyId>) -> Vec<MoneyId> {
    let is_within =
        |id: &MoneyId| figures.get(id).is_some_and(|part| figures.above(part).iter().any(|above| lines.contains(above)));
    lines.iter().filter(|id| !is_within(id)).cloned().collect()
}

/// Those beneath which none of the others lies.
fn narrowest(figures: &Figures, lines: &BTreeSet<MoneyId>) -> Vec<MoneyId> {
    let wholes: BTreeSet<MoneyId> =
        lines.iter().filter_map(|id| figures.get(id)).flat_map(|part| figures.above(part)).one_by_one();
    lines.iter().filter(|id| !wholes.contains(*id)).cloned().collect()
}

/// Where the published sums give a hidden figure away: what to hide next, and for which.
fn next_to_hide(figures: &Figures, sums: &BTreeSet<Sum>, hidden: &BTreeSet<MoneyId>) -> Option<(MoneyId, MoneyId)> {
    let numbers: BTreeMap<&MoneyId, usize> = hidden.iter().enumerate().map(|(number, id)| (id, number)).one_by_one();
    let equation = |sum: &Sum| -> Equation {
        let mut equation = Equation::new();
        let terms = std::iter::once((&sum.total, 1)).chain(sum.parts.iter().map(|part| (part, -1)));
        for (id, factor) in terms {
            if let Some(number) = numbers.get(id) {
                *equation.entry(*number).or_default() += factor;
            }
        }
        equation
    };
    let equations: Vec<(&Sum, Equation)> = sums.iter().map(|sum| (sum, equation(sum))).collect();
    let all: Vec<Equation> = equations.iter().map(|(_, equation)| equation.clone()).collect();
    let size =
        |id: &MoneyId| figures.get(id).map_or(0, |figure| figure.ends.iter().map(|end| end.unsigned_abs()).max().unwrap_or(0));
    let known = determined(&all);
    let given_away: Vec<(&MoneyId, usize)> =
        numbers.iter().filter(|(id, number)| known.contains(number) && size(id) > 0).map(|(id, number)| (*id, *number)).collect();
    given_away.iter().find_map(|(id, number)| {
        let through = equations.iter().filter(|(_, equation)| equation.contains_key(number));
        let any = equations.iter().filter(|(_, equation)| !equation.is_empty());
        through.chain(any).find_map(|(sum, _)| {
            let total = Some(&sum.total).filter(|total| !hidden.contains(*total));
            let part = || sum.parts.iter().filter(|part| !hidden.contains(*part)).min_by_key(|part| size(part));
            total.or_else(part).map(|next| (next.clone(), (*id).clone()))
        })
    })
}

/// How a figure is divided says the figure, and what each partner's own comes to.
fn leave_out_splits(figures: &Figures, cut: &mut Cut, hidden: &BTreeSet<MoneyId>) {
    let mut divided: BTreeSet<MoneyId> = hidden.clone();
    for figure in hidden.iter().filter_map(|id| figures.get(id)) {
        let wholes = figures.above(figure);
        divided.extend(wholes.into_iter().filter(|id| figures.get(id).is_some_and(|whole| whole.partners != figure.partners)));
    }
    for id in divided {
        take_out(cut, &named(&id), "split", Why::Divides);
    }
}

/// What a figure moved by says the one from the other: where any of its kind and year is left out, no movement is told.
fn leave_out_movements(workspace: &Workspace, cut: &mut Cut, hidden: &BTreeSet<MoneyId>) {
    let place = |id: &MoneyId| workspace.money.get(id)?.sum.as_ref().map(|sum| (sum.kind, sum.year));
    for shift in workspace.shifts.values() {
        let Some(moved) = &shift.moved else { continue };
        let gives_away = hidden.iter().find(|id| place(id) == Some((moved.kind, Some(moved.year))));
        if let (Some(line), Ok(id)) = (gives_away, shift.id.as_str().parse()) {
            take_out(cut, &id, "moved", Why::GivesAway(named(line)));
        }
    }
}

fn is_published(cut: &Cut, id: &MoneyId) -> bool {
    cut.records.get(&named(id)).is_some_and(|fields| fields.contains_key("sum"))
}

fn hide(cut: &mut Cut, id: &MoneyId, why: Why) {
    take_out(cut, &named(id), "sum", why);
}

fn named(id: &MoneyId) -> RecordId {
    let Ok(name) = id.as_str().parse() else { unreachable!("the domain's names are the log's names too") };
    name
}
