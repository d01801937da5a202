//! The page once the work has been read: put in place, and kept going.

use std::rc::Rc;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::route::{self, Route};
use crate::session::{LookingBack, Offline, Request, Sample, Session};
use crate::shell::deeds::Deed;
use crate::shell::{Shell, parts};
use crate::views::frame::Frame;
use crate::views::here::{Here, place_of};
use crate::views::pages;
use crate::views::pages::chunks::{Chunk, Chunks, chunk_of};
use crate::web::install::{self, Install, ReleaseNews};
use crate::web::opening::{self, Wanted};
use crate::web::tabs::Tabs;
use crate::web::turn::{Turns, let_go};
use crate::web::{clock, files, focus, fragment, leaving, sheet, visibility};
use crate::words;

/// Long enough for the first page to be on the screen of a slow tablet, short enough to be done before its first tap.
const AFTER_THE_FIRST_PAINT_MS: u32 = 1_000;

/// Puts the page in place and answers what it asks for, for as long as it is open.
pub(super) fn run(shell: Rc<Shell>, chunks: Chunks) {
    let (session, route) = (shell.session, shell.route);
    shell.answer_from_now_on(Shell::answer);
    shell.follow_the_address(chunks);
    shell.hear_other_tabs();
    shell.watch_the_page();
    shell.watch_the_connection();
    let wanted = opening::done();
    mount_to_body(move || {
        provide_context(session);
        provide_context(Here(route.read_only()));
        provide_context(chunks);
        keep_heads(session, route);
        view! { <Frame /> }
    });
    let here = Rc::clone(&shell);
    spawn_local(async move {
        here.stand_where(&fragment::read()).await;
    });
    shell.do_what_was_wanted(wanted);
    spawn_local(shell.fetch_the_rest(chunks));
}

