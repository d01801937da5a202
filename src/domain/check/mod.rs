//! What a record must say before it is kept, and what it must not. Everything else may be left unstated.
//!
//! Each refusal says how to put it right and names the field as files do. A fault that comes of several records, such
//! as a saving for a partner that does not take part, is not refused but reported (`integrity`): people may be right one
//! after the other.

mod approval;
mod benefit;
mod case;
mod circle;
mod commitment;
mod highlight;
mod measure;
mod money;
mod people;
mod programme;
mod risk;
mod service;
mod shift;
mod split;
mod thinking;

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::record::Record;
use crate::domain::source::{Amended, Source, Term};
use crate::domain::table::Table;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

pub(crate) use circle::leads_back;
pub(crate) use people::folded;
pub(crate) use risk::register;

/// Every reason not to keep a record as it stands, in the order of its fields.
pub fn check(workspace: &Workspace, thing: &Thing) -> Vec<Refusal> {
    in_order(thing, among_others(workspace, thing, None))
}

/// The same for one record of many: who is called alike is known.
pub fn check_one_of_many(workspace: &Workspace, called: &Called, thing: &Thing) -> Vec<Refusal> {
    in_order(thing, among_others(workspace, thing, Some(called)))
}

fn in_order(thing: &Thing, among_others: Vec<Refusal>) -> Vec<Refusal> {
    let mut refusals = alone(thing);
    refusals.extend(among_others);
    let fields = thing.kind().fields();
    refusals.order_by_key(|refusal| fields.iter().position(|field| field.name == refusal.field));
    refusals
}

/// What is wrong with a record whatever else the workspace holds.
pub(crate) fn alone(thing: &Thing) -> Vec<Refusal> {
    let mut refusals = Refusals::default();
    match thing {
        Thing::About(about) => people::workspace(about, &mut refusals),
        Thing::Partner(partner) => people::partner(partner, &mut refusals),
        Thing::Note(note) => people::note(note, &mut refusals),
        Thing::Meeting(meeting) => people::meeting(meeting, &mut refusals),
        Thing::Programme(programme) => programme::programme(programme, &mut refusals),
        Thing::Phase(phase) => programme::phase(phase, &mut refusals),
        Thing::Milestone(milestone) => programme::milestone(milestone, &mut refusals),
        Thing::Service(service) => service::service(service, &mut refusals),
        Thing::Participation(participation) => service::participation(participation, &mut refusals),
        Thing::Money(money) => money::money(money, &mut refusals),
        Thing::Risk(risk) => risk::risk(risk, &mut refusals),
        Thing::Issue(issue) => risk::issue(issue, &mut refusals),
        Thing::Sent(sent) => people::sent(sent, &mut refusals),
        Thing::Measure(measure) => measure::measure(measure, &mut refusals),
        Thing::Baseline(baseline) => measure::baseline(baseline, &mut refusals),
        Thing::Targets(targets) => measure::targets(targets, &mut refusals),
        Thing::Readings(readings) => measure::readings(readings, &mut refusals),
        Thing::Recommendation(recommendation) => approval::recommendation(recommendation, &mut refusals),
        Thing::Approval(approval) => approval::approval(approval, &mut refusals),
        Thing::Consultation(consultation) => case::consultation(consultation, &mut refusals),
        Thing::Case(case) => case::case(case, &mut refusals),
        Thing::CaseOption(option) => case::option(option, &mut refusals),
        Thing::SignOff(signoff) => case::signoff(signoff, &mut refusals),
        Thing::Opening(opening) => thinking::opening(opening, &mut refusals),
        Thing::Study(study) => thinking::study(study, &mut refusals),
        Thing::Demand(demand) => thinking::demand(demand, &mut refusals),
        Thing::Trial(trial) => thinking::trial(trial, &mut refusals),
        Thing::Plan(plan) => thinking::plan(plan, &mut refusals),
        Thing::Commitment(one) => commitment::commitment(one, &mut refusals),
        Thing::Shift(shift) => shift::shift(shift, &mut refusals),
        Thing::Benefit(one) => benefit::benefit(one, &mut refusals),
        Thing::Highlight(report) => highlight::highlight(report, &mut refusals),
    }
    refusals.0
}

