//! Starting the server.

use guanjia_app::App;
use std::net::SocketAddr;

/// How the server is started.
#[derive(Clone, Debug)]
pub struct ServeConfig {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Whether this is the demo: one-click sign-in links and the gallery exist only there.
    pub demo: Option<crate::demo::DemoLinks>,
    /// Plain HTTP in an office network: with a banner, and a cookie that is not Secure.
    pub insecure_lan: bool,
    /// The address of a proxy in front that terminates HTTPS; only then is X-Forwarded-For believed.
    pub behind_proxy: bool,
    /// Where it is reached from outside, for links and QR codes, without a slash at the end.
    pub public_url: Option<String>,
}

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be used.
    #[error("cannot listen on {listen}: {reason}")]
    Listen {
        /// Which address.
        listen: SocketAddr,
        /// What the system says.
        reason: String,
    },
    /// Plain HTTP on an address that others reach.
    #[error(
        "{0} can be reached from outside, and plain HTTP would carry passwords and names in clear. Put a proxy with HTTPS in front (--behind-proxy, the guide shows Caddy), or, in an office network that you trust, start with --insecure-lan"
    )]
    NotPrivate(SocketAddr),
}
