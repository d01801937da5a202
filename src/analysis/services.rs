//! Services in the order of their page: by programme, then by how far they have come, parts under what they are part of.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::programme::ProgrammeId;
use crate::domain::rag::Rag;
use crate::domain::service::{Service, ServiceId, Stage};
use crate::domain::workspace::Workspace;
use crate::order::{InOrder, OneByOne};

/// Stages as a reader wants them: what runs comes first, what was given up last.
const BY_PROGRESS: [Stage; 9] = [
    Stage::Live,
    Stage::Implementing,
    Stage::Approved,
    Stage::DetailedCase,
    Stage::HighLevelCase,
    Stage::Shortlisted,
    Stage::Opportunity,
    Stage::Left,
    Stage::Refused,
];

/// Which services are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Of one programme.
    pub programme: Option<ProgrammeId>,
    /// At one stage.
    pub stage: Option<Stage>,
}

/// The services of one programme, or of none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub programme: Option<ProgrammeId>,
    /// In order.
    pub services: Vec<Listed>,
}

/// A service in its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Which.
    pub id: ServiceId,
    /// How many services above it, in the same group, it is part of.
    pub depth: usize,
}

/// How many services there are, by stage and by status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of them.
    pub total: usize,
    /// By stage in the order of the page, those without a stated one last; only stages at which there are any.
    pub stages: Vec<(Option<Stage>, usize)>,
    /// By status, red first; only those that were reported.
    pub reported: Vec<(Rag, usize)>,
    /// Of how many none was reported.
    pub not_reported: usize,
}

impl Chosen {
    fn holds(&self, service: &Service) -> bool {
        let stage = service.stage.as_ref().map(|reached| reached.stage);
        (self.programme.is_none() || self.programme == service.programme) && (self.stage.is_none() || self.stage == stage)
    }
}

/// The chosen services, programme by programme in the order of their names, those of none last.
pub fn groups(workspace: &Workspace, chosen: &Chosen) -> Vec<Group> {
    let mut by_programme: BTreeMap<Option<&ProgrammeId>, Vec<&Service>> = BTreeMap::new();
    for service in workspace.services.values().filter(|service| chosen.holds(service)) {
        by_programme.entry(service.programme.as_ref()).or_default().push(service);
    }
    let mut groups: Vec<_> = by_programme
        .into_iter()
        .map(|(programme, services)| Group { programme: programme.cloned(), services: in_order(services) })
        .collect();
    let name = |group: &Group| {
        let programme = group.programme.as_ref().and_then(|id| workspace.programmes.get(id));
        programme.and_then(|programme| programme.name.as_deref()).unwrap_or_default().to_lowercase()
    };
    groups.order_by_key(|group| (group.programme.is_none(), name(group), group.programme.clone()));
    groups
}

/// How many of the chosen services are at which stage and report which status.
pub fn tally(workspace: &Workspace, chosen: &Chosen) -> Tally {
    let mut tally = Tally::default();
    let mut stages: BTreeMap<usize, (Option<Stage>, usize)> = BTreeMap::new();
    let mut reported: BTreeMap<std::cmp::Reverse<Rag>, usize> = BTreeMap::new();
    for service in workspace.services.values().filter(|service| chosen.holds(service)) {
        tally.total += 1;
        let stage = service.stage.as_ref().map(|reached| reached.stage);
        stages.entry(rank(stage)).or_insert((stage, 0)).1 += 1;
        match &service.status {
            Some(status) => *reported.entry(std::cmp::Reverse(status.rag)).or_default() += 1,
            None => tally.not_reported += 1,
        }
    }
    tally.stages = stages.into_values().collect();
    tally.reported = reported.into_iter().map(|(rag, count)| (rag.0, count)).collect();
    tally
}

/// The first so many services of the groups; a group of which nothing is left falls away.
pub fn first(groups: &[Group], how_many: usize) -> Vec<Group> {
    let mut left = how_many;
    let mut shown = Vec::new();
    for group in groups {
        let services: Vec<_> = group.services.iter().take(left).cloned().collect();
        left -= services.len();
        if !services.is_empty() {
            shown.push(Group { programme: group.programme.clone(), services });
        }
    }
    shown
}

/// By progress, then by name; what is part of another one stands right under it, whatever its own stage.
fn in_order(mut services: Vec<&Service>) -> Vec<Listed> {
    services.order_by_key(|service| {
        let stage = service.stage.as_ref().map(|reached| reached.stage);
        (rank(stage), service.name.as_deref().unwrap_or_default().to_lowercase(), &service.id)
    });
    let here: BTreeSet<&ServiceId> = services.iter().map(|service| &service.id).one_by_one();
    let mut parts: BTreeMap<&ServiceId, Vec<&Service>> = BTreeMap::new();
    let mut tops = Vec::new();
    for service in &services {
        match service.parent.as_ref().filter(|parent| here.contains(parent)) {
            Some(parent) => parts.entry(parent).or_default().push(service),
            None => tops.push(*service),
        }
    }
    let mut listed = Vec::new();
    let mut seen = BTreeSet::new();
    // Services that are part of each other in a circle have no top: they are listed all the same, after the others.
    for top in tops.into_iter().chain(services.iter().copied()) {
        let mut waiting = vec![(top, 0)];
        while let Some((service, depth)) = waiting.pop() {
            if seen.insert(&service.id) {
                listed.push(Listed { id: service.id.clone(), depth });
                let below = parts.get(&service.id).into_iter().flatten().rev();
                waiting.extend(below.map(|part| (*part, depth + 1)));
            }
        }
    }
    listed
}

