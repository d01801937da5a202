//! What partners are called where there is little room.

use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words;

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
}
