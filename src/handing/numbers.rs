//! Amounts of money as people write them inside a text: `£246,000`, `246k`, `0.25 million`, `24600000`.

/// How few digits a bare number may have to be taken for an amount: years and paragraphs are shorter.
const BARE: usize = 5;

/// What each amount in a text may come to, in pence. A bare number may be pounds or pence.
pub(super) fn amounts(text: &str) -> Vec<i128> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if letters.get(at).is_some_and(char::is_ascii_digit) {
            at = number(&letters, at, &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads the number that begins here and answers where it ends.
fn number(letters: &[char], from: usize, found: &mut Vec<i128>) -> usize {
    let digit = |at: usize| letters.get(at).filter(|letter| letter.is_ascii_digit()).and_then(|letter| letter.to_digit(10));
    let (mut at, mut whole, mut digits, mut is_grouped) = (from, 0_i128, 0, false);
    loop {
        if let Some(value) = digit(at) {
            whole = whole.saturating_mul(10).saturating_add(i128::from(value));
            digits += 1;
            at += 1;
        } else if is_group(letters, at) {
            is_grouped = true;
            at += 1;
        } else {
            break;
        }
    }
    let (mut hundredths, mut places) = (0_i128, 0);
    if letters.get(at) == Some(&'.') && digit(at + 1).is_some() {
        at += 1;
        while let Some(value) = digit(at) {
            if places < 8 {
                hundredths = hundredths * 10 + i128::from(value);
                places += 1;
            }
            at += 1;
        }
    }
    let (scale, end) = suffix(letters, at);
    let has_sign = before(letters, from);
    if has_sign || is_grouped || scale != Scale::None || places == 2 || digits >= BARE {
        let tenths = 10_i128.pow(places);
        let pounds = scale.times().saturating_mul(100);
        found.push(whole.saturating_mul(pounds).saturating_add(hundredths * pounds / tenths));
    }
    if scale == Scale::None && !has_sign && places == 0 && digits >= BARE {
        found.push(whole);
    }
    end
}

/// A mark between thousands: what follows are three digits and no fourth.
fn is_group(letters: &[char], at: usize) -> bool {
    let is_mark = letters.get(at).is_some_and(|mark| matches!(mark, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ' | '’'));
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    is_mark && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4)
}

/// Whether a pound sign or `GBP` stands before it.
fn before(letters: &[char], at: usize) -> bool {
    let head: String = letters.get(..at).unwrap_or_default().iter().rev().take(5).collect::<Vec<_>>().into_iter().rev().collect();
    let head = head.trim_end();
    head.ends_with('£') || head.to_ascii_lowercase().ends_with("gbp")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    None,
    Thousands,
    Millions,
    Billions,
}

impl Scale {
    fn times(self) -> i128 {
        match self {
            Self::None => 1,
            Self::Thousands => 1_000,
            Self::Millions => 1_000_000,
            Self::Billions => 1_000_000_000,
        }
    }
}

/// The word or letter after a number that makes it thousands or more, and where the number ends with it.
fn suffix(letters: &[char], at: usize) -> (Scale, usize) {
    let blanks = letters.get(at..).unwrap_or_default().iter().take_while(|letter| letter.is_whitespace()).count();
    let from = at + blanks.min(1);
    let word: String =
        letters.get(from..).unwrap_or_default().iter().take_while(|letter| letter.is_alphabetic()).take(9).collect();
    let scale = match word.to_lowercase().as_str() {
        "k" | "thousand" => Scale::Thousands,
        "m" | "mn" | "million" => Scale::Millions,
        "bn" | "billion" => Scale::Billions,
        _ => return (Scale::None, at),
    };
    (scale, from + word.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_found_however_they_are_written() {
        for text in [
            "£246,000",
            "£246000",
            "246,000",
            "£246k",
            "246K",
            "£ 246 k",
            "246 thousand",
            "£0.246m",
            "0.246 million",
            "£246,000.00",
            "246 000",
            "24600000",
            "246000",
            "GBP 246,000",
            "(£246k)",
            "about £246k.",
        ] {
            assert!(amounts(text).contains(&24_600_000), "{text}: {:?}", amounts(text));
        }
        assert!(amounts("£5,112.50 each").contains(&511_250));
        assert!(amounts("£120").contains(&12_000));
    }

    #[test]
    fn years_paragraphs_and_counts_are_none() {
        for text in ["in 2010/11", "S3c 7.1", "120 people", "9 December 2010", "12 %", "10 minutes"] {
            assert_eq!(amounts(text), Vec::<i128>::new(), "{text}");
        }
    }
}
