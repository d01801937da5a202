//! Tabs of one browser telling each other what they have kept. Nobody leads and nothing is locked: whoever hears of a
//! change reads it from the shelf and takes it in.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::web::listening::Listening;
use crate::web::shelf::LogName;

/// What one tab tells the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Changes of a workspace are on the shelf.
    Kept {
        /// The workspace's id, without the kind.
        ws: String,
        /// Which of its logs.
        log: LogName,
        /// The changes' ids; none where they are so many that the log is better read again.
        ids: Vec<String>,
    },
    /// A log lost lines to the set-aside store and is to be read again.
    SetAside {
        /// The workspace's id, without the kind.
        ws: String,
        /// Which of its logs.
        log: LogName,
    },
    /// A workspace is no longer in this browser.
    Removed {
        /// The workspace's id, without the kind.
        ws: String,
    },
}

/// The line between tabs. Where a browser has none, tabs learn of each other's changes when they are next loaded.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    listening: Option<Listening>,
}

impl Tabs {
    /// Joins the other tabs and calls back with what they tell; a tab does not hear itself.
    pub fn join(heard: impl Fn(News) + 'static) -> Self {
        Self::join_as("concordat", heard)
    }

    /// Joins a line of another name.
    pub fn join_as(name: &str, heard: impl Fn(News) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        let listening = channel.as_ref().map(|channel| {
            Listening::to(channel, "message", move |event| {
                let text = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
                // A tab of another release may tell of things that this one does not know.
                if let Some(news) = text.and_then(|text| read(&text)) {
                    heard(news);
                }
            })
        });
        Self { channel, listening }
    }

    /// Tells the other tabs that changes are on the shelf.
    pub fn announce(&self, ws: &str, log: LogName, ids: &[String]) {
        const MANY: usize = 2_000;
        let ids = if ids.len() < MANY { ids } else { &[] };
        self.tell(&News::Kept { ws: ws.into(), log, ids: ids.into() });
    }

    /// Tells the other tabs.
    pub fn tell(&self, news: &News) {
        if let Some(channel) = &self.channel {
            // Fails only on a closed channel, which this holds open.
            let _ = channel.post_message(&write(news).into());
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.listening.take();
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Message {
    news: String,
    ws: String,
    #[serde(default)]
    log: String,
    #[serde(default)]
    ids: Vec<String>,
}

fn write(news: &News) -> String {
    let (kind, ws, log, ids) = match news {
        News::Kept { ws, log, ids } => ("kept", ws, log.as_str(), ids.as_slice()),
        News::SetAside { ws, log } => ("set-aside", ws, log.as_str(), [].as_slice()),
        News::Removed { ws } => ("removed", ws, "", [].as_slice()),
    };
    serde_json::json!({ "news": kind, "ws": ws, "log": log, "ids": ids }).to_string()
}

fn read(text: &str) -> Option<News> {
    let Message { news, ws, log, ids } = serde_json::from_str(text).ok()?;
    let log = LogName::parse(&log);
    match news.as_str() {
        "kept" => Some(News::Kept { ws, log: log?, ids }),
        "set-aside" => Some(News::SetAside { ws, log: log? }),
        "removed" => Some(News::Removed { ws }),
        _ => None,
    }
}
