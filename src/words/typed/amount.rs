//! Amounts as people type them: `£12k`, `1.2m`, `5,112`, `£5,112.50`, `12 000`.

use crate::domain::pence::Pence;
use crate::words::money;

/// Why a text is not an amount, with what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAmount {
    /// Nothing was typed.
    #[error("Type an amount, such as £12k or 5,112. Leave it out where none is stated.")]
    Empty,
    /// Nothing like an amount.
    #[error("\"{text}\" is not an amount. Write it like £12k, 1.2m or 5,112.50.")]
    Unreadable {
        /// As typed.
        text: String,
    },
    /// It could mean two amounts, or is slightly off.
    #[error("\"{text}\" could be misread. Did you mean {meant}?")]
    Unclear {
        /// As typed.
        text: String,
        /// One or two ways to write it clearly.
        meant: String,
    },
    /// Less than a penny.
    #[error("\"{text}\" goes below a penny. Write whole pence, such as {suggestion}.")]
    BelowAPenny {
        /// As typed.
        text: String,
        /// Cut to the penny.
        suggestion: String,
    },
    /// More than can be added up safely.
    #[error("\"{text}\" is more than this page can add up. Write less than £10,000,000,000,000.")]
    TooMuch {
        /// As typed.
        text: String,
    },
}

/// Sums of many such amounts still fit, and so does every file that holds them.
const MOST: i128 = 1_000_000_000_000_000;

/// Reads one amount.
pub fn amount(typed: &str) -> Result<Pence, NotAnAmount> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(NotAnAmount::Empty);
    }
    let unreadable = || NotAnAmount::Unreadable { text: text.to_owned() };
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let below = amount(inner).ok().and_then(|pence| Pence::ZERO.minus(pence)).ok_or_else(unreadable)?;
        return Err(NotAnAmount::Unclear { text: text.to_owned(), meant: money::exact(below) });
    }
    let (negative, rest) = sign(text);
    let (figure, unit) = unit(rest).ok_or_else(unreadable)?;
    let size = figure_in_pence(text, figure.trim(), unit)?;
    let pence = if negative { -size } else { size };
    i64::try_from(pence).map(Pence).map_err(|_| NotAnAmount::TooMuch { text: text.to_owned() })
}

/// Reads one amount, or a range such as `£30k to £40k`, `30k-40k`: the lower end first.
pub fn range(typed: &str) -> Result<(Pence, Option<Pence>), NotAnAmount> {
    let text = typed.trim();
    let halves = text.split_once(" to ").or_else(|| text.split_once('–')).or_else(|| {
        let dash = text.char_indices().skip(1).find(|(_, letter)| *letter == '-')?.0;
        Some((text.get(..dash)?, text.get(dash + 1..)?))
    });
    let Some((low, high)) = halves.filter(|(low, high)| !low.trim().is_empty() && !high.trim().is_empty()) else {
        return amount(text).map(|amount| (amount, None));
    };
    let (from, up_to) = (amount(low)?, amount(high)?);
    // "30-40k" means thirty thousand to most people, but only to most.
    let unit = high.trim().trim_start_matches(|letter: char| !letter.is_alphabetic());
    let bare = !unit.is_empty() && !low.contains(char::is_alphabetic);
    let in_its_unit = amount(&format!("{}{unit}", low.trim())).ok().filter(|low| bare && *low < up_to);
    let unclear = |from, up_to| NotAnAmount::Unclear { text: text.to_owned(), meant: money::exact_range(from, Some(up_to)) };
    if let Some(low) = in_its_unit {
        return Err(unclear(low, up_to));
    }
    if from >= up_to {
        return Err(unclear(up_to, from));
    }
    Ok((from, Some(up_to)))
}

fn sign(text: &str) -> (bool, &str) {
    let text = text.strip_prefix('£').map_or(text, str::trim_start);
    let (negative, text) = text.strip_prefix(['-', '−']).map_or((false, text), |rest| (true, rest.trim_start()));
    (negative, text.strip_prefix('£').map_or(text, str::trim_start))
}

/// The figure and how many pence one of its unit is.
fn unit(text: &str) -> Option<(&str, i128)> {
    let letters = text.find(|letter: char| letter.is_alphabetic()).unwrap_or(text.len());
    let (figure, unit) = text.split_at_checked(letters)?;
    let pence = match unit.trim().to_lowercase().as_str() {
        "" => 100,
        "p" | "pence" | "penny" => 1,
        "k" | "thousand" => 100_000,
        "m" | "mn" | "million" => 100_000_000,
        _ => return None,
    };
    Some((figure, pence))
}

