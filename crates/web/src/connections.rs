//! Connections within bounds: nobody holds the server by saying nothing, or by saying it very slowly.
//!
//! A head that does not come in time, or a kept connection on which nothing is asked, is closed. A body whose next
//! piece does not come in time is given up. There is a most of connections in all, below what the system lets a process
//! open, and a most for each address, so that one machine cannot take all of them; behind a proxy, which is one address
//! for everybody, the proxy bounds that.

use crate::address::counted;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::{Request, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// How many connections, and how long they may be silent.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Connections at once; who comes later waits for one to end.
    pub most: usize,
    /// Connections at once from one address; more are closed.
    pub most_of_an_address: usize,
    /// Until the head of a request must be there, and how long a connection is kept without any.
    pub head: Duration,
    /// Until the next piece of a body must be there.
    pub body: Duration,
    /// How long what is under way may take when the server is told to stop.
    pub farewell: Duration,
}

/// Descriptors that are left for the database, photos and the log.
const KEPT_BACK: usize = 200;

impl Bounds {
    /// What a server starts with.
    #[must_use]
    pub fn usual(behind_proxy: bool) -> Self {
        let most = descriptors().saturating_sub(KEPT_BACK).clamp(100, 10_000);
        let most_of_an_address = if behind_proxy { most } else { (most / 4).min(256) };
        let head = Duration::from_secs(30);
        Self { most, most_of_an_address, head, body: head, farewell: Duration::from_secs(10) }
    }
}

/// How many files and connections this process may have open. Where the system does not say so in a file, the least
/// that any usual one allows.
fn descriptors() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(1_024)
}

/// How many connections each address has.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection that counts for its address until it is dropped.
struct Counted(Addresses, IpAddr);

impl Addresses {
    fn count(&self, address: IpAddr, most: usize) -> Option<Counted> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = known.entry(address).or_default();
        (*number < most).then(|| {
            *number += 1;
            Counted(self.clone(), address)
        })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut known = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = known.get_mut(&self.1) {
            *number -= 1;
            if *number == 0 {
                known.remove(&self.1);
            }
        }
    }
}

/// Answers on `listener` until `stopped`, then lets what is under way end.
pub async fn accept(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    stopped: impl Future<Output = ()>,
) {
    let router = router.layer(RequestBodyTimeoutLayer::new(bounds.body));
    let (places, addresses) = (Arc::new(Semaphore::new(bounds.most)), Addresses::default());
    let open = GracefulShutdown::new();
    let mut stopped = std::pin::pin!(stopped);
    loop {
        let next = async {
            // The semaphore is never closed, so this only waits.
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! { next = next => next, () = &mut stopped => break };
        match accepted {
            Ok((stream, from)) => {
                if let Some(counted) = addresses.count(counted(from.ip()), bounds.most_of_an_address) {
                    answer(&open, router.clone(), bounds, (stream, from), (place, counted));
                }
            }
            Err(error) => {
                // Out of descriptors or the like: those that end make room.
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    let _overdue = tokio::time::timeout(bounds.farewell, open.shutdown()).await;
}

/// What a connection holds as long as it lives.
type Held = (Option<OwnedSemaphorePermit>, Counted);

fn answer(
    open: &GracefulShutdown,
    router: Router,
    bounds: Bounds,
    (stream, from): (TcpStream, SocketAddr),
    held: Held,
) {
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        router.clone().oneshot(request)
    });
    // Small answers go out at once: nobody waits for the rest of a segment.
    let _slower = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(bounds.head)
        .serve_connection(TokioIo::new(stream), service);
    let watched = open.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection broke");
        }
        drop(held);
    });
}
