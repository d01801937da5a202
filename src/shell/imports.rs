//! What is brought in, in one transaction with the list of it; and taken back as one, as long as nothing was built on it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::bundle::{self, Incoming, Made};
use crate::handing;
use crate::log::{Change, ChangeId, Draft, Log, Moment};
use crate::order::OneByOne;
use crate::route::Route;
use crate::session::{Arriving, Brought, Open, Pending, Request, Shelf, TakingBack};
use crate::shell::Shell;
use crate::web::shelf::LogName;
use crate::web::tabs::News;
use crate::web::{clock, files, fragment};
use crate::words;

/// What the names begin with under which imports stand among what is local.
const IMPORT: &str = "import.";
/// More than so many changes are read back from the shelf in turns, instead of being taken in at a stroke.
const MANY: usize = 20_000;

/// An import as this device keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    file: String,
    code: String,
    made: Option<String>,
    at: Moment,
    brought: String,
    /// The ids of exactly the changes that it brought, one behind the other; none where it is the whole workspace.
    ids: String,
    is_whole: bool,
    /// The heads of what was here before.
    before: Vec<ChangeId>,
    /// When it was taken back.
    #[serde(default)]
    taken_back: Option<Moment>,
}

impl Shell {
    /// Brings in what the preview showed: into its own workspace, which is opened, in one transaction. Of the edits made
    /// by hand those come in that stand at these places.
    pub(super) async fn bring_in(self: &Rc<Self>, ticked: &[usize]) {
        let Some((arriving, mut pending)) = self.session.take_arrived() else { return };
        if let Some(file) = pending.to_read.take() {
            return self.read_beside(&arriving, &file);
        }
        let name = arriving.workspace.clone();
        self.bring_in_drawer(&name, &pending.drawer);
        let by_hand = self.seal_edits(&arriving, &mut pending, ticked);
        let lines: Vec<(String, String)> = self.with_held(&pending, |here| {
            let new = bundle::new_in(&pending.grounds.coming, here).into_iter();
            new.map(|change| (change.id.to_string(), change.line().to_owned())).collect()
        });
        let count = lines.len();
        // A file of a whole country is read back in turns: folding it at a stroke would hold up the page.
        let at_a_stroke: Option<Vec<Change>> = (self.is_open(&name) && count <= MANY).then(|| {
            self.with_held(&pending, |here| bundle::new_in(&pending.grounds.coming, here).into_iter().cloned().collect())
        });
        if count > 0 {
            let said = self.said_of(&arriving, &pending, &by_hand);
            self.keeper.keep_import(&name, LogName::Shared, lines, said);
        }
        let brought: Vec<usize> = pending.brought.iter().map(|(place, _)| *place).collect();
        drop(pending);
        match at_a_stroke {
            Some(new) => self.session.take_in(Shelf::Shared, new),
            None => {
                self.keeper.settle().await;
                self.load_and_show(name).await;
            }
        }
        // What was brought in is shown before it is on the shelf; the frame says when it is.
        fragment::go_to(&Route::Overview.to_string());
        self.note_brought(count).await;
        // Somebody's own work is worth a promise; the answer stands on the page of files.
        self.session.request(Request::AskToPersist);
        self.remember_title().await;
        self.look_at_imports().await;
        let changes = words::count(count, "new change", "new changes");
        let what = match brought.as_slice() {
            [place] => arriving.rows.get(*place).map(|row| row.file.clone()).unwrap_or_default(),
            several => words::count(several.len(), "file", "files"),
        };
        let were = if brought.len() == 1 { "was" } else { "were" };
        self.session.say(format!("{what} {were} brought in: {changes}."));
    }

    /// The list of what was brought into the open workspace.
    pub(super) async fn look_at_imports(&self) {
        let Some(name) = self.open_name() else { return };
        let Ok(all) = self.shelf.locals(&name).await else { return };
        let mut kept: Vec<(String, Kept)> = all
            .into_iter()
            .filter(|(name, _)| name.starts_with(IMPORT))
            .filter_map(|(name, text)| Some((name, serde_json::from_str(&text).ok()?)))
            .collect();
        kept.reverse();
        if !self.is_open(&name) {
            return;
        }
        let mut from = BTreeMap::new();
        for (_, import) in kept.iter().filter(|(_, import)| import.taken_back.is_none()) {
            from.extend(import.ids().into_iter().map(|id| (id, import.file.clone())));
        }
        self.session.brought.set(from);
        self.session.imports.set(kept.into_iter().map(|(name, import)| self.brought(name, import)).collect());
    }

