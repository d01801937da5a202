//! What is said of a file before it is made: what is left out and why, and where something of it was found.

use std::collections::BTreeMap;

use crate::bundle::Profile;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::handing::holds::Holds;
use crate::handing::search::Found;
use crate::handing::withheld::{Why, Withheld};
use crate::log::{RecordId, WITHDRAWN};
use crate::words;

/// Things that are left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The reason, with how many there are.
    pub says: String,
    /// Each of them; nothing where counting them is enough.
    pub items: Vec<String>,
}

/// What a choice of readers is called, and what their file is.
pub fn readers(profile: Profile) -> (&'static str, &'static str) {
    match profile {
        Profile::Everything => {
            ("Everything", "For your own other device: the work with its history, and your notes for yourself.")
        }
        Profile::Members => ("Members", "For those who work on it: the work with its history, exempt items included."),
        Profile::WithoutExempt => (
            "Without exempt items",
            "To read only. In place of each exempt item stand its paragraph, reason and review date. No history.",
        ),
        Profile::Public => {
            ("Public", "To read only. What is listed as public: no history, no authors, nothing exempt or withdrawn.")
        }
    }
}

/// What a file holds, counted: `22 changes to 3 partners, 12 services and 4 risks`.
pub fn counted(holds: &Holds) -> String {
    let kinds = holds.records.iter().filter(|(kind, _)| *kind != Kind::About);
    let kinds = kinds.map(|(kind, many)| words::count(*many, &kind.label().to_lowercase(), &kind.plural().to_lowercase()));
    let records = words::list(kinds);
    let records = if records.is_empty() { "no records yet".to_owned() } else { records };
    let own = (holds.own > 0).then(|| words::count(holds.own, "change of your own", "changes of your own"));
    match (holds.changes, own) {
        (0, None) => format!("It would hold {records}."),
        (changes, None) => format!("It would hold {} to {records}.", words::count(changes, "change", "changes")),
        (changes, Some(own)) => format!("It would hold {} to {records}, and {own}.", words::count(changes, "change", "changes")),
    }
}

/// What is left out, the few that a person looks for first.
pub fn left_out(workspace: &Workspace, withheld: &[Withheld]) -> Vec<LeftOut> {
    let mut groups: BTreeMap<u8, (&str, Vec<String>)> = BTreeMap::new();
    let mut unlisted: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for out in withheld {
        let (place, says) = match &out.why {
            Why::Exempt | Why::AboutExempt(_) => (0, "exempt"),
            Why::Total(_) | Why::GivesAway(_) | Why::SaysTheSame(_) | Why::Divides => {
                (1, "so that no figure is given away that is left out")
            }
            Why::Disputed => (2, "on which people differ: settle them, and they can go in"),
            Why::Names(_) => (3, "that name something left out"),
            Why::NotListed => (4, "of a kind or field that nobody has listed as public"),
            Why::NotForThePublic(why) => {
                *unlisted.entry((plural(out), why)).or_default() += 1;
                continue;
            }
            Why::Withdrawn => (5, "out of use"),
        };
        groups.entry(place).or_insert_with(|| (says, Vec::new())).1.push(item(workspace, out));
    }
    let named = groups.into_iter().map(|(place, (says, items))| {
        let says = format!("{} {says}", words::number(items.len() as u64));
        LeftOut { says, items: if place == 5 { Vec::new() } else { items } }
    });
    let counted = unlisted.into_iter().map(|((what, why), many)| {
        let says = format!("{what} ({}): {why}", words::number(many as u64));
        LeftOut { says, items: Vec::new() }
    });
    named.chain(counted).collect()
}

/// Where something was found that was left out, and how to put it right.
pub fn found(workspace: &Workspace, found: &Found) -> String {
    let place = place(workspace, &found.place.0, &found.place.1);
    let withheld = self::place(workspace, &found.withheld.0, &found.withheld.1);
    let says = match &found.amount {
        Some(amount) => format!("says {amount}, which is {withheld}"),
        None => format!("holds the text of {withheld}"),
    };
    format!("{} {says}. Say it there in other words, or leave it out.", words::sentence(&place))
}

