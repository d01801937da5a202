//! An earlier state on its way: picked out of the log, given its code and typed, a few changes at a time.

use chrono::NaiveDate;

use crate::bundle::decode::Decoding;
use crate::domain::workspace::Workspace;
use crate::log::{ChangeId, Code, Earlier, Log, Moment};
use crate::route::AsAt;
use crate::session::{Open, Past};
use crate::shed::{Shed, shed_all};

/// The working out. It looks at the same workspace in every step, which may grow meanwhile.
pub struct LookingBack {
    /// Which earlier state.
    pub at: AsAt,
    name: String,
    day: NaiveDate,
    called: String,
    misfits: usize,
    /// None once the log has been picked out.
    picking: Option<Earlier<'static>>,
    log: Log,
    code: Option<Code>,
    short: String,
    last: Option<ChangeId>,
    decoding: Decoding,
}

impl LookingBack {
    /// Of this workspace, at the beginning. Where there is no such state the reason comes back.
    pub fn begin(open: &Open, at: AsAt, now: Moment) -> Result<Self, String> {
        let (picking, day, called) = open.asked_for(&at, now)?;
        Ok(Self {
            at,
            name: open.name.clone(),
            day,
            called,
            misfits: 0,
            picking: Some(picking),
            log: Log::default(),
            code: Some(Code::default()),
            short: String::new(),
            last: None,
            decoding: Decoding::default(),
        })
    }

    /// Whether this is the workspace that it is worked out from.
    pub fn is_of(&self, open: &Open) -> bool {
        open.name == self.name
    }

    /// Goes on by at most so many changes or records. Says whether it is done.
    pub fn step(&mut self, open: &Open, most: usize) -> bool {
        if let Some(mut picking) = self.picking.take() {
            if picking.step(&open.shared, most) {
                let stood = picking.finish();
                (self.log, self.misfits) = (stood.log, stood.misfits.len());
            } else {
                self.picking = Some(picking);
            }
            return false;
        }
        if let Some(mut code) = self.code.take() {
            match code.take_some(&self.log, &mut self.last, most) {
                true => self.short = code.short(),
                false => self.code = Some(code),
            }
            return false;
        }
        self.decoding.step(&self.log, most)
    }

    /// How many hundredths of it are done, as near as can be told.
    pub fn percent(&self, open: &Open) -> usize {
        const PICKING: usize = 40;
        const NAMING: usize = 10;
        let part = |done: usize, of: usize, weighs: usize| done.min(of) * weighs / of.max(1);
        match &self.picking {
            Some(picking) => part(picking.done(), open.shared.changes().len(), PICKING),
            None => PICKING + NAMING + part(self.decoding.done, self.log.many_records(), 100 - PICKING - NAMING),
        }
    }

    /// What came of it. What was not worked out yet is left out, so this is for one that is done.
    pub fn finish(self) -> (Past, Open) {
        let mut workspace = self.decoding.workspace;
        for about in workspace.about.values_mut() {
            about.reading = Some(self.day);
        }
        let past = Past { at: self.at, day: self.day, called: self.called, code: self.short, misfits: self.misfits };
        (past, Open::of(self.name, self.log, Log::default(), workspace, Workspace::default()))
    }
}

impl Shed for LookingBack {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.decoding.workspace, &mut self.picking, &mut self.log], most)
    }
}
