//! The load client: HTTP/1.1 with keep-alive, many connections on one thread, each waiting for its answer before it
//! sends again. It shares the machine with the server, so it does as little as it can.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How much is asked, and how.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Whom.
    pub address: SocketAddr,
    /// How many connections.
    pub connections: usize,
    /// How many requests in all.
    pub requests: u64,
    /// The longest time; then no new request is begun.
    pub most: Duration,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How often each status was answered.
    pub answers: BTreeMap<u16, u64>,
    /// From the first byte sent to the last byte read, in microseconds, sorted.
    pub micros: Vec<u32>,
    /// From the first connection to the last answer.
    pub elapsed: Duration,
    /// The bytes of the last answer's body.
    pub body: usize,
}

impl Outcome {
    /// Answers with a status.
    pub fn with(&self, status: u16) -> u64 {
        self.answers.get(&status).copied().unwrap_or(0)
    }

    /// Answers of any status in a second.
    pub fn rate(&self) -> f64 {
        self.micros.len() as f64 / self.elapsed.as_secs_f64().max(1e-9)
    }

    /// The time that a share of the answers (0 to 1) stayed within, in milliseconds.
    pub fn within(&self, share: f64) -> f64 {
        let last = self.micros.len().saturating_sub(1);
        let at = (self.micros.len() as f64 * share) as usize;
        self.micros.get(at.min(last)).map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
    }
}

struct Shared<'a> {
    load: Load,
    began: Instant,
    next: Cell<u64>,
    request: &'a dyn Fn(u64, &mut Vec<u8>),
    outcome: RefCell<Outcome>,
}

/// Sends requests, the nth made by `request`, and reads every answer.
///
/// # Errors
/// When a connection breaks or an answer is not HTTP with a length.
pub fn drive(load: Load, request: &dyn Fn(u64, &mut Vec<u8>)) -> Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = RefCell::default();
    let shared = Rc::new(Shared { load, began: Instant::now(), next: Cell::new(0), request, outcome });
    runtime.block_on(async {
        let connections = (0..load.connections).map(|_| connection(Rc::clone(&shared)));
        futures_util::future::try_join_all(connections).await
    })?;
    let mut outcome = shared.outcome.take();
    outcome.elapsed = shared.began.elapsed();
    outcome.micros.sort_unstable();
    Ok(outcome)
}

async fn connection(shared: Rc<Shared<'_>>) -> Result<()> {
    let mut stream = TcpStream::connect(shared.load.address).await?;
    stream.set_nodelay(true)?;
    let (mut out, mut reader) = (Vec::with_capacity(1_024), Reader(Vec::with_capacity(64 * 1_024)));
    loop {
        let n = shared.next.get();
        if n >= shared.load.requests || shared.began.elapsed() >= shared.load.most {
            return Ok(());
        }
        shared.next.set(n + 1);
        out.clear();
        (shared.request)(n, &mut out);
        let began = Instant::now();
        stream.write_all(&out).await?;
        let (status, body) = reader.answer(&mut stream).await?;
        let micros = u32::try_from(began.elapsed().as_micros()).unwrap_or(u32::MAX);
        let mut outcome = shared.outcome.borrow_mut();
        *outcome.answers.entry(status).or_default() += 1;
        outcome.micros.push(micros);
        outcome.body = body;
    }
}

/// Reads answers from a connection.
struct Reader(Vec<u8>);

impl Reader {
    /// Status and length of the next answer's body.
    async fn answer(&mut self, stream: &mut TcpStream) -> Result<(u16, usize)> {
        self.0.clear();
        loop {
            if stream.read_buf(&mut self.0).await? == 0 {
                return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
            }
            if let Some((status, head, body)) = head(&self.0)? {
                while self.0.len() < head + body {
                    if stream.read_buf(&mut self.0).await? == 0 {
                        return Err(Error::new(ErrorKind::UnexpectedEof, "the answer broke off"));
                    }
                }
                return Ok((status, body));
            }
        }
    }
}

/// Status, length of the head and length of the body, once the head is whole.
fn head(bytes: &[u8]) -> Result<Option<(u16, usize, usize)>> {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let wrong = || Error::new(ErrorKind::InvalidData, "an answer that is not HTTP with a length");
    let head = std::str::from_utf8(&bytes[..end]).map_err(|_| wrong())?;
    let status = head.get(9..12).and_then(|digits| digits.parse().ok()).ok_or_else(wrong)?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    Ok(Some((status, end + 4, length.ok_or_else(wrong)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        assert_eq!(head(b"HTTP/1.1 201 Created\r\ncontent-le").unwrap(), None);
        let whole = b"HTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n{";
        assert_eq!(head(whole).unwrap(), Some((201, whole.len() - 1, 7)));
        assert!(head(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
    }

    #[test]
    fn shares_are_read_from_the_sorted_times() {
        let outcome = Outcome { micros: (1..=1_000).map(|n| n * 1_000).collect(), ..Outcome::default() };
        assert!((outcome.within(0.5) - 501.0).abs() < 0.1);
        assert!((outcome.within(0.99) - 991.0).abs() < 0.1);
        assert!((outcome.within(1.0) - 1_000.0).abs() < 0.1);
    }
}
