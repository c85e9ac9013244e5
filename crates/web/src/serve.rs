//! Starting the server.

use crate::connections::{self, Bounds};
use crate::site::Site;
use guanjia_app::App;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// How often counters that are over are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);

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

/// Serves until the program is told to stop. `ready` is told the address once it answers.
///
/// # Errors
/// [`ServeError`].
pub async fn serve(app: App, config: ServeConfig, ready: impl FnOnce(String)) -> Result<(), ServeError> {
    let private = config.behind_proxy || config.insecure_lan || config.listen.ip().is_loopback();
    if !private {
        return Err(ServeError::NotPrivate(config.listen));
    }
    let listen = config.listen;
    let failed = |error: std::io::Error| ServeError::Listen { listen, reason: error.to_string() };
    let listener = tokio::net::TcpListener::bind(listen).await.map_err(failed)?;
    let bound = listener.local_addr().map_err(failed)?;
    let site = Site::new(app, ServeConfig { listen: bound, ..config.clone() })
        .map_err(|error| failed(std::io::Error::other(error.to_string())))?;
    watch_other_servers(&site);
    let forgetting = forget_now_and_then(&site);
    let router = crate::routes::router(site);
    ready(format!("http://{bound}"));
    connections::accept(listener, router, Bounds::usual(config.behind_proxy), told_to_stop()).await;
    forgetting.abort();
    Ok(())
}

/// Keeps what is counted small: once a minute what is over is forgotten.
fn forget_now_and_then(site: &Site) -> tokio::task::JoinHandle<()> {
    let (limits, clock) = (Arc::clone(site.limits()), Arc::clone(&site.app().clock));
    tokio::spawn(async move {
        let mut minutes = tokio::time::interval(FORGET_EVERY);
        loop {
            minutes.tick().await;
            limits.forget_old(clock.now());
        }
    })
}

/// Tells the open pages of what other servers and the command line changed.
fn watch_other_servers(site: &Site) {
    let db = site.app().db.clone();
    let guanjia_store::Location::Server(url) = db.location().clone() else { return };
    let watch = move || {
        loop {
            let heard = guanjia_store::engine::postgres::listen(&url, |community| {
                if let Ok(community) = community.parse() {
                    db.tell(community);
                }
                true
            });
            if let Err(error) = heard {
                tracing::warn!(%error, "not listening to other servers");
            }
            std::thread::sleep(Duration::from_secs(2));
        }
    };
    if let Err(error) = std::thread::Builder::new().name("listener".into()).spawn(watch) {
        tracing::warn!(%error, "not listening to other servers");
    }
}

async fn told_to_stop() {
    let interrupted = async {
        let _signal = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => tokio::select! { () = interrupted => {}, _ = terminated.recv() => {} },
            Err(_) => interrupted.await,
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}
