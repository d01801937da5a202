//! Several files at once: what each holds, what each brings that none before it does, and which cannot be brought in.

use crate::bundle::by_hand::Stated;
use crate::bundle::finding::Finding;
use crate::bundle::read::Incoming;
use crate::bundle::relation::{self, Relation};
use crate::bundle::telling;
use crate::log::{Change, ChangeId, Code, Log};
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
    /// What each file brings that neither is here nor in an earlier one, in order, by its place among the rows.
    pub brought: Vec<(usize, Vec<ChangeId>)>,
    /// What should be known before they are brought in, as sentences.
    pub warnings: Vec<String>,
    /// The records that the file states otherwise than its changes.
    pub stated: Option<Stated>,
    /// The file, where it opens to be read and brings nothing.
    pub to_read: Option<Incoming>,
    /// The file that is being taken in.
    current: Option<Current>,
    /// Changes of such a file that wait to be taken in.
    waiting: std::vec::IntoIter<Change>,
}

/// A file that is being taken in, and how far.
#[derive(Debug)]
struct Current {
    file: String,
    incoming: Incoming,
    /// The last of its changes that was looked at, in the order of their ids.
    last: Option<ChangeId>,
    code: Code,
    /// Changes that are not here.
    coming: usize,
    /// Those of them that no earlier file has either, in order.
    new: Vec<ChangeId>,
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

    /// Takes in one more file, or why it could not be read, at once.
    pub fn add(&mut self, here: &Log, file: String, what: Result<Incoming, String>) {
        self.begin(file, what);
        while self.step(here, usize::MAX) {}
    }

    /// Begins to take in one more file, or why it could not be read.
    pub fn begin(&mut self, file: String, what: Result<Incoming, String>) {
        match what {
            Ok(incoming) => {
                let (last, code, coming, new) = (None, Code::default(), 0, Vec::new());
                self.current = Some(Current { file, incoming, last, code, coming, new });
            }
            Err(says) => self.rows.push(Row { file, made: None, code: None, says, brings: None }),
        }
    }

    /// Goes on with it by at most so many changes. Says whether there is more to do.
    pub fn step(&mut self, here: &Log, most: usize) -> bool {
        let mut taken = 0;
        while let Some(change) = (taken < most).then(|| self.waiting.next()).flatten() {
            self.coming.add(change);
            taken += 1;
        }
        let Some(mut current) = self.current.take() else { return taken == most };
        let before = current.last;
        for id in current.incoming.log.ids_after(before).take(most) {
            current.code.take(id);
            current.last = Some(*id);
            if !here.holds(id) {
                current.coming += 1;
                if !self.coming.holds(id) {
                    current.new.push(*id);
                }
            }
        }
        if current.last == before {
            self.take(here, current);
        } else {
            self.current = Some(current);
        }
        true
    }

    /// Every change of a file was looked at.
    fn take(&mut self, here: &Log, current: Current) {
        let Current { file, incoming, code, coming, new, .. } = current;
        let made = incoming.made_in_words();
        let short = code.short();
        let code = incoming.own_code.clone().or_else(|| (!incoming.log.changes().is_empty()).then(|| short.clone()));
        if let Some(says) = self.why_not(&incoming) {
            return self.rows.push(Row { file, made, code, says, brings: None });
        }
        let says = Self::related(here, &incoming, coming, &short);
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
            self.waiting = log.into_changes().into_iter();
        }
    }

    fn why_not(&self, incoming: &Incoming) -> Option<String> {
        let is_other = || incoming.workspace_name().is_some_and(|name| name != self.workspace);
        let other = || "This is another programme: choose it alone to open it beside this one.".to_owned();
        incoming.brings_nothing(self.is_alone).or_else(|| is_other().then(other))
    }

    fn related(here: &Log, incoming: &Incoming, new: usize, code: &str) -> String {
        if incoming.is_to_read_beside() {
            return "This file is a selection, made to be read. It opens beside your work and brings nothing into it.".to_owned();
        }
        if incoming.notes.contains(&Finding::NowAlone) {
            return "This file holds records without the changes behind them.".to_owned();
        }
        let known = incoming.log.changes().len() - new;
        let relation = if here.changes().is_empty() { Relation::First } else { Relation::of(new, here.changes().len() - known) };
        relation.says(&here.code(), code)
    }
}

impl Incoming {
    /// Who made the file, and when.
    pub fn made_in_words(&self) -> Option<String> {
        let made = self.made.as_ref()?;
        Some(format!("Made by {}, {}", telling::by(&made.by), words::date::moment(made.at.seconds())))
    }
}
