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
use crate::words::{self, count, date, list, source};

/// How many risks are named by their references alone, where there are too many to name in full.
const REFERENCES: usize = 8;

/// Sentences about open risks, with their movement since the end of an earlier day where one is given.
pub fn risks(workspace: &Workspace, reading: NaiveDate, earlier: Option<(NaiveDate, LookUp<'_>)>) -> Vec<Sentence> {
    let (day, look_up) = earlier.unzip();
    let rows = register(workspace, &Chosen::default(), Sorted::Score, reading, look_up, usize::MAX).rows;
    let mut sentences = Vec::new();
    sentences.extend(highest(workspace, &rows));
    sentences.extend(moved(workspace, &rows, Direction::Increased, day));
    sentences.extend(moved(workspace, &rows, Direction::Reduced, day));
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

/// What the log shows, from score to score, apart from what only a paper states: the one reason is not the other's.
fn moved(workspace: &Workspace, rows: &[RegisterRow], direction: Direction, day: Option<NaiveDate>) -> Vec<Sentence> {
    let mark = if direction == Direction::Increased { Mark::Attention } else { Mark::Plain };
    let word = match direction {
        Direction::Increased => "gone up",
        _ => "been reduced",
    };
    let went = rows.iter().filter(|row| row.movement.direction() == Some(direction));
    let (by_paper, by_score): (Vec<&RegisterRow>, Vec<&RegisterRow>) =
        went.partition(|row| matches!(row.movement, Movement::Stated(_)));
    let said = |rows: &[&RegisterRow]| told(workspace, mark, rows, &format!("has {word}"), &format!("have {word}"));
    let mut sentences = Vec::new();
    if !by_score.is_empty() {
        sentences.push(said(&by_score).because(scores(workspace, &by_score, day)));
    }
    if !by_paper.is_empty() {
        let papers = stated(&by_paper);
        let reason = "As the paper states it; earlier scores are not given.".to_owned();
        sentences.push(said(&by_paper).because(reason).from(Some(papers.join("; "))));
    }
    sentences
}

/// From which score to which, and after which day: `▲ increased from 6 to 9, after 9 December 2010.` Of several, each by
/// its reference.
fn scores(workspace: &Workspace, rows: &[&RegisterRow], day: Option<NaiveDate>) -> String {
    let matrix = workspace.matrix();
    let each = |row: &&RegisterRow| {
        let movement = row.movement.said(&matrix, row.level).unwrap_or_default();
        let to = row.level.map(|level| format!(" to {}", level.score())).unwrap_or_default();
        format!("{movement}{to}")
    };
    let after = day.map(|day| format!(", after {}", date::long(day))).unwrap_or_default();
    if let [one] = rows {
        return format!("{}{after}.", each(one));
    }
    let named = rows.iter().take(REFERENCES).map(|row| format!("Risk {}: {}", row.mention.label, each(row)));
    let more = rows.len().saturating_sub(REFERENCES);
    let rest = (more > 0).then(|| format!("and {} more", words::number(more as u64)));
    format!("{}{after}.", named.chain(rest).collect::<Vec<_>>().join("; "))
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
