//! Handing on: what each reader's file holds, what is left out, and that none of that can be found or worked out.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a test that dies there has found something"
)]

mod support;

#[path = "handing/afresh.rs"]
mod afresh;
#[path = "handing/allow_list.rs"]
mod allow_list;
#[path = "handing/profiles.rs"]
mod profiles;
#[path = "handing/properties.rs"]
mod properties;
#[path = "handing/totals.rs"]
mod totals;

use chrono::NaiveDate;
use concordat::bundle::{self, Profile, decode};
use concordat::handing::{self, NotMade};
use concordat::log::{Author, Log};
use serde_json::{Value, json};
use support::{EVENING, moment, write};

/// Who makes every file here.
fn treasurer() -> Author {
    Author { name: "Treasurer of Redditch".to_owned(), council: "Redditch".to_owned() }
}

fn make(log: &Log, drawer: &Log, profile: Profile) -> Result<handing::Made, NotMade> {
    let made = bundle::Made { profile, ..bundle::Made::new(moment(EVENING), treasurer(), "Concordat 0.1.0") };
    let day = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
    handing::make(log, drawer, &decode::workspace(log), &made, day)
}

fn public(log: &Log) -> Result<handing::Made, NotMade> {
    make(log, &Log::default(), Profile::Public)
}

fn json_of(made: &handing::Made) -> Value {
    serde_json::from_str(&made.text).unwrap()
}

/// A log in which each of these records was entered, one after the other.
fn entered(records: &[(&str, Value)]) -> Log {
    let mut log = Log::default();
    for (at, (record, fields)) in records.iter().enumerate() {
        write(&mut log, EVENING + i64::try_from(at).unwrap(), record, fields.clone());
    }
    log
}

fn exempt() -> Value {
    json!({ "paragraph": "3", "reason": "A contract is being negotiated", "review": "2011-06-30" })
}
