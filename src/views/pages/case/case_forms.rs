//! What is asked of a business case, of an option, and of a treasurer's sign-off.

use crate::analysis::life::signed_now;
use crate::domain::case::{Case, CaseLevel, CaseOption, Choice, Estimate, SignOff, Signed, ToMembers};
use crate::domain::command::Refusal;
use crate::domain::pence::Pence;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::Keeping;
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words;

/// Business cases.
pub const CASES: Keeping = Keeping {
    what: "the business case",
    add: "Add a business case",
    edit: "Edit the business case",
    saved: "The business case is saved.",
    asks: asks_of_case,
    read: read_case,
};

/// Options of a case.
pub const OPTIONS: Keeping = Keeping {
    what: "the option",
    add: "Add an option",
    edit: "Edit the option",
    saved: "The option is saved.",
    asks: asks_of_option,
    read: read_option,
};

/// Treasurers' sign-offs.
pub const SIGNOFFS: Keeping = Keeping {
    what: "the sign-off",
    add: "",
    edit: "Record the treasurer's sign-off",
    saved: "The figures are signed off as they stand now.",
    asks: asks_of_signoff,
    read: read_signoff,
};

fn asks_of_case(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Case(case) = thing else { return Vec::new() };
    let of_service = workspace.cases.values().filter(|other| other.service == case.service && other.id != case.id);
    let next = of_service.filter_map(|other| other.version).max().unwrap_or_default().saturating_add(1);
    let members = case.members.as_ref();
    let levels = or_not_stated(choices(CaseLevel::ALL, CaseLevel::key, CaseLevel::label));
    vec![
        Ask::one_of("level", "Kind", case.level.map(CaseLevel::key).unwrap_or_default(), levels)
            .hint("Its money is what the money lines on this basis say."),
        Ask::short("version", "Version", case.version.unwrap_or(next).to_string()),
        Ask::day("dated", "Date", case.dated),
        Ask::line("author", "Prepared by", case.author.as_ref()).hint("The office, not the name, where you can."),
        Ask::text("summary", "Summary", case.summary.as_ref()),
        Ask::text("gains", "Benefits that are not cash", case.gains.as_ref()).hint("Resilience, skills, quality."),
        Ask::text("risks", "Risks of the case", case.risks.as_ref())
            .hint("What could go wrong with it. Risks of the service stand in the register."),
        Ask::day("members", "Members see it on", members.map(|members| members.on)),
        Ask::line("despite", "Why before every treasurer has signed", members.and_then(|members| members.despite.as_ref()))
            .hint("Only where that is so."),
    ]
}

fn read_case(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Case(before) = before else { return before.clone() };
    let number = |typed: &str| typed.parse().map_err(|_| format!("\"{typed}\" is no version. Write a whole number, such as 2."));
    let case = Case {
        level: form.text("level").and_then(|key| CaseLevel::from_key(&key)),
        version: form.read("version", wrong, number),
        dated: form.date("dated", wrong),
        author: form.text("author"),
        summary: form.text("summary"),
        gains: form.text("gains"),
        risks: form.text("risks"),
        members: form.date("members", wrong).map(|on| ToMembers { on, despite: form.text("despite") }),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    case.into()
}

fn asks_of_option(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::CaseOption(option) = thing else { return Vec::new() };
    let estimate = option.estimate.as_ref();
    let amount = |amount: Option<Pence>| amount.map(words::money::exact).unwrap_or_default();
    let verdicts = or_not_stated(choices(Choice::ALL, Choice::key, Choice::label));
    vec![
        Ask::line("name", "Option", option.name.as_ref()),
        Ask::text("description", "What it would be", option.description.as_ref()),
        Ask::short("estimate", "Costs once", amount(estimate.and_then(|estimate| estimate.once)))
            .hint("What it would take to get it going. £87,500 or 87.5k will do."),
        Ask::short("running", "Costs every year", amount(estimate.and_then(|estimate| estimate.running))),
        Ask::short("saving", "Saves a year", amount(estimate.and_then(|estimate| estimate.saving)))
            .hint("Before what it costs every year. Leave blank what is not known: blank is not nought."),
        Ask::one_of("choice", "Chosen or rejected", option.choice.map(Choice::key).unwrap_or_default(), verdicts),
        Ask::text("why", "Why", option.why.as_ref()),
    ]
}

fn read_option(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::CaseOption(before) = before else { return before.clone() };
    let estimate = Estimate {
        once: form.amount("estimate", wrong),
        running: form.amount("running", wrong),
        saving: form.amount("saving", wrong),
    };
    let option = CaseOption {
        name: form.text("name"),
        description: form.text("description"),
        estimate: Some(estimate).filter(|estimate| estimate.amounts().next().is_some()),
        choice: form.text("choice").and_then(|key| Choice::from_key(&key)),
        why: form.text("why"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    option.into()
}

fn asks_of_signoff(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::SignOff(signoff) = thing else { return Vec::new() };
    let signed = signoff.signed.as_ref();
    vec![
        Ask::line("signed", "Signed off by", signed.map(|signed| &signed.by)).hint("The office, such as the Head of Finance."),
        Ask::day("on", "On", signed.and_then(|signed| signed.on)),
    ]
}

/// What is signed off is what the figures come to now.
fn read_signoff(form: &Form, workspace: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::SignOff(before) = before else { return before.clone() };
    let on = form.date("on", wrong);
    let signed = form.text("signed").map(|by| Signed { by, on, pence: None, yearly: None });
    let case = before.id.case().and_then(|id| workspace.cases.get(&id));
    let signed = match case {
        Some(case) => signed.map(|signed| signed_now(workspace, case, signed)),
        None => signed,
    };
    SignOff { signed, source: read_source(form, SOURCE, wrong), ..(**before).clone() }.into()
}
