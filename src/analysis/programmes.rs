//! What programmes in use have to show for themselves.

use chrono::NaiveDate;

use crate::domain::milestone::Milestone;
use crate::domain::workspace::Workspace;

/// How many milestones of programmes in use, and of their phases, should have been done by the reading date. What was
/// withdrawn with its programme is not waited for; a service's milestones stand with the service.
pub fn overdue(workspace: &Workspace, reading: NaiveDate) -> usize {
    let is_of_one = |milestone: &&Milestone| {
        let Some(about) = &milestone.about else { return false };
        match about.kind() {
            "programme" => workspace.holds(about),
            "phase" => {
                let phase = about.typed().and_then(|id| workspace.phases.get(&id));
                let programme = phase.and_then(|phase| phase.programme.as_ref());
                programme.is_some_and(|programme| workspace.programmes.contains_key(programme))
            }
            _ => false,
        }
    };
    workspace.milestones.values().filter(|milestone| milestone.is_overdue(reading)).filter(is_of_one).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::milestone::MilestoneId;
    use crate::domain::programme::{Phase, PhaseId, Programme, ProgrammeId};
    use crate::domain::subject::Subject;

    #[test]
    fn what_a_withdrawn_programme_had_to_do_is_not_waited_for() {
        let mut workspace = Workspace::default();
        let programme = ProgrammeId::new("wett").unwrap();
        workspace.insert(Programme::new(programme.clone()).into());
        workspace.insert(Phase { programme: Some(programme), ..Phase::new(PhaseId::new("one").unwrap()) }.into());
        let due = NaiveDate::from_ymd_opt(2010, 12, 1);
        for about in ["programme/wett", "phase/one", "service/payroll"] {
            let id = MilestoneId::new(&about.replace('/', "-")).unwrap();
            workspace.insert(Milestone { about: Subject::parse(about), due, ..Milestone::new(id) }.into());
        }
        let reading = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        assert_eq!(overdue(&workspace, reading), 2);
        workspace.programmes.clear();
        assert_eq!(overdue(&workspace, reading), 0);
    }
}
