//! What a workspace or a bundle holds, counted.

use crate::words::count::{count, number};

/// `22 changes`, and what of it never leaves the device: `22 changes and 1 of your own`.
pub fn held(shared: usize, own: usize) -> String {
    let shared = count(shared, "change", "changes");
    if own == 0 { shared } else { format!("{shared} and {} of your own", number(own as u64)) }
}

/// What is known of whether a workspace is in files too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InFiles {
    /// It has never been handed on or saved to a file.
    Never,
    /// So many of its changes were made since it was.
    AllBut(usize),
    /// Only the workspace that is open knows.
    NotKnown,
}

/// What is removed with a workspace, and from where; what stays; and what is in no file. A sentence each, to be read before
/// anything goes.
pub fn removal(shared: usize, own: usize, in_files: InFiles) -> Vec<String> {
    let many = count(shared, "change", "changes");
    let notes = match own {
        0 => String::new(),
        _ => " Your notes for yourself go with it.".to_owned(),
    };
    let goes = format!(
        "Its {many}, with the whole history, go from this browser on this device for good. Undo cannot bring them back.{notes}"
    );
    let stays = "Files that you exported or handed on are not touched, nor is the work of anybody who has one. From such a file it can be imported again.";
    let file = match in_files {
        InFiles::Never => "This work has never been handed on or saved to a file: nothing of it is anywhere else.".to_owned(),
        InFiles::AllBut(0) => "All of it was in the file that was last handed on.".to_owned(),
        InFiles::AllBut(since) => {
            let since =
                count(since, "change was made since the last file and is", "changes were made since the last file and are");
            format!("{since} in none.")
        }
        InFiles::NotKnown => "Export it first if you are not sure that there is a file of it.".to_owned(),
    };
    vec![goes, stays.to_owned(), file]
}

/// What stands after the count of changes in a bundle that are not here yet; of none, the whole line.
pub fn new_here(changes: usize) -> &'static str {
    match changes {
        0 => "Nothing that is new here",
        1 => "change that is new here",
        _ => "changes that are new here",
    }
}

/// What stands after the count of those who made the changes in a bundle.
pub fn authors(people: usize) -> &'static str {
    match people {
        1 => "person or paper made these changes",
        _ => "people or papers made these changes",
    }
}

/// What an import brought: `12 changes`, `12 changes and 1 edit made by hand`.
pub fn brought(changes: usize, by_hand: usize) -> String {
    let edits = count(by_hand, "change edited by hand", "changes edited by hand");
    match (changes, by_hand) {
        (_, 0) => count(changes, "change", "changes"),
        (0, _) => edits,
        _ => format!("{} and {edits}", count(changes, "change", "changes")),
    }
}

/// Letters and digits that every system takes in a file's name; anything else is a dash.
pub fn fit_for_a_name(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars().take(60) {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' => safe.push(letter),
            '\'' | '’' => {}
            _ if safe.is_empty() || safe.ends_with('-') => {}
            _ => safe.push('-'),
        }
    }
    safe.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_ones_own_is_counted_apart() {
        assert_eq!(held(22, 1), "22 changes and 1 of your own");
        assert_eq!(held(22, 0), "22 changes");
        assert_eq!(held(1, 2), "1 change and 2 of your own");
        assert_eq!(held(0, 1), "no changes and 1 of your own");
    }

    #[test]
    fn an_import_says_what_it_brought() {
        assert_eq!(brought(12, 0), "12 changes");
        assert_eq!(brought(1, 2), "1 change and 2 changes edited by hand");
        assert_eq!(brought(0, 1), "1 change edited by hand");
    }

    #[test]
    fn one_is_not_several_and_none_is_nothing() {
        assert_eq!([0, 1, 2].map(new_here), ["Nothing that is new here", "change that is new here", "changes that are new here"]);
        assert!(
            removal(1, 0, InFiles::Never)[0]
                .starts_with("Its 1 change, with the whole history, go from this browser on this device")
        );
        assert!(removal(9, 2, InFiles::NotKnown)[0].ends_with("Your notes for yourself go with it."));
        assert!(removal(9, 2, InFiles::NotKnown)[1].contains("are not touched"));
        assert_eq!(removal(9, 0, InFiles::AllBut(1))[2], "1 change was made since the last file and is in none.");
        assert_eq!(removal(9, 0, InFiles::AllBut(3))[2], "3 changes were made since the last file and are in none.");
        assert_eq!(authors(1), "person or paper made these changes");
        assert_eq!(authors(2), "people or papers made these changes");
    }
}
