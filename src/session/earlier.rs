//! The workspace as it stood on an earlier day, and what a risk's score was before it was scored again.

use std::collections::{BTreeMap, BTreeSet};

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use serde::Deserialize;

use crate::analysis::risks::{Earlier, earlier_in};
use crate::bundle::decode;
use crate::domain::level::Level;
use crate::domain::risk::{Risk, RiskId};
use crate::domain::table::Table;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::log::{Moment, RecordId};
use crate::order::OneByOne;
use crate::session::past::end_of;
use crate::session::{Open, Session};
use crate::words;

/// A score that was replaced by the one in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// What it was.
    pub was: Level,
    /// When it was replaced, by the clock of the device that did so.
    pub at: Moment,
}

/// The risks as they stood at the end of a day; none where no day was chosen.
#[derive(Debug, Clone, Default)]
pub struct Then {
    /// Of which workspace, which day, and how many changes may belong to the time before: the same three, the same risks.
    of: (String, Option<NaiveDate>, usize),
    risks: Option<Arc<BTreeMap<RiskId, Earlier>>>,
}

impl PartialEq for Then {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

impl Then {
    /// What a risk was then; none where no day was chosen.
    pub fn look_up(&self) -> Option<impl Fn(&RiskId) -> Option<Earlier> + use<>> {
        let risks = Arc::clone(self.risks.as_ref()?);
        Some(move |id: &RiskId| risks.get(id).copied())
    }
}

/// What has been touched since the end of a day, as it stood then; none where no day was chosen. Everything else stands
/// as it stood.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// Of which workspace, which day, how many changes may belong to the time before, and how many there are.
    of: (String, Option<NaiveDate>, usize, usize),
    touched: Arc<BTreeSet<RecordId>>,
    earlier: Arc<Workspace>,
}

impl PartialEq for Before {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

impl Before {
    /// The day, and what has been touched since as it stood at its end.
    pub fn stood(&self) -> Option<(NaiveDate, &Workspace)> {
        Some((self.of.1?, &self.earlier))
    }

    /// What has been touched since, as it stands now.
    pub fn stands(&self, open: &Open) -> Workspace {
        decode::some(&open.shared, self.touched.iter())
    }

    /// What a risk was then; none where no day was chosen. `now` is the whole as it stands.
    pub fn look_up<'w>(&'w self, now: &'w Workspace) -> Option<impl Fn(&RiskId) -> Option<Earlier> + 'w> {
        self.of.1?;
        let (then, now) = (earlier_in(&self.earlier), earlier_in(now));
        Some(move |id: &RiskId| if self.touched.contains(id.as_str()) { then(id) } else { now(id) })
    }
}

impl Session {
    /// What has been touched since the end of a day, as it stood then. The log is looked through once for a day, and again
    /// only where an edit touches something that had not been touched since.
    pub fn touched_since(&self, day: Memo<Option<NaiveDate>>) -> Memo<Before> {
        let session = *self;
        Memo::new(move |before: Option<&Before>| {
            session.track(Kind::ALL);
            let (day, now) = (day.get(), (session.device().now)());
            session.look(|open| {
                let (Some(open), Some(on)) = (open, day) else { return Before::default() };
                let changes = open.shared.changes();
                let of = (open.name.clone(), day, open.changes_until(on, now), changes.len());
                if let Some(before) = before.filter(|before| (&before.of.0, before.of.1, before.of.2) == (&of.0, of.1, of.2)) {
                    let new = changes.get(before.of.3..).unwrap_or_default().iter().flat_map(|change| &change.edits);
                    if new.clone().all(|edit| before.touched.contains(&edit.record)) {
                        return Before { of, ..before.clone() };
                    }
                }
                let (touched, then) = open.shared.touched_since_and_before(end_of(on), |_| now);
                let earlier = decode::some(&then, &touched);
                Before { of, touched: Arc::new(touched), earlier: Arc::new(earlier) }
            })
        })
    }

    /// The risks as they stood at the end of a day. The log is folded once for a day, not with every edit after it.
    pub fn risks_then(&self, day: Memo<Option<NaiveDate>>) -> Memo<Then> {
        let session = *self;
        Memo::new(move |before: Option<&Then>| {
            session.track(&[Kind::Risk]);
            let (day, now) = (day.get(), (session.device().now)());
            session.look(|open| {
                let (Some(open), Some(on)) = (open, day) else { return Then::default() };
                let of = (open.name.clone(), day, open.changes_until(on, now));
                if let Some(before) = before.filter(|before| before.of == of) {
                    return before.clone();
                }
                let risks = open.risks_at_end_of(on, now);
                let earlier =
                    risks.iter().map(|(id, risk)| (id.clone(), Earlier { level: risk.level, was_open: risk.is_open() }));
                Then { of, risks: Some(Arc::new(earlier.one_by_one())) }
            })
        })
    }
}

impl Open {
    /// Every risk as it stood at the end of a day in the United Kingdom. `now` is what the clock says.
    pub fn risks_at_end_of(&self, day: NaiveDate, now: Moment) -> Table<Risk> {
        let end = end_of(day);
        let is_risk = |record: &RecordId| record.kind() == "risk";
        let earlier = self.shared.as_at_of(end, |_| now, is_risk).log;
        decode::some(&earlier, earlier.records().map(|(name, _)| name).filter(|name| is_risk(name))).risks
    }

    /// How many changes may belong to the time before the end of a day. While this number stays the same, so does
    /// everything that was worked out for that day: a log only grows.
    pub fn changes_until(&self, day: NaiveDate, now: Moment) -> usize {
        let (end, ahead) = (end_of(day), now.plus_days(1));
        self.shared.changes().iter().filter(|change| change.at < end || change.at > ahead).count()
    }

    /// The last day but one on which the work was changed: what has happened since is what is new.
    pub fn day_before_last(&self) -> Option<NaiveDate> {
        let seconds = self.shared.changes().iter().map(|change| change.at.seconds());
        let last = seconds.clone().max().map(words::date::uk_day)?;
        let begins = end_of(last.pred_opt()?).seconds();
        seconds.filter(|second| *second < begins).max().map(words::date::uk_day)
    }

    /// The score of a risk before the one in force, where it had one.
    pub fn score_before(&self, risk: &RiskId) -> Option<Replaced> {
        let record = risk.as_str().parse::<RecordId>().ok()?;
        let change = self.shared.record(&record)?.reading("level")?.in_force()?.change;
        let edit = change.edits.iter().find(|edit| edit.record == record)?;
        let levels = edit.over.get("level")?.iter().filter_map(|before| {
            let was = self.shared.written(before, &record, "level")?;
            Some((self.shared.change(before)?.at, Level::deserialize(was).ok()?))
        });
        let (_, was) = levels.max_by_key(|(at, _)| *at)?;
        Some(Replaced { was, at: change.at })
    }
}
