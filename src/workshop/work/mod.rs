//! How the jobs are done. Nothing here knows of the browser, so that the tests can ask directly.

mod lock;
mod tables;

pub use lock::{MOST_WORK, WORK};

use crate::workshop::{Done, Job, Progress, Refused};

/// Does a job with the bytes that came beside it, and tells from time to time how far it has come.
pub fn work(job: Job, bytes: &[u8], tell: &mut dyn FnMut(Progress)) -> Result<Done, Refused> {
    match job {
        Job::Lock(passphrase) => lock::lock(&passphrase, bytes, tell),
        Job::AsLines => lock::as_lines(bytes),
        Job::LookAtLocked => lock::look(bytes),
        Job::Unlock(passphrase) => lock::unlock(&passphrase, bytes, tell),
        Job::ReadTables { name } => tables::read(&name, bytes),
        Job::WriteWorkbook { made } => tables::workbook(bytes, made),
        Job::WriteValues => tables::values(bytes),
    }
}
