//! What is said of a change that was set aside: whose it is, as far as that can still be read, and why.

use serde_json::Value;

use crate::bundle::finding::Problem;
use crate::log::{LineError, Moment};

/// The most of a damaged text that is kept with what is said of it; a change is 64 KB at most.
const KEPT: usize = 1 << 20;

/// Why an item of the list of changes cannot be one.
pub(super) fn problem(line: usize, item: &str, error: &LineError) -> Problem {
    let value = serde_json::from_str::<Value>(item).unwrap_or_default();
    let text = |path: &str| value.pointer(path).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned);
    let who = match (text("/by/name"), text("/by/council")) {
        (Some(name), Some(council)) => Some(format!("{name}, {council}")),
        (name, council) => name.or(council),
    };
    let asked = who.as_deref().unwrap_or("whoever sent it");
    let (path, remedy) = match error {
        LineError::NotJson(_) | LineError::Altered { .. } => (String::new(), format!("Ask {asked} for the file again.")),
        LineError::Shape { path, .. } => {
            (path.clone(), "If a newer Concordat made it, open the page online once to bring it up to date.".to_owned())
        }
    };
    Problem {
        line,
        change: text("/id"),
        who,
        day: text("/at").and_then(|at| Moment::parse(&at)).map(day),
        path,
        reason: error.to_string(),
        remedy,
        text: item.chars().take(KEPT).collect(),
    }
}

/// A moment's day in words; by the clock that stated it, in Coordinated Universal Time.
fn day(at: Moment) -> String {
    let day = chrono::DateTime::from_timestamp(at.seconds(), 0).map(|at| at.date_naive());
    day.map(|day| day.format("%-d %B %Y").to_string()).unwrap_or_default()
}
