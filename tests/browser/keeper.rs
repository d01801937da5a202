use std::cell::RefCell;
use std::rc::Rc;

use concordat::web::keeper::{Keeper, Keeping};
use concordat::web::shelf::{LogName, SMALL_ENOUGH, Shelf};
use concordat::web::{ids, tail};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Withheld, changes, lines, local_storage, shelf};

struct Told {
    keeper: Keeper,
    statuses: Rc<RefCell<Vec<Keeping>>>,
    kept: Rc<RefCell<Vec<String>>>,
}

fn keeper(shelf: &Shelf) -> Told {
    let (statuses, kept) = (Rc::new(RefCell::new(Vec::new())), Rc::new(RefCell::new(Vec::new())));
    let (tell, note) = (Rc::clone(&statuses), Rc::clone(&kept));
    let keeper = Keeper::new(
        shelf.clone(),
        move |status| tell.borrow_mut().push(status),
        move |waiting| note.borrow_mut().extend(waiting.ids.clone()),
    );
    Told { keeper, statuses, kept }
}

/// A workspace of its own for each test, since local storage is one for all of them.
fn workspace() -> String {
    format!("test-{}", ids::new_id())
}

fn tail_of(ws: &str) -> Vec<String> {
    tail::waiting().into_iter().filter(|tailed| tailed.ws == ws).map(|tailed| tailed.line).collect()
}

#[wasm_bindgen_test]
async fn says_saving_then_saved_and_tells_what_is_kept() {
    let (shelf, ws) = (shelf(), workspace());
    let told = keeper(&shelf);
    let made = changes(3);
    for change in &made {
        told.keeper.keep(&ws, LogName::Shared, &change.id.to_string(), change.line());
    }
    assert_eq!(tail_of(&ws), lines(&made));
    assert!(!told.keeper.has_kept_all());
    told.keeper.settle().await;
    assert!(matches!(told.statuses.borrow().as_slice(), [Keeping::Saving, Keeping::Saved { .. }]));
    assert_eq!(*told.kept.borrow(), made.iter().map(|change| change.id.to_string()).collect::<Vec<_>>());
    assert!(tail_of(&ws).is_empty());
    assert_eq!(shelf.load(&ws, LogName::Shared).await.unwrap().lines, lines(&made));
}

#[wasm_bindgen_test]
async fn what_cannot_be_kept_is_held_and_kept_later_in_order() {
    let (shelf, ws) = (shelf(), workspace());
    let told = keeper(&shelf);
    shelf.probe().await.unwrap();
    let made = changes(4);
    let full = Misbehaving::new("IDBObjectStore.prototype", "add", "throw new DOMException('No room.', 'QuotaExceededError');");
    for change in &made {
        told.keeper.keep(&ws, LogName::Drawer, &change.id.to_string(), change.line());
    }
    told.keeper.settle().await;
    let Keeping::NotKeeping { reason } = told.keeper.status() else { panic!("{:?}", told.keeper.status()) };
    assert!(reason.starts_with("This browser has no room left"), "{reason}");
    let waiting: Vec<_> = told.keeper.waiting().iter().flat_map(|waiting| waiting.lines.clone()).collect();
    assert_eq!(waiting, lines(&made));
    assert_eq!(tail_of(&ws), lines(&made));
    drop(full);

    told.keeper.try_again();
    told.keeper.settle().await;
    assert!(matches!(told.keeper.status(), Keeping::Saved { .. }));
    assert_eq!(*told.kept.borrow(), made.iter().map(|change| change.id.to_string()).collect::<Vec<_>>());
    assert!(tail_of(&ws).is_empty());
    assert_eq!(shelf.load(&ws, LogName::Drawer).await.unwrap().lines, lines(&made));
}

