//! What the address chooses of the risks, and addresses that choose otherwise.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::analysis::risks::{Chosen, Register, RegisterRow, Shown as Wanted, Sorted, register};
use crate::domain::level::Level;
use crate::domain::risk::Tier;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::route::{RiskOrder, RisksState, Route, Shown};
use crate::session::{Request, Session, Then};
use crate::views::here::use_route;
use crate::words;

/// What the register depends on.
const KINDS: &[Kind] = &[Kind::Risk, Kind::Service, Kind::About];

/// What is looked at: cheap to copy.
#[derive(Clone, Copy)]
pub struct Looking {
    session: Session,
    /// As the address says it.
    pub state: Memo<RisksState>,
    /// The cell that is open.
    pub cell: Memo<Option<Level>>,
    /// Which risks are shown.
    pub chosen: Memo<Chosen>,
    /// How the register is sorted.
    pub sorted: Memo<Sorted>,
    /// The day since which movement is worked out.
    pub since: Memo<Option<NaiveDate>>,
    then: Memo<Then>,
}

impl Looking {
    /// Follows the address. Where it names no day, movement is since the last day but one of changes, as it was when
    /// the page was opened: an edit does not move it.
    pub fn new(session: Session) -> Self {
        let route = use_route();
        let state = Memo::new(move |before: Option<&RisksState>| {
            route.with(|route| match route {
                Route::Risks(state) | Route::Cell(_, state) => state.clone(),
                // The page is being left, and need not be drawn once more.
                _ => before.cloned().unwrap_or_default(),
            })
        });
        let cell = Memo::new(move |_| route.with(|route| if let Route::Cell(at, _) = route { Some(*at) } else { None }));
        let day = session.look(|open| open?.day_before_last());
        let since = Memo::new(move |_| state.with(|state| state.since).or(day));
        Self {
            session,
            state,
            cell,
            chosen: Memo::new(move |_| state.with(chosen)),
            sorted: Memo::new(move |_| state.with(|state| sorted(state.order()))),
            since,
            then: session.risks_then(since),
        }
    }

    /// The first rows of the register.
    pub fn register(self, most: RwSignal<usize>) -> Memo<Register> {
        self.session.select(KINDS, move |workspace, today| self.first(workspace, today, None, most.get()))
    }

    /// The first rows of the cell that is open; none where none is.
    pub fn cell_register(self, most: RwSignal<usize>) -> Memo<Register> {
        self.session.select(KINDS, move |workspace, today| match self.cell.get() {
            Some(at) => self.first(workspace, today, Some(at), most.get()),
            None => Register::default(),
        })
    }

    /// Every row of the register.
    pub fn whole_register(self, workspace: &Workspace) -> Vec<RegisterRow> {
        untrack(|| self.first(workspace, self.session.today(), None, usize::MAX).rows)
    }

    fn first(self, workspace: &Workspace, today: NaiveDate, at: Option<Level>, most: usize) -> Register {
        let earlier = self.then.with(Then::look_up);
        let earlier = earlier.as_ref().map(|look_up| look_up as &dyn Fn(&_) -> _);
        let chosen = Chosen { at, ..self.chosen.get() };
        register(workspace, &chosen, self.sorted.get(), workspace.reading(today), earlier, most)
    }

    /// Where a cell leads, with everything else as it is.
    pub fn to_cell(self) -> Callback<Level, Route> {
        Callback::new(move |at| Route::Cell(at, self.state.get()))
    }

    /// The page without a cell open, with everything else as it is.
    pub fn without_cell(self) -> Route {
        Route::Risks(self.state.get())
    }

    /// Chooses otherwise, in place: the way back leads to the page before, not through every choice.
    pub fn change(self, change: impl FnOnce(&mut RisksState)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        let to = match self.cell.get_untracked() {
            Some(at) => Route::Cell(at, state),
            None => Route::Risks(state),
        };
        self.session.request(Request::Swap(to));
    }

    /// What stands under the heading, on paper too: the day, what is left out, since when things have moved.
    pub fn lede(self, session: Session) -> Memo<String> {
        let reading = session.reading();
        let says = self.says();
        Memo::new(move |_| {
            let since = match self.since.get() {
                Some(day) => format!(" Movement since {}.", words::date::long(day)),
                None => String::new(),
            };
            format!("As at {}. {}{since}", words::date::long(reading.get()), says.get())
        })
    }

    /// How many of how many are shown, and by which choices.
    pub fn says(self) -> Memo<String> {
        let kinds = &[Kind::Risk, Kind::Programme, Kind::Service, Kind::About];
        self.session.select(kinds, move |workspace, _| {
            let state = self.state.get();
            let of = Chosen { shown: wanted(state.shown()), ..Chosen::default() };
            let count = |chosen: &Chosen| chosen.count(workspace);
            let word = match state.shown() {
                Shown::Open => "open ",
                Shown::Closed => "closed ",
                Shown::All => "",
            };
            words::risks::shown(self.chosen.with(count), count(&of), word, &filters(workspace, &state))
        })
    }
}

fn chosen(state: &RisksState) -> Chosen {
    Chosen {
        programme: state.programme.clone(),
        service: state.service.clone(),
        owner: state.owner.clone(),
        at: None,
        band: state.band,
        tier: state.tier,
        shown: wanted(state.shown()),
    }
}

fn wanted(shown: Shown) -> Wanted {
    match shown {
        Shown::Open => Wanted::Open,
        Shown::Closed => Wanted::Closed,
        Shown::All => Wanted::All,
    }
}

fn sorted(order: RiskOrder) -> Sorted {
    match order {
        RiskOrder::Score => Sorted::Score,
        RiskOrder::Reference => Sorted::Reference,
        RiskOrder::Title => Sorted::Title,
        RiskOrder::Owner => Sorted::Owner,
        RiskOrder::Movement => Sorted::Movement,
        RiskOrder::Review => Sorted::Review,
    }
}

fn filters(workspace: &Workspace, state: &RisksState) -> Vec<String> {
    let named = |subject: Option<Subject>| subject.map(|subject| words::name(workspace, &subject));
    let tier = |tier: Tier| format!("{} risks", tier.label().to_lowercase());
    [
        named(state.programme.as_ref().map(Subject::from)),
        named(state.service.as_ref().map(Subject::from)),
        state.owner.as_ref().map(|owner| format!("owner {owner}")),
        state.band.map(|band| band.label().to_lowercase()),
        state.tier.map(tier),
    ]
    .into_iter()
    .flatten()
    .collect()
}
