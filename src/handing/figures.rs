//! Money lines as sums see them: how much, of what, whose, and which lie beneath which.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::money::{InUse, Money, MoneyId, MoneyKind};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// Lines of one kind, basis and year can make one sum.
type Slice = (MoneyKind, Option<crate::domain::money::Basis>, Option<crate::domain::year::FinancialYear>);

/// A line with what sums need to know of it.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    pub id: MoneyId,
    pub slice: Slice,
    /// The lower and the upper end.
    pub ends: [i64; 2],
    /// What it covers, with everything that lies within.
    pub area: BTreeSet<Subject>,
    pub partners: BTreeSet<String>,
    pub part_of: Option<MoneyId>,
    pub net_of: Option<MoneyId>,
    /// Whether it covers a whole programme, whose figures are a partner's own.
    of_programme: bool,
    /// Whether it counts where several say different things.
    pub is_standing: bool,
}

/// Every line with a figure.
#[derive(Debug, Clone, Default)]
pub(super) struct Figures {
    all: BTreeMap<MoneyId, Figure>,
    slices: BTreeMap<Slice, Vec<MoneyId>>,
    parts: BTreeMap<MoneyId, Vec<MoneyId>>,
    nets: BTreeMap<MoneyId, Vec<MoneyId>>,
    /// Each line with those that a person named as statements of the same, both ways.
    rivals: BTreeMap<MoneyId, Vec<MoneyId>>,
}

impl Figures {
    pub fn of(workspace: &Workspace) -> Self {
        let within = within(workspace);
        let mut figures = Self::default();
        for line in workspace.money.values() {
            let Some(figure) = figure(line, &within) else { continue };
            figures.slices.entry(figure.slice).or_default().push(line.id.clone());
            for (whole, list) in [(&figure.part_of, &mut figures.parts), (&figure.net_of, &mut figures.nets)] {
                if let Some(whole) = whole.clone().filter(|whole| *whole != line.id) {
                    list.entry(whole).or_default().push(line.id.clone());
                }
            }
            if let Some(rival) = line.rival_of.clone() {
                figures.rivals.entry(rival.clone()).or_default().push(line.id.clone());
                figures.rivals.entry(line.id.clone()).or_default().push(rival);
            }
            figures.all.insert(line.id.clone(), figure);
        }
        figures
    }

    pub fn get(&self, id: &MoneyId) -> Option<&Figure> {
        self.all.get(id)
    }

    pub fn ids(&self) -> impl Iterator<Item = &MoneyId> {
        self.all.keys()
    }

    /// Lines that a person named as parts of this one.
    pub fn named(&self, whole: &MoneyId) -> &[MoneyId] {
        self.parts.get(whole).map(Vec::as_slice).unwrap_or_default()
    }

    /// Lines that state the net of this one.
    pub fn nets(&self, gross: &MoneyId) -> &[MoneyId] {
        self.nets.get(gross).map(Vec::as_slice).unwrap_or_default()
    }

    /// Other statements of the same thing, named so or seen from what they are about.
    pub fn statements_beside(&self, figure: &Figure) -> BTreeSet<MoneyId> {
        let mut named: BTreeSet<&MoneyId> = BTreeSet::from([&figure.id]);
        let mut open = vec![&figure.id];
        while let Some(id) = open.pop() {
            open.extend(self.rivals.get(id).into_iter().flatten().filter(|rival| named.insert(rival)));
        }
        let beside = self.slices.get(&figure.slice).into_iter().flatten();
        let seen = beside.filter(|id| self.get(id).is_some_and(|other| other.is_about_the_same_as(figure)));
        named.into_iter().chain(seen).filter(|id| **id != figure.id && self.all.contains_key(*id)).cloned().collect()
    }

    /// Those of them that come to the same amount: whoever reads one has read the other. A nought says nothing.
    pub fn saying_the_same(&self, figure: &Figure) -> BTreeSet<MoneyId> {
        let beside = if figure.ends == [0, 0] { BTreeSet::new() } else { self.statements_beside(figure) };
        beside.into_iter().filter(|id| self.get(id).is_some_and(|other| other.ends == figure.ends)).collect()
    }

