//! A file read in turns: fetched piece by piece, then checked change by change, with a bar that moves meanwhile.

use leptos::prelude::*;
use web_sys::File;

use crate::bundle::{Incoming, Reader, Unreadable};
use crate::session::{Import, Session};
use crate::shell::Shell;
use crate::shell::bringing::AT_ONCE;
use crate::shell::locks::Keys;
use crate::web::files;
use crate::web::timing::Stretch;
use crate::web::turn::{Turns, let_go};
use crate::workshop::Progress;

/// Fetching a file takes about so many hundredths of the time until it is read and checked.
const FETCHING: usize = 10;

/// How far something has come. It is shown anew only where a person would see a difference.
pub(super) struct Bar {
    session: Session,
    says: String,
    shown: Option<usize>,
}

impl Bar {
    pub(super) fn of(session: Session, says: String) -> Self {
        Self { session, says, shown: None }
    }

    pub(super) fn show(&mut self, done: usize, of: usize) {
        self.show_percent(percent(done, of));
    }

    fn show_percent(&mut self, percent: usize) {
        if self.shown.replace(percent) != Some(percent) {
            self.session.import.set(Import::Reading { says: self.says.clone(), done: percent, of: 100 });
        }
    }
}

fn percent(done: usize, of: usize) -> usize {
    done.saturating_mul(100) / of.max(1)
}

impl Shell {
    /// What a file holds, or why it cannot be read; none where the person has given it up.
    pub(super) async fn read_one(
        &self,
        turn: u32,
        file: &File,
        says: String,
        keys: &mut Keys,
    ) -> Option<Result<Incoming, String>> {
        let mut bar = Bar::of(self.session, says);
        bar.show_percent(0);
        let session = self.session;
        let told = move |progress: Progress| {
            let Progress { says, done, of } = progress;
            session.import.set(Import::Reading { says, done: percent(done, of) * FETCHING / 100, of: 100 });
        };
        let opened = self.opened(file, keys, told).await;
        if self.reading.get() != turn {
            return None;
        }
        let content = match opened {
            Ok(content) => content,
            Err(says) => return Some(Err(says)),
        };
        let fetching = |done, of| bar.show_percent(percent(done, of) * FETCHING / 100);
        let fetched = files::text_in(&file.name(), &content, fetching).await;
        if self.reading.get() != turn {
            return None;
        }
        let text = match fetched {
            Ok(text) => text,
            Err(error) => return Some(Err(error.to_string())),
        };
        let read = read_in_turns(text, |read, of| {
            bar.show_percent(FETCHING + percent(read, of) * (100 - FETCHING) / 100);
            self.reading.get() == turn
        });
        Some(read.await?.map_err(|error| {
            let place = error.line.map(|line| format!("Line {line}: ")).unwrap_or_default();
            format!("{place}{error}")
        }))
    }
}

/// What a text holds. `goes_on` hears after each turn how many bytes of how many are read, and may end it.
pub(super) async fn read_in_turns(
    text: String,
    mut goes_on: impl FnMut(usize, usize) -> bool,
) -> Option<Result<Incoming, Unreadable>> {
    let checking = Stretch::begin(Stretch::READ);
    let mut reader = Reader::new(text);
    let mut turns = Turns::begin();
    loop {
        let progress = reader.step(AT_ONCE);
        if progress.is_done {
            break;
        }
        if turns.is_over() {
            turns.give_way().await;
            if !goes_on(progress.read, progress.of) {
                let_go(Box::new(reader));
                return None;
            }
        }
    }
    turns.give_way_if_over().await;
    let finished = reader.finish();
    drop(checking);
    Some(finished)
}