/// What a record is called, one that is not in use too.
pub fn called(workspace: &Workspace, id: &RecordId) -> String {
    let kind = Kind::from_key(id.kind()).map_or("record", Kind::label).to_lowercase();
    let subject = Subject::parse(id.as_str());
    let name = subject.and_then(|subject| {
        let known = workspace.thing(&subject).is_some();
        if known { Some(words::name(workspace, &subject)) } else { workspace.withdrawn_name(&subject) }
    });
    name.map_or_else(|| format!("a {kind}"), |name| format!("{kind} \"{}\"", words::count::shortened(&name, LONGEST)))
}

const LONGEST: usize = 60;

fn item(workspace: &Workspace, out: &Withheld) -> String {
    let what = match &out.field {
        Some(field) => place(workspace, &out.record, field),
        None => called(workspace, &out.record),
    };
    let because = match &out.why {
        Why::AboutExempt(of) => format!(", which belongs to {}", called(workspace, of)),
        Why::Total(part) => format!(": it is a total, and {} is the only part of it that is left out", called(workspace, part)),
        Why::GivesAway(part) => format!(": with the others it would come to {}", called(workspace, part)),
        Why::SaysTheSame(of) => format!(": it says about the same what {} says", called(workspace, of)),
        Why::Names(of) => format!(": it names {}", called(workspace, of)),
        Why::Divides => ": it would say what is left out of a share or a total".to_owned(),
        Why::Exempt | Why::NotForThePublic(_) | Why::NotListed | Why::Withdrawn | Why::Disputed => String::new(),
    };
    words::sentence(&format!("{what}{because}"))
}

fn place(workspace: &Workspace, record: &RecordId, field: &str) -> String {
    let of = called(workspace, record);
    match (field, Kind::from_key(record.kind())) {
        ("", _) => format!("the name in files of {of}"),
        (WITHDRAWN, _) => format!("the reason for withdrawing {of}"),
        (_, Some(kind)) => format!("\"{}\" of {of}", kind.field_label(field)),
        (_, None) => format!("\"{field}\" of {of}"),
    }
}

fn plural(out: &Withheld) -> String {
    let kind = Kind::from_key(out.record.kind());
    match (&out.field, kind) {
        (None, Some(kind)) => kind.plural().to_owned(),
        (Some(field), Some(kind)) => format!("\"{}\" of {}", kind.field_label(field), kind.plural().to_lowercase()),
        (_, None) => "Records of a kind unknown here".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Money, MoneyId};
    use serde_json::json;

    #[test]
    fn each_reason_is_said_once_with_what_it_is_about() {
        let mut workspace = Workspace::default();
        let id = MoneyId::new("fuel").unwrap();
        workspace.insert(Money { title: Some("Fuel".to_owned()), ..Money::new(id) }.into());
        let name = |text: &str| text.parse::<RecordId>().unwrap();
        let out = |record: &str, field: Option<&str>, why| Withheld {
            record: name(record),
            field: field.map(str::to_owned),
            why,
            values: vec![("title".to_owned(), json!("Fuel"))],
        };
        let says = left_out(
            &workspace,
            &[
                out("money/fuel", Some("sum"), Why::Total(name("money/rent"))),
                out("money/rent", None, Why::Exempt),
                out("note/1", None, Why::NotForThePublic("notes are for colleagues")),
                out("note/2", None, Why::NotForThePublic("notes are for colleagues")),
            ],
        );
        let lines: Vec<&str> = says.iter().map(|group| group.says.as_str()).collect();
        assert_eq!(
            lines,
            ["1 exempt", "1 so that no figure is given away that is left out", "Notes (2): notes are for colleagues"]
        );
        assert_eq!(
            says[1].items,
            ["\"Figure\" of money line \"Fuel\": it is a total, and a money line is the only part of it that is left out"]
        );
        let place = found(
            &workspace,
            &Found {
                withheld: (name("money/rent"), "sum".to_owned()),
                place: (name("money/fuel"), "title".to_owned()),
                amount: Some("£46k".to_owned()),
            },
        );
        assert_eq!(
            place,
            "\"What it is for\" of money line \"Fuel\" says £46k, which is \"Figure\" of a money line. Say it there in other words, or leave it out."
        );
    }
}
