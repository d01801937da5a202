//! The samples that come with the page: opened, and put back as they came.

use std::rc::Rc;

use leptos::prelude::*;

use crate::bundle;
use crate::log::Log;
use crate::session::{Going, Sample};
use crate::shell::Shell;
use crate::web::release_file;

impl Shell {
    /// Opens a sample; fetched with the page the first time.
    pub(super) async fn open_sample(self: &Rc<Self>, which: Sample) {
        match self.sample(which).await {
            Ok(sample) => {
                let name = sample_name(&sample);
                if !self.session.shelved.with_untracked(|all| all.iter().any(|one| one.name == name)) {
                    self.keep_log(&name, &sample);
                }
                self.open_at_overview(name).await;
            }
            Err(says) => self.session.raise(says),
        }
    }

    /// Puts the sample back as it came where nothing was changed in it, and asks first where something was.
    pub(super) async fn ask_to_restart_sample(self: &Rc<Self>, which: Sample) {
        let sample = match self.sample(which).await {
            Ok(sample) => sample,
            Err(says) => return self.session.raise(says),
        };
        let workspace = sample_name(&sample);
        self.keeper.settle().await;
        let folded = match self.load_both(&workspace).await {
            Ok(both) => self.fold_both(&workspace, both).await,
            Err(error) => Err(error),
        };
        match folded {
            Ok((mut shared, mut drawer, _)) => {
                self.add_waiting(&workspace, &mut shared, &mut drawer);
                let shared = shared.in_order().into_iter().filter(|change| !sample.holds(&change.id)).count();
                let own = drawer.changes().len();
                if shared + own == 0 {
                    self.restart_sample(which).await;
                } else {
                    self.session.going.set(Some(Going { workspace, shared, own }));
                }
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Puts the sample back as it came: what was changed in it goes.
    pub(super) async fn restart_sample(self: &Rc<Self>, which: Sample) {
        match self.sample(which).await {
            Ok(sample) => {
                let name = sample_name(&sample);
                self.take_off_shelf(&name).await;
                self.keep_log(&name, &sample);
                self.open_at_overview(name).await;
                self.session.say("The sample is as it came.");
            }
            Err(says) => self.session.raise(says),
        }
    }

    async fn sample(&self, which: Sample) -> Result<Log, String> {
        let text = release_file::text(which.file()).await.map_err(|error| error.to_string())?;
        bundle::read(&text).map(|incoming| incoming.log).map_err(|error| error.to_string())
    }
}

fn sample_name(sample: &Log) -> String {
    let settings = sample.records().map(|(id, _)| id).find(|id| id.kind() == "workspace");
    settings.map_or_else(|| "sample".to_owned(), |id| id.rest().to_owned())
}
