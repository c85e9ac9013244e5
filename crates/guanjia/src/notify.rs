//! Tells systemd that the service answers (`sd_notify`), so that a start that fails is known as one.

/// Says "ready" where the environment names somebody who waits for it; elsewhere it does nothing.
#[cfg(target_os = "linux")]
pub fn ready() {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::net::{SocketAddr, UnixDatagram};

    let Some(place) = std::env::var_os("NOTIFY_SOCKET") else { return };
    let address = match place.as_bytes().strip_prefix(b"@") {
        Some(name) => SocketAddr::from_abstract_name(name),
        None => SocketAddr::from_pathname(&place),
    };
    let sent = address.and_then(|address| UnixDatagram::unbound()?.send_to_addr(b"READY=1\n", &address));
    if let Err(error) = sent {
        tracing::warn!(%error, "systemd was not told that the service answers");
    }
}

/// Other systems have no systemd.
#[cfg(not(target_os = "linux"))]
pub fn ready() {}
