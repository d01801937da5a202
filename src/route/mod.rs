//! Where a person is: printed to and read from the fragment of the page's address. Text in, text out.

mod benefits;
mod depth;
mod looking_back;
mod measures;
mod past;
mod query;
mod state;

use std::fmt;

use crate::domain::highlight::HighlightId;
use crate::domain::level::Level;
use crate::domain::measure::MeasureId;
use crate::domain::money::MoneyId;
use crate::domain::partner::PartnerId;
use crate::domain::reading::{BaselineId, ReadingsId, TargetsId};
use crate::domain::risk::{IssueId, RiskId};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::year::FinancialYear;
use crate::route::query::{Query, decoded, encoded};

pub use benefits::BenefitsState;
pub use depth::{LadderState, StatementState};
pub use looking_back::{CompareState, ConflictsState, HistoryState};
pub use measures::{EnterState, MeasuresState};
pub use past::{AsAt, address, as_at, print_for};
pub use state::{Beside, By, IssuesState, PartnersState, RiskOrder, RisksState, SavingsState, ServicesState, Shown, View};

/// A place in the page. What a person chose to look at is part of it; what they like (theme, sort of tables) is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// Where the programme stands.
    #[default]
    Overview,
    /// What is saved.
    Savings(SavingsState),
    /// Heatmap and register.
    Risks(RisksState),
    /// A cell of the heatmap, `#/risks/at/3x2`: likelihood × impact.
    Cell(Level, RisksState),
    /// One risk.
    Risk(RiskId),
    /// Every service.
    Services(ServicesState),
    /// One service.
    Service(ServiceId),
    /// The case for a service, `#/services/…/case`, and the record that is looked for in it.
    Case(ServiceId, Option<Subject>),
    /// Vacant posts and events, and the one that is looked for.
    Openings(Option<Subject>),
    /// Joint proposals, and the one that is looked for.
    Commitments(Option<Subject>),
    /// A service's figure on every basis, `#/ladder`.
    Ladder(LadderState),
    /// What each council pays and gets, `#/statement`.
    Statement(StatementState),
    /// What councils have to decide still.
    Decisions,
    /// How live services stand, and every measure.
    Measures(MeasuresState),
    /// What services gain.
    Benefits(BenefitsState),
    /// What one service gains, `#/benefits/…`.
    BenefitsOf(ServiceId),
    /// Highlight reports on every service.
    Highlights,
    /// Those on one service, `#/highlights/…`.
    HighlightsOf(ServiceId),
    /// One report, published or being written, `#/highlights/SERVICE/REPORT`.
    Highlight(ServiceId, HighlightId),
    /// A grid to enter figures of measures, `#/enter`.
    Enter(EnterState),
    /// One measure, and the year that is looked at; the current one where unstated.
    Measure(MeasureId, Option<FinancialYear>),
    /// Who takes part in what.
    Partners(PartnersState),
    /// One partner.
    Partner(PartnerId),
    /// What has happened.
    Issues(IssuesState),
    /// One issue.
    Issue(IssueId),
    /// Aims, phases, milestones and funding.
    Programme,
    /// What people wrote differently and nobody has settled.
    Conflicts(ConflictsState),
    /// Who changed what, and when.
    History(HistoryState),
    /// What stands now beside what stood earlier, or what a file holds.
    Compare(CompareState),
    /// Title, reading date, matrix, order of partners.
    Settings,
    /// The workspaces in this browser, in and out.
    Files,
    /// Version, licence, accessibility.
    About,
    /// What was searched for.
    Search(String),
    /// A fragment that leads nowhere, without its `#`.
    NotFound(String),
}

impl Route {
    /// Reads a fragment, with or without its `#`. What it does not know in a query it leaves at its default.
    pub fn from_fragment(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let fragment = past::divided(fragment).map_or(fragment, |(_, rest)| rest);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        Self::read(path, &Query::parse(query)).unwrap_or_else(|| Self::NotFound(fragment.to_owned()))
    }

