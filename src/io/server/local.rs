//! Whom a request means to speak to. A page of a foreign site can have its own name point at this machine and then read
//! what it serves (DNS rebinding); the name it used stands in `Host`.

use std::net::IpAddr;

/// The names under which the preview may be asked.
#[derive(Clone, Debug)]
pub struct Names {
    /// As the user wrote it.
    host: String,
    /// Whether other machines reach it.
    everywhere: bool,
}

impl Names {
    /// `host` is what is listened on.
    pub fn of(host: &str) -> Self {
        let host = host.trim_start_matches('[').trim_end_matches(']').to_lowercase();
        let local = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        Self { host, everywhere: !local }
    }

    /// Whether other machines can reach it.
    pub fn is_everywhere(&self) -> bool {
        self.everywhere
    }

    /// Whether a `Host` header names this preview: this machine, the name that it listens on, or, where others reach
    /// it, any address in numbers, since nobody can make a number point elsewhere.
    pub fn hold(&self, header: Option<&str>) -> bool {
        let Some(name) = header.and_then(name) else { return false };
        let name = name.trim_end_matches('.').to_lowercase();
        if name == "localhost" || name.ends_with(".localhost") || name == self.host {
            return true;
        }
        name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || self.everywhere)
    }
}

/// The name in a `Host` header, without the port.
fn name(header: &str) -> Option<&str> {
    let header = header.trim();
    if let Some(rest) = header.strip_prefix('[') {
        let (name, port) = rest.split_once(']')?;
        return is_port(port.strip_prefix(':').unwrap_or(port)).then_some(name);
    }
    match header.split_once(':') {
        Some((name, port)) => is_port(port).then_some(name),
        None => Some(header),
    }
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn foreign_names_are_refused() {
        let local = Names::of("127.0.0.1");
        for host in ["localhost", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000", "127.9.9.9", "site.localhost:1"] {
            assert!(local.hold(Some(host)), "{host}");
        }
        for host in
            ["evil.example", "127.0.0.1.evil.example", "192.168.1.5", "localhost@evil.example", "", "a:b", "[::1"]
        {
            assert!(!local.hold(Some(host)), "{host}");
        }
        assert!(!local.hold(None));
        let open = Names::of("0.0.0.0");
        assert!(open.hold(Some("192.168.1.5:4000")) && !open.hold(Some("evil.example")));
        let named = Names::of("desk.example");
        assert!(named.hold(Some("desk.example:4000")) && named.is_everywhere());
    }
}
