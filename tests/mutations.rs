//! The fuzzer's corpus and ten thousand mutated files, through the fuzzer's own entry point.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use concordat::log::{Change, ChangeId};

#[path = "../fuzz/entry.rs"]
mod entry;

const FILES: usize = 10_000;

fn corpus() -> Vec<Vec<u8>> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/read");
    let mut files: Vec<_> = fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 11).unwrap() % below.max(1)
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let begin = self.throw(length + 1);
        let most = [4, 64, length][self.throw(3)];
        begin..(begin + self.throw(most + 1)).min(length)
    }
}

fn mutated(file: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    const TELLING: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "\n",
        "\\",
        "\n{",
        "\n]",
        "{\"",
        "\"changes\":[",
        "\u{feff}",
        "null",
        "1e9",
        "\u{0}",
    ];
    let mut bytes = file.to_vec();
    for _ in 0..=dice.throw(4) {
        let place = dice.throw(bytes.len() + 1);
        match dice.throw(7) {
            0 if place < bytes.len() => bytes[place] ^= 1 << dice.throw(8),
            1 => drop(bytes.drain(dice.range(bytes.len()))),
            2 => bytes.truncate(place),
            3 => {
                let piece = bytes[dice.range(bytes.len())].to_vec();
                drop(bytes.splice(place..place, piece));
            }
            4 => {
                let piece = other[dice.range(other.len())].to_vec();
                drop(bytes.splice(place..place, piece));
            }
            5 => {
                let mut lines: Vec<_> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                let (one, two) = (dice.throw(lines.len()), dice.throw(lines.len()));
                lines.swap(one, two);
                bytes = lines.join(&b'\n');
            }
            _ => drop(bytes.splice(place..place, TELLING[dice.throw(TELLING.len())].bytes())),
        }
    }
    bytes
}

#[test]
fn the_corpus_is_read_and_ten_thousand_mutated_files_bring_nothing_false() {
    let corpus = corpus();
    assert!(corpus.len() > 10);
    let mut true_ones: BTreeMap<ChangeId, Change> = BTreeMap::new();
    for file in &corpus {
        let read = entry::check(&String::from_utf8_lossy(file));
        true_ones.extend(read.iter().flat_map(|read| read.log.changes()).map(|change| (change.id, change.clone())));
    }
    assert_eq!(true_ones.len(), 6);

    let mut dice = Dice(2010);
    let (mut refused, mut set_aside, mut accepted) = (0, 0, 0);
    for _ in 0..FILES {
        let (file, other) = (&corpus[dice.throw(corpus.len())], &corpus[dice.throw(corpus.len())]);
        let bytes = mutated(file, other, &mut dice);
        match entry::check(&String::from_utf8_lossy(&bytes)) {
            None => refused += 1,
            Some(read) => {
                set_aside += usize::from(!read.aside.is_empty());
                accepted += usize::from(!read.log.changes().is_empty());
                for change in read.log.changes() {
                    assert_eq!(true_ones.get(&change.id), Some(change), "{}", String::from_utf8_lossy(&bytes));
                }
            }
        }
    }
    // The files are only worth something if they reach every way out.
    assert!(
        refused > 500 && set_aside > 500 && accepted > 2000,
        "{refused} refused, {set_aside} with changes set aside, {accepted} with changes"
    );
}
