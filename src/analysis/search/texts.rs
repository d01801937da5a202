//! The texts of every record, with what each is to it.

use crate::domain::agreement::Consultation;
use crate::domain::approval::{Approval, Minute, Recommendation};
use crate::domain::benefit::Benefit;
use crate::domain::case::{Case, CaseOption, SignOff};
use crate::domain::commitment::Commitment;
use crate::domain::highlight::Highlight;
use crate::domain::measure::Measure;
use crate::domain::milestone::Milestone;
use crate::domain::money::Money;
use crate::domain::opening::Opening;
use crate::domain::period::Period;
use crate::domain::programme::{Phase, Programme};
use crate::domain::reading::{Baseline, Readings, Targets};
use crate::domain::risk::{Issue, Risk};
use crate::domain::service::{Participation, Service};
use crate::domain::shift::Shift;
use crate::domain::source::Source;
use crate::domain::thing::Kind;
use crate::domain::thinking::{Demand, Plan, Study, Trial};
use crate::domain::workspace::Workspace;

/// A text of a record.
pub(super) struct Text<'w> {
    /// In which field it stands.
    pub(super) field: &'static str,
    /// As typed.
    pub(super) text: &'w str,
    /// What it is to the record.
    pub(super) weight: Weight,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// What people say when they mean this one record.
    Reference,
    /// What it is called.
    Name,
    /// What else is written in it.
    Body,
}

/// Hands over the texts of every record in turn; `texts` is room that is used again and again.
pub(super) fn each_record<'w>(
    workspace: &'w Workspace,
    texts: &mut Vec<Text<'w>>,
    look: &mut impl FnMut(Kind, &'w str, &[Text<'w>]),
) {
    macro_rules! records {
        ($($kind:ident in $records:ident: { $($weight:ident $field:ident),* } $(with $($more:ident),+)?;)+) => {$(
            for record in workspace.$records.values() {
                texts.clear();
                $(add(texts, stringify!($field), record.$field.as_deref(), Weight::$weight);)*
                $($($more(texts, record);)+)?
                look(Kind::$kind, record.id.as_str(), texts);
            }
        )+};
    }
    records! {
        Partner in partners: { Reference code, Name name };
        Programme in programmes: { Name name, Body lead } with aims, source;
        Phase in phases: { Name name, Body objective } with source;
        Service in services: { Name name, Body theme, Body lead, Body gains, Body description, Body overall } with stage_and_status, source;
        Participation in participations: { Body manager, Body duties } with part, source;
        Milestone in milestones: { Name what, Body owner } with source;
        Money in money: { Name title, Body commentary } with fund, source;
        Note in notes: { Name text };
        Sent in sent: { Name office };
        Risk in risks: { Reference reference, Name title, Body description, Body mitigation, Body owner, Body corporate } with source;
        Meeting in meetings: { Name title, Name body, Body commentary };
        Measure in measures: { Reference reference, Name name, Body unit, Body owner, Body description } with source;
        Baseline in baselines: {} with start_note, source;
        Targets in targets: {} with target_notes, source;
        Readings in readings: {} with reading_notes, source;
        Recommendation in recommendations: { Name text } with made, source;
        Consultation in consultations: { Body how, Body outcome } with source;
        Case in cases: { Body author, Body summary, Body gains, Body risks } with source;
        CaseOption in options: { Name name, Body description, Body why } with source;
        SignOff in signoffs: {} with signed, source;
        Opening in openings: { Name what, Body owner } with taken, source;
        Study in studies: { Name purpose, Body waste } with source;
        Demand in demands: { Name what, Body counted } with source;
        Trial in trials: { Name what, Body effect } with source;
        Commitment in commitments: { Reference letter, Name title, Body aim, Body link, Body owner, Body commentary } with stood, source;
        Plan in plans: { Body aims, Body actions, Body resources, Body climate, Body equality } with source;
        Shift in shifts: { Body why } with said_by, source;
        Benefit in benefits: { Name what, Body owner, Body commentary } with results, source;
        Highlight in highlights: {} with content;
        Approval in approvals: {} with decision, source;
        Issue in issues: { Reference reference, Name title, Body description, Body action, Body owner } with source;
    }
}

fn add<'w>(texts: &mut Vec<Text<'w>>, field: &'static str, text: Option<&'w str>, weight: Weight) {
    texts.extend(text.filter(|text| !text.is_empty()).map(|text| Text { field, text, weight }));
}

fn body<'w>(texts: &mut Vec<Text<'w>>, field: &'static str, text: Option<&'w str>) {
    add(texts, field, text, Weight::Body);
}

trait Sourced {
    fn source(&self) -> Option<&Source>;
}

macro_rules! sourced {
    ($($record:ident),+) => {
        $(impl Sourced for $record {
            fn source(&self) -> Option<&Source> {
                self.source.as_ref()
            }
        })+
    };
}
sourced!(
    Programme,
    Phase,
    Service,
    Participation,
    Milestone,
    Money,
    Risk,
    Issue,
    Measure,
    Baseline,
    Targets,
    Readings,
    Recommendation,
    Approval,
    Consultation,
    Case,
    CaseOption,
    SignOff,
    Opening,
    Study,
    Demand,
    Trial,
    Plan,
    Commitment,
    Shift,
    Benefit
);

