//! The whole as it stood earlier, in place of what stands now: one switch for every page, and nothing is written meanwhile.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::subject::Subject;
use crate::log::{ChangeId, Earlier, Log, Moment};
use crate::route::AsAt;
use crate::session::{LookingBack, Open, Session};
use crate::words;

/// Which earlier state is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// As addresses name it.
    pub at: AsAt,
    /// The day of it, at which everything is worked out.
    pub day: NaiveDate,
    /// What people call it: "9 December 2010", "Board, 9 December 2010".
    pub called: String,
    /// The short code of the changes that it holds.
    pub code: String,
    /// How many changes state a time that cannot be right; they stand after what they came after.
    pub misfits: usize,
}

impl Session {
    /// Shows an earlier state in place of what stands now, or what stands now again.
    pub fn stand_at(&self, stood: Option<LookingBack>) {
        let (past, earlier) = stood.map(LookingBack::finish).unzip();
        self.put_earlier_in_place(earlier);
        self.past.set(past);
        self.show_anew();
    }

    /// Begins to work out an earlier state of what is open. Where there is no such state the reason comes back.
    pub fn look_back(&self, at: AsAt) -> Result<LookingBack, String> {
        let now = (self.device().now)();
        self.peek(|open| LookingBack::begin(open.ok_or_else(|| "No workspace is open.".to_owned())?, at, now))
    }

    /// Looks at what is shown: what stands now, or how it stood.
    pub fn look<T>(&self, look: impl FnOnce(Option<&Open>) -> T) -> T {
        self.earlier.with_untracked(|earlier| match earlier {
            Some(earlier) => look(Some(earlier)),
            None => self.peek(look),
        })
    }

    /// The short code of what is shown.
    pub fn shown_code(&self) -> String {
        self.past.with(|past| past.as_ref().map(|past| past.code.clone())).or_else(|| self.code.get()).unwrap_or_default()
    }

    /// While an earlier state is shown nothing is written.
    pub(super) fn refuse_in_the_past(&self) -> Result<(), Vec<Refusal>> {
        self.past.with_untracked(|past| match past {
            None => Ok(()),
            Some(past) => {
                let says =
                    format!("This is the work as it stood: {}. Nothing can be changed here. Go back to now first.", past.called);
                Err(vec![Refusal::of("", says)])
            }
        })
    }
}

impl Open {
    /// The latest changes of the state at the end of a day, or of what stands now.
    pub fn heads_at(&self, day: Option<NaiveDate>, now: Moment) -> Vec<ChangeId> {
        day.map_or_else(|| self.shared.heads(), |day| self.shared.as_at(end_of(day), |_| now).log.heads())
    }

    /// The log as it stood, its day, what people call it, and how many changes state a time that cannot be right.
    pub fn log_at(&self, at: &AsAt, now: Moment) -> Result<(Log, NaiveDate, String, usize), String> {
        let (mut earlier, day, called) = self.asked_for(at, now)?;
        while !earlier.step(&self.shared, usize::MAX) {}
        let stood = earlier.finish();
        Ok((stood.log, day, called, stood.misfits.len()))
    }

    /// What is to be picked out of the log, its day, and what people call it.
    pub(super) fn asked_for(&self, at: &AsAt, now: Moment) -> Result<(Earlier<'static>, NaiveDate, String), String> {
        match at {
            AsAt::Day(day) => Ok((Earlier::before(end_of(*day), move |_| now), *day, words::date::long(*day))),
            AsAt::Meeting(id) => {
                let unknown = || "This meeting is not in this workspace.".to_owned();
                let meeting = self.workspace.meetings.get(id).ok_or_else(unknown)?;
                let heads: Vec<ChangeId> = meeting.seen.iter().flatten().filter_map(|seen| seen.as_str().parse().ok()).collect();
                if !heads.iter().all(|head| self.shared.holds(head)) {
                    return Err("What this meeting saw is not all in this workspace.".to_owned());
                }
                let called = words::name(&self.workspace, &Subject::from(id));
                let day = meeting.held.ok_or_else(|| "This meeting states no date.".to_owned())?;
                Ok((Earlier::seen_by(&heads), day, called))
            }
        }
    }
}

/// The first second after a day in the United Kingdom.
pub fn end_of(day: NaiveDate) -> Moment {
    Moment::end_of_uk_day(i64::from(day.year()), i64::from(day.month()), i64::from(day.day()))
}
