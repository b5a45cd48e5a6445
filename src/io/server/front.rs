//! The threads around `tiny_http`: who takes requests, who answers them, and who replaces a server that has died.

use std::io::{Error, ErrorKind, Result};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::{Request, Server};

use super::gate::Gate;
use super::listener::within;
use super::local::Names;
use super::{Answer, Asked, Method, Status, Streams};
use crate::io::Failure;

/// What is done about a request.
#[derive(Debug)]
pub enum Reply {
    /// It is answered.
    Answer(Answer),
    /// It stays open for events.
    Stream,
}

/// A server that runs in threads of its own, until the process ends.
#[derive(Clone)]
pub struct Front {
    shared: Arc<Shared>,
}

struct Shared {
    names: Names,
    answer: Box<dyn Fn(&Asked) -> Reply + Send + Sync>,
    streams: Arc<Streams>,
    /// The server at work; another one takes its place when it has died.
    server: Mutex<Arc<Server>>,
}

/// How often tabs that have gone are looked for.
const PING: Duration = Duration::from_secs(10);
/// Until a server is tried again that could not be had.
const PAUSE: Duration = Duration::from_millis(20);

impl Front {
    /// Starts to answer. `host` is the name that is listened on.
    ///
    /// # Errors
    /// Where the machine gives no thread or no socket.
    pub fn start(
        (listener, host): (TcpListener, &str),
        streams: Arc<Streams>,
        answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> std::result::Result<Self, Failure> {
        hush();
        let failed = |error: Error| Failure::of("listen on", Path::new(host))(error);
        let server = server().map_err(failed)?;
        let shared = Shared {
            names: Names::of(host),
            answer: Box::new(answer),
            streams,
            server: Mutex::new(Arc::clone(&server)),
        };
        let front = Self { shared: Arc::new(shared) };
        let (taking, pinging) = (front.clone(), front.clone());
        thread::Builder::new().spawn(move || taking.take(server)).map_err(failed)?;
        thread::Builder::new().spawn(move || pinging.ping()).map_err(failed)?;
        Gate::open(listener, front.clone()).map_err(failed)?;
        Ok(front)
    }

    /// Whether other machines can reach it.
    pub fn is_everywhere(&self) -> bool {
        self.shared.names.is_everywhere()
    }

    /// A connection to the server.
    ///
    /// # Errors
    /// Where there is none at this moment; one that has died is replaced.
    pub(super) fn connect(&self) -> Result<TcpStream> {
        let server = Arc::clone(&self.shared.server.lock().unwrap_or_else(PoisonError::into_inner));
        let at = server.server_addr().to_ip().ok_or(ErrorKind::AddrNotAvailable)?;
        let stream = TcpStream::connect(at).inspect_err(|error| {
            // Its listener has died with the thread that accepted.
            if error.kind() == ErrorKind::ConnectionRefused {
                server.unblock();
            }
        })?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    /// Takes requests for ever, from one server after the other.
    fn take(&self, mut server: Arc<Server>) {
        loop {
            while let Ok(request) = server.recv() {
                let front = self.clone();
                // An answer to a slow client must hold up nobody else. A request that gets no thread is answered by its end.
                let _ = thread::Builder::new().spawn(move || front.handle(request));
            }
            server = next_server();
            *self.shared.server.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&server);
        }
    }

    fn handle(&self, request: Request) {
        let asked = Asked::of(&request);
        let reply = self.reply(&asked);
        let mut writer = request.into_writer();
        match reply {
            // A client that has gone needs no answer.
            Reply::Answer(answer) => drop(answer.write(asked.method, &mut writer)),
            Reply::Stream => self.shared.streams.join(writer),
        }
    }

    fn reply(&self, asked: &Asked) -> Reply {
        if !self.shared.names.hold(asked.host.as_deref()) {
            return Reply::Answer(Answer::words(Status::Refused, "this name is not that of the preview"));
        }
        if asked.method == Method::Other {
            return Reply::Answer(Answer::words(Status::NotAllowed, "a preview is only looked at"));
        }
        let answered = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (self.shared.answer)(asked)));
        answered.unwrap_or_else(|_| Reply::Answer(Answer::words(Status::Failed, "this page made the program fail")))
    }

    fn ping(&self) {
        loop {
            thread::sleep(PING);
            self.shared.streams.ping();
        }
    }
}

/// A server on a port of its own, which nobody is told.
fn server() -> Result<Arc<Server>> {
    Server::from_listener(within()?, None).map(Arc::new).map_err(Error::other)
}

fn next_server() -> Arc<Server> {
    loop {
        match server() {
            Ok(server) => return server,
            Err(_) => thread::sleep(PAUSE),
        }
    }
}

/// A server that panics in a thread of its own, where it has no file descriptor left for what it accepts, is replaced, and
/// nobody has to read about it.
fn hush() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| match panic.location().map(std::panic::Location::file) {
        Some(file) if file.contains("tiny_http") => {}
        Some(_) | None => tell(panic),
    }));
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use super::super::listener::within;
    use super::{Answer, Front, Gate, Names, Reply, Server, Shared, Status, Streams, server};

    /// A server that ends as soon as it accepts: nobody comes, and it does not wait.
    fn dead() -> Arc<Server> {
        let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
        listener.set_nonblocking(true).expect("a socket takes a mode");
        Arc::new(Server::from_listener(listener, None).expect("it has an address"))
    }

    /// Asks a server through the gate, and has the request answered by whoever comes then.
    #[track_caller]
    fn check(first: Arc<Server>, next: Arc<Server>) {
        let shared = Shared {
            names: Names::of("localhost"),
            answer: Box::new(|_| Reply::Answer(Answer::words(Status::Fine, "here"))),
            streams: Arc::new(Streams::default()),
            server: Mutex::new(first),
        };
        let front = Front { shared: Arc::new(shared) };
        let listener = within().expect("some port is free");
        let mut client = TcpStream::connect(listener.local_addr().expect("it has an address")).expect("it listens");
        Gate::open(listener, front.clone()).expect("there is a thread");
        client.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("it listens");
        // Time to ask in vain; nothing fails because it was too short.
        std::thread::sleep(Duration::from_millis(100));
        *front.shared.server.lock().expect("nobody panics") = Arc::clone(&next);
        std::thread::spawn(move || front.take(next));
        let mut answer = String::new();
        client.read_to_string(&mut answer).expect("it answers");
        assert!(answer.ends_with("\r\n\r\nhere\n"), "{answer}");
    }

    #[test]
    fn who_asks_a_dead_server_is_answered_by_the_next() {
        check(dead(), dead());
    }

    #[test]
    fn who_asked_a_server_before_it_died_is_answered_by_the_next() {
        check(server().expect("some port is free"), dead());
    }
}
