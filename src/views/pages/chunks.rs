//! The program comes in chunks: what reads the work comes first, and reads it while the browser fetches what draws it:
//! the frame and the page that is wanted. The forms, tables and settings of other pages come when there is time.
//!
//! Where the program is split, and why so, is in `shell/parts.rs`.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{
    Place, about, benefits, case, commitments, compare, conflicts, decisions, enter, files, highlights, history, issue, issues,
    ladder, measure, measures, openings, overview, partner, partners, programme, risk, risks, savings, search, service, services,
    settings, statement,
};

/// A part of the program that is fetched by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// What most people see first.
    Overview,
    /// Every other page.
    Others,
}

/// Draws the page of a place; its code is in a chunk.
pub type Draw = fn(&Place) -> AnyView;

/// A chunk on its way; nothing where it cannot be had.
pub type Fetching = Pin<Box<dyn Future<Output = Option<Draw>>>>;

/// How far a chunk has come.
#[derive(Debug, Clone, Copy)]
pub enum State {
    /// It is being fetched.
    OnItsWay,
    /// It is here, and draws its pages so.
    Here(Draw),
    /// It could not be fetched.
    Missing,
}

/// The chunk that a place needs. The first visit, and an address that leads nowhere, are in both.
pub fn chunk_of(is_open: bool, place: &Place) -> Chunk {
    match (is_open, place) {
        (_, Place::Files | Place::About) => Chunk::Others,
        (false, _) | (true, Place::Overview | Place::NotFound) => Chunk::Overview,
        (true, _) => Chunk::Others,
    }
}

/// Which chunks are here. A signal, so that a page appears as soon as its chunk has come.
#[derive(Clone, Copy)]
pub struct Chunks {
    overview: RwSignal<State>,
    others: RwSignal<State>,
    have_fetched: fn(Chunk) -> Fetching,
}

impl Chunks {
    /// None is here yet, and none was asked for.
    pub fn none(have_fetched: fn(Chunk) -> Fetching) -> Self {
        Self { overview: RwSignal::new(State::OnItsWay), others: RwSignal::new(State::OnItsWay), have_fetched }
    }

    /// One is here already.
    pub fn hold(self, chunk: Chunk, draw: Draw) {
        self.signal(chunk).set(State::Here(draw));
    }

    /// How far a chunk has come. To ask is to want it.
    pub fn state(self, chunk: Chunk) -> State {
        let state = self.signal(chunk).get();
        if matches!(state, State::OnItsWay) {
            spawn_local(self.fetch(chunk));
        }
        state
    }

    /// Fetches a chunk, unless it is here; a fetch that is under way is waited for.
    pub async fn fetch(self, chunk: Chunk) {
        let signal = self.signal(chunk);
        if matches!(signal.get_untracked(), State::Here(_)) {
            return;
        }
        let fetched = (self.have_fetched)(chunk).await;
        if matches!(signal.get_untracked(), State::Here(_)) {
            return;
        }
        signal.set(fetched.map_or(State::Missing, State::Here));
    }

    /// Fetches a chunk again that could not be had.
    pub fn try_again(self, chunk: Chunk) {
        self.signal(chunk).set(State::OnItsWay);
    }

    fn signal(self, chunk: Chunk) -> RwSignal<State> {
        match chunk {
            Chunk::Overview => self.overview,
            Chunk::Others => self.others,
        }
    }
}

/// The chunks, from the context that the shell provides.
pub fn use_chunks() -> Chunks {
    expect_context()
}

/// Draws the first page of a workspace.
pub fn overview_page(_: &Place) -> AnyView {
    view! { <overview::OverviewPage /> }.into_any()
}

/// Draws any other page.
pub fn other_page(place: &Place) -> AnyView {
    match place.clone() {
        Place::About => view! { <about::AboutPage /> }.into_any(),
        Place::Files => view! { <files::FilesPage /> }.into_any(),
        Place::Savings => view! { <savings::SavingsPage /> }.into_any(),
        Place::Risks => view! { <risks::RisksPage /> }.into_any(),
        Place::Risk(id) => view! { <risk::RiskPage id=id /> }.into_any(),
        Place::Services => view! { <services::ServicesPage /> }.into_any(),
        Place::Service(id) => view! { <service::ServicePage id=id /> }.into_any(),
        Place::Case(id) => view! { <case::CasePage id=id /> }.into_any(),
        Place::Ladder => view! { <ladder::LadderPage /> }.into_any(),
        Place::Statement => view! { <statement::StatementPage /> }.into_any(),
        Place::Openings => view! { <openings::OpeningsPage /> }.into_any(),
        Place::Commitments => view! { <commitments::CommitmentsPage /> }.into_any(),
        Place::Decisions => view! { <decisions::DecisionsPage /> }.into_any(),
        Place::Measures => view! { <measures::MeasuresPage /> }.into_any(),
        Place::Benefits => view! { <benefits::BenefitsPage /> }.into_any(),
        Place::BenefitsOf(id) => view! { <benefits::BenefitsOfPage id=id /> }.into_any(),
        Place::Highlights => view! { <highlights::HighlightsPage /> }.into_any(),
        Place::HighlightsOf(id) => view! { <highlights::HighlightsOfPage id=id /> }.into_any(),
        Place::Highlight(service, id) => view! { <highlights::HighlightPage service=service id=id /> }.into_any(),
        Place::Enter => view! { <enter::EnterPage /> }.into_any(),
        Place::Measure(id) => view! { <measure::MeasurePage id=id /> }.into_any(),
        Place::Partners => view! { <partners::PartnersPage /> }.into_any(),
        Place::Partner(id) => view! { <partner::PartnerPage id=id /> }.into_any(),
        Place::Issues => view! { <issues::IssuesPage /> }.into_any(),
        Place::Issue(id) => view! { <issue::IssuePage id=id /> }.into_any(),
        Place::Programme => view! { <programme::ProgrammePage /> }.into_any(),
        Place::Conflicts => view! { <conflicts::ConflictsPage /> }.into_any(),
        Place::Compare => view! { <compare::ComparePage /> }.into_any(),
        Place::History => view! { <history::HistoryPage /> }.into_any(),
        Place::Settings => view! { <settings::SettingsPage /> }.into_any(),
        Place::Search => view! { <search::SearchPage /> }.into_any(),
        Place::Overview | Place::NotFound => ().into_any(),
    }
}
