//! Reading any text: what can be brought in, what was set aside and why, or why it is no bundle at all.

mod around;
mod held;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::bundle::by_hand::Stated;
use crate::bundle::envelope::{Made, Whose};
use crate::bundle::finding::{Finding, Problem, Unreadable};
use crate::bundle::read::around::Part;
use crate::bundle::scan::{self, Broken};
use crate::bundle::{aside, kind, migrate};
use crate::log::{Added, Change, Log, SCHEMA, canonical_end};
use crate::remark;
use crate::shed::{Shed, shed_all};

/// What a file holds that could be made sense of. Nothing of it is in the workspace yet.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Which workspace it is about, as its changes say, else as the file does.
    pub workspace: Whose,
    /// Who made it, when and with what; none where the file does not say so legibly.
    pub made: Option<Made>,
    /// Its changes, each checked against its id.
    pub log: Log,
    /// Its maker's own drawer, in a file for another device of theirs.
    pub drawer: Log,
    /// Changes that were set aside.
    pub aside: Vec<Problem>,
    /// What should be known about the file as a whole.
    pub notes: Vec<Finding>,
    /// The short code of a selection, made to be read: that of the records in it.
    pub own_code: Option<String>,
    /// The records that it states, where they are not simply what its changes add up to.
    pub stated: Option<Stated>,
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub read: usize,
    /// Bytes in all.
    pub of: usize,
    /// Changes read.
    pub changes: usize,
    /// Whether there is nothing left to read.
    pub is_done: bool,
}

/// Reads a text step by step, so that a page can show how far it is, and stop.
#[derive(Debug)]
pub struct Reader<'t> {
    text: Cow<'t, str>,
    at: usize,
    /// A place and its line, from which later lines are counted.
    counted: (usize, usize),
    stage: Stage,
    parts: BTreeMap<String, Range<usize>>,
    /// The part through which the reader is on its way.
    within: Option<Part>,
    /// The digest of `now` as it is written, once it was read.
    now_as_written: Option<String>,
    found: usize,
    /// How many of the changes were written by a newer version.
    newer: usize,
    is_rescued: bool,
    incoming: Incoming,
    refused: Option<Unreadable>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Start,
    Parts,
    Changes,
    Done,
}

/// Reads a whole text at once.
pub fn read(text: &str) -> Result<Incoming, Unreadable> {
    let mut reader = Reader::new(text);
    while !reader.step(usize::MAX).is_done {}
    reader.finish()
}

