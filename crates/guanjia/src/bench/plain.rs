//! What the product is measured against: a server that writes the same rows and does nothing else, and one that answers
//! without doing anything.

use super::child::{Server, argument};
use crate::failure::Failure;
use crate::output::answer;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, put};
use guanjia_app::{Clock, SystemClock};
use guanjia_domain::CommunityCode;
use guanjia_store::StoreError;
use guanjia_store::bare::{Bare, Sizes};
use std::io::Error;
use std::path::Path as FilePath;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

/// The most filings in one transaction, as in the product's writer.
const LARGEST_BATCH: usize = 256;

type Filing = (Uuid, oneshot::Sender<StatusCode>);

/// Starts the minimal durable server as a process of its own.
pub fn start_minimal(folder: &FilePath, community: CommunityCode, sizes: Sizes) -> Result<Server, Failure> {
    let numbers =
        [sizes.event, sizes.request, sizes.sealed, sizes.tokens].map(|bytes| bytes.to_string()).join(",");
    let (folder, community) = (argument(folder)?, community.to_string());
    Server::start(&[
        "bench",
        "minimal-server",
        "--data",
        folder,
        "--community",
        &community,
        "--sizes",
        &numbers,
    ])
}

/// Starts the server that only answers.
pub fn start_hello() -> Result<Server, Failure> {
    Server::start(&["bench", "hello-server"])
}

/// Answers every filing after its rows are on the disk, until it is killed. `sizes` are those of event, request,
/// sealed text and tokens.
pub fn minimal_server(folder: &FilePath, community: CommunityCode, sizes: &[usize]) -> Result<(), Failure> {
    let &[event, request, sealed, tokens] = sizes else {
        return Err(Failure::usage("--sizes 需要四个数。", "--sizes takes four numbers."));
    };
    let estates = (1..=13).map(|n| Uuid::from_u128(n << 64)).collect();
    let sizes = Sizes { event, request, sealed, tokens };
    let bare = Bare::make(&folder.join("bare.db"), community, estates, sizes)?;
    let (queue, waiting) = mpsc::channel::<Filing>(4_096);
    std::thread::Builder::new()
        .name("writer".into())
        .spawn(move || write(bare, waiting))
        .map_err(|e| failed(&e))?;
    let router = Router::new().route("/api/v1/requests/{id}", put(file)).with_state(queue);
    serve(router)
}

/// Says hello, until it is killed.
pub fn hello_server() -> Result<(), Failure> {
    serve(Router::new().route("/", get(|| async { "hello" })))
}

async fn file(
    State(queue): State<mpsc::Sender<Filing>>,
    Path(id): Path<Uuid>,
    _body: axum::body::Bytes,
) -> StatusCode {
    let (reply, answer) = oneshot::channel();
    if queue.try_send((id, reply)).is_err() {
        return StatusCode::TOO_MANY_REQUESTS;
    }
    answer.await.unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
}

fn write(mut bare: Bare, mut waiting: mpsc::Receiver<Filing>) {
    while let Some((id, reply)) = waiting.blocking_recv() {
        let (mut ids, mut replies) = (vec![id], vec![reply]);
        while ids.len() < LARGEST_BATCH
            && let Ok((id, reply)) = waiting.try_recv()
        {
            ids.push(id);
            replies.push(reply);
        }
        let written: Result<(), StoreError> = bare.write(&ids, SystemClock.now().0);
        let status = if written.is_ok() { StatusCode::CREATED } else { StatusCode::SERVICE_UNAVAILABLE };
        for reply in replies {
            // Whoever asked may have gone away.
            let _gone = reply.send(status);
        }
    }
}

fn serve(router: Router) -> Result<(), Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| failed(&error))?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| failed(&error))?;
        let bound = listener.local_addr().map_err(|error| failed(&error))?;
        answer(&format!("READY http://{bound}"))?;
        axum::serve(listener, router).await.map_err(|error| failed(&error))
    })
}

fn failed(error: &Error) -> Failure {
    Failure::refused(
        format!("对照服务没有启动：{error}。"),
        format!("The plain server did not start: {error}."),
    )
}
