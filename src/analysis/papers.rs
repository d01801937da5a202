//! What the codes of papers stand for that a page names as its sources.

use crate::domain::case::CaseId;
use crate::domain::measure::{Measure, MeasureId};
use crate::domain::money::{Money, MoneyId, MoneyKind};
use crate::domain::risk::RiskId;
use crate::domain::source::Paper;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;

/// The papers whose codes stand in one of these texts, in the order of the workspace's own list. A paper that is named in
/// full, or whose code nobody has explained, needs no line or has none.
pub fn said_in<Text: AsRef<str>>(workspace: &Workspace, texts: &[Text]) -> Vec<Paper> {
    let papers = workspace.settings().and_then(|about| about.papers.as_deref()).unwrap_or_default();
    let is_said = |paper: &&Paper| texts.iter().any(|text| stands_in(text.as_ref(), &paper.code));
    papers.iter().filter(is_said).cloned().collect()
}

/// Those that these money lines name, in whatever they say.
pub fn of_lines<'i>(workspace: &Workspace, lines: impl IntoIterator<Item = &'i MoneyId>) -> Vec<Paper> {
    named_by(workspace, lines.into_iter().filter_map(|line| workspace.money.get(line)).cloned().map(Thing::from))
}

/// Those that these risks name.
pub fn of_risks<'i>(workspace: &Workspace, risks: impl IntoIterator<Item = &'i RiskId>) -> Vec<Paper> {
    named_by(workspace, risks.into_iter().filter_map(|risk| workspace.risks.get(risk)).cloned().map(Thing::from))
}

/// Those that a record and what belongs to it name: parts in services, phases, milestones, figures, cases, decisions, notes.
pub fn around(workspace: &Workspace, subject: &Subject) -> Vec<Paper> {
    let own = workspace.thing(subject).into_iter();
    named_by(workspace, own.chain(Kind::ALL.iter().flat_map(|kind| of_kind(workspace, *kind, subject))))
}

/// The records of a kind that are shown with another record, each with its source.
fn of_kind(workspace: &Workspace, kind: Kind, subject: &Subject) -> Vec<Thing> {
    macro_rules! those {
        ($records:ident, $belongs:expr) => {
            workspace.$records.values().filter($belongs).cloned().map(Thing::from).collect()
        };
    }
    macro_rules! of_service {
        ($records:ident) => {
            if subject.kind() == "service" { those!($records, |one| is(one.service.as_ref(), subject)) } else { Vec::new() }
        };
    }
    let of_measure = |id: Option<MeasureId>| {
        let measure = id.filter(|id| is(Some(id), subject) || subject.kind() == "service");
        measure.is_some_and(|id| is(Some(&id), subject) || is_of(workspace.measures.get(&id), subject))
    };
    let has_figures = matches!(subject.kind(), "measure" | "service");
    match kind {
        Kind::Note => those!(notes, |note| note.about.as_ref() == Some(subject)),
        Kind::Participation if matches!(subject.kind(), "service" | "partner") => {
            those!(participations, |part| is(part.id.service().as_ref(), subject) || is(part.id.partner().as_ref(), subject))
        }
        Kind::Phase => those!(phases, |phase| is(phase.programme.as_ref(), subject)),
        Kind::Milestone => those!(milestones, |one| one.about.as_ref().is_some_and(|about| is_within(workspace, about, subject))),
        Kind::Money if matches!(subject.kind(), "partner" | "programme" | "service") => {
            those!(money, |line| is_shown_with(workspace, line, subject))
        }
        Kind::Baseline if has_figures => those!(baselines, |one| of_measure(one.id.measure())),
        Kind::Targets if has_figures => those!(targets, |one| of_measure(one.id.measure())),
        Kind::Readings if has_figures => those!(readings, |one| of_measure(one.id.measure())),
        Kind::Recommendation => of_service!(recommendations),
        Kind::Approval => those!(approvals, |one| {
            let about = one.id.recommendation().and_then(|id| workspace.recommendations.get(&id));
            about.is_some_and(|about| is(about.service.as_ref(), subject))
        }),
        Kind::Consultation => of_service!(consultations),
        Kind::Case => of_service!(cases),
        Kind::CaseOption => those!(options, |option| is_of_case(workspace, option.case.as_ref(), subject)),
        Kind::SignOff => those!(signoffs, |one| is_of_case(workspace, one.id.case().as_ref(), subject)),
        Kind::Opening => of_service!(openings),
        Kind::Study => of_service!(studies),
        Kind::Demand => of_service!(demands),
        Kind::Trial => of_service!(trials),
        Kind::Plan => of_service!(plans),
        Kind::Benefit => of_service!(benefits),
        Kind::Commitment => those!(commitments, |one| is(one.programme.as_ref(), subject)),
        Kind::Shift => of_service!(shifts),
        Kind::Participation | Kind::Money | Kind::Baseline | Kind::Targets | Kind::Readings => Vec::new(),
        // Each of these has a page that names its own papers, or none to name.
        Kind::About | Kind::Partner | Kind::Programme | Kind::Service | Kind::Measure => Vec::new(),
        Kind::Risk | Kind::Issue | Kind::Sent | Kind::Meeting | Kind::Highlight => Vec::new(),
    }
}

