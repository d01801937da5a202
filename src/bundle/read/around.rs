//! What stands around the changes: found part by part, each walked through in stretches and read when the rest is.

use crate::bundle::envelope::VERSION;
use crate::bundle::finding::{Finding, Unreadable};
use crate::bundle::now;
use crate::bundle::read::{Reader, Stage};
use crate::bundle::scan::{self, Broken, Walk};

/// So many bytes of what stands around the changes are about as much work as a change.
const STRETCH: usize = 4 * 1024;

/// A part around the changes, from its value's first byte to where the reader has come.
#[derive(Debug)]
pub(super) struct Part {
    name: String,
    from: usize,
    pub(super) walk: Walk,
    written: Option<now::Written>,
}

impl Reader<'_> {
    /// One member of the outermost object, or its end.
    pub(super) fn part(&mut self) {
        self.at = scan::skip_blanks(&self.text, self.at);
        match scan::byte(&self.text, self.at) {
            Some(b',') => self.at += 1,
            Some(b'}') => self.end(),
            _ => match self.member() {
                Ok(()) => {}
                Err(broken) => self.rescue(broken),
            },
        }
    }

    fn member(&mut self) -> Result<(), Broken> {
        let (key, value) = scan::key(&self.text, self.at)?;
        let name = self.text.get(key).unwrap_or_default().to_owned();
        if name == "changes" && scan::byte(&self.text, value) == Some(b'[') {
            self.at = value + 1;
            self.stage = Stage::Changes;
            return Ok(());
        }
        let is_now = name == "now" && !self.parts.contains_key(&name);
        let written = is_now.then(now::Written::default);
        self.within = Some(Part { name, from: value, walk: Walk::from(value), written });
        Ok(())
    }

    /// One stretch of a part, or what is left of it.
    pub(super) fn go_through(&mut self, mut part: Part) {
        let from = part.walk.at;
        let walked = part.walk.on(&self.text, STRETCH, |_| false);
        let to = part.walk.at;
        if let Some(written) = &mut part.written {
            written.take(self.text.as_bytes().get(from..to).unwrap_or_default());
        }
        match walked {
            Err(broken) => self.rescue(broken),
            Ok(false) => self.within = Some(part),
            Ok(true) => {
                self.at = to;
                if let Some(written) = part.written {
                    self.now_as_written = Some(written.digest());
                }
                let is_version = part.name == "version";
                self.parts.entry(part.name).or_insert(part.from..to);
                if is_version && self.header::<u32>("version").is_some_and(|version| version > VERSION) {
                    let version = self.header::<u32>("version").unwrap_or_default();
                    let line = self.line(part.from);
                    self.refuse(newer(version, line));
                }
            }
        }
    }

    /// Where a part around the changes is damaged, the changes can still be found by the way in which they are written.
    fn rescue(&mut self, broken: Broken) {
        const CHANGES: &str = "\n\"changes\":[";
        let place = match broken {
            Broken::At(place) => place,
            Broken::CutOff => self.text.len(),
        };
        let line = self.line(self.at);
        match self.text.find(CHANGES).filter(|_| self.found == 0 && !self.is_rescued) {
            Some(found) => {
                let path = self.name_at(self.at);
                self.note(Finding::Damaged { line, path, reason: "it is not JSON".to_owned() });
                self.is_rescued = true;
                self.at = found + CHANGES.len();
                self.stage = Stage::Changes;
            }
            None if broken == Broken::CutOff => self.cut_off(),
            None => {
                let line = self.line(place);
                let path = self.name_at(self.at);
                self.note(Finding::Damaged { line, path, reason: "it is not JSON".to_owned() });
                self.stage = Stage::Done;
            }
        }
    }

    fn end(&mut self) {
        let behind = scan::skip_blanks(&self.text, self.at + 1);
        if behind < self.text.len() {
            let line = self.line(behind);
            self.note(Finding::TextAfter { line });
        }
        self.at = self.text.len();
        self.stage = Stage::Done;
    }
}

fn newer(version: u32, line: usize) -> Unreadable {
    Unreadable {
        line: Some(line),
        path: "version".to_owned(),
        reason: format!("This file was made by a newer Concordat (format {version}; this page reads up to {VERSION})."),
        remedy: "Open the page online once to bring it up to date.".to_owned(),
    }
}
