//! What the codes of papers stand for that a page names as its sources.

use crate::domain::measure::MeasureId;
use crate::domain::milestone::Milestone;
use crate::domain::money::{Money, MoneyId, MoneyKind};
use crate::domain::programme::Phase;
use crate::domain::risk::RiskId;
use crate::domain::service::Participation;
use crate::domain::source::Paper;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
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

/// Those that a record and what belongs to it name: parts in services, phases, milestones, figures and notes.
pub fn around(workspace: &Workspace, subject: &Subject) -> Vec<Paper> {
    let mut things: Vec<Thing> = workspace.thing(subject).into_iter().collect();
    things.extend(workspace.notes.values().filter(|note| note.about.as_ref() == Some(subject)).cloned().map(Thing::from));
    match subject.kind() {
        "service" => {
            let service = subject.typed();
            let parts = service.iter().flat_map(|service| workspace.parts_in(service)).map(|(_, part)| part.clone().into());
            things.extend(parts);
            things.extend(milestones(workspace, std::slice::from_ref(subject)));
            things.extend(lines(workspace, subject));
        }
        "partner" => {
            let is_its = |part: &&Participation| part.id.partner().is_some_and(|partner| partner.as_ref() == subject.as_str());
            things.extend(workspace.participations.values().filter(is_its).cloned().map(Thing::from));
            things.extend(lines(workspace, subject));
        }
        "programme" => {
            let is_its = |phase: &&Phase| phase.programme.as_ref().is_some_and(|of| of.as_ref() == subject.as_str());
            let phases: Vec<&Phase> = workspace.phases.values().filter(is_its).collect();
            let within: Vec<Subject> =
                std::iter::once(subject.clone()).chain(phases.iter().map(|phase| Subject::from(&phase.id))).collect();
            things.extend(phases.into_iter().cloned().map(Thing::from));
            things.extend(milestones(workspace, &within));
            things.extend(lines(workspace, subject));
        }
        "measure" => {
            let is_its = |of: Option<MeasureId>| of.is_some_and(|of| of.as_ref() == subject.as_str());
            things.extend(workspace.baselines.values().filter(|one| is_its(one.id.measure())).cloned().map(Thing::from));
            things.extend(workspace.targets.values().filter(|one| is_its(one.id.measure())).cloned().map(Thing::from));
            things.extend(workspace.readings.values().filter(|one| is_its(one.id.measure())).cloned().map(Thing::from));
        }
        _ => {}
    }
    named_by(workspace, things.into_iter())
}

fn milestones<'w>(workspace: &'w Workspace, within: &'w [Subject]) -> impl Iterator<Item = Thing> + 'w {
    let is_within = |milestone: &&Milestone| milestone.about.as_ref().is_some_and(|about| within.contains(about));
    workspace.milestones.values().filter(is_within).cloned().map(Thing::from)
}

fn lines<'w>(workspace: &'w Workspace, subject: &'w Subject) -> impl Iterator<Item = Thing> + 'w {
    workspace.money.values().filter(|line| is_shown_with(workspace, line, subject)).cloned().map(Thing::from)
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
