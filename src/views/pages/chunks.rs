//! The program comes in chunks: what every page needs comes first, a page's own code when the page is first wanted.
//! So the overview is on the screen before the forms, tables and settings that it does not need have been fetched.
//!
//! The release is split after it is built (`scripts/split-program.mjs`) at the functions marked here. The quick loop and
//! the tests of single views are built whole: there every chunk is here at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{
    Place, about, conflicts, files, issue, issues, overview, partner, partners, programme, risk, risks, savings, search, service,
    services, settings,
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

/// The chunk that a place needs; none for the first visit and for an address that leads nowhere.
pub fn chunk_of(is_open: bool, place: &Place) -> Option<Chunk> {
    match (is_open, place) {
        (_, Place::Files | Place::About) => Some(Chunk::Others),
        (false, _) | (true, Place::NotFound) => None,
        (true, Place::Overview) => Some(Chunk::Overview),
        (true, _) => Some(Chunk::Others),
    }
}

/// Which chunks are here. A signal, so that a page appears as soon as its chunk has come.
#[derive(Clone, Copy)]
pub struct Chunks {
    overview: RwSignal<State>,
    others: RwSignal<State>,
}

impl Chunks {
    /// None is here yet, and none was asked for.
    pub fn none() -> Self {
        Self { overview: RwSignal::new(State::OnItsWay), others: RwSignal::new(State::OnItsWay) }
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
        let fetched = match chunk {
            Chunk::Overview => overview().await,
            Chunk::Others => others().await,
        };
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

/// Marks where the program is split: a function that answers, once its chunk is here, with a function of the chunk.
macro_rules! chunk {
    ($name:ident, $held:ty, $function:expr) => {
        #[cfg(feature = "chunks")]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$held, leptos::wasm_split::SplitLoaderError> {
            Ok($function)
        }

        #[cfg(not(feature = "chunks"))]
        async fn $name() -> Result<$held, leptos::wasm_split::SplitLoaderError> {
            Ok($function)
        }
    };
}
pub(crate) use chunk;

chunk!(overview, Draw, |_| view! { <overview::OverviewPage /> }.into_any());
chunk!(others, Draw, |place| match place.clone() {
    Place::About => view! { <about::AboutPage /> }.into_any(),
    Place::Files => view! { <files::FilesPage /> }.into_any(),
    Place::Savings => view! { <savings::SavingsPage /> }.into_any(),
    Place::Risks => view! { <risks::RisksPage /> }.into_any(),
    Place::Risk(id) => view! { <risk::RiskPage id=id /> }.into_any(),
    Place::Services => view! { <services::ServicesPage /> }.into_any(),
    Place::Service(id) => view! { <service::ServicePage id=id /> }.into_any(),
    Place::Partners => view! { <partners::PartnersPage /> }.into_any(),
    Place::Partner(id) => view! { <partner::PartnerPage id=id /> }.into_any(),
    Place::Issues => view! { <issues::IssuesPage /> }.into_any(),
    Place::Issue(id) => view! { <issue::IssuePage id=id /> }.into_any(),
    Place::Programme => view! { <programme::ProgrammePage /> }.into_any(),
    Place::Conflicts => view! { <conflicts::ConflictsPage /> }.into_any(),
    Place::Settings => view! { <settings::SettingsPage /> }.into_any(),
    Place::Search => view! { <search::SearchPage /> }.into_any(),
    Place::Overview | Place::NotFound => ().into_any(),
});
