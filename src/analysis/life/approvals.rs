//! What was recommended of a service, how each council stands to it, and which decisions are still to take.

use crate::domain::approval::{
    Answer, Approval, ApprovalId, Decision, Made, Recommendation, RecommendationId, Standing, Verdict,
};
use crate::domain::partner::PartnerId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words;

/// A recommendation with every council's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommended {
    /// Which.
    pub id: RecommendationId,
    /// Who recommended it, when, and which stage it opens.
    pub says: String,
    /// The text on the table.
    pub text: String,
    /// The text that was recommended, where it was amended since.
    pub first: Option<String>,
    /// Whether it is in force.
    pub is_in_force: bool,
    /// How it stands, in a sentence.
    pub standing: String,
    /// A row for each council.
    pub rows: Vec<AnswerRow>,
}

/// A council's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// Its record, which may not be there yet.
    pub id: Option<ApprovalId>,
    /// The council.
    pub council: String,
    /// How it stands to the text on the table.
    pub answer: Answer,
    /// What it did, which body, when, and the minute.
    pub says: Option<String>,
    /// The text that it agreed, where that is another one.
    pub text: Option<String>,
}

/// A decision that somebody has to take still.
#[derive(Debug, Clone, PartialEq)]
pub struct ToTake {
    /// The recommendation.
    pub recommendation: RecommendationId,
    /// Its service.
    pub service: Option<ServiceId>,
    /// What that is called.
    pub service_name: String,
    /// The council.
    pub council: String,
    /// Which.
    pub partner: PartnerId,
    /// Why it is open.
    pub why: &'static str,
    /// The text on the table.
    pub text: String,
    /// Who recommended it, and when.
    pub made: String,
}

/// What was recommended of a service, the latest first.
pub fn recommended(workspace: &Workspace, service: &ServiceId) -> Vec<Recommended> {
    let mut found: Vec<&Recommendation> =
        workspace.recommendations.values().filter(|one| one.service.as_ref() == Some(service)).collect();
    found.order_by_key(|one| std::cmp::Reverse((made_on(one), one.id.clone())));
    found.into_iter().map(|one| told(workspace, one)).collect()
}

/// Every decision that is still to be taken, the oldest recommendation first.
pub fn to_take(workspace: &Workspace) -> Vec<ToTake> {
    let mut all: Vec<&Recommendation> = workspace.recommendations.values().collect();
    all.order_by_key(|one| (made_on(one), one.id.clone()));
    let open = |one: &Recommendation| {
        let standing = one.standing(workspace);
        let text = standing.text.clone().unwrap_or_else(|| words::NOT_STATED.to_owned());
        let answers = standing.answers.into_iter().filter(|(_, answer)| answer.is_open());
        let service = one.service.clone();
        let take = |(partner, answer): (PartnerId, Answer)| ToTake {
            recommendation: one.id.clone(),
            service: service.clone(),
            service_name: service.as_ref().map(|id| words::name(workspace, &Subject::from(id))).unwrap_or_default(),
            council: words::partner::short(workspace, &partner),
            partner,
            why: word(answer),
            text: text.clone(),
            made: one.made.as_ref().map(made).unwrap_or_default(),
        };
        answers.map(take).collect::<Vec<_>>()
    };
    all.into_iter().flat_map(open).collect()
}

/// How a council stands, in a word or two.
pub fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Agrees => "Agreed",
        Answer::Open => "To decide",
        Answer::AnotherText => "Open again: it agreed another text",
        Answer::Deferred => "Deferred",
        Answer::Refused => "Refused",
    }
}

fn told(workspace: &Workspace, one: &Recommendation) -> Recommended {
    let standing = one.standing(workspace);
    let opens = one.opens.map(|stage| format!("It opens the stage {}.", stage.label().to_lowercase()));
    let made = one.made.as_ref().map(|of| format!("Recommended by {}.", made(of)));
    let is_amended = standing.amended_by.is_some();
    let mut rows: Vec<AnswerRow> =
        standing.answers.iter().map(|(council, answer)| row(workspace, one, council, *answer, &standing)).collect();
    rows.order_by(|one, other| one.council.cmp(&other.council));
    Recommended {
        id: one.id.clone(),
        says: made.into_iter().chain(opens).collect::<Vec<_>>().join(" "),
        first: one.text.clone().filter(|_| is_amended),
        is_in_force: standing.is_in_force(),
        standing: says(workspace, &standing),
        rows,
        text: standing.text.unwrap_or_else(|| words::NOT_STATED.to_owned()),
    }
}

