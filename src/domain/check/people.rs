//! The workspace itself, its partners, and what people note.

use crate::domain::about::About;
use crate::domain::check::{Refusals, repeats};
use crate::domain::meeting::Meeting;
use crate::domain::note::Note;
use crate::domain::partner::Partner;
use crate::domain::sent::{Sent, is_code};
use crate::domain::source::Paper;

/// Longer codes do not fit into narrow columns.
const LONGEST_CODE: usize = 8;

pub(super) fn workspace(about: &About, refusals: &mut Refusals) {
    refusals.text("title", about.title.as_ref(), "Give the workspace a title.");
    let unsound = about.matrix.as_ref().is_some_and(|matrix| !matrix.is_sound());
    refusals.when(
        unsound,
        "matrix",
        "Give every step a word, and let medium begin at 2 or more and high above it, at 16 at most.",
    );
    refusals.when(repeats(about.order.as_ref()), "order", "A partner stands twice in the order. Name each once.");
    papers(about.papers.as_deref().unwrap_or_default(), refusals);
}

fn papers(papers: &[Paper], refusals: &mut Refusals) {
    let is_blank = |paper: &Paper| paper.code.trim().is_empty() || paper.name.trim().is_empty();
    refusals.when(papers.iter().any(is_blank), "papers", "Give each paper its code and its full name, or leave its line out.");
    let codes: Vec<&str> = papers.iter().map(|paper| paper.code.as_str()).collect();
    if let Some(twice) = codes.iter().enumerate().find_map(|(place, code)| codes.iter().take(place).find(|other| *other == code))
    {
        refusals.add("papers", format!("\"{twice}\" stands for two papers. Give each code one line."));
    }
}

pub(super) fn sent(sent: &Sent, refusals: &mut Refusals) {
    refusals.text("office", sent.office.as_ref(), "Say who was sent it, by office.");
    match &sent.sending {
        None => refusals.add("sending", "Say which code was sent, and when."),
        Some(sending) => {
            refusals.when(
                !is_code(&sending.code),
                "sending",
                "Give the code as it stands in the file's name, such as 3F2A-77B0.",
            );
        }
    }
}

pub(super) fn partner(partner: &Partner, refusals: &mut Refusals) {
    refusals.text("name", partner.name.as_ref(), "Give the partner's name.");
    let long = partner.code.as_ref().is_some_and(|code| code.trim().chars().count() > LONGEST_CODE);
    refusals.when(long, "code", "Make the short code 8 letters or fewer, so that it fits into narrow columns.");
}

pub(super) fn partner_among<'w>(mut others: impl Iterator<Item = &'w Partner>, partner: &Partner, refusals: &mut Refusals) {
    let Some(code) = folded(partner.code.as_ref()) else { return };
    let same = others.find(|other| other.id != partner.id && folded(other.code.as_ref()).as_ref() == Some(&code));
    if let Some(other) = same {
        let name = other.name.as_deref().unwrap_or("Another partner");
        refusals.add("code", format!("{name} has this short code already. Choose another one."));
    }
}

pub(super) fn note(note: &Note, refusals: &mut Refusals) {
    refusals.when(note.about.is_none(), "about", "Say what the note is about.");
    refusals.text("text", note.text.as_ref(), "Write the note.");
}

pub(super) fn meeting(meeting: &Meeting, refusals: &mut Refusals) {
    refusals.text("body", meeting.body.as_ref(), "Say who met, such as the Board.");
    refusals.when(meeting.held.is_none(), "held", "Say on which day it was.");
}

/// A code or reference as it is compared: without blanks around it, large and small letters the same.
pub(crate) fn folded(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
}