/// What is wrong with a record beside the others of its kind: those that are called alike, where that is known.
fn among_others(workspace: &Workspace, thing: &Thing, called: Option<&Called>) -> Vec<Refusal> {
    let mut refusals = Refusals::default();
    match thing {
        Thing::Partner(partner) => {
            let others = others(&workspace.partners, called, Kind::Partner, partner.code.as_deref());
            people::partner_among(others, partner, &mut refusals);
        }
        Thing::Service(service) => service::service_among(workspace, service, &mut refusals),
        Thing::Money(money) => money::money_among(workspace, money, &mut refusals),
        Thing::Risk(risk) => {
            let others = others(&workspace.risks, called, Kind::Risk, risk.reference.as_deref());
            risk::risk_among(workspace, others, risk, &mut refusals);
        }
        Thing::Issue(issue) => {
            let others = others(&workspace.issues, called, Kind::Issue, issue.reference.as_deref());
            risk::issue_among(workspace, others, issue, &mut refusals);
        }
        Thing::Measure(measure) => measure::measure_among(workspace, measure, &mut refusals),
        Thing::Targets(targets) => measure::targets_among(workspace, targets, &mut refusals),
        Thing::Readings(readings) => measure::readings_among(workspace, readings, &mut refusals),
        Thing::Approval(approval) => approval::approval_among(workspace, approval, &mut refusals),
        Thing::Case(case) => case::case_among(workspace, case, &mut refusals),
        Thing::CaseOption(option) => case::option_among(workspace, option, &mut refusals),
        Thing::Study(study) => thinking::study_among(workspace, study, &mut refusals),
        Thing::Plan(plan) => thinking::plan_among(workspace, plan, &mut refusals),
        Thing::Commitment(one) => commitment::commitment_among(workspace, one, &mut refusals),
        Thing::Benefit(one) => benefit::benefit_among(workspace, one, &mut refusals),
        Thing::Highlight(report) => highlight::highlight_among(workspace, report, &mut refusals),
        Thing::About(_)
        | Thing::Note(_)
        | Thing::Sent(_)
        | Thing::Meeting(_)
        | Thing::Programme(_)
        | Thing::Phase(_)
        | Thing::Milestone(_)
        | Thing::Participation(_)
        | Thing::Recommendation(_)
        | Thing::Consultation(_)
        | Thing::SignOff(_)
        | Thing::Opening(_)
        | Thing::Demand(_)
        | Thing::Trial(_)
        | Thing::Shift(_)
        | Thing::Baseline(_) => {}
    }
    refusals.0
}

/// The records that may be called so: all of them, where nothing is known.
fn others<'w, R: Record<Id: TryFrom<String>>>(
    all: &'w Table<R>,
    called: Option<&'w Called>,
    kind: Kind,
    name: Option<&'w str>,
) -> Box<dyn Iterator<Item = &'w R> + 'w> {
    match called {
        None => Box::new(all.values()),
        Some(called) => {
            let named = name.into_iter().flat_map(move |name| called.so(kind, name));
            Box::new(named.filter_map(|subject| all.get(&subject.typed::<R::Id>()?)))
        }
    }
}

/// Refusals as they are found.
#[derive(Default)]
struct Refusals(Vec<Refusal>);

impl Refusals {
    fn add(&mut self, field: &'static str, says: impl Into<String>) {
        self.0.push(Refusal::of(field, says));
    }

    /// Refuses where something is so.
    fn when(&mut self, is_so: bool, field: &'static str, says: &str) {
        if is_so {
            self.add(field, says);
        }
    }

    /// Refuses a text that is not there or only blanks.
    fn text(&mut self, field: &'static str, text: Option<&String>, says: &str) {
        self.when(text.is_none_or(|text| text.trim().is_empty()), field, says);
    }

    /// A source names its paper.
    fn source(&mut self, source: Option<&Source>) {
        let nameless = source.is_some_and(|source| source.paper.trim().is_empty());
        self.when(nameless, "source", "Say which paper states this, or leave the whole source empty.");
    }

    /// A term does not end before it begins.
    fn term(&mut self, term: Option<&Term>) {
        let Some(Term { from: Some(from), to: Some(to) }) = term else { return };
        if to < from {
            let (from, to) = (from.format("%-d %B %Y"), to.format("%-d %B %Y"));
            self.add("term", format!("It would end on {to}, before it begins on {from}. Put the earlier date first."));
        }
    }

    /// A date is moved by somebody.
    fn amended(&mut self, amended: Option<&Amended>) {
        let nameless = amended.is_some_and(|amended| amended.authority.trim().is_empty());
        self.when(nameless, "amended", "Say who moved the date, and where that is recorded.");
    }
}

/// Whether something stands twice in a list.
fn repeats<T: Ord>(list: Option<&Vec<T>>) -> bool {
    let mut sorted: Vec<&T> = list.into_iter().flatten().collect();
    sorted.order_by(Ord::cmp);
    sorted.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
}
