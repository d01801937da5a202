//! A record of any kind.

use std::sync::Arc;

use serde_json::Value;

use crate::domain::about::{About, WorkspaceId};
use crate::domain::agreement::{Consultation, ConsultationId};
use crate::domain::approval::{Approval, ApprovalId, Recommendation, RecommendationId};
use crate::domain::benefit::{Benefit, BenefitId};
use crate::domain::case::{Case, CaseId, CaseOption, CaseOptionId, SignOff, SignOffId};
use crate::domain::commitment::{Commitment, CommitmentId};
use crate::domain::exempt::Exempt;
use crate::domain::highlight::{Highlight, HighlightId};
use crate::domain::measure::{Measure, MeasureId};
use crate::domain::meeting::{Meeting, MeetingId};
use crate::domain::milestone::{Milestone, MilestoneId};
use crate::domain::money::{Money, MoneyId};
use crate::domain::note::{Note, NoteId};
use crate::domain::opening::{Opening, OpeningId};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::programme::{Phase, PhaseId, Programme, ProgrammeId};
use crate::domain::reading::{Baseline, BaselineId, Readings, ReadingsId, Targets, TargetsId};
use crate::domain::record::{FieldName, Record, Set};
use crate::domain::risk::{Issue, IssueId, Risk, RiskId};
use crate::domain::sent::{Sent, SentId};
use crate::domain::service::{Participation, ParticipationId, Service, ServiceId};
use crate::domain::shift::{Shift, ShiftId};
use crate::domain::subject::Subject;
use crate::domain::table::Row;
use crate::domain::thinking::{Demand, DemandId, Plan, PlanId, Study, StudyId, Trial, TrialId};

macro_rules! things {
    ($($kind:ident, $id:ident, $label:literal, $plural:literal;)+) => {
        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "each variant is named for the kind that it holds")]
        pub enum Thing { $($kind(Arc<$kind>),)+ }

        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each variant is named for the kind that it is")]
        pub enum Kind { $($kind,)+ }

        impl Kind {
            /// Every kind, in the order of the type's definition.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// How it is written in files: the first part of its records' names.
            pub fn key(self) -> &'static str {
                match self { $(Self::$kind => <$kind as Record>::KIND,)+ }
            }

            /// How one of them is called on screens.
            pub fn label(self) -> &'static str {
                match self { $(Self::$kind => $label,)+ }
            }

            /// How several of them are called on screens.
            pub fn plural(self) -> &'static str {
                match self { $(Self::$kind => $plural,)+ }
            }

            /// Its fields.
            pub fn fields(self) -> &'static [FieldName] {
                match self { $(Self::$kind => <$kind as Record>::FIELDS,)+ }
            }

            /// The kind with this key.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.key() == key)
            }

            /// The JSON Schema of its fields.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn schema(self, types: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match self { $(Self::$kind => $kind::schema(types),)+ }
            }
        }

        impl Thing {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)+ }
            }

            /// Its name.
            pub fn subject(&self) -> Subject {
                match self { $(Self::$kind(record) => Subject::from(&record.id),)+ }
            }

            /// Its stated fields.
            pub fn encode(&self) -> Set {
                match self { $(Self::$kind(record) => record.encode(),)+ }
            }

            /// That it is not for publication, and why.
            pub fn exempt(&self) -> Option<&Exempt> {
                match self { $(Self::$kind(record) => record.exempt.as_ref(),)+ }
            }

            /// The same record, marked as exempt or no longer so.
            pub fn marked(mut self, exempt: Option<Exempt>) -> Self {
                match &mut self { $(Self::$kind(record) => Arc::make_mut(record).exempt = exempt,)+ }
                self
            }

            /// Whether anything is stated of it but that it is exempt.
            pub fn is_stated(&self) -> bool {
                match self { $(Self::$kind(record) => record.is_stated(),)+ }
            }

            /// Reads a record of a known kind, with the fields that this version does not understand; none where the kind
            /// or the name is unknown to it.
            pub fn decode<'v>(name: &str, value: &dyn Fn(&str) -> Option<&'v Value>) -> Option<(Self, Vec<&'static str>)> {
                match Kind::from_key(name.split_once('/')?.0)? {
                    $(Kind::$kind => {
                        let (record, unread) = $kind::decode($id::try_from(name.to_owned()).ok()?, value);
                        Some((Self::from(record), unread))
                    })+
                }
            }

            /// The row of a table of its kind.
            pub(super) fn into_row(self) -> Row {
                match self { $(Self::$kind(record) => record,)+ }
            }

            /// The record that a row of a table of this kind holds.
            pub(super) fn from_row(kind: Kind, row: &Row) -> Option<Self> {
                match kind { $(Kind::$kind => Arc::clone(row).downcast().ok().map(Self::$kind),)+ }
            }
        }

        impl Kind {
            /// Why this version does not understand the value of a field; nothing where it does.
            pub fn why_unread(self, field: &str, value: &Value) -> Option<String> {
                match self { $(Self::$kind => $kind::why_unread(field, value),)+ }
            }
        }

        $(impl From<$kind> for Thing {
            fn from(record: $kind) -> Self {
                Self::$kind(Arc::new(record))
            }
        })+
    };
}

