//! The groups under which a sum is shown, and how they read.

use std::sync::Arc;

use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::Entry;
use crate::analysis::savings::question::Group;
use crate::domain::partner::{PartnerId, Series};
use crate::domain::programme::ProgrammeId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// A group in an answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// Everything in one.
    All,
    /// One partner.
    Partner(PartnerId),
    /// Several partners together, without an agreed split.
    Together(Vec<PartnerId>),
    /// Whose it is is not stated.
    PartnerNotStated,
    /// One service.
    Service(ServiceId),
    /// Several services, or anything else, in one figure.
    Several(Vec<Subject>),
    /// What is stated for a programme as a whole and not itemised by service.
    NotItemised(ProgrammeId),
    /// One programme.
    Programme(ProgrammeId),
    /// What it covers is not stated, or belongs to no programme.
    NotStated,
    /// All groups that are not shown by themselves.
    Others,
}

/// The same in numbers. The order of `Numbered` is the order on the screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Numbered {
    /// Singles first, then several, then what is not stated.
    rank: u8,
    /// Partners or areas, sorted.
    pub of: Arc<[u32]>,
}

impl Numbered {
    pub fn of(group: Group, entry: &Entry, directory: &Directory) -> Self {
        match group {
            Group::All => Self::from(Arc::default()),
            Group::Partner => Self::from(Arc::clone(&entry.partners)),
            Group::Service => Self::from(Arc::clone(&entry.covers)),
            Group::Programme => Self::from(directory.programmes(&entry.covers).into()),
        }
    }

    pub fn partner(partner: u32) -> Self {
        Self::from(Arc::from([partner]))
    }

    fn from(of: Arc<[u32]>) -> Self {
        let rank = match of.len() {
            0 => 2,
            1 => 0,
            _ => 1,
        };
        Self { rank, of }
    }

    /// Whether a part under this key says more than its whole does under the other, so that it may be shown by itself.
    pub fn is_finer_than(&self, whole: &Self, group: Group, directory: &Directory) -> bool {
        if self == whole || self.of.is_empty() {
            return false;
        }
        match group {
            Group::All => false,
            Group::Partner | Group::Programme => whole.of.is_empty() || self.of.iter().all(|one| whole.of.contains(one)),
            Group::Service => whole.of.is_empty() || directory.contains(&whole.of, &self.of),
        }
    }

    /// Whether what is under this key can be held against a target under the same: it is one partner, service or
    /// programme, and not what is left over of one.
    pub fn is_comparable(&self, group: Group, directory: &Directory) -> bool {
        match (group, &*self.of) {
            (Group::Partner | Group::Programme, [_]) => true,
            (Group::Service, [area]) => !directory.is_programme(*area),
            _ => false,
        }
    }

    pub fn named(&self, group: Group, directory: &Directory) -> GroupKey {
        let partners = || self.of.iter().filter_map(|number| directory.partner_id(*number).cloned()).collect::<Vec<_>>();
        let areas = || self.of.iter().filter_map(|number| directory.subject(*number).cloned()).collect::<Vec<_>>();
        match (group, &*self.of) {
            (Group::All, _) => GroupKey::All,
            (Group::Partner, []) => GroupKey::PartnerNotStated,
            (Group::Partner, [one]) => directory.partner_id(*one).cloned().map_or(GroupKey::PartnerNotStated, GroupKey::Partner),
            (Group::Partner, _) => GroupKey::Together(partners()),
            (_, []) => GroupKey::NotStated,
            (Group::Service, [one]) => match directory.subject(*one) {
                Some(subject) => match (subject.typed(), subject.typed()) {
                    (Some(service), _) => GroupKey::Service(service),
                    (_, Some(programme)) => GroupKey::NotItemised(programme),
                    _ => GroupKey::Several(vec![subject.clone()]),
                },
                None => GroupKey::NotStated,
            },
            (Group::Programme, [one]) => {
                directory.subject(*one).and_then(Subject::typed).map_or(GroupKey::NotStated, GroupKey::Programme)
            }
            (Group::Service | Group::Programme, _) => GroupKey::Several(areas()),
        }
    }
}

impl GroupKey {
    /// How it reads.
    pub fn label(&self, workspace: &Workspace) -> String {
        match self {
            Self::All => "All".to_owned(),
            Self::Partner(id) => partner(workspace, id),
            Self::Together(ids) => {
                format!("{} together", listed(ids.iter().map(|id| partner(workspace, id)).collect()))
            }
            Self::PartnerNotStated => "Partner not stated".to_owned(),
            Self::Service(id) => area(workspace, &Subject::from(id)),
            Self::Several(subjects) => listed(subjects.iter().map(|subject| area(workspace, subject)).collect()),
            Self::NotItemised(id) => format!("{}, not itemised", area(workspace, &Subject::from(id))),
            Self::Programme(id) => area(workspace, &Subject::from(id)),
            Self::NotStated => "Not stated".to_owned(),
            Self::Others => "Others".to_owned(),
        }
    }

    /// The colour of a single partner.
    pub fn series(&self, workspace: &Workspace) -> Option<Series> {
        match self {
            Self::Partner(id) => workspace.partners.get(id).and_then(|partner| partner.series),
            _ => None,
        }
    }
}

fn partner(workspace: &Workspace, id: &PartnerId) -> String {
    let name =
        workspace.partners.get(id).and_then(|partner| partner.said_name().map(str::to_owned).or_else(|| partner.code.clone()));
    let name = name.or_else(|| workspace.withdrawn_name(&Subject::from(id)));
    name.unwrap_or_else(|| "A partner that is not in the workspace".to_owned())
}

fn area(workspace: &Workspace, subject: &Subject) -> String {
    let title = workspace.thing(subject).map(|thing| thing.title().to_owned()).filter(|title| !title.is_empty());
    let title = title.or_else(|| workspace.withdrawn_name(subject));
    title.unwrap_or_else(|| format!("A {} that is not in the workspace", subject.kind()))
}

/// "a", "a and b", "a, b and c".
fn listed(names: Vec<String>) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}
