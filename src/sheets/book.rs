//! A workspace as tables: a first sheet that says what the file is, and a sheet for each kind.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::partner::PartnerId;
use crate::domain::record::EXEMPT;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::order::OneByOne;
use crate::sheets::first::first;
use crate::sheets::kinds::{KINDS, SHARE, cells, columns, share, share_heads};
use crate::sheets::table::{Book, Cell, Table};

/// What is said of the work on the first sheet and in the file's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What the workspace is called.
    pub title: String,
    /// Its short code.
    pub code: String,
    /// The day at which it is read.
    pub as_at: NaiveDate,
    /// The day on which the file is made.
    pub made: NaiveDate,
    /// Whether it is the sample.
    pub is_sample: bool,
    /// Who reads it.
    pub for_whom: ForWhom,
}

/// Who reads a file, as far as exempt items go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForWhom {
    /// Anybody: exempt items, so many, are left out.
    WithoutExempt {
        /// How many.
        left_out: usize,
    },
    /// Somebody who may see exempt items, by office or body.
    Named(String),
}

/// The tables of a workspace: of one kind alone, or of all with the first sheet before them.
pub fn book(workspace: &Workspace, facts: &Facts, only: Option<Kind>) -> Book {
    let tables = match only {
        Some(kind) => vec![table(workspace, kind)],
        None => std::iter::once(first(facts, !share_heads(workspace).is_empty()))
            .chain(KINDS.map(|kind| table(workspace, kind)))
            .collect(),
    };
    Book { tables }
}

/// What the file is called: `EXEMPT-` stands before it where it holds any.
pub fn file_name(facts: &Facts, only: Option<Kind>, stem: &str) -> String {
    let exempt = if matches!(facts.for_whom, ForWhom::Named(_)) { "EXEMPT-" } else { "" };
    match only {
        None => format!("{exempt}{stem}.xlsx"),
        Some(kind) => format!("{exempt}{stem}-{}.csv", kind.plural().to_lowercase().replace(' ', "-")),
    }
}

/// The workspace without certain records and fields: what refers to them refers to nothing that is here.
pub fn without(workspace: &Workspace, records: &BTreeSet<Subject>, fields: &BTreeMap<Subject, BTreeSet<String>>) -> Workspace {
    let mut left = Workspace { joins: workspace.joins.clone(), ..Workspace::default() };
    for thing in workspace.things() {
        let subject = thing.subject();
        if records.contains(&subject) {
            continue;
        }
        match fields.get(&subject) {
            None => left.insert(thing),
            Some(withheld) => {
                let set = thing.encode();
                let value = |field: &str| -> Option<&Value> { set.get(field).filter(|_| !withheld.contains(field)) };
                if let Some((thing, _)) = Thing::decode(subject.as_str(), &value) {
                    left.insert(thing);
                }
            }
        }
    }
    let kept =
        workspace.withdrawn.iter().filter(|(subject, _)| !records.contains(*subject) && !workspace.exempt.contains(*subject));
    left.withdrawn = kept.map(|(subject, name)| (subject.clone(), name.clone())).one_by_one();
    left
}

fn table(workspace: &Workspace, kind: Kind) -> Table {
    let partners = if kind == Kind::Money { share_heads(workspace) } else { Vec::new() };
    let heads = columns(kind).iter().flat_map(|column| match column.key {
        SHARE => partners.iter().map(|(_, head)| Cell::Text(head.clone())).collect(),
        key if is_left_out(kind, key, &partners) => Vec::new(),
        _ => vec![Cell::Text(column.head.to_owned())],
    });
    let row = |thing: &Thing| -> Vec<Cell> {
        let cells = columns(kind).iter().zip(cells(workspace, thing));
        let shares = || match thing {
            Thing::Money(line) => partners.iter().map(|(partner, _)| share(line, partner)).collect(),
            _ => Vec::new(),
        };
        let wide = cells.flat_map(|(column, cell)| match column.key {
            SHARE => shares(),
            key if is_left_out(kind, key, &partners) => Vec::new(),
            _ => vec![cell],
        });
        wide.collect()
    };
    let of_kind: Vec<Thing> = match kind {
        Kind::Partner => workspace.partners_in_order().into_iter().cloned().map(Thing::from).collect(),
        Kind::Service => workspace.services.values().cloned().map(Thing::from).collect(),
        Kind::Money => workspace.money.values().cloned().map(Thing::from).collect(),
        Kind::Risk => workspace.risks.values().cloned().map(Thing::from).collect(),
        Kind::Issue => workspace.issues.values().cloned().map(Thing::from).collect(),
        _ => Vec::new(),
    };
    // A record of which a file holds the exemption alone is none.
    let whole = of_kind.iter().filter(|thing| thing.encode().keys().any(|field| field != EXEMPT.name));
    let rows = std::iter::once(heads.collect()).chain(whole.map(row)).collect();
    Table { name: kind.plural().to_owned(), rows }
}

/// The shares in one text are not wanted beside a column for each partner.
fn is_left_out(kind: Kind, key: &str, partners: &[(PartnerId, String)]) -> bool {
    kind == Kind::Money && key == "split" && !partners.is_empty()
}
