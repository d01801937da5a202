//! How many pairs were probably entered twice, for the navigation: counted only after the first page has been drawn, and
//! then whenever nobody has written for a moment. The code that counts is not in the part that comes first.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::analysis::duplicates::{KINDS, duplicates};
use crate::session::Session;
use crate::web::clock;

/// Long enough that counting is in the way of no edit and of no typing.
const QUIET_MS: u32 = 2_000;

/// Keeps the count for as long as the page is open.
pub(super) fn keep_count(session: Session) {
    let owner = Owner::new();
    owner.with(|| {
        let written = Rc::new(Cell::new(0_u32));
        Effect::new(move |_| {
            session.track(KINDS);
            let (now, written) = (written.get().wrapping_add(1), Rc::clone(&written));
            written.set(now);
            spawn_local(async move {
                clock::pause(QUIET_MS).await;
                if written.get() == now {
                    let many = session.look(|open| open.map_or(0, |open| duplicates(&open.workspace).len()));
                    session.alike.set(many);
                }
            });
        });
    });
    // It lives as long as the page does.
    std::mem::forget(owner);
}
