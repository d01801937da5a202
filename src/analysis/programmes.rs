//! What programmes in use have to show for themselves.

use chrono::NaiveDate;

use crate::domain::milestone::Milestone;
use crate::domain::programme::{PhaseId, ProgrammeId};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

/// Whether a milestone is still waited for: what it is of is in use, and so is the programme of its phase. One that does
/// not say of what it is stands for itself.
pub fn is_waited_for(workspace: &Workspace, milestone: &Milestone) -> bool {
    let Some(about) = &milestone.about else { return true };
    match about.kind() {
        "phase" => about
            .typed()
            .and_then(|id| workspace.phases.get(&id))
            .is_some_and(|phase| phase.programme.as_ref().is_none_or(|programme| workspace.programmes.contains_key(programme))),
        _ => workspace.holds(about),
    }
}

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

/// A programme's phases by the day on which they start. Of one that states only its end, the end that counts now stands
/// for it; those without any date come last, by name.
pub fn phases_of(workspace: &Workspace, programme: &ProgrammeId) -> Vec<PhaseId> {
    let mut phases: Vec<_> = workspace.phases.values().filter(|phase| phase.programme.as_ref() == Some(programme)).collect();
    phases.order_by_key(|phase| {
        let term = phase.term.unwrap_or_default();
        let end = phase.amended.as_ref().map(|amended| amended.date).or(term.to);
        let date = term.from.or(end);
        (date.is_none(), date, phase.name.clone(), phase.id.clone())
    });
    phases.into_iter().map(|phase| phase.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::source::{Amended, Term};

    #[test]
    fn phases_stand_by_their_start_or_by_the_end_that_counts() {
        let programme = ProgrammeId::new("together").unwrap();
        let day = |month| NaiveDate::from_ymd_opt(2009, month, 28);
        let phase = |id: &str, from, to, amended: Option<NaiveDate>| Phase {
            programme: Some(programme.clone()),
            name: Some(id.to_owned()),
            term: Some(Term { from, to }),
            amended: amended.map(|date| Amended { date, authority: String::new() }),
            ..Phase::new(PhaseId::new(id).unwrap())
        };
        let mut workspace = Workspace::default();
        for phase in [
            phase("never", None, None, None),
            phase("3-case", None, day(6), day(7)),
            phase("2-medium", None, day(7), None),
            phase("4-do", day(2), day(12), None),
            phase("1-wins", None, day(1), None),
        ] {
            workspace.insert(phase.into());
        }
        let order: Vec<_> = phases_of(&workspace, &programme).iter().map(|id| id.rest().to_owned()).collect();
        assert_eq!(order, ["1-wins", "4-do", "2-medium", "3-case", "never"]);
    }
    use crate::domain::milestone::MilestoneId;
    use crate::domain::programme::{Phase, Programme};
    use crate::domain::subject::Subject;

    #[test]
    fn a_milestone_is_waited_for_while_what_it_is_of_is_in_use() {
        let mut workspace = Workspace::default();
        let programme = ProgrammeId::new("wett").unwrap();
        workspace.insert(Programme::new(programme.clone()).into());
        workspace.insert(Phase { programme: Some(programme), ..Phase::new(PhaseId::new("one").unwrap()) }.into());
        workspace.insert(Phase::new(PhaseId::new("alone").unwrap()).into());
        let waited_for = |workspace: &Workspace, about: &str| {
            let milestone = Milestone { about: Subject::parse(about), ..Milestone::new(MilestoneId::new("m").unwrap()) };
            is_waited_for(workspace, &milestone)
        };
        for about in ["programme/wett", "phase/one", "phase/alone", ""] {
            assert!(waited_for(&workspace, about), "{about}");
        }
        assert!(!waited_for(&workspace, "service/gone"));
        workspace.programmes = Default::default();
        assert!(!waited_for(&workspace, "programme/wett") && !waited_for(&workspace, "phase/one"));
        assert!(waited_for(&workspace, "phase/alone"));
    }

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
        workspace.programmes = Default::default();
        assert_eq!(overdue(&workspace, reading), 0);
    }
}
