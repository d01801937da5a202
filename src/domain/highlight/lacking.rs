//! What stands between a draft and its publication, each as a sentence beside the field that it is about.

use chrono::NaiveDate;

use crate::domain::command::Refusal;
use crate::domain::doubt::doubt_of_green;
use crate::domain::highlight::carry::plan_of;
use crate::domain::highlight::{Activity, Became, Confirmed, Content, Highlight, before, in_force, published};
use crate::domain::rag::{Rag, Status};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;

/// How many activities and how many concerns a report has at most.
pub const MOST_ACTIVITIES: usize = 20;

macro_rules! numbered {
    ($name:literal) => {
        numbered!($name; "1" "2" "3" "4" "5" "6" "7" "8" "9" "10" "11" "12" "13" "14" "15" "16" "17" "18" "19" "20")
    };
    ($name:literal; $($number:literal)+) => { [$(concat!($name, "-", $number)),+] };
}

/// The fields for what became of each activity.
pub const BECAME: [&str; MOST_ACTIVITIES] = numbered!("became");
/// The fields for the progress of each.
pub const PROGRESS: [&str; MOST_ACTIVITIES] = numbered!("progress");
/// The fields for whether each is carried again.
pub const AGAIN: [&str; MOST_ACTIVITIES] = numbered!("again");
/// The fields for its new date.
pub const DUE_AGAIN: [&str; MOST_ACTIVITIES] = numbered!("due-again");
/// The fields for what is planned next.
pub const NEXT: [&str; MOST_ACTIVITIES] = numbered!("next");
/// The fields for when that is due.
pub const NEXT_DUE: [&str; MOST_ACTIVITIES] = numbered!("next-due");
/// The fields for concerns.
pub const CONCERN: [&str; MOST_ACTIVITIES] = numbered!("concern");
/// The fields for what is done about them.
pub const MITIGATION: [&str; MOST_ACTIVITIES] = numbered!("mitigation");

/// Everything that is missing before a draft can be published.
pub fn lacking(workspace: &Workspace, draft: &Highlight, reading: NaiveDate) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let (Some(service), Some(ending)) = (&draft.service, draft.ending) else {
        return vec![Refusal::of("ending", "Say for which service and period this is.")];
    };
    if !workspace.services.contains_key(service) {
        return vec![Refusal::of("", "This service is not in the workspace any more.")];
    }
    let content = draft.content.clone().unwrap_or_default();
    versions(workspace, draft, service, ending, &content, &mut refusals);
    let mut say = |is_so: bool, field: &'static str, says: &str| {
        if is_so {
            refusals.push(Refusal::of(field, says));
        }
    };
    say(blank(content.prepared_by.as_ref()), "prepared-by", "Say who prepared the report, by office.");
    say(blank(content.summary.as_ref()), "summary", "Say in a few sentences where the project stands.");
    say(
        content.start.zip(content.completion).is_some_and(|(from, to)| to < from),
        "completion",
        "It would be complete before it began. Look at both dates.",
    );
    for (confirmed, field) in to_confirm(workspace, draft) {
        let says = "This is as it was last time. Look at it again, then say that it is still right.";
        say(!content.confirmed.contains(&confirmed), field, says);
    }
    refusals.extend(of_status(workspace, service, ending, &content, reading));
    refusals.extend(of_plan(workspace, draft, &content));
    refusals
}

/// What reads as it did in the report before, with the field in which it is confirmed.
pub fn to_confirm(workspace: &Workspace, draft: &Highlight) -> Vec<(Confirmed, &'static str)> {
    let last = draft.service.as_ref().zip(draft.ending).and_then(|(service, ending)| before(workspace, service, ending));
    let (Some(last), Some(now)) = (last.and_then(|last| last.content.as_ref()), &draft.content) else { return Vec::new() };
    let same = [
        (Confirmed::Status, "confirm-status", now.status == last.status && now.expected == last.expected),
        (Confirmed::Complete, "confirm-complete", now.complete == last.complete),
        (Confirmed::Dates, "confirm-dates", now.start == last.start && now.completion == last.completion),
    ];
    same.into_iter().filter(|(.., is_same)| *is_same).map(|(what, field, _)| (what, field)).collect()
}

