//! What was read, held against what the file says of itself.

use crate::bundle::envelope::{Check, FORMAT};
use crate::bundle::finding::{Finding, Unreadable};
use crate::bundle::read::{Incoming, Reader};
use crate::bundle::{aside, kind, migrate, now, write};
use crate::log::{Change, Log, canonical};

impl Reader<'_> {
    /// What came of it. What was not read yet is left out, so this is for a reader that is done.
    pub fn finish(mut self) -> Result<Incoming, Unreadable> {
        if let Some(refused) = self.refused {
            return Err(refused);
        }
        if self.incoming.log.changes().is_empty() {
            self.not_empty_handed()?;
        }
        self.incoming.made = self.header("made");
        let stated = self.header("workspace").unwrap_or_default();
        self.incoming.workspace = write::settings(&self.incoming.log).unwrap_or(stated);
        self.hold_against_check();
        self.hold_against_now();
        self.read_drawer();
        if self.is_now_alone() {
            self.note(Finding::NowAlone);
        }
        let now = self.parts.get("now").and_then(|range| self.text.get(range.clone()));
        self.incoming.take_stated(now.unwrap_or_default());
        let missing = self.incoming.log.missing().len();
        if missing > 0 {
            self.incoming.notes.push(Finding::Missing { changes: missing });
        }
        if self.newer > 0 {
            self.incoming.notes.push(Finding::Newer { changes: self.newer });
        }
        Ok(self.incoming)
    }

    /// The changes of the maker's own drawer, each checked against its id; what does not hold is set aside.
    fn read_drawer(&mut self) {
        let line = self.parts.get(write::DRAWER).map(|range| range.start).map_or(1, |start| self.line(start));
        let items: Vec<serde_json::Value> = self.header(write::DRAWER).unwrap_or_default();
        for item in items {
            let item = canonical(&item);
            match Change::read(&item) {
                Ok(change) => drop(self.incoming.drawer.add(migrate::lifted(change))),
                Err(error) => self.incoming.aside.push(aside::problem(line, &item, &error)),
            }
        }
    }

    /// Without a single change a text has to say at least that it is a bundle.
    fn not_empty_handed(&mut self) -> Result<(), Unreadable> {
        let is_bundle = self.header::<String>("format").is_some_and(|format| format == FORMAT);
        if !is_bundle && self.incoming.aside.is_empty() {
            return Err(kind::other_json(&self.incoming.notes));
        }
        if self.found == 0 && self.incoming.notes.contains(&Finding::CutOff) {
            return Err(kind::cut_off());
        }
        Ok(())
    }

    fn hold_against_check(&mut self) {
        let Some(check) = self.header::<Check>("check") else {
            return self.note(Finding::Unchecked);
        };
        let held = self.incoming.log.changes().len() + self.incoming.aside.len();
        if check.count != held {
            self.note(Finding::Count { stated: check.count, found: held });
        } else if self.incoming.aside.is_empty() && check.heads != self.incoming.log.heads() {
            self.note(Finding::Heads);
        }
    }

    fn hold_against_now(&mut self) {
        let (Some(range), Some(check)) = (self.parts.get("now").cloned(), self.header::<Check>("check")) else {
            return;
        };
        if self.now_as_written.as_ref() == Some(&check.now) {
            return;
        }
        let line = self.line(range.start);
        let text = self.text.get(range).unwrap_or_default();
        match now::digest(text) {
            Ok(digest) if digest == check.now => {}
            Ok(_) => self.note(Finding::EditedByHand { line }),
            Err(error) => self.note(Finding::Damaged { line, path: "now".to_owned(), reason: error.to_string() }),
        }
    }

    /// Whether there are records but no changes, not even damaged ones.
    fn is_now_alone(&self) -> bool {
        let now = self.parts.get("now").and_then(|range| self.text.get(range.clone()));
        let nothing = || now::digest_as_written(&now::text(&Log::default()));
        self.found == 0 && now.is_some_and(|now| now::digest(now).is_ok_and(|digest| digest != nothing()))
    }
}
