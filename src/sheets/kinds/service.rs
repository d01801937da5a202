//! Services.

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::partner::PartnerId;
use crate::domain::rag::{Rag, Status};
use crate::domain::service::{Approach, Participation, Percent, QuickWin, Reached, Service, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading, named};
use crate::sheets::kinds::{self, ID, exempt, id, label, names, source};
use crate::sheets::table::Cell;
use crate::words;

pub(super) const COLUMNS: [Column; 28] = [
    ID,
    Column::new("name", "name", "Name", Holds::Line, "What it is called."),
    Column::new("theme", "theme", "Theme", Holds::Line, "The group of services that it belongs to."),
    Column::new("programme", "programme", "Programme", Holds::Names, "Of which programme."),
    Column::new("parent", "parent", "Part of", Holds::Names, "The service that it is part of."),
    Column::new("approach", "approach", "Approach", Holds::Choice, "Transform, Share or Transform, then share."),
    Column::new(
        "stage",
        "stage",
        "Stage",
        Holds::Choice,
        "Opportunity, Shortlisted, High-level business case, Detailed business case, Approved, Implementing, Live, Left or Refused.",
    ),
    Column::new("stage-since", "stage", "Stage since", Holds::Day, "Since when it has been at this stage."),
    Column::new("stage-next", "stage", "Next stage due", Holds::Day, "When the next stage is due."),
    Column::new("stage-note", "stage", "Stage note", Holds::Text, "Anything that belongs to the stage in words."),
    Column::new("quick_win", "quick_win", "Quick win", Holds::Choice, "Quick win or Not a quick win."),
    Column::new("lead", "lead", "Lead officer", Holds::Line, "Who leads it, by office."),
    Column::new(
        "status",
        "status",
        "Status",
        Holds::Choice,
        "Green, Amber or Red, as somebody reported it; blank where nobody has.",
    ),
    Column::new(
        "status-why",
        "status",
        "Status: what is behind it",
        Holds::Text,
        "What the issue is. Needed with amber and red.",
    ),
    Column::new("status-who", "status", "Status: who puts it right", Holds::Line, "By office. Needed with amber and red."),
    Column::new("status-by", "status", "Status: by when", Holds::Day, "Needed with amber and red."),
    Column::new("expected", "expected", "Expected at year end", Holds::Choice, "Green, Amber or Red."),
    Column::new("complete", "complete", "% complete", Holds::Whole, "How much is done, 0 to 100."),
    Column::new("gains", "gains", "Gains that are not cash", Holds::Text, "Resilience, skills, quality."),
    Column::new("description", "description", "Description", Holds::Text, "What it is, and what else should be known."),
    Column::new("overall", "overall", "Summary and issues for the Board", Holds::Text, "The service as a whole."),
    source::PAPER,
    source::PARAGRAPH,
    source::DATED,
    Column::new(
        "partners",
        "",
        "Partners and their parts",
        Holds::Text,
        "Who takes part, and how. Kept on the Partners page; not read back.",
    )
    .shown_only(),
    exempt::PARAGRAPH,
    exempt::REASON,
    exempt::REVIEW,
];

pub(super) fn cells(workspace: &Workspace, service: &Service) -> Vec<Cell> {
    let (stage, status) = (service.stage.as_ref(), service.status.as_ref());
    let [paper, paragraph, dated] = source::cells(service.source.as_ref());
    let [exempt, exempt_reason, exempt_review] = exempt::cells(service.exempt.as_ref());
    vec![
        id(&service.id),
        Cell::text(service.name.as_deref()),
        Cell::text(service.theme.as_deref()),
        kinds::named(workspace, service.programme.as_ref()),
        kinds::named(workspace, service.parent.as_ref()),
        label(service.approach.map(Approach::label)),
        label(stage.map(|reached| reached.stage.label())),
        Cell::day(stage.and_then(|reached| reached.since)),
        Cell::day(stage.and_then(|reached| reached.next_due)),
        Cell::text(stage.and_then(|reached| reached.note.as_deref())),
        label(service.quick_win.map(QuickWin::label)),
        Cell::text(service.lead.as_deref()),
        label(status.map(|status| status.rag.label())),
        Cell::text(status.and_then(|status| status.why.as_deref())),
        Cell::text(status.and_then(|status| status.who.as_deref())),
        Cell::day(status.and_then(|status| status.by)),
        label(service.expected.map(Rag::label)),
        service.complete.map_or(Cell::Blank, |percent| Cell::Whole(i64::from(percent.number()))),
        Cell::text(service.gains.as_deref()),
        Cell::text(service.description.as_deref()),
        Cell::text(service.overall.as_deref()),
        paper,
        paragraph,
        dated,
        partners(workspace, service),
        exempt,
        exempt_reason,
        exempt_review,
    ]
}

