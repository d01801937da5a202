//! Each council decides by itself; only the same text agreed by all is in force.

use concordat::analysis::life::{recommended, to_take, to_take_says};
use concordat::domain::approval::{
    Answer, Approval, ApprovalId, Decision, Made, Minute, Recommendation, RecommendationId, Verdict,
};
use concordat::domain::command::Command;
use concordat::domain::gate::{Requirement, asked};
use concordat::domain::integrity::faults;
use concordat::domain::partner::{Partner, Vote};
use concordat::domain::service::{Role, Stage};
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;

use crate::build::*;
use crate::by_hand::partner;

const TEXT: &str = "To share payroll from April 2011";
const OTHER: &str = "To share payroll from June 2011";

fn id() -> RecommendationId {
    RecommendationId::new("share").unwrap()
}

fn put_to_both() -> Workspace {
    let mut workspace = shared(idea());
    workspace.insert(
        Recommendation {
            text: Some(TEXT.into()),
            service: Some(payroll()),
            opens: Some(Stage::Approved),
            made: Some(Made {
                body: "Board".into(),
                on: Some(day("2010-12-09")),
                minute: Minute::try_from("12/10".to_owned()).ok(),
            }),
            ..Recommendation::new(id())
        }
        .into(),
    );
    workspace
}

fn approval(of: &str, verdict: Verdict, on: &str, text: Option<&str>) -> Approval {
    let decision = Decision { verdict, body: "Cabinet".into(), on: on.parse().ok(), minute: None, text: text.map(str::to_owned) };
    Approval { decision: Some(decision), ..Approval::new(ApprovalId::of(&id(), &partner(of)).unwrap()) }
}

fn decides(workspace: Workspace, of: &str, verdict: Verdict, on: &str, text: Option<&str>) -> Workspace {
    let after: Thing = approval(of, verdict, on, text).into();
    let before = workspace.thing(&after.subject());
    done(workspace, Command::Put { before, after })
}

fn answers(workspace: &Workspace) -> Vec<(String, Answer)> {
    let standing = workspace.recommendations.get(&id()).unwrap().standing(workspace);
    standing.answers.into_iter().map(|(council, answer)| (council.rest().to_owned(), answer)).collect()
}

fn is_in_force(workspace: &Workspace) -> bool {
    workspace.recommendations.get(&id()).unwrap().standing(workspace).is_in_force()
}

fn says(workspace: &Workspace) -> String {
    recommended(workspace, &payroll())[0].standing.clone()
}

#[test]
fn it_is_in_force_once_every_council_has_agreed_the_same_text() {
    let open = put_to_both();
    assert_eq!(answers(&open), [("bdc".to_owned(), Answer::Open), ("rbc".to_owned(), Answer::Open)]);
    assert_eq!(says(&open), "Not in force: Bromsgrove and Redditch to decide.");
    let one = decides(open, "bdc", Verdict::Agreed, "2011-01-05", Some(TEXT));
    assert!(!is_in_force(&one));
    assert_eq!(says(&one), "Not in force: Redditch to decide.");
    let both = decides(one, "rbc", Verdict::Agreed, "2011-01-12", Some("To share  payroll\nfrom April 2011"));
    assert!(is_in_force(&both), "blanks and line ends make no other text");
    assert_eq!(says(&both), "In force: every council that has to has agreed the same text.");
    assert_eq!(to_take(&both), []);
}

#[test]
fn an_amendment_by_one_opens_it_again_for_the_others() {
    let one = decides(put_to_both(), "bdc", Verdict::Agreed, "2011-01-05", Some(TEXT));
    let amended = decides(one, "rbc", Verdict::Amended, "2011-01-12", Some(OTHER));
    assert_eq!(answers(&amended), [("bdc".to_owned(), Answer::AnotherText), ("rbc".to_owned(), Answer::Agrees)]);
    assert_eq!(says(&amended), "Not in force: Bromsgrove to decide. Amended by Redditch: the others decide on that text.");
    let told = &recommended(&amended, &payroll())[0];
    assert_eq!((told.text.as_str(), told.first.as_deref()), (OTHER, Some(TEXT)));
    let again = decides(amended.clone(), "bdc", Verdict::Agreed, "2011-02-02", Some(OTHER));
    assert!(is_in_force(&again));
    let further = decides(amended, "bdc", Verdict::Amended, "2011-02-02", Some("Never"));
    assert_eq!(answers(&further), [("bdc".to_owned(), Answer::Agrees), ("rbc".to_owned(), Answer::AnotherText)]);
    assert!(!is_in_force(&further), "the latest amendment is on the table, and opens it for who amended it before");
}

