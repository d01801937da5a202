//! Writes the sample workspace from the papers that it is made of.

mod story;

fn main() {
    let log = story::log();
    for change in log.changes() {
        println!("{}", change.line());
    }
}
