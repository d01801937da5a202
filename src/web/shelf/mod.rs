//! `IndexedDB`, which keeps the work: text records that are only ever added, packed together now and then; and a second
//! copy of them beside it.
//!
//! Every write is one read-write transaction with strict durability and answers when the browser says `complete`. A lost
//! connection is opened again and the transaction repeated; all of them may be repeated without harm.

mod agree;
mod ahead;
mod aside;
mod connection;
mod error;
mod keys;
mod local;
mod order;
mod pack;
mod read;
mod second;
mod write;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::web::clock::pause;

use connection::Connection;
use second::Second;

pub use ahead::Ahead;
pub use aside::{Aside, SetAside};
pub use error::ShelfError;
pub use keys::LogName;
pub use order::in_causal_order;
pub use pack::{Packed, SMALL_ENOUGH};
pub use read::{Both, Loaded, RawRecord, ShelvedWorkspace};

/// The database of everyone's work in this browser.
pub const DATABASE: &str = "concordat";

/// How long to wait before each further attempt on a lost connection.
const PAUSES_MS: [u32; 3] = [50, 500, 5_000];

/// A database, connected to when it is first needed and again whenever the connection was lost. Clones share it.
#[derive(Clone)]
pub struct Shelf {
    name: Rc<str>,
    second: Rc<Second>,
    connection: Rc<RefCell<Option<Rc<Connection>>>>,
    was_connected: Rc<Cell<bool>>,
    hears: Rc<RefCell<Option<Hears>>>,
}

type Hears = Rc<dyn Fn(Noticed)>;

/// What happened to the connection without anybody's asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noticed {
    /// The browser took it away; the next use opens it again.
    Lost,
    /// It is there again. What was kept may have gone meanwhile: browsers clear a site's data under an open page.
    Again,
}

impl Shelf {
    /// The shelf of this page's address, not yet connected.
    pub fn here() -> Self {
        Self::named(DATABASE)
    }

    /// A shelf in a database of another name, not yet connected.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.into(),
            second: Second::of(name),
            connection: Rc::default(),
            was_connected: Rc::default(),
            hears: Rc::default(),
        }
    }

    /// The shelf of this page's address, connected. An error says why this browser keeps nothing.
    pub async fn open() -> Result<Self, ShelfError> {
        let shelf = Self::here();
        shelf.probe().await?;
        Ok(shelf)
    }

    /// Whether the database answers now. Asked when a page comes back into view, since browsers drop connections of
    /// pages that are out of sight.
    pub async fn probe(&self) -> Result<(), ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOG])?;
            transaction.store(keys::LOG)?.count(None)?.await?;
            Ok(())
        })
        .await
    }

    /// How many records of a workspace's logs are kept here.
    pub async fn count(&self, ws: &str) -> Result<u32, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOG])?;
            Ok(transaction.store(keys::LOG)?.count(Some(keys::under(&keys::workspace(ws))?))?.await?)
        })
        .await
    }

    /// Tells of the connection from now on, in place of whoever was told before.
    pub fn on_notice(&self, hears: impl Fn(Noticed) + 'static) {
        self.hears.replace(Some(Rc::new(hears)));
    }

    /// Lets the connection go; the next use opens it again.
    pub fn close(&self) {
        self.connection.borrow_mut().take();
    }

    async fn attempt<T>(&self, work: impl AsyncFn(&Connection) -> Result<T, ShelfError>) -> Result<T, ShelfError> {
        let mut pauses = PAUSES_MS.into_iter();
        loop {
            let outcome = match self.connected().await {
                Ok(connection) => work(&connection).await,
                Err(error) => Err(error),
            };
            let Err(error) = outcome else { return outcome };
            if error == ShelfError::Full && self.second.gives_way().await {
                continue;
            }
            if error.ends_the_connection() {
                self.close();
            }
            match pauses.next() {
                Some(milliseconds) if error.may_pass() => pause(milliseconds).await,
                _ => return Err(error),
            }
        }
    }

    async fn connected(&self) -> Result<Rc<Connection>, ShelfError> {
        let held = self.connection.borrow().clone();
        if let Some(connection) = held.filter(|connection| !connection.is_lost()) {
            return Ok(connection);
        }
        Ok(self.hold(Connection::open(&self.name, self.tell_when_lost()).await?))
    }

    fn hold(&self, connection: Connection) -> Rc<Connection> {
        let held = Rc::new(connection);
        *self.connection.borrow_mut() = Some(Rc::clone(&held));
        if self.was_connected.replace(true) {
            tell(&self.hears, Noticed::Again);
        }
        held
    }

    fn tell_when_lost(&self) -> impl Fn() + Clone + 'static {
        let hears = Rc::clone(&self.hears);
        move || tell(&hears, Noticed::Lost)
    }
}

fn tell(hears: &RefCell<Option<Hears>>, noticed: Noticed) {
    let hears = hears.borrow().clone();
    if let Some(hears) = hears {
        hears(noticed);
    }
}
