//! Writes the two samples from the papers that they are made of.
//!
//! `cargo run --no-default-features --example sample` writes the same bytes every time; a test holds the file to that.

mod story;

use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    for (name, log) in [("worcestershire", story::log()), ("warwickshire", story::warwickshire::log())] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(format!("{name}.concordat.json"));
        std::fs::write(&path, story::bundle(&log))?;
        println!("Wrote {}", path.display());
    }
    Ok(())
}
