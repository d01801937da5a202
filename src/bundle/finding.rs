//! What a reader has to say about a file, as sentences: where, what, why, and what to do about it.

use std::fmt;

/// Why nothing can be made of a text. Nothing has been changed by trying.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} {remedy}")]
pub struct Unreadable {
    /// The line, counted from 1; none where it is about the whole file.
    pub line: Option<usize>,
    /// The part of the file; empty where it is about the whole.
    pub path: String,
    /// What is wrong, as a sentence.
    pub reason: String,
    /// What to do about it, as a sentence.
    pub remedy: String,
}

/// A change that was set aside. The rest is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// The id that it says it has.
    pub change: Option<String>,
    /// Who is said to have made it: name and council.
    pub who: Option<String>,
    /// When it is said to have been made, as a day.
    pub day: Option<String>,
    /// Where in the change; empty where it is about the whole.
    pub path: String,
    /// What is wrong, as a sentence without its capital and full stop.
    pub reason: String,
    /// What to do about it, as a sentence.
    pub remedy: String,
    /// The text itself, which is kept.
    pub text: String,
}

/// Something about a file as a whole that a person should know before bringing it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The file stops in the middle.
    CutOff,
    /// A part around the changes cannot be read.
    Damaged {
        /// The line.
        line: usize,
        /// The part.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// More or fewer changes than the file says.
    Count {
        /// As it says.
        stated: usize,
        /// As were found, set aside ones included.
        found: usize,
    },
    /// It does not say how many changes it holds.
    Unchecked,
    /// Its changes do not end where the file says.
    Heads,
    /// Changes are named as earlier ones that are not in the file.
    Missing {
        /// How many.
        changes: usize,
    },
    /// The records were edited by hand: they do not fit their own digest.
    EditedByHand {
        /// The line on which they begin.
        line: usize,
    },
    /// Records without the changes behind them.
    NowAlone,
    /// Changes made by a newer version; what cannot be understood is kept and shown as it is.
    Newer {
        /// How many.
        changes: usize,
    },
    /// There is more text behind the end of the bundle.
    TextAfter {
        /// The line on which it begins.
        line: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}", self.line)?;
        if let Some(id) = &self.change {
            let short: String = id.chars().take(4).collect();
            write!(f, ", change {short}…")?;
        }
        if let Some(who) = &self.who {
            write!(f, " by {who}")?;
        }
        if let Some(day) = &self.day {
            write!(f, ", {day}")?;
        }
        write!(f, ": {}. This change was set aside. {}", self.reason, self.remedy)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutOff => f.write_str(
                "The file stops in the middle. What stands before that can be brought in; ask for the file again for the rest.",
            ),
            Self::Damaged { line, path, reason } => {
                write!(
                    f,
                    "Line {line}: \"{path}\" cannot be read ({reason}). The changes are checked one by one, so what can be brought in is right."
                )
            }
            Self::Count { stated, found } => write!(
                f,
                "The file says that it holds {}, but {found} {} found. Ask for the file again for the rest.",
                counted(*stated),
                if *found == 1 { "was" } else { "were" }
            ),
            Self::Unchecked => f.write_str(
                "The file does not say how many changes it holds, so nobody can tell whether all are there. Each that was found is checked by itself.",
            ),
            Self::Heads => {
                f.write_str("The file's changes do not end where it says. Some may be missing; ask for the file again.")
            }
            Self::Missing { changes } => {
                let (are, they) = if *changes == 1 { ("is", "it comes") } else { ("are", "they come") };
                let counted = if *changes == 1 { "1 earlier change".to_owned() } else { format!("{changes} earlier changes") };
                write!(
                    f,
                    "{counted} {are} not in this file. Ask for a full export; until {they}, values may show as in conflict."
                )
            }
            Self::EditedByHand { line } => write!(
                f,
                "Line {line}: the records (\"now\") were edited by hand, or damaged on the way. Only the changes are brought in, and of the edits those that you tick."
            ),
            Self::NowAlone => f.write_str(
                "This file holds records but not the changes behind them, so nothing is merged. Tick what should be entered here, or ask for a full export.",
            ),
            Self::Newer { changes } => write!(
                f,
                "{} made by a newer Concordat. What this page does not understand is kept and shown as it is. Open the page online once to bring it up to date.",
                if *changes == 1 { "1 change was".to_owned() } else { format!("{changes} changes were") }
            ),
            Self::TextAfter { line } => {
                write!(f, "Line {line}: there is more text behind the end of the bundle. It was left out.")
            }
        }
    }
}

/// A number of changes, in words for one.
pub(super) fn counted(changes: usize) -> String {
    if changes == 1 { "1 change".to_owned() } else { format!("{changes} changes") }
}
