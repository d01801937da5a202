//! Writes `samples/worcestershire.concordat.json` from the papers that the sample is made of.
//!
//! `cargo run --no-default-features --example sample` writes the same bytes every time; a test holds the file to that.

mod story;

use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join("worcestershire.concordat.json");
    std::fs::write(&path, story::bundle(&story::log()))?;
    println!("Wrote {}", path.display());
    Ok(())
}
