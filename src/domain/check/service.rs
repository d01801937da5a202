//! Services and partners' parts in them.

use crate::domain::check::{Refusals, leads_back};
use crate::domain::gate::{asked, asks_why};
use crate::domain::rag::{Rag, Status};
use crate::domain::service::{Participation, Service};
use crate::domain::workspace::Workspace;

pub(super) fn service(service: &Service, refusals: &mut Refusals) {
    refusals.text("name", service.name.as_ref(), "Give the service's name.");
    let early = service.stage.as_ref().and_then(|stage| stage.since.zip(stage.next_due)).is_some_and(|(since, due)| due < since);
    refusals.when(early, "stage", "The next stage would be due before this one began. Put the later date second.");
    if let Some(status) = &service.status {
        stands_behind(status, refusals);
    }
    refusals.source(service.source.as_ref());
}

pub(super) fn service_among(workspace: &Workspace, service: &Service, refusals: &mut Refusals) {
    moved(workspace, service, refusals);
    let Some(parent) = &service.parent else { return };
    if *parent == service.id {
        refusals.add("parent", "A service cannot be part of itself. Choose another one, or none.");
    } else if leads_back(parent, &service.id, |id| workspace.services.get(id).and_then(|service| service.parent.as_ref())) {
        let name = workspace.services.get(parent).and_then(|service| service.name.as_deref()).unwrap_or("That service");
        refusals.add("parent", format!("{name} is part of this service already. Choose another one, or none."));
    }
}

/// A form or a spreadsheet moves a service no further than its own page does.
fn moved(workspace: &Workspace, service: &Service, refusals: &mut Refusals) {
    let (Some(known), Some(to)) = (workspace.services.get(&service.id), &service.stage) else { return };
    if known.stage.as_ref().is_some_and(|stage| stage.stage == to.stage) {
        return;
    }
    let unsaid = asks_why(to.stage).filter(|_| to.note.as_ref().is_none_or(|note| note.trim().is_empty()));
    let lacking = asked(workspace, known, to.stage).into_iter().filter_map(|asked| asked.lacking);
    for says in unsaid.map(str::to_owned).into_iter().chain(lacking) {
        refusals.add("stage", format!("{says} Or move it on its own page, where a reason can be given."));
    }
}

/// Amber and red say what the issue is, who puts it right and by when.
fn stands_behind(status: &Status, refusals: &mut Refusals) {
    if status.rag == Rag::Green {
        return;
    }
    let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    refusals.when(blank(&status.why), "status", "Say what the issue is.");
    refusals.when(blank(&status.who), "status", "Say who puts it right, by office.");
    refusals.when(status.by.is_none(), "status", "Say by when it is put right.");
}

pub(super) fn participation(participation: &Participation, refusals: &mut Refusals) {
    let whole = participation.id.service().is_some() && participation.id.partner().is_some();
    refusals.when(!whole, "", "Choose a service and a partner.");
    refusals.when(participation.part.is_none(), "part", "Say what part the partner has in the service.");
    refusals.term(participation.term.as_ref());
    refusals.source(participation.source.as_ref());
}
