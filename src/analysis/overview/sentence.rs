//! A sentence with its mark, its links, its reason and where it comes from.

use crate::domain::rag::Rag;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words;

/// What stands before a sentence; always with a word, never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Somebody reported red, amber or green.
    Reported(Rag),
    /// Something has not been reported. It is never green.
    NotReported,
    /// Somebody should look at it. The page says so; nobody reported it.
    Attention,
    /// How things are.
    Plain,
}

/// Where a part of a sentence leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To a record.
    To(Subject),
    /// To the savings.
    Savings,
    /// To the risks.
    Risks,
    /// To the services.
    Services,
    /// To the issues.
    Issues,
    /// To phases and milestones.
    Programme,
    /// To joint proposals.
    Commitments,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Where it leads, if anywhere.
    pub leads: Option<Leads>,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What stands before it.
    pub mark: Mark,
    /// What it says, in pieces of which some lead somewhere.
    pub says: Vec<Piece>,
    /// Why, or what is done about it, in small.
    pub reason: Option<String>,
    /// The paper and paragraph.
    pub source: Option<String>,
}

impl Sentence {
    pub(super) fn new(mark: Mark) -> Self {
        Self { mark, says: Vec::new(), reason: None, source: None }
    }

    /// What it says, without its links.
    pub fn text(&self) -> String {
        self.says.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Every text of it, its reason and its source among them.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.says.iter().map(|piece| piece.text.as_str()).chain(self.reason.as_deref()).chain(self.source.as_deref())
    }

    pub(super) fn say(mut self, text: impl Into<String>) -> Self {
        self.says.push(Piece { text: text.into(), leads: None });
        self
    }

    pub(super) fn say_if(self, text: &str) -> Self {
        if text.is_empty() { self } else { self.say(text) }
    }

    pub(super) fn link(mut self, text: impl Into<String>, leads: Leads) -> Self {
        self.says.push(Piece { text: text.into(), leads: Some(leads) });
        self
    }

    pub(super) fn name(self, workspace: &Workspace, subject: &Subject) -> Self {
        self.link(words::name(workspace, subject), Leads::To(subject.clone()))
    }

    /// The first few by name, the others as a link that says how many more: `A, B and 12 more`.
    pub(super) fn names(self, named: impl IntoIterator<Item = (String, Subject)>, all: usize, others: Leads) -> Self {
        self.some_names(named, all, super::NAMED, others)
    }

    /// The same with another number of names.
    pub(super) fn some_names(
        mut self,
        named: impl IntoIterator<Item = (String, Subject)>,
        all: usize,
        show: usize,
        others: Leads,
    ) -> Self {
        let mut pieces: Vec<(String, Leads)> =
            named.into_iter().take(show).map(|(name, subject)| (name, Leads::To(subject))).collect();
        if all > pieces.len() {
            pieces.push((format!("{} more", words::number((all - pieces.len()) as u64)), others));
        }
        let last = pieces.len().saturating_sub(1);
        for (place, (text, leads)) in pieces.into_iter().enumerate() {
            let between = match place {
                0 => "",
                _ if place == last => " and ",
                _ => ", ",
            };
            self = self.say(between).link(text, leads);
        }
        self.says.retain(|piece| !piece.text.is_empty());
        self
    }

    pub(super) fn because(mut self, reason: impl Into<Option<String>>) -> Self {
        self.reason = reason.into().filter(|reason| !reason.is_empty());
        self
    }

    pub(super) fn from(mut self, source: impl Into<Option<String>>) -> Self {
        self.source = source.into();
        self
    }
}
