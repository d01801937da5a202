//! What the browser does for each request.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use leptos::prelude::*;

use crate::log::Code;
use crate::route::{self, Route};
use crate::session::{Caption, Picture, Request, StorageFacts};
use crate::shell::Shell;
use crate::shell::deeds::Deed;
use crate::web::theme::Theme;
use crate::web::turn::{Turns, let_go};
use crate::web::{clock, files, focus, fragment, picture, preferences, print, storage_facts};

/// Tables and charts are saved where nobody is asked who they are for.
const EXEMPT_STAYS: &str = "This workspace holds exempt items, so nothing was saved from here. On the Files page, under \"Save as a spreadsheet\", say whether they go in and for whom; or print this page, which says EXEMPT.";

/// The preference by which this device asks that work be handed on.
pub(super) const REMINDER: &str = "reminder";

impl Shell {
    /// Answers a request, at once or as soon as the browser can.
    pub(super) fn answer(self: &Rc<Self>, request: Request) {
        match request {
            Request::Keep { workspace, shelf, changes } => self.keep(&workspace, shelf, changes),
            Request::WorkOutCode => self.work_out_code(),
            Request::LetGo => self.session.take_spent().into_iter().for_each(let_go),
            Request::TellPainted => self.later(async |shell| {
                // What waits for this takes its time: it must not hold up the very frame that it waits for.
                const A_FEW_FRAMES_MS: u32 = 50;
                clock::painted().await;
                clock::pause(A_FEW_FRAMES_MS).await;
                shell.session.painted.update(|paints| *paints += 1);
            }),
            Request::RememberUndo => self.remember_acts(),
            Request::RememberDrafts => {
                if let Some(name) = self.open_name().filter(|_| !self.is_beside()) {
                    preferences::write(&format!("drafts.{name}"), &self.session.drafts());
                }
            }
            Request::RememberReminder => preferences::write(REMINDER, &self.session.reminder.get_untracked()),
            Request::RememberAuthor => {
                if let Some(author) = self.session.author.get_untracked() {
                    preferences::set_author(&author);
                }
            }
            Request::OpenWorkspace(name) => self.later(async |shell| shell.open_workspace(name).await),
            Request::NewWorkspace(title) => self.with_bundles(Deed::NewWorkspace(title)),
            Request::StartAfresh { left_out, decided } => self.with_bundles(Deed::StartAfresh(left_out, decided)),
            Request::OpenSample(which) => self.with_bundles(Deed::OpenSample(which)),
            Request::RestartSampleAnyway(which) => self.with_bundles(Deed::RestartSampleAnyway(which)),
            Request::RestartSample(which) => self.with_bundles(Deed::RestartSample(which)),
            Request::RemoveWorkspace(name) => self.later(async |shell| shell.remove_workspace(name).await),
            Request::ExportBundle(None) => self.with_bundles(Deed::ExportOpen),
            Request::ExportBundle(Some(name)) => self.with_bundles(Deed::ExportOther(name)),
            Request::HandOn(hand_on) => self.with_bundles(Deed::HandOn(hand_on)),
            Request::PickBundle => self.pick_bundle(),
            Request::ReadChosen(field) => self.read_files(files::chosen_in_field(&field)),
            Request::SaveSpreadsheet(out) => self.with_bundles(Deed::SaveSpreadsheet(out)),
            Request::ReadSpreadsheet(field) => {
                if let Some(file) = files::chosen_in_field(&field).into_iter().next() {
                    self.with_bundles(Deed::ReadSpreadsheet(file));
                }
            }
            Request::PlanSpreadsheet(mapping) => self.with_bundles(Deed::PlanSpreadsheet(mapping)),
            Request::BringInSpreadsheet => self.with_bundles(Deed::BringInSpreadsheet),
            Request::BringIn(edits) => self.with_bundles(Deed::BringIn(edits)),
            Request::CloseBeside => self.later(async |shell| shell.close_beside().await),
            Request::LookAtImports => self.with_bundles_if_held(Deed::LookAtImports),
            Request::TakeBack(name) => self.with_bundles(Deed::TakeBack(name)),
            Request::SaveBefore { import, recipient } => self.with_bundles(Deed::SaveBefore(import, recipient)),
            Request::LookAtSharing => self.with_bundles_if_held(Deed::LookAtSharing),
            Request::Unlock(typed) => self.asked.answer(typed),
            Request::StopReading => self.stop_reading(),
            Request::SaveText { .. } | Request::SavePicture { .. } if self.shows_exempt() => {
                self.session.raise(EXEMPT_STAYS);
            }
            Request::SaveText { name, kind, text } => {
                if let Err(error) = files::download_text(&name, kind, &text) {
                    self.session.raise(error.to_string());
                }
            }
            Request::SavePicture { element, name, form, caption } => {
                self.with_bundles(Deed::SavePicture { element, name, form, caption });
            }
            Request::Print => print::print(),
            Request::Go(route) => fragment::go_to(&route.to_string()),
            Request::PickToCompare => self.pick_to_compare(),
            Request::StandAt(at) => fragment::go_to(&route::address(Some(&at), &Route::Overview)),
            Request::Swap(route) => {
                fragment::replace(&route.to_string());
                self.route.set(route);
            }
            Request::Focus(id) => focus::to_id(&id),
            Request::FocusAtOnce(id) => focus::at_once(&id),
            Request::Theme(dark) => self.choose_theme(dark),
            Request::AskToPersist => self.later(async |shell| {
                storage_facts::ask_for_promise().await;
                shell.look_at_storage().await;
            }),
            Request::LookAtStorage => self.later(async |shell| {
                shell.remember_title().await;
                shell.look_at_storage().await;
            }),
            Request::NewVersion => self.later(async |shell| {
                shell.keeper.settle().await;
                if let Some(install) = shell.install.borrow().as_ref() {
                    install.take_new_version();
                }
            }),
            Request::TryKeepingAgain => self.keeper.try_again(),
        }
    }

