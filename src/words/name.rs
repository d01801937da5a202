//! What people call a record, wherever it is only referred to.

use crate::domain::approval::Approval;
use crate::domain::case::CaseLevel;
use crate::domain::measure::MeasureId;
use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::words::count::shortened;
use crate::words::date;

/// How much of a note stands for it.
const NOTE_LENGTH: usize = 60;

/// A record's name: `Redditch`, `Risk 10: Clash with the county's programme`, `Redditch in Payroll`.
pub fn name(workspace: &Workspace, subject: &Subject) -> String {
    let Some(thing) = workspace.thing(subject) else {
        let stands = workspace.joins.stands_for(subject);
        return if stands == *subject {
            workspace.withdrawn_name(subject).unwrap_or_else(|| missing(subject))
        } else {
            name(workspace, &stands)
        };
    };
    match &thing {
        Thing::Risk(risk) => referenced("Risk", risk.reference.as_deref(), risk.title.as_deref()),
        Thing::Issue(issue) => referenced("Issue", issue.reference.as_deref(), issue.title.as_deref()),
        Thing::Note(note) => match note.text.as_deref() {
            Some(text) if !text.trim().is_empty() => format!("Note: {}", shortened(text, NOTE_LENGTH)),
            _ => "Note without text".to_owned(),
        },
        Thing::Participation(part) => {
            let of = |subject: Option<Subject>| subject.map_or_else(String::new, |subject| name(workspace, &subject));
            let partner = of(part.id.partner().map(|id| Subject::from(&id)));
            format!("{partner} in {}", of(part.id.service().map(|id| Subject::from(&id))))
        }
        Thing::Baseline(baseline) => of_measure(workspace, baseline.id.measure(), baseline.id.partner(), "baseline".to_owned()),
        Thing::Targets(targets) => {
            let what = targets.id.year().map_or_else(String::new, |year| format!("targets for {year}"));
            of_measure(workspace, targets.id.measure(), targets.id.partner(), what)
        }
        Thing::Readings(readings) => {
            let what = readings.id.year().map_or_else(String::new, |year| format!("readings of {year}"));
            of_measure(workspace, readings.id.measure(), readings.id.partner(), what)
        }
        Thing::Consultation(one) => {
            let who = one.who.map_or_else(|| "somebody".to_owned(), |who| who.label().to_lowercase());
            format!("Consultation of {who} on {}", of(workspace, one.service.as_ref().map(Subject::from)))
        }
        Thing::Shift(shift) => {
            let moved = shift.moved.as_ref();
            let between = moved.map(|moved| format!(", {} to {}", moved.from.label(), moved.to.label().to_lowercase()));
            let service = of(workspace, shift.service.as_ref().map(Subject::from));
            format!("Movement of a figure of {service}{}", between.unwrap_or_default())
        }
        Thing::Plan(plan) => {
            let year = plan.year.map(|year| format!(" for {year}")).unwrap_or_default();
            format!("Plan of {}{year}", of(workspace, plan.service.as_ref().map(Subject::from)))
        }
        Thing::Highlight(report) => {
            let ending = report.ending.map(|ending| format!(", period ending {}", date::long(ending))).unwrap_or_default();
            let version = report.version.filter(|version| *version > 1);
            let version = version.map(|version| format!(", version {version}")).unwrap_or_default();
            format!("Highlight report on {}{ending}{version}", of(workspace, report.service.as_ref().map(Subject::from)))
        }
        Thing::Case(case) => {
            let level = case.level.map_or("Business case", CaseLevel::label);
            let version = case.version.map(|version| format!(", version {version}")).unwrap_or_default();
            format!("{level} of {}{version}", of(workspace, case.service.as_ref().map(Subject::from)))
        }
        Thing::SignOff(signoff) => {
            let council = of(workspace, signoff.id.partner().map(|id| Subject::from(&id)));
            format!("{council}: sign-off of {}", of(workspace, signoff.id.case().map(|id| Subject::from(&id))))
        }
        Thing::Recommendation(one) => shortened(one.text.as_deref().unwrap_or("Recommendation without a text"), NOTE_LENGTH),
        Thing::Approval(approval) => of_recommendation(workspace, approval),
        Thing::Meeting(meeting) => match (thing.title().is_empty(), meeting.held) {
            (true, _) => "Meeting without a body".to_owned(),
            (false, Some(held)) => format!("{}, {}", thing.title(), date::long(held)),
            (false, None) => thing.title().to_owned(),
        },
        Thing::About(_) => workspace.title().to_owned(),
        named if !named.title().trim().is_empty() => named.title().to_owned(),
        unnamed => format!("{} without a name", unnamed.kind().label()),
    }
}

/// A council's decision by the council and what it is about: `Redditch on: To share payroll`.
fn of_recommendation(workspace: &Workspace, approval: &Approval) -> String {
    let council = of(workspace, approval.id.partner().map(|id| Subject::from(&id)));
    format!("{council} on: {}", of(workspace, approval.id.recommendation().map(|id| Subject::from(&id))))
}

/// The name of what something is about; nothing where that is not stated.
fn of(workspace: &Workspace, subject: Option<Subject>) -> String {
    subject.map_or_else(String::new, |subject| name(workspace, &subject))
}

