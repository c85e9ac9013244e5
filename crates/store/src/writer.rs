//! Group commit: one thread writes, and commands that wait together are committed together.
//!
//! A batch runs in one transaction and its answers go out after the commit, so an answer always means *stored*.
//! When one command fails after it has begun to change rows, the whole batch is taken back and each of its commands
//! is run again in a transaction of its own: the others do not notice.

use crate::engine::{Connection, Tx};
use crate::error::{Result, StoreError};
use crate::memory::SharedMemory;
use crate::requests::Foreseen;
use guanjia_domain::CommunityCode;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::{mpsc, oneshot};

/// The most commands in one transaction.
const LARGEST_BATCH: usize = 256;
/// The most commands that may wait; beyond it callers are told to come back.
const LONGEST_QUEUE: usize = 4_096;

/// A command that waits to be written.
pub(crate) trait Job: Send {
    /// Whose ledger it writes.
    fn community(&self) -> CommunityCode;
    /// What it files, if it does.
    fn files(&self) -> Option<Foreseen>;
    /// Runs it; `false` when it failed. May be called again after a rollback.
    fn run(&mut self, tx: &mut Tx) -> bool;
    /// Gives the answer.
    fn settle(self: Box<Self>, committed: Result<()>);
}

/// A command with its answer.
pub(crate) struct Command<F, T, E> {
    pub community: CommunityCode,
    pub files: Option<Foreseen>,
    pub work: F,
    pub outcome: Option<std::result::Result<T, E>>,
    pub reply: oneshot::Sender<std::result::Result<T, E>>,
}

impl<F, T, E> Job for Command<F, T, E>
where
    F: FnMut(&mut Tx) -> std::result::Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn community(&self) -> CommunityCode {
        self.community
    }

    fn files(&self) -> Option<Foreseen> {
        self.files
    }

    fn run(&mut self, tx: &mut Tx) -> bool {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.work)(tx)))
            .unwrap_or_else(|_| Err(StoreError::Refused("a command broke off".into()).into()));
        let fine = outcome.is_ok();
        self.outcome = Some(outcome);
        fine
    }

    fn settle(self: Box<Self>, committed: Result<()>) {
        let outcome = match (committed, self.outcome) {
            (Err(error), Some(Ok(_)) | None) => Err(error.into()),
            (_, Some(outcome)) => outcome,
            (Ok(()), None) => Err(StoreError::Refused("a command was not run".into()).into()),
        };
        // Whoever asked may have gone away; what is stored stays stored.
        let _gone = self.reply.send(outcome);
    }
}

/// Where commands are handed in. When it goes, the thread has ended and its connection is closed: whoever renames or
/// merges the file next finds nobody at it.
pub(crate) struct Writer {
    jobs: Option<mpsc::Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

/// Told which communities changed, after each commit.
pub(crate) type Heard = Arc<dyn Fn(&[CommunityCode]) + Send + Sync>;

impl Writer {
    /// Starts the thread. `connect` makes a connection, at the start and again after one broke.
    pub(crate) fn start(
        connection: Connection,
        connect: impl Fn() -> Result<Connection> + Send + 'static,
        house: Arc<SharedMemory>,
        heard: Heard,
    ) -> Result<Self> {
        let (sender, receiver) = mpsc::channel(LONGEST_QUEUE);
        let thread = std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || work(Some(connection), &connect, receiver, &house, &heard))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { jobs: Some(sender), thread: Some(thread) })
    }

    pub(crate) fn hand_in(&self, job: Box<dyn Job>) -> Result<()> {
        let sent = self.jobs.as_ref().map(|jobs| jobs.try_send(job));
        match sent {
            Some(Ok(())) => Ok(()),
            _ => Err(StoreError::Unavailable("too many changes wait already".into())),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Without senders the thread ends after the last job.
        self.jobs = None;
        // The last one who knows the database may be a job, on the thread itself.
        if let Some(thread) = self.thread.take().filter(|it| it.thread().id() != std::thread::current().id())
        {
            let _ended = thread.join();
        }
    }
}

fn work(
    mut connection: Option<Connection>,
    connect: &dyn Fn() -> Result<Connection>,
    mut jobs: mpsc::Receiver<Box<dyn Job>>,
    house: &Arc<SharedMemory>,
    heard: &Heard,
) {
    while let Some(first) = jobs.blocking_recv() {
        let mut batch = vec![first];
        while batch.len() < LARGEST_BATCH
            && let Ok(next) = jobs.try_recv()
        {
            batch.push(next);
        }
        if broken(connection.as_ref()) {
            connection = connect().map_err(|error| tracing::error!(%error, "cannot reach the database")).ok();
        }
        let Some(connection) = connection.as_mut() else {
            for job in batch {
                job.settle(Err(StoreError::Unavailable("the database cannot be reached".into())));
            }
            continue;
        };
        write(connection, batch, house, heard);
    }
}

fn broken(connection: Option<&Connection>) -> bool {
    match connection {
        None => true,
        Some(Connection::Postgres(it)) => !it.is_open(),
        Some(Connection::Sqlite(_)) => false,
    }
}

fn write(
    connection: &mut Connection,
    mut batch: Vec<Box<dyn Job>>,
    house: &Arc<SharedMemory>,
    heard: &Heard,
) {
    match together(connection, &mut batch, house) {
        Attempt::Committed(changed) => {
            heard(&changed);
            for job in batch {
                job.settle(Ok(()));
            }
        }
        Attempt::Failed(error) if batch.len() == 1 || matches!(error, StoreError::Unknown(_)) => {
            for job in batch {
                job.settle(Err(error.clone()));
            }
        }
        Attempt::Failed(_) | Attempt::Spoiled => {
            for mut job in batch {
                let committed = match together(connection, std::slice::from_mut(&mut job), house) {
                    Attempt::Committed(changed) => {
                        heard(&changed);
                        Ok(())
                    }
                    Attempt::Failed(error) => Err(error),
                    Attempt::Spoiled => Ok(()),
                };
                job.settle(committed);
            }
        }
    }
}

/// How a transaction went.
enum Attempt {
    /// Stored; these communities changed.
    Committed(Vec<CommunityCode>),
    /// A command failed in the middle and its own answer says why; nothing is stored.
    Spoiled,
    /// The database failed; nothing is stored, or nobody knows.
    Failed(StoreError),
}

fn together(connection: &mut Connection, batch: &mut [Box<dyn Job>], house: &Arc<SharedMemory>) -> Attempt {
    match try_together(connection, batch, house) {
        Ok(Some(changed)) => Attempt::Committed(changed),
        Ok(None) => Attempt::Spoiled,
        Err(error) => {
            // After a failed commit there may be nothing to take back; the engine says so, and that is fine.
            let _nothing_open = connection.rollback();
            Attempt::Failed(error)
        }
    }
}

fn try_together(
    connection: &mut Connection,
    batch: &mut [Box<dyn Job>],
    house: &Arc<SharedMemory>,
) -> Result<Option<Vec<CommunityCode>>> {
    connection.begin(true)?;
    let mut tx = Tx::writing(connection, house);
    tx.lock(batch.iter().map(|job| job.community()))?;
    let filings: Vec<_> = batch.iter().filter_map(|job| Some((job.community(), job.files()?))).collect();
    if tx.is_postgres() && filings.len() > 1 {
        tx.foresee(&filings)?;
    }
    for job in batch {
        let before = tx.writes();
        if !job.run(&mut tx) && tx.writes() > before {
            connection.rollback()?;
            return Ok(None);
        }
    }
    let changed = tx.settle_heads()?;
    connection.commit()?;
    Ok(Some(changed))
}