/// Those that the decisions to take name.
pub fn of_decisions(workspace: &Workspace) -> Vec<Paper> {
    let all = workspace.recommendations.values().cloned().map(Thing::from);
    named_by(workspace, all.chain(workspace.approvals.values().cloned().map(Thing::from)))
}

/// Those that joint proposals name.
pub fn of_commitments(workspace: &Workspace) -> Vec<Paper> {
    named_by(workspace, workspace.commitments.values().cloned().map(Thing::from))
}

/// Those that opportunities name.
pub fn of_openings(workspace: &Workspace) -> Vec<Paper> {
    named_by(workspace, workspace.openings.values().cloned().map(Thing::from))
}

fn is<Id: AsRef<str>>(id: Option<&Id>, subject: &Subject) -> bool {
    id.is_some_and(|id| id.as_ref() == subject.as_str())
}

fn is_of(measure: Option<&Measure>, service: &Subject) -> bool {
    measure.is_some_and(|measure| is(measure.service.as_ref(), service))
}

fn is_of_case(workspace: &Workspace, case: Option<&CaseId>, service: &Subject) -> bool {
    case.and_then(|id| workspace.cases.get(id)).is_some_and(|case| is(case.service.as_ref(), service))
}

/// Whether something stands on the page of a record: what is about it, or about a phase of it.
fn is_within(workspace: &Workspace, about: &Subject, subject: &Subject) -> bool {
    let phase = || about.typed().and_then(|id| workspace.phases.get(&id));
    about == subject || (subject.kind() == "programme" && phase().is_some_and(|phase| is(phase.programme.as_ref(), subject)))
}

/// Whether a line stands on the page of a record: of a programme only what others give towards it and its services.
fn is_shown_with(workspace: &Workspace, line: &Money, subject: &Subject) -> bool {
    let of_programme = |covered: &Subject| {
        let service = covered.typed().and_then(|id| workspace.services.get(&id));
        service.and_then(|service| service.programme.as_ref()).is_some_and(|of| of.as_ref() == subject.as_str())
    };
    let is_fund = line.sum.as_ref().is_some_and(|sum| sum.kind == MoneyKind::Funding);
    match subject.kind() {
        "partner" => line.partners.iter().flatten().any(|partner| partner.as_ref() == subject.as_str()),
        "programme" => is_fund && line.covers.iter().flatten().any(|covered| covered == subject || of_programme(covered)),
        _ => line.covers.iter().flatten().any(|covered| covered == subject),
    }
}

fn named_by(workspace: &Workspace, things: impl Iterator<Item = Thing>) -> Vec<Paper> {
    let texts: Vec<String> = things.flat_map(|thing| thing.encode().into_values()).map(|value| value.to_string()).collect();
    said_in(workspace, &texts)
}

