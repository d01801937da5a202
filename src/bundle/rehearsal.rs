//! A run-through before the work is there: one record of each kind, read, folded and typed as the work will be.
//!
//! Browsers make each part of a program ready when it is first used, which takes several times as long as reading a
//! small log. Done while storage is being opened, it is done while nothing else could be.

use crate::bundle::{decode, migrate};
use crate::domain::workspace::Workspace;
use crate::log::Log;

/// One change that sets every field which the sample has, as storage would hold it.
const LINE: &str = include_str!("rehearsal.json");

/// What a log of a thousand changes comes to take. Memory is asked of the browser once, not piece by piece while reading.
const ROOM: usize = 3 << 20;

/// Reads, folds and types one record of each kind. Nobody's work is touched, and nothing comes of it.
pub fn rehearse() {
    // What comes of it is looked at, so that the work is not found to be idle and left out.
    std::hint::black_box(vec![1_u8; ROOM]);
    std::hint::black_box(rehearsed());
}

fn rehearsed() -> Option<Workspace> {
    let log = Log::of(migrate::read_kept(LINE.trim_end()));
    (!log.changes().is_empty()).then(|| decode::workspace(&log))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::bundle;

    fn fields(log: &Log) -> BTreeSet<(String, String)> {
        let all = log.records().flat_map(|(id, record)| record.fields().map(|field| (id.kind().to_owned(), field.to_owned())));
        all.collect()
    }

    #[test]
    fn whatever_the_sample_has_is_rehearsed_and_understood() {
        let sample = bundle::read(include_str!("../../samples/worcestershire.concordat.json")).unwrap().log;
        let rehearsal = Log::of(migrate::read_kept(LINE.trim_end()));
        let left_out: Vec<_> = fields(&sample).difference(&fields(&rehearsal)).cloned().collect();
        assert!(left_out.is_empty(), "{left_out:?}");
        assert!(rehearsed().unwrap().marks.is_empty());
    }
}
