//! Highlight reports: what is carried over, what is asked before one is published, and that a published one stays.

use chrono::NaiveDate;
use concordat::domain::command::Command;
use concordat::domain::highlight::{
    Again, Became, Confirmed, Content, Highlight, HighlightId, Planned, before, begun, correction, in_force, lacking, published,
    with_plan_of_now,
};
use concordat::domain::matrix::Matrix;
use concordat::domain::rag::{Rag, Status};
use concordat::domain::service::Percent;
use concordat::domain::workspace::Workspace;
use proptest::prelude::*;

use crate::build::{day, done, idea, led, payroll, refused, today};

fn id(name: &str) -> HighlightId {
    HighlightId::new(name).unwrap()
}

fn plan(what: &str) -> Planned {
    Planned { what: what.to_owned(), due: Some(day("2011-03-31")), ..Planned::default() }
}

fn status(rag: Rag) -> Option<Status> {
    Some(Status { rag, why: Some("Two posts are vacant.".into()), who: Some("Head of HR".into()), by: Some(day("2011-04-30")) })
}

/// A whole draft for a period, as somebody would write it on what the last report leaves.
fn written(workspace: &Workspace, name: &str, ending: NaiveDate, change: impl FnOnce(&mut Content)) -> Highlight {
    let mut draft = begun(workspace, id(name), &payroll(), ending);
    let content = draft.content.as_mut().unwrap();
    content.prepared_by = Some("Project manager".into());
    content.summary = Some("The team is being put together.".into());
    content.status = content.status.clone().or_else(|| status(Rag::Amber));
    content.confirmed = Confirmed::ALL.to_vec();
    for activity in &mut content.planned {
        activity.became = Some(Became::Done);
        activity.progress = Some("It is done.".into());
    }
    change(content);
    draft
}

fn publish(draft: &Highlight) -> Command {
    Command::Publish(Box::new(draft.clone()))
}

fn first(workspace: Workspace) -> Workspace {
    let draft = written(&workspace, "one", day("2010-11-30"), |content| {
        content.next = vec![plan("Sign the agreement"), plan("Move the files")];
        content.complete = Percent::new(40);
    });
    done(workspace, publish(&draft))
}

#[test]
fn a_new_report_takes_the_plan_over_locked_and_begins_blank_beside_it() {
    let workspace = first(led(idea()));
    let draft = begun(&workspace, id("two"), &payroll(), day("2010-12-31"));
    let content = draft.content.unwrap();
    let planned: Vec<_> =
        content.planned.iter().map(|one| (one.planned.what.as_str(), one.became, one.progress.as_ref())).collect();
    assert_eq!(planned, [("Sign the agreement", None, None), ("Move the files", None, None)]);
    assert_eq!((content.summary, content.other, content.next.len(), content.confirmed.len()), (None, None, 0, 0));
    assert_eq!((content.complete, content.status.map(|status| status.rag)), (Percent::new(40), Some(Rag::Amber)));
}

#[test]
fn each_planned_thing_needs_what_became_of_it_and_what_stayed_needs_another_look() {
    let workspace = first(led(idea()));
    let draft = begun(&workspace, id("two"), &payroll(), day("2010-12-31"));
    let fields: Vec<_> = lacking(&workspace, &draft, today()).into_iter().map(|refusal| refusal.field).collect();
    let asked =
        ["summary", "confirm-status", "confirm-complete", "confirm-dates", "became-1", "progress-1", "became-2", "progress-2"];
    assert_eq!(fields, asked);
    assert!(!refused(&workspace, publish(&draft)).is_empty());
    let changed = written(&workspace, "two", day("2010-12-31"), |content| {
        content.confirmed = vec![Confirmed::Status, Confirmed::Dates];
        content.complete = Percent::new(60);
    });
    assert_eq!(refused(&workspace, publish(&changed)), [], "what was changed needs no confirming");
    let rewritten =
        written(&workspace, "two", day("2010-12-31"), |content| content.planned[0].planned.what = "Sign something".into());
    assert!(refused(&workspace, publish(&rewritten))[0].1.contains("has changed since this draft was opened"));
}

#[test]
fn what_is_not_done_is_carried_again_and_counted() {
    let mut workspace = first(led(idea()));
    for (name, ending, carries) in [("two", "2010-12-31", 1), ("three", "2011-01-31", 2)] {
        let draft = written(&workspace, name, day(ending), |content| {
            content.status = status(Rag::Red);
            content.planned[0].became = Some(Became::NotDone);
            content.planned[0].again = Some(Again { due: Some(day("2011-05-31")) });
        });
        workspace = done(workspace, publish(&draft));
        let next = &workspace.highlights.get(&id(name)).unwrap().content.as_ref().unwrap().next;
        assert_eq!(
            next.iter().map(|one| (one.what.as_str(), one.carries)).collect::<Vec<_>>(),
            [("Sign the agreement", carries)]
        );
        assert_eq!((next[0].key.as_str(), next[0].due), ("2010-11-30.1.1", Some(day("2011-05-31"))));
    }
    let done_all = written(&workspace, "four", day("2011-02-28"), |content| {
        content.planned[0].again = Some(Again::default());
    });
    let workspace = done(workspace, publish(&done_all));
    assert!(
        workspace.highlights.get(&id("four")).unwrap().content.as_ref().unwrap().next.is_empty(),
        "what is done is not carried again"
    );
}

