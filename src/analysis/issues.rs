//! What has happened and is being looked after: the list of issues.

use chrono::NaiveDate;

use crate::domain::risk::{Issue, IssueId};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
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

/// Every issue: open ones first, the next that is due before others, those without a date last.
pub fn issues(workspace: &Workspace, reading: NaiveDate) -> Vec<IssueRow> {
    let mut rows: Vec<_> = workspace.issues.values().map(|issue| row(workspace, issue, reading)).collect();
    rows.sort_by(|one, other| {
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
        let rows = issues(&workspace, day(17).unwrap());
        assert_eq!(
            rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(),
            ["late", "today", "later", "undated", "closed"]
        );
        let overdue: Vec<_> = rows.iter().filter(|row| row.is_overdue).map(|row| row.title.as_str()).collect();
        assert_eq!(overdue, ["late"]);
    }
}
