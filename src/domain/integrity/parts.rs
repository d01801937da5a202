//! Partners' parts in services: two hosts, and figures for partners that do not take part.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::integrity::Found;
use crate::domain::money::{Money, MoneyKind};
use crate::domain::partner::PartnerId;
use crate::domain::service::{Participation, Role, ServiceId};
use crate::domain::subject::Subject;
use crate::order::OneByOne;

type Parts<'w> = BTreeMap<ServiceId, BTreeMap<PartnerId, &'w Participation>>;

pub(super) fn find(found: &mut Found<'_>) {
    let mut parts: Parts<'_> = BTreeMap::new();
    for (id, participation) in found.workspace.participations.iter() {
        if let (Some(service), Some(partner)) = (id.service(), id.partner()) {
            parts.entry(service).or_default().insert(partner, participation);
        }
    }
    hosts(found, &parts);
    for line in found.workspace.money.values() {
        strangers(found, &parts, line);
    }
}

/// One service has one host at a time.
fn hosts(found: &mut Found<'_>, parts: &Parts<'_>) {
    for (service, parts) in parts {
        let hosts: Vec<_> = parts.iter().filter(|(_, participation)| role(participation) == Some(Role::Host)).collect();
        for (place, (partner, participation)) in hosts.iter().enumerate() {
            for (other, others) in hosts.iter().take(place) {
                if participation.term.unwrap_or_default().meets(others.term.unwrap_or_default()) {
                    let (one, two) = (found.name(&Subject::from(*other)), found.name(&Subject::from(*partner)));
                    let service = Subject::from(service);
                    let says = format!(
                        "{} has two hosts at the same time, {one} and {two}. Say which one hosts it, or from when to when.",
                        found.name(&service)
                    );
                    found.add(&service, "", says);
                }
            }
        }
    }
}

/// A saving for a partner that does not take part in the service that it covers. Where nobody's part in a service is
/// entered yet, nothing can be said.
fn strangers(found: &mut Found<'_>, parts: &Parts<'_>, line: &Money) {
    let Some(sum) = line.sum.as_ref().filter(|sum| sum.kind == MoneyKind::Saving) else { return };
    let split = line.split.iter().flat_map(|split| split.parts.iter().map(|part| &part.partner));
    let partners: BTreeSet<&PartnerId> = line.partners.iter().flatten().chain(split).one_by_one();
    let services: Vec<ServiceId> = line.covers.iter().flatten().filter_map(Subject::typed).collect();
    for partner in partners {
        let takes_part = |service: &ServiceId| {
            parts
                .get(service)
                .is_none_or(|parts| parts.get(partner).is_some_and(|participation| participation.takes_part(sum.year)))
        };
        // A figure for several services belongs where at least one of them is shared by the partner.
        if services.is_empty() || services.iter().any(takes_part) {
            continue;
        }
        let covered: Vec<String> = services.iter().map(|service| found.name(&Subject::from(service))).collect();
        let subject = Subject::from(&line.id);
        let year = sum.year.map(|year| format!(" in {year}")).unwrap_or_default();
        let says = format!(
            "{} is a saving for {}, which does not take part in {}{year}. Put right whose saving it is, or the partner's part.",
            found.name(&subject),
            found.name(&Subject::from(partner)),
            covered.join(" or ")
        );
        found.add(&subject, "partners", says);
    }
}

fn role(participation: &Participation) -> Option<Role> {
    participation.part.as_ref().map(|part| part.role)
}