#[test]
fn amber_for_the_third_time_asks_again() {
    let mut workspace = first(led(idea()));
    let second = written(&workspace, "two", day("2010-12-31"), |_| {});
    workspace = done(workspace, publish(&second));
    let third = written(&workspace, "three", day("2011-01-31"), |_| {});
    assert_eq!(refused(&workspace, publish(&third)).iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["still-amber"]);
    let answered =
        written(&workspace, "three", day("2011-01-31"), |content| content.still_amber = Some("A post is funded.".into()));
    assert_eq!(refused(&workspace, publish(&answered)), []);
    let unsaid = written(&workspace, "three", day("2011-01-31"), |content| {
        content.status = Some(Status { rag: Rag::Red, why: None, who: None, by: None });
    });
    assert_eq!(refused(&workspace, publish(&unsaid)).iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["why", "who", "by"]);
}

#[test]
fn publishing_freezes_the_rules_says_how_the_service_stands_and_is_final() {
    let workspace = first(led(idea()));
    let report = workspace.highlights.get(&id("one")).unwrap().clone();
    let issued = report.issued.clone().unwrap();
    assert_eq!((issued.on, &issued.matrix), (today(), &Matrix::default()));
    assert_eq!(issued.meanings[0], Rag::Green.meaning());
    let service = workspace.services.get(&payroll()).unwrap();
    assert_eq!((service.status.as_ref().map(|status| status.rag), service.complete), (Some(Rag::Amber), Percent::new(40)));
    let rewritten = Highlight { content: Some(Content::default()), ..report.clone() };
    let put = Command::Put { before: Some(report.clone().into()), after: rewritten.into() };
    assert!(refused(&workspace, put)[0].1.contains("never changes"));
    let withdraw = Command::Withdraw { record: (&report.id).into(), why: "A slip".into() };
    assert!(refused(&workspace, withdraw)[0].1.contains("stays"));
    let forged = Highlight { id: id("other"), ..report.clone() };
    assert!(!refused(&workspace, Command::Put { before: None, after: forged.into() }).is_empty());
    let again = written(&workspace, "again", day("2010-11-30"), |_| {});
    assert_eq!(refused(&workspace, publish(&again))[0].0, "ending");
}

#[test]
fn a_correction_is_a_new_version_and_the_one_before_it_stays() {
    let workspace = first(led(idea()));
    let known = workspace.highlights.get(&id("one")).unwrap().clone();
    let mut mended = correction(&known, id("one-2"));
    assert_eq!(refused(&workspace, publish(&mended)).iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["correction"]);
    let content = mended.content.as_mut().unwrap();
    content.correction = Some("The share done was 30 %.".into());
    content.complete = Percent::new(30);
    content.next.push(plan("Tell staff"));
    let workspace = done(workspace, publish(&mended));
    assert_eq!(workspace.highlights.get(&id("one")), Some(&known));
    assert_eq!((published(&workspace, &payroll()).len(), in_force(&workspace, &payroll()).len()), (2, 1));
    assert_eq!(before(&workspace, &payroll(), day("2010-12-31")).map(|one| one.id.clone()), Some(id("one-2")));
    let keys: Vec<_> = workspace
        .highlights
        .get(&id("one-2"))
        .unwrap()
        .content
        .as_ref()
        .unwrap()
        .next
        .iter()
        .map(|one| one.key.clone())
        .collect();
    assert_eq!(keys, ["2010-11-30.1.1", "2010-11-30.1.2", "2010-11-30.2.3"]);
    assert!(refused(&workspace, publish(&correction(&known, id("late"))))[0].1.contains("later version"));
}

#[test]
fn a_draft_follows_a_correction_of_the_report_before_and_keeps_what_was_said() {
    let workspace = first(led(idea()));
    let draft = written(&workspace, "two", day("2010-12-31"), |_| {});
    let mut mended = correction(workspace.highlights.get(&id("one")).unwrap(), id("one-2"));
    let content = mended.content.as_mut().unwrap();
    content.correction = Some("One thing was left out.".into());
    content.next.push(plan("Tell staff"));
    let workspace = done(workspace, publish(&mended));
    assert!(!refused(&workspace, publish(&draft)).is_empty());
    let followed = with_plan_of_now(&workspace, &draft).content.unwrap();
    let said: Vec<_> = followed.planned.iter().map(|one| (one.planned.what.as_str(), one.became)).collect();
    assert_eq!(said, [("Sign the agreement", Some(Became::Done)), ("Move the files", Some(Became::Done)), ("Tell staff", None)]);
}

proptest! {
    /// Whatever becomes of what was planned, nothing that goes on is lost, and nothing that is over comes back.
    #[test]
    fn every_promise_is_over_or_in_the_next_plan(rounds in prop::collection::vec(prop::collection::vec(0u8..5, 6), 1..5)) {
        let mut workspace = led(idea());
        let mut open: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
        for (round, fates) in rounds.iter().enumerate() {
            let ending = day("2010-04-30") + chrono::Months::new(u32::try_from(round).unwrap());
            let name = format!("r{round}");
            let draft = written(&workspace, &name, ending, |content| {
                content.status = status(Rag::Red);
                for (place, activity) in content.planned.iter_mut().enumerate() {
                    let fate = fates[place % fates.len()];
                    activity.became = Some(Became::ALL[usize::from(fate) % Became::ALL.len()]);
                    activity.again = (fate % 2 == 1).then(Again::default);
                    if !(matches!(activity.became, Some(Became::NotDone | Became::Part)) && activity.again.is_some()) {
                        open.remove(&activity.planned.key);
                    }
                }
                content.next = vec![plan(&format!("New in {round}")), plan("Another")];
            });
            workspace = done(workspace, publish(&draft));
            let next = &workspace.highlights.get(&id(&name)).unwrap().content.as_ref().unwrap().next;
            open.extend(next.iter().filter(|one| one.carries == 0).map(|one| one.key.clone()));
            let keys: std::collections::BTreeSet<String> = next.iter().map(|one| one.key.clone()).collect();
            prop_assert_eq!(keys.len(), next.len());
            prop_assert_eq!(&keys, &open);
        }
    }
}