impl<'t> Reader<'t> {
    /// A reader at the beginning of a text.
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        Self {
            text: text.into(),
            at: 0,
            counted: (0, 1),
            stage: Stage::Start,
            parts: BTreeMap::new(),
            within: None,
            now_as_written: None,
            found: 0,
            newer: 0,
            is_rescued: false,
            incoming: Incoming::default(),
            refused: None,
        }
    }

    /// Reads on, by at most so many changes, or as many stretches of what stands around them.
    pub fn step(&mut self, most: usize) -> Progress {
        let mut until = self.found.saturating_add(most.max(1));
        while self.stage != Stage::Done && self.found < until {
            match self.stage {
                Stage::Start => self.start(),
                Stage::Parts => match self.within.take() {
                    None => self.part(),
                    Some(part) => {
                        self.go_through(part);
                        until -= usize::from(self.within.is_some());
                    }
                },
                Stage::Changes => self.change(),
                Stage::Done => {}
            }
        }
        let read = self.within.as_ref().map_or(self.at, |part| part.walk.at);
        Progress { read, of: self.text.len(), changes: self.found, is_done: self.stage == Stage::Done }
    }

    fn start(&mut self) {
        let begin = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        self.at = scan::skip_blanks(&self.text, begin);
        let first = scan::byte(&self.text, scan::skip_blanks(&self.text, self.at + 1));
        if scan::byte(&self.text, self.at) == Some(b'{') && matches!(first, None | Some(b'"' | b'}')) {
            self.at += 1;
            self.stage = Stage::Parts;
        } else {
            self.refuse(kind::not_a_bundle(&self.text));
        }
    }

    /// One change, or the end of the list.
    fn change(&mut self) {
        self.at = scan::skip_blanks(&self.text, self.at);
        match scan::byte(&self.text, self.at) {
            Some(b',') => self.at += 1,
            Some(b']') => {
                self.at += 1;
                self.stage = Stage::Parts;
            }
            None => self.cut_off(),
            Some(_) => self.item(),
        }
    }

    fn item(&mut self) {
        self.found += 1;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let canonical = canonical_end(rest).map(|end| self.at + end);
        let end = match canonical {
            Some(end) => Ok(end),
            None => scan::item_end(&self.text, self.at),
        };
        let until = end.unwrap_or_else(|_| scan::next_item(&self.text, self.at));
        let item = self.text.get(self.at..until).unwrap_or_default();
        let read = if canonical.is_some() { Change::read_kept(item) } else { Change::read(item) };
        match read {
            Ok(change) => {
                let is_newer = change.schema > SCHEMA;
                if self.incoming.log.add(migrate::lifted(change)) == Added::New && is_newer {
                    self.newer += 1;
                }
                self.at = until;
            }
            Err(error) => {
                let until = if self.is_followed_by_item(until) { until } else { scan::next_item(&self.text, self.at) };
                if end == Err(Broken::CutOff) && until == self.text.len() {
                    self.note(Finding::CutOff);
                }
                let line = self.line(self.at);
                let item = self.text.get(self.at..until).unwrap_or_default();
                self.incoming.aside.push(aside::problem(line, item.trim_end().trim_end_matches(','), &error));
                self.at = until;
            }
        }
    }

    /// Whether the list goes on properly or ends here; otherwise what looked like an item is a part of a damaged one.
    fn is_followed_by_item(&self, place: usize) -> bool {
        let next = scan::skip_blanks(&self.text, place);
        match scan::byte(&self.text, next) {
            Some(b',') => scan::byte(&self.text, scan::skip_blanks(&self.text, next + 1)) == Some(b'{'),
            other => matches!(other, Some(b']' | b'{')),
        }
    }

    fn cut_off(&mut self) {
        self.at = self.text.len();
        self.note(Finding::CutOff);
        self.stage = Stage::Done;
    }

    fn refuse(&mut self, why: Unreadable) {
        self.refused = Some(why);
        self.stage = Stage::Done;
    }

    fn note(&mut self, finding: Finding) {
        if !self.incoming.notes.contains(&finding) {
            self.incoming.notes.push(finding);
        }
    }

    /// A part around the changes, typed. One that cannot be read is noted, with where and why.
    fn header<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let range = self.parts.get(name)?.clone();
        let text = self.text.get(range.clone())?;
        if let Ok(read) = serde_json::from_str(text) {
            return Some(read);
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let error = serde_path_to_error::deserialize::<_, T>(&mut json).err()?;
        let within = error.path().to_string();
        let path = if within == "." { name.to_owned() } else { format!("{name}.{within}") };
        let line = self.line(range.start);
        self.note(Finding::Damaged { line, path, reason: remark::in_words(&error.into_inner().to_string()) });
        None
    }

    /// The line on which a place stands, counted on from the last one asked for.
    fn line(&mut self, place: usize) -> usize {
        let (from, line) = if self.counted.0 <= place { self.counted } else { (0, 1) };
        let between = self.text.as_bytes().get(from..place).unwrap_or_default();
        self.counted = (place, line + between.iter().filter(|byte| **byte == b'\n').count());
        self.counted.1
    }

    fn name_at(&self, place: usize) -> String {
        let key = scan::key(&self.text, place).ok().and_then(|(key, _)| self.text.get(key));
        key.unwrap_or_default().to_owned()
    }
}

impl Shed for Incoming {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.log, &mut self.drawer, &mut self.aside], most)
    }
}

impl Shed for Reader<'_> {
    fn shed(&mut self, most: usize) -> usize {
        self.incoming.shed(most)
    }
}
