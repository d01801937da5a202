//! The seven Worcestershire councils.
//!
//! Six are named in the papers. Malvern Hills is the seventh; that is public knowledge and has no source among them.

use concordat::domain::partner::{Partner, PartnerKind, Series, Vote};
use concordat::domain::thing::Thing;

use super::write::{about, note, partner, text};

/// The order in which they are listed, and in which spare pence are given out.
pub const ORDER: [&str; 7] =
    ["bromsgrove", "redditch", "worcestershire", "wyre-forest", "worcester", "wychavon", "malvern-hills"];

/// How many of them the papers of 2008 name.
pub const NAMED_IN_2008: usize = 4;

/// The two that agreed the Concordat (S4b 1.1, with votes by 4.3(a)(iii)), and two that work with them (S4d 3.2, 4.2).
pub fn in_2008() -> Vec<Thing> {
    vec![
        Partner {
            vote: Some(Vote::Votes),
            ..council("bromsgrove", "Bromsgrove District Council", "BDC", PartnerKind::District, Series::One)
        }
        .into(),
        Partner {
            vote: Some(Vote::Votes),
            ..council("redditch", "Redditch Borough Council", "RBC", PartnerKind::Borough, Series::Two)
        }
        .into(),
        council("worcestershire", "Worcestershire County Council", "WCC", PartnerKind::County, Series::Three).into(),
        council("wyre-forest", "Wyre Forest District Council", "WFDC", PartnerKind::District, Series::Four).into(),
    ]
}

/// The rest of the seven (S0 3.3). Worcester City and Wychavon are named only later (S3c 6.2a, 6.4).
pub fn in_2009() -> Vec<Thing> {
    vec![
        council("worcester", "Worcester City Council", "City", PartnerKind::City, Series::Five).into(),
        council("wychavon", "Wychavon District Council", "WDC", PartnerKind::District, Series::Six).into(),
        council("malvern-hills", "Malvern Hills District Council", "MHDC", PartnerKind::District, Series::Seven).into(),
        note(
            "malvern-hills",
            about(&partner("malvern-hills")),
            "The papers count seven councils (S0 3.3, 6.3) and name six. That Malvern Hills is the seventh is public knowledge: no paper here says so.",
        ),
    ]
}

fn council(id: &str, name: &str, code: &str, kind: PartnerKind, series: Series) -> Partner {
    Partner { name: text(name), code: text(code), kind: Some(kind), series: Some(series), ..Partner::new(partner(id)) }
}
