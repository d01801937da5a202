//! Locking and unlocking: what goes in comes out, and whatever is wrong with a file has its sentence.

use std::io::Write;
use std::iter;

use age::armor::{ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{Encryptor, scrypt, x25519};
use concordat::workshop::work::{MOST_WORK, WORK, work};
use concordat::workshop::{Answer, Job, NotChosen, Passphrase, Progress, Refused, Said, is_locked};

pub fn ask(job: Job, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    work(job, bytes, &mut |_| {}).map(|done| done.bytes)
}

pub fn locked(text: &[u8], passphrase: &str) -> Vec<u8> {
    ask(Job::Lock(Passphrase::new(passphrase)), text).unwrap()
}

pub fn unlocked(file: &[u8], passphrase: &str) -> Result<Vec<u8>, Refused> {
    ask(Job::Unlock(Passphrase::new(passphrase)), file)
}

const PASSPHRASE: &str = "gate lorry heron tin";

/// Locked with little work, so that tests of everything else take none.
fn quickly_locked(text: &[u8], factor: u8) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(PASSPHRASE.to_owned()));
    recipient.set_work_factor(factor);
    written(Encryptor::with_recipients(iter::once(&recipient as _)).unwrap(), text)
}

fn written(encryptor: Encryptor, text: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    writer.write_all(text).unwrap();
    writer.finish().unwrap();
    file
}

fn armoured(file: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut writer = ArmoredWriter::wrap_output(&mut text, Format::AsciiArmor).unwrap();
    writer.write_all(file).unwrap();
    writer.finish().unwrap();
    text
}

/// Longer than one run, and not the same twice.
fn long_text() -> Vec<u8> {
    (0..300_000u32).flat_map(|number| format!("{number} ").into_bytes()).collect()
}

#[test]
fn what_is_locked_comes_out_as_it_was() {
    for text in [Vec::new(), "£4.2 million, “exempt”".as_bytes().to_vec(), long_text()] {
        let file = locked(&text, PASSPHRASE);
        assert!(is_locked(&file));
        assert_eq!(ask(Job::LookAtLocked, &file), Ok(Vec::new()));
        assert_eq!(unlocked(&file, PASSPHRASE).unwrap(), text);
    }
}

#[test]
fn the_work_is_the_same_for_every_file_and_nothing_is_used_twice() {
    let (one, other) = (locked(b"the same", PASSPHRASE), locked(b"the same", PASSPHRASE));
    let head = |file: &[u8]| String::from_utf8_lossy(file).lines().nth(1).unwrap().to_owned();
    assert!(head(&one).starts_with("-> scrypt ") && head(&one).ends_with(&format!(" {WORK}")), "{}", head(&one));
    assert_ne!(head(&one), head(&other));
    assert_eq!(WORK, 16);
}

