//! Figures of measures as people type them into a cell: `1,234.5`, `82 %`, `43 of 50`, `10 to 20`, each with a note behind
//! a semicolon where there is something to say.

use crate::domain::measure::{Measure, Polarity, YearToDate};
use crate::domain::quantity::Quantity;
use crate::domain::reading::{Aim, Outlook, Reading};
use crate::words::quantity::exact;

/// Reads one figure.
pub fn quantity(typed: &str) -> Result<Quantity, String> {
    let text = typed.trim().trim_end_matches('%').trim_end();
    let plain = text.replace(['−', '–'], "-");
    let digits = plain.strip_prefix('-').map_or(plain.as_str(), str::trim_start);
    let sign = if plain.starts_with('-') { "-" } else { "" };
    let not_one =
        || format!("\"{}\" is not a figure. Write it like 1,234.5, or leave it empty: a blank is not nought.", typed.trim());
    let (whole, places) = digits.split_once('.').map_or((digits, None), |(whole, places)| (whole, Some(places)));
    let whole = without_commas(whole).ok_or_else(|| match (places, digits.split_once(',')) {
        (None, Some((whole, places))) if digits.matches(',').count() == 1 => {
            format!("\"{}\" can be read in two ways. Write {whole}.{places} or {whole}{places}.", typed.trim())
        }
        _ => not_one(),
    })?;
    let joined = places.map_or_else(|| format!("{sign}{whole}"), |places| format!("{sign}{whole}.{places}"));
    if places.is_some_and(|places| places.len() > 6) {
        return Err(format!("\"{}\" has more than six places after the point. Round it.", typed.trim()));
    }
    Quantity::parse(&joined).ok_or_else(not_one)
}

/// Commas stand between groups of three digits, or nowhere.
fn without_commas(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    is_grouped.then(|| format!("{first}{}", rest.concat()))
}

/// What a period came to; nothing where the cell is blank.
pub fn reading(typed: &str, measure: &Measure) -> Result<Option<Reading>, String> {
    let (figure, note) = parted(typed);
    if figure.is_empty() {
        return blank(note);
    }
    if measure.rule() != YearToDate::Ratio {
        return Ok(Some(Reading { value: quantity(figure)?, of: None, note }));
    }
    let halves = figure.split_once('/').or_else(|| figure.split_once(" of "));
    let Some((part, of)) = halves else {
        return Err(format!("This is a ratio: write how many of how many, such as 43 of 50, not \"{figure}\" alone."));
    };
    let (value, of) = (quantity(part)?, quantity(of)?);
    if of <= Quantity::ZERO {
        return Err(format!("\"{figure}\" divides by none. Write how many there were in all, or leave it empty."));
    }
    Ok(Some(Reading { value, of: Some(of), note }))
}

/// What a period is to come to; nothing where the cell is blank.
pub fn aim(typed: &str, measure: &Measure) -> Result<Option<Aim>, String> {
    let (figure, note) = parted(typed);
    if figure.is_empty() {
        return blank(note);
    }
    let halves = figure.split_once(" to ").or_else(|| figure.split_once('–'));
    let Some((low, high)) = halves else {
        return Ok(Some(Aim { value: quantity(figure)?, up_to: None, note }));
    };
    if measure.better() != Polarity::Within {
        return Err(format!("This is aimed at one figure, not at a range such as \"{figure}\"."));
    }
    let (value, up_to) = (quantity(low)?, quantity(high)?);
    if up_to < value {
        return Err(format!("The range \"{figure}\" is upside down. Put the smaller figure first."));
    }
    Ok(Some(Aim { value, up_to: Some(up_to).filter(|top| *top > value), note }))
}

/// What is expected of the year; nothing where the cell is blank.
pub fn outlook(typed: &str) -> Result<Option<Outlook>, String> {
    let (figure, note) = parted(typed);
    if figure.is_empty() {
        return blank(note);
    }
    Ok(Some(Outlook { value: quantity(figure)?, note }))
}

/// What is before the first semicolon, and what is behind it.
fn parted(typed: &str) -> (&str, Option<String>) {
    let (figure, note) = typed.split_once(';').unwrap_or((typed, ""));
    let note = note.trim();
    (figure.trim(), (!note.is_empty()).then(|| note.to_owned()))
}