things! {
    About, WorkspaceId, "Workspace", "Workspaces";
    Partner, PartnerId, "Partner", "Partners";
    Programme, ProgrammeId, "Programme", "Programmes";
    Phase, PhaseId, "Phase", "Phases";
    Service, ServiceId, "Service", "Services";
    Participation, ParticipationId, "Participation", "Participations";
    Milestone, MilestoneId, "Milestone", "Milestones";
    Money, MoneyId, "Money line", "Money lines";
    Note, NoteId, "Note", "Notes";
    Risk, RiskId, "Risk", "Risks";
    Issue, IssueId, "Issue", "Issues";
    Sent, SentId, "Sending", "Sendings";
    Meeting, MeetingId, "Meeting", "Meetings";
    Measure, MeasureId, "Measure", "Measures";
    Baseline, BaselineId, "Baseline", "Baselines";
    Targets, TargetsId, "Year of targets", "Years of targets";
    Readings, ReadingsId, "Year of readings", "Years of readings";
    Recommendation, RecommendationId, "Recommendation", "Recommendations";
    Approval, ApprovalId, "Council's decision", "Councils' decisions";
    Consultation, ConsultationId, "Consultation", "Consultations";
    Case, CaseId, "Business case", "Business cases";
    CaseOption, CaseOptionId, "Option", "Options";
    SignOff, SignOffId, "Sign-off", "Sign-offs";
    Opening, OpeningId, "Opportunity", "Opportunities";
    Study, StudyId, "Study", "Studies";
    Demand, DemandId, "Type of demand", "Types of demand";
    Trial, TrialId, "Change tried", "Changes tried";
    Plan, PlanId, "Service plan", "Service plans";
    Commitment, CommitmentId, "Commitment", "Commitments";
    Shift, ShiftId, "Movement of a figure", "Movements of figures";
    Benefit, BenefitId, "Benefit", "Benefits";
    Highlight, HighlightId, "Highlight report", "Highlight reports";
}

impl Kind {
    /// The words on screens for one of its fields; the field's own name where this version does not know it.
    pub fn field_label(self, field: &str) -> &str {
        self.fields().iter().find(|known| known.name == field).map_or(field, |known| known.label)
    }
}

impl Thing {
    /// What people call it: its title, name, reference or what it is about; empty where nothing is stated.
    pub fn title(&self) -> &str {
        let title = match self {
            Self::About(record) => record.title.as_deref(),
            Self::Partner(record) => record.name.as_deref(),
            Self::Programme(record) => record.name.as_deref(),
            Self::Phase(record) => record.name.as_deref(),
            Self::Service(record) => record.name.as_deref(),
            Self::Measure(record) => record.name.as_deref(),
            Self::Participation(_) | Self::Baseline(_) | Self::Targets(_) | Self::Readings(_) | Self::Approval(_) => None,
            Self::Consultation(_) | Self::Case(_) | Self::SignOff(_) | Self::Plan(_) | Self::Shift(_) | Self::Highlight(_) => {
                None
            }
            Self::Commitment(record) => record.title.as_deref(),
            Self::Benefit(record) => record.what.as_deref(),
            Self::Opening(record) => record.what.as_deref(),
            Self::Study(record) => record.purpose.as_deref(),
            Self::Demand(record) => record.what.as_deref(),
            Self::Trial(record) => record.what.as_deref(),
            Self::CaseOption(record) => record.name.as_deref(),
            Self::Recommendation(record) => record.text.as_deref(),
            Self::Milestone(record) => record.what.as_deref(),
            Self::Money(record) => record.title.as_deref(),
            Self::Note(record) => record.text.as_deref(),
            Self::Risk(record) => record.title.as_deref(),
            Self::Issue(record) => record.title.as_deref(),
            Self::Sent(record) => record.office.as_deref(),
            Self::Meeting(record) => record.title.as_deref().or(record.body.as_deref()),
        };
        title.unwrap_or_default()
    }
}
