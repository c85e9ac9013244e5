//! PostgreSQL, for several servers that share the work.
//!
//! A connection lives in a runtime of its own on the thread that uses it, so that the layers above stay
//! synchronous. Changes whose count nobody needs are gathered and sent in one go.

use crate::engine::pending::{Change, Pending, Rows};
use crate::error::{Result, StoreError};
use crate::value::{Row, Value};
use futures_util::future::{join, join_all, join3, try_join_all};
use futures_util::{StreamExt, TryStreamExt};
use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, NoTls, Statement};

/// The most changes that wait: a bulk of rows must not pile up in memory.
const MOST_PENDING: usize = 4_096;

/// A connection to a PostgreSQL server.
pub struct Postgres {
    runtime: Runtime,
    client: Client,
    statements: HashMap<Rows, Statement>,
    pending: Pending,
    /// The beginning of a transaction that nobody has asked anything in yet: it goes out with the first question.
    opening: Option<&'static str>,
    /// A statement of the transaction failed. PostgreSQL then turns the commit into a rollback and calls it done.
    failed: bool,
}

impl Postgres {
    /// Connects. The link between a server and its database is a private one; encryption there is the operator's.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the server does not answer.
    pub fn connect(url: &str) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let client = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
            tokio::spawn(async move {
                if let Err(error) = connection.await {
                    tracing::warn!(%error, "the connection to PostgreSQL ended");
                }
            });
            client.batch_execute("SET synchronous_commit = on; SET TIME ZONE 'UTC'").await?;
            Ok::<_, tokio_postgres::Error>(client)
        })?;
        let runtime = Runtime(Some(runtime));
        let (statements, pending) = (HashMap::new(), Pending::default());
        Ok(Self { runtime, client, statements, pending, opening: None, failed: false })
    }

    /// Whether the server can still be reached over this connection.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.client.is_closed()
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        self.flush()?;
        self.open()?;
        Ok(self.runtime.block_on(self.client.batch_execute(sql))?)
    }

    /// Begins a transaction, without waiting for the server to say so.
    pub(crate) const fn begin(&mut self, sql: &'static str) {
        self.opening = Some(sql);
    }

    /// Sends the beginning, where it has not gone out yet.
    fn open(&mut self) -> Result<()> {
        let Some(opening) = self.opening.take() else { return Ok(()) };
        let opened = self.runtime.block_on(self.client.batch_execute(opening));
        Ok(opened.inspect_err(|_| self.failed = true)?)
    }

    /// Sends the last changes with the commit behind them: when one of them fails, PostgreSQL makes a rollback of it.
    /// A commit whose answer is lost may have been done: then nobody may be told yes or no.
    pub(crate) fn commit(&mut self) -> Result<()> {
        if self.failed {
            return Err(StoreError::Refused("a statement of the transaction failed before".into()));
        }
        self.open()?;
        let pending = self.pending.take();
        let changes = self.prepared(&pending)?;
        let client = &self.client;
        let (changed, committed) = self.runtime.block_on(async {
            let changes = join_all(changes.iter().map(|(change, values)| run(client, change, values)));
            join(changes, client.batch_execute("COMMIT")).await
        });
        let changed = changed.into_iter().map(|one| one.map(drop));
        changed.chain([committed]).try_for_each(|outcome| outcome).map_err(|error| {
            if error.as_db_error().is_none() {
                StoreError::Unknown(error.to_string())
            } else {
                StoreError::from(error)
            }
        })
    }

    pub(crate) fn rollback(&mut self) -> Result<()> {
        self.pending.take();
        self.failed = false;
        if self.opening.take().is_some() {
            return Ok(());
        }
        Ok(self.runtime.block_on(self.client.batch_execute("ROLLBACK"))?)
    }

    /// Ends a snapshot without waiting for the server to say so: what is asked next on this connection stands behind it
    /// on the wire.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the connection has broken.
    pub(crate) fn leave(&mut self) -> Result<()> {
        if self.opening.take().is_none() {
            self.runtime.block_on(async {
                let mut ended = pin!(self.client.batch_execute("ROLLBACK"));
                // The first poll hands it to the connection, which sends it when its turn comes.
                poll_fn(|cx| Poll::Ready(ended.as_mut().poll(cx).is_ready())).await;
                tokio::task::yield_now().await;
            });
        }
        self.failed = false;
        if self.is_open() { Ok(()) } else { Err(StoreError::Unavailable("the connection broke".into())) }
    }

    pub(crate) fn each(
        &mut self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement(Rows::one(sql))?;
        let pending = self.pending.ahead_of(sql);
        let changes = self.prepared(&pending)?;
        let opening = self.opening.take();
        let (client, failed) = (&self.client, &mut self.failed);
        self.runtime.block_on(async {
            // Polled in this order, so that is how they stand on the wire.
            let opening = async {
                match opening {
                    Some(sql) => client.batch_execute(sql).await,
                    None => Ok(()),
                }
            };
            let changes = try_join_all(changes.iter().map(|(change, values)| run(client, change, values)));
            let question = client.query_raw(&statement, values.iter().map(|value| value as &dyn ToSql));
            let (opened, changed, rows) = join3(opening, changes, question).await;
            let rows = opened.and(changed).and(rows).inspect_err(|_| *failed = true)?;
            let mut rows = pin!(rows);
            while let Some(row) = rows.next().await {
                let row = row.inspect_err(|_| *failed = true)?;
                read(&Row::Postgres(&row))?;
            }
            Ok(())
        })
    }

    pub(crate) fn first_of_each<T>(
        &mut self,
        sql: &'static str,
        questions: &[Vec<Value>],
        mut read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<Option<T>>> {
        let statement = self.statement(Rows::one(sql))?;
        self.open()?;
        let ahead = self.pending.ahead_of(sql);
        self.send(&ahead)?;
        let client = &self.client;
        let answers = self
            .runtime
            .block_on(try_join_all(questions.iter().map(|values| ask(client, &statement, values))));
        let answers = answers.inspect_err(|_| self.failed = true)?;
        answers.iter().map(|rows| rows.first().map(|row| read(&Row::Postgres(row))).transpose()).collect()
    }

    pub(crate) fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        let statement = self.statement(Rows::one(sql))?;
        self.open()?;
        let ahead = self.pending.ahead_of(sql);
        self.send(&ahead)?;
        let changed = self.runtime.block_on(run(&self.client, &statement, values));
        Ok(changed.inspect_err(|_| self.failed = true)?)
    }

    pub(crate) fn put(&mut self, sql: &'static str, values: &[Value]) -> Result<()> {
        self.pending.add(sql, values);
        if self.pending.len() < MOST_PENDING { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<()> {
        let pending = self.pending.take();
        self.send(&pending)
    }

    fn send(&mut self, changes: &[Change]) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        self.open()?;
        let changes = self.prepared(changes)?;
        let client = &self.client;
        let changed = self
            .runtime
            .block_on(try_join_all(changes.iter().map(|(change, values)| run(client, change, values))));
        changed.inspect_err(|_| self.failed = true)?;
        Ok(())
    }

    fn prepared<'a>(&mut self, changes: &'a [Change]) -> Result<Vec<(Statement, &'a [Value])>> {
        let parts = changes.iter().flat_map(Change::statements);
        parts.map(|(rows, values)| Ok((self.statement(rows)?, values))).collect()
    }

    fn statement(&mut self, rows: Rows) -> Result<Statement> {
        if let Some(statement) = self.statements.get(&rows) {
            return Ok(statement.clone());
        }
        let prepared = self.runtime.block_on(self.client.prepare(&rows.text()));
        let statement = prepared.inspect_err(|_| self.failed = true)?;
        self.statements.insert(rows, statement.clone());
        Ok(statement)
    }
}

