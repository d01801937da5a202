//! What the address chooses of the savings, what comes of it, and addresses that choose otherwise.

use leptos::prelude::*;

use crate::analysis::savings::{Group, Row, SavingsAnswer, SavingsQuestion, View};
use crate::analysis::telling::{self, Picture};
use crate::domain::money::{Basis, MoneyId, MoneyKind};
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::route::{self, Beside, By, Route, SavingsState};
use crate::session::{Request, Session};
use crate::views::charts::savings_chart::Mark;
use crate::views::here::use_route;

/// What answers about money depend on.
pub const KINDS: &[Kind] = &[Kind::Money, Kind::Partner, Kind::Programme, Kind::Service, Kind::About];

/// What is looked at: cheap to copy.
#[derive(Clone, Copy)]
pub struct Looking {
    session: Session,
    /// As the address says it.
    pub state: Memo<SavingsState>,
    /// The basis that is shown.
    pub basis: Memo<Basis>,
    /// The bases that could stand beside it.
    pub could_be_beside: Memo<Vec<Basis>>,
    /// The one that does.
    pub beside: Memo<Option<Basis>>,
    /// What is asked.
    pub question: Memo<SavingsQuestion>,
    /// All years' answer about savings.
    pub answer: Memo<SavingsAnswer>,
    /// It as a chart shows it.
    pub picture: Memo<Picture>,
    /// The year that sentences speak of.
    pub year: Memo<Option<FinancialYear>>,
    /// The rows of the chosen mark.
    pub rows: Memo<Vec<Row>>,
}

impl Looking {
    /// Follows the address.
    pub fn new(session: Session) -> Self {
        let route = use_route();
        let state = Memo::new(move |before: Option<&SavingsState>| {
            route.with(|route| match route {
                Route::Savings(state) => state.clone(),
                // The page is being left, and need not be drawn once more.
                _ => before.cloned().unwrap_or_default(),
            })
        });
        let usual = session.select_open(KINDS, |open| open.map_or(Basis::Forecast, |open| telling::usual_basis(open.ledger())));
        let basis = Memo::new(move |_| state.with(|state| state.basis).unwrap_or_else(|| usual.get()));
        let could_be_beside = session.select_open(KINDS, move |open| {
            open.map(|open| telling::bases_beside(open.ledger(), basis.get())).unwrap_or_default()
        });
        let usual_beside = session.select_open(KINDS, move |open| telling::usual_beside(open?.ledger(), basis.get()));
        let beside = Memo::new(move |_| match state.with(|state| state.beside) {
            Some(Beside::Nothing) => None,
            Some(Beside::On(chosen)) => could_be_beside.with(|could| could.contains(&chosen)).then_some(chosen),
            None => usual_beside.get(),
        });
        let question = Memo::new(move |_| state.with(|state| question(state, basis.get())));
        let answer = session.select_open(KINDS, move |open| question.with(|question| ask(open, question)));
        let picture = drawn(session, question, answer, beside);
        let current = session.select(&[Kind::About], Workspace::current_year);
        let chosen = Memo::new(move |_| state.with(|state| (state.year, state.mark.clone())));
        let rows =
            Memo::new(move |_| chosen.with(|(year, mark)| picture.with(|picture| rows(answer, picture, *year, mark.as_deref()))));
        let year =
            Memo::new(move |_| answer.with(|answer| telling::focus(answer, chosen.with(|chosen| chosen.0), current.get())));
        Self { session, state, basis, could_be_beside, beside, question, answer, picture, year, rows }
    }

    /// The address with something else chosen.
    pub fn with(self, change: impl FnOnce(&mut SavingsState)) -> Route {
        let mut state = self.state.get();
        change(&mut state);
        Route::Savings(state)
    }

    /// The address with a line shown, or none.
    pub fn with_line(self, line: Option<MoneyId>) -> Route {
        self.with(|state| state.line = line)
    }

    /// Chooses otherwise, in place: the way back leads to the page before, not through every choice.
    pub fn change(self, change: impl FnOnce(&mut SavingsState)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        self.session.request(Request::Swap(Route::Savings(state)));
    }

    /// What is chosen in the chart.
    pub fn mark(self) -> Memo<Option<Mark>> {
        Memo::new(move |_| {
            let basis = self.basis.get();
            self.state.with(|state| Some(Mark { basis: Some(basis), year: state.year?, group: state.mark.clone() }))
        })
    }
}

/// The answer to a question about what is open.
pub fn ask(open: Option<&crate::session::Open>, question: &SavingsQuestion) -> SavingsAnswer {
    let ask = |open: &crate::session::Open| open.ledger().answer(&open.workspace, question);
    open.map_or_else(|| crate::analysis::savings::Ledger::default().answer(&Workspace::default(), question), ask)
}

/// The picture of an answer, with that to the same question on another basis beside it.
pub fn drawn(
    session: Session,
    question: Memo<SavingsQuestion>,
    answer: Memo<SavingsAnswer>,
    beside: Memo<Option<Basis>>,
) -> Memo<Picture> {
    let other = session.select_open(KINDS, move |open| {
        let basis = beside.get()?;
        let question = question.with(|question| SavingsQuestion { basis: Some(basis), ..question.clone() });
        Some((basis, ask(open, &question)))
    });
    session.select(KINDS, move |workspace, _| {
        other.with(|other| {
            let other = other.as_ref().map(|(basis, answer)| (*basis, answer));
            answer.with(|answer| question.with(|question| Picture::with_beside(workspace, question, answer, other)))
        })
    })
}

fn question(state: &SavingsState, basis: Basis) -> SavingsQuestion {
    SavingsQuestion {
        kind: MoneyKind::Saving,
        view: match state.view() {
            route::View::Yearly => View::Yearly,
            route::View::New => View::New,
            route::View::Cumulative => View::Cumulative,
        },
        group: match state.by() {
            By::Partner => Group::Partner,
            By::Service => Group::Service,
            By::Programme => Group::Programme,
        },
        programme: state.programme.clone(),
        ..SavingsQuestion::savings(basis)
    }
}

fn rows(answer: Memo<SavingsAnswer>, picture: &Picture, year: Option<FinancialYear>, mark: Option<&str>) -> Vec<Row> {
    let is_listed = |row: &&Row| match (year, picture.view) {
        (None, _) => true,
        (Some(year), View::Cumulative) => row.year.is_some_and(|of| of <= year),
        (Some(year), _) => row.year == Some(year),
    };
    let mut of_year: Vec<Row> = answer.with(|answer| answer.rows.iter().filter(is_listed).cloned().collect());
    // What states no year comes last.
    of_year.order_by_key(|row| row.year.is_none());
    match mark {
        Some(mark) => picture.rows_of(&of_year, mark),
        None => of_year,
    }
}
