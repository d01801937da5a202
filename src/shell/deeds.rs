//! What is done with bundles. Reading, checking and writing them is a chunk of the program by itself, fetched when it is
//! first wanted: most days nobody hands anything on.

use std::pin::Pin;
use std::rc::Rc;

use web_sys::File;

use crate::handing::afresh::Text;
use crate::session::{Caption, HandOn, Picture, Sample, SpreadsheetOut};
use crate::sheets::Mapping;
use crate::shell::Shell;
use crate::shell::parts::chunk;

/// Something that is done with a bundle.
pub(super) enum Deed {
    ExportOpen,
    HandOn(HandOn),
    ExportOther(String),
    Read(Vec<File>),
    BringIn(Vec<usize>),
    LookAtImports,
    TakeBack(String),
    SaveBefore(String, Option<String>),
    StartAfresh(Vec<Text>, String),
    Compare(File),
    SaveSpreadsheet(SpreadsheetOut),
    ReadSpreadsheet(File),
    PlanSpreadsheet(Mapping),
    BringInSpreadsheet,
    LookAtSharing,
    OpenSample(Sample),
    RestartSample(Sample),
    RestartSampleAnyway(Sample),
    NewWorkspace(String),
    SavePicture { element: String, name: String, form: Picture, caption: Caption },
    PutBackWhatWasLost,
    LookAfterTheSecondCopy,
}

type Doing = Pin<Box<dyn Future<Output = ()>>>;

chunk!(bundles, fn(Rc<Shell>, Deed) -> Doing, do_deed);

fn do_deed(shell: Rc<Shell>, deed: Deed) -> Doing {
    Box::pin(async move {
        match deed {
            Deed::ExportOpen => shell.export_open().await,
            Deed::ExportOther(name) => shell.export_other(name).await,
            Deed::HandOn(hand_on) => shell.hand_on(hand_on).await,
            Deed::Read(files) => shell.read_all(files).await,
            Deed::BringIn(edits) => shell.bring_in(&edits).await,
            Deed::LookAtImports => shell.look_at_imports().await,
            Deed::TakeBack(name) => shell.take_back(&name).await,
            Deed::SaveBefore(name, recipient) => shell.save_before(&name, recipient).await,
            Deed::StartAfresh(left_out, decided) => shell.start_afresh(left_out, decided).await,
            Deed::Compare(file) => shell.compare_with(file).await,
            Deed::SaveSpreadsheet(out) => shell.save_spreadsheet(out).await,
            Deed::ReadSpreadsheet(file) => shell.read_spreadsheet(file).await,
            Deed::PlanSpreadsheet(mapping) => shell.plan_spreadsheet(mapping).await,
            Deed::BringInSpreadsheet => shell.bring_in_spreadsheet().await,
            Deed::LookAtSharing => shell.look_at_sharing(),
            Deed::OpenSample(which) => shell.open_sample(which).await,
            Deed::RestartSample(which) => shell.ask_to_restart_sample(which).await,
            Deed::RestartSampleAnyway(which) => shell.restart_sample(which).await,
            Deed::NewWorkspace(title) => shell.new_workspace(title).await,
            Deed::SavePicture { element, name, form, caption } => shell.save_picture(element, name, form, caption).await,
            Deed::PutBackWhatWasLost => drop(shell.put_back_what_was_lost().await),
            Deed::LookAfterTheSecondCopy => shell.look_after_the_second_copy().await,
        }
    })
}

impl Shell {
    /// Does something with a bundle, as soon as the chunk is here that can.
    pub(super) fn with_bundles(self: &Rc<Self>, deed: Deed) {
        self.later(async |shell| match bundles().await {
            Ok(do_deed) => do_deed(shell, deed).await,
            Err(_) => shell.session.raise(
                "The part of Concordat that reads and writes bundles is not in this browser yet, and could not be had from the network. Nothing has changed. Join a network and try again; if that does not help, load the page again."
                    .to_owned(),
            ),
        });
    }

    /// The same for what nobody asked for: without the chunk it is left undone.
    pub(super) fn with_bundles_if_held(self: &Rc<Self>, deed: Deed) {
        self.later(async |shell| shell.do_if_held(deed).await);
    }

    /// The same, to be waited for.
    pub(super) async fn do_if_held(self: &Rc<Self>, deed: Deed) {
        if let Ok(do_deed) = bundles().await {
            do_deed(Rc::clone(self), deed).await;
        }
    }

    /// Has the browser hold the chunk, so that it is here when there is no network. If it cannot be had now, whoever
    /// wants it is told then.
    pub(super) async fn fetch_bundles() {
        drop(bundles().await);
    }
}
