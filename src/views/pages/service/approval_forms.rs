//! What is asked of a recommendation, and of what a council decided on it.

use crate::domain::approval::{Approval, Decision, Made, Minute, Recommendation, Verdict};
use crate::domain::command::Refusal;
use crate::domain::service::Stage;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::Keeping;
use crate::views::parts::record_choice::{partners_named, read_partners};
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};

/// Recommendations to councils.
pub const RECOMMENDATIONS: Keeping = Keeping {
    what: "the recommendation",
    add: "Add a recommendation",
    edit: "Edit the recommendation",
    saved: "The recommendation is saved.",
    asks: asks_of_recommendation,
    read: read_recommendation,
};

/// What councils decided.
pub const ANSWERS: Keeping = Keeping {
    what: "the council's decision",
    add: "",
    edit: "Record the council's decision",
    saved: "The council's decision is recorded.",
    asks: asks_of_answer,
    read: read_answer,
};

fn asks_of_recommendation(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Recommendation(one) = thing else { return Vec::new() };
    let made = one.made.as_ref();
    let minute = made.and_then(|made| made.minute.clone()).map(String::from).unwrap_or_default();
    let body = made.map_or_else(|| "Board".to_owned(), |made| made.body.clone());
    let stages = or_not_stated(choices(Stage::ALL, Stage::key, Stage::label));
    vec![
        Ask::text("text", "Text recommended", one.text.as_ref()).hint("Word by word: councils agree to this text."),
        Ask::line("made", "Recommended by", Some(&body)),
        Ask::day("made-on", "On", made.and_then(|made| made.on)),
        Ask::short("made-minute", "Minute", minute).hint("Number and year, such as 38/10."),
        Ask::one_of("opens", "Stage that it opens", one.opens.map(Stage::key).unwrap_or_default(), stages),
        Ask::line("councils", "Who has to agree", Some(&partners_named(workspace, one.councils.as_deref())))
            .hint("Partners by name or short code. Empty: every partner with a vote that takes part or considers it."),
    ]
}

fn read_recommendation(form: &Form, workspace: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Recommendation(before) = before else { return before.clone() };
    let (on, minute) = (form.date("made-on", wrong), minute(form, "made-minute", wrong));
    let one = Recommendation {
        text: form.text("text"),
        opens: form.text("opens").and_then(|key| Stage::from_key(&key)),
        made: form.text("made").map(|body| Made { body, on, minute }),
        councils: read_partners(form, workspace, "councils", wrong),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    one.into()
}

/// A council that agrees is offered the text that is on the table.
fn asks_of_answer(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Approval(one) = thing else { return Vec::new() };
    let decision = one.decision.as_ref();
    let recommendation = one.id.recommendation().and_then(|id| workspace.recommendations.get(&id));
    let table = recommendation.and_then(|one| one.standing(workspace).text);
    let text = decision.map_or(table, |decision| decision.text.clone());
    let minute = decision.and_then(|decision| decision.minute.clone()).map(String::from).unwrap_or_default();
    let verdict = decision.map(|decision| decision.verdict.key()).unwrap_or_default();
    vec![
        Ask::one_of("decision", "What it decided", verdict, or_not_stated(choices(Verdict::ALL, Verdict::key, Verdict::label))),
        Ask::line("body", "Which body", decision.map(|decision| &decision.body)).hint("Such as Cabinet or Council."),
        Ask::day("on", "On", decision.and_then(|decision| decision.on)),
        Ask::short("minute", "Minute", minute).hint("Number and year, such as 38/10."),
        Ask::text("text", "Text agreed", text.as_ref()).hint("What stands here is on the table now. An amendment changes it, and asks the other councils again. It is left out where the council deferred or refused."),
    ]
}

fn read_answer(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Approval(before) = before else { return before.clone() };
    let verdict = form.text("decision").and_then(|key| Verdict::from_key(&key));
    if verdict.is_none() {
        wrong.push(Refusal::of("decision", "Choose what the council decided."));
    }
    let (on, minute) = (form.date("on", wrong), minute(form, "minute", wrong));
    let decision = verdict.map(|verdict| Decision {
        verdict,
        body: form.text("body").unwrap_or_default(),
        on,
        minute,
        text: form.text("text").filter(|_| matches!(verdict, Verdict::Agreed | Verdict::Amended)),
    });
    Approval { decision, source: read_source(form, SOURCE, wrong), ..(**before).clone() }.into()
}

fn minute(form: &Form, name: &'static str, wrong: &mut Vec<Refusal>) -> Option<Minute> {
    form.read(name, wrong, |typed| Minute::try_from(typed.replace(' ', "")))
}