fn blank<T>(note: Option<String>) -> Result<Option<T>, String> {
    match note {
        None => Ok(None),
        Some(note) => {
            Err(format!("There is a note, \"{note}\", but no figure before it. Write the figure, a semicolon, then the note."))
        }
    }
}

/// A reading as its cell shows it.
pub fn reading_typed(reading: &Reading) -> String {
    let figure = match reading.of {
        Some(of) => format!("{} of {}", exact(reading.value), exact(of)),
        None => exact(reading.value),
    };
    noted(figure, reading.note.as_deref())
}

/// A target as its cell shows it.
pub fn aim_typed(aim: &Aim) -> String {
    let figure = match aim.up_to {
        Some(up_to) => format!("{} to {}", exact(aim.value), exact(up_to)),
        None => exact(aim.value),
    };
    noted(figure, aim.note.as_deref())
}

/// A figure with its note as a cell shows them.
pub fn noted(figure: String, note: Option<&str>) -> String {
    match note.map(str::trim).filter(|note| !note.is_empty()) {
        Some(note) => format!("{figure}; {note}"),
        None => figure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::MeasureId;

    fn measure(rule: YearToDate, better: Polarity) -> Measure {
        Measure { to_date: Some(rule), polarity: Some(better), ..Measure::new(MeasureId::new("m").unwrap()) }
    }

    #[test]
    fn figures_are_read_generously_where_they_mean_one_thing() {
        let read = |text: &str| quantity(text).unwrap().to_string();
        let ways = [("1,234.5", "1234.5"), (" 82 % ", "82"), ("−3", "-3"), ("- 3", "-3"), ("0", "0"), ("1.50", "1.5")];
        for (typed, is) in ways {
            assert_eq!(read(typed), is, "{typed}");
        }
        assert_eq!(quantity("1,5").unwrap_err(), "\"1,5\" can be read in two ways. Write 1.5 or 15.");
        for wrong in ["n/a", "-", "abc", "1.2.3", "1,23,456", "£12", "", "12 kg"] {
            assert!(quantity(wrong).is_err(), "{wrong}");
        }
        assert!(quantity("1.2345678").unwrap_err().ends_with("Round it."));
    }

    #[test]
    fn a_blank_is_not_nought_and_a_note_needs_a_figure() {
        let plain = measure(YearToDate::Sum, Polarity::Lower);
        assert_eq!(reading(" ", &plain), Ok(None));
        let nought = reading("0; nobody was here", &plain).unwrap().unwrap();
        assert_eq!((nought.value, nought.note.as_deref()), (Quantity::ZERO, Some("nobody was here")));
        assert!(reading("; system down", &plain).unwrap_err().starts_with("There is a note"));
    }

    #[test]
    fn a_ratio_is_so_many_of_so_many() {
        let ratio = measure(YearToDate::Ratio, Polarity::Higher);
        for typed in ["43 of 50", "43/50", "43 / 50"] {
            let read = reading(typed, &ratio).unwrap().unwrap();
            assert_eq!((read.value.to_string(), read.of.unwrap().to_string()), ("43".into(), "50".into()));
        }
        assert!(reading("86 %", &ratio).unwrap_err().starts_with("This is a ratio"));
        assert!(reading("1 of 0", &ratio).unwrap_err().contains("divides by none"));
    }

    #[test]
    fn a_range_belongs_to_what_is_best_within_one() {
        let within = measure(YearToDate::Latest, Polarity::Within);
        let read = aim("10 to 20; the Board", &within).unwrap().unwrap();
        assert_eq!((read.value.to_string(), read.up_to.unwrap().to_string()), ("10".into(), "20".into()));
        assert_eq!(aim_typed(&read), "10 to 20; the Board");
        assert!(aim("20 to 10", &within).unwrap_err().contains("upside down"));
        assert!(aim("10 to 20", &measure(YearToDate::Latest, Polarity::Higher)).unwrap_err().contains("one figure"));
    }

    #[test]
    fn what_a_cell_shows_is_read_as_the_same_again() {
        let ratio = measure(YearToDate::Ratio, Polarity::Higher);
        let read = reading("1,043 of 1,150; half of them by post", &ratio).unwrap().unwrap();
        assert_eq!(reading(&reading_typed(&read), &ratio), Ok(Some(read)));
    }
}
