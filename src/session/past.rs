//! The whole as it stood earlier, in place of what stands now: one switch for every page, and nothing is written meanwhile.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::subject::Subject;
use crate::log::{ChangeId, Log, Moment};
use crate::route::AsAt;
use crate::session::{Open, Session};
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
    /// Shows an earlier state in place of what stands now, or what stands now again. Where there is no such state,
    /// what is shown stays, and the reason comes back.
    pub fn stand_at(&self, at: Option<AsAt>) -> Result<(), String> {
        if self.past.with_untracked(|past| past.as_ref().map(|past| &past.at) == at.as_ref()) {
            return Ok(());
        }
        let stood = match at {
            None => None,
            Some(at) => {
                let now = (self.device().now)();
                Some(self.peek(|open| open.ok_or_else(|| "No workspace is open.".to_owned())?.stood(at, now))?)
            }
        };
        let (past, earlier) = stood.unzip();
        self.earlier.update_untracked(|slot| *slot = earlier);
        self.past.set(past);
        self.show_anew();
        Ok(())
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
        match at {
            AsAt::Day(day) => {
                let stood = self.shared.as_at(end_of(*day), |_| now);
                Ok((stood.log, *day, words::date::long(*day), stood.misfits.len()))
            }
            AsAt::Meeting(id) => {
                let unknown = || "This meeting is not in this workspace.".to_owned();
                let meeting = self.workspace.meetings.get(id).ok_or_else(unknown)?;
                let heads: Vec<ChangeId> = meeting.seen.iter().flatten().filter_map(|seen| seen.as_str().parse().ok()).collect();
                if !heads.iter().all(|head| self.shared.holds(head)) {
                    return Err("What this meeting saw is not all in this workspace.".to_owned());
                }
                let called = words::name(&self.workspace, &Subject::from(id));
                let day = meeting.held.ok_or_else(|| "This meeting states no date.".to_owned())?;
                Ok((self.shared.seen_by(&heads), day, called, 0))
            }
        }
    }

    fn stood(&self, at: AsAt, now: Moment) -> Result<(Past, Self), String> {
        let (log, day, called, misfits) = self.log_at(&at, now)?;
        let code = log.code();
        let mut open = Self::new(self.name.clone(), log, Log::default());
        for about in open.workspace.about.values_mut() {
            about.reading = Some(day);
        }
        Ok((Past { at, day, called, code, misfits }, open))
    }
}

/// The first second after a day in the United Kingdom.
pub fn end_of(day: NaiveDate) -> Moment {
    Moment::end_of_uk_day(i64::from(day.year()), i64::from(day.month()), i64::from(day.day()))
}
