//! Mounts the page.

fn main() {
    concordat::shell::guard();
    concordat::shell::start();
}
