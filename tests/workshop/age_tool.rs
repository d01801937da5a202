//! The age command-line tool opens what is locked here, and what it locks is opened here. It takes a passphrase on a
//! terminal alone, so it is run on one made by `script`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::lock::{locked, unlocked};

const PASSPHRASE: &str = "gate lorry heron tin";

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("concordat-age-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn is_there(tool: &str) -> bool {
    Command::new(tool).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn can_be_compared() -> bool {
    let missing: Vec<&str> = ["age", "script"].into_iter().filter(|tool| !is_there(tool)).collect();
    if !missing.is_empty() {
        eprintln!("Skipped: {} is not installed, so nothing was compared with the age tool.", missing.join(" and "));
    }
    missing.is_empty()
}

/// Runs age on a terminal and types the passphrase whenever it is asked for.
fn age(options: &str, input: &Path, output: &Path, times: usize) -> bool {
    let command = format!("age {options} -o {} {}", output.display(), input.display());
    let mut script = Command::new("script")
        .args(["-q", "-e", "-c", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut keys = script.stdin.take().unwrap();
    for _ in 0..times {
        // It must have asked before anything is typed, or what is typed is thrown away.
        sleep(Duration::from_millis(700));
        keys.write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
        keys.flush().unwrap();
    }
    script.wait().unwrap().success()
}

#[test]
fn the_age_tool_opens_what_is_locked_here() {
    if !can_be_compared() {
        return;
    }
    let folder = Folder::new("out");
    let text: Vec<u8> = (0..40_000u32).flat_map(|number| format!("{number} £ ").into_bytes()).collect();
    fs::write(folder.file("locked.age"), locked(&text, PASSPHRASE)).unwrap();
    assert!(age("-d", &folder.file("locked.age"), &folder.file("text"), 1), "age did not open it");
    assert!(fs::read(folder.file("text")).unwrap() == text, "age read something else");
}

#[test]
fn what_the_age_tool_locks_is_opened_here() {
    if !can_be_compared() {
        return;
    }
    let folder = Folder::new("in");
    let text = "Lease of the northern yard: £46,000\n".repeat(5_000);
    fs::write(folder.file("text"), &text).unwrap();
    for (options, name) in [("-p", "locked.age"), ("-p -a", "armoured.age")] {
        assert!(age(options, &folder.file("text"), &folder.file(name), 2), "age did not lock it");
        let file = fs::read(folder.file(name)).unwrap();
        assert_eq!(file.starts_with(b"-----BEGIN"), options.ends_with("-a"));
        assert!(unlocked(&file, PASSPHRASE).unwrap() == text.as_bytes(), "{name} came out as something else");
    }
    let file = fs::read(folder.file("locked.age")).unwrap();
    assert!(unlocked(&file, "gate lorry heron").unwrap_err().is_passphrase);
}