fn partners(workspace: &Workspace, service: &Service) -> Cell {
    let part = |(partner, participation): (PartnerId, &Participation)| {
        let role = participation.part.as_ref().map(|part| part.role.label());
        let name = words::name(workspace, &Subject::from(&partner));
        role.map_or_else(|| name.clone(), |role| format!("{name}: {role}"))
    };
    let parts: Vec<String> = workspace.parts_in(&service.id).map(part).collect();
    Cell::text(Some(&parts.join("; ")))
}

pub(super) fn read(workspace: &Workspace, called: &Called, before: &Service, given: &Given) -> Result<Service, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, called, given);
    let after = Service {
        name: reading.text("name", before.name.clone()),
        theme: reading.text("theme", before.theme.clone()),
        programme: reading.one("programme", before.programme.clone(), names::programme),
        parent: reading.one("parent", before.parent.clone(), names::service),
        approach: reading.choice("approach", before.approach, Approach::ALL, named!(Approach)),
        stage: stage(&mut reading, before.stage.as_ref()),
        quick_win: reading.choice("quick_win", before.quick_win, QuickWin::ALL, named!(QuickWin)),
        lead: reading.text("lead", before.lead.clone()),
        status: status(&mut reading, before.status.as_ref()),
        expected: reading.choice("expected", before.expected, Rag::ALL, named!(Rag)),
        complete: reading.read("complete", before.complete, percent),
        gains: reading.text("gains", before.gains.clone()),
        description: reading.text("description", before.description.clone()),
        overall: reading.text("overall", before.overall.clone()),
        source: reading.source(source::KEYS, before.source.clone()),
        exempt: exempt::read(&mut reading, before.exempt.as_ref()),
        ..before.clone()
    };
    reading.finish()?;
    Ok(after)
}

fn stage(reading: &mut Reading<'_>, before: Option<&Reached>) -> Option<Reached> {
    if !reading.states(&["stage", "stage-since", "stage-next", "stage-note"]) {
        return before.cloned();
    }
    let stage = reading.choice("stage", before.map(|reached| reached.stage), Stage::ALL, named!(Stage));
    // What was said of one stage says nothing of the next.
    let same = before.filter(|before| Some(before.stage) == stage);
    let since = reading.day("stage-since", same.and_then(|reached| reached.since));
    let next_due = reading.day("stage-next", same.and_then(|reached| reached.next_due));
    let note = reading.text("stage-note", same.and_then(|reached| reached.note.clone()));
    if stage.is_none() && (since.is_some() || next_due.is_some() || note.is_some()) {
        reading.refuse("stage", "Say which stage this is about.");
    }
    let despite = same.map(|reached| reached.despite.clone()).unwrap_or_default();
    Some(Reached { stage: stage?, since, next_due, note, despite })
}

fn status(reading: &mut Reading<'_>, before: Option<&Status>) -> Option<Status> {
    if !reading.states(&["status", "status-why", "status-who", "status-by"]) {
        return before.cloned();
    }
    let rag = reading.choice("status", before.map(|status| status.rag), Rag::ALL, named!(Rag));
    let same = before.filter(|before| Some(before.rag) == rag);
    let why = reading.text("status-why", same.and_then(|status| status.why.clone()));
    let who = reading.text("status-who", same.and_then(|status| status.who.clone()));
    let by = reading.day("status-by", same.and_then(|status| status.by));
    if rag.is_none() && (why.is_some() || who.is_some() || by.is_some()) {
        reading.refuse("status", "Say whether it is green, amber or red.");
    }
    Some(Status { rag: rag?, why, who, by })
}

fn percent(typed: &str) -> Result<Percent, String> {
    let number = typed.trim_end_matches('%').trim_end().parse().ok().and_then(Percent::new);
    number.ok_or_else(|| format!("\"{typed}\" is not a whole number from 0 to 100."))
}
