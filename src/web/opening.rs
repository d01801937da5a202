//! What stands on the page until the program has drawn it: the first visit, or a line that says that it is opening.

use web_sys::File;

use crate::web::{files, page};

/// What a person asked for before the program was there to do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The sample.
    Sample,
    /// A workspace of their own.
    NewWorkspace,
    /// A bundle to be brought in.
    Import,
    /// These files, which were dropped on the page.
    Files(Vec<File>),
}

/// Takes it away, since the page itself is there now, and tells what was asked for meanwhile.
pub fn done() -> Option<Wanted> {
    let opening = page::document()?.get_element_by_id("opening")?;
    let wanted = opening.get_attribute("data-wanted");
    let dropped = files::chosen_in_field("opening-dropped");
    opening.remove();
    if !dropped.is_empty() {
        return Some(Wanted::Files(dropped));
    }
    match wanted?.as_str() {
        "sample" => Some(Wanted::Sample),
        "new" => Some(Wanted::NewWorkspace),
        "import" => Some(Wanted::Import),
        _ => None,
    }
}

/// Says that a part of the program could not be had, and shows the way to the work.
pub fn not_fetched() {
    let by_id = |id| page::document().and_then(|document| document.get_element_by_id(id));
    if let Some(says) = by_id("opening-says") {
        says.set_text_content(Some(
            "Part of Concordat is not in this browser yet, and could not be had from the network. Your work is safe. Join a network, then load the page again.",
        ));
    }
    for hidden in ["opening-wait", "opening-recovery"] {
        if let Some(element) = by_id(hidden) {
            let _ = element.remove_attribute("hidden");
        }
    }
}
