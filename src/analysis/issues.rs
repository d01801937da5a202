//! What has happened and is being looked after: the list of issues.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::analysis::risks::{Shown, is_of_programme, is_of_service};
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Issue, IssueId};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::{InOrder, OneByOne};
use crate::words;

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueRow {
    /// Which.
    pub id: IssueId,
    /// Its number or short name.
    pub reference: Option<String>,
    /// What has happened.
    pub title: String,
    /// The service or else the programme that it is about.
    pub of: Option<String>,
    /// When it happened.
    pub happened: Option<NaiveDate>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed at the reading date.
    pub is_overdue: bool,
    /// Whether it is being looked after.
    pub is_open: bool,
}

/// What issues have to be like to be shown; what is unstated does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Of this programme, or of one of its services.
    pub programme: Option<ProgrammeId>,
    /// Of this service, or of a service that is part of it.
    pub service: Option<ServiceId>,
    /// Looked after by this office.
    pub owner: Option<String>,
    /// Open, closed or both.
    pub shown: Shown,
}

impl Chosen {
    fn holds(&self, workspace: &Workspace, issue: &Issue) -> bool {
        let (programme, service) = (issue.programme.as_ref(), issue.service.as_ref());
        let shown = match self.shown {
            Shown::Open => issue.is_open(),
            Shown::Closed => !issue.is_open(),
            Shown::All => true,
        };
        shown
            && (self.owner.is_none() || self.owner == issue.owner)
            && self.programme.as_ref().is_none_or(|wanted| is_of_programme(workspace, programme, service, wanted))
            && self.service.as_ref().is_none_or(|wanted| is_of_service(workspace, service, wanted))
    }
}

/// Everyone who looks after an issue, each office once.
pub fn owners(workspace: &Workspace) -> Vec<String> {
    let offices: BTreeSet<&String> = workspace.issues.values().filter_map(|issue| issue.owner.as_ref()).one_by_one();
    offices.into_iter().filter(|office| !office.is_empty()).cloned().collect()
}

/// The issues that are chosen: open ones first, the next that is due before others, those without a date last.
pub fn issues(workspace: &Workspace, chosen: &Chosen, reading: NaiveDate) -> Vec<IssueRow> {
    let held = workspace.issues.values().filter(|issue| chosen.holds(workspace, issue));
    let mut rows: Vec<_> = held.map(|issue| row(workspace, issue, reading)).collect();
    rows.order_by(|one, other| {
        let order = |row: &IssueRow| (!row.is_open, row.due.is_none(), row.due);
        order(one).cmp(&order(other)).then_with(|| one.title.cmp(&other.title)).then_with(|| one.id.cmp(&other.id))
    });
    rows
}

fn row(workspace: &Workspace, issue: &Issue, reading: NaiveDate) -> IssueRow {
    let of = issue.service.as_ref().map(Subject::from).or_else(|| issue.programme.as_ref().map(Subject::from));
    IssueRow {
        id: issue.id.clone(),
        reference: issue.reference.clone(),
        title: issue.title.clone().unwrap_or_else(|| "Issue without a title".to_owned()),
        of: of.map(|subject| words::name(workspace, &subject)),
        happened: issue.happened,
        owner: issue.owner.clone(),
        due: issue.due,
        is_overdue: issue.is_open() && issue.due.is_some_and(|due| due < reading),
        is_open: issue.is_open(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::{Openness, State};
    use crate::domain::service::Service;

    fn any() -> Chosen {
        Chosen { programme: None, service: None, owner: None, shown: Shown::All }
    }

    #[test]
    fn open_issues_come_first_and_the_next_due_before_others() {
        let mut workspace = Workspace::default();
        let day = |day| NaiveDate::from_ymd_opt(2011, 1, day);
        let mut add = |id: &str, due: Option<NaiveDate>, is: Openness| {
            let state = Some(State { is, why: None });
            workspace.insert(Issue { title: Some(id.to_owned()), due, state, ..Issue::new(IssueId::new(id).unwrap()) }.into());
        };
        add("closed", day(1), Openness::Closed);
        add("undated", None, Openness::Open);
        add("later", day(20), Openness::Open);
        add("late", day(10), Openness::Open);
        add("today", day(17), Openness::Open);
        let rows = issues(&workspace, &any(), day(17).unwrap());
        assert_eq!(
            rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(),
            ["late", "today", "later", "undated", "closed"]
        );
        let overdue: Vec<_> = rows.iter().filter(|row| row.is_overdue).map(|row| row.title.as_str()).collect();
        assert_eq!(overdue, ["late"]);
        let closed = issues(&workspace, &Chosen { shown: Shown::Closed, ..any() }, day(17).unwrap());
        assert_eq!(closed.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["closed"]);
    }

    #[test]
    fn issues_are_chosen_by_programme_service_and_owner() {
        let (programme, whole, part) =
            (ProgrammeId::new("wett").unwrap(), ServiceId::new("property").unwrap(), ServiceId::new("depots").unwrap());
        let mut workspace = Workspace::default();
        workspace.insert(Service { programme: Some(programme.clone()), ..Service::new(whole.clone()) }.into());
        let depots = Service { programme: Some(programme.clone()), parent: Some(whole.clone()), ..Service::new(part.clone()) };
        workspace.insert(depots.into());
        let mut add = |id: &str, service: Option<&ServiceId>, owner: &str| {
            let issue =
                Issue { service: service.cloned(), owner: Some(owner.to_owned()), ..Issue::new(IssueId::new(id).unwrap()) };
            workspace.insert(issue.into());
        };
        add("flood", Some(&part), "Head of Property");
        add("strike", None, "Chief Executive");
        let told = |chosen: Chosen| -> Vec<String> {
            issues(&workspace, &chosen, NaiveDate::default()).iter().map(|row| row.id.rest().to_owned()).collect()
        };
        assert_eq!(told(any()).len(), 2);
        assert_eq!(told(Chosen { programme: Some(programme.clone()), ..any() }), ["flood"]);
        assert_eq!(told(Chosen { service: Some(whole.clone()), ..any() }), ["flood"]);
        assert_eq!(told(Chosen { owner: Some("Chief Executive".to_owned()), ..any() }), ["strike"]);
        assert_eq!(told(Chosen { owner: Some("Chief Executive".to_owned()), service: Some(part.clone()), ..any() }), [""; 0]);
        assert_eq!(owners(&workspace), ["Chief Executive", "Head of Property"]);
    }
}
