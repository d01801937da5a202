//! Who was sent which state of the work, kept by hand: the cascade that partners agree, down to every member.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::partner::PartnerId;
use crate::domain::record::record;

choices! {
    /// How a file went to somebody.
    pub enum SentBy {
        /// By mail.
        Mail "mail" "By mail",
        /// By the device's share sheet.
        Share "share" "Share sheet",
        /// From device to device, near by.
        Nearby "nearby" "From device to device",
        /// On a stick.
        Stick "stick" "USB stick",
        /// On paper.
        Paper "paper" "On paper",
        /// In some other way.
        Other "other" "Some other way",
    }
}

/// What was sent, when and how, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sending {
    /// The short code of what was sent.
    pub code: String,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub how: SentBy,
}

record! {
    /// That somebody was sent the work. It travels with it, so that a deputy can go on.
    pub struct Sent, SentId "sent" {
        /// The council or other body.
        body: PartnerId = "Council or body",
        /// Who there, by office.
        office: String = "To whom",
        /// What, when and how.
        sending: Sending = "Sent",
    }
}

/// Whether a text is a short code: two groups of four hex digits.
pub fn is_code(text: &str) -> bool {
    let is_group = |group: &str| group.len() == 4 && group.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'));
    text.split_once('-').is_some_and(|(left, right)| is_group(left) && is_group(right))
}