fn source<'w>(texts: &mut Vec<Text<'w>>, record: &'w impl Sourced) {
    if let Some(source) = record.source() {
        body(texts, "source", Some(&source.paper));
        body(texts, "source", source.paragraph.as_deref());
    }
}

fn signed<'w>(texts: &mut Vec<Text<'w>>, signoff: &'w SignOff) {
    body(texts, "signed", signoff.signed.as_ref().map(|signed| signed.by.as_str()));
}

fn stood<'w>(texts: &mut Vec<Text<'w>>, one: &'w Commitment) {
    body(texts, "stands", one.stands.as_ref().and_then(|stands| stands.note.as_deref()));
}

fn said_by<'w>(texts: &mut Vec<Text<'w>>, shift: &'w Shift) {
    body(texts, "said_by", shift.said_by.as_ref().map(|said| said.who.as_str()));
}

fn taken<'w>(texts: &mut Vec<Text<'w>>, opening: &'w Opening) {
    body(texts, "decision", opening.decision.as_ref().map(|decision| decision.why.as_str()));
}

fn results<'w>(texts: &mut Vec<Text<'w>>, benefit: &'w Benefit) {
    body(texts, "promise", benefit.promise.as_ref().and_then(|promise| promise.result.as_deref()));
    body(texts, "actual", benefit.actual.as_ref().and_then(|actual| actual.result.as_deref()));
}

fn content<'w>(texts: &mut Vec<Text<'w>>, report: &'w Highlight) {
    let Some(content) = &report.content else { return };
    let why = content.status.as_ref().and_then(|status| status.why.as_deref());
    let stated = [&content.prepared_by, &content.summary, &content.other, &content.benefits, &content.money];
    for text in stated.into_iter().map(Option::as_deref).chain([why]) {
        body(texts, "content", text);
    }
    for activity in &content.planned {
        body(texts, "content", Some(&activity.planned.what));
        body(texts, "content", activity.progress.as_deref());
    }
    for planned in &content.next {
        body(texts, "content", Some(&planned.what));
    }
    for concern in &content.concerns {
        body(texts, "content", Some(&concern.what));
        body(texts, "content", concern.mitigation.as_deref());
    }
}

fn made<'w>(texts: &mut Vec<Text<'w>>, one: &'w Recommendation) {
    if let Some(made) = &one.made {
        body(texts, "made", Some(&made.body));
        body(texts, "made", made.minute.as_ref().map(Minute::as_str));
    }
}

fn decision<'w>(texts: &mut Vec<Text<'w>>, approval: &'w Approval) {
    if let Some(decision) = &approval.decision {
        body(texts, "decision", Some(&decision.body));
        body(texts, "decision", decision.minute.as_ref().map(Minute::as_str));
        body(texts, "decision", decision.text.as_deref());
    }
}

fn start_note<'w>(texts: &mut Vec<Text<'w>>, baseline: &'w Baseline) {
    body(texts, "start", baseline.start.as_ref().and_then(|start| start.note.as_deref()));
}

fn target_notes<'w>(texts: &mut Vec<Text<'w>>, targets: &'w Targets) {
    for period in Period::ALL {
        body(texts, period.key(), targets.at(*period).and_then(|aim| aim.note.as_deref()));
    }
}

fn reading_notes<'w>(texts: &mut Vec<Text<'w>>, readings: &'w Readings) {
    for period in Period::ALL {
        body(texts, period.key(), readings.at(*period).and_then(|reading| reading.note.as_deref()));
    }
    body(texts, "forecast", readings.forecast.as_ref().and_then(|outlook| outlook.note.as_deref()));
}

fn aims<'w>(texts: &mut Vec<Text<'w>>, programme: &'w Programme) {
    for aim in programme.aims.iter().flatten() {
        body(texts, "aims", Some(aim));
    }
}

fn stage_and_status<'w>(texts: &mut Vec<Text<'w>>, service: &'w Service) {
    body(texts, "stage", service.stage.as_ref().and_then(|stage| stage.note.as_deref()));
    for despite in service.stage.iter().flat_map(|stage| &stage.despite) {
        body(texts, "stage", Some(&despite.why));
    }
    if let Some(status) = &service.status {
        body(texts, "status", status.why.as_deref());
        body(texts, "status", status.who.as_deref());
    }
}

fn part<'w>(texts: &mut Vec<Text<'w>>, participation: &'w Participation) {
    body(texts, "part", participation.part.as_ref().and_then(|part| part.note.as_deref()));
    body(texts, "agreement", participation.agreement.as_ref().and_then(|agreement| agreement.note.as_deref()));
    body(texts, "staff", participation.staff.as_ref().and_then(|staff| staff.note.as_deref()));
}

fn fund<'w>(texts: &mut Vec<Text<'w>>, money: &'w Money) {
    if let Some(fund) = &money.fund {
        body(texts, "fund", Some(&fund.giver));
        body(texts, "fund", fund.purpose.as_deref());
    }
}