fn says(workspace: &Workspace, standing: &Standing) -> String {
    let of = |wanted: fn(Answer) -> bool| {
        let councils = standing.answers.iter().filter(|(_, answer)| wanted(*answer));
        words::list(councils.map(|(council, _)| words::partner::short(workspace, council)))
    };
    let amended = standing
        .amended_by
        .as_ref()
        .map(|council| format!(" Amended by {}: the others decide on that text.", words::partner::short(workspace, council)));
    let (open, refused) = (of(Answer::is_open), of(|answer| answer == Answer::Refused));
    let state = match (standing.is_in_force(), open.is_empty(), refused.is_empty()) {
        (true, ..) => "In force: every council that has to has agreed the same text.".to_owned(),
        (false, true, true) => "Not in force: nobody is asked yet.".to_owned(),
        (false, false, true) => format!("Not in force: {open} to decide."),
        (false, true, false) => format!("Not in force: refused by {refused}."),
        (false, false, false) => format!("Not in force: refused by {refused}; {open} to decide."),
    };
    format!("{state}{}", amended.filter(|_| !standing.is_in_force()).unwrap_or_default())
}

fn row(workspace: &Workspace, one: &Recommendation, council: &PartnerId, answer: Answer, standing: &Standing) -> AnswerRow {
    let id = ApprovalId::of(&one.id, council);
    let approval: Option<&Approval> = id.as_ref().and_then(|id| workspace.approvals.get(id));
    let decision = approval.and_then(|approval| approval.decision.as_ref());
    let source = approval.and_then(|approval| approval.source.as_ref()).map(words::source::source);
    let text = decision.and_then(|decision| decision.text.clone());
    AnswerRow {
        id,
        council: words::partner::short(workspace, council),
        answer,
        says: decision.map(|of| format!("{}.{}", decided(of), source.map(|source| format!(" {source}.")).unwrap_or_default())),
        text: text.filter(|_| answer == Answer::AnotherText || standing.amended_by.as_ref() == Some(council)),
    }
}

/// `Agreed, Cabinet, 5 January 2011, minute 38/10`.
pub fn decided(decision: &Decision) -> String {
    let place = words::approval::place(&decision.body, decision.on, decision.minute.as_ref());
    format!("{}, {place}", Verdict::label(decision.verdict))
}

/// `the Board, 9 December 2010, minute 12/10`.
fn made(made: &Made) -> String {
    words::approval::place(&made.body, made.on, made.minute.as_ref())
}

fn made_on(one: &Recommendation) -> Option<chrono::NaiveDate> {
    one.made.as_ref().and_then(|made| made.on)
}

/// A line of headings and a line for every decision that is still to be taken.
pub fn to_take_table(all: &[ToTake]) -> Vec<Vec<String>> {
    let headings = ["Council", "Service", "Text", "Recommended by", "How it stands"];
    let line = |one: &ToTake| {
        vec![one.council.clone(), one.service_name.clone(), one.text.clone(), one.made.clone(), one.why.to_owned()]
    };
    std::iter::once(headings.map(str::to_owned).to_vec()).chain(all.iter().map(line)).collect()
}

/// How many decisions are to be taken, and by whom, in a sentence.
pub fn to_take_says(all: &[ToTake]) -> String {
    let mut councils: Vec<&str> = all.iter().map(|one| one.council.as_str()).collect();
    councils.order_by(Ord::cmp);
    councils.dedup();
    match all.len() {
        0 => "No council has a decision to take.".to_owned(),
        many => format!(
            "{}: {}.",
            words::sentence(&words::count(many, "decision to take", "decisions to take")),
            words::list(councils)
        ),
    }
}