    /// The place where a record is looked at.
    pub fn of(subject: &Subject) -> Self {
        let rest = subject.rest();
        let own = match subject.kind() {
            "risk" => RiskId::new(rest).map(Self::Risk),
            "issue" => IssueId::new(rest).map(Self::Issue),
            "service" => ServiceId::new(rest).map(Self::Service),
            "partner" => PartnerId::new(rest).map(Self::Partner),
            "money" => MoneyId::new(rest).map(Self::money),
            "participation" => rest.split_once('/').and_then(|(service, _)| ServiceId::new(service)).map(Self::Service),
            "measure" => MeasureId::new(rest).map(|id| Self::Measure(id, None)),
            "baseline" => subject.typed::<BaselineId>().and_then(|id| Some(Self::Measure(id.measure()?, None))),
            "targets" => subject.typed::<TargetsId>().and_then(|id| Some(Self::Measure(id.measure()?, id.year()))),
            "readings" => subject.typed::<ReadingsId>().and_then(|id| Some(Self::Measure(id.measure()?, id.year()))),
            "recommendation" | "approval" => Some(Self::Decisions),
            "commitment" => Some(Self::Commitments(Some(subject.clone()))),
            "opening" => Some(Self::Openings(Some(subject.clone()))),
            "shift" => Some(Self::Ladder(LadderState::default())),
            "benefit" => Some(Self::Benefits(BenefitsState::default())),
            "highlight" => Some(Self::Highlights),
            "consultation" | "case" | "option" | "signoff" | "study" | "demand" | "trial" | "plan" => {
                Some(Self::Services(ServicesState::default()))
            }
            "workspace" => Some(Self::Settings),
            "sent" => Some(Self::Files),
            "meeting" => Some(Self::History(HistoryState::default())),
            "programme" | "phase" | "milestone" => Some(Self::Programme),
            _ => None,
        };
        own.unwrap_or_default()
    }

    /// The same where it is known which record it belongs to: what stands on that one's page is looked at there.
    pub fn within(subject: &Subject, home: Option<&Subject>) -> Self {
        match (subject.kind(), home.map(|home| (home, home.typed::<ServiceId>()))) {
            (
                "consultation" | "case" | "option" | "signoff" | "study" | "demand" | "trial" | "plan",
                Some((_, Some(service))),
            ) => Self::Case(service, Some(subject.clone())),
            ("shift", Some((_, service))) => Self::Ladder(LadderState { service, ..LadderState::default() }),
            ("recommendation" | "approval" | "milestone" | "note", Some((home, _))) => Self::of(home),
            _ => Self::of(subject),
        }
    }

    /// The record that is looked for on a page that shows many.
    pub fn shown(&self) -> Option<&Subject> {
        match self {
            Self::Case(_, shown) | Self::Openings(shown) | Self::Commitments(shown) => shown.as_ref(),
            _ => None,
        }
    }

    /// A money line in its table.
    pub fn money(line: MoneyId) -> Self {
        Self::Savings(SavingsState { line: Some(line), ..SavingsState::default() })
    }

    /// The first part of the path, by which the navigation knows where it is: `risks` for a risk and for a cell too.
    pub fn section(&self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Savings(_) => "savings",
            Self::Risks(_) | Self::Cell(..) | Self::Risk(_) => "risks",
            Self::Services(_) | Self::Service(_) | Self::Case(..) => "services",
            Self::Ladder(_) => "ladder",
            Self::Statement(_) => "statement",
            Self::Decisions => "decisions",
            Self::Openings(_) => "opportunities",
            Self::Commitments(_) => "commitments",
            Self::Measures(_) | Self::Enter(_) | Self::Measure(..) => "measures",
            Self::Benefits(_) | Self::BenefitsOf(_) => "benefits",
            Self::Highlights | Self::HighlightsOf(_) | Self::Highlight(..) => "highlights",
            Self::Partners(_) | Self::Partner(_) => "partners",
            Self::Issues(_) | Self::Issue(_) => "issues",
            Self::Programme => "programme",
            Self::Conflicts(_) => "conflicts",
            Self::History(_) => "history",
            Self::Compare(_) => "compare",
            Self::Settings => "settings",
            Self::Files => "files",
            Self::About => "about",
            Self::Search(_) => "search",
            Self::NotFound(_) => "not-found",
        }
    }

    fn read(path: &str, query: &Query) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        let id = |text: &str| decoded(text);
        Some(match parts.as_slice() {
            [""] | ["", ""] => Self::Overview,
            ["", "savings"] => Self::Savings(SavingsState::read(query)),
            ["", "risks"] => Self::Risks(RisksState::read(query)),
            ["", "risks", "at", cell] => Self::Cell(cell_level(cell)?, RisksState::read(query)),
            ["", "risks", risk] => Self::Risk(RiskId::new(&id(risk)?)?),
            ["", "services"] => Self::Services(ServicesState::read(query)),
            ["", "services", service] => Self::Service(ServiceId::new(&id(service)?)?),
            ["", "services", service, "case"] => Self::Case(ServiceId::new(&id(service)?)?, shown(query)),
            ["", "opportunities"] => Self::Openings(shown(query)),
            ["", "commitments"] => Self::Commitments(shown(query)),
            ["", "ladder"] => Self::Ladder(LadderState::read(query)),
            ["", "statement"] => Self::Statement(StatementState::read(query)),
            ["", "decisions"] => Self::Decisions,
            ["", "measures"] => Self::Measures(MeasuresState::read(query)),
            ["", "benefits"] => Self::Benefits(BenefitsState::read(query)),
            ["", "benefits", service] => Self::BenefitsOf(ServiceId::new(&id(service)?)?),
            ["", "highlights"] => Self::Highlights,
            ["", "highlights", service] => Self::HighlightsOf(ServiceId::new(&id(service)?)?),
            ["", "highlights", service, report] => {
                Self::Highlight(ServiceId::new(&id(service)?)?, HighlightId::new(&id(report)?)?)
            }
            ["", "enter"] => Self::Enter(EnterState::read(query)),
            ["", "measures", measure] => {
                Self::Measure(MeasureId::new(&id(measure)?)?, query.get("year").and_then(|year| FinancialYear::parse(year).ok()))
            }
            ["", "partners"] => Self::Partners(PartnersState::read(query)),
            ["", "partners", partner] => Self::Partner(PartnerId::new(&id(partner)?)?),
            ["", "issues"] => Self::Issues(IssuesState::read(query)),
            ["", "issues", issue] => Self::Issue(IssueId::new(&id(issue)?)?),
            ["", "programme"] => Self::Programme,
            ["", "conflicts"] => Self::Conflicts(ConflictsState::read(query)),
            ["", "history"] => Self::History(HistoryState::read(query)),
            ["", "compare"] => Self::Compare(CompareState::read(query)),
            ["", "settings"] => Self::Settings,
            ["", "files"] => Self::Files,
            ["", "about"] => Self::About,
            ["", "search"] => Self::Search(query.get("q").unwrap_or_default().to_owned()),
            _ => return None,
        })
    }
}

