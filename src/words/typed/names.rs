//! Names of partners, services and programmes in a row: `Bromsgrove and Redditch`, `BDC, RBC`, `ICT; Payroll`.

use crate::domain::partner::{Partner, PartnerId};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words::{self, NOT_STATED};

/// Something that can be named, by any of several names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<Id> {
    /// What is meant.
    pub id: Id,
    /// How it may be written, the usual way first.
    pub names: Vec<String>,
}

/// Reads names that stand in a row with commas, semicolons or "and" between them, which may be parts of a name too: the
/// longest name that fits is meant. Says which one is not known, and what is nearest to it.
pub fn names<Id: Clone + PartialEq>(typed: &str, known: &[Named<Id>], kind: &str) -> Result<Vec<Id>, String> {
    let text = typed.trim();
    if text.is_empty() || text.eq_ignore_ascii_case(NOT_STATED) {
        return Ok(Vec::new());
    }
    let mut found: Vec<Id> = Vec::new();
    for part in text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let mut rest = part;
        while !rest.is_empty() {
            let ends = ends(rest);
            let fitting = ends.iter().rev().find_map(|(end, next)| {
                let name = rest.get(..*end)?;
                Some((known.iter().find(|one| one.is_called(name))?, *next))
            });
            let Some((one, next)) = fitting else {
                let unknown = ends.first().and_then(|(end, _)| rest.get(..*end)).unwrap_or(rest).trim();
                return Err(unknown_name(unknown, known, kind));
            };
            if !found.contains(&one.id) {
                found.push(one.id.clone());
            }
            rest = rest.get(next..).unwrap_or_default();
        }
    }
    Ok(found)
}

/// Partners by name or short code.
pub fn partners(workspace: &Workspace) -> Vec<Named<PartnerId>> {
    let ordered = workspace.partners_in_order().into_iter();
    ordered.map(|partner| Named { id: partner.id.clone(), names: known_as(partner) }).collect()
}

fn known_as(partner: &Partner) -> Vec<String> {
    let said = partner.said_name().map(str::to_owned);
    said.into_iter().chain(partner.name.clone()).chain(partner.code.clone()).collect()
}

/// What a figure can cover: programmes and services. Of services with the same name, each is known with its programme too.
pub fn subjects(workspace: &Workspace) -> Vec<Named<Subject>> {
    let programmes = workspace
        .programmes
        .values()
        .map(|programme| Named { id: Subject::from(&programme.id), names: programme.name.iter().cloned().collect() });
    let services = workspace.services.values().map(|service| {
        let name = service.name.clone().unwrap_or_default();
        let of = service.programme.as_ref().map(|id| words::name(workspace, &Subject::from(id)));
        let longer = of.map(|programme| format!("{name} ({programme})"));
        Named { id: Subject::from(&service.id), names: [name].into_iter().chain(longer).collect() }
    });
    programmes.chain(services).collect()
}

impl<Id> Named<Id> {
    fn is_called(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        self.names.iter().any(|own| own.to_lowercase() == name)
    }
}

/// Where the first name may end and the next one begin, the nearest first.
fn ends(text: &str) -> Vec<(usize, usize)> {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (place, _) in text.char_indices() {
        let Some(rest) = text.get(place..) else { continue };
        for between in [", and ", ",", " and ", " & ", " + "] {
            if rest.starts_with(between) && ends.last().is_none_or(|(_, next)| *next <= place) {
                ends.push((place, place + between.len()));
            }
        }
    }
    ends.push((text.len(), text.len()));
    ends
}

fn unknown_name<Id>(unknown: &str, known: &[Named<Id>], kind: &str) -> String {
    let start: String = unknown.chars().take(3).collect::<String>().to_lowercase();
    let near: Vec<&str> = known
        .iter()
        .filter_map(|one| one.names.first())
        .map(String::as_str)
        .filter(|name| name.to_lowercase().starts_with(&start))
        .take(3)
        .collect();
    let meant = if near.is_empty() { String::new() } else { format!(" Did you mean {}?", words::count::either(near)) };
    format!("There is no {kind} called \"{unknown}\".{meant}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Named<u8>> {
        let all = [
            (1, vec!["Bromsgrove", "BDC"]),
            (2, vec!["Redditch", "RBC"]),
            (3, vec!["Policy, Performance and Partnerships"]),
            (4, vec!["HR and OD"]),
        ];
        all.map(|(id, names)| Named { id, names: names.into_iter().map(str::to_owned).collect() }).into()
    }

    #[test]
    fn names_stand_in_a_row_in_many_ways() {
        for typed in ["Bromsgrove and Redditch", "bdc, RBC", "Bromsgrove; Redditch", "Bromsgrove, and Redditch", "BDC & RBC, BDC"]
        {
            assert_eq!(names(typed, &known(), "partner"), Ok(vec![1, 2]), "{typed}");
        }
        assert_eq!(names("Policy, Performance and Partnerships, HR and OD and BDC", &known(), "thing"), Ok(vec![3, 4, 1]));
        assert_eq!(names(" not stated ", &known(), "partner"), Ok(vec![]));
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_nearest() {
        let refused = |typed| names(typed, &known(), "partner").unwrap_err();
        assert_eq!(refused("Redich"), "There is no partner called \"Redich\". Did you mean Redditch?");
        assert_eq!(refused("BDC, Oz and RBC"), "There is no partner called \"Oz\".");
    }
}
