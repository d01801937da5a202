//! One recommendation, many councils: each decides by itself, and it is in force once all have agreed the same text.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::partner::{PartnerId, Vote};
use crate::domain::record::record;
use crate::domain::service::{Role, ServiceId, Stage};
use crate::domain::source::Source;
use crate::domain::workspace::Workspace;

choices! {
    /// What a council did with a recommendation.
    pub enum Verdict {
        /// It agreed to the text.
        Agreed "agreed" "Agreed",
        /// It agreed to another text.
        Amended "amended" "Amended",
        /// It put it off.
        Deferred "deferred" "Deferred",
        /// It said no.
        Refused "refused" "Refused",
    }
}

/// Where a decision is recorded: `38/10`, number and municipal year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Minute(String);

impl Minute {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Minute {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        let is_minute = text.split_once('/').is_some_and(|(number, year)| digits(number) && digits(year) && year.len() == 2);
        let says = || format!("a minute is its number and the year, such as 38/10, but this is \"{text}\"");
        if is_minute { Ok(Self(text)) } else { Err(says()) }
    }
}

impl From<Minute> for String {
    fn from(minute: Minute) -> Self {
        minute.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Minute {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Minute".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]+/[0-9]{2}$" })
    }
}

/// Who recommended it, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// The body, such as the Board.
    pub body: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// Where it is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<Minute>,
}

/// What a council decided, in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What it did.
    pub verdict: Verdict,
    /// Which body of it, such as Cabinet or Council.
    pub body: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// Where it is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<Minute>,
    /// The text that it agreed to, as it stood then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

record! {
    /// What is put to several councils about a service.
    pub struct Recommendation, RecommendationId "recommendation" {
        /// What is recommended, word by word.
        text: String = "Text recommended",
        /// About which service.
        service: ServiceId = "Service",
        /// The stage that the service may move to once it is in force.
        opens: Stage = "Opens the stage",
        /// Who recommended it.
        made: Made = "Recommended by",
        /// Who has to agree; not stated, every partner with a vote that takes part in the service or considers it.
        councils: Vec<PartnerId> = "Who has to agree",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// What a council decided on a recommendation. Its name is made of both, so that entering it twice is a conflict.
    pub struct Approval, ApprovalId "approval" {
        /// What it decided.
        decision: Decision = "Decision",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl ApprovalId {
    /// The name for a recommendation and a council.
    pub fn of(recommendation: &RecommendationId, council: &PartnerId) -> Option<Self> {
        Self::new(&format!("{}/{}", recommendation.rest(), council.rest()))
    }

    /// The recommendation.
    pub fn recommendation(&self) -> Option<RecommendationId> {
        RecommendationId::new(self.rest().split_once('/')?.0)
    }

    /// The council, for which the rest of the program says partner.
    pub fn partner(&self) -> Option<PartnerId> {
        PartnerId::new(self.rest().split_once('/')?.1)
    }
}

/// How a council stands to the text that is on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It agreed to this very text.
    Agrees,
    /// It has not decided.
    Open,
    /// It agreed to another text, which was amended since or differs from this one.
    AnotherText,
    /// It put it off.
    Deferred,
    /// It said no.
    Refused,
}

impl Answer {
    /// Whether the council has to decide still.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::AnotherText | Self::Deferred)
    }
}

/// How a recommendation stands with all that have to agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The text that is on the table: the latest amended one, else the recommended one.
    pub text: Option<String>,
    /// Who amended it last.
    pub amended_by: Option<PartnerId>,
    /// Who has to agree, and how they stand to it.
    pub answers: Vec<(PartnerId, Answer)>,
}

impl Standing {
    /// Whether every council that has to has agreed the same text.
    pub fn is_in_force(&self) -> bool {
        !self.answers.is_empty() && self.answers.iter().all(|(_, answer)| *answer == Answer::Agrees)
    }
}

impl Recommendation {
    /// Who has to agree: those that are named, else every partner with a vote that takes part or considers it.
    pub fn asked(&self, workspace: &Workspace) -> Vec<PartnerId> {
        if let Some(named) = self.councils.as_ref().filter(|named| !named.is_empty()) {
            return named.clone();
        }
        let has_vote = |id: &PartnerId| workspace.partners.get(id).is_none_or(|partner| partner.vote != Some(Vote::None));
        let parts = self.service.iter().flat_map(|service| workspace.parts_in(service));
        let counts = parts.filter(|(_, part)| {
            let role = part.part.as_ref().map(|part| part.role);
            matches!(role, Some(Role::Host | Role::In | Role::Considering))
        });
        counts.map(|(partner, _)| partner).filter(has_vote).collect()
    }

    /// How it stands. Any amendment puts another text on the table, so that who agreed the one before decides again.
    pub fn standing(&self, workspace: &Workspace) -> Standing {
        let asked = self.asked(workspace);
        let decision = |council: &PartnerId| {
            let id = ApprovalId::of(&self.id, council)?;
            workspace.approvals.get(&id)?.decision.as_ref()
        };
        let amendments = asked.iter().filter_map(|council| Some((decision(council)?, council)));
        let amendments = amendments.filter(|(decision, _)| decision.verdict == Verdict::Amended && decision.text.is_some());
        let latest = amendments.max_by_key(|(decision, council)| (decision.on, *council));
        let text = latest.and_then(|(decision, _)| decision.text.clone()).or_else(|| self.text.clone());
        let answer = |council: &PartnerId| match decision(council) {
            None => Answer::Open,
            Some(Decision { verdict: Verdict::Deferred, .. }) => Answer::Deferred,
            Some(Decision { verdict: Verdict::Refused, .. }) => Answer::Refused,
            Some(decision) if same_text(decision.text.as_deref(), text.as_deref()) => Answer::Agrees,
            Some(_) => Answer::AnotherText,
        };
        let answers = asked.iter().map(|council| (council.clone(), answer(council))).collect();
        Standing { amended_by: latest.map(|(_, council)| council.clone()), answers, text }
    }
}

/// Whether two texts are one but for blanks and line ends.
pub fn same_text(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.split_whitespace().eq(other.split_whitespace()),
        _ => false,
    }
}
