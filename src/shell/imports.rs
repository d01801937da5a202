//! The list of what was brought in; and each taken back as one, as long as nothing was built on it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::bundle::{self, Incoming, Made};
use crate::handing;
use crate::log::{Change, ChangeId, Draft, Log, Moment, first_built_on};
use crate::order::OneByOne;
use crate::route::Route;
use crate::session::{Arriving, Brought, Open, Pending, TakingBack};
use crate::shell::Shell;
use crate::web::shelf::LogName;
use crate::web::tabs::News;
use crate::web::turn::Turns;
use crate::web::{clock, files, fragment};
use crate::words;

/// What the names begin with under which imports stand among what is local.
const IMPORT: &str = "import.";
/// So many changes are looked through in a moment.
const AT_ONCE: usize = 256;

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
        let (mut from, mut imports) = (BTreeMap::new(), Vec::new());
        let mut turns = Turns::begin();
        for (name, import) in kept {
            let file: Arc<str> = import.file.as_str().into();
            let ids = import.ids_in_turns().await;
            if import.taken_back.is_none() {
                for (place, id) in ids.iter().enumerate() {
                    from.insert(*id, Arc::clone(&file));
                    if place % AT_ONCE == 0 {
                        turns.give_way_if_over().await;
                    }
                }
            }
            let taking_back = self.taking_back(&import, &ids).await;
            imports.push(brought(name, import, taking_back));
        }
        if self.is_open(&name) {
            self.session.brought.set(from);
            self.session.imports.set(imports);
        }
    }

    /// Moves exactly the changes that an import brought to the set-aside store.
    pub(super) async fn take_back(self: &Rc<Self>, import: &str) {
        let Some(name) = self.open_name() else { return };
        self.keeper.settle().await;
        let Some(mut kept) = self.kept_import(&name, import).await else { return };
        let ids = kept.ids_in_turns().await;
        if let TakingBack::NotOffered(says) | TakingBack::Done(says) = self.taking_back(&kept, &ids).await {
            return self.session.raise(says);
        }
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
        let before = self
            .session
            .peek(|open| open.map(|open| open.shared.seen_by(&kept.before).without(&kept.ids().collect())))
            .unwrap_or_default();
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
        let ids: BTreeSet<ChangeId> = taken_back.flat_map(|kept| kept.ids().collect::<Vec<_>>()).one_by_one();
        let again = brought.iter().flat_map(|(_, new)| new).filter(|id| ids.contains(id)).count();
        let (were, them) = if again == 1 { ("change was", "it") } else { ("changes were", "them") };
        (again > 0).then(|| {
            format!("{} taken back here before. Bringing this in accepts {them} again.", words::count(again, were, were))
        })
    }

    /// Opens a selection to be read beside the work, which stays as it is.
    pub(super) fn read_beside(&self, arriving: &Arriving, file: &Incoming) {
        let name = arriving.rows.first().map(|row| row.file.clone()).unwrap_or_default();
        self.session.handed.set(None);
        self.session.open_beside(name, Open::to_read(file));
        fragment::go_to(&Route::Overview.to_string());
    }

    async fn kept_import(&self, name: &str, import: &str) -> Option<Kept> {
        let text = self.shelf.local(name, import).await.ok()??;
        serde_json::from_str(&text).ok()
    }

    pub(super) fn with_held<T>(&self, pending: &Pending, work: impl FnOnce(&Log) -> T) -> T {
        let nothing = Log::default();
        self.session.peek(|open| work(pending.here.as_ref().or(open.map(|open| &open.shared)).unwrap_or(&nothing)))
    }

    /// Seals the ticked edits: over the heads of the file, or where it has no changes over what is here.
    pub(super) fn seal_edits(&self, arriving: &Arriving, pending: &mut Pending, ticked: &[usize]) -> BTreeSet<ChangeId> {
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
    pub(super) async fn said_of(
        &self,
        arriving: &Arriving,
        pending: &Pending,
        by_hand: &BTreeSet<ChangeId>,
    ) -> Vec<(String, String)> {
        let (before, is_whole) = self.with_held(pending, |here| (here.heads(), here.changes().is_empty()));
        let mut said = Vec::new();
        for (place, new) in &pending.brought {
            let Some(row) = arriving.rows.get(*place) else { continue };
            if new.is_empty() && by_hand.is_empty() {
                continue;
            }
            let mut ids = String::new();
            let mut turns = Turns::begin();
            for (place, id) in new.iter().chain(by_hand).enumerate().filter(|_| !is_whole) {
                ids.push_str(&id.to_string());
                if place % AT_ONCE == 0 {
                    turns.give_way_if_over().await;
                }
            }
            let kept = Kept {
                file: row.file.clone(),
                code: row.code.clone().unwrap_or_default(),
                made: row.made.clone(),
                at: clock::now(),
                brought: words::files::brought(new.len(), by_hand.len()),
                ids,
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

    /// Whether an import can be taken back that brought these changes.
    async fn taking_back(&self, import: &Kept, ids: &BTreeSet<ChangeId>) -> TakingBack {
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
        match self.first_built_on(ids).await {
            None => TakingBack::Offered,
            Some(change) => TakingBack::NotOffered(format!(
                "It cannot be taken back as one any more: {} has built on it since ({}). Undo single changes from the history of each thing.",
                bundle::by(&change.by),
                words::date::moment(change.at.seconds())
            )),
        }
    }

    /// The earliest change of what is open that names one of these, looked for in turns.
    async fn first_built_on(&self, ids: &BTreeSet<ChangeId>) -> Option<Change> {
        let mut first: Option<Change> = None;
        let mut turns = Turns::begin();
        for from in (0..).step_by(AT_ONCE) {
            let found = self.session.peek(|open| {
                let some = open?.shared.changes().get(from..)?;
                let some = some.get(..AT_ONCE).unwrap_or(some);
                (!some.is_empty()).then(|| first_built_on(some, ids).cloned())
            });
            let Some(found) = found else { break };
            first = first.into_iter().chain(found).min_by_key(|change| (change.at, change.id));
            turns.give_way_if_over().await;
        }
        first
    }
}

fn brought(name: String, import: Kept, taking_back: TakingBack) -> Brought {
    let Kept { file, code, made, at, brought, before, .. } = import;
    Brought { name, file, code, made, at, brought, taking_back, has_before: !before.is_empty() }
}

impl Kept {
    fn ids(&self) -> impl Iterator<Item = ChangeId> {
        const DIGITS: usize = 32;
        let places = (0..self.ids.len()).step_by(DIGITS);
        places.filter_map(|from| self.ids.get(from..from + DIGITS)?.parse().ok())
    }

    async fn ids_in_turns(&self) -> BTreeSet<ChangeId> {
        let mut ids = BTreeSet::new();
        let mut turns = Turns::begin();
        for (place, id) in self.ids().enumerate() {
            ids.insert(id);
            if place % AT_ONCE == 0 {
                turns.give_way_if_over().await;
            }
        }
        ids
    }
}
