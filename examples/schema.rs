//! Writes the bundle's JSON Schema from the types: `cargo run --no-default-features --example schema`.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/concordat-bundle-1.schema.json");
    fs::create_dir_all(place.with_file_name(""))?;
    fs::write(place, format!("{:#}\n", concordat::bundle::schema()))
}
