//! Connections that say nothing, or say it slowly, do not keep others from being served.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail loudly, as tests do")]

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use guanjia_web::connections::{Bounds, accept};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

const USUAL: Bounds = Bounds {
    most: 8,
    most_of_an_address: 8,
    head: Duration::from_millis(300),
    body: Duration::from_millis(300),
    farewell: Duration::from_secs(5),
};
/// Far longer than any bound above: whoever waits this long has been kept waiting.
const LONG: Duration = Duration::from_secs(20);

async fn serve(bounds: Bounds) -> (SocketAddr, oneshot::Sender<()>) {
    let slow = get(|| async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        "slowly"
    });
    let router = Router::new()
        .route("/", get(|| async { "here" }))
        .route("/slow", slow)
        .route("/body", post(|body: Bytes| async move { body.len().to_string() }));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    tokio::spawn(accept(listener, router, bounds, async {
        let _told = stopped.await;
    }));
    (address, stop)
}

async fn connect(address: SocketAddr) -> TcpStream {
    TcpStream::connect(address).await.unwrap()
}

/// Everything that comes until the connection ends; nothing where it was reset.
async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let _reset = tokio::time::timeout(LONG, stream.read_to_end(&mut answer)).await.unwrap();
    String::from_utf8(answer).unwrap()
}

async fn ask(address: SocketAddr, path: &str) -> String {
    let mut stream = connect(address).await;
    let request = format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    rest(&mut stream).await
}

#[tokio::test]
async fn who_says_nothing_makes_room_for_who_does() {
    let (address, _stop) = serve(USUAL).await;
    let mut silent = Vec::new();
    for _ in 0..3 * USUAL.most {
        silent.push(connect(address).await);
    }
    assert!(ask(address, "/").await.ends_with("here"));
    assert_eq!(rest(&mut silent[0]).await, "", "closed without a word");
}

#[tokio::test]
async fn a_head_that_comes_drop_by_drop_is_not_waited_for() {
    let (address, _stop) = serve(USUAL).await;
    let mut slow = connect(address).await;
    slow.write_all(b"GET / HTTP/1.1\r\nHost: h").await.unwrap();
    let closed = async {
        while slow.write_all(b"h").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(LONG, closed).await.unwrap();
}

#[tokio::test]
async fn a_body_that_stops_is_given_up_and_one_that_goes_on_is_not() {
    let (address, _stop) = serve(USUAL).await;
    let head = "POST /body HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 12\r\n\r\n";
    let mut stopped = connect(address).await;
    stopped.write_all(head.as_bytes()).await.unwrap();
    stopped.write_all(b"abc").await.unwrap();
    assert!(!rest(&mut stopped).await.contains(" 200 "));
    let mut steady = connect(address).await;
    steady.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..6 {
        tokio::time::sleep(USUAL.body / 4).await;
        steady.write_all(b"ab").await.unwrap();
    }
    assert!(rest(&mut steady).await.ends_with("12"));
}

#[tokio::test]
async fn one_address_does_not_get_all() {
    let (address, _stop) = serve(Bounds { most_of_an_address: 2, head: LONG, ..USUAL }).await;
    let (first, _second) = (connect(address).await, connect(address).await);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(ask(address, "/").await, "", "one too many");
    drop(first);
    let served = async {
        while !ask(address, "/").await.ends_with("here") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(LONG, served).await.unwrap();
}

#[tokio::test]
async fn what_is_under_way_ends_when_the_server_is_told_to_stop() {
    let (address, stop) = serve(USUAL).await;
    let asked = tokio::spawn(async move { ask(address, "/slow").await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).unwrap();
    assert!(asked.await.unwrap().ends_with("slowly"));
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
