//! Whether anything that was left out of a file can still be found in it.
//!
//! Texts of twelve letters or more are looked for with case, spaces and punctuation folded, also inside longer ones;
//! amounts in pence, in pounds and in their short form. What is published in its own right gives nothing away.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::bundle::Records;
use crate::domain::pence::Pence;
use crate::handing::cut::Cut;
use crate::handing::leaves::{self, Leaf};
use crate::handing::numbers;
use crate::log::RecordId;
use crate::words::money::short;

/// Shorter texts stand in many places by chance.
const LETTERS: usize = 12;
/// A sentence out of a longer text counts from this length on.
const SENTENCE: usize = 24;
/// Keys of closed lists that are as long as that: words of the program and nobody's secret.
pub const LONG_CHOICES: &[&str] = &["high-level-case", "detailed-case", "implementing", "transform-then-share"];
/// Fields that say who or which paper: their texts stand in many records without giving one of them away.
const WHO_AND_WHERE: &[&str] = &["source", "owner", "lead", "theme", "set_by", "amended", "movement", "fund"];

/// Something left out that was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Whose value was left out: a record and its field.
    pub withheld: (RecordId, String),
    /// Where it was found: a record and its field.
    pub place: (RecordId, String),
    /// The amount, in words, or nothing where it is a text.
    pub amount: Option<String>,
}

/// Everything left out of a cut that can be found in what goes in.
pub(super) fn search(cut: &Cut) -> Vec<Found> {
    let published = Published::of(&cut.records);
    let mut texts = Needles::default();
    let mut amounts: BTreeMap<i128, (RecordId, String, i64)> = BTreeMap::new();
    for out in &cut.withheld {
        for (field, value) in &out.values {
            let of = (out.record.clone(), field.clone());
            leaves::each(field, value, &mut |leaf| match leaf {
                Leaf::Text(text) if is_free(text) => {
                    if !published.has_text(&of, text) {
                        texts.add(text, &of);
                    }
                }
                Leaf::Text(_) => {}
                Leaf::Number(key, pence) if is_money(key, value) && pence != 0 => {
                    for form in forms(pence).into_iter().filter(|form| !published.amounts.contains(form)) {
                        amounts.insert(form, (of.0.clone(), of.1.clone(), pence));
                    }
                }
                Leaf::Number(..) => {}
            });
        }
    }
    texts.sort();
    let mut found = BTreeSet::new();
    for (id, fields) in &cut.records {
        let place = |field: &str| (id.clone(), field.to_owned());
        let mut look = |field: &str, leaf: Leaf<'_>| {
            let said = match leaf {
                Leaf::Text(text) => {
                    let texts = texts.within(text).into_iter();
                    found.extend(texts.map(|withheld| Found { withheld, place: place(field), amount: None }));
                    if is_free(text) { numbers::amounts(text) } else { Vec::new() }
                }
                Leaf::Number("pence" | "up_to", _) => Vec::new(),
                Leaf::Number(_, number) => vec![i128::from(number)],
            };
            for (record, of, pence) in said.iter().filter_map(|pence| amounts.get(pence)) {
                let amount = Some(short(Pence(*pence)));
                found.insert(Found { withheld: (record.clone(), of.clone()), place: place(field), amount });
            }
        };
        look("", Leaf::Text(id.rest()));
        for (field, value) in fields {
            leaves::each(field, value, &mut |leaf| look(field, leaf));
        }
    }
    found.into_iter().collect()
}

/// What is published in its own right.
struct Published {
    texts: BTreeSet<(String, String, String)>,
    amounts: BTreeSet<i128>,
}

impl Published {
    fn of(records: &Records) -> Self {
        let mut published = Self { texts: BTreeSet::new(), amounts: BTreeSet::new() };
        for (id, fields) in records {
            for (field, value) in fields {
                leaves::each(field, value, &mut |leaf| match leaf {
                    Leaf::Text(text) => drop(published.texts.insert(key(id, field, text))),
                    Leaf::Number("pence" | "up_to", pence) => published.amounts.extend(forms(pence)),
                    Leaf::Number(..) => {}
                });
            }
        }
        published
    }

    /// Whether the same text is the whole of the same field elsewhere.
    fn has_text(&self, (record, field): &(RecordId, String), text: &str) -> bool {
        self.texts.contains(&key(record, field, text))
    }
}

fn key(record: &RecordId, field: &str, text: &str) -> (String, String, String) {
    let kind = if WHO_AND_WHERE.contains(&field) { "" } else { record.kind() };
    (kind.to_owned(), field.to_owned(), fold(text))
}