#[test]
fn a_locked_file_is_written_as_lines_of_text_and_opened_again() {
    let file = quickly_locked(b"The northern yard", 2);
    let lines = ask(Job::AsLines, &file).unwrap();
    assert!(lines.iter().all(|byte| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n')), "{lines:?}");
    assert!(is_locked(&lines));
    assert_eq!(unlocked(&lines, PASSPHRASE).unwrap(), b"The northern yard");
}

#[test]
fn lines_of_text_are_opened_as_mail_delivers_them() {
    let file = armoured(&quickly_locked(&long_text(), 2));
    let with_returns = String::from_utf8(file.clone()).unwrap().replace('\n', "\r\n");
    for arrived in [file.clone(), with_returns.clone().into_bytes(), format!("\u{feff}\r\n\r\n{with_returns}").into_bytes()] {
        assert!(is_locked(&arrived));
        assert_eq!(ask(Job::LookAtLocked, &arrived), Ok(Vec::new()));
        assert_eq!(unlocked(&arrived, PASSPHRASE).unwrap(), long_text());
    }
}

#[test]
fn other_files_are_not_taken_for_locked_ones() {
    for content in ["", "{\"format\": \"concordat-bundle\"}", "age", "-----BEGIN CERTIFICATE-----"] {
        assert!(!is_locked(content.as_bytes()), "{content}");
    }
}

#[test]
fn another_passphrase_may_do_but_a_wrong_one_does_not() {
    let file = quickly_locked(b"text", 2);
    for wrong in ["", "Gate lorry heron tin", "gate lorry heron tin "] {
        let refused = unlocked(&file, wrong).unwrap_err();
        assert!(refused.is_passphrase);
        assert!(refused.says.starts_with("This is not its passphrase."), "{}", refused.says);
    }
}

#[test]
fn a_damaged_file_gives_nothing_and_no_passphrase_is_blamed() {
    let file = quickly_locked(&long_text(), 2);
    let body = file.windows(4).position(|window| window == b"\n---").unwrap();
    for at in [body + 60, body + 1_000, file.len() / 2, file.len() - 1] {
        let mut damaged = file.clone();
        damaged[at] ^= 1;
        let refused = unlocked(&damaged, PASSPHRASE).unwrap_err();
        assert!(refused.says.starts_with("This locked file is damaged"), "byte {at}: {}", refused.says);
        assert!(!refused.is_passphrase);
    }
}

#[test]
fn a_file_that_did_not_arrive_whole_gives_nothing() {
    let file = quickly_locked(&long_text(), 2);
    for length in [30, 100, 170, 200, file.len() / 2, file.len() - 1] {
        let refused = unlocked(&file[..length], PASSPHRASE).unwrap_err();
        assert!(refused.says.contains("damaged") && !refused.is_passphrase, "{length} bytes: {}", refused.says);
    }
    // Cut exactly where one part ends and the next begins.
    let parts = 64 * 1024 + 16;
    let begins = file.len() - long_text().len().div_ceil(64 * 1024) * 16 - long_text().len();
    let refused = unlocked(&file[..begins + parts], PASSPHRASE).unwrap_err();
    assert!(refused.says.contains("damaged"), "{}", refused.says);
}

#[test]
fn a_file_for_a_key_is_told_apart_before_anybody_is_asked() {
    let key = x25519::Identity::generate().to_public();
    let file = written(Encryptor::with_recipients(iter::once(&key as _)).unwrap(), b"text");
    for refused in [ask(Job::LookAtLocked, &file), unlocked(&file, PASSPHRASE)] {
        let refused = refused.unwrap_err();
        assert!(refused.says.starts_with("This file was locked for somebody's key"), "{}", refused.says);
        assert!(!refused.is_passphrase);
    }
}

#[test]
fn a_file_that_asks_for_too_much_work_is_refused_at_once() {
    let file = quickly_locked(b"text", 10);
    let with_factor = |factor: u8| {
        let place = file.windows(4).position(|window| window == b" 10\n").unwrap();
        [&file[..place], format!(" {factor}").as_bytes(), &file[place + 3..]].concat()
    };
    for factor in [MOST_WORK + 1, 30, 63] {
        for refused in [ask(Job::LookAtLocked, &with_factor(factor)), unlocked(&with_factor(factor), PASSPHRASE)] {
            let refused = refused.unwrap_err();
            assert!(refused.says.contains(&format!("factor {factor}")), "{}", refused.says);
            assert!(!refused.is_passphrase);
        }
    }
    assert_eq!(ask(Job::LookAtLocked, &file), Ok(Vec::new()));
}

#[test]
fn a_file_of_another_version_is_said_to_be_unreadable() {
    for file in
        [&b"age-encryption.org/v2\n-> scrypt a 16\n"[..], b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n"]
    {
        let refused = ask(Job::LookAtLocked, file).unwrap_err();
        assert!(refused.says.starts_with("This is not a locked file that Concordat can read"), "{}", refused.says);
    }
}

#[test]
fn progress_counts_up_to_the_whole() {
    let mut said: Vec<Progress> = Vec::new();
    let text = long_text();
    let done = work(Job::Lock(Passphrase::new(PASSPHRASE)), &text, &mut |progress| said.push(progress)).unwrap();
    assert_eq!(done.answer, Answer::Bytes);
    assert!(said.len() > 2 && said.is_sorted_by_key(|progress| progress.done));
    assert_eq!(said.last().map(|progress| (progress.done, progress.of)), Some((text.len(), text.len())));
}

#[test]
fn a_passphrase_for_a_new_file_is_long_and_typed_twice() {
    let refused = |first, again| Passphrase::chosen(first, again).err();
    for short in ["", "short", "            ", "   gate lorry   "] {
        assert_eq!(refused(short, short), Some(NotChosen::TooShort), "{short:?}");
    }
    assert_eq!(refused(PASSPHRASE, "gate lorry heron tim"), Some(NotChosen::NotTheSame));
    assert_eq!(Passphrase::chosen(PASSPHRASE, PASSPHRASE), Ok(Passphrase::new(PASSPHRASE)));
}

#[test]
fn jobs_and_words_keep_their_form_on_the_way_and_messages_show_no_passphrase() {
    let job = Job::Unlock(Passphrase::new(PASSPHRASE));
    assert_eq!(serde_json::from_str::<Job>(&serde_json::to_string(&job).unwrap()).unwrap(), job);
    assert!(!format!("{job:?}").contains("lorry"));
    // What the last line of the workshop's script says when it cannot start.
    assert_eq!(serde_json::from_str::<Said>(r#"{"NotReady":"no memory"}"#).unwrap(), Said::NotReady("no memory".to_owned()));
}
