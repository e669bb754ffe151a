//! Networks that a key may be used from.

use std::net::IpAddr;

/// Whether a network such as `192.0.2.0/24` holds an address.
pub fn holds(network: &str, address: IpAddr) -> bool {
    let (base, length) = network.split_once('/').unwrap_or((network, "128"));
    let (Ok(base), Ok(length)) = (base.parse::<IpAddr>(), length.parse::<u32>()) else {
        return false;
    };
    match (base, address.to_canonical()) {
        (IpAddr::V4(base), IpAddr::V4(address)) => {
            let shift = 32_u32.saturating_sub(length.min(32));
            u32::from(base).checked_shr(shift) == u32::from(address).checked_shr(shift)
        }
        (IpAddr::V6(base), IpAddr::V6(address)) => {
            let shift = 128_u32.saturating_sub(length.min(128));
            u128::from(base).checked_shr(shift) == u128::from(address).checked_shr(shift)
        }
        _ => false,
    }
}

/// Whether a text is an address, or a network as `192.0.2.0/24`: no longer than its addresses, and nothing behind it.
pub fn is_network(text: &str) -> bool {
    let (base, length) = match text.split_once('/') {
        Some((base, length)) => (base, Some(length)),
        None => (text, None),
    };
    let Ok(base) = base.parse::<IpAddr>() else {
        return false;
    };
    let Some(length) = length else { return true };
    let Ok(length) = length.parse::<u32>() else {
        return false;
    };
    // No bit stands where the network leaves the address open.
    match base {
        IpAddr::V4(base) => length <= 32 && u32::from(base).checked_shl(length).unwrap_or(0) == 0,
        IpAddr::V6(base) => length <= 128 && u128::from(base).checked_shl(length).unwrap_or(0) == 0,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let holds = |network, address: &str| super::holds(network, address.parse().unwrap());
        assert!(holds("192.0.2.0/24", "192.0.2.77"));
        assert!(!holds("192.0.2.0/24", "192.0.3.1"));
        assert!(holds("192.0.2.7", "192.0.2.7"));
        assert!(!holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "203.0.113.9"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1"));
        assert!(!holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("192.0.2.0/24", "::ffff:192.0.2.1"));
        assert!(!holds("nonsense", "192.0.2.1"));
    }

    #[test]
    fn a_network_is_no_longer_than_its_addresses_and_has_nothing_behind_it() {
        for good in [
            "192.0.2.0/24",
            "192.0.2.7",
            "192.0.2.7/32",
            "0.0.0.0/0",
            "2001:db8::/32",
            "::1/128",
        ] {
            assert!(super::is_network(good), "{good}");
        }
        for bad in [
            "192.0.2.1/24",
            "10.0.0.0/33",
            "127.0.0.1/99",
            "2001:db8::1/32",
            "::/129",
            "10.0.0.0/",
            "x/8",
            "10.0.0.0/-1",
        ] {
            assert!(!super::is_network(bad), "{bad}");
        }
    }
}
