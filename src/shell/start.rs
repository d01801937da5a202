//! From an empty page to the work, read and folded. Nothing is written before this has finished.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::route::Route;
use crate::session::{Keeping, Open, Session};
use crate::shell::answer::REMINDER;
use crate::shell::deeds::Deed;
use crate::shell::locks::Asked;
use crate::shell::{Shell, parts, session_and_slot};
use crate::views::pages;
use crate::views::pages::chunks::{Chunk, Chunks, chunk_of};
use crate::web::keeper::{self, Keeper};
use crate::web::shelf::Shelf;
use crate::web::theme::Theme;
use crate::web::timing::Stretch;
use crate::web::{clock, fragment, opening, preferences, tail};

/// Starts the page.
pub fn start() {
    spawn_local(async {
        preferences::theme().show();
        let owner = Owner::new();
        owner.set();
        let (session, slot) = session_and_slot();
        let shelf = Shelf::here();
        let keeper = keeper(session, &shelf, &slot);
        let route = RwSignal::new(Route::from_fragment(&fragment::read()));
        let shell = Rc::new(Shell {
            session,
            route,
            shelf,
            keeper,
            tabs: RefCell::default(),
            install: RefCell::default(),
            reading: Cell::new(0),
            opening: Cell::new(0),
            standing: Cell::new(0),
            read_ahead: Cell::new(None),
            code_is_due: Cell::new(false),
            asked: Asked::default(),
            end_workshop: RefCell::default(),
            answers: Cell::new(None),
            unanswered: RefCell::default(),
        });
        slot.borrow_mut().replace(Rc::clone(&shell));
        session.author.set(preferences::author());
        session.reminder.set(preferences::read(REMINDER).unwrap_or_default());
        session.theme.set(match preferences::theme() {
            Theme::Device => None,
            Theme::Light => Some(false),
            Theme::Dark => Some(true),
        });
        let chunk = move |is_open| chunk_of(is_open, &pages::place(&route.get_untracked()));
        if preferences::last_workspace().is_some() {
            // Fetched while the work is read.
            spawn_local(async move {
                parts::fetch(chunk(true)).await;
            });
        }
        shell.load_first().await;
        let first = chunk(session.is_open());
        if first == Chunk::Overview {
            // Its money is sorted and assessed while the part that draws it is still on the way.
            session.peek(|open| {
                open.map(Open::ledger);
            });
        }
        let Some(part) = parts::fetch(first).await else { return opening::not_fetched() };
        let chunks = Chunks::none(parts::fetch_pages);
        chunks.hold(first, part.draw);
        (part.run)(shell, chunks);
        // Signals of the session live as long as the page does.
        std::mem::forget(owner);
    });
}

fn keeper(session: Session, shelf: &Shelf, slot: &Rc<RefCell<Option<Rc<Shell>>>>) -> Keeper {
    let told = move |keeping: keeper::Keeping| {
        session.keeping.set(match keeping {
            keeper::Keeping::Unchanged => Keeping::Nothing,
            keeper::Keeping::Saving => Keeping::Saving,
            keeper::Keeping::Saved { at } => Keeping::Saved(clock::hour_minute(at)),
            keeper::Keeping::NotKeeping { reason } => Keeping::Failing(reason),
        });
    };
    let slot = Rc::clone(slot);
    Keeper::new(shelf.clone(), told, move |kept| {
        if let Some(tabs) =
            slot.borrow().as_ref().and_then(|shell| shell.tabs.try_borrow().ok()).as_deref().and_then(Option::as_ref)
        {
            tabs.announce(&kept.ws, kept.log, &kept.ids);
        }
    })
}

impl Shell {
    /// What a closed page left in the tail, and the workspace that was open last.
    async fn load_first(self: &Rc<Self>) {
        let last = preferences::last_workspace().unwrap_or_default();
        let reading = Stretch::begin(Stretch::STORAGE);
        let ahead = self.shelf.read_ahead(&last).await;
        drop(reading);
        if let Some(ahead) = ahead.filter(|_| tail::is_empty()) {
            self.read_ahead.set(Some(ahead.records));
            return self.fold_and_show(self.opening.get(), last, Ok(ahead.both), None).await;
        }
        match self.shelf.count(&last).await {
            Ok(mut records) => {
                if records == 0 && self.shelf.has_second_copy().await {
                    self.do_if_held(Deed::PutBackWhatWasLost).await;
                    records = self.shelf.count(&last).await.unwrap_or_default();
                }
                self.keeper.take_up_the_tail();
                self.keeper.settle().await;
                if records > 0 {
                    return self.load_and_show(last).await;
                }
                // Browsers write preferences late: after a power cut the work may be there without its having been "last".
                self.list_workspaces().await;
                if let Some(name) = self.any_workspace() {
                    self.load_and_show(name).await;
                }
            }
            Err(error) => self.session.keeping.set(Keeping::Failing(error.to_string())),
        }
    }

    /// A workspace of this browser, rather one's own than the sample.
    fn any_workspace(&self) -> Option<String> {
        let is_sample = |name: &str| name.starts_with("sample");
        self.session
            .shelved
            .with_untracked(|all| all.iter().map(|one| one.name.clone()).min_by_key(|name| (is_sample(name), name.clone())))
    }
}
