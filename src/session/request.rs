//! What the session and the views want of the browser. The shell answers.

use crate::bundle::Profile;
use crate::handing::afresh::Text;
use crate::log::ChangeId;
use crate::route::{AsAt, Route};
use crate::session::{Shelf, SpreadsheetOut};
use crate::sheets::Mapping;
use crate::workshop::Passphrase;

/// The form in which a chart is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Lines that stay sharp.
    Svg,
    /// Dots, for papers that take no other.
    Png,
}

/// What a saved chart says beside itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// What it shows.
    pub head: String,
    /// Whose figures, in which unit, as at which day.
    pub facts: String,
    /// What its patterns and lines mean, a line each.
    pub key: Vec<KeyLine>,
}

/// A line of a chart's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// What all of it is, such as a basis.
    pub says: String,
    /// How its marks are drawn, as `data-basis` has it.
    pub drawn: &'static str,
    /// Each series with its name, 1 to 8; none where the line is about one mark alone.
    pub series: Vec<(u8, String)>,
}

/// How a file leaves the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is saved on this device.
    Download,
    /// By the device's share sheet, or where it has none as a download.
    Share,
}

/// A file that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOn {
    /// For whom, which says how much of the work it holds.
    pub profile: Profile,
    /// Who that is, in words, where it holds exempt items.
    pub recipient: Option<String>,
    /// How.
    pub way: Way,
    /// What it is locked with, if it is.
    pub lock: Option<Passphrase>,
}

/// Something that only the browser can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Keep these changes, by id and line, in one transaction.
    Keep {
        /// In which workspace.
        workspace: String,
        /// In which of its logs.
        shelf: Shelf,
        /// The changes.
        changes: Vec<(ChangeId, String)>,
    },
    /// Let go, a little at a time, of what the session has no more use for.
    LetGo,
    /// Tell when the page has been painted, for work that can wait until then.
    TellPainted,
    /// Work out the short code again once the page has been painted.
    WorkOutCode,
    /// Remember what undo and redo would do.
    RememberUndo,
    /// Remember what is being typed in open forms.
    RememberDrafts,
    /// Remember when this device asks that work be handed on.
    RememberReminder,
    /// Remember who makes changes here.
    RememberAuthor,
    /// Open a workspace of this browser.
    OpenWorkspace(String),
    /// Start a new, empty one with this title.
    NewWorkspace(String),
    /// Start afresh from what stands now: without these texts, as this body or office decided.
    StartAfresh {
        /// The texts.
        left_out: Vec<Text>,
        /// Who decided, and why.
        decided: String,
    },
    /// Open the sample, fetched with the page.
    OpenSample(Sample),
    /// Put the sample back as it came; ask first where changes would go with it.
    RestartSample(Sample),
    /// Put the sample back as it came, whatever goes with it.
    RestartSampleAnyway(Sample),
    /// Take a workspace out of this browser.
    RemoveWorkspace(String),
    /// Hand the open workspace on to somebody.
    HandOn(HandOn),
    /// Save the open workspace, or another one of this browser by its name, as a bundle for members.
    ExportBundle(Option<String>),
    /// Let the person pick a bundle.
    PickBundle,
    /// Bring in what the preview showed, and of the edits made by hand those at these places.
    BringIn(Vec<usize>),
    /// Close the file that is open to be read, and go back to the work.
    CloseBeside,
    /// Look again at what was brought into the open workspace.
    LookAtImports,
    /// Take an import back, by the name under which it is kept.
    TakeBack(String),
    /// Save the work as it stood before an import, as a bundle.
    SaveBefore {
        /// The name under which the import is kept.
        import: String,
        /// Who it is for, where it is known to hold exempt items.
        recipient: Option<String>,
    },
    /// See whether this browser's share sheet takes files that are locked.
    LookAtSharing,
    /// Read what was dropped on the page, or chosen in the file field with this id.
    ReadChosen(String),
    /// Save what is shown as a spreadsheet.
    SaveSpreadsheet(SpreadsheetOut),
    /// Read the spreadsheet that was chosen in the file field with this id.
    ReadSpreadsheet(String),
    /// Look at the spreadsheet again, with its columns read so.
    PlanSpreadsheet(Mapping),
    /// Bring in what the preview of the spreadsheet showed.
    BringInSpreadsheet,
    /// The passphrase of the locked file that waits for it, as it was typed; none to leave the file out.
    Unlock(Option<Passphrase>),
    /// Stop reading a file.
    StopReading,
    /// Save text as a file.
    SaveText {
        /// The file's name.
        name: String,
        /// Its type, such as `text/csv`.
        kind: &'static str,
        /// What it holds.
        text: String,
    },
    /// Save the chart inside the element with this id.
    SavePicture {
        /// The element.
        element: String,
        /// The file's name without its ending.
        name: String,
        /// In which form.
        form: Picture,
        /// What stands round it, so that it can be read alone.
        caption: Caption,
    },
    /// Print the page.
    Print,
    /// Go to another place of the page.
    Go(Route),
    /// Go there without a new step in the history of the browser.
    Swap(Route),
    /// Let the person pick a bundle to compare with.
    PickToCompare,
    /// Show the work as it stood.
    StandAt(AsAt),
    /// Put the focus on the element with this id.
    Focus(String),
    /// Move the focus to an element that is on the page, before the next key.
    FocusAtOnce(String),
    /// Choose light, dark, or as the device has it.
    Theme(Option<bool>),
    /// Ask the browser to keep what is stored.
    AskToPersist,
    /// Look again at how much is stored.
    LookAtStorage,
    /// Load the new version.
    NewVersion,
    /// Try again to keep what could not be kept.
    TryKeepingAgain,
}

/// The workspaces that the release brings to look at and try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// Seven councils and two of their programmes, 2008 to 2011.
    Worcestershire,
    /// Thirteen partners and their joint proposals, 2007.
    Warwickshire,
}

impl Sample {
    /// Where the release holds it.
    pub fn file(self) -> &'static str {
        match self {
            Self::Worcestershire => "worcestershire.concordat.json",
            Self::Warwickshire => "warwickshire.concordat.json",
        }
    }

    /// The one that a workspace of this name holds.
    pub fn held_in(workspace: &str) -> Self {
        if workspace.ends_with("warwickshire") { Self::Warwickshire } else { Self::Worcestershire }
    }
}
