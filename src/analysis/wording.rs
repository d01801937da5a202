//! Two texts compared word by word.

use std::collections::BTreeMap;

use dissimilar::Chunk;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Both texts have it.
    Same(String),
    /// Only the first has it.
    Gone(String),
    /// Only the second has it.
    New(String),
}

/// What two texts have in common and what each has by itself, in reading order. Words are never torn apart.
pub fn compared(first: &str, second: &str) -> Vec<Piece> {
    let mut letters = Letters::default();
    let (one, other) = (letters.written(first), letters.written(second));
    let (Some(one), Some(other)) = (one, other) else {
        return vec![Piece::Gone(first.to_owned()), Piece::New(second.to_owned())];
    };
    let pieces = dissimilar::diff(&one, &other).into_iter().map(|chunk| match chunk {
        Chunk::Equal(text) => Piece::Same(letters.read(text)),
        Chunk::Delete(text) => Piece::Gone(letters.read(text)),
        Chunk::Insert(text) => Piece::New(letters.read(text)),
    });
    pieces.collect()
}

/// Each word, and each run of blanks, stands for one letter, so that a comparison of letters is one of words.
#[derive(Default)]
struct Letters<'t> {
    known: BTreeMap<&'t str, char>,
    words: Vec<&'t str>,
}

impl<'t> Letters<'t> {
    /// The first plane past the one that holds surrogates and most scripts: from here on every number is a letter.
    const FIRST: u32 = 0x1_0000;

    /// A text in these letters; none where there are more words than letters.
    fn written(&mut self, text: &'t str) -> Option<String> {
        words(text).map(|word| self.letter(word)).collect()
    }

    fn letter(&mut self, word: &'t str) -> Option<char> {
        if let Some(known) = self.known.get(word) {
            return Some(*known);
        }
        let letter = char::from_u32(Self::FIRST + u32::try_from(self.words.len()).ok()?)?;
        self.known.insert(word, letter);
        self.words.push(word);
        Some(letter)
    }

    fn read(&self, text: &str) -> String {
        let word = |letter: char| self.words.get((u32::from(letter) - Self::FIRST) as usize).copied().unwrap_or_default();
        text.chars().map(word).collect()
    }
}

/// Words and the blanks between them, one after the other: together they are the text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_blank = rest.chars().next()?.is_whitespace();
        let end = rest.find(|letter: char| letter.is_whitespace() != is_blank).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end)?;
        rest = behind;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(pieces: &[Piece]) -> String {
        let tell = |piece: &Piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Gone(text) => format!("[-{text}-]"),
            Piece::New(text) => format!("[+{text}+]"),
        };
        pieces.iter().map(tell).collect()
    }

    #[test]
    fn words_are_compared_whole() {
        let one = "The Treasurers are to sign off the figures by March.";
        let other = "The Treasurers have signed off the figures in March.";
        assert_eq!(
            told(&compared(one, other)),
            "The Treasurers [-are to sign-][+have signed+] off the figures [-by-][+in+] March."
        );
        assert_eq!(compared("", ""), []);
        assert_eq!(compared("same words", "same words"), [Piece::Same("same words".into())]);
    }

    proptest! {
        #[test]
        fn both_texts_are_there_to_the_letter(one in "([a-c]{1,3}| |\n|é|😀){0,30}", other in "([a-c]{1,3}| |\n|é|😀){0,30}") {
            let pieces = compared(&one, &other);
            let of = |without: fn(&Piece) -> bool| -> String {
                let kept = pieces.iter().filter(|piece| !without(piece));
                kept.map(|piece| match piece { Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => text.as_str() }).collect()
            };
            prop_assert_eq!(of(|piece| matches!(piece, Piece::New(_))), one);
            prop_assert_eq!(of(|piece| matches!(piece, Piece::Gone(_))), other);
        }
    }
}
