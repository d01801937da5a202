//! Codes and references that stand for two things, and circles: what two people can each do rightly apart.

use std::collections::BTreeMap;

use crate::domain::check::{folded, leads_back, register};
use crate::domain::integrity::Found;
use crate::domain::money::{Money, MoneyId};
use crate::domain::subject::Subject;

pub(super) fn find(found: &mut Found<'_>) {
    let workspace = found.workspace;
    for about in workspace.about.values().skip(1) {
        found.add(
            &Subject::from(&about.id),
            "",
            "There are two sets of settings. The first counts; withdraw the other.".to_owned(),
        );
    }
    let codes =
        workspace.partners.values().filter_map(|partner| Some((folded(partner.code.as_ref())?, Subject::from(&partner.id))));
    twice(found, codes.collect(), "code", "the short code");
    let risks = workspace.risks.values().filter_map(|risk| {
        let register = register(workspace, risk.programme.as_ref(), risk.service.as_ref());
        Some(((folded(risk.reference.as_ref())?, register), Subject::from(&risk.id)))
    });
    twice(found, risks.collect(), "reference", "the reference");
    let issues = workspace.issues.values().filter_map(|issue| {
        let register = register(workspace, issue.programme.as_ref(), issue.service.as_ref());
        Some(((folded(issue.reference.as_ref())?, register), Subject::from(&issue.id)))
    });
    twice(found, issues.collect(), "reference", "the reference");
    circles(found);
}

fn twice<Key: Ord>(found: &mut Found<'_>, named: Vec<(Key, Subject)>, field: &'static str, what: &str) {
    let mut all: BTreeMap<Key, Vec<Subject>> = BTreeMap::new();
    for (key, subject) in named {
        all.entry(key).or_default().push(subject);
    }
    for same in all.into_values() {
        let Some((first, others)) = same.split_first() else { continue };
        for other in others {
            let says =
                format!("{} and {} have {what} in common. Give one of them another.", found.name(first), found.name(other));
            found.add(other, field, says);
        }
    }
}

fn circles(found: &mut Found<'_>) {
    let workspace = found.workspace;
    for service in workspace.services.values() {
        let Some(parent) = &service.parent else { continue };
        if leads_back(parent, &service.id, |id| workspace.services.get(id).and_then(|service| service.parent.as_ref())) {
            let subject = Subject::from(&service.id);
            let says = format!(
                "{} is part of itself by way of other services. Choose another one for it, or none.",
                found.name(&subject)
            );
            found.add(&subject, "parent", says);
        }
    }
    type Link = fn(&Money) -> Option<&MoneyId>;
    let links: [(&'static str, Link, &str); 2] = [
        ("part_of", |money| money.part_of.as_ref(), "is part of itself by way of other figures; the first of them counts"),
        ("net_of", |money| money.net_of.as_ref(), "is the net of itself by way of other figures; none of them counts"),
    ];
    for (field, link, says) in links {
        for line in workspace.money.values() {
            let Some(other) = link(line) else { continue };
            if leads_back(other, &line.id, |id| workspace.money.get(id).and_then(link)) {
                let subject = Subject::from(&line.id);
                let says = format!("{} {says}. Choose another one for it, or none.", found.name(&subject));
                found.add(&subject, field, says);
            }
        }
    }
}
