//! How long it takes to work out what a spreadsheet would do: `sheets [small|ten|national]`. Prints, for growing parts of
//! the risks and the money lines of a made-up programme, as they went out, with something changed in every row, and as
//! new rows without their Ids, how long planning and bringing in take, and how long for each row.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a program beside the page, which times; what dies there has found a slip of its own"
)]

#[path = "../tests/support/generate/mod.rs"]
mod generate;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use concordat::domain::command::{Command, apply};
use concordat::domain::thing::Kind;
use concordat::domain::workspace::Workspace;
use concordat::sheets::{Book, Cell, Facts, Fate, ForWhom, Plan, Planned, Table, book, guess};

fn main() {
    let size = match std::env::args().nth(1).as_deref() {
        Some("small") => generate::SMALL,
        Some("ten") => generate::SAMPLE_TIMES_TEN,
        _ => generate::NATIONAL,
    };
    let workspace = generate::workspace(1, size);
    println!("{:<42}{:>7}{:>7}{:>12}{:>14}{:>14}", "rows", "number", "refused", "planning", "for each", "bringing in");
    for (kind, key) in [(Kind::Risk, "Owner"), (Kind::Money, "Commentary")] {
        let whole = book(&workspace, &facts(), Some(kind)).tables.remove(0);
        for part in [4, 2, 1] {
            let table = first(&whole, (whole.rows.len() - 1) / part);
            timed(&workspace, kind, "as they went out", table.clone());
            timed(&workspace, kind, "each changed", changed(table.clone(), key));
            timed(&workspace, kind, "new, found by what they say", without_ids(table));
        }
    }
}

fn facts() -> Facts {
    let day = "2011-01-17".parse().unwrap();
    let for_whom = ForWhom::WithoutExempt { left_out: 0 };
    Facts { title: "Councils".into(), code: "3F2A-77B0".into(), as_at: day, made: day, is_sample: false, for_whom }
}

fn first(table: &Table, rows: usize) -> Table {
    Table { name: table.name.clone(), rows: table.rows[..=rows].to_vec() }
}

fn changed(mut table: Table, head: &str) -> Table {
    let place = table.rows[0].iter().position(|cell| cell.typed() == head).unwrap();
    for row in &mut table.rows[1..] {
        row[place] = Cell::Text("Said otherwise".to_owned());
    }
    table
}

/// Another year's rows as somebody would type them: no Ids, and another reference or title in each.
fn without_ids(mut table: Table) -> Table {
    let named = table.rows[0].iter().position(|cell| ["Reference", "What it is for"].contains(&cell.typed().as_str())).unwrap();
    for (number, row) in table.rows[1..].iter_mut().enumerate() {
        row[0] = Cell::Blank;
        row[named] = Cell::Text(format!("Of the next year {number}"));
    }
    table
}

fn timed(workspace: &Workspace, kind: Kind, what: &str, table: Table) {
    let rows = table.rows.len() - 1;
    let book = Book { tables: vec![table] };
    let mapping = guess(&book);
    let known: BTreeSet<String> = workspace.things().map(|thing| thing.subject().to_string()).collect();
    let begun = worked();
    let mut plan = Plan::new(Arc::new(book), mapping, workspace.clone(), known, new_id);
    while !plan.step(5).is_done {}
    let planned = plan.finish();
    let planning = worked() - begun;
    let refused = planned.preview.count(Fate::Refused);
    let bringing = brought(workspace, planned);
    println!(
        "{:<42}{rows:>7}{refused:>7}{:>9} ms{:>11.1} µs{:>11} ms",
        format!("{}, {what}", kind.plural()),
        planning.as_millis(),
        planning.as_secs_f64() * 1e6 / rows as f64,
        bringing.as_millis()
    );
}

fn brought(workspace: &Workspace, planned: Planned) -> Duration {
    if planned.things.is_empty() {
        return Duration::ZERO;
    }
    let begun = worked();
    let command = Command::PutRows { rows: planned.things, why: String::new() };
    apply(workspace, command, "2011-01-17".parse().unwrap()).unwrap();
    worked() - begun
}

/// How long the processor has worked on this, where the system says so; else how long it has taken.
fn worked() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let said = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = said.and_then(|said| said.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

fn new_id() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("new-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