/// With its `#`, as a link needs it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (past, section) = (past::prefix(), self.section());
        match self {
            Self::Savings(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Risks(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Cell(at, state) => write!(f, "#{past}/{section}/at/{}x{}{}", at.l.number(), at.i.number(), state.query()),
            Self::Risk(id) => write!(f, "#{past}/{section}/{}", encoded(id.rest())),
            Self::Services(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Measures(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Ladder(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Statement(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Benefits(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::BenefitsOf(id) => write!(f, "#{past}/{section}/{}", encoded(id.rest())),
            Self::HighlightsOf(id) => write!(f, "#{past}/{section}/{}", encoded(id.rest())),
            Self::Highlight(id, report) => write!(f, "#{past}/{section}/{}/{}", encoded(id.rest()), encoded(report.rest())),
            Self::Enter(state) => write!(f, "#{past}/enter{}", state.query()),
            Self::Measure(id, year) => {
                let query = Query::default().with("year", year.map(|year| year.to_string().replace('/', "-")));
                write!(f, "#{past}/{section}/{}{query}", encoded(id.rest()))
            }
            Self::Partners(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Issues(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Conflicts(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::History(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Compare(state) => write!(f, "#{past}/{section}{}", state.query()),
            Self::Service(id) => write!(f, "#{past}/{section}/{}", encoded(id.rest())),
            Self::Case(id, shown) => {
                write!(f, "#{past}/{section}/{}/case{}", encoded(id.rest()), Query::default().with("show", shown.as_ref()))
            }
            Self::Openings(shown) | Self::Commitments(shown) => {
                write!(f, "#{past}/{section}{}", Query::default().with("show", shown.as_ref()))
            }
            Self::Partner(id) => write!(f, "#{past}/{section}/{}", encoded(id.rest())),
            Self::Issue(id) => write!(f, "#{past}/{section}/{}", encoded(id.rest())),
            Self::Search(text) => write!(f, "#{past}/{section}?q={}", encoded(text)),
            Self::NotFound(text) => write!(f, "#{text}"),
            Self::Overview
            | Self::Highlights
            | Self::Decisions
            | Self::Programme
            | Self::Settings
            | Self::Files
            | Self::About => {
                write!(f, "#{past}/{section}")
            }
        }
    }
}

fn shown(query: &Query) -> Option<Subject> {
    query.get("show").and_then(Subject::parse)
}

fn cell_level(cell: &str) -> Option<Level> {
    let (likelihood, impact) = cell.split_once('x')?;
    let step = |text: &str| text.parse().ok().filter(|_| text.len() == 1);
    Level::new(step(likelihood)?, step(impact)?)
}

#[cfg(test)]
mod tests;
