//! What a person chose to look at on the pages that filter and sort.

use chrono::NaiveDate;

use crate::domain::choice::choices;
use crate::domain::matrix::Band;
use crate::domain::money::{Basis, MoneyId};
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::Tier;
use crate::domain::service::{ServiceId, Stage};
use crate::domain::year::FinancialYear;
use crate::route::query::Query;

choices! {
    /// How years are counted.
    pub enum View {
        /// What is saved in that year.
        Yearly "yearly" "Yearly",
        /// What is more than the year before.
        New "new" "New",
        /// The sum of the years so far.
        Cumulative "cumulative" "Cumulative",
    }
}

choices! {
    /// What the bars of a year stand for.
    pub enum By {
        /// Partners.
        Partner "partner" "Partner",
        /// Services.
        Service "service" "Service",
        /// Programmes.
        Programme "programme" "Programme",
    }
}

choices! {
    /// Which risks are shown.
    pub enum Shown {
        /// Those being looked after.
        Open "open" "Open",
        /// Those no longer looked after.
        Closed "closed" "Closed",
        /// All.
        All "all" "Open and closed",
    }
}

choices! {
    /// How the register is sorted.
    pub enum RiskOrder {
        /// Highest score first, then impact, then reference.
        Score "score" "Score",
        /// By reference, 2 before 10.
        Reference "reference" "Reference",
        /// By title.
        Title "title" "Title",
        /// By who looks after it.
        Owner "owner" "Owner",
        /// Increased first.
        Movement "movement" "Movement",
        /// The next to be looked at first.
        Review "review" "Review date",
    }
}

/// What stands beside the figures on the chosen basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Nothing.
    Nothing,
    /// Figures on another basis, which are never added to them.
    On(Basis),
}

impl Beside {
    /// How addresses write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::On(basis) => basis.key(),
        }
    }

    /// How it reads on screens.
    pub fn label(self) -> &'static str {
        match self {
            Self::Nothing => "Nothing",
            Self::On(basis) => basis.label(),
        }
    }

    /// What an address says.
    pub fn from_key(key: &str) -> Option<Self> {
        if key == Self::Nothing.key() { Some(Self::Nothing) } else { Basis::from_key(key).map(Self::On) }
    }
}

/// What the page of savings shows. Unstated, the page chooses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SavingsState {
    /// On which basis.
    pub basis: Option<Basis>,
    /// What stands beside it; the page chooses where unstated.
    pub beside: Option<Beside>,
    /// How years are counted; yearly where unstated.
    pub view: Option<View>,
    /// What the bars stand for; partners where unstated.
    pub by: Option<By>,
    /// The chosen year.
    pub year: Option<FinancialYear>,
    /// The chosen mark of the chart in that year, such as a partner's name in files.
    pub mark: Option<String>,
    /// Figures of one programme only.
    pub programme: Option<ProgrammeId>,
    /// The line to show, where a link leads to one.
    pub line: Option<MoneyId>,
}

/// What the heatmap and the register show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RisksState {
    /// Of one programme.
    pub programme: Option<ProgrammeId>,
    /// Of one service.
    pub service: Option<ServiceId>,
    /// Looked after by one office.
    pub owner: Option<String>,
    /// In one band.
    pub band: Option<Band>,
    /// The programme's or services'.
    pub tier: Option<Tier>,
    /// Open, closed or all; open where unstated.
    pub state: Option<Shown>,
    /// Movement since this day.
    pub since: Option<NaiveDate>,
    /// How the register is sorted; by score where unstated.
    pub sort: Option<RiskOrder>,
}

/// What the list of issues shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IssuesState {
    /// Of one programme.
    pub programme: Option<ProgrammeId>,
    /// Of one service.
    pub service: Option<ServiceId>,
    /// Looked after by one office.
    pub owner: Option<String>,
    /// Open, closed or all; all where unstated.
    pub state: Option<Shown>,
}

/// What the grid of partners and services shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartnersState {
    /// Services of one programme.
    pub programme: Option<ProgrammeId>,
    /// The page of partners, from 1; the first where unstated.
    pub page: Option<u16>,
}

