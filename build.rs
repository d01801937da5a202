//! The split of the program into chunks needs to know what refers to what, which the linker otherwise forgets.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_CHUNKS").is_some() {
        println!("cargo:rustc-link-arg-bin=concordat=--emit-relocs");
    }
}
