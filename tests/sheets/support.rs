//! Files as they travel: written, read, planned, put into the workspace.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::NaiveDate;
use concordat::domain::command::{Command, Doing, apply};
use concordat::domain::money::{Basis, Money, MoneyId, MoneyKind, Sum};
use concordat::domain::partner::{Partner, PartnerId};
use concordat::domain::pence::Pence;
use concordat::domain::programme::{Programme, ProgrammeId};
use concordat::domain::record::Set;
use concordat::domain::risk::{Issue, IssueId, Risk, RiskId};
use concordat::domain::service::{Service, ServiceId};
use concordat::domain::subject::Subject;
use concordat::domain::thing::{Kind, Thing};
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;
use concordat::sheets::{Book, Facts, Fate, ForWhom, Mapping, Plan, Planned, Row, book, file, guess};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn facts() -> Facts {
    Facts {
        title: "Councils".to_owned(),
        code: "3F2A-77B0".to_owned(),
        as_at: day("2011-01-17"),
        made: day("2011-01-18"),
        is_sample: false,
        for_whom: ForWhom::WithoutExempt { left_out: 0 },
    }
}

pub fn new_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("new-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Two councils, a programme, two services, a risk, an issue and a line.
pub fn small() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name, code) in [("b", "Bromsgrove District Council", "BDC"), ("r", "Redditch Borough Council", "RBC")] {
        let partner = Partner { name: Some(name.into()), code: Some(code.into()), ..Partner::new(PartnerId::new(id).unwrap()) };
        workspace.insert(partner.into());
    }
    let programme = ProgrammeId::new("p").unwrap();
    workspace.insert(Programme { name: Some("Shared services".into()), ..Programme::new(programme.clone()) }.into());
    for (id, name) in [("payroll", "Payroll"), ("ict", "ICT")] {
        let service =
            Service { name: Some(name.into()), programme: Some(programme.clone()), ..Service::new(ServiceId::new(id).unwrap()) };
        workspace.insert(service.into());
    }
    let risk = Risk {
        reference: Some("10".into()),
        title: Some("Loss of key staff".into()),
        programme: Some(programme.clone()),
        review: Some(day("2011-03-01")),
        ..Risk::new(RiskId::new("10").unwrap())
    };
    workspace.insert(risk.into());
    let issue = Issue { title: Some("A flood".into()), programme: Some(programme), ..Issue::new(IssueId::new("f").unwrap()) };
    workspace.insert(issue.into());
    let line = Money {
        title: Some("Payroll run once".into()),
        sum: Some(Sum {
            kind: MoneyKind::Saving,
            pence: Pence::pounds(12_000),
            up_to: None,
            year: Some(FinancialYear::parse("2010/11").unwrap()),
            basis: Some(Basis::Forecast),
            recurrence: None,
        }),
        covers: Some(vec![Subject::parse("service/payroll").unwrap()]),
        partners: Some(vec![PartnerId::new("b").unwrap(), PartnerId::new("r").unwrap()]),
        ..Money::new(MoneyId::new("line").unwrap())
    };
    workspace.insert(line.into());
    workspace
}

/// A file of comma-separated values, read and planned as it is guessed to be.
pub fn plan_csv(workspace: &Workspace, name: &str, text: &str) -> Planned {
    let book = file::read(name, text.as_bytes()).unwrap();
    let mapping = guess(&book);
    plan(workspace, book, mapping)
}

pub fn plan(workspace: &Workspace, book: Book, mapping: Mapping) -> Planned {
    let known: BTreeSet<String> = workspace
        .things()
        .map(|thing| thing.subject().to_string())
        .chain(workspace.withdrawn.keys().map(ToString::to_string))
        .collect();
    let mut plan = Plan::new(Arc::new(book), mapping, workspace.clone(), known, new_id);
    while !plan.step(7).is_done {}
    plan.finish()
}

/// The workspace after what was planned came in, through the command by which it does.
pub fn bring_in(workspace: &Workspace, planned: &Planned) -> Workspace {
    let command = Command::PutRows { rows: planned.things.clone(), why: "From a test".to_owned() };
    let outcome = apply(workspace, command, day("2011-01-17")).unwrap();
    let mut after = workspace.clone();
    for edit in outcome.edits {
        let Doing::Set(set) = edit.doing else { panic!("rows set fields") };
        let mut fields: Set = after.thing(&edit.record).map(|thing| thing.encode()).unwrap_or_default();
        fields.extend(set);
        after.insert(Thing::decode(edit.record.as_str(), &|field| fields.get(field)).unwrap().0);
    }
    after
}

pub fn workbook(workspace: &Workspace) -> Vec<u8> {
    file::xlsx(&book(workspace, &facts(), None), day("2011-01-18")).unwrap()
}

/// The tables of a workbook, as they are before they are written.
pub fn tables(workspace: &Workspace) -> Book {
    book(workspace, &facts(), None)
}

pub fn csv(workspace: &Workspace, kind: Kind) -> String {
    file::csv(&book(workspace, &facts(), Some(kind)).tables[0])
}

/// Rows that would not leave everything as it is.
pub fn stirring(planned: &Planned) -> Vec<&Row> {
    planned.preview.rows.iter().filter(|row| row.fate != Fate::Same).collect()
}

/// The fields that a row sets: `Owner: not stated → Treasurer`.
pub fn told(row: &Row) -> Vec<String> {
    let tell = |field: &concordat::sheets::FieldTold| match &field.was {
        Some(was) => format!("{}: {was} → {}", field.label, field.is),
        None => format!("{}: {}", field.label, field.is),
    };
    row.fields.iter().map(tell).collect()
}