    /// Moves exactly the changes that an import brought to the set-aside store.
    pub(super) async fn take_back(self: &Rc<Self>, import: &str) {
        let Some(name) = self.open_name() else { return };
        self.keeper.settle().await;
        let Some(mut kept) = self.kept_import(&name, import).await else { return };
        if let TakingBack::NotOffered(says) | TakingBack::Done(says) = self.taking_back(&kept) {
            return self.session.raise(says);
        }
        let ids = kept.ids();
        kept.taken_back = Some(clock::now());
        let Ok(text) = serde_json::to_string(&kept) else { return };
        let why = format!("{} was taken back.", kept.file);
        let named = ids.iter().map(|id| u128::from_be_bytes(id.0)).one_by_one();
        match self.shelf.take_back(&name, LogName::Shared, &named, &why, (import, &text)).await {
            Ok(()) => {
                if let Some(tabs) = self.tabs.borrow().as_ref() {
                    tabs.tell(&News::SetAside { ws: name.clone(), log: LogName::Shared });
                }
                self.load_and_show(name).await;
                self.remember_title().await;
                self.look_at_imports().await;
                let changes = words::count(ids.len(), "change was", "changes were");
                self.session.say(format!("{} was taken back: {changes} set aside. Nothing of your own has changed.", kept.file));
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Saves the work as it stood before an import; where it held exempt items, once it is known for whom.
    pub(super) async fn save_before(&self, import: &str, recipient: Option<String>) {
        let Some(name) = self.open_name() else { return };
        let Some(kept) = self.kept_import(&name, import).await else { return };
        let before =
            self.session.peek(|open| open.map(|open| open.shared.seen_by(&kept.before).without(&kept.ids()))).unwrap_or_default();
        let workspace = bundle::decode::workspace(&before);
        if handing::exempt(&before).is_empty() {
            self.session.before_is_for.set(None);
        } else if recipient.is_none() {
            return self.session.before_is_for.set(Some(import.to_owned()));
        }
        let made = Made { recipient, ..self.made() };
        let Ok(file) = handing::make(&before, &Log::default(), &workspace, &made, clock::today()) else { return };
        match files::download_text(&file.name, "application/json", &file.text) {
            Ok(()) => self.session.say(format!("Saved as {}.", file.name)),
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// What is to be known of changes that were taken back here and would be accepted again.
    pub(super) async fn taken_back_before(&self, name: &str, brought: &[(usize, Vec<ChangeId>)]) -> Option<String> {
        let all = self.shelf.locals(name).await.unwrap_or_default();
        let kept = all.into_iter().filter(|(name, _)| name.starts_with(IMPORT));
        let taken_back =
            kept.filter_map(|(_, text)| serde_json::from_str::<Kept>(&text).ok()).filter(|kept| kept.taken_back.is_some());
        let ids: BTreeSet<ChangeId> = taken_back.flat_map(|kept| kept.ids()).one_by_one();
        let again = brought.iter().flat_map(|(_, new)| new).filter(|id| ids.contains(id)).count();
        let (were, them) = if again == 1 { ("change was", "it") } else { ("changes were", "them") };
        (again > 0).then(|| {
            format!("{} taken back here before. Bringing this in accepts {them} again.", words::count(again, were, were))
        })
    }

    /// Opens a selection to be read beside the work, which stays as it is.
    fn read_beside(&self, arriving: &Arriving, file: &Incoming) {
        let name = arriving.rows.first().map(|row| row.file.clone()).unwrap_or_default();
        self.session.handed.set(None);
        self.session.open_beside(name, Open::to_read(file));
        fragment::go_to(&Route::Overview.to_string());
    }

    async fn kept_import(&self, name: &str, import: &str) -> Option<Kept> {
        let text = self.shelf.local(name, import).await.ok()??;
        serde_json::from_str(&text).ok()
    }

    fn with_held<T>(&self, pending: &Pending, work: impl FnOnce(&Log) -> T) -> T {
        let nothing = Log::default();
        self.session.peek(|open| work(pending.here.as_ref().or(open.map(|open| &open.shared)).unwrap_or(&nothing)))
    }

    /// Seals the ticked edits: over the heads of the file, or where it has no changes over what is here.
    fn seal_edits(&self, arriving: &Arriving, pending: &mut Pending, ticked: &[usize]) -> BTreeSet<ChangeId> {
        let edits: Vec<_> = ticked.iter().filter_map(|place| pending.edits.get(*place)).cloned().collect();
        let Some(by) = self.session.author.get_untracked().filter(|_| !edits.is_empty()) else { return BTreeSet::new() };
        let file = arriving.rows.first().map(|row| row.file.clone()).unwrap_or_default();
        let why = Some(format!("Edited by hand in {file}"));
        let draft = Draft { at: clock::now(), by, why, batch: None, edits: Vec::new() };
        let batch = (self.session.device().new_id)();
        let sealed = if pending.are_edits_over_here {
            let mut over = self.with_held(pending, Log::clone);
            bundle::seal(&mut over, &edits, &draft, &batch)
        } else {
            bundle::seal(&mut pending.grounds.coming, &edits, &draft, &batch)
        };
        for change in &sealed {
            pending.grounds.coming.add(change.clone());
        }
        sealed.iter().map(|change| change.id).one_by_one()
    }

    /// A line of the list for each file that brings something, `(name, text)`.
    fn said_of(&self, arriving: &Arriving, pending: &Pending, by_hand: &BTreeSet<ChangeId>) -> Vec<(String, String)> {
        let (before, is_whole) = self.with_held(pending, |here| (here.heads(), here.changes().is_empty()));
        let mut said = Vec::new();
        for (place, new) in &pending.brought {
            let Some(row) = arriving.rows.get(*place) else { continue };
            let ids: Vec<_> = new.iter().chain(by_hand).collect();
            if ids.is_empty() {
                continue;
            }
            let kept = Kept {
                file: row.file.clone(),
                code: row.code.clone().unwrap_or_default(),
                made: row.made.clone(),
                at: clock::now(),
                brought: words::files::brought(new.len(), by_hand.len()),
                ids: if is_whole { String::new() } else { ids.iter().map(ToString::to_string).collect() },
                is_whole,
                before: before.clone(),
                taken_back: None,
            };
            if let Ok(text) = serde_json::to_string(&kept) {
                said.push((format!("{IMPORT}{}", (self.session.device().new_id)()), text));
            }
        }
        said
    }

    fn brought(&self, name: String, import: Kept) -> Brought {
        let taking_back = self.taking_back(&import);
        let Kept { file, code, made, at, brought, before, .. } = import;
        Brought { name, file, code, made, at, brought, taking_back, has_before: !before.is_empty() }
    }

    fn taking_back(&self, import: &Kept) -> TakingBack {
        if let Some(at) = import.taken_back {
            return TakingBack::Done(format!(
                "Taken back {}. Its changes are set aside, and come in again with any file that holds them.",
                words::date::moment(at.seconds())
            ));
        }
        if import.is_whole {
            let says = "It is where this workspace comes from, so it cannot be taken back: remove the workspace instead.";
            return TakingBack::NotOffered(says.to_owned());
        }
        let ids = import.ids();
        let built_on = self.session.peek(|open| {
            let change = open?.shared.first_built_on(&ids)?;
            Some((bundle::by(&change.by), words::date::moment(change.at.seconds())))
        });
        match built_on {
            None => TakingBack::Offered,
            Some((who, when)) => TakingBack::NotOffered(format!(
                "It cannot be taken back as one any more: {who} has built on it since ({when}). Undo single changes from the history of each thing."
            )),
        }
    }
}

impl Kept {
    fn ids(&self) -> BTreeSet<ChangeId> {
        const DIGITS: usize = 32;
        let places = (0..self.ids.len()).step_by(DIGITS);
        places.filter_map(|from| self.ids.get(from..from + DIGITS)?.parse::<ChangeId>().ok()).one_by_one()
    }
}
