//! The workspace itself. No paper sets any of this: it is how the sample is meant to be read.

use concordat::domain::about::{About, Nature, WorkspaceId};
use concordat::domain::matrix::Matrix;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;

use super::councils::{NAMED_IN_2008, ORDER};
use super::papers::{self, Paper};
use super::write::{about, day, note, partner, text};

/// At the first paper: its own date, and the councils known then.
pub fn in_2008() -> Vec<Thing> {
    vec![
        About {
            title: text("Bromsgrove, Redditch and Worcestershire"),
            reading: day(2008, 9, 1),
            matrix: Some(Matrix::default()),
            order: Some(ORDER.iter().take(NAMED_IN_2008).map(|id| partner(id)).collect()),
            nature: Some(Nature::Sample),
            ..workspace()
        }
        .into(),
    ]
}

/// At the Cabinet of September 2009: all seven councils.
pub fn in_2009() -> Vec<Thing> {
    vec![About { reading: day(2009, 9, 2), order: Some(ORDER.iter().map(|id| partner(id)).collect()), ..workspace() }.into()]
}

/// At the Board of June 2010.
pub fn in_june_2010() -> Vec<Thing> {
    vec![About { reading: day(2010, 6, 24), ..workspace() }.into()]
}

/// At the Board of December 2010.
pub fn in_december_2010() -> Vec<Thing> {
    vec![About { reading: day(2010, 12, 9), ..workspace() }.into()]
}

/// At the last paper. Five places in its pack print 2010; the meeting was in 2011.
pub fn in_2011() -> Vec<Thing> {
    vec![
        About { reading: day(2011, 1, 17), ..workspace() }.into(),
        note(
            "papers",
            on_the_whole(),
            "What the codes stand for. S0: Bromsgrove's Cabinet, 2 September 2009. S1: the Shared Services Board, 24 June 2010. \
             S3c: the Board's progress report of 9 December 2010. S3b and S3m: Bromsgrove's Performance Management Board, cover \
             report of 17 January 2011 and minutes of 15 November 2010. S4b, S4c, S4d, S4m: the Concordat, targets and \
             objectives, quick wins and minutes of the Board of 1 September 2008. The number after a code is the paragraph.",
        ),
        note(
            "not-stated",
            on_the_whole(),
            "The papers set no savings target and report no actual saving, no status of any service and no earlier score of any \
             risk, so none stands here. Not at hand are the two appendices of S1, and the timeline and the financial statement \
             that S3b 3.3 mentions.",
        ),
    ]
}

/// What every code stands for in full, as the pages show it under their figures.
pub fn key_to_papers() -> Vec<Thing> {
    vec![About { papers: Some(papers::ALL.iter().map(Paper::explained).collect()), ..workspace() }.into()]
}

fn workspace() -> About {
    let Some(id) = WorkspaceId::new("sample-worcestershire") else { unreachable!("a good name") };
    About::new(id)
}

fn on_the_whole() -> Subject {
    about(&workspace().id)
}
