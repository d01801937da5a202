//! What partners are called where there is little room.

use crate::domain::partner::PartnerId;
use crate::domain::service::Role;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words::{self, count, number, sentence};

/// What most names of councils end in, and nobody says.
const ENDINGS: [&str; 5] = [" District Council", " Borough Council", " City Council", " County Council", " Council"];

/// `Redditch` for Redditch Borough Council.
pub fn short(workspace: &Workspace, partner: &PartnerId) -> String {
    let name = words::name(workspace, &Subject::from(partner));
    let place = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).filter(|place| !place.trim().is_empty());
    place.map_or_else(|| name.clone(), str::to_owned)
}

/// `RBC`, for the head of a narrow column; the short name where there is no code.
pub fn code(workspace: &Workspace, partner: &PartnerId) -> String {
    let code = workspace.partners.get(partner).and_then(|partner| partner.code.clone());
    code.filter(|code| !code.trim().is_empty()).unwrap_or_else(|| short(workspace, partner))
}

/// `7 partners: 2 vote, 1 has no vote, 4 do not state whether they vote.`
pub fn summary(total: usize, vote: usize, no_vote: usize) -> String {
    let all = sentence(&count(total, "partner", "partners"));
    let unstated = total.saturating_sub(vote + no_vote);
    let parts: Vec<_> =
        [(vote, if vote == 1 { "votes" } else { "vote" }), (no_vote, if no_vote == 1 { "has no vote" } else { "have no vote" })]
            .into_iter()
            .filter(|(many, _)| *many > 0)
            .map(|(many, words)| format!("{} {words}", number(many as u64)))
            .chain((unstated > 0).then(|| {
                let whether = if unstated == 1 { "does not state whether it votes" } else { "do not state whether they vote" };
                format!("{} {whether}", number(unstated as u64))
            }))
            .collect();
    match (total, vote + no_vote) {
        (0, _) => format!("{all}."),
        (_, 0) => format!("{all}. Who votes is not stated."),
        _ => format!("{all}: {}.", parts.join(", ")),
    }
}

/// A partner's parts in services in one sentence: `4 services: hosts 1, takes part in 2, declined 1.`
pub fn parts(roles: &[Role]) -> String {
    let said: Vec<_> = Role::ALL
        .iter()
        .map(|role| (*role, roles.iter().filter(|one| *one == role).count()))
        .filter(|(_, many)| *many > 0)
        .map(|(role, many)| {
            let verb = match role {
                Role::Host => "hosts",
                Role::In => "takes part in",
                Role::Considering => "considers",
                Role::Declined => "declined",
                Role::Left => "left",
            };
            format!("{verb} {}", number(many as u64))
        })
        .collect();
    match roles.len() {
        0 => "No part in a service is stated.".to_owned(),
        many => format!("{}: {}.", sentence(&count(many, "service", "services")), said.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::partner::Partner;

    #[test]
    fn a_council_goes_by_its_place() {
        let mut workspace = Workspace::default();
        let id = PartnerId::new("x").unwrap();
        let mut called = |name: &str, code: Option<&str>| {
            let partner = Partner { name: Some(name.into()), code: code.map(str::to_owned), ..Partner::new(id.clone()) };
            workspace.insert(partner.into());
            (short(&workspace, &id), super::code(&workspace, &id))
        };
        assert_eq!(called("Redditch Borough Council", Some("RBC")), ("Redditch".to_owned(), "RBC".to_owned()));
        assert_eq!(called("Worcester City Council", None), ("Worcester".to_owned(), "Worcester".to_owned()));
        assert_eq!(called("Wye Valley Health", Some(" ")).1, "Wye Valley Health");
        assert_eq!(called(" Council", None).0, " Council");
        assert_eq!(short(&Workspace::default(), &id), "a partner that is not in this workspace");
    }

    #[test]
    fn partners_and_their_parts_in_one_sentence() {
        assert_eq!(summary(7, 2, 1), "7 partners: 2 vote, 1 has no vote, 4 do not state whether they vote.");
        assert_eq!(summary(3, 2, 0), "3 partners: 2 vote, 1 does not state whether it votes.");
        assert_eq!(summary(1, 1, 0), "1 partner: 1 votes.");
        assert_eq!(summary(3, 0, 0), "3 partners. Who votes is not stated.");
        assert_eq!(summary(0, 0, 0), "No partners.");
        let roles = [Role::In, Role::Host, Role::In, Role::Declined];
        assert_eq!(parts(&roles), "4 services: hosts 1, takes part in 2, declined 1.");
        assert_eq!(parts(&[]), "No part in a service is stated.");
    }
}
