use std::cell::RefCell;
use std::rc::Rc;

use concordat::web::clock::pause;
use concordat::web::ids;
use concordat::web::shelf::LogName;
use concordat::web::tabs::{News, Tabs};
use wasm_bindgen_test::wasm_bindgen_test;

fn join(line: &str) -> (Tabs, Rc<RefCell<Vec<News>>>) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let note = Rc::clone(&heard);
    (Tabs::join_as(line, move |news| note.borrow_mut().push(news)), heard)
}

#[wasm_bindgen_test]
async fn tell_each_other_and_not_themselves() {
    let line = ids::new_id();
    let ((one, heard_by_one), (other, heard_by_other)) = (join(&line), join(&line));
    one.announce("w", LogName::Shared, &["0a".into(), "0b".into()]);
    one.tell(&News::SetAside { ws: "w".into(), log: LogName::Drawer });
    other.tell(&News::Removed { ws: "w".into() });
    // What a later release may say.
    let stranger = web_sys::BroadcastChannel::new(&line).unwrap();
    stranger.post_message(&r#"{"news":"renamed","ws":"w","title":"T"}"#.into()).unwrap();
    stranger.post_message(&7.into()).unwrap();
    pause(100).await;
    assert_eq!(
        *heard_by_other.borrow(),
        [
            News::Kept { ws: "w".into(), log: LogName::Shared, ids: vec!["0a".into(), "0b".into()] },
            News::SetAside { ws: "w".into(), log: LogName::Drawer },
        ]
    );
    assert_eq!(*heard_by_one.borrow(), [News::Removed { ws: "w".into() }]);
    drop(other);
    one.announce("w", LogName::Shared, &["0c".into()]);
    pause(50).await;
    assert_eq!(heard_by_other.borrow().len(), 2);
}
