//! Addresses as they are counted.

use std::net::{IpAddr, Ipv6Addr};

/// The address under which one client is counted: with IPv6 its network of 64 bits, because every client has the whole
/// of one; an IPv4 address that came by IPv6 is what it is.
pub(crate) fn counted(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        four @ IpAddr::V4(_) => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_counted(text: &str) -> String {
        counted(text.parse().unwrap()).to_string()
    }

    #[test]
    fn one_client_is_one_address() {
        assert_eq!(as_counted("2001:db8:1:2:aaaa::1"), as_counted("2001:db8:1:2:bbbb:ffff::2"));
        assert_ne!(as_counted("2001:db8:1:2::1"), as_counted("2001:db8:1:3::1"));
        assert_eq!(as_counted("192.0.2.7"), "192.0.2.7");
        assert_eq!(as_counted("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