/// Whether a code stands in a text by itself: `S3` does not stand in `S3c 7.2`.
fn stands_in(text: &str, code: &str) -> bool {
    let is_apart = |beside: Option<char>| beside.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(code).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        is_apart(before) && is_apart(after)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::about::{About, WorkspaceId};

    #[test]
    fn a_record_brings_the_papers_of_what_belongs_to_it() {
        let log = crate::bundle::read(include_str!("../../samples/worcestershire.concordat.json")).unwrap().log;
        let workspace = crate::bundle::decode::workspace(&log);
        let named = |subject: &str| {
            let papers = around(&workspace, &Subject::parse(subject).unwrap());
            papers.into_iter().map(|paper| paper.code).collect::<Vec<_>>()
        };
        assert_eq!(named("service/regulatory-services"), ["S0", "S1", "S3b", "S3c"]);
        assert_eq!(named("risk/wett-clash"), ["S3c"]);
        assert_eq!(named("programme/wett"), ["S0", "S3c"]);
        assert!(named("partner/bromsgrove").contains(&"S3b".to_owned()));
        assert!(named("service/none").is_empty());
        let lines: Vec<_> = workspace.money.keys().cloned().collect();
        assert!(of_lines(&workspace, &lines).len() > 3 && of_lines(&workspace, []).is_empty());
        assert_eq!(of_risks(&workspace, workspace.risks.keys()).len(), 1);
    }

    /// A record of each kind that is shown with another one, which names a paper of its own; a kind that is added has to
    /// be put here, or said to have a page of its own.
    #[test]
    fn every_kind_that_stands_with_another_record_brings_its_papers() {
        const ALONE: &[Kind] = &[
            Kind::About,
            Kind::Partner,
            Kind::Programme,
            Kind::Service,
            Kind::Risk,
            Kind::Issue,
            Kind::Sent,
            Kind::Meeting,
            Kind::Measure,
            Kind::Highlight,
        ];
        for kind in Kind::ALL.iter().filter(|kind| !ALONE.contains(kind)) {
            let (name, with) = match kind {
                Kind::Participation | Kind::Approval | Kind::SignOff | Kind::Baseline => ("one/other", "service/payroll"),
                Kind::Targets | Kind::Readings => ("one/fy2010/other", "service/payroll"),
                Kind::Phase | Kind::Commitment => ("one", "programme/wett"),
                _ => ("one", "service/payroll"),
            };
            let name = if *kind == Kind::Participation { "payroll/other" } else { name };
            let to = Subject::parse(with).unwrap();
            let mut workspace = Workspace::default();
            let paper = Paper { code: "S9".to_owned(), name: "A paper".to_owned() };
            workspace.insert(About { papers: Some(vec![paper]), ..About::new(WorkspaceId::new("one").unwrap()) }.into());
            for (holder, fields) in [
                ("service/payroll", json!({})),
                ("recommendation/one", json!({ "service": with })),
                ("case/one", json!({ "service": with })),
                ("measure/one", json!({ "service": with })),
            ] {
                workspace.insert(made(holder, &fields));
            }
            assert!(around(&workspace, &to).is_empty());
            let said = json!({
                "service": with, "programme": with, "about": with, "covers": [with], "case": "case/one",
                "source": { "paper": "S9" }, "text": "See S9",
            });
            workspace.insert(made(&format!("{}/{name}", kind.key()), &said));
            assert_eq!(around(&workspace, &to).len(), 1, "{kind:?} is left out");
        }
    }

    fn made(name: &str, fields: &serde_json::Value) -> Thing {
        Thing::decode(name, &|field| fields.get(field)).unwrap().0
    }

    #[test]
    fn only_papers_that_are_named_are_explained_in_the_order_of_the_list() {
        let paper = |code: &str| Paper { code: code.to_owned(), name: format!("The whole of {code}") };
        let mut workspace = Workspace::default();
        let papers = Some(["S3c", "S3", "Board report"].map(paper).to_vec());
        workspace.insert(About { papers, ..About::new(WorkspaceId::new("one").unwrap()) }.into());
        let said = |texts: &[&str]| said_in(&workspace, texts).into_iter().map(|paper| paper.code).collect::<Vec<_>>();
        assert_eq!(said(&["£964k forecast for 2010/11, S3c 7.2"]), ["S3c"]);
        assert_eq!(said(&["as the Board report says", "(S3, 7.2; S3c)"]), ["S3c", "S3", "Board report"]);
        assert!(said(&["", "S3cc 7.2", "xS3"]).is_empty());
        assert!(said_in(&Workspace::default(), &["S3c"]).is_empty());
    }
}
