//! Short ways to write a record down.

use chrono::NaiveDate;
use concordat::domain::milestone::MilestoneId;
use concordat::domain::money::MoneyId;
use concordat::domain::note::{Note, NoteId};
use concordat::domain::partner::PartnerId;
use concordat::domain::programme::{PhaseId, ProgrammeId};
use concordat::domain::risk::{IssueId, RiskId};
use concordat::domain::service::{Part, Participation, ParticipationId, Reached, Role, ServiceId, Stage};
use concordat::domain::source::{Amended, Source};
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;

/// The programme of Bromsgrove and Redditch.
pub const TOGETHER: &str = "bromsgrove-redditch";
/// The programme of the county's seven councils.
pub const WETT: &str = "wett";

macro_rules! names {
    ($($function:ident $id:ident,)+) => {
        $(
            #[doc = concat!("A `", stringify!($id), "` from the part after its kind.")]
            pub fn $function(rest: &str) -> $id {
                let Some(id) = $id::new(rest) else { unreachable!("names in the sample are lower-case letters, digits and dashes") };
                id
            }
        )+
    };
}

names! {
    partner PartnerId,
    programme ProgrammeId,
    phase PhaseId,
    service ServiceId,
    milestone MilestoneId,
    money MoneyId,
    note_id NoteId,
    risk RiskId,
    issue IssueId,
}

/// What a record says in words.
pub fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

/// A day of the calendar.
pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else {
        unreachable!("dates in the sample are days of the calendar")
    };
    Some(date)
}

/// What a figure, a note or a milestone is about.
pub fn about(name: &impl AsRef<str>) -> Subject {
    Subject::from(name)
}

/// The date that counts now, and who moved it.
pub fn moved(to: Option<NaiveDate>, authority: &str) -> Option<Amended> {
    to.map(|date| Amended { date, authority: authority.to_owned() })
}

/// A stage, with what belongs to it in words.
pub fn at(stage: Stage, note: &str) -> Option<Reached> {
    Some(Reached { note: text(note), ..Reached::new(stage) })
}

/// A stage reached on a day.
pub fn since(stage: Stage, day: Option<NaiveDate>, note: &str) -> Option<Reached> {
    Some(Reached { since: day, note: text(note), ..Reached::new(stage) })
}

/// A stage, with the day on which the next one is due.
pub fn due(stage: Stage, next: Option<NaiveDate>, note: &str) -> Option<Reached> {
    Some(Reached { next_due: next, note: text(note), ..Reached::new(stage) })
}

/// A partner's part in a service.
pub fn part(of: &str, who: &str, role: Role, note: &str, source: Option<Source>) -> Participation {
    let Some(id) = ParticipationId::of(&service(of), &partner(who)) else { unreachable!("made of two good names") };
    let note = (!note.is_empty()).then(|| note.to_owned());
    Participation { part: Some(Part { role, note }), source, ..Participation::new(id) }
}

/// A note for everybody.
pub fn note(id: &str, on: Subject, says: &str) -> Thing {
    Note { about: Some(on), text: text(says), ..Note::new(note_id(id)) }.into()
}
