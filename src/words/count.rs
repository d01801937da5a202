//! Counts, lists and the first letter of a sentence.

/// A whole number with its thousands set apart: `5,000`.
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A size in bytes as people read it: "312 KB", "1.4 MB".
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => count(usize::try_from(bytes).unwrap_or(usize::MAX), "byte", "bytes"),
        1_000..1_000_000 => format!("{} KB", (bytes + 500) / 1_000),
        1_000_000..1_000_000_000 => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
        _ => format!("{}.{} GB", bytes / 1_000_000_000, bytes % 1_000_000_000 / 100_000_000),
    }
}

/// So many of something: `no risks`, `1 risk`, `3 risks`.
pub fn count(how_many: usize, one: &str, several: &str) -> String {
    match how_many {
        0 => format!("no {several}"),
        1 => format!("1 {one}"),
        _ => format!("{} {several}", number(how_many as u64)),
    }
}

/// What is shown of how many: `14 open risks.`, `9 of 14 open risks: owner Chief Executive, high.`
pub fn shown(shown: usize, of: usize, one: &str, several: &str, filters: &[String]) -> String {
    let all = count(of, one, several);
    if filters.is_empty() {
        return sentence(&format!("{all}."));
    }
    format!("{} of {all}: {}.", number(shown as u64), filters.join(", "))
}

/// Names in a row: `Bromsgrove, Redditch and Wyre Forest`.
pub fn list<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>) -> String {
    join(&names.into_iter().collect::<Vec<_>>(), " and ")
}

/// The first few names and how many more there are: `8, 10 and 12 more`.
pub fn list_some<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>, show: usize) -> String {
    let mut names = names.into_iter();
    // One more than is shown tells whether it is the last.
    let first: Vec<_> = names.by_ref().take(show + 1).collect();
    let all = first.len() + names.count();
    list_first(&first, all, show)
}

/// The same where it is known how many there are, and these are the first of them.
pub fn list_first<Name: AsRef<str>>(first: &[Name], all: usize, show: usize) -> String {
    let mut names: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
    if all <= show {
        return list(&names);
    }
    names.truncate(show);
    let more = format!("{} more", number((all - names.len()) as u64));
    list(names.into_iter().chain([more.as_str()]))
}

/// Names of which one is meant: `live, left or refused`.
pub fn either<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>) -> String {
    join(&names.into_iter().collect::<Vec<_>>(), " or ")
}

/// The text with a capital at its start.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text cut at a word's end where it is longer than so many letters, with `…` in place of the rest.
pub fn shortened(text: &str, longest: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= longest {
        return text;
    }
    let start: String = text.chars().take(longest).collect();
    let whole_words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', '.', '–']))
}

fn join<Name: AsRef<str>>(names: &[Name], before_last: &str) -> String {
    let mut text = String::new();
    for (place, name) in names.iter().enumerate() {
        match names.len() - place {
            _ if place == 0 => {}
            1 => text.push_str(before_last),
            _ => text.push_str(", "),
        }
        text.push_str(name.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_thousands_set_apart() {
        let read = [0, 7, 999, 1_000, 12_345, 1_234_567].map(number);
        assert_eq!(read, ["0", "7", "999", "1,000", "12,345", "1,234,567"]);
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!([0, 1, 3, 5_000].map(|n| count(n, "risk", "risks")), ["no risks", "1 risk", "3 risks", "5,000 risks"]);
    }

    #[test]
    fn lists_read_as_in_a_sentence() {
        assert_eq!(list::<&str>([]), "");
        assert_eq!(list(["Bromsgrove"]), "Bromsgrove");
        assert_eq!(list(["Bromsgrove", "Redditch"]), "Bromsgrove and Redditch");
        assert_eq!(list(["Bromsgrove", "Redditch", "Wyre Forest"]), "Bromsgrove, Redditch and Wyre Forest");
        assert_eq!(either(["live", "left", "refused"]), "live, left or refused");
        assert_eq!(list_some(["8", "10"], 2), "8 and 10");
        assert_eq!(list_some(["8", "10", "2", "6"], 2), "8, 10 and 2 more");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("Too few staff to carry it out", 16), "Too few staff…");
        assert_eq!(shortened("Too\n few", 16), "Too few");
        assert_eq!(shortened("Unverständlichkeit", 5), "Unver…");
        assert_eq!(sentence("éa"), "Éa");
        assert_eq!(sentence(""), "");
    }
}