    /// Lines by what they are statements of.
    pub fn by_thing(&self, lines: &[MoneyId]) -> Vec<Vec<MoneyId>> {
        let mut things: Vec<(BTreeSet<MoneyId>, Vec<MoneyId>)> = Vec::new();
        for id in lines {
            match things.iter_mut().find(|(beside, _)| beside.contains(id)) {
                Some((_, of_thing)) => of_thing.push(id.clone()),
                None => {
                    let beside = self.get(id).map(|figure| self.statements_beside(figure)).unwrap_or_default();
                    things.push((beside, vec![id.clone()]));
                }
            }
        }
        things.into_iter().map(|(_, of_thing)| of_thing).collect()
    }

    /// Costs of the same year and about the same, which may lie between a gross and its net.
    pub fn costs_beside(&self, gross: &Figure) -> Vec<MoneyId> {
        let (_, _, year) = gross.slice;
        let costs = self.all.values().filter(|figure| figure.slice.0 == MoneyKind::Cost && figure.slice.2 == year);
        costs.filter(|cost| cost.area == gross.area && cost.id != gross.id).map(|cost| cost.id.clone()).collect()
    }

    /// The lines that this one may be a part of, named or seen from what they cover and whose they are.
    pub fn above(&self, part: &Figure) -> BTreeSet<MoneyId> {
        let beside = self.slices.get(&part.slice).map(Vec::as_slice).unwrap_or_default();
        let seen = beside.iter().filter(|id| self.get(id).is_some_and(|whole| part.is_beneath(whole)));
        seen.chain(&part.part_of)
            .chain(&part.net_of)
            .filter(|id| **id != part.id && self.all.contains_key(*id))
            .cloned()
            .collect()
    }

    /// The lines that may be parts of this one.
    pub fn beneath(&self, whole: &Figure) -> BTreeSet<MoneyId> {
        let beside = self.slices.get(&whole.slice).map(Vec::as_slice).unwrap_or_default();
        let seen = beside.iter().filter(|id| self.get(id).is_some_and(|part| part.is_beneath(whole)));
        seen.chain(self.named(&whole.id)).filter(|id| **id != whole.id).cloned().collect()
    }
}

impl Figure {
    fn is_about_the_same_as(&self, other: &Self) -> bool {
        let is_unsaid = !self.of_programme && (self.partners.is_empty() || other.partners.is_empty());
        !self.area.is_empty() && self.area == other.area && (self.partners == other.partners || is_unsaid)
    }

    /// Whether it covers no more, is nobody else's, and is not the same in both.
    pub fn is_beneath(&self, whole: &Self) -> bool {
        let covers = !self.area.is_empty() && self.area.is_subset(&whole.area);
        let is_theirs = self.partners.is_empty() || whole.partners.is_empty() || self.partners.is_subset(&whole.partners);
        let is_same = self.area == whole.area && (self.partners == whole.partners || self.partners.is_empty());
        covers && is_theirs && !is_same && self.id != whole.id
    }
}

fn figure(line: &Money, within: &BTreeMap<Subject, Vec<Subject>>) -> Option<Figure> {
    let sum = line.sum.as_ref()?;
    let mut area: BTreeSet<Subject> = BTreeSet::new();
    let mut open: Vec<Subject> = line.covers.iter().flatten().cloned().collect();
    while let Some(subject) = open.pop() {
        if area.insert(subject.clone()) {
            open.extend(within.get(&subject).into_iter().flatten().cloned());
        }
    }
    let in_use = line.in_use.as_ref().map(|in_use| in_use.in_use);
    Some(Figure {
        id: line.id.clone(),
        slice: (sum.kind, sum.basis, sum.year),
        ends: [sum.pence.0, sum.up_to.unwrap_or(sum.pence).0],
        area,
        partners: line.partners.iter().flatten().map(|partner| partner.as_str().to_owned()).collect(),
        part_of: line.part_of.clone(),
        net_of: line.net_of.clone(),
        of_programme: line.covers.iter().flatten().any(|subject| subject.kind() == "programme"),
        is_standing: in_use == Some(InUse::Yes) || (in_use.is_none() && line.rival_of.is_none()),
    })
}

/// What lies directly within programmes and services.
fn within(workspace: &Workspace) -> BTreeMap<Subject, Vec<Subject>> {
    let mut within: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
    for service in workspace.services.values() {
        let above = service.programme.as_ref().map(Subject::from).into_iter().chain(service.parent.as_ref().map(Subject::from));
        for whole in above {
            within.entry(whole).or_default().push(Subject::from(&service.id));
        }
    }
    for phase in workspace.phases.values() {
        if let Some(programme) = &phase.programme {
            within.entry(Subject::from(programme)).or_default().push(Subject::from(&phase.id));
        }
    }
    within
}
