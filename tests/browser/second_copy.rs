//! The second copy follows the database in all that is done to it, and takes its place when the browser has lost it.

use concordat::web::ids;
use concordat::web::shelf::{LogName, RawRecord, SMALL_ENOUGH, SetAside, Shelf};
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, WS, changes, lines, sorted};

/// A shelf whose database a test can take away.
struct Kept {
    name: String,
    shelf: Shelf,
}

impl Kept {
    fn new() -> Self {
        let name = format!("test-{}", ids::new_id());
        Self { shelf: Shelf::named(&name), name }
    }

    async fn with_each_of(count: usize) -> (Self, Vec<String>) {
        let kept = Self::new();
        let made = changes(count);
        for change in &made {
            kept.shelf.keep(WS, LogName::Shared, &change.id.to_string(), change.line()).await.unwrap();
        }
        (kept, lines(&made))
    }

    /// As a browser does that finds it damaged.
    async fn lose_the_database(&self) {
        self.shelf.close();
        waited(&format!(
            "new Promise((done, fail) => {{ const asked = indexedDB.deleteDatabase('{}'); asked.onsuccess = done; asked.onerror = fail; }})",
            self.name
        ))
        .await;
    }

    /// What stands in the second copy, looked at from outside: each address without its beginning, and its text.
    async fn copied(&self) -> Vec<(String, String)> {
        let found = waited(&format!(
            "(async () => {{ const copy = await caches.open('{0}-second-copy');
               return Promise.all((await copy.keys()).map(async (asked) =>
                 [decodeURIComponent(new URL(asked.url).pathname.split('/{0}-second-copy/')[1]), await (await copy.match(asked)).text()])); }})()",
            self.name
        ))
        .await;
        let mut found: Vec<_> = Array::from(&found)
            .iter()
            .map(|pair| {
                let pair = Array::from(&pair);
                (pair.get(0).as_string().unwrap(), pair.get(1).as_string().unwrap())
            })
            .collect();
        found.sort();
        found
    }

    async fn kept(&self) -> Vec<(String, String)> {
        let name = |record: RawRecord| (format!("{}/{}", record.store, record.key), record.value);
        let mut found: Vec<_> = self.shelf.raw().await.unwrap().into_iter().map(name).collect();
        found.sort();
        found
    }
}

async fn waited(script: &str) -> JsValue {
    JsFuture::from(Promise::from(js_sys::eval(script).unwrap())).await.unwrap()
}

#[wasm_bindgen_test]
async fn a_lost_database_is_put_back_with_all_that_was_in_it() {
    let (one, made) = Kept::with_each_of(7).await;
    one.shelf.keep_all(WS, LogName::Drawer, &made).await.unwrap();
    one.shelf.put_title(WS, "Worcestershire’s services").await.unwrap();
    one.shelf
        .keep_all_with("another/with space", LogName::Shared, &made[..2], &[("import.1".into(), "a file".into())])
        .await
        .unwrap();
    one.shelf
        .set_aside(WS, LogName::Shared, &[SetAside { line: "not a change".into(), why: "It is none.".into() }])
        .await
        .unwrap();
    let before = one.kept().await;
    assert_eq!(one.shelf.put_back().await.unwrap(), 0);

    one.lose_the_database().await;
    assert!(one.kept().await.is_empty());
    assert_eq!(one.shelf.put_back().await.unwrap(), 7 + 7 + 2);
    assert_eq!(one.kept().await, before);
    assert_eq!(one.shelf.load(WS, LogName::Shared).await.unwrap().lines, made);
    assert_eq!(one.shelf.put_back().await.unwrap(), 0);
}

#[wasm_bindgen_test]
async fn what_the_database_lost_of_a_workspace_is_added_to_what_is_there() {
    let (one, made) = Kept::with_each_of(5).await;
    one.lose_the_database().await;
    // As from a page that did not know of a second copy.
    let unaware = Misbehaving::new("Cache.prototype", "put", "return Promise.resolve();");
    one.shelf.keep_all(WS, LogName::Shared, &made[3..]).await.unwrap();
    drop(unaware);
    assert_eq!(one.shelf.put_back().await.unwrap(), 3);
    assert_eq!(sorted(one.shelf.load(WS, LogName::Shared).await.unwrap().lines), sorted(made));
}

