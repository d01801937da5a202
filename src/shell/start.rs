//! From an empty page to one that shows the work. Nothing is written before the first load has finished.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::bundle;
use crate::route::Route;
use crate::session::{Keeping, Offline, Request, Session};
use crate::shell::{Shell, session_and_slot};
use crate::views::frame::Frame;
use crate::views::here::Here;
use crate::views::pages;
use crate::views::pages::chunks::{Chunk, Chunks};
use crate::web::install::{self, Install, ReleaseNews};
use crate::web::keeper::{self, Keeper};
use crate::web::opening::Wanted;
use crate::web::shelf::Shelf;
use crate::web::tabs::Tabs;
use crate::web::theme::Theme;
use crate::web::{clock, files, focus, fragment, leaving, opening, preferences, sheet, visibility};
use crate::words;

/// Long enough for the first page to be on the screen of a slow tablet, short enough to be done before its first tap.
const AFTER_THE_FIRST_PAINT_MS: u32 = 1_000;

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
            code_is_due: Cell::new(false),
        });
        slot.borrow_mut().replace(Rc::clone(&shell));
        session.author.set(preferences::author());
        session.theme.set(match preferences::theme() {
            Theme::Device => None,
            Theme::Light => Some(false),
            Theme::Dark => Some(true),
        });
        let chunks = Chunks::none();
        if preferences::last_workspace().is_some() {
            // Fetched while the work is read.
            if let Some(chunk) = pages::chunks::chunk_of(true, &pages::place(&route.get_untracked())) {
                spawn_local(chunks.fetch(chunk));
            }
            // Runs as soon as the database has been asked to open, and until it answers.
            spawn_local(async { bundle::rehearse() });
        }
        shell.load_first().await;
        shell.follow_the_address(chunks);
        shell.hear_other_tabs();
        shell.watch_the_page();
        if let Some(chunk) = pages::chunks::chunk_of(session.is_open(), &pages::place(&route.get_untracked())) {
            chunks.fetch(chunk).await;
        }
        let wanted = opening::done();
        let (context, here) = (session, Here(route.read_only()));
        mount_to_body(move || {
            provide_context(context);
            provide_context(here);
            provide_context(chunks);
            keep_heads(context, route);
            view! { <Frame /> }
        });
        shell.look_after_the_release();
        shell.do_what_was_wanted(wanted);
        spawn_local(shell.fetch_the_rest(chunks));
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

/// The browser's title and the head of every printed sheet follow what is shown.
fn keep_heads(session: Session, route: RwSignal<Route>) {
    let (title, reading, sample, exempt) = (session.title(), session.reading(), session.is_sample(), session.exempt_held());
    Effect::new(move |_| {
        let page = route.with(pages::name);
        let of = if session.is_open() { format!("{page} – {}", title.get()) } else { "Concordat".to_owned() };
        sheet::set_title(&of);
    });
    let printing = sheet::head_when_printed(move || {
        untrack(|| {
            let page = route.with(pages::name).to_owned();
            if !session.is_open() {
                return ["Concordat".to_owned(), page, String::new()];
            }
            let sample = if sample.get() { " · sample" } else { "" };
            let code = session.code.get().unwrap_or_default();
            let exempt = if exempt.get() > 0 { "EXEMPT · " } else { "" };
            let facts = format!("{exempt}As at {} · code {code}{sample}", words::date::long(reading.get()));
            [title.get(), page, facts]
        })
    });
    if let Some(printing) = printing {
        printing.for_good();
    }
}

impl Shell {
    /// What a closed page left in the tail, and the workspace that was open last.
    async fn load_first(self: &Rc<Self>) {
        let last = preferences::last_workspace().unwrap_or_default();
        match self.shelf.holds(&last).await {
            Ok(holds_last) => {
                self.keeper.take_up_the_tail();
                self.keeper.settle().await;
                if holds_last {
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

    /// The parts of the program that were not needed yet, so that every page opens at once, also without a network; and
    /// the list of workspaces. All of it waits until the first page has been drawn.
    async fn fetch_the_rest(self: Rc<Self>, chunks: Chunks) {
        clock::pause(AFTER_THE_FIRST_PAINT_MS).await;
        self.remember_title().await;
        chunks.fetch(Chunk::Overview).await;
        chunks.fetch(Chunk::Others).await;
        Self::fetch_bundles().await;
    }

    /// A button that was pressed, or a file that was dropped, before the program was there.
    fn do_what_was_wanted(self: &Rc<Self>, wanted: Option<Wanted>) {
        match wanted {
            Some(Wanted::Sample) => self.answer(Request::OpenSample),
            Some(Wanted::NewWorkspace) => self.session.starting.set(true),
            Some(Wanted::Import) => fragment::go_to(&Route::Files.to_string()),
            Some(Wanted::Files(files)) => self.take_dropped(files),
            None => {}
        }
    }

    /// A workspace of this browser, rather one's own than the sample.
    fn any_workspace(&self) -> Option<String> {
        let is_sample = |name: &str| name.starts_with("sample");
        self.session
            .shelved
            .with_untracked(|all| all.iter().map(|one| one.name.clone()).min_by_key(|name| (is_sample(name), name.clone())))
    }

    fn follow_the_address(self: &Rc<Self>, chunks: Chunks) {
        let shell = Rc::clone(self);
        let listening = fragment::on_change(move |fragment| {
            let before = shell.route.get_untracked();
            let route = Route::from_fragment(&fragment);
            let place = pages::place(&route);
            let is_another_page = pages::place(&before) != place;
            shell.route.set(route);
            shell.session.alarm.set(String::new());
            if is_another_page {
                let chunk = pages::chunks::chunk_of(shell.session.is_open(), &place);
                spawn_local(async move {
                    // A heading can have the focus only when its page is there.
                    if let Some(chunk) = chunk {
                        chunks.fetch(chunk).await;
                    }
                    focus::to_heading();
                });
            }
        });
        if let Some(listening) = listening {
            listening.for_good();
        }
    }

    fn hear_other_tabs(self: &Rc<Self>) {
        let shell = Rc::clone(self);
        let tabs = Tabs::join(move |news| {
            let shell = Rc::clone(&shell);
            spawn_local(async move { shell.hear(news).await });
        });
        self.tabs.replace(Some(tabs));
    }

    fn watch_the_page(self: &Rc<Self>) {
        let shell = Rc::clone(self);
        let back = visibility::on_return(move || {
            let shell = Rc::clone(&shell);
            spawn_local(async move { shell.come_back().await });
        });
        let keeper = self.keeper.clone();
        let leaving = leaving::ask_if(move || !keeper.has_kept_all());
        let shell = Rc::clone(self);
        let drop = files::on_drop(move |chosen| shell.take_dropped(chosen));
        for listening in [back, leaving].into_iter().flatten().chain(drop) {
            listening.for_good();
        }
    }

    /// Shows what was dropped on the page, on the page of files.
    fn take_dropped(self: &Rc<Self>, chosen: Vec<web_sys::File>) {
        fragment::go_to(&Route::Files.to_string());
        self.read_first(chosen);
    }

    fn look_after_the_release(self: &Rc<Self>) {
        let session = self.session;
        let install = Install::start(move |news| {
            session.offline.set(match news {
                ReleaseNews::NewVersionWaits => Offline::NewVersion,
                ReleaseNews::Offline(install::Offline::Ready) if session.offline.get_untracked() != Offline::NewVersion => {
                    Offline::Ready
                }
                ReleaseNews::Offline(_) => return,
            });
        });
        self.install.replace(Some(install));
    }
}
