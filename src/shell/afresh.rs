//! Starting afresh: the old workspace as a file for the archive, a new one from what stands now, and a question about
//! the old one.

use std::rc::Rc;

use leptos::prelude::*;

use crate::bundle::Profile;
use crate::handing::afresh::{Beginning, Text, afresh};
use crate::route::Route;
use crate::session::{HandOn, Shelf, Way};
use crate::shell::Shell;
use crate::web::{clock, fragment};

impl Shell {
    /// Starts afresh from what is open. Nothing is removed: that is asked once the new one is open.
    pub(super) async fn start_afresh(self: &Rc<Self>, left_out: Vec<Text>, decided: String) {
        let Some(by) = self.session.author.get_untracked() else { return };
        let new_id = self.session.device().new_id;
        let beginning = Beginning { workspace: new_id(), at: clock::now(), by, decided, batch: new_id() };
        let left_out = left_out.into_iter().collect();
        let started = self.session.peek(|open| {
            let open = open?;
            Some((open.name.clone(), afresh(&open.shared, &left_out, &beginning), open.drawer.clone()))
        });
        let Some((old, log, drawer)) = started else { return };
        let recipient = Some("the archive".to_owned());
        let archive = HandOn { profile: Profile::Members, recipient, way: Way::Download, lock: None };
        self.hand_on(archive).await;
        let name = beginning.workspace;
        self.keep_log(&name, &log);
        let own = drawer.in_order().into_iter().map(|change| (change.id, change.line().to_owned())).collect();
        self.keep(&name, Shelf::Drawer, own);
        self.keeper.settle().await;
        self.load_and_show(name).await;
        self.remember_title().await;
        self.session.left_behind.set(Some(old));
        fragment::go_to(&Route::Files.to_string());
        self.session.say("The new workspace is open. The old one was saved as a file.");
    }
}