/// What the table of services shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServicesState {
    /// Of one programme.
    pub programme: Option<ProgrammeId>,
    /// At one stage.
    pub stage: Option<Stage>,
}

impl SavingsState {
    /// How years are counted.
    pub fn view(&self) -> View {
        self.view.unwrap_or(View::Yearly)
    }

    /// What the bars stand for.
    pub fn by(&self) -> By {
        self.by.unwrap_or(By::Partner)
    }

    pub(super) fn read(query: &Query) -> Self {
        Self {
            basis: query.get("basis").and_then(Basis::from_key),
            beside: query.get("beside").and_then(Beside::from_key),
            view: query.get("view").and_then(View::from_key),
            by: query.get("by").and_then(By::from_key),
            year: query.get("year").and_then(|year| FinancialYear::parse(year).ok()),
            mark: query.get("mark").map(str::to_owned),
            programme: query.get("programme").and_then(ProgrammeId::new),
            line: query.get("line").and_then(MoneyId::new),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("basis", self.basis.map(Basis::key))
            .with("beside", self.beside.map(Beside::key))
            .with("view", self.view.map(View::key))
            .with("by", self.by.map(By::key))
            .with("year", self.year.map(|year| year.to_string().replace('/', "-")))
            .with("mark", self.mark.as_ref())
            .with("programme", self.programme.as_ref().map(ProgrammeId::rest))
            .with("line", self.line.as_ref().map(MoneyId::rest))
    }
}

impl RisksState {
    /// Open, closed or all.
    pub fn shown(&self) -> Shown {
        self.state.unwrap_or(Shown::Open)
    }

    /// How the register is sorted.
    pub fn order(&self) -> RiskOrder {
        self.sort.unwrap_or(RiskOrder::Score)
    }

    pub(super) fn read(query: &Query) -> Self {
        Self {
            programme: query.get("programme").and_then(ProgrammeId::new),
            service: query.get("service").and_then(ServiceId::new),
            owner: query.get("owner").map(str::to_owned),
            band: query.get("band").and_then(Band::from_key),
            tier: query.get("tier").and_then(Tier::from_key),
            state: query.get("state").and_then(Shown::from_key),
            since: query.get("since").and_then(|day| day.parse().ok()),
            sort: query.get("sort").and_then(RiskOrder::from_key),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("programme", self.programme.as_ref().map(ProgrammeId::rest))
            .with("service", self.service.as_ref().map(ServiceId::rest))
            .with("owner", self.owner.as_ref())
            .with("band", self.band.map(Band::key))
            .with("tier", self.tier.map(Tier::key))
            .with("state", self.state.map(Shown::key))
            .with("since", self.since)
            .with("sort", self.sort.map(RiskOrder::key))
    }
}

impl IssuesState {
    /// Open, closed or all.
    pub fn shown(&self) -> Shown {
        self.state.unwrap_or(Shown::All)
    }

    pub(super) fn read(query: &Query) -> Self {
        Self {
            programme: query.get("programme").and_then(ProgrammeId::new),
            service: query.get("service").and_then(ServiceId::new),
            owner: query.get("owner").map(str::to_owned),
            state: query.get("state").and_then(Shown::from_key),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("programme", self.programme.as_ref().map(ProgrammeId::rest))
            .with("service", self.service.as_ref().map(ServiceId::rest))
            .with("owner", self.owner.as_ref())
            .with("state", self.state.map(Shown::key))
    }
}

impl PartnersState {
    pub(super) fn read(query: &Query) -> Self {
        let page = |text: &str| text.parse().ok().filter(|page| *page > 0);
        Self { programme: query.get("programme").and_then(ProgrammeId::new), page: query.get("page").and_then(page) }
    }

    pub(super) fn query(&self) -> Query {
        Query::default().with("programme", self.programme.as_ref().map(ProgrammeId::rest)).with("page", self.page)
    }
}

impl ServicesState {
    pub(super) fn read(query: &Query) -> Self {
        Self { programme: query.get("programme").and_then(ProgrammeId::new), stage: query.get("stage").and_then(Stage::from_key) }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("programme", self.programme.as_ref().map(ProgrammeId::rest))
            .with("stage", self.stage.map(Stage::key))
    }
}