fn rank(stage: Option<Stage>) -> usize {
    stage.and_then(|stage| BY_PROGRESS.iter().position(|known| *known == stage)).unwrap_or(BY_PROGRESS.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::Programme;
    use crate::domain::rag::Status;
    use crate::domain::service::Reached;

    fn service(id: &str, of: Option<&str>, stage: Option<Stage>, parent: Option<&str>) -> Service {
        Service {
            name: Some(id.to_uppercase()),
            programme: of.and_then(ProgrammeId::new),
            stage: stage.map(Reached::new),
            parent: parent.and_then(ServiceId::new),
            ..Service::new(ServiceId::new(id).unwrap())
        }
    }

    fn workspace(services: Vec<Service>) -> Workspace {
        let mut workspace = Workspace::default();
        for (id, name) in [("a", "WETT"), ("b", "Bromsgrove–Redditch")] {
            let programme = Programme { name: Some(name.into()), ..Programme::new(ProgrammeId::new(id).unwrap()) };
            workspace.insert(programme.into());
        }
        for service in services {
            workspace.insert(service.into());
        }
        workspace
    }

    fn read(groups: &[Group]) -> String {
        let group = |group: &Group| {
            let services = group.services.iter().map(|listed| format!("{}{}", ">".repeat(listed.depth), listed.id.rest()));
            let programme = group.programme.as_ref().map_or("none", |id| id.rest());
            format!("{programme}: {}", services.collect::<Vec<_>>().join(" "))
        };
        groups.iter().map(group).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn programmes_by_name_and_in_them_what_is_furthest_first() {
        let workspace = workspace(vec![
            service("museums", None, Some(Stage::Opportunity), None),
            service("audit", Some("a"), Some(Stage::Live), None),
            service("depot", Some("b"), Some(Stage::Shortlisted), None),
            service("grounds", Some("b"), Some(Stage::Live), Some("depot")),
            service("refuse", Some("b"), None, Some("depot")),
            service("lawns", Some("b"), None, Some("grounds")),
            service("ict", Some("b"), Some(Stage::Live), None),
            service("trees", Some("b"), None, Some("audit")),
            service("benefits", Some("b"), Some(Stage::Refused), None),
        ]);
        let all = groups(&workspace, &Chosen::default());
        assert_eq!(
            read(&all),
            "b: ict depot >grounds >>lawns >refuse benefits trees; a: audit; none: museums",
            "a part stands under its whole, unless that is in another programme"
        );
        assert_eq!(read(&first(&all, 4)), "b: ict depot >grounds >>lawns");
        assert_eq!(read(&first(&all, 8)), "b: ict depot >grounds >>lawns >refuse benefits trees; a: audit");
        let live = Chosen { stage: Some(Stage::Live), ..Chosen::default() };
        assert_eq!(read(&groups(&workspace, &live)), "b: grounds ict; a: audit");
        let wett = Chosen { programme: ProgrammeId::new("a"), stage: None };
        assert_eq!(read(&groups(&workspace, &wett)), "a: audit");
    }

    #[test]
    fn a_circle_of_parts_loses_nothing() {
        let workspace = workspace(vec![
            service("one", None, None, Some("two")),
            service("two", None, None, Some("one")),
            service("self", None, None, Some("self")),
            service("top", None, None, None),
        ]);
        assert_eq!(read(&groups(&workspace, &Chosen::default())), "none: top one >two self");
    }

    #[test]
    fn a_tally_counts_what_is_not_reported_apart() {
        let status = |rag| Some(Status { rag, why: None, who: None, by: None });
        let red = Service { status: status(Rag::Red), ..service("a", Some("a"), Some(Stage::Live), None) };
        let green = Service { status: status(Rag::Green), ..service("b", None, Some(Stage::Live), None) };
        let workspace = workspace(vec![red, green, service("c", None, None, None), service("d", None, Some(Stage::Left), None)]);
        let all = tally(&workspace, &Chosen::default());
        assert_eq!(all.stages, [(Some(Stage::Live), 2), (Some(Stage::Left), 1), (None, 1)]);
        assert_eq!((all.total, all.reported, all.not_reported), (4, vec![(Rag::Red, 1), (Rag::Green, 1)], 2));
        let wett = tally(&workspace, &Chosen { programme: ProgrammeId::new("a"), stage: None });
        assert_eq!((wett.total, wett.not_reported), (1, 0));
    }
}
