//! Spreadsheets in and out. The workshop turns bytes into plain tables and back; what they mean is worked out here.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use crate::bundle::{self, Made, Profile};
use crate::domain::command::Command;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::handing::{self, says};
use crate::order::OneByOne;
use crate::session::{Open, Request, Spreadsheet, SpreadsheetHere, SpreadsheetOut};
use crate::sheets::{self, Book, Cell, Facts, ForWhom, Mapping, Plan};
use crate::shell::Shell;
use crate::web::turn::Turns;
use crate::web::workshop::Workshop;
use crate::web::{clock, files, tidy_text};
use crate::words;
use crate::workshop::{Job, Refused};

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Larger than the spreadsheets of any programme.
const MOST_BYTES: f64 = 20_000_000.0;
/// Rows are looked at in runs that are short beside a turn.
const AT_ONCE: usize = 5;

/// Whether a file's name is that of a spreadsheet.
pub(super) fn is_spreadsheet(name: &str) -> bool {
    let name = name.to_lowercase();
    [".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods"].iter().any(|ending| name.ends_with(ending))
}

impl Shell {
    /// Saves what is shown as a spreadsheet. Where something that was to be left out can be found in what is left, none
    /// is made and the places are named.
    pub(super) async fn save_spreadsheet(&self, asked: SpreadsheetOut) {
        let day = clock::today();
        let made = Made { profile: Profile::WithoutExempt, ..self.made() };
        let day_shown = self.session.past.with_untracked(|past| past.as_ref().map(|past| past.day)).unwrap_or(day);
        let prepared = self.session.look(|open| {
            let open = open?;
            let is_exempt = !handing::exempt(&open.shared).is_empty();
            let (workspace, for_whom) = match asked.recipient.clone().filter(|_| is_exempt) {
                Some(recipient) => (open.workspace.clone(), ForWhom::Named(recipient)),
                None if is_exempt => match without_exempt(open, &made, day) {
                    Ok(left) => (left, ForWhom::WithoutExempt { left_out: open.workspace.exempt.len() }),
                    Err(found) => return Some(Err(found)),
                },
                None => (open.workspace.clone(), ForWhom::WithoutExempt { left_out: 0 }),
            };
            let facts = Facts {
                title: workspace.title().to_owned(),
                code: open.code(),
                as_at: open.workspace.reading(day_shown),
                made: day,
                is_sample: workspace.is_sample(),
                for_whom,
            };
            let stem = bundle::file_name(&facts.title, facts.as_at, &facts.code);
            let name = sheets::file_name(&facts, asked.only, stem.trim_end_matches(".concordat.json"));
            Some(Ok((name, sheets::book(&workspace, &facts, asked.only))))
        });
        let (name, book) = match prepared {
            None => return,
            Some(Ok(prepared)) => prepared,
            Some(Err(found)) => {
                self.session.not_made.set(found);
                return self.session.request(Request::Focus("not-made".to_owned()));
            }
        };
        self.session.not_made.set(Vec::new());
        let (job, kind) = match asked.only {
            None => (Job::WriteWorkbook { made: day }, WORKBOOK),
            Some(_) => (Job::WriteValues, "text/csv"),
        };
        let saved = match in_workshop(&job, &serde_json::to_vec(&book).unwrap_or_default()).await {
            Ok(bytes) => files::download_bytes(&name, kind, &bytes).map_err(|error| error.to_string()),
            Err(refused) => Err(refused.says),
        };
        match saved {
            Ok(()) => self.session.say(format!("Saved as {name}.")),
            Err(says) => self.session.raise(says),
        }
    }

    /// Reads a spreadsheet and shows what it would do. Nothing changes here.
    pub(super) async fn read_spreadsheet(self: &Rc<Self>, file: File) {
        let turn = self.begin_reading();
        let name = file.name();
        let fail = |says: String| {
            if self.reading.get() == turn {
                self.session.spreadsheet.set(Spreadsheet::Failed { head: format!("{name} cannot be brought in."), says });
            }
        };
        if !self.session.peek(|open| open.is_some()) {
            return fail("Open a workspace first, or start a new one. A spreadsheet comes into the one that is open.".to_owned());
        }
        if file.size() > MOST_BYTES {
            return fail("It is larger than 20 MB. Keep the sheets that are to come in, and take out the rest.".to_owned());
        }
        self.session.spreadsheet.set(Spreadsheet::Reading(format!("Reading {name}")));
        let bytes = match files::read_bytes(&file).await {
            Ok(bytes) => bytes,
            Err(error) => return fail(error.to_string()),
        };
        let read = in_workshop(&Job::ReadTables { name: name.clone() }, &bytes).await;
        if self.reading.get() != turn {
            return;
        }
        match read.map(|json| serde_json::from_slice::<Book>(&json)) {
            Ok(Ok(book)) => {
                let book = tidied(book);
                let mapping = sheets::guess(&book);
                self.show_spreadsheet(name.clone(), Arc::new(book), mapping).await;
                self.session.request(Request::Focus("sheet-head".to_owned()));
            }
            Ok(Err(error)) => fail(format!("Its tables were not understood ({error}).")),
            Err(refused) => fail(refused.says),
        }
    }