async fn ask(
    client: &Client,
    statement: &Statement,
    values: &[Value],
) -> std::result::Result<Vec<tokio_postgres::Row>, tokio_postgres::Error> {
    let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
    client.query(statement, &values).await
}

async fn run(
    client: &Client,
    statement: &Statement,
    values: &[Value],
) -> std::result::Result<u64, tokio_postgres::Error> {
    client.execute_raw(statement, values.iter().map(|value| value as &dyn ToSql)).await
}

/// A runtime that may be let go anywhere. Tokio forbids to end one inside another, where the last owner of a
/// connection may well be.
struct Runtime(Option<tokio::runtime::Runtime>);

impl Runtime {
    fn block_on<F: Future>(&self, work: F) -> F::Output {
        match &self.0 {
            Some(runtime) => runtime.block_on(work),
            None => unreachable!("a runtime is only taken when it is let go"),
        }
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Listens for what other servers have committed, on a connection of its own, until `heard` says stop.
///
/// # Errors
/// [`StoreError::Unavailable`] when the connection cannot be made or breaks.
pub fn listen(url: &str, mut heard: impl FnMut(&str) -> bool) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| StoreError::Unavailable(error.to_string()))?;
    runtime.block_on(async {
        let (client, mut connection) = tokio_postgres::connect(url, NoTls).await?;
        let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
        let pump = tokio::spawn(async move {
            let mut messages = futures_util::stream::poll_fn(move |cx| connection.poll_message(cx));
            while let Ok(Some(message)) = messages.try_next().await {
                if let tokio_postgres::AsyncMessage::Notification(note) = message
                    && sender.send(note.payload().to_owned()).is_err()
                {
                    return;
                }
            }
        });
        client.batch_execute("LISTEN guanjia").await?;
        while let Some(community) = receiver.recv().await {
            if !heard(&community) {
                break;
            }
        }
        pump.abort();
        Ok(())
    })
}
