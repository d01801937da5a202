//! What a service moved on without, and whether it is there by now.

use crate::domain::service::{Despite, Service};
use crate::domain::workspace::Workspace;
use crate::words;

/// A step that was taken though something was missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Which step, without what and why.
    pub says: String,
    /// What of it is missing still; nothing where all of it is there by now.
    pub still: Option<String>,
}

/// Every such step, the latest first.
pub fn passed(workspace: &Workspace, service: &Service) -> Vec<Passed> {
    let still = |despite: &Despite| {
        let missing: Vec<String> = despite
            .lacking
            .iter()
            .filter(|requirement| requirement.lacking(workspace, service).is_some())
            .map(|requirement| words::services::uncapital(requirement.label()))
            .collect();
        (!missing.is_empty()).then(|| words::sentence(&format!("{}.", words::list(missing))))
    };
    let steps = service.stage.iter().flat_map(|stage| &stage.despite);
    let told = |despite: &Despite| Passed {
        says: format!("{}.", words::sentence(&words::services::despite(despite)).trim_end_matches('.')),
        still: still(despite),
    };
    steps.map(told).rev().collect()
}
