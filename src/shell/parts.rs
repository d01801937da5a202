//! Where the program is split. The part that starts it reads the work, and does so while the browser fetches the part
//! that draws it; what is done with bundles comes when somebody wants it.
//!
//! The release is split after it is built (`scripts/split-program.mjs`) at the functions marked by `chunk!`. The quick
//! loop and the tests of single views are built whole: there every chunk is here at once.

use std::rc::Rc;

use crate::session::{Hands, Session};
use crate::shell::{Shell, alike, running};
use crate::views::pages::chunks::{self, Chunk, Chunks, Draw, Fetching};

/// What a chunk of pages holds. Each can run the page, so that one chunk is enough to begin with.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// Puts the page in place and keeps it going.
    pub(super) run: fn(Rc<Shell>, Chunks),
    /// Draws its pages.
    pub(super) draw: Draw,
    /// What the session does once the part is here, when there is time.
    pub(super) later: fn(Session),
}

fn enable(session: Session) {
    session.give_hands(Hands::READY);
    alike::keep_count(session);
}

/// Marks where the program is split: a function that answers, once its chunk is here, with a function of the chunk.
macro_rules! chunk {
    ($name:ident, $held:ty, $function:expr) => {
        #[cfg(feature = "chunks")]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$held, leptos::wasm_split::SplitLoaderError> {
            Ok($function)
        }

        #[cfg(not(feature = "chunks"))]
        async fn $name() -> Result<$held, leptos::wasm_split::SplitLoaderError> {
            Ok($function)
        }
    };
}
pub(super) use chunk;

chunk!(overview, Part, Part { run: running::run, draw: chunks::overview_page, later: |_| {} });
chunk!(others, Part, Part { run: running::run, draw: chunks::other_page, later: enable });

/// Fetches a chunk; nothing where it cannot be had.
pub(super) async fn fetch(chunk: Chunk) -> Option<Part> {
    match chunk {
        Chunk::Overview => overview().await,
        Chunk::Others => others().await,
    }
    .ok()
}

/// Fetches a chunk for its pages alone.
pub(super) fn fetch_pages(chunk: Chunk) -> Fetching {
    Box::pin(async move { fetch(chunk).await.map(|part| part.draw) })
}
