//! Records by what people call them: to find those that may not be called the same, or that a row of a table may mean,
//! without looking through all of them each time.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;

/// Partners, programmes, services, money lines, risks and issues by code, reference, name and title.
#[derive(Debug, Clone, Default)]
pub struct Called(BTreeMap<(&'static str, String), BTreeSet<Subject>>);

impl Called {
    /// All of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut called = Self::default();
        let Workspace { partners, programmes, services, money, risks, issues, .. } = workspace;
        let things = partners.values().cloned().map(Thing::from).chain(services.values().cloned().map(Thing::from));
        let things = things.chain(programmes.values().cloned().map(Thing::from));
        let things = things.chain(money.values().cloned().map(Thing::from)).chain(risks.values().cloned().map(Thing::from));
        things.chain(issues.values().cloned().map(Thing::from)).for_each(|thing| called.take_in(None, &thing));
        called
    }

    /// Takes in that a record is new or says something else now.
    pub fn take_in(&mut self, before: Option<&Thing>, after: &Thing) {
        let subject = after.subject();
        for key in before.into_iter().flat_map(keys) {
            if let Some(found) = self.0.get_mut(&key) {
                found.remove(&subject);
            }
        }
        for key in keys(after) {
            self.0.entry(key).or_default().insert(subject.clone());
        }
    }

    /// The records of a kind that are called so, in any of the ways in which they can be called.
    pub fn so(&self, kind: Kind, name: &str) -> impl Iterator<Item = &Subject> {
        self.0.get(&(kind.key(), folded(name))).into_iter().flatten()
    }
}

/// A code, reference, name or title as it is compared: without blanks around it, large and small letters the same.
pub fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

fn keys(thing: &Thing) -> impl Iterator<Item = (&'static str, String)> {
    let names: [Option<&str>; 3] = match thing {
        Thing::Partner(partner) => [partner.code.as_deref(), partner.name.as_deref(), partner.said_name()],
        Thing::Programme(programme) => [programme.name.as_deref(), None, None],
        Thing::Service(service) => [service.name.as_deref(), None, None],
        Thing::Money(line) => [line.title.as_deref(), None, None],
        Thing::Risk(risk) => [risk.reference.as_deref(), risk.title.as_deref(), None],
        Thing::Issue(issue) => [issue.reference.as_deref(), issue.title.as_deref(), None],
        _ => [None; 3],
    };
    let kind = thing.kind().key();
    names.into_iter().flatten().map(move |name| (kind, folded(name))).filter(|(_, name)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::{Risk, RiskId};

    #[test]
    fn a_record_is_found_by_what_it_is_called_now() {
        let risk = |reference: &str| {
            let id = RiskId::new("a").unwrap();
            Thing::from(Risk { reference: Some(reference.into()), title: Some("A flood".into()), ..Risk::new(id) })
        };
        let mut workspace = Workspace::default();
        workspace.insert(risk(" R1"));
        let mut called = Called::of(&workspace);
        assert_eq!(called.so(Kind::Risk, "r1 ").count(), 1);
        assert_eq!((called.so(Kind::Issue, "r1").count(), called.so(Kind::Risk, "").count()), (0, 0));
        called.take_in(Some(&risk("R1")), &risk("R2"));
        let found = |name: &str| called.so(Kind::Risk, name).count();
        assert_eq!((found("R1"), found("R2"), found("a FLOOD")), (0, 1, 1));
    }
}
