//! The heatmap and the register: which risks there are, how high, and which way they have gone.

mod chosen;
mod heatmap;
mod moved;
mod movement;
mod reference;
mod register;
mod table;

pub use chosen::{Chosen, Shown, owners};
pub(super) use chosen::{is_of_programme, is_of_service};
pub use heatmap::{Bands, Heatmap, Held, Mention, NAMED, heatmap};
pub use moved::Moved;
pub use movement::{Earlier, LookUp, Movement, earlier_in, movement};
pub use reference::{by_number, by_reference};
pub use register::{Register, RegisterRow, Sorted, register};
pub use table::table;

#[cfg(test)]
mod tests;
