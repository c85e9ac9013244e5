//! Every route, asked by everybody: who may, who may not, and who must not even learn that something is there. The
//! list of routes comes from the router, so a new page without an entry here fails.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail loudly, as tests do")]

mod browser {
    pub mod http;
    pub mod server;
}

#[path = "browser/access/mod.rs"]
mod access;
