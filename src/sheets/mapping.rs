//! Which sheet holds which kind, in which row its heads stand, and which column is which: guessed, then as the person says.

use crate::domain::thing::Kind;
use crate::sheets::first;
use crate::sheets::kinds::{KINDS, SHARE, columns, is_share};
use crate::sheets::table::{Book, Table};

/// In how many rows from the top heads are looked for.
pub const HEAD_ROWS: usize = 20;

/// How the tables of a file are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Table by table, in the order of the file.
    pub tables: Vec<TableMapping>,
}

/// How one table is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableMapping {
    /// What its rows are; nothing where it is left out.
    pub kind: Option<Kind>,
    /// The place of the row with the heads.
    pub heads: usize,
    /// Which column of the kind each of its columns is, by key; nothing where it is left out.
    pub columns: Vec<Option<&'static str>>,
}

/// Heads of other people's tables, in small letters, and what they are here.
const ALSO: &[(Kind, &[(&str, &str)])] = &[
    (Kind::Partner, &[("partner", "name"), ("council", "name"), ("authority", "name"), ("code", "code"), ("type", "kind")]),
    (
        Kind::Service,
        &[
            ("service", "name"),
            ("lead", "lead"),
            ("rag", "status"),
            ("rag status", "status"),
            ("complete", "complete"),
            ("started", "stage-since"),
            ("group", "theme"),
        ],
    ),
    (
        Kind::Money,
        &[
            ("line", "title"),
            ("title", "title"),
            ("description", "title"),
            ("item", "title"),
            ("who", "partners"),
            ("who saves", "partners"),
            ("partner", "partners"),
            ("council", "partners"),
            ("year", "year"),
            ("saving", "amount"),
            ("savings", "amount"),
            ("value", "amount"),
            ("", "amount"),
            ("amount in pounds", "amount"),
            ("recurring", "recurrence"),
            ("service", "covers"),
            ("programme", "covers"),
            ("type", "kind"),
            ("note", "commentary"),
            ("notes", "commentary"),
            ("comment", "commentary"),
        ],
    ),
    (
        Kind::Risk,
        &[
            ("ref", "reference"),
            ("no", "reference"),
            ("number", "reference"),
            ("risk", "title"),
            ("risk title", "title"),
            ("l", "likelihood"),
            ("probability", "likelihood"),
            ("i", "impact"),
            ("risk owner", "owner"),
            ("mitigating action", "mitigation"),
            ("mitigating actions", "mitigation"),
            ("controls", "mitigation"),
            ("review", "review"),
            ("status", "state"),
        ],
    ),
    (
        Kind::Issue,
        &[
            ("ref", "reference"),
            ("no", "reference"),
            ("number", "reference"),
            ("issue", "title"),
            ("actions", "action"),
            ("date", "happened"),
            ("due date", "due"),
            ("status", "state"),
        ],
    ),
];

/// What each table seems to be.
pub fn guess(book: &Book) -> Mapping {
    Mapping { tables: book.tables.iter().map(of_table).collect() }
}

impl TableMapping {
    /// The mapping of a table as this kind, its heads in the row that names most columns.
    pub fn of(table: &Table, kind: Kind) -> Self {
        let rows = 0..table.rows.len().min(HEAD_ROWS);
        // The first of the best: of two rows that name as many columns the upper one is the head.
        let heads = rows.rev().max_by_key(|row| named(table, kind, *row)).unwrap_or_default();
        Self::with_heads(table, kind, heads)
    }

    /// The mapping of a table as this kind, its heads in this row.
    pub fn with_heads(table: &Table, kind: Kind, heads: usize) -> Self {
        Self { kind: Some(kind), heads, columns: read_heads(table, kind, heads) }
    }
}

/// The head as its column is looked for: small letters and digits, without what stands in brackets and without units.
pub(super) fn plain(head: &str) -> String {
    let outside: String = head.split('(').next().unwrap_or_default().to_lowercase();
    let letters =
        outside.chars().map(|letter| if letter.is_alphanumeric() || letter == '%' { letter } else { ' ' }).collect::<String>();
    let words: Vec<&str> =
        letters.split_whitespace().filter(|word| !matches!(*word, "000" | "000s" | "k" | "£k" | "%")).collect();
    words.join(" ")
}

/// The unit that a head states for the bare numbers below it: thousands or millions of pounds.
pub(super) fn unit(head: &str) -> Option<char> {
    let head = head.to_lowercase().replace(['\'', '’', ' ', ',', '.'], "");
    if ["£000", "£k", "(000", "000s", "£thousand", "inthousands"].iter().any(|mark| head.contains(mark)) {
        return Some('k');
    }
    ["£m", "£million", "inmillions"].iter().any(|mark| head.contains(mark)).then_some('m')
}

fn of_table(table: &Table) -> TableMapping {
    let left_out = || TableMapping { kind: None, heads: 0, columns: vec![None; table.width()] };
    if table.name == first::NAME {
        return left_out();
    }
    const FEWEST: usize = 2;
    let name = plain(&table.name);
    let count = |kind: Kind| {
        let mapping = TableMapping::of(table, kind);
        let named = mapping.columns.iter().flatten().count();
        let is_named_so = name == plain(kind.plural()) || name == plain(kind.label());
        (named, is_named_so, mapping)
    };
    let best = KINDS.into_iter().rev().map(count).max_by_key(|(named, is_named_so, _)| (*is_named_so && *named > 0, *named));
    match best {
        Some((named, is_named_so, mapping)) if named >= FEWEST || (is_named_so && named > 0) => mapping,
        _ => left_out(),
    }
}

fn named(table: &Table, kind: Kind, row: usize) -> usize {
    read_heads(table, kind, row).iter().flatten().count()
}

fn read_heads(table: &Table, kind: Kind, row: usize) -> Vec<Option<&'static str>> {
    let mut taken: Vec<&'static str> = Vec::new();
    let heads = (0..table.width()).map(|place| table.cell(row, place).typed());
    heads
        .map(|head| {
            // Each partner's share stands in a column of its own.
            let key = known(kind, &head).filter(|key| *key == SHARE || !taken.contains(key))?;
            taken.push(key);
            Some(key)
        })
        .collect()
}

/// The column that a head names: that of our own tables first, then what others call it.
fn known(kind: Kind, head: &str) -> Option<&'static str> {
    if head.is_empty() {
        return None;
    }
    if kind == Kind::Money && is_share(head) {
        return Some(SHARE);
    }
    let own = columns(kind).iter().find(|column| column.head.eq_ignore_ascii_case(head.trim()));
    if let Some(own) = own {
        return own.is_read.then_some(own.key);
    }
    let head = plain(head);
    let own = columns(kind).iter().filter(|column| column.is_read).find(|column| plain(column.head) == head);
    let also = || ALSO.iter().find(|(of, _)| *of == kind)?.1.iter().find(|(known, _)| *known == head).map(|(_, key)| *key);
    own.map(|column| column.key).or_else(also)
}