#[test]
fn deferring_leaves_it_open_and_refusing_ends_it() {
    let put_off = decides(put_to_both(), "bdc", Verdict::Deferred, "2011-01-05", None);
    assert_eq!(
        to_take(&put_off).iter().map(|one| (one.council.as_str(), one.why)).collect::<Vec<_>>(),
        [("Bromsgrove", "Deferred"), ("Redditch", "To decide")]
    );
    assert_eq!(to_take_says(&to_take(&put_off)), "2 decisions to take: Bromsgrove and Redditch.");
    let refused = decides(put_off, "rbc", Verdict::Refused, "2011-01-12", None);
    assert_eq!(says(&refused), "Not in force: refused by Redditch; Bromsgrove to decide.");
    assert_eq!(to_take(&refused).len(), 1, "what was refused is no decision to take");
}

#[test]
fn who_has_to_agree_is_who_takes_part_and_votes_unless_it_is_said() {
    let mut workspace = part(put_to_both(), "wfdc", Role::Considering);
    assert_eq!(answers(&workspace).len(), 3);
    let wyre_forest = workspace.partners.get(&partner("wfdc")).unwrap().clone();
    workspace.insert(Partner { vote: Some(Vote::None), ..wyre_forest }.into());
    assert_eq!(answers(&workspace).len(), 2, "a partner without a vote has none to give");
    let named = Recommendation { councils: Some(vec![partner("rbc")]), ..workspace.recommendations.get(&id()).unwrap().clone() };
    workspace.insert(named.into());
    assert_eq!(answers(&workspace).len(), 1);
    let stranger = approval("bdc", Verdict::Agreed, "2011-01-05", Some(TEXT));
    let put = Command::Put { before: None, after: stranger.into() };
    assert!(refused(&workspace, put)[0].1.starts_with("This council is not asked."));
}

#[test]
fn a_decision_says_what_it_needs() {
    let workspace = put_to_both();
    let says = |approval: Approval| refused(&workspace, Command::Put { before: None, after: approval.into() });
    let one = |verdict, on, text| says(approval("bdc", verdict, on, text)).into_iter().map(|(_, says)| says).collect::<Vec<_>>();
    assert!(one(Verdict::Agreed, "2011-01-05", None)[0].starts_with("Write the text that was agreed"));
    assert!(one(Verdict::Amended, "2011-01-05", Some(TEXT))[0].starts_with("This is the text that was recommended."));
    assert!(one(Verdict::Amended, "", Some(OTHER))[0].starts_with("Say when it was amended"));
    assert!(one(Verdict::Deferred, "2011-01-05", Some(TEXT))[0].starts_with("What was deferred or refused has no text"));
    assert!(one(Verdict::Agreed, "2010-11-05", Some(TEXT))[0].starts_with("It would be decided before it was recommended."));
    assert_eq!(one(Verdict::Refused, "", None), [] as [String; 0]);
    for (text, is_one) in [("38/10", true), ("1/08", true), ("38/2010", false), ("38", false), ("a/10", false), ("/10", false)] {
        assert_eq!(Minute::try_from(text.to_owned()).is_ok(), is_one, "{text}");
    }
}

#[test]
fn a_service_is_approved_once_the_text_is_agreed() {
    let lacking = |workspace: &Workspace| {
        let service = workspace.services.get(&payroll()).unwrap();
        let asked = asked(workspace, service, Stage::Approved).into_iter();
        asked.filter(|asked| asked.requirement == Requirement::Agreed).find_map(|asked| asked.lacking)
    };
    let alone = at(shared(idea()), Stage::DetailedCase);
    assert_eq!(lacking(&alone).unwrap(), "Nothing has been recommended to the councils. Add it under Approval by each council.");
    let put = at(put_to_both(), Stage::DetailedCase);
    let one = decides(put, "bdc", Verdict::Agreed, "2011-01-05", Some(TEXT));
    assert_eq!(lacking(&one).unwrap(), "Redditch has not agreed the text. See Approval by each council.");
    assert_eq!(lacking(&decides(one, "rbc", Verdict::Agreed, "2011-01-12", Some(TEXT))), None);
}

#[test]
fn a_decision_on_what_is_not_there_is_a_fault() {
    let mut workspace = put_to_both();
    workspace.insert(approval("bdc", Verdict::Agreed, "2011-01-05", Some(TEXT)).into());
    let of_decisions = |workspace: &Workspace| {
        let all = faults(workspace).into_iter();
        all.filter(|fault| matches!(fault.subject.kind(), "approval" | "recommendation"))
            .map(|fault| fault.says)
            .collect::<Vec<_>>()
    };
    assert_eq!(of_decisions(&workspace), [] as [String; 0]);
    workspace.recommendations = Default::default();
    assert_eq!(
        of_decisions(&workspace),
        ["A council's decision names a recommendation that is not in the workspace, or was withdrawn. Choose another one."]
    );
}
