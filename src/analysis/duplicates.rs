//! Councils, services, measures and risks that were probably entered twice: the same code, name, reference or title.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::check::register;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

/// Of which kinds, and what says within what they are compared.
pub const KINDS: &[Kind] = &[Kind::Partner, Kind::Service, Kind::Risk, Kind::Programme, Kind::Measure];

/// Two records that are probably one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The one that was entered first, which would stand for both.
    pub first: Subject,
    /// The one that would be joined to it.
    pub later: Subject,
    /// What they have in common, such as "the short code BDC".
    pub common: Vec<String>,
}

/// Every later record with the first earlier one that it is like, unless somebody has said that those are two; by name. Spaces and large letters do not count.
pub fn duplicates(workspace: &Workspace) -> Vec<Duplicate> {
    let mut found = Found::default();
    for partner in workspace.partners.values() {
        let id = Subject::from(&partner.id);
        found.see(&id, "", "the short code", partner.code.as_deref());
        found.see(&id, "", "the name", partner.name.as_deref());
    }
    for service in workspace.services.values() {
        let within = (service.programme.as_ref().map(AsRef::as_ref), service.parent.as_ref().map(AsRef::as_ref));
        found.see(&Subject::from(&service.id), &format!("{within:?}"), "the name", service.name.as_deref());
    }
    for measure in workspace.measures.values() {
        let within = format!("{:?}", measure.service.as_ref().map(AsRef::<str>::as_ref));
        found.see(&Subject::from(&measure.id), &within, "the reference", measure.reference.as_deref());
        found.see(&Subject::from(&measure.id), &within, "the name", measure.name.as_deref());
    }
    for risk in workspace.risks.values().filter(|risk| risk.is_open()) {
        let id = Subject::from(&risk.id);
        let within = format!("{:?}", register(workspace, risk.programme.as_ref(), risk.service.as_ref()));
        found.see(&id, &within, "the reference", risk.reference.as_deref());
        found.see(&id, &within, "the title", risk.title.as_deref());
    }
    found.pairs(&workspace.distinct)
}

/// Of which kind, within what, compared by what, and the text without blanks and large letters.
type Likeness = (String, String, &'static str, String);

/// Records by what they are compared by, each with the text as it was typed.
#[derive(Default)]
struct Found(BTreeMap<Likeness, Vec<(Subject, String)>>);

impl Found {
    fn see(&mut self, record: &Subject, within: &str, what: &'static str, text: Option<&str>) {
        let text = text.unwrap_or_default();
        let same: String = text.split_whitespace().collect::<String>().to_lowercase();
        if !same.is_empty() {
            let key = (record.kind().to_owned(), within.to_owned(), what, same);
            self.0.entry(key).or_default().push((record.clone(), text.trim().to_owned()));
        }
    }

    fn pairs(self, distinct: &BTreeSet<(Subject, Subject)>) -> Vec<Duplicate> {
        let mut pairs: BTreeMap<(Subject, Subject), BTreeSet<String>> = BTreeMap::new();
        for ((_, _, what, _), mut alike) in self.0 {
            alike.order_by(|one, other| one.0.cmp(&other.0));
            for (place, (later, text)) in alike.iter().enumerate() {
                let mut earlier = alike.iter().take(place).map(|(first, _)| (first.clone(), later.clone()));
                let Some(pair) = earlier.find(|pair| !distinct.contains(pair)) else { continue };
                pairs.entry(pair).or_default().insert(format!("{what} \"{text}\""));
            }
        }
        let pair = |((first, later), common): ((Subject, Subject), BTreeSet<String>)| Duplicate {
            first,
            later,
            common: common.into_iter().collect(),
        };
        pairs.into_iter().map(pair).collect()
    }
}
