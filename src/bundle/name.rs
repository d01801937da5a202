//! What a file is called.

use chrono::NaiveDate;

use crate::bundle::profile::Profile;

/// What a file is called that is made for certain readers. One with exempt items says so first.
pub fn file_name_for(title: &str, profile: Profile, is_exempt: bool, date: NaiveDate, code: &str) -> String {
    let name = file_name(title, date, code);
    let marked = match profile {
        Profile::Everything => format!("everything-{name}"),
        Profile::Members => name,
        Profile::WithoutExempt => format!("without-exempt-{name}"),
        Profile::Public => format!("public-{name}"),
    };
    if is_exempt { format!("EXEMPT-{marked}") } else { marked }
}

/// `TITLE-DATE-CODE.concordat.json`. Letters and digits that every system takes in a name; anything else is a dash.
pub fn file_name(title: &str, date: NaiveDate, code: &str) -> String {
    let mut safe = String::new();
    for letter in title.chars().take(60) {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' => safe.push(letter),
            '\'' | '’' => {}
            _ if safe.is_empty() || safe.ends_with('-') => {}
            _ => safe.push('-'),
        }
    }
    let safe = safe.trim_end_matches('-');
    let title = if safe.is_empty() { "Workspace" } else { safe };
    format!("{title}-{date}-{code}.concordat.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_whom_it_is_for_and_that_it_is_exempt() {
        let day = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        let name = |profile, is_exempt| file_name_for("Depot", profile, is_exempt, day, "4F1C-09AB");
        assert_eq!(name(Profile::Members, false), "Depot-2011-01-17-4F1C-09AB.concordat.json");
        assert_eq!(name(Profile::Members, true), "EXEMPT-Depot-2011-01-17-4F1C-09AB.concordat.json");
        assert_eq!(name(Profile::Everything, true), "EXEMPT-everything-Depot-2011-01-17-4F1C-09AB.concordat.json");
        assert_eq!(name(Profile::Public, false), "public-Depot-2011-01-17-4F1C-09AB.concordat.json");
    }

    #[test]
    fn holds_nothing_that_a_system_refuses() {
        let day = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        assert_eq!(
            file_name("Bromsgrove & Redditch: “shared” services", day, "4F1C-09AB"),
            "Bromsgrove-Redditch-shared-services-2011-01-17-4F1C-09AB.concordat.json"
        );
        assert_eq!(file_name("../…\\?*", day, "4F1C-09AB"), "Workspace-2011-01-17-4F1C-09AB.concordat.json");
        assert_eq!(file_name("People's", day, "4F1C-09AB"), "Peoples-2011-01-17-4F1C-09AB.concordat.json");
    }
}
