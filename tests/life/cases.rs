//! What a case comes to, who signs it off before members see it, and how councils stood before sharing.

use concordat::analysis::life::{cases, comparison, figures, option_rows, payback_says, preferred_says, signed_now, signoffs};
use concordat::analysis::savings::{Ledger, Payback};
use concordat::domain::agreement::AgreementState;
use concordat::domain::case::{
    Case, CaseId, CaseLevel, CaseOption, CaseOptionId, Choice, Estimate, SignOff, SignOffId, Signed, ToMembers,
};
use concordat::domain::command::Command;
use concordat::domain::gate::{Requirement, asked};
use concordat::domain::money::{Basis, MoneyKind};
use concordat::domain::pence::Pence;
use concordat::domain::service::Stage;
use concordat::domain::workspace::Workspace;
use concordat::words;

use crate::build::*;
use crate::by_hand::{Saying, partner, saving, with};

fn id() -> CaseId {
    CaseId::new("detailed").unwrap()
}

fn case(version: u16) -> Case {
    let id = CaseId::new(&format!("detailed{}", if version == 1 { String::new() } else { version.to_string() })).unwrap();
    Case { service: Some(payroll()), level: Some(CaseLevel::Detailed), version: Some(version), ..Case::new(id) }
}

/// Bromsgrove saves £30,000 and Redditch £10,000 a year from 2011/12, half of it in 2010/11; £5,000 a year run it, and £87,500
/// get it going.
fn detailed() -> Workspace {
    let line =
        |name: &str, of: &str, pounds: i64| saving(name, of, pounds).on(Some(Basis::DetailedCase)).covering(&["service/payroll"]);
    let lines = [
        line("b1", "2010/11", 15_000).of(&["bdc"]).recurring(),
        line("r1", "2010/11", 5_000).of(&["rbc"]).recurring(),
        line("b2", "2011/12", 30_000).of(&["bdc"]).recurring(),
        line("r2", "2011/12", 10_000).of(&["rbc"]).recurring(),
        line("run", "2011/12", 5_000).of(&["rbc"]).kind(MoneyKind::Cost).recurring(),
        line("once", "2010/11", 87_500).of(&["bdc"]).kind(MoneyKind::Cost),
    ];
    let mut workspace = with(shared(idea()), lines);
    workspace.insert(case(1).into());
    workspace
}

fn signed(mut workspace: Workspace, of: &str) -> Workspace {
    let by = Signed { by: "Head of Finance".into(), on: Some(day("2010-11-30")), pence: None, yearly: None };
    let by = signed_now(&workspace, workspace.cases.get(&id()).unwrap(), by);
    let own = SignOffId::of(&id(), &partner(of)).unwrap();
    workspace.insert(SignOff { signed: Some(by), ..SignOff::new(own) }.into());
    workspace
}

fn on_basis(workspace: &Workspace, basis: Basis) -> concordat::analysis::life::CaseFigures {
    figures(workspace, &Ledger::of(workspace), &payroll(), basis)
}

