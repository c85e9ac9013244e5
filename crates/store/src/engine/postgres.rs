//! PostgreSQL, for several servers that share the work.
//!
//! A connection lives in a runtime of its own on the thread that uses it, so that the layers above stay
//! synchronous. Changes whose count nobody needs are gathered and sent in one go with the next question.

use crate::engine::dialect;
use crate::error::{Result, StoreError};
use crate::value::{Row, Value};
use futures_util::future::{join, try_join_all};
use futures_util::{StreamExt, TryStreamExt};
use std::collections::HashMap;
use std::pin::pin;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, NoTls, Statement};

/// A connection to a PostgreSQL server.
pub struct Postgres {
    runtime: tokio::runtime::Runtime,
    client: Client,
    statements: HashMap<&'static str, Statement>,
    pending: Vec<(Statement, Vec<Value>)>,
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
        Ok(Self { runtime, client, statements: HashMap::new(), pending: Vec::new() })
    }

    /// Whether the server can still be reached over this connection.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.client.is_closed()
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        self.flush()?;
        Ok(self.runtime.block_on(self.client.batch_execute(sql))?)
    }

    /// A commit whose answer is lost may have been done: then nobody may be told yes or no.
    pub(crate) fn commit(&mut self) -> Result<()> {
        self.flush()?;
        self.runtime.block_on(self.client.batch_execute("COMMIT")).map_err(|error| {
            if error.as_db_error().is_none() {
                StoreError::Unknown(error.to_string())
            } else {
                StoreError::from(error)
            }
        })
    }

    pub(crate) fn rollback(&mut self) -> Result<()> {
        self.pending.clear();
        Ok(self.runtime.block_on(self.client.batch_execute("ROLLBACK"))?)
    }

    pub(crate) fn each(
        &mut self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        let pending = std::mem::take(&mut self.pending);
        let client = &self.client;
        self.runtime.block_on(async {
            // Polled in this order, so the changes stand before the question on the wire.
            let changes = try_join_all(pending.iter().map(|(change, values)| run(client, change, values)));
            let question = client.query_raw(&statement, values.iter().map(|value| value as &dyn ToSql));
            let (changed, rows) = join(changes, question).await;
            changed?;
            let mut rows = pin!(rows?);
            while let Some(row) = rows.next().await {
                read(&Row::Postgres(&row?))?;
            }
            Ok(())
        })
    }

    pub(crate) fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        let statement = self.statement(sql)?;
        self.flush()?;
        Ok(self.runtime.block_on(run(&self.client, &statement, values))?)
    }

    pub(crate) fn put(&mut self, sql: &'static str, values: &[Value]) -> Result<()> {
        let statement = self.statement(sql)?;
        self.pending.push((statement, values.to_vec()));
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return Ok(());
        }
        let client = &self.client;
        self.runtime
            .block_on(try_join_all(pending.iter().map(|(change, values)| run(client, change, values))))?;
        Ok(())
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.runtime.block_on(self.client.prepare(&dialect::for_postgres(sql)))?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }
}

async fn run(client: &Client, statement: &Statement, values: &[Value]) -> std::result::Result<u64, tokio_postgres::Error> {
    client.execute_raw(statement, values.iter().map(|value| value as &dyn ToSql)).await
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