fn figure_in_pence(text: &str, figure: &str, unit: i128) -> Result<i128, NotAnAmount> {
    let (whole, part) = figure.split_once('.').map_or((figure, None), |(whole, part)| (whole, Some(part)));
    let unreadable = || NotAnAmount::Unreadable { text: text.to_owned() };
    let too_much = || NotAnAmount::TooMuch { text: text.to_owned() };
    let part_digits = part.unwrap_or_default();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(part_digits) || part.is_some_and(str::is_empty) {
        return Err(unreadable());
    }
    let plain: String = whole.chars().filter(|letter| !is_gap(*letter)).collect();
    if !digits(&plain) || (plain.is_empty() && part.is_none()) {
        return Err(unreadable());
    }
    if plain.len() + part_digits.len() > 24 {
        return Err(too_much());
    }
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<i128>().ok() };
    let whole_number = number(&plain).ok_or_else(unreadable)?;
    let scale = 10_i128.pow(u32::try_from(part_digits.len()).map_err(|_| too_much())?);
    let exact = (whole_number * scale + number(part_digits).ok_or_else(unreadable)?) * unit;
    let pence = exact / scale;
    let shown = |pence: i128| i64::try_from(pence).map_or_else(|_| text.to_owned(), |pence| money::exact(Pence(pence)));
    if !is_well_grouped(whole) {
        let decimal = decimal_comma(whole, unit).filter(|_| part.is_none());
        let meant = decimal.map_or_else(|| shown(pence), |decimal| format!("{} or {}", shown(decimal), shown(pence)));
        return Err(NotAnAmount::Unclear { text: text.to_owned(), meant });
    }
    if unit == 100 && part_digits.len() == 3 && !plain.is_empty() {
        let thousands = (whole_number * 1_000 + number(part_digits).ok_or_else(unreadable)?) * unit;
        return Err(NotAnAmount::Unclear { text: text.to_owned(), meant: format!("{} or {}", shown(thousands), shown(pence)) });
    }
    if exact % scale != 0 {
        return Err(NotAnAmount::BelowAPenny { text: text.to_owned(), suggestion: shown(pence) });
    }
    if pence >= MOST { Err(too_much()) } else { Ok(pence) }
}

fn is_gap(letter: char) -> bool {
    matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether thousands are set apart in threes, or not at all.
fn is_well_grouped(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split(is_gap).collect();
    match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3),
        [] => false,
    }
}

/// What `5,11` would be if its comma were a point.
fn decimal_comma(whole: &str, unit: i128) -> Option<i128> {
    let (pounds, part) = whole.split_once(',')?;
    let scale = 10_i128.pow(u32::try_from(part.len()).ok().filter(|length| (1..=2).contains(length))?);
    Some((pounds.parse::<i128>().ok()? * scale + part.parse::<i128>().ok()?) * unit / scale)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refused(text: &str) -> String {
        amount(text).unwrap_err().to_string()
    }

    #[test]
    fn reads_amounts_as_people_type_them() {
        for (text, pence) in [
            ("£12k", 1_200_000),
            ("12K", 1_200_000),
            ("1.2m", 120_000_000),
            ("£1.08 million", 108_000_000),
            ("5,112", 511_200),
            ("£5,112.50", 511_250),
            ("12 000", 1_200_000),
            ("12\u{a0}000", 1_200_000),
            ("£ 42600", 4_260_000),
            ("0", 0),
            ("£0", 0),
            (".5k", 50_000),
            ("1.2345m", 123_450_000),
            ("-£24k", -2_400_000),
            ("−24", -2_400),
            ("£-24", -2_400),
            ("50p", 50),
            ("0.1", 10),
        ] {
            assert_eq!(amount(text).unwrap(), Pence(pence), "{text}");
        }
    }

    #[test]
    fn refuses_with_what_was_probably_meant() {
        assert_eq!(refused("5,11"), "\"5,11\" could be misread. Did you mean £5.11 or £511?");
        assert_eq!(refused("5.112"), "\"5.112\" could be misread. Did you mean £5,112 or £5.11?");
        assert_eq!(refused("1,20,000"), "\"1,20,000\" could be misread. Did you mean £120,000?");
        assert_eq!(refused("(500)"), "\"(500)\" could be misread. Did you mean −£500?");
        assert_eq!(refused("5.1234"), "\"5.1234\" goes below a penny. Write whole pence, such as £5.12.");
        assert_eq!(refused("about 12k"), "\"about 12k\" is not an amount. Write it like £12k, 1.2m or 5,112.50.");
        assert!(refused(" ").starts_with("Type an amount"));
        assert!(refused("10,000,000m").contains("more than this page can add up"));
        assert!(refused("99999999999999999999999999").contains("more than this page can add up"));
        for text in ["£", "k", "12%", "$12", "1.2.3", "12k5", "--5", "5.", "()", "twelve", "1e6", "٣"] {
            assert!(amount(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_range_has_its_lower_end_first() {
        let both = (Pence::pounds(30_000), Some(Pence::pounds(40_000)));
        for text in ["£30k to £40k", "30k-40k", "£30,000 – £40,000"] {
            assert_eq!(range(text).unwrap(), both, "{text}");
        }
        assert_eq!(range("-£5").unwrap(), (Pence(-500), None));
        assert_eq!(range("30-40k").unwrap_err().to_string(), "\"30-40k\" could be misread. Did you mean £30,000 to £40,000?");
        assert_eq!(range("40k-30k").unwrap_err().to_string(), "\"40k-30k\" could be misread. Did you mean £30,000 to £40,000?");
    }

    proptest! {
        #[test]
        fn what_is_shown_exactly_reads_as_it_was(pence in -999_999_999_999_999_i64..999_999_999_999_999) {
            prop_assert_eq!(amount(&money::exact(Pence(pence))), Ok(Pence(pence)));
        }

        #[test]
        fn any_text_is_an_amount_or_a_sentence(text in "\\PC{0,12}", near in "[-£0-9,. km()]{0,9}") {
            for typed in [text, near] {
                if let Err(refusal) = amount(&typed).and(range(&typed).map(|(low, _)| low)) {
                    prop_assert!(refusal.to_string().ends_with(['.', '?']));
                }
            }
        }
    }
}