fn versions(
    workspace: &Workspace,
    draft: &Highlight,
    service: &ServiceId,
    ending: NaiveDate,
    content: &Content,
    refusals: &mut Vec<Refusal>,
) {
    let last = published(workspace, service).into_iter().rfind(|one| one.ending == Some(ending));
    match (last, &draft.corrects) {
        (Some(_), None) => refusals.push(Refusal::of(
            "ending",
            "A report for this period is published already, and never changes. Correct that one, or choose another period.",
        )),
        (Some(last), Some(corrected)) if last.id != *corrected => {
            refusals.push(Refusal::of("", "A later version was published since. Make the correction from that one."));
        }
        (None, Some(_)) => refusals.push(Refusal::of("ending", "A correction is for the period of the report that it corrects.")),
        _ => {}
    }
    if draft.corrects.is_some() && blank(content.correction.as_ref()) {
        refusals.push(Refusal::of("correction", "Say what is corrected, and why."));
    }
}

/// Amber and red say what, by whom and by when; amber for the third time asks again; green is asked why where something speaks against it.
fn of_status(
    workspace: &Workspace,
    service: &ServiceId,
    ending: NaiveDate,
    content: &Content,
    reading: NaiveDate,
) -> Vec<Refusal> {
    let Some(status) = &content.status else {
        return vec![Refusal::of("rag", "Say whether it is green, amber or red.")];
    };
    let mut refusals = Vec::new();
    let mut say = |is_so: bool, field: &'static str, says: &str| {
        if is_so {
            refusals.push(Refusal::of(field, says));
        }
    };
    if status.rag == Rag::Green {
        if let Some(doubt) = doubt_of_green(workspace, service, reading) {
            say(blank(status.why.as_ref()), "why", &format!("{doubt} Say in a line why it is green all the same."));
        }
    } else {
        say(blank(status.why.as_ref()), "why", "Say what the issue is.");
        say(blank(status.who.as_ref()), "who", "Say who puts it right, by office.");
        say(status.by.is_none(), "by", "Say by when it is put right.");
    }
    let is_amber = |status: Option<&Status>| status.is_some_and(|status| status.rag == Rag::Amber);
    let earlier: Vec<bool> = in_force(workspace, service)
        .into_iter()
        .filter(|one| one.ending.is_some_and(|other| other < ending))
        .map(|one| is_amber(one.content.as_ref().and_then(|content| content.status.as_ref())))
        .collect();
    let third = is_amber(Some(status)) && earlier.iter().rev().take(2).filter(|amber| **amber).count() == 2;
    let says = "It is amber for the third report running, or longer. Say what will be different now.";
    say(third && blank(content.still_amber.as_ref()), "still-amber", says);
    refusals
}

fn of_plan(workspace: &Workspace, draft: &Highlight, content: &Content) -> Vec<Refusal> {
    let plan = plan_of(workspace, draft);
    if !plan.iter().map(|one| &one.planned).eq(content.planned.iter().map(|one| &one.planned)) {
        let says = "What the report before planned has changed since this draft was opened. Keep the draft and open it again.";
        return vec![Refusal::of("", says)];
    }
    let mut refusals = Vec::new();
    for (activity, (became, progress)) in content.planned.iter().zip(BECAME.iter().zip(PROGRESS)) {
        if activity.became.is_none() {
            refusals.push(Refusal::of(became, format!("Say what became of \"{}\".", activity.planned.what)));
        }
        if blank(activity.progress.as_ref()) {
            refusals.push(Refusal::of(progress, format!("Say in a line how far \"{}\" has come.", activity.planned.what)));
        }
    }
    let next = content.next.len() + content.planned.iter().filter(|one| goes_on(one)).count();
    if next > MOST_ACTIVITIES && draft.corrects.is_none() {
        let says = format!("A report plans {MOST_ACTIVITIES} activities at most. Put some of them together.");
        refusals.push(Refusal::of("", says));
    }
    refusals
}

/// Whether something that is not done goes into the next period.
pub(super) fn goes_on(activity: &Activity) -> bool {
    activity.again.is_some() && matches!(activity.became, Some(Became::NotDone | Became::Part))
}

fn blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