    /// Works out anew what the spreadsheet would do, read in another way.
    pub(super) async fn plan_spreadsheet(self: &Rc<Self>, mapping: Mapping) {
        self.begin_reading();
        if let Some(here) = self.session.spreadsheet_here() {
            self.show_spreadsheet(here.file.clone(), Arc::clone(&here.book), mapping).await;
        }
    }

    /// Brings in what the preview shows, as one act of this person.
    pub(super) async fn bring_in_spreadsheet(self: &Rc<Self>) {
        let Some(here) = self.session.spreadsheet_here() else { return };
        let Some(planned) = here.planned.clone() else { return };
        let rows = words::count(planned.preview.brings(), "row", "rows");
        let why = format!("From the spreadsheet {}", here.file);
        let (session, file) = (self.session, here.file.clone());
        let said = session.dispatch(Command::PutRows { rows: planned.things.clone(), why }, move || {
            session.spreadsheet.set(Spreadsheet::None);
            session.say(format!("{rows} of {file} came in. Undo takes all of it back at once."));
        });
        if let Err(refusals) = said {
            session.raise(refusals.into_iter().map(|refusal| refusal.says).collect::<Vec<_>>().join(" "));
            self.plan_spreadsheet(here.mapping.clone()).await;
        }
    }

    /// Looks at every row, in steps, and shows what would come of it.
    async fn show_spreadsheet(self: &Rc<Self>, file: String, book: Arc<Book>, mapping: Mapping) {
        let turn = self.reading.get();
        let here = SpreadsheetHere { file, book: Arc::clone(&book), mapping: mapping.clone(), planned: None };
        self.session.spreadsheet.set(Spreadsheet::Here(Arc::new(here.clone())));
        let grounds = self.session.peek(|open| {
            let open = open?;
            let known: BTreeSet<String> = open.shared.records().map(|(id, _)| id.to_string()).one_by_one();
            Some((open.workspace.clone(), known))
        });
        let Some((workspace, known)) = grounds else { return self.session.cancel_spreadsheet() };
        let mut plan = Plan::new(book, mapping, workspace, known, self.session.device().new_id);
        let mut turns = Turns::begin();
        while !plan.step(AT_ONCE).is_done {
            turns.give_way_if_over().await;
            if self.reading.get() != turn {
                return;
            }
        }
        let planned = Some(Arc::new(plan.finish()));
        self.session.spreadsheet.set(Spreadsheet::Here(Arc::new(SpreadsheetHere { planned, ..here })));
    }
}

/// The workspace without what is exempt, as a file for the same readers would have it, or where that can still be found.
fn without_exempt(open: &Open, made: &Made, day: chrono::NaiveDate) -> Result<Workspace, Vec<String>> {
    if let Err(not) = handing::make(&open.shared, &open.drawer, &open.workspace, made, day) {
        return Err(not.found.iter().map(|found| says::found(&open.workspace, found)).collect());
    }
    let (mut records, mut fields) = (BTreeSet::new(), BTreeMap::<Subject, BTreeSet<String>>::new());
    for withheld in handing::cut(&open.shared, made.profile).withheld {
        let Some(subject) = Subject::parse(withheld.record.as_str()) else { continue };
        match withheld.field {
            None => drop(records.insert(subject)),
            Some(field) => drop(fields.entry(subject).or_default().insert(field)),
        }
    }
    Ok(sheets::without(&open.workspace, &records, &fields))
}

async fn in_workshop(job: &Job, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let workshop = Workshop::start().await?;
    Ok(workshop.ask(job, bytes, |_| {}).await?.bytes)
}

/// Texts in the one spelling in which people's typing is kept.
fn tidied(mut book: Book) -> Book {
    for cell in book.tables.iter_mut().flat_map(|table| &mut table.rows).flatten() {
        if let Cell::Text(text) = cell {
            *text = tidy_text::paragraphs(text);
        }
    }
    book
}
