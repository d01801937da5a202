//! A council or other body that takes part.

use crate::domain::choice::choices;
use crate::domain::record::record;

choices! {
    /// What sort of body a partner is.
    pub enum PartnerKind {
        /// A county council.
        County "county" "County council",
        /// A district council.
        District "district" "District council",
        /// A borough council.
        Borough "borough" "Borough council",
        /// A city council.
        City "city" "City council",
        /// A unitary authority.
        Unitary "unitary" "Unitary authority",
        /// Health, police, fire, a college, a charity or any other body.
        Other "other" "Other body",
    }
}

choices! {
    /// Whether a partner votes. Partners without a vote exist (S2 1.1).
    pub enum Vote {
        /// It votes.
        Votes "votes" "Votes",
        /// It takes part without a vote.
        None "none" "No vote",
    }
}

choices! {
    /// The colour and pattern that charts use for a partner.
    pub enum Series {
        /// The first.
        One "1" "Blue",
        /// The second.
        Two "2" "Teal",
        /// The third.
        Three "3" "Plum",
        /// The fourth.
        Four "4" "Orange",
        /// The fifth.
        Five "5" "Slate",
        /// The sixth.
        Six "6" "Violet",
        /// The seventh.
        Seven "7" "Olive",
        /// The eighth.
        Eight "8" "Rose",
    }
}

record! {
    /// A council or other body that takes part.
    pub struct Partner, PartnerId "partner" {
        /// Its full name.
        name: String = "Name",
        /// A few letters for narrow columns, unlike any other partner's.
        code: String = "Short code",
        /// What sort of body it is.
        kind: PartnerKind = "Kind",
        /// Whether it votes.
        vote: Vote = "Vote",
        /// Its colour in charts.
        series: Series = "Colour in charts",
    }
}

impl Partner {
    /// As people say it: `Bromsgrove` for `Bromsgrove District Council`. A county or a city keeps its word, since both
    /// may be called after the same place.
    pub fn said_name(&self) -> Option<&str> {
        let name = self.name.as_deref()?.trim();
        let said = name.strip_suffix(" District Council").or_else(|| name.strip_suffix(" Borough Council"));
        let said =
            said.or_else(|| name.strip_suffix(" Council").filter(|rest| rest.ends_with(" County") || rest.ends_with(" City")));
        Some(said.unwrap_or(name)).filter(|said| !said.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_council_is_called_as_people_call_it() {
        let said = |name: &str| {
            let partner = Partner { name: Some(name.to_owned()), ..Partner::new(PartnerId::new("x").unwrap()) };
            partner.said_name().unwrap_or_default().to_owned()
        };
        assert_eq!(said("Bromsgrove District Council"), "Bromsgrove");
        assert_eq!(said("Redditch Borough Council"), "Redditch");
        assert_eq!(said("Worcester City Council"), "Worcester City");
        assert_eq!(said("Worcestershire County Council"), "Worcestershire County");
        assert_eq!(said("West Mercia Police"), "West Mercia Police");
        assert_eq!(said("Parish Council"), "Parish Council");
    }
}