#[wasm_bindgen_test]
async fn a_page_closed_while_saving_goes_on_at_the_next_start() {
    let (shelf, ws) = (shelf(), workspace());
    let made = changes(3);
    // As a page leaves it that was closed before the browser answered; the second one had reached the shelf.
    for change in &made {
        tail::add(&ws, LogName::Shared, &change.id.to_string(), change.line()).unwrap();
    }
    shelf.keep(&ws, LogName::Shared, &made[1].id.to_string(), made[1].line()).await.unwrap();

    let told = keeper(&shelf);
    let taken: Vec<_> = told.keeper.take_up_the_tail().into_iter().filter(|tailed| tailed.ws == ws).collect();
    assert_eq!(taken.iter().map(|tailed| tailed.line.clone()).collect::<Vec<_>>(), lines(&made));
    told.keeper.settle().await;
    assert!(tail_of(&ws).is_empty());
    assert_eq!(shelf.load(&ws, LogName::Shared).await.unwrap().lines, lines(&made));
}

#[wasm_bindgen_test]
async fn a_run_of_changes_is_kept_whole() {
    let (shelf, ws) = (shelf(), workspace());
    let told = keeper(&shelf);
    let made = changes(20);
    let run = made.iter().map(|change| (change.id.to_string(), change.line().to_owned())).collect();
    told.keeper.keep_all(&ws, LogName::Shared, run);
    assert_eq!(tail_of(&ws).len(), 20);
    told.keeper.settle().await;
    let loaded = shelf.load(&ws, LogName::Shared).await.unwrap();
    assert_eq!((loaded.small, loaded.lines), (0, lines(&made)));
    assert!(tail_of(&ws).is_empty());
}

#[wasm_bindgen_test]
async fn keeps_without_a_tail_where_local_storage_is_denied() {
    let (shelf, ws) = (shelf(), workspace());
    let told = keeper(&shelf);
    let made = &changes(1)[0];
    let denied = Withheld::new("localStorage", "throw new DOMException('Access is denied.', 'SecurityError')");
    told.keeper.keep(&ws, LogName::Shared, &made.id.to_string(), made.line());
    told.keeper.settle().await;
    let status = told.keeper.status();
    drop(denied);
    assert!(matches!(status, Keeping::Saved { .. }), "{status:?}");
    assert_eq!(shelf.load(&ws, LogName::Shared).await.unwrap().lines, [made.line()]);
}

#[wasm_bindgen_test]
async fn packs_when_a_log_has_many_small_records() {
    let (shelf, ws) = (shelf(), workspace());
    let told = keeper(&shelf);
    told.keeper.note_small(&ws, LogName::Shared, SMALL_ENOUGH - 3);
    let made = changes(SMALL_ENOUGH + 1);
    for change in &made[..SMALL_ENOUGH - 3] {
        shelf.keep(&ws, LogName::Shared, &change.id.to_string(), change.line()).await.unwrap();
    }
    for change in &made[SMALL_ENOUGH - 3..] {
        told.keeper.keep(&ws, LogName::Shared, &change.id.to_string(), change.line());
    }
    told.keeper.settle().await;
    let loaded = shelf.load(&ws, LogName::Shared).await.unwrap();
    assert_eq!((loaded.small, loaded.lines), (0, lines(&made)));
}

#[wasm_bindgen_test]
async fn a_removed_workspace_leaves_nothing_waiting() {
    let (shelf, ws) = (shelf(), workspace());
    let told = keeper(&shelf);
    let full = Misbehaving::new("IDBObjectStore.prototype", "add", "throw new DOMException('', 'QuotaExceededError');");
    for change in changes(3) {
        told.keeper.keep(&ws, LogName::Shared, &change.id.to_string(), change.line());
    }
    told.keeper.settle().await;
    drop(full);
    told.keeper.forget(&ws);
    assert!(told.keeper.has_kept_all());
    assert!(tail_of(&ws).is_empty());
    assert_eq!(local_storage().get_item(&format!("concordat.tail.{ws}.shared.x")).unwrap(), None);
}
