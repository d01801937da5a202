use concordat::web::ids;
use concordat::web::shelf::{LogName, Packed, SMALL_ENOUGH, SetAside, Shelf, ShelfError, in_causal_order};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, WS, Withheld, changes, lines, run, shelf, sorted};

async fn keep_each(shelf: &Shelf, ws: &str, log: LogName, count: usize) -> Vec<String> {
    let made = changes(count);
    for change in &made {
        shelf.keep(ws, log, &change.id.to_string(), change.line()).await.unwrap();
    }
    lines(&made)
}

#[wasm_bindgen_test]
async fn what_is_kept_comes_back_parents_first() {
    let shelf = shelf();
    let kept = keep_each(&shelf, WS, LogName::Shared, 12).await;
    shelf.close();
    let loaded = shelf.load(WS, LogName::Shared).await.unwrap();
    assert_eq!(loaded.lines, kept);
    assert_eq!(loaded.small, 12);
    assert!(shelf.load(WS, LogName::Drawer).await.unwrap().lines.is_empty());
}

#[wasm_bindgen_test]
fn order_is_that_of_the_log_whatever_order_lines_come_in() {
    let made = lines(&changes(40));
    let backwards: Vec<_> = made.iter().rev().cloned().collect();
    assert_eq!(in_causal_order(backwards), made);
    let damaged = vec!["not a change".to_owned(), made[1].clone(), String::new(), made[0].clone(), made[0].clone()];
    let ordered = in_causal_order(damaged.clone());
    assert_eq!(sorted(ordered.clone()), sorted(damaged));
    assert!(ordered.iter().position(|line| *line == made[0]) < ordered.iter().position(|line| *line == made[1]));
}

#[wasm_bindgen_test]
async fn the_same_change_again_is_still_one_record() {
    let shelf = shelf();
    let made = &changes(1)[0];
    for _ in 0..3 {
        shelf.keep(WS, LogName::Shared, &made.id.to_string(), made.line()).await.unwrap();
    }
    assert_eq!(shelf.load(WS, LogName::Shared).await.unwrap().lines, [made.line()]);
}

#[wasm_bindgen_test]
async fn asks_for_strict_durability_and_one_transaction_a_change() {
    let shelf = shelf();
    shelf.probe().await.unwrap();
    run("window.__asked = []");
    let watched = Misbehaving::new(
        "IDBDatabase.prototype",
        "transaction",
        "const made = original.apply(self, args); window.__asked.push(args[1] + ' ' + made.durability); return made;",
    );
    let made = changes(2);
    for change in &made {
        shelf.keep(WS, LogName::Shared, &change.id.to_string(), change.line()).await.unwrap();
    }
    drop(watched);
    let asked = js_sys::eval("window.__asked.join()").unwrap().as_string().unwrap();
    assert_eq!(asked, "readwrite strict,readwrite strict");
}

#[wasm_bindgen_test]
async fn packs_many_small_records_and_keeps_every_line() {
    let shelf = shelf();
    let made = changes(SMALL_ENOUGH + 5);
    let (few, rest) = made.split_at(SMALL_ENOUGH);
    for change in few {
        shelf.keep(WS, LogName::Shared, &change.id.to_string(), change.line()).await.unwrap();
    }
    assert_eq!(shelf.pack(WS, LogName::Shared).await.unwrap(), Packed::Nothing);
    for change in rest {
        shelf.keep(WS, LogName::Shared, &change.id.to_string(), change.line()).await.unwrap();
    }
    assert_eq!(shelf.pack(WS, LogName::Shared).await.unwrap(), Packed::Lines(made.len()));
    let loaded = shelf.load(WS, LogName::Shared).await.unwrap();
    assert_eq!((loaded.small, loaded.lines), (0, lines(&made)));
    assert_eq!(shelf.raw().await.unwrap().len(), 1);

    // Another tab that was told of the changes before they were packed still finds them.
    let asked: Vec<String> = made[3..6].iter().map(|change| change.id.to_string()).collect();
    assert_eq!(shelf.read(WS, LogName::Shared, &asked).await.unwrap(), lines(&made[3..6]));
}

#[wasm_bindgen_test]
async fn many_segments_become_one() {
    let shelf = shelf();
    let made = changes(SMALL_ENOUGH + 17);
    for change in &made[..16] {
        shelf.keep_all(WS, LogName::Shared, &[change.line().to_owned()]).await.unwrap();
    }
    for change in &made[16..] {
        shelf.keep(WS, LogName::Shared, &change.id.to_string(), change.line()).await.unwrap();
    }
    shelf.pack(WS, LogName::Shared).await.unwrap();
    assert_eq!(shelf.raw().await.unwrap().len(), 1);
    assert_eq!(shelf.load(WS, LogName::Shared).await.unwrap().lines, lines(&made));
}