/// Whether a person typed it: not a key of a closed list, and not the name of a record.
fn is_free(text: &str) -> bool {
    !LONG_CHOICES.contains(&text) && (text.contains(char::is_whitespace) || text.parse::<RecordId>().is_err())
}

/// Whether a number is an amount: an end of a figure, what a case or an option of it comes to, or a part of a figure that is
/// divided by fixed amounts.
fn is_money(key: &str, value: &Value) -> bool {
    let is_fixed = value.get("rule").and_then(Value::as_str) == Some("fixed");
    matches!(key, "pence" | "up_to" | "yearly" | "once" | "running" | "saving") || (key == "weight" && is_fixed)
}

/// What an amount comes to, and what it comes to where it is rounded as the page does for a sentence.
fn forms(pence: i64) -> BTreeSet<i128> {
    let rounded = numbers::amounts(&short(Pence(pence.saturating_abs())));
    std::iter::once(i128::from(pence.saturating_abs())).chain(rounded).collect()
}

/// Letters and digits alone, in lower case.
fn fold(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Texts to be looked for, sorted by how they begin, so that one walk along a text finds them all.
#[derive(Default)]
struct Needles {
    all: Vec<(Vec<u8>, (RecordId, String))>,
    begins: BTreeSet<[u8; LETTERS]>,
}

impl Needles {
    /// A whole text, and each sentence of it that is long enough to stand for itself.
    fn add(&mut self, text: &str, of: &(RecordId, String)) {
        let whole = fold(text);
        if whole.chars().count() >= LETTERS {
            let sentences = text.split_inclusive(['\n', '.', '!', '?', ';']).map(fold);
            let longer: Vec<String> = sentences.filter(|part| part.chars().count() >= SENTENCE && *part != whole).collect();
            self.all.extend(std::iter::once(whole).chain(longer).map(|text| (text.into_bytes(), of.clone())));
        }
    }

    fn sort(&mut self) {
        self.all.sort();
        self.all.dedup();
        self.begins = self.all.iter().filter_map(|(text, _)| text.first_chunk::<LETTERS>().copied()).collect();
    }

    /// Whose texts stand within this one.
    fn within(&self, text: &str) -> Vec<(RecordId, String)> {
        let text = fold(text).into_bytes();
        let mut found = Vec::new();
        for at in 0..text.len() {
            let Some(rest) =
                text.get(at..).filter(|rest| rest.first_chunk::<LETTERS>().is_some_and(|first| self.begins.contains(first)))
            else {
                continue;
            };
            // Every needle that this place begins with sorts before it, and shares its first letters.
            let after = self.all.partition_point(|(needle, _)| needle.as_slice() <= rest);
            let before = self.all.get(..after).unwrap_or_default().iter().rev();
            let near = before.take_while(|(needle, _)| needle.first_chunk::<LETTERS>() == rest.first_chunk::<LETTERS>());
            found.extend(near.filter(|(needle, _)| rest.starts_with(needle)).map(|(_, of)| of.clone()));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_keys_of_closed_lists_are_those_of_the_schema() {
        fn keys(value: &Value, found: &mut BTreeSet<String>) {
            match value {
                Value::Object(fields) => {
                    let listed = fields.get("enum").and_then(Value::as_array).into_iter().flatten().chain(fields.get("const"));
                    found.extend(listed.filter_map(Value::as_str).map(str::to_owned));
                    fields.values().for_each(|value| keys(value, found));
                }
                Value::Array(items) => items.iter().for_each(|value| keys(value, found)),
                _ => {}
            }
        }
        let mut found = BTreeSet::new();
        keys(crate::bundle::schema().pointer("/$defs").unwrap(), &mut found);
        let long: BTreeSet<&str> = found.iter().map(String::as_str).filter(|key| fold(key).len() >= LETTERS).collect();
        assert_eq!(long, LONG_CHOICES.iter().copied().collect());
    }

    #[test]
    fn every_needle_is_found_wherever_it_begins() {
        let of = |name: &str| (RecordId::new("note", name).unwrap(), "text".to_owned());
        let mut needles = Needles::default();
        for (name, text) in [("a", "the lease of the depot"), ("b", "the lease of the depot ends"), ("c", "depot ends in March")]
        {
            needles.add(text, &of(name));
        }
        needles.sort();
        let within = |text: &str| needles.within(text).into_iter().map(|(id, _)| id.rest().to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(within("On THE LEASE, of the\ndepot"), ["a".to_owned()].into());
        assert_eq!(within("See: the lease of the depot ends in March."), ["a", "b", "c"].map(str::to_owned).into());
        assert_eq!(within("the lease of a depot"), BTreeSet::new());
    }
}
