//! What services come to in a sentence, who takes part in one, and all of them as a table for a spreadsheet.

use crate::domain::agreement;
use crate::domain::partner::PartnerId;
use crate::domain::rag::Rag;
use crate::domain::service::{Approach, Despite, QuickWin, Role, Service, ServiceId, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words::count::{count, list_some, number, sentence};
use crate::words::{self, partner};

/// How many partners a row names before it says how many more there are.
const NAMED: usize = 3;

/// `36 services: 11 live, 5 implementing, 1 refused. None has reported a status.`
pub fn summary(total: usize, stages: &[(Option<Stage>, usize)], reported: &[(Rag, usize)], not_reported: usize) -> String {
    let all = sentence(&count(total, "service", "services"));
    if total == 0 {
        return format!("{all}.");
    }
    let stages: Vec<_> = stages.iter().map(|(stage, many)| at_stage(*stage, *many)).collect();
    let status = match (reported, total) {
        ([], 1) => "It has not reported a status.".to_owned(),
        ([], _) => "None has reported a status.".to_owned(),
        (reported, _) => {
            let of = |many: usize, word: &str| format!("{} {word}", number(many as u64));
            let mut parts: Vec<_> = reported.iter().map(|(rag, many)| of(*many, &rag.label().to_lowercase())).collect();
            parts.extend((not_reported > 0).then(|| of(not_reported, words::NOT_REPORTED)));
            format!("Status: {}.", parts.join(", "))
        }
    };
    format!("{all}: {}. {status}", stages.join(", "))
}

/// What is shown of how many: `36 services.`, `2 of 36 services: WETT, live.`
pub fn shown(shown: usize, of: usize, filters: &[String]) -> String {
    words::count::shown(shown, of, "service", "services", filters)
}

/// Who takes part: `Host Redditch; in Bromsgrove; 1 considering`. Nothing where no partner's part is stated.
pub fn parts(workspace: &Workspace, service: &ServiceId) -> Option<String> {
    let parts = in_order(workspace, service);
    let named = |role: Role| parts.iter().filter(move |(_, of)| *of == role).map(|(id, _)| partner::short(workspace, id));
    let list = |role: Role| list_some(named(role).collect::<Vec<_>>(), NAMED);
    let many = |role: Role, word: &str| Some(named(role).count()).filter(|many| *many > 0).map(|many| format!("{many} {word}"));
    let hosts = match named(Role::Host).count() {
        0 => None,
        1 => Some(format!("host {}", list(Role::Host))),
        _ => Some(format!("hosts stated: {}", list(Role::Host))),
    };
    let said: Vec<_> = [
        hosts,
        Some(list(Role::In)).filter(|names| !names.is_empty()).map(|names| format!("in: {names}")),
        many(Role::Considering, "considering"),
        many(Role::Declined, "declined"),
        many(Role::Left, "left"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!said.is_empty()).then(|| sentence(&said.join("; ")))
}

/// Of a live service: whose agreement is stated not to be signed.
pub fn unsigned(workspace: &Workspace, service: &ServiceId) -> Option<String> {
    let is_live = workspace.services.get(service)?.stage.as_ref().is_some_and(|reached| reached.stage == Stage::Live);
    let partners = agreement::unsigned(workspace, service);
    let names = words::list(partners.iter().map(|id| partner::short(workspace, id)));
    (is_live && !partners.is_empty()).then(|| format!("The service is live, and the agreement of {names} is not signed."))
}

/// That a service moved on without something: `moved to live without one host: The Board decides in May`.
pub fn despite(despite: &Despite) -> String {
    let lacking = words::list(despite.lacking.iter().map(|requirement| uncapital(requirement.label())));
    format!("moved to {} without {lacking}: {}", uncapital(despite.to.label()), despite.why)
}

/// A label as it stands within a sentence.
pub fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A line of headings and a line for every service. What is not stated stays empty, so that nothing looks like nought.
pub fn table<'s>(workspace: &Workspace, services: impl IntoIterator<Item = &'s ServiceId>) -> Vec<Vec<String>> {
    let headings = [
        "Service",
        "Part of",
        "Programme",
        "Theme",
        "Stage",
        "Since",
        "Next stage due",
        "About the stage",
        "Status",
        "What is behind it",
        "Who",
        "By",
        "Expected at year end",
        "% complete",
        "Approach",
        "Quick win",
        "Host",
        "In",
        "Considering",
        "Declined",
        "Left",
        "Lead officer",
        "Gains that are not cash",
        "Description",
        "Source",
    ];
    let lines = services.into_iter().filter_map(|id| workspace.services.get(id)).map(|service| line(workspace, service));
    std::iter::once(headings.map(str::to_owned).to_vec()).chain(lines).collect()
}

fn line(workspace: &Workspace, service: &Service) -> Vec<String> {
    let name = |subject: Option<Subject>| subject.map(|subject| words::name(workspace, &subject)).unwrap_or_default();
    let stage = service.stage.as_ref();
    let status = service.status.as_ref();
    let parts = in_order(workspace, &service.id);
    let of = |role: Role| {
        let names = parts.iter().filter(|(_, of)| *of == role).map(|(id, _)| words::name(workspace, &Subject::from(id)));
        names.collect::<Vec<_>>().join("; ")
    };
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let word = |label: Option<&'static str>| label.unwrap_or_default().to_owned();
    vec![
        text(service.name.as_ref()),
        name(service.parent.as_ref().map(Subject::from)),
        name(service.programme.as_ref().map(Subject::from)),
        text(service.theme.as_ref()),
        word(stage.map(|reached| reached.stage.label())),
        day(stage.and_then(|reached| reached.since)),
        day(stage.and_then(|reached| reached.next_due)),
        text(stage.and_then(|reached| reached.note.as_ref())),
        status.map_or_else(|| "Not reported".to_owned(), |status| status.rag.label().to_owned()),
        text(status.and_then(|status| status.why.as_ref())),
        text(status.and_then(|status| status.who.as_ref())),
        day(status.and_then(|status| status.by)),
        word(service.expected.map(Rag::label)),
        service.complete.map(|percent| percent.number().to_string()).unwrap_or_default(),
        word(service.approach.map(Approach::label)),
        word(service.quick_win.map(QuickWin::label)),
        of(Role::Host),
        of(Role::In),
        of(Role::Considering),
        of(Role::Declined),
        of(Role::Left),
        text(service.lead.as_ref()),
        text(service.gains.as_ref()),
        text(service.description.as_ref()),
        service.source.as_ref().map(words::source::source).unwrap_or_default(),
    ]
}

/// The parts in a service, partners in the order of the workspace.
fn in_order(workspace: &Workspace, service: &ServiceId) -> Vec<(PartnerId, Role)> {
    let order = workspace.settings().and_then(|about| about.order.as_deref()).unwrap_or_default();
    let stated = workspace.parts_in(service).filter_map(|(id, part)| Some((id, part.part.as_ref()?.role)));
    let mut parts: Vec<_> = stated.collect();
    parts.order_by_key(|(id, _)| {
        (order.iter().position(|known| known == id).unwrap_or(usize::MAX), partner::short(workspace, id))
    });
    parts
}

/// A stage as it follows a number in a sentence.
fn at_stage(stage: Option<Stage>, many: usize) -> String {
    let word = match stage {
        Some(Stage::Live) => "live",
        Some(Stage::Implementing) => "implementing",
        Some(Stage::Approved) => "approved",
        Some(Stage::DetailedCase) => "with a detailed business case",
        Some(Stage::HighLevelCase) => "with a high-level business case",
        Some(Stage::Shortlisted) => "shortlisted",
        Some(Stage::Opportunity) if many == 1 => "opportunity",
        Some(Stage::Opportunity) => "opportunities",
        Some(Stage::Left) => "left",
        Some(Stage::Refused) => "refused",
        None => "at no stated stage",
    };
    format!("{} {word}", number(many as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::about::{About, WorkspaceId};
    use crate::domain::partner::Partner;
    use crate::domain::service::{Part, Participation, ParticipationId};

    #[test]
    fn services_in_one_sentence() {
        let stages = [(Some(Stage::Live), 11), (Some(Stage::Opportunity), 6), (Some(Stage::Refused), 1), (None, 2)];
        assert_eq!(
            summary(20, &stages, &[], 20),
            "20 services: 11 live, 6 opportunities, 1 refused, 2 at no stated stage. None has reported a status."
        );
        let one = [(Some(Stage::Opportunity), 1)];
        assert_eq!(summary(1, &one, &[], 1), "1 service: 1 opportunity. It has not reported a status.");
        let reported = [(Rag::Red, 2), (Rag::Green, 3)];
        assert!(summary(20, &stages, &reported, 15).ends_with(". Status: 2 red, 3 green, 15 not reported."));
        assert!(summary(20, &stages, &[(Rag::Amber, 20)], 0).ends_with(". Status: 20 amber."));
        assert_eq!(summary(0, &[], &[], 0), "No services.");
        assert_eq!(shown(36, 36, &[]), "36 services.");
        assert_eq!(shown(2, 36, &["WETT".into(), "live".into()]), "2 of 36 services: WETT, live.");
    }

    fn workspace(parts: &[(&str, Role)]) -> Workspace {
        let mut workspace = Workspace::default();
        let id = |partner: &str| PartnerId::new(partner).unwrap();
        let about = About { order: Some(vec![id("r"), id("b")]), ..About::new(WorkspaceId::new("w").unwrap()) };
        workspace.insert(about.into());
        for (name, called) in [("b", "Bromsgrove District Council"), ("r", "Redditch Borough Council"), ("wf", "Wyre Forest")] {
            workspace.insert(Partner { name: Some(called.into()), ..Partner::new(id(name)) }.into());
        }
        let payroll = ServiceId::new("payroll").unwrap();
        workspace.insert(Service { name: Some("Payroll".into()), ..Service::new(payroll.clone()) }.into());
        for (partner, role) in parts {
            let name = ParticipationId::of(&payroll, &id(partner)).unwrap();
            let part = Some(Part { role: *role, note: None });
            workspace.insert(Participation { part, ..Participation::new(name) }.into());
        }
        workspace
    }

    #[test]
    fn who_takes_part_is_said_in_the_order_of_partners() {
        let payroll = ServiceId::new("payroll").unwrap();
        let said = |list: &[(&str, Role)]| parts(&workspace(list), &payroll);
        assert_eq!(said(&[]), None);
        assert_eq!(
            said(&[("b", Role::In), ("r", Role::Host), ("wf", Role::Considering)]).unwrap(),
            "Host Redditch; in: Bromsgrove; 1 considering"
        );
        assert_eq!(said(&[("b", Role::Host), ("r", Role::Host)]).unwrap(), "Hosts stated: Redditch and Bromsgrove");
        assert_eq!(
            said(&[("b", Role::Left), ("r", Role::In), ("wf", Role::In)]).unwrap(),
            "In: Redditch and Wyre Forest; 1 left"
        );
    }

    #[test]
    fn a_table_has_a_cell_for_every_heading_and_says_not_reported() {
        let workspace = workspace(&[("b", Role::In), ("r", Role::Host)]);
        let lines = table(&workspace, workspace.services.keys());
        assert_eq!(lines.len(), 2);
        let of = |heading: &str| lines[1][lines[0].iter().position(|cell| cell == heading).unwrap()].as_str();
        assert_eq!(lines[0].len(), lines[1].len());
        assert_eq!((of("Service"), of("Status"), of("% complete")), ("Payroll", "Not reported", ""));
        assert_eq!((of("Host"), of("In")), ("Redditch Borough Council", "Bromsgrove District Council"));
    }
}
