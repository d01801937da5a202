//! Why the shelf could not do what it was asked.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// What stands between the work and its being kept in this browser.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// Private windows, strict settings, or no `IndexedDB` at all.
    #[error("This browser does not let Concordat keep work here ({0}). Private windows and strict settings can do this.")]
    Denied(String),
    /// The quota is reached.
    #[error("This browser has no room left for Concordat's work. Free some space on this device or remove a workspace.")]
    Full,
    /// Another release made a later form of the database.
    #[error("The work in this browser was kept by a newer Concordat. Open the page online once to bring it up to date.")]
    Newer,
    /// The connection went away, and stayed away through every attempt.
    #[error("The browser keeps losing its connection to the stored work ({0}).")]
    Lost(String),
    /// Nothing was answered in good time.
    #[error("The browser's storage has not answered for {0} seconds.")]
    Silent(u32),
    /// Anything else that the browser says.
    #[error("The browser's storage reports a fault ({0}).")]
    Broken(String),
}

impl ShelfError {
    /// Whether the connection is of no more use.
    pub(super) fn ends_the_connection(&self) -> bool {
        matches!(self, Self::Lost(_) | Self::Silent(_))
    }

    /// Whether trying again at once may help.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Self::Lost(_))
    }

    /// What the browser's own exception means here.
    pub(super) fn from_exception(exception: &DomException) -> Self {
        let said = said(exception);
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            "SecurityError" | "NotAllowedError" => Self::Denied(said),
            "InvalidStateError" | "UnknownError" | "AbortError" | "TransactionInactiveError" | "TimeoutError" => Self::Lost(said),
            _ => Self::Broken(said),
        }
    }

    /// What a value thrown by the browser means here.
    pub(super) fn from_thrown(thrown: &JsValue) -> Self {
        match thrown.dyn_ref::<DomException>() {
            Some(exception) => Self::from_exception(exception),
            None => Self::Broken(
                thrown.dyn_ref::<js_sys::Error>().map_or_else(|| "no reason given".into(), |error| error.message().into()),
            ),
        }
    }
}

impl From<idb::Error> for ShelfError {
    fn from(error: idb::Error) -> Self {
        use idb::Error as From;
        match &error {
            From::DomException(exception) => Self::from_exception(exception),
            From::IndexedDbNotFound(_) => Self::Denied("it offers no IndexedDB".into()),
            From::AddFailed(thrown)
            | From::UpdateFailed(thrown)
            | From::DeleteFailed(thrown)
            | From::ClearFailed(thrown)
            | From::CountFailed(thrown)
            | From::GetFailed(thrown)
            | From::GetAllFailed(thrown)
            | From::GetAllKeysFailed(thrown)
            | From::IndexedDbOpenFailed(thrown)
            | From::ObjectStoreNotFound(thrown)
            | From::TransactionOpenFailed(thrown) => Self::from_thrown(thrown),
            // The browser ended a request without saying why, which is how a dropped connection looks from here.
            From::OneshotChannelReceiveError | From::DomExceptionNotFound => Self::Lost(error.to_string()),
            _ => Self::Broken(error.to_string()),
        }
    }
}

fn said(exception: &DomException) -> String {
    let (name, message) = (exception.name(), exception.message());
    if message.is_empty() { name } else { format!("{name}: {}", message.trim_end_matches('.')) }
}