    /// Whether what is shown holds exempt items.
    fn shows_exempt(&self) -> bool {
        self.session.look(|open| open.is_some_and(|open| !open.workspace.exempt.is_empty()))
    }

    pub(super) fn later(self: &Rc<Self>, work: impl AsyncFnOnce(Rc<Self>) + 'static) {
        let shell = Rc::clone(self);
        spawn_local(work(shell));
    }

    fn pick_bundle(self: &Rc<Self>) {
        let shell = Rc::clone(self);
        files::pick(move |chosen| {
            fragment::go_to(&Route::Files.to_string());
            shell.read_files(chosen);
        });
    }

    pub(super) fn read_files(self: &Rc<Self>, chosen: Vec<web_sys::File>) {
        if !chosen.is_empty() {
            self.with_bundles(Deed::Read(chosen));
        }
    }

    /// The code looks at every change, so it is worked out once the page has been painted and the person pauses.
    fn work_out_code(self: &Rc<Self>) {
        const AFTER_THE_PAINT_MS: u32 = 150;
        if !self.code_is_due.replace(true) {
            self.later(async |shell| {
                clock::pause(AFTER_THE_PAINT_MS).await;
                shell.code_is_due.set(false);
                shell.work_out_code_in_turns().await;
            });
        }
    }

    /// Where the work goes on meanwhile the code is due again, and this one is of no more use.
    async fn work_out_code_in_turns(&self) {
        let code = self.code_in_turns(|| !self.code_is_due.get()).await;
        if !self.code_is_due.get() {
            self.session.code.set(code);
        }
    }

    /// The code of what is open; nothing where nothing is, or it is not wanted any more.
    pub(super) async fn code_in_turns(&self, is_wanted: impl Fn() -> bool) -> Option<String> {
        const AT_ONCE: usize = 256;
        if let Some(own) = self.session.peek(|open| open?.own_code()) {
            return Some(own);
        }
        let (mut code, mut last) = (Code::default(), None);
        let mut turns = Turns::begin();
        loop {
            let is_done = self.session.peek(|open| open.map(|open| code.take_some(&open.shared, &mut last, AT_ONCE)))?;
            if is_done {
                return Some(code.short());
            }
            turns.give_way_if_over().await;
            if !is_wanted() {
                return None;
            }
        }
    }

    pub(super) async fn save_picture(&self, element: String, name: String, form: Picture, caption: Caption) {
        let saved = match form {
            Picture::Svg => match picture::svg(&element, &caption) {
                Ok(text) => {
                    files::download_text(&format!("{name}.svg"), "image/svg+xml", &text).map_err(|error| error.to_string())
                }
                Err(error) => Err(error.to_string()),
            },
            Picture::Png => match picture::png(&element, &caption).await {
                Ok(blob) => files::download(&format!("{name}.png"), &blob).map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            },
        };
        match saved {
            Ok(()) => self.session.say("The chart was saved."),
            Err(says) => self.session.raise(says),
        }
    }

    fn choose_theme(&self, dark: Option<bool>) {
        let theme = match dark {
            None => Theme::Device,
            Some(false) => Theme::Light,
            Some(true) => Theme::Dark,
        };
        preferences::set_theme(theme);
        theme.show();
        self.session.theme.set(dark);
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "browsers give bytes as whole floats from nought up"
    )]
    async fn look_at_storage(&self) {
        let facts = storage_facts::read().await;
        let bytes = |number: f64| number as u64;
        self.session.storage.set(Some(StorageFacts {
            used: facts.used.map(bytes),
            quota: facts.allowed.map(bytes),
            promised: facts.is_promised,
            has_second_copy: self.shelf.copies(),
            is_installed: storage_facts::is_installed(),
        }));
    }
}
