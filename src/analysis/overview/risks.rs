//! How high the risks are, which way they have gone, and which are not looked after.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::analysis::overview::sentence::{Leads, Mark, Sentence};
use crate::analysis::risks::{Chosen, LookUp, Movement, RegisterRow, Sorted, by_reference, register};
use crate::domain::matrix::Band;
use crate::domain::risk::{Direction, StatedMovement};
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words::{self, count, list, movement, source};

/// How many risks are named by their references alone, where there are too many to name in full.
const REFERENCES: usize = 8;

/// Sentences about open risks, with their movement since an earlier state where one is given.
pub fn risks(workspace: &Workspace, reading: NaiveDate, earlier: Option<LookUp<'_>>) -> Vec<Sentence> {
    let rows = register(workspace, &Chosen::default(), Sorted::Score, reading, earlier, usize::MAX).rows;
    let mut sentences = Vec::new();
    sentences.extend(highest(workspace, &rows));
    sentences.extend(moved(workspace, &rows, Direction::Increased));
    sentences.extend(moved(workspace, &rows, Direction::Reduced));
    let not_scored: Vec<&RegisterRow> = rows.iter().filter(|row| row.level.is_none()).collect();
    sentences.extend(some(workspace, &not_scored, "is not scored", "are not scored"));
    let unowned: Vec<&RegisterRow> = rows.iter().filter(|row| row.band == Some(Band::High) && row.owner.is_none()).collect();
    sentences.extend(some(workspace, &unowned, "is high, and has no owner", "are high, and have no owner"));
    let overdue: Vec<&RegisterRow> = rows.iter().filter(|row| row.review_is_overdue).collect();
    sentences.extend(some(workspace, &overdue, "is past its review date", "are past their review dates"));
    sentences
}

fn highest(workspace: &Workspace, rows: &[RegisterRow]) -> Option<Sentence> {
    let top = rows.first()?.level?;
    let at_the_top: Vec<&RegisterRow> =
        rows.iter().take_while(|row| row.level.is_some_and(|level| level.score() == top.score())).collect();
    let bands = [Band::High, Band::Medium, Band::Low].into_iter().filter_map(|band| {
        let number = rows.iter().filter(|row| row.band == Some(band)).count();
        (number > 0).then(|| format!("{} {}", words::number(number as u64), band.label().to_lowercase()))
    });
    let mark = if workspace.matrix().band(top) == Band::High { Mark::Attention } else { Mark::Plain };
    let all = count(rows.len(), "open risk", "open risks");
    let sentence = Sentence::new(mark).link(words::sentence(&all), Leads::Risks).say(format!(": {}. ", list(bands)));
    let verb = if at_the_top.len() == 1 { "is" } else { "are" };
    let sentence = sentence.say(format!("Highest, at score {}, {verb} ", top.score()));
    Some(sentence.names(named(workspace, &at_the_top), at_the_top.len(), Leads::Risks).say("."))
}

fn moved(workspace: &Workspace, rows: &[RegisterRow], direction: Direction) -> Option<Sentence> {
    let moved: Vec<&RegisterRow> = rows.iter().filter(|row| row.movement.direction() == Some(direction)).collect();
    let matrix = workspace.matrix();
    let [one, more @ ..] = moved.as_slice() else { return None };
    let mark = if direction == Direction::Increased { Mark::Attention } else { Mark::Plain };
    let word = match direction {
        Direction::Increased => "gone up",
        _ => "been reduced",
    };
    let sentence = told(workspace, mark, &moved, &format!("has {word}"), &format!("have {word}"));
    Some(match (&one.movement, more) {
        (Movement::Moved { direction, earlier }, []) => {
            let to = one.level.map(|level| format!(" to {}", level.score())).unwrap_or_default();
            sentence.because(format!("{}{to}.", movement::movement(&matrix, *direction, *earlier, one.level)))
        }
        _ => {
            let papers = stated(&moved);
            let reason = papers.first().map(|_| "As the paper states it; earlier scores are not given.".to_owned());
            sentence.because(reason).from((!papers.is_empty()).then(|| papers.join("; ")))
        }
    })
}

/// The papers that state a movement, each once; which paragraph only where it is one risk's.
fn stated(rows: &[&RegisterRow]) -> Vec<String> {
    let mut papers: Vec<String> = Vec::new();
    for row in rows {
        if let Movement::Stated(StatedMovement { source: from, .. }) = &row.movement {
            let paragraph = from.paragraph.clone().filter(|_| rows.len() == 1);
            let paper = source::source(&Source { paragraph, ..from.clone() });
            if !papers.contains(&paper) && papers.len() < super::NAMED {
                papers.push(paper);
            }
        }
    }
    papers
}

fn some(workspace: &Workspace, rows: &[&RegisterRow], one: &str, several: &str) -> Option<Sentence> {
    (!rows.is_empty()).then(|| told(workspace, Mark::Attention, rows, one, several))
}

/// One or two risks by their names, more of them by their references: `4 risks have been reduced: 3, 11, 13 and 14.`
fn told(workspace: &Workspace, mark: Mark, rows: &[&RegisterRow], one: &str, several: &str) -> Sentence {
    let sentence = Sentence::new(mark);
    let says = if rows.len() == 1 { one } else { several };
    if rows.len() < super::NAMED {
        return sentence.names(named(workspace, rows), rows.len(), Leads::Risks).say(format!(" {says}."));
    }
    let mut first: Vec<&RegisterRow> = rows.iter().take(REFERENCES).copied().collect();
    let risk = |row: &RegisterRow| workspace.risks.get(&row.mention.id);
    first.order_by(|one, other| risk(one).zip(risk(other)).map_or(Ordering::Equal, |(one, other)| by_reference(one, other)));
    let references = first.into_iter().map(|row| (row.mention.label.clone(), Subject::from(&row.mention.id)));
    sentence
        .link(count(rows.len(), "risk", "risks"), Leads::Risks)
        .say(format!(" {says}: "))
        .some_names(references, rows.len(), REFERENCES, Leads::Risks)
        .say(".")
}

fn named<'r>(workspace: &'r Workspace, rows: &'r [&RegisterRow]) -> impl Iterator<Item = (String, Subject)> + 'r {
    rows.iter().map(|row| {
        let subject = Subject::from(&row.mention.id);
        (words::name(workspace, &subject), subject)
    })
}