/// Figures of a measure by the measure and whose they are: `Calls answered, Redditch: readings of 2010/11`.
fn of_measure(workspace: &Workspace, measure: Option<MeasureId>, partner: Option<PartnerId>, what: String) -> String {
    let measure = measure.map_or_else(String::new, |id| name(workspace, &Subject::from(&id)));
    let partner = partner.map_or_else(String::new, |id| name(workspace, &Subject::from(&id)));
    format!("{measure}, {partner}: {what}")
}

/// A record's name where there is little room: `Redditch`, `Risk 10`.
pub fn short_name(workspace: &Workspace, subject: &Subject) -> String {
    let reference = match workspace.thing(subject) {
        Some(Thing::Risk(risk)) => risk.reference.clone(),
        Some(Thing::Issue(issue)) => issue.reference.clone(),
        _ => None,
    };
    let kind = Kind::from_key(subject.kind()).map_or("", Kind::label);
    match reference.filter(|reference| !reference.trim().is_empty()) {
        Some(reference) => format!("{kind} {reference}"),
        None => name(workspace, subject),
    }
}

/// A kind as one of several: `a risk`, `an issue`.
pub fn kind_with_article(kind: Kind) -> String {
    let label = kind.label().to_lowercase();
    let article = if label.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {label}")
}

fn referenced(kind: &str, reference: Option<&str>, title: Option<&str>) -> String {
    match (reference.filter(|text| !text.is_empty()), title.filter(|text| !text.is_empty())) {
        (Some(reference), Some(title)) => format!("{kind} {reference}: {title}"),
        (Some(reference), None) => format!("{kind} {reference}"),
        (None, Some(title)) => title.to_owned(),
        (None, None) => format!("{kind} without a title"),
    }
}

/// What is said in place of the name of a record that is not here.
pub const NOT_HERE: &str = "that is not in this workspace";

/// What a file refers to without holding it, has no name to show.
fn missing(subject: &Subject) -> String {
    Kind::from_key(subject.kind()).map_or_else(|| subject.to_string(), |kind| format!("{} {NOT_HERE}", kind_with_article(kind)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::{Note, NoteId};
    use crate::domain::partner::Partner;
    use crate::domain::risk::{Issue, IssueId, Risk, RiskId};
    use crate::domain::service::{Participation, ParticipationId, Service, ServiceId};

    #[test]
    fn a_record_has_a_name_whatever_is_known_of_it() {
        let mut workspace = Workspace::default();
        let partner = PartnerId::new("r").unwrap();
        let service = ServiceId::new("payroll").unwrap();
        let part = ParticipationId::of(&service, &partner).unwrap();
        workspace.insert(Partner { name: Some("Redditch".into()), ..Partner::new(partner) }.into());
        workspace.insert(Participation::new(part).into());
        workspace.insert(Risk { reference: Some("10".into()), ..Risk::new(RiskId::new("x").unwrap()) }.into());
        workspace.insert(Issue { title: Some("Flood".into()), ..Issue::new(IssueId::new("x").unwrap()) }.into());
        workspace.insert(Note { text: Some("Ask\nagain".into()), ..Note::new(NoteId::new("x").unwrap()) }.into());
        let read = |workspace: &Workspace, name_of: &str| name(workspace, &Subject::parse(name_of).unwrap());
        assert_eq!(read(&workspace, "participation/payroll/r"), "Redditch in a service that is not in this workspace");
        workspace.insert(Service { name: Some("Payroll".into()), ..Service::new(service) }.into());
        assert_eq!(read(&workspace, "participation/payroll/r"), "Redditch in Payroll");
        assert_eq!(read(&workspace, "risk/x"), "Risk 10");
        assert_eq!(read(&workspace, "issue/x"), "Flood");
        assert_eq!(read(&workspace, "note/x"), "Note: Ask again");
        assert_eq!(read(&workspace, "issue/gone"), "an issue that is not in this workspace");
        assert_eq!(read(&workspace, "vessel/x"), "vessel/x");
        workspace.withdrawn.insert(Subject::parse("partner/left").unwrap(), "Wychavon".to_owned());
        assert_eq!(read(&workspace, "partner/left"), "Wychavon (withdrawn)");
        workspace.insert(Service::new(ServiceId::new("new").unwrap()).into());
        assert_eq!(read(&workspace, "service/new"), "Service without a name");
    }

    #[test]
    fn a_short_name_is_a_reference_where_there_is_one() {
        let mut workspace = Workspace::default();
        let named = |id: &str, reference: Option<&str>| Risk {
            reference: reference.map(str::to_owned),
            title: Some("Loss of key staff".into()),
            ..Risk::new(RiskId::new(id).unwrap())
        };
        workspace.insert(named("a", Some("10")).into());
        workspace.insert(named("b", None).into());
        let short = |name: &str| short_name(&workspace, &Subject::parse(name).unwrap());
        assert_eq!(short("risk/a"), "Risk 10");
        assert_eq!(short("risk/b"), "Loss of key staff");
        assert_eq!(short("risk/c"), "a risk that is not in this workspace");
    }
}