#[wasm_bindgen_test]
async fn two_tabs_that_pack_and_add_at_once_lose_nothing() {
    let name = format!("test-{}", ids::new_id());
    let (one, other) = (Shelf::named(&name), Shelf::named(&name));
    let (left, right) = (changes(260), changes(150));
    // The chains begin with the same changes, so that both tabs also keep some of the same records.
    let add = async |shelf: Shelf, made: Vec<concordat::log::Change>, log: LogName| {
        for (number, change) in made.iter().enumerate() {
            shelf.keep(WS, log, &change.id.to_string(), change.line()).await.unwrap();
            if number % 20 == 19 {
                shelf.pack(WS, log).await.unwrap();
            }
        }
    };
    let (done, wait) = (std::rc::Rc::new(std::cell::Cell::new(0)), 2);
    for (shelf, made) in [(one.clone(), left.clone()), (other.clone(), right.clone())] {
        let done = std::rc::Rc::clone(&done);
        wasm_bindgen_futures::spawn_local(async move {
            add(shelf, made, LogName::Shared).await;
            done.set(done.get() + 1);
        });
    }
    while done.get() < wait {
        concordat::web::clock::pause(10).await;
    }
    let mut loaded = sorted(one.load(WS, LogName::Shared).await.unwrap().lines);
    loaded.dedup();
    let mut expected = sorted(left.iter().chain(&right).map(|change| change.line().to_owned()).collect());
    expected.dedup();
    assert_eq!(loaded, expected);
}

