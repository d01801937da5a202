//! Names of records that are not there, or were withdrawn.

use crate::domain::approval::Approval;
use crate::domain::case::SignOff;
use crate::domain::integrity::Found;
use crate::domain::joined::is_named_by_others;
use crate::domain::record::Record;
use crate::domain::service::Participation;
use crate::domain::subject::Subject;

pub(super) fn find(found: &mut Found<'_>) {
    let workspace = found.workspace;
    let mut links: Vec<(Subject, &'static str, Subject)> = Vec::new();
    macro_rules! link {
        ($records:ident, $($field:ident),+) => {
            for record in workspace.$records.values() {
                $(links.extend(record.$field.as_ref().map(|id| (Subject::from(&record.id), stringify!($field), Subject::from(id))));)+
            }
        };
    }
    macro_rules! link_subject {
        ($records:ident) => {
            for record in workspace.$records.values() {
                links.extend(record.about.clone().map(|about| (Subject::from(&record.id), "about", about)));
            }
        };
    }
    link!(services, programme, parent);
    link!(phases, programme);
    link!(sent, body);
    link!(measures, service);
    link!(recommendations, service);
    link!(consultations, service, partner);
    link!(cases, service);
    link!(openings, service);
    link!(studies, service);
    link!(demands, service);
    link!(trials, service);
    link!(plans, service);
    link!(commitments, part_of, programme);
    link!(shifts, service);
    link!(benefits, service, measure);
    link!(highlights, service);
    link!(options, case);
    link!(risks, programme, service);
    link!(issues, programme, service, risk);
    link!(money, part_of, net_of, rival_of);
    link_subject!(milestones);
    link_subject!(notes);
    for about in workspace.about.values() {
        links.extend(about.order.iter().flatten().map(|id| (Subject::from(&about.id), "order", Subject::from(id))));
    }
    for line in workspace.money.values() {
        let own = Subject::from(&line.id);
        links.extend(line.covers.iter().flatten().map(|covered| (own.clone(), "covers", covered.clone())));
        links.extend(line.partners.iter().flatten().map(|id| (own.clone(), "partners", Subject::from(id))));
        let split = line.split.iter().flat_map(|split| &split.parts);
        links.extend(split.map(|part| (own.clone(), "split", Subject::from(&part.partner))));
    }
    for one in workspace.commitments.values() {
        let partners = one.partners.iter().flatten();
        links.extend(partners.map(|id| (Subject::from(&one.id), "partners", Subject::from(id))));
    }
    for one in workspace.openings.values() {
        let councils = one.councils.iter().flatten();
        links.extend(councils.map(|id| (Subject::from(&one.id), "councils", Subject::from(id))));
    }
    for one in workspace.benefits.values() {
        let partners = one.partners.iter().flatten();
        links.extend(partners.map(|id| (Subject::from(&one.id), "partners", Subject::from(id))));
    }
    for one in workspace.recommendations.values() {
        let councils = one.councils.iter().flatten();
        links.extend(councils.map(|id| (Subject::from(&one.id), "councils", Subject::from(id))));
    }
    for id in workspace.approvals.keys() {
        let ends = [id.recommendation().as_ref().map(Subject::from), id.partner().as_ref().map(Subject::from)];
        links.extend(ends.into_iter().flatten().map(|end| (Subject::from(id), "", end)));
    }
    for id in workspace.signoffs.keys() {
        let ends = [id.case().as_ref().map(Subject::from), id.partner().as_ref().map(Subject::from)];
        links.extend(ends.into_iter().flatten().map(|end| (Subject::from(id), "", end)));
    }
    for id in workspace.participations.keys() {
        let ends = [id.service().as_ref().map(Subject::from), id.partner().as_ref().map(Subject::from)];
        links.extend(ends.into_iter().flatten().map(|end| (Subject::from(id), "", end)));
    }
    macro_rules! link_ends {
        ($($records:ident),+) => {$(
            for id in workspace.$records.keys() {
                let ends = [id.measure().as_ref().map(Subject::from), id.partner().as_ref().map(Subject::from)];
                links.extend(ends.into_iter().flatten().map(|end| (Subject::from(id), "", end)));
            }
        )+};
    }
    link_ends!(baselines, targets, readings);
    for (subject, field, other) in links {
        if !workspace.holds(&other) {
            let what = match subject.kind() {
                Participation::KIND => "A partner's part in a service".to_owned(),
                Approval::KIND => "A council's decision".to_owned(),
                SignOff::KIND => "A treasurer's sign-off".to_owned(),
                kind if is_named_by_others(kind) => "A baseline or a year of figures".to_owned(),
                _ => found.name(&subject),
            };
            let says =
                format!("{what} names a {} that is not in the workspace, or was withdrawn. Choose another one.", other.kind());
            found.add(&subject, field, says);
        }
    }
}
