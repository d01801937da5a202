//! New ids: made where the browser's own randomness is, and in the order of time.

use uuid::Uuid;

/// A new id, never used before: a version 7 UUID in lower case, which sorts by when it was made.
pub fn new_id() -> String {
    Uuid::now_v7().to_string()
}