/// The browser's title and the head of every printed sheet follow what is shown.
fn keep_heads(session: Session, route: RwSignal<Route>) {
    let (title, reading, sample, exempt) = (session.title(), session.reading(), session.is_sample(), session.exempt_held());
    let shown = session.select(pages::NAMED, move |workspace, _| route.with(|route| pages::called(workspace, route)));
    Effect::new(move |_| {
        let page = shown.get();
        let of = if session.is_open() { format!("{page} – {}", title.get()) } else { "Concordat".to_owned() };
        sheet::set_title(&of);
    });
    let printing = sheet::head_when_printed(move || {
        untrack(|| {
            let page = shown.get();
            if !session.is_open() {
                return ["Concordat".to_owned(), page, String::new()];
            }
            let sample = if sample.get() { " · sample" } else { "" };
            let code = session.shown_code();
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
    /// What waits until the first page has been drawn: the worker that holds the release, the parts of the program that
    /// were not needed yet, so that every page opens at once, also without a network, and the list of workspaces.
    async fn fetch_the_rest(self: Rc<Self>, chunks: Chunks) {
        clock::pause(AFTER_THE_FIRST_PAINT_MS).await;
        self.look_after_the_release();
        self.catch_up().await;
        self.remember_title().await;
        self.set_aside_what_was_left_illegible().await;
        self.look_for_gaps();
        chunks.fetch(Chunk::Overview).await;
        chunks.fetch(Chunk::Others).await;
        if let Some(others) = parts::fetch(Chunk::Others).await {
            (others.later)(self.session);
        }
        Self::fetch_bundles().await;
        self.with_bundles_if_held(Deed::LookAtImports);
        self.with_bundles_if_held(Deed::LookAfterTheSecondCopy);
    }

    /// Another tab may have kept something between the reading ahead of the program and the moment from which this page
    /// hears of it.
    async fn catch_up(self: &Rc<Self>) {
        let (Some(read), Some(name)) = (self.read_ahead.take(), self.open_name()) else { return };
        if self.shelf.count(&name).await.is_ok_and(|records| records != read) {
            self.come_back().await;
        }
    }

    /// A button that was pressed, or a file that was dropped, before the program was there.
    fn do_what_was_wanted(self: &Rc<Self>, wanted: Option<Wanted>) {
        match wanted {
            Some(Wanted::Sample) => self.answer(Request::OpenSample(Sample::Worcestershire)),
            Some(Wanted::NewWorkspace) => self.session.starting.set(true),
            Some(Wanted::Import) => fragment::go_to(&Route::Files.to_string()),
            Some(Wanted::Files(files)) => self.take_dropped(files),
            None => {}
        }
    }

    fn follow_the_address(self: &Rc<Self>, chunks: Chunks) {
        let shell = Rc::clone(self);
        let listening = fragment::on_change(move |fragment| spawn_local(Rc::clone(&shell).go_where(fragment, chunks)));
        if let Some(listening) = listening {
            listening.for_good();
        }
        // Whoever went elsewhere while the program was being fetched was not heard.
        let fragment = fragment::read();
        if Route::from_fragment(&fragment) != self.route.get_untracked() {
            spawn_local(Rc::clone(self).go_where(fragment, chunks));
        }
    }

    async fn go_where(self: Rc<Self>, fragment: String, chunks: Chunks) {
        let Some(is_another_time) = self.stand_where(&fragment).await else { return };
        let before = self.route.get_untracked();
        let route = Route::from_fragment(&fragment);
        let place = pages::place(&route);
        let is_another_page = is_another_time || pages::place(&before) != place;
        let shown = route.shown().filter(|shown| before.shown() != Some(shown)).map(place_of);
        self.route.set(route);
        if !is_another_time {
            self.session.alarm.set(String::new());
        }
        if is_another_page || shown.is_some() {
            let chunk = chunk_of(self.session.is_open(), &place);
            // A heading can have the focus only when its page is there.
            chunks.fetch(chunk).await;
            match shown {
                Some(record) => focus::to_id_or_heading(&record),
                None => focus::to_heading(),
            }
        }
    }

    /// Shows the state that an address asks for; answers whether that is another one than before, and nothing where the
    /// person went elsewhere meanwhile. Where there is no such state, what stands now is shown, and why.
    async fn stand_where(&self, fragment: &str) -> Option<bool> {
        let turn = self.standing.get() + 1;
        self.standing.set(turn);
        let shown = self.session.past.with_untracked(|past| past.as_ref().map(|past| past.at.clone()));
        let asked = route::as_at(fragment).filter(|_| self.session.peek(|open| open.is_some()));
        if shown == asked {
            return Some(false);
        }
        let Some(at) = asked else {
            self.stand_now();
            return Some(true);
        };
        match self.session.look_back(at.clone()) {
            Ok(looking) => {
                let stood = self.look_back_in_turns(turn, looking).await?;
                route::print_for(Some(at));
                self.session.stand_at(Some(stood));
            }
            Err(says) => {
                self.stand_now();
                fragment::replace(&Route::from_fragment(fragment).to_string());
                self.session.raise(says);
            }
        }
        Some(true)
    }

    fn stand_now(&self) {
        route::print_for(None);
        self.session.stand_at(None);
    }

    /// Works out an earlier state, with a bar where it takes long; nothing where it is not wanted any more.
    async fn look_back_in_turns(&self, turn: u32, mut looking: LookingBack) -> Option<LookingBack> {
        const AT_ONCE: usize = 32;
        let mut turns = Turns::begin();
        loop {
            let came = self.session.peek(|open| {
                let open = open.filter(|open| looking.is_of(open))?;
                Some((looking.step(open, AT_ONCE), looking.percent(open)))
            });
            match came.filter(|_| self.standing.get() == turn) {
                Some((true, _)) => break,
                Some((false, percent)) => {
                    if turns.is_over() {
                        self.session.looking.set(Some(percent));
                        turns.give_way().await;
                    }
                }
                None => {
                    self.session.looking.set(None);
                    let_go(Box::new(looking));
                    return None;
                }
            }
        }
        self.session.looking.set(None);
        Some(looking)
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
        self.read_files(chosen);
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
