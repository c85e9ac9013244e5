//! Clients that file until they are told to stop, and send the same again until they know what became of it.

use super::house::House;
use crate::picture::png;
use guanjia_app::{Clock, Ids, SystemClock};
use guanjia_domain::ids::RequestId;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Clients of the API.
const PROGRAMS: usize = 8;
/// People with a form and a photo.
const PEOPLE: usize = 2;
/// How long a client tries to learn what became of a filing.
const PATIENCE: Duration = Duration::from_secs(60);
const LINE: &str = "----guanjia-kill-test";

/// What was answered with yes.
#[derive(Default)]
pub struct Acknowledged {
    pub plain: Vec<RequestId>,
    pub with_photo: Vec<RequestId>,
}

pub struct Clients {
    stop: Arc<AtomicBool>,
    programs: Vec<JoinHandle<Vec<RequestId>>>,
    people: Vec<JoinHandle<Vec<RequestId>>>,
}

impl Clients {
    pub fn start(house: &House) -> Self {
        let (stop, ids) = (Arc::new(AtomicBool::new(false)), Arc::new(Ids::default()));
        let start = |body: Arc<dyn Fn(RequestId) -> Vec<u8> + Send + Sync>| {
            let (address, stop, ids) = (house.address, Arc::clone(&stop), Arc::clone(&ids));
            std::thread::spawn(move || file(address, &stop, &ids, &*body))
        };
        let (program, person) = (program(house), person(house));
        let programs = (0..PROGRAMS).map(|_| start(Arc::clone(&program))).collect();
        let people = (0..PEOPLE).map(|_| start(Arc::clone(&person))).collect();
        Self { stop, programs, people }
    }

    /// Lets everybody learn what became of their last filing, and ends them.
    pub fn finish(self) -> Acknowledged {
        self.stop.store(true, Ordering::SeqCst);
        let all = |threads: Vec<JoinHandle<Vec<RequestId>>>| {
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        };
        Acknowledged { plain: all(self.programs), with_photo: all(self.people) }
    }
}

type Message = Arc<dyn Fn(RequestId) -> Vec<u8> + Send + Sync>;

fn program(house: &House) -> Message {
    let (estate, building, token) = (house.estate, house.building, house.token.clone());
    Arc::new(move |id| {
        let body = format!(
            r#"{{"estate":"{estate}","building":"{building}","text":"楼道灯不亮 {id}","channel":"phone"}}"#
        );
        let head = format!(
            "PUT /api/v1/requests/{id} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        [head.into_bytes(), body.into_bytes()].concat()
    })
}

fn person(house: &House) -> Message {
    let (estate, building) = (house.estate.to_string(), house.building.to_string());
    let (cookie, csrf, address) = (house.cookie.clone(), house.csrf.clone(), house.address);
    let photo = png(320, 240, 90);
    Arc::new(move |id| {
        let id = id.to_string();
        let fields = [
            ("csrf", csrf.as_str()),
            ("id", &id),
            ("estate", &estate),
            ("building", &building),
            ("text", "树枝断了"),
        ];
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("--{LINE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let part = format!(
            "--{LINE}\r\ncontent-disposition: form-data; name=\"photos\"; filename=\"a.png\"\r\n\
             content-type: image/png\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(&photo);
        body.extend_from_slice(format!("\r\n--{LINE}--\r\n").as_bytes());
        let head = format!(
            "POST /requests/new HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\ncookie: {cookie}\r\n\
             connection: close\r\ncontent-type: multipart/form-data; boundary={LINE}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        [head.into_bytes(), body].concat()
    })
}

fn file(
    address: SocketAddr,
    stop: &AtomicBool,
    ids: &Ids,
    message: &dyn Fn(RequestId) -> Vec<u8>,
) -> Vec<RequestId> {
    let mut acknowledged = Vec::new();
    while !stop.load(Ordering::SeqCst) {
        let id = RequestId(ids.next(SystemClock.now()).unwrap());
        let (message, began) = (message(id), Instant::now());
        loop {
            match send(address, &message) {
                Some(200 | 201 | 303) => {
                    acknowledged.push(id);
                    break;
                }
                // Nobody there, an answer that broke off, or a server that could not: it may be there or not.
                None | Some(503) => std::thread::sleep(Duration::from_millis(20)),
                Some(other) => panic!("{id}: the answer was {other}"),
            }
            assert!(began.elapsed() < PATIENCE, "{id}: nobody says what became of it");
        }
    }
    acknowledged
}

/// The status of an answer that was read to its end.
fn send(address: SocketAddr, message: &[u8]) -> Option<u16> {
    let mut socket = TcpStream::connect(address).ok()?;
    socket.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
    socket.write_all(message).ok()?;
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).ok()?;
    let line = String::from_utf8_lossy(&answer).lines().next()?.to_owned();
    line.split(' ').nth(1)?.parse().ok()
}