#[wasm_bindgen_test]
async fn lists_and_removes_one_workspace_and_no_other() {
    let shelf = shelf();
    let many = changes(30);
    shelf.keep_all("a", LogName::Shared, &lines(&many)).await.unwrap();
    keep_each(&shelf, "a", LogName::Drawer, 2).await;
    keep_each(&shelf, "a-b", LogName::Shared, 3).await;
    keep_each(&shelf, "a0", LogName::Shared, 1).await;
    shelf.put_title("a", "Bromsgrove–Redditch").await.unwrap();
    shelf.put_local("a", "undo", "[]").await.unwrap();

    let listed = shelf.list().await.unwrap();
    let figures: Vec<_> = listed.iter().map(|entry| (entry.ws.as_str(), entry.changes, entry.title.as_deref())).collect();
    assert_eq!(figures, [("a", 32, Some("Bromsgrove–Redditch")), ("a-b", 3, None), ("a0", 1, None)]);
    let bytes: usize = lines(&many).join("\n").len() + lines(&changes(2)).concat().len();
    assert_eq!(listed[0].bytes, bytes);
    assert_eq!(shelf.locals("a").await.unwrap().len(), 2);

    shelf.remove("a").await.unwrap();
    let left: Vec<_> = shelf.list().await.unwrap().into_iter().map(|entry| entry.ws).collect();
    assert_eq!(left, ["a-b", "a0"]);
    assert_eq!(shelf.local("a", "undo").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_damaged_line_is_set_aside_and_the_rest_stays() {
    let shelf = shelf();
    let made = changes(6);
    let damaged = made[2].line().replace("Redditch", "Redditcm");
    let mut packed = lines(&made[..5]);
    packed[2].clone_from(&damaged);
    shelf.keep_all(WS, LogName::Shared, &packed).await.unwrap();
    shelf.keep(WS, LogName::Shared, &made[5].id.to_string(), "{half a li").await.unwrap();

    let why = "This change was altered after it was made.".to_owned();
    let aside = [damaged.clone(), "{half a li".to_owned()].map(|line| SetAside { line, why: why.clone() });
    shelf.set_aside(WS, LogName::Shared, &aside).await.unwrap();

    let loaded = shelf.load(WS, LogName::Shared).await.unwrap().lines;
    assert_eq!(loaded, [0, 1, 3, 4].map(|place| made[place].line().to_owned()));
    let found = shelf.aside(WS, LogName::Shared).await.unwrap();
    assert_eq!(found.iter().map(|record| record.what.clone()).collect::<Vec<_>>(), aside);
    // The name is free for the change as it was made.
    shelf.keep(WS, LogName::Shared, &made[5].id.to_string(), made[5].line()).await.unwrap();
    assert!(shelf.load(WS, LogName::Shared).await.unwrap().lines.contains(&made[5].line().to_owned()));
}

#[wasm_bindgen_test]
async fn an_import_is_kept_with_its_line_and_taken_back_whole() {
    let shelf = shelf();
    let made = changes(6);
    let said = |text: &str| [("import.1".to_owned(), text.to_owned())];
    shelf.keep_all(WS, LogName::Shared, &lines(&made[..2])).await.unwrap();
    shelf.keep_all_with(WS, LogName::Shared, &lines(&made[2..5]), &said("brought")).await.unwrap();
    assert_eq!(shelf.local(WS, "import.1").await.unwrap().as_deref(), Some("brought"));
    // Packed together with what was here before, as happens now and then, and kept once more by itself.
    shelf.keep_all(WS, LogName::Shared, &lines(&made)).await.unwrap();
    shelf.keep(WS, LogName::Shared, &made[3].id.to_string(), made[3].line()).await.unwrap();

    let ids = made[2..5].iter().map(|change| u128::from_be_bytes(change.id.0)).collect();
    shelf.take_back(WS, LogName::Shared, &ids, "It was taken back.", ("import.1", "taken back")).await.unwrap();

    let mut left = shelf.load(WS, LogName::Shared).await.unwrap().lines;
    left.sort();
    left.dedup();
    let mut expected = [0, 1, 5].map(|place| made[place].line().to_owned());
    expected.sort();
    assert_eq!(left, expected);
    let aside = shelf.aside(WS, LogName::Shared).await.unwrap();
    let [only] = aside.as_slice() else { panic!("{aside:?}") };
    let mut moved: Vec<_> = only.what.line.split('\n').map(str::to_owned).collect();
    moved.sort();
    let mut brought = lines(&made[2..5]);
    brought.sort();
    assert_eq!((moved, only.what.why.as_str()), (brought, "It was taken back."));
    assert_eq!(shelf.local(WS, "import.1").await.unwrap().as_deref(), Some("taken back"));
}

#[wasm_bindgen_test]
async fn a_full_store_keeps_neither_an_import_nor_its_line() {
    let shelf = shelf();
    let made = changes(2);
    let full =
        Misbehaving::new("IDBObjectStore.prototype", "add", "throw new DOMException('There is no room.', 'QuotaExceededError');");
    let said = [("import.1".to_owned(), "brought".to_owned())];
    let kept = shelf.keep_all_with(WS, LogName::Shared, &lines(&made), &said).await;
    drop(full);
    assert!(kept.is_err());
    assert_eq!(shelf.load(WS, LogName::Shared).await.unwrap().lines, Vec::<String>::new());
    assert_eq!(shelf.local(WS, "import.1").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_opened_again() {
    let name = format!("test-{}", ids::new_id());
    let shelf = Shelf::named(&name);
    let made = changes(3);
    shelf.keep(WS, LogName::Shared, &made[0].id.to_string(), made[0].line()).await.unwrap();

    // Another page deletes the database, to which an open connection must give way.
    idb::Factory::new().unwrap().delete(&name).unwrap().await.unwrap();
    shelf.keep(WS, LogName::Shared, &made[1].id.to_string(), made[1].line()).await.unwrap();
    assert_eq!(shelf.load(WS, LogName::Shared).await.unwrap().lines, [made[1].line()]);

    let broken = Misbehaving::new(
        "IDBDatabase.prototype",
        "transaction",
        "if (calls <= 2) throw new DOMException('The database connection is closing.', 'InvalidStateError');
         return original.apply(self, args);",
    );
    shelf.keep(WS, LogName::Shared, &made[2].id.to_string(), made[2].line()).await.unwrap();
    drop(broken);
    assert_eq!(shelf.load(WS, LogName::Shared).await.unwrap().lines, lines(&made[1..]));
}

#[wasm_bindgen_test]
async fn a_transaction_that_the_browser_ends_is_repeated() {
    let shelf = shelf();
    let made = &changes(1)[0];
    let broken = Misbehaving::new(
        "IDBDatabase.prototype",
        "transaction",
        "const made = original.apply(self, args);
         if (calls === 1) queueMicrotask(() => made.abort());
         return made;",
    );
    shelf.keep(WS, LogName::Shared, &made.id.to_string(), made.line()).await.unwrap();
    drop(broken);
    assert_eq!(shelf.load(WS, LogName::Shared).await.unwrap().lines, [made.line()]);
}

#[wasm_bindgen_test]
async fn a_full_store_says_so_at_once() {
    let shelf = shelf();
    shelf.probe().await.unwrap();
    let full = Misbehaving::new("IDBObjectStore.prototype", "add", "throw new DOMException('No room.', 'QuotaExceededError');");
    let error = shelf.keep(WS, LogName::Shared, "00", "{}").await.unwrap_err();
    drop(full);
    assert_eq!(error, ShelfError::Full);
}

#[wasm_bindgen_test]
async fn a_browser_without_storage_says_so() {
    let denied = Withheld::new("indexedDB", "throw new DOMException('Access is denied.', 'SecurityError')");
    let first = shelf().probe().await.unwrap_err();
    drop(denied);
    let missing = Withheld::new("indexedDB", "return undefined");
    let second = shelf().probe().await.unwrap_err();
    drop(missing);
    for error in [first, second] {
        assert!(error.to_string().starts_with("This browser does not let Concordat keep work here"), "{error}");
    }
    assert!(shelf().probe().await.is_ok());
}

#[wasm_bindgen_test]
async fn a_later_form_of_the_database_is_left_alone() {
    let name = format!("test-{}", ids::new_id());
    idb::Factory::new().unwrap().open(&name, Some(2)).unwrap().await.unwrap().close();
    assert_eq!(Shelf::named(&name).probe().await.unwrap_err(), ShelfError::Newer);
}
