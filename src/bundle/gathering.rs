//! Several files at once: what each holds, what each brings that none before it does, and which cannot be brought in.

use std::collections::BTreeSet;

use crate::bundle::by_hand::Stated;
use crate::bundle::finding::Finding;
use crate::bundle::read::Incoming;
use crate::bundle::relation::{self, Relation};
use crate::bundle::telling;
use crate::log::{ChangeId, Log};
use crate::words;

/// One file of those that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The file's name.
    pub file: String,
    /// Who made it, and when.
    pub made: Option<String>,
    /// The short code of what it holds; none where nothing could be read.
    pub code: Option<String>,
    /// How it is related to what is here, or why it cannot be brought in.
    pub says: String,
    /// How many changes it would bring; none where it cannot be brought in.
    pub brings: Option<usize>,
}

/// Files of one workspace on their way in together.
#[derive(Debug, Default)]
pub struct Gathering {
    /// The workspace's name, without the kind.
    pub workspace: String,
    /// Whether it is the only file that was given: then it may also be read beside, or have edits made by hand.
    is_alone: bool,
    /// Every file with what becomes of it, in the order in which they were given.
    pub rows: Vec<Row>,
    /// Their changes.
    pub coming: Log,
    /// The changes of a person's own drawer, in files for another device of theirs.
    pub drawer: Log,
    /// What each file brings that neither is here nor in an earlier one, by its place among the rows.
    pub brought: Vec<(usize, BTreeSet<ChangeId>)>,
    /// What should be known before they are brought in, as sentences.
    pub warnings: Vec<String>,
    /// The records that the file states otherwise than its changes.
    pub stated: Option<Stated>,
    /// The file, where it opens to be read and brings nothing.
    pub to_read: Option<Incoming>,
}

impl Incoming {
    /// The workspace that it is about: the name of its settings, without the kind.
    pub fn workspace_name(&self) -> Option<String> {
        let stated = self.workspace.id.strip_prefix("workspace/").map(str::to_owned);
        stated.or_else(|| relation::settings(&self.log).map(|id| id.rest().to_owned()))
    }

    /// Why there is nothing in it that could be brought in, as a sentence; none where there is.
    pub fn brings_nothing(&self, is_alone: bool) -> Option<String> {
        if self.is_to_read_beside() {
            let says = "This file is a selection, made to be read: it holds no changes to bring in. Choose it alone to open it.";
            return (!is_alone).then(|| says.to_owned());
        }
        if !self.log.changes().is_empty() {
            return None;
        }
        if is_alone && self.stated.as_ref().is_some_and(|stated| !stated.records.is_empty()) {
            return None;
        }
        let said: Vec<_> = self.notes.iter().map(ToString::to_string).chain(self.aside.iter().map(ToString::to_string)).collect();
        Some(if said.is_empty() {
            "This bundle holds no changes, so there is nothing to bring in.".to_owned()
        } else {
            said.join(" ")
        })
    }
}

impl Gathering {
    /// Of files of this workspace; `of` is how many files were given.
    pub fn new(workspace: String, of: usize) -> Self {
        Self { workspace, is_alone: of == 1, ..Self::default() }
    }

    /// Takes in one more file, or why it could not be read.
    pub fn add(&mut self, here: &Log, file: String, what: Result<Incoming, String>) {
        let incoming = match what {
            Ok(incoming) => incoming,
            Err(says) => return self.rows.push(Row { file, made: None, code: None, says, brings: None }),
        };
        let made = incoming.made_in_words();
        let code = (!incoming.log.changes().is_empty()).then(|| incoming.log.code());
        if let Some(says) = self.why_not(&incoming) {
            return self.rows.push(Row { file, made, code, says, brings: None });
        }
        let coming: BTreeSet<ChangeId> = incoming.log.ids().filter(|id| !here.holds(id)).copied().collect();
        let says = self.related(here, &incoming, coming.len());
        let new: BTreeSet<ChangeId> = coming.into_iter().filter(|id| !self.coming.holds(id)).collect();
        let said = incoming.notes.iter().map(ToString::to_string).chain(incoming.aside.iter().map(ToString::to_string));
        let is_alone = self.is_alone;
        self.warnings.extend(said.map(|says| if is_alone { says } else { format!("{file}: {says}") }));
        self.rows.push(Row { file, made, code, says, brings: Some(new.len()) });
        self.brought.push((self.rows.len() - 1, new));
        if incoming.is_to_read_beside() {
            self.to_read = Some(incoming);
            return;
        }
        let Incoming { log, stated, drawer, .. } = incoming;
        for change in drawer.changes() {
            self.drawer.add(change.clone());
        }
        self.stated = stated.filter(|_| self.is_alone);
        if self.coming.changes().is_empty() {
            self.coming = log;
        } else {
            for change in log.changes() {
                self.coming.add(change.clone());
            }
        }
    }

    fn why_not(&self, incoming: &Incoming) -> Option<String> {
        let is_other = || incoming.workspace_name().is_some_and(|name| name != self.workspace);
        let other = || "This is another programme: choose it alone to open it beside this one.".to_owned();
        incoming.brings_nothing(self.is_alone).or_else(|| is_other().then(other))
    }

    fn related(&self, here: &Log, incoming: &Incoming, new: usize) -> String {
        if incoming.is_to_read_beside() {
            return "This file is a selection, made to be read. It opens beside your work and brings nothing into it.".to_owned();
        }
        if incoming.notes.contains(&Finding::NowAlone) {
            return "This file holds records without the changes behind them.".to_owned();
        }
        let known = incoming.log.changes().len() - new;
        let relation = if here.changes().is_empty() { Relation::First } else { Relation::of(new, here.changes().len() - known) };
        relation.says(&here.code(), &incoming.log.code())
    }
}

impl Incoming {
    /// Who made the file, and when.
    pub fn made_in_words(&self) -> Option<String> {
        let made = self.made.as_ref()?;
        Some(format!("Made by {}, {}", telling::by(&made.by), words::date::moment(made.at.seconds())))
    }
}
