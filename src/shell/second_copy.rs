//! The second copy of the work: looked after, and turned to where the browser has lost the first.

use std::rc::Rc;

use crate::shell::Shell;
use crate::words;

impl Shell {
    /// Puts back what the browser has lost, and says so. Tells how many changes. To be called before anything is written:
    /// half a workspace would look as if it were there.
    pub(super) async fn put_back_what_was_lost(&self) -> usize {
        match self.shelf.put_back().await {
            Ok(0) => 0,
            Ok(many) => {
                let changes = words::count(many, "change", "changes");
                self.session.raise(format!(
                    "This browser had lost work that Concordat kept. It was put back from the second copy: {changes}. Look whether your last change is there, and save this work to a file now, under Files."
                ));
                many
            }
            Err(error) => {
                self.session.raise(format!("The second copy of the work could not be read. {error}"));
                0
            }
        }
    }

    /// Brings both copies to agree, once the page has nothing better to do.
    pub(super) async fn look_after_the_second_copy(self: &Rc<Self>) {
        if self.put_back_what_was_lost().await > 0 {
            self.come_back().await;
            self.list_workspaces().await;
        }
        // What cannot be copied now is copied when the page is next opened.
        let _ = self.shelf.copy_what_is_missing().await;
    }
}