#[test]
fn a_case_comes_to_what_the_lines_on_its_basis_say() {
    let workspace = detailed();
    let case = on_basis(&workspace, Basis::DetailedCase);
    let told: Vec<String> = case
        .by_year
        .rows
        .iter()
        .map(|(name, cells)| {
            let cells = cells.iter().map(|cell| cell.map_or_else(|| "-".to_owned(), words::money::exact));
            format!("{name}: {}", cells.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(case.by_year.heads, ["2010/11", "2011/12"]);
    assert_eq!(
        told,
        [
            "Savings: £20,000 £40,000",
            "Costs every year: - £5,000",
            "Costs once: £87,500 -",
            "Net: savings and income less costs every year: £20,000 £35,000",
        ]
    );
    let whose: Vec<&str> = case.by_partner.rows.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(whose, ["Saving: Bromsgrove", "Saving: Redditch", "Cost: Bromsgrove", "Cost: Redditch"]);
    assert_eq!(case.payback, Payback::TenthsOfYears(25), "87,500 ÷ 35,000");
    assert_eq!(payback_says(&case), "It pays back in 2.5 years: £87,500 once ÷ £35,000 net a year, as stated for 2011/12.");
    let rough = on_basis(&workspace, Basis::HighLevelCase);
    assert_eq!(rough.by_year.rows, [], "bases are never added");
    assert_eq!(payback_says(&rough), "When it pays back cannot be said: neither its cost nor its saving is stated for a year.");
}

#[test]
fn what_saves_nothing_does_not_pay_back() {
    let dear = saving("dear", "2011/12", 40_000).on(Some(Basis::DetailedCase)).kind(MoneyKind::Cost).recurring();
    let workspace = with(detailed(), [dear.covering(&["service/payroll"])]);
    let case = on_basis(&workspace, Basis::DetailedCase);
    assert_eq!(case.payback, Payback::DoesNotPayBack);
    assert!(payback_says(&case).starts_with("It does not pay back: it costs £87,500 once"), "{}", payback_says(&case));
}

#[test]
fn members_see_a_detailed_case_after_every_treasurer_or_for_a_reason() {
    let to_members = |workspace: &Workspace, despite: Option<&str>| {
        let before = workspace.cases.get(&id()).unwrap().clone();
        let members = Some(ToMembers { on: day("2010-12-09"), despite: despite.map(str::to_owned) });
        refused(workspace, Command::Put { before: Some(before.clone().into()), after: Case { members, ..before }.into() })
    };
    let says = to_members(&detailed(), None);
    assert_eq!(
        says,
        [(
            "members",
            "The figures are not signed off for Bromsgrove and Redditch. Let the treasurers sign first, or say why members see it before."
                .to_owned()
        )]
    );
    assert_eq!(to_members(&detailed(), Some("The Board meets on the 9th")), []);
    let one = signed(detailed(), "bdc");
    assert!(to_members(&one, None)[0].1.contains("for Redditch."));
    assert_eq!(to_members(&signed(one, "rbc"), None), []);
}

#[test]
fn a_sign_off_holds_for_the_figures_that_were_signed() {
    let both = signed(signed(detailed(), "bdc"), "rbc");
    let rows = |workspace: &Workspace| {
        let case = workspace.cases.get(&id()).unwrap();
        signoffs(workspace, &Ledger::of(workspace), case)
            .into_iter()
            .map(|row| (row.council, row.word, row.says))
            .collect::<Vec<_>>()
    };
    let says = "Head of Finance, 30 November 2010: £87,500 once, £35,000 net a year";
    assert_eq!(rows(&both)[0], ("Bromsgrove".to_owned(), "Signed off", Some(says.to_owned())));
    let more = saving("more", "2010/11", 1).on(Some(Basis::DetailedCase)).kind(MoneyKind::Cost).covering(&["service/payroll"]);
    let changed = with(both, [more]);
    assert_eq!(rows(&changed).iter().map(|row| row.1).collect::<Vec<_>>(), ["Signed off, figures changed since"; 2]);
}

#[test]
fn a_service_is_approved_on_the_latest_version_alone() {
    let lacking = |workspace: &Workspace| {
        let asked = asked(workspace, workspace.services.get(&payroll()).unwrap(), Stage::Approved).into_iter();
        asked.filter(|asked| asked.requirement == Requirement::SignedOff).find_map(|asked| asked.lacking)
    };
    assert!(lacking(&shared(idea())).unwrap().starts_with("No detailed business case is recorded."));
    let mut both = signed(signed(detailed(), "bdc"), "rbc");
    assert_eq!(lacking(&both), None);
    both.insert(case(2).into());
    assert_eq!(lacking(&both).unwrap(), "The figures are not signed off for Bromsgrove and Redditch. See the page of the case.");
    let order: Vec<_> = cases(&both, &payroll()).iter().map(|case| case.version).collect();
    assert_eq!(order, [Some(2), Some(1)]);
    let again = Case { id: CaseId::new("other").unwrap(), ..case(2) };
    assert_eq!(refused(&both, Command::Put { before: None, after: again.into() })[0].0, "version");
}

#[test]
fn an_option_says_why_it_was_chosen_or_rejected() {
    let mut option =
        CaseOption { case: Some(id()), name: Some("Buy it".into()), ..CaseOption::new(CaseOptionId::new("buy").unwrap()) };
    let says = |option: &CaseOption| refused(&detailed(), Command::Put { before: None, after: option.clone().into() });
    assert_eq!(says(&option), []);
    option.choice = Some(Choice::Rejected);
    assert_eq!(says(&option), [("why", "Say why it was chosen or rejected.".to_owned())]);
}

fn option(name: &str, figures: Option<(i64, i64, i64)>, choice: Option<Choice>) -> CaseOption {
    let pounds = |pounds| Some(Pence::pounds(pounds));
    CaseOption {
        case: Some(id()),
        name: Some(name.into()),
        estimate: figures.map(|(once, running, saving)| Estimate {
            once: pounds(once),
            running: pounds(running),
            saving: pounds(saving),
        }),
        choice,
        why: Some("It was looked at".into()),
        ..CaseOption::new(CaseOptionId::new(&name.to_lowercase()).unwrap())
    }
}

#[test]
fn options_stand_side_by_side_with_the_chosen_one_first() {
    let mut workspace = detailed();
    workspace.insert(option("Buy", Some((200_000, 0, 50_000)), Some(Choice::Rejected)).into());
    workspace.insert(option("Wait", Some((0, 10_000, 5_000)), None).into());
    workspace.insert(option("Share", Some((87_500, 5_000, 40_000)), Some(Choice::Chosen)).into());
    workspace.insert(option("Talk", None, None).into());
    let case = workspace.cases.get(&id()).unwrap();
    let rows = option_rows(&workspace, case);
    let told: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| cell.as_deref().unwrap_or("–"));
            std::iter::once(row.name.as_str()).chain(cells).collect::<Vec<_>>().join(" | ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "Share (chosen) | £87,500 | £5,000 | £40,000 | £35,000 | in 2.5 years",
            "Wait | £0 | £10,000 | £5,000 | −£5,000 | does not pay back",
            "Buy (rejected) | £200,000 | £0 | £50,000 | £50,000 | in 4.0 years",
        ]
    );
    let stated = |workspace: &Workspace| {
        concordat::analysis::life::stated_now(workspace, &Ledger::of(workspace), workspace.cases.get(&id()).unwrap())
    };
    assert_eq!(
        preferred_says(&workspace, case, stated(&workspace)),
        [
            "Share is chosen: £87,500 once, costs £5,000 a year, saves £40,000 a year: £35,000 net; it pays back in 2.5 years.",
            "Buy would save £15,000 more a year.",
        ]
    );
    workspace.insert(option("Share", Some((80_000, 5_000, 40_000)), Some(Choice::Chosen)).into());
    let says = preferred_says(&workspace, workspace.cases.get(&id()).unwrap(), stated(&workspace));
    assert!(says[2].starts_with("The money lines of the case say otherwise: £87,500 once, £35,000 net a year."), "{says:?}");
}

#[test]
fn one_option_is_chosen_and_its_amounts_are_above_nought() {
    let mut workspace = detailed();
    workspace.insert(option("Share", None, Some(Choice::Chosen)).into());
    let says = |option: CaseOption| refused(&workspace, Command::Put { before: None, after: option.into() });
    let twice = says(option("Buy", None, Some(Choice::Chosen)));
    let reject = "Share is the chosen option of this case. Reject that one first, with the reason.";
    assert_eq!(twice, [("choice", reject.to_owned())]);
    assert_eq!(says(option("Buy", None, Some(Choice::Rejected))), []);
    assert_eq!(says(option("Buy", Some((-1, 0, 0)), None))[0].0, "estimate");
}

#[test]
fn councils_stand_side_by_side_as_they_were_before_sharing() {
    let both = baseline(baseline(shared(idea()), "bdc", true), "rbc", false);
    let all = comparison(&both, &payroll());
    assert_eq!(all.councils, ["Bromsgrove", "Redditch"]);
    let row = &all.rows[0];
    assert_eq!((row.measure.as_str(), row.better), ("Errors", "Lower is better"));
    let cells: Vec<_> =
        row.cells.iter().flatten().map(|before| (before.says.as_str(), before.is_whole, before.is_best)).collect();
    assert_eq!(cells, [("12, 31 March 2010", true, false), ("12, 31 March 2010", false, false)], "alike, none is the best");
    let one = comparison(&baseline(shared(idea()), "rbc", true), &payroll());
    assert_eq!(one.rows[0].cells[0], None, "no baseline is no nought");
}

#[test]
fn a_live_service_whose_agreement_is_not_signed_is_flagged() {
    let says = |workspace: &Workspace| words::services::unsigned(workspace, &payroll());
    let live = at(shared(idea()), Stage::Live);
    assert_eq!(says(&live), None, "what nobody has stated is not flagged");
    assert_eq!(says(&agreement(live.clone(), "bdc", AgreementState::Final)), None, "it may be signed");
    let open = agreement(live.clone(), "bdc", AgreementState::Unsigned);
    assert_eq!(says(&open).unwrap(), "The service is live, and the agreement of Bromsgrove is not signed.");
    assert_eq!(says(&at(open, Stage::Implementing)), None);
    assert_eq!(says(&signed_by_both(live)), None);
}

#[test]
fn what_came_of_asking_staff_has_to_be_known() {
    let lacks =
        |workspace: &Workspace| Requirement::Consulted.lacking(workspace, workspace.services.get(&payroll()).unwrap()).is_some();
    assert!(lacks(&idea()));
    assert!(lacks(&asked_staff(idea(), None)), "it is under way");
    assert!(!lacks(&asked_staff(idea(), Some("They want one office"))));
}

#[test]
fn a_sum_of_money_stands_in_one_place() {
    let workspace = detailed();
    let (once, yearly) =
        concordat::analysis::life::stated_now(&workspace, &Ledger::of(&workspace), workspace.cases.get(&id()).unwrap());
    assert_eq!((once, yearly), (Some(Pence::pounds(87_500)), Some(Pence::pounds(35_000))));
}
