//! The sockets that are listened on. The only module that knows `socket2`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs};
use std::path::Path;

use socket2::{Domain, Protocol, Socket, Type};

use crate::io::Failure;

/// Which port is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Port {
    /// This one, or none at all.
    Exactly(u16),
    /// The first free one from here on.
    From(u16),
}

/// How many ports are tried.
const TRIES: u16 = 100;
/// Connections that wait to be accepted.
const BACKLOG: i32 = 1024;

/// Listens on a name or an address.
///
/// # Errors
/// Where the name is none of this machine, or the port is taken.
pub fn listen(host: &str, port: Port) -> Result<TcpListener, Failure> {
    let (first, tries) = match port {
        Port::Exactly(port) => (port, 1),
        Port::From(port) => (port, TRIES),
    };
    let address = address(host)?;
    let mut last = None;
    for port in (first..).take(usize::from(tries)) {
        let at = SocketAddr::new(address, port);
        match bound(at) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => last = Some((at, error)),
            Err(error) => return Err(failure(at, &error.to_string())),
        }
    }
    Err(match last {
        Some((at, _)) => failure(at, "the port is in use; choose another one with `--port`"),
        None => Failure::new("listen on", Path::new(host), "there is no such port"),
    })
}

/// Listens where only this machine comes in, on a port that the system chooses.
///
/// # Errors
/// Where the machine cannot.
pub fn within() -> std::io::Result<TcpListener> {
    let own: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    bound(SocketAddr::new(own[0], 0)).or_else(|_| bound(SocketAddr::new(own[1], 0)))
}

fn failure(at: SocketAddr, reason: &str) -> Failure {
    Failure::new("listen on", Path::new(&at.to_string()), reason)
}

fn address(host: &str) -> Result<IpAddr, Failure> {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let named = Path::new(host);
    let mut found = (host, 0).to_socket_addrs().map_err(Failure::of("listen on", named))?;
    found.next().map(|at| at.ip()).ok_or_else(|| Failure::new("listen on", named, "the name has no address"))
}

fn bound(at: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(at), Type::STREAM, Some(Protocol::TCP))?;
    // A server that is started again gets its port although old connections linger. On Windows the same option would
    // let two servers share the port.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    // Every connection inherits it, also one that only `tiny_http` gets to see.
    socket.set_tcp_nodelay(true)?;
    socket.bind(&at.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

#[cfg(test)]
mod tests {
    use super::{Port, listen, within};

    #[test]
    fn a_port_that_is_taken() {
        let first = listen("127.0.0.1", Port::From(41_000)).expect("some port is free");
        let taken = first.local_addr().expect("it has an address").port();
        let next = listen("127.0.0.1", Port::From(taken)).expect("another port is free");
        assert!(next.local_addr().expect("it has an address").port() > taken);
        let refused = listen("127.0.0.1", Port::Exactly(taken)).expect_err("it is taken");
        assert!(refused.to_string().contains("the port is in use"), "{refused}");
        assert!(listen("no.such.host.invalid", Port::From(taken)).is_err());
    }

    #[test]
    fn connections_inherit_haste() {
        let listener = within().expect("some port is free");
        let at = listener.local_addr().expect("it has an address");
        let _client = std::net::TcpStream::connect(at).expect("it listens");
        let (connection, _) = listener.accept().expect("somebody knocked");
        assert!(connection.nodelay().expect("a socket tells"));
    }
}