#[wasm_bindgen_test]
async fn packing_and_setting_aside_are_followed() {
    let (one, made) = Kept::with_each_of(SMALL_ENOUGH + 3).await;
    assert_eq!(one.copied().await, one.kept().await);
    one.shelf.pack(WS, LogName::Shared).await.unwrap();
    assert_eq!(one.copied().await, one.kept().await);
    assert_eq!(one.copied().await.len(), 1);
    one.shelf.set_aside(WS, LogName::Shared, &[SetAside { line: made[9].clone(), why: "It is damaged.".into() }]).await.unwrap();
    assert_eq!(one.copied().await, one.kept().await);
    let id = |line: &String| u128::from_str_radix(line.rsplit_once(r#""id":""#).unwrap().1.get(..32).unwrap(), 16).unwrap();
    let back = made[50..].iter().map(id).collect();
    one.shelf.take_back(WS, LogName::Shared, &back, "It was the wrong file.", ("import.1", "{}")).await.unwrap();
    assert_eq!(one.copied().await, one.kept().await);
    assert_eq!(one.shelf.put_back().await.unwrap(), 0);
}

#[wasm_bindgen_test]
async fn a_change_that_was_taken_back_stays_so_although_its_copy_was_left_behind() {
    let (one, made) = Kept::with_each_of(4).await;
    let stuck = Misbehaving::new("Cache.prototype", "delete", "return Promise.reject(new Error('not now'));");
    one.shelf
        .set_aside(WS, LogName::Shared, &[SetAside { line: made[3].clone(), why: "It was taken back.".into() }])
        .await
        .unwrap();
    drop(stuck);
    assert_ne!(one.copied().await, one.kept().await);
    assert_eq!(one.shelf.put_back().await.unwrap(), 0);
    assert_eq!(one.copied().await, one.kept().await);
    assert_eq!(one.shelf.load(WS, LogName::Shared).await.unwrap().lines, made[..3]);
}

#[wasm_bindgen_test]
async fn a_removed_workspace_is_gone_from_both() {
    let (one, made) = Kept::with_each_of(3).await;
    one.shelf.keep_all("another", LogName::Shared, &made).await.unwrap();
    one.shelf.remove(WS).await.unwrap();
    assert!(one.copied().await.iter().all(|(name, _)| name.starts_with("log/another/")));
    assert_eq!(one.copied().await, one.kept().await);
    assert_eq!(one.shelf.put_back().await.unwrap(), 0);
}

#[wasm_bindgen_test]
async fn what_was_kept_before_there_was_a_second_copy_is_copied() {
    let one = Kept::new();
    let unaware = Misbehaving::new("Cache.prototype", "put", "return Promise.resolve();");
    let made = lines(&changes(6));
    one.shelf.keep_all(WS, LogName::Shared, &made).await.unwrap();
    one.shelf.put_title(WS, "Worcestershire").await.unwrap();
    drop(unaware);
    assert!(one.copied().await.is_empty());
    one.shelf.copy_what_is_missing().await.unwrap();
    assert_eq!(one.copied().await, one.kept().await);
}

#[wasm_bindgen_test]
async fn without_room_for_it_the_work_is_kept_once_and_the_next_page_completes_the_copy() {
    let one = Kept::new();
    let made = lines(&changes(2));
    let full =
        Misbehaving::new("Cache.prototype", "put", "return Promise.reject(new DOMException('full', 'QuotaExceededError'));");
    assert!(one.shelf.copies());
    one.shelf.keep_all(WS, LogName::Shared, &made).await.unwrap();
    assert!(!one.shelf.copies());
    drop(full);
    assert_eq!(one.shelf.load(WS, LogName::Shared).await.unwrap().lines, made);
    let next = Shelf::named(&one.name);
    next.copy_what_is_missing().await.unwrap();
    assert_eq!(one.copied().await, one.kept().await);
}

#[wasm_bindgen_test]
async fn the_second_copy_gives_way_where_the_first_has_no_room() {
    let (one, mut made) = Kept::with_each_of(2).await;
    let full = Misbehaving::new(
        "IDBObjectStore.prototype",
        "add",
        "if (calls === 1) throw new DOMException('full', 'QuotaExceededError'); return original.apply(self, args);",
    );
    let more = lines(&changes(3)).split_off(2);
    one.shelf.keep_all(WS, LogName::Shared, &more).await.unwrap();
    drop(full);
    made.extend(more);
    assert_eq!(sorted(one.shelf.load(WS, LogName::Shared).await.unwrap().lines), sorted(made));
    assert!(!one.shelf.copies());
    assert!(one.copied().await.is_empty());
}
