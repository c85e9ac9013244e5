//! A database of either engine: read in a snapshot, write in a batch.

use crate::engine::postgres::Postgres;
use crate::engine::sqlite::Sqlite;
use crate::engine::{Connection, Tx};
use crate::error::{Result, StoreError};
use crate::memory::SharedMemory;
use crate::migrate;
use crate::requests::Foreseen;
use crate::writer::{Command, Heard, Writer};
use guanjia_domain::CommunityCode;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use tokio::sync::{broadcast, oneshot};

/// Where the data are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A file of SQLite.
    File(PathBuf),
    /// The address of a PostgreSQL database.
    Server(String),
}

impl Location {
    fn connect(&self) -> Result<Connection> {
        Ok(match self {
            Self::File(path) => Connection::Sqlite(Sqlite::open(path)?),
            Self::Server(url) => Connection::Postgres(Box::new(Postgres::connect(url)?)),
        })
    }
}

/// How many snapshots may be read at once: a few for each processor of a small machine, so that nobody waits for a
/// reader that is itself kept waiting. PostgreSQL's own limit is far away.
const READERS: usize = 8;
/// How many changes a slow listener may fall behind before it is told only "something changed".
const CHANGES_KEPT: usize = 1_024;

/// A database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    location: Location,
    writer: Writer,
    readers: Readers,
    house: Arc<SharedMemory>,
    changes: broadcast::Sender<CommunityCode>,
}

impl Db {
    /// Opens the database, brings its tables up to date and starts the writer.
    ///
    /// # Errors
    /// [`StoreError::Schema`] when it belongs to a newer version, else what the engine says.
    pub fn open(location: Location) -> Result<Self> {
        let mut connection = location.connect()?;
        migrate::bring_up_to_date(&mut connection)?;
        let (changes, _) = broadcast::channel(CHANGES_KEPT);
        let heard: Heard = {
            let changes = changes.clone();
            Arc::new(move |communities| {
                for community in communities {
                    // Nobody listens while no page is open.
                    let _nobody = changes.send(*community);
                }
            })
        };
        let again = location.clone();
        let house = Arc::<SharedMemory>::default();
        let writer = Writer::start(connection, move || again.connect(), Arc::clone(&house), heard)?;
        let readers = Readers::new(location.clone());
        Ok(Self(Arc::new(Inner { location, writer, readers, house, changes })))
    }

    /// Opens or makes the embedded database in a folder.
    ///
    /// # Errors
    /// [`StoreError::File`] when the folder cannot be made, else as [`Db::open`].
    pub fn open_folder(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, &error))?;
        Self::open(Location::File(folder.join("guanjia.db")))
    }

    /// Where it is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.0.location
    }

    /// Reads in one snapshot. Blocks: call it from a thread that may.
    ///
    /// # Errors
    /// What `work` or the engine says.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut connection = self.0.readers.take()?;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            connection.begin(false)?;
            work(&mut Tx::reading(&mut connection, &self.0.house))
        }));
        // Also after a panic: a connection that never comes back would be missing until the program ends.
        self.0.readers.give_back(connection);
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// Hands a command in. It is decided and stored with others that wait; the answer comes after the commit.
    /// `work` may run more than once, always from the same beginning.
    pub fn write<T, E>(
        &self,
        community: CommunityCode,
        work: impl FnMut(&mut Tx) -> std::result::Result<T, E> + Send + 'static,
    ) -> Answer<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.hand_in(community, None, work)
    }

    /// The same for a command that files a request. PostgreSQL is then asked in one go about ids and places of all that
    /// are committed together.
    pub fn file<T, E>(
        &self,
        community: CommunityCode,
        filing: Foreseen,
        work: impl FnMut(&mut Tx) -> std::result::Result<T, E> + Send + 'static,
    ) -> Answer<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.hand_in(community, Some(filing), work)
    }

    fn hand_in<T, E>(
        &self,
        community: CommunityCode,
        files: Option<Foreseen>,
        work: impl FnMut(&mut Tx) -> std::result::Result<T, E> + Send + 'static,
    ) -> Answer<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Command { community, files, work, outcome: None, reply });
        match self.0.writer.hand_in(job) {
            Ok(()) => Answer::Waits(answer),
            Err(error) => Answer::NotTaken(error),
        }
    }

    /// Changes everything in one transaction on a connection of its own: for filling an empty installation that nobody
    /// else uses yet. Blocks.
    ///
    /// # Errors
    /// What `work` or the engine says; then nothing was changed.
    pub(crate) fn alone<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut connection = self.0.location.connect()?;
        connection.begin(true)?;
        let mut tx = Tx::writing(&mut connection, &self.0.house);
        let done = work(&mut tx).and_then(|done| Ok((done, tx.settle_heads()?)));
        drop(tx);
        match done {
            Ok((done, _)) => {
                connection.commit()?;
                Ok(done)
            }
            Err(error) => {
                connection.rollback()?;
                Err(error)
            }
        }
    }

    /// Has PostgreSQL look at how many rows there are now, which it would else do about a minute after a great change.
    /// SQLite is told once and for all how a community looks. Blocks.
    ///
    /// # Errors
    /// What the engine says.
    pub fn measure_tables(&self) -> Result<()> {
        match self.0.location.connect()? {
            Connection::Sqlite(_) => Ok(()),
            mut server @ Connection::Postgres(_) => server.batch("ANALYZE"),
        }
    }

    /// Tells of every commit from now on: which community changed.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<CommunityCode> {
        self.0.changes.subscribe()
    }

    /// Says that a community changed elsewhere.
    pub fn tell(&self, community: CommunityCode) {
        let _nobody = self.0.changes.send(community);
    }
}

/// The answer to a command that was handed in.
pub enum Answer<T, E> {
    /// It comes after the commit.
    Waits(oneshot::Receiver<std::result::Result<T, E>>),
    /// The queue was full.
    NotTaken(StoreError),
}

impl<T, E: From<StoreError>> Answer<T, E> {
    /// Waits on a thread that may block.
    ///
    /// # Errors
    /// What the command or the engine says.
    pub fn wait(self) -> std::result::Result<T, E> {
        match self {
            Self::Waits(answer) => answer.blocking_recv().unwrap_or_else(|_| Err(gone().into())),
            Self::NotTaken(error) => Err(error.into()),
        }
    }

    /// Waits in a task.
    ///
    /// # Errors
    /// What the command or the engine says.
    pub async fn arrives(self) -> std::result::Result<T, E> {
        match self {
            Self::Waits(answer) => answer.await.unwrap_or_else(|_| Err(gone().into())),
            Self::NotTaken(error) => Err(error.into()),
        }
    }
}

fn gone() -> StoreError {
    StoreError::Unknown("the writer has stopped".into())
}

/// Connections for reading, made when needed and kept.
struct Readers {
    location: Location,
    idle: Mutex<Pool>,
    returned: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    made: usize,
}

impl Readers {
    fn new(location: Location) -> Self {
        Self { location, idle: Mutex::default(), returned: Condvar::new() }
    }

    fn take(&self) -> Result<Connection> {
        let mut pool = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = pool.idle.pop() {
                return Ok(connection);
            }
            if pool.made < READERS {
                pool.made += 1;
                drop(pool);
                return self.location.connect().inspect_err(|_| self.forget());
            }
            pool = self.returned.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Ends the snapshot and keeps the connection, unless it is broken.
    fn give_back(&self, mut connection: Connection) {
        if connection.leave().is_err() {
            self.forget();
            return;
        }
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).idle.push(connection);
        self.returned.notify_one();
    }

    fn forget(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).made -= 1;
        self.returned.notify_one();
    }
}
