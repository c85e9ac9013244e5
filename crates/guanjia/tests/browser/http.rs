//! A client that sends exactly what a test says, and nothing else: no cookies of its own, no redirects followed.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long an answer may take; a stream that stays open ends here.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to listen to a stream of events, which never ends by itself.
const LISTEN: Duration = Duration::from_millis(300);

/// A call that is being put together.
pub struct Call {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Call {
    pub fn new(method: &str, path: &str) -> Self {
        Self { method: method.to_owned(), path: path.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    pub fn get(path: &str) -> Self {
        Self::new("GET", path)
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Any body.
    pub fn body(mut self, media: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("content-type", media)
    }

    /// A form without files.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<_> =
            fields.iter().map(|(name, value)| format!("{}={}", quoted(name), quoted(value))).collect();
        self.body("application/x-www-form-urlencoded", pairs.join("&"))
    }

    /// A form of parts, as a page with a choice of files sends it.
    pub fn parts(self, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Self {
        let line = "----guanjia-browser-test";
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--{line}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        for (name, file, bytes) in files {
            let head = format!(
                "--{line}\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
                 content-type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{line}--\r\n").as_bytes());
        self.body(&format!("multipart/form-data; boundary={line}"), body)
    }

    /// Sends it to `base`, such as `http://127.0.0.1:8080`.
    pub fn send(self, base: &str) -> Answer {
        let host = base.trim_start_matches("http://");
        let mut socket = TcpStream::connect(host).unwrap_or_else(|error| panic!("{base}: {error}"));
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut head =
            format!("{} {} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", self.body.len()));
        socket.write_all(head.as_bytes()).unwrap();
        // A server that refuses early may close before it has read everything.
        let _sent = socket.write_all(&self.body);
        Answer::read(&mut socket)
    }
}

impl Answer {
    fn read(socket: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        let mut buffer = [0; 65_536];
        let (mut head, mut whole) = (None, usize::MAX);
        while bytes.len() < whole
            && let Ok(count @ 1..) = socket.read(&mut buffer)
        {
            bytes.extend_from_slice(&buffer[..count]);
            if head.is_none()
                && let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n")
            {
                head = Some(end);
                // Who keeps the connection open all the same, as a browser's driver does, is not waited for.
                whole = length(&bytes[..end]).map_or(usize::MAX, |length| end + 4 + length);
                if bytes[..end].windows(17).any(|window| window == b"text/event-stream") {
                    socket.set_read_timeout(Some(LISTEN)).unwrap();
                }
            }
        }
        let end = head.unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(&bytes)));
        let lines = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = lines.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap();
        let pairs = lines.lines().skip(1).filter_map(|line| line.split_once(':'));
        let headers: Vec<_> =
            pairs.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect();
        let is_chunked =
            headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        let rest = &bytes[end + 4..];
        let body = if is_chunked { unchunked(rest) } else { rest.to_vec() };
        Self { status, headers, body }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(its, _)| its == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The length of the body, where the head says it.
fn length(head: &[u8]) -> Option<usize> {
    let head = String::from_utf8_lossy(head).to_lowercase();
    head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|window| window == b"\r\n") {
        let size = usize::from_str_radix(&String::from_utf8_lossy(&rest[..end]), 16).unwrap_or(0);
        let Some(chunk) = rest.get(end + 2..end + 2 + size) else { break };
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + size..).unwrap_or_default();
        if size == 0 {
            break;
        }
    }
    body
}

/// As a value of a query or of a form.
pub fn quoted(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}
