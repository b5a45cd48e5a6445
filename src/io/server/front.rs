//! The threads around `tiny_http`: who takes requests, who answers them, who knocks, and who replaces a server that has
//! stopped to accept.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tiny_http::{Request, Server};

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
    listener: TcpListener,
    names: Names,
    answer: Box<dyn Fn(&Asked) -> Reply + Send + Sync>,
    streams: Arc<Streams>,
    /// The server at work; another one takes its place when it has died.
    server: Mutex<Option<Arc<Server>>>,
    /// Requests that are being answered.
    running: AtomicUsize,
    /// When the last request came, in milliseconds from `started`.
    last: AtomicU64,
    started: Instant,
    dead: AtomicBool,
}

/// Answers that are written at the same time.
const MOST: usize = 256;
/// As long as requests come, and a while longer, the server is knocked at so often that nobody waits for long.
const BUSY: Duration = Duration::from_secs(3);
const KNOCK: Duration = Duration::from_millis(50);
/// The server is asked whether it lives; also, this is less than a listener may be silent.
const ALIVE: Duration = Duration::from_secs(2);
const PING: Duration = Duration::from_secs(10);
/// How long an answer to that may take, and how many may fail to come.
const DOUBT: Duration = Duration::from_millis(1500);
const DOUBTS: u32 = 2;
/// The address that is asked for it.
const PULSE: &str = "/__ladder/pulse";

impl Front {
    /// Starts to answer. `host` is the name that is listened on.
    ///
    /// # Errors
    /// Where the machine gives no thread or no socket.
    pub fn start(
        (listener, host): (TcpListener, &str),
        streams: Arc<Streams>,
        answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> Result<Self, Failure> {
        hush();
        let shared = Shared {
            listener,
            names: Names::of(host),
            answer: Box::new(answer),
            streams,
            server: Mutex::new(None),
            running: AtomicUsize::new(0),
            last: AtomicU64::new(0),
            started: Instant::now(),
            dead: AtomicBool::new(false),
        };
        let front = Self { shared: Arc::new(shared) };
        front.renew().map_err(|reason| Failure::new("listen on", std::path::Path::new(host), reason))?;
        let knocking = front.clone();
        std::thread::spawn(move || knocking.knock());
        Ok(front)
    }

    /// Whether other machines can reach it.
    pub fn is_everywhere(&self) -> bool {
        self.shared.names.is_everywhere()
    }

    /// Puts a new server into the place of the one that may be there.
    fn renew(&self) -> Result<(), String> {
        let listener = self.shared.listener.try_clone().map_err(|error| error.to_string())?;
        let server = Server::from_listener(listener, None).map_err(|error| error.to_string())?;
        let server = Arc::new(server);
        let old = self.shared.server.lock().unwrap_or_else(PoisonError::into_inner).replace(Arc::clone(&server));
        if let Some(old) = old {
            old.unblock();
        }
        let front = self.clone();
        std::thread::Builder::new().spawn(move || front.take(&server)).map_err(|error| error.to_string())?;
        Ok(())
    }

    /// Takes requests until the server dies or is replaced.
    fn take(&self, server: &Arc<Server>) {
        while let Ok(request) = server.recv() {
            let now = self.shared.started.elapsed().as_millis();
            if request.url() != PULSE {
                self.shared.last.store(u64::try_from(now).unwrap_or(u64::MAX), Ordering::Relaxed);
            }
            if is_a_trap(&request) {
                std::mem::forget(request);
                continue;
            }
            let front = self.clone();
            // An answer to a slow client must hold up nobody else.
            if self.shared.running.fetch_add(1, Ordering::Relaxed) < MOST {
                let thread = std::thread::Builder::new().spawn(move || front.handle(request));
                if thread.is_ok() {
                    continue;
                }
            } else {
                refuse(request);
            }
            self.shared.running.fetch_sub(1, Ordering::Relaxed);
        }
        let current = self.shared.server.lock().unwrap_or_else(PoisonError::into_inner);
        if current.as_ref().is_some_and(|current| Arc::ptr_eq(current, server)) {
            self.shared.dead.store(true, Ordering::Relaxed);
        }
    }

    fn handle(&self, request: Request) {
        let asked = Asked::of(&request);
        let reply = self.reply(&asked, request.url());
        let mut writer = request.into_writer();
        match reply {
            // A client that has gone needs no answer.
            Reply::Answer(answer) => drop(answer.write(asked.method, &mut writer)),
            Reply::Stream => self.shared.streams.join(writer),
        }
        self.shared.running.fetch_sub(1, Ordering::Relaxed);
    }

    fn reply(&self, asked: &Asked, url: &str) -> Reply {
        if !self.shared.names.hold(asked.host.as_deref()) {
            return Reply::Answer(Answer::words(Status::Refused, "this name is not that of the preview"));
        }
        if asked.method == Method::Other {
            return Reply::Answer(Answer::words(Status::NotAllowed, "a preview is only looked at"));
        }
        if url == PULSE {
            return Reply::Answer(Answer::words(Status::Fine, "alive"));
        }
        let answered = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (self.shared.answer)(asked)));
        answered.unwrap_or_else(|_| Reply::Answer(Answer::words(Status::Failed, "this page made the program fail")))
    }

    /// Knocks for ever: often while there are requests, else often enough to know that the server lives.
    fn knock(&self) {
        let at = self.own_address();
        let (mut asked, mut pinged, mut doubts) = (Instant::now(), Instant::now(), 0);
        loop {
            std::thread::sleep(KNOCK);
            let panicked = PANICKED.swap(false, Ordering::Relaxed);
            if panicked || doubts >= DOUBTS || self.shared.dead.load(Ordering::Relaxed) {
                let renewed = self.renew().is_ok();
                self.shared.dead.store(!renewed, Ordering::Relaxed);
                doubts = 0;
                continue;
            }
            if self.is_busy() {
                let _ = TcpStream::connect_timeout(&at, DOUBT);
            }
            if doubts > 0 || asked.elapsed() >= ALIVE {
                doubts = if is_silent(at) { doubts + 1 } else { 0 };
                asked = Instant::now();
            }
            if pinged.elapsed() >= PING {
                self.shared.streams.ping();
                pinged = Instant::now();
            }
        }
    }

    fn is_busy(&self) -> bool {
        let last = Duration::from_millis(self.shared.last.load(Ordering::Relaxed));
        self.shared.started.elapsed().saturating_sub(last) < BUSY
    }

    /// Where it can be reached from here.
    fn own_address(&self) -> SocketAddr {
        let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let at = self.shared.listener.local_addr().unwrap_or(any);
        let ip = match at.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
            ip => ip,
        };
        SocketAddr::new(ip, at.port())
    }
}

/// Whether a server takes a connection and then says nothing. One that cannot even be connected to may only lack file
/// descriptors for the moment.
fn is_silent(at: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect_timeout(&at, DOUBT) else { return false };
    let request = format!("GET {PULSE} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let _ = stream.set_read_timeout(Some(DOUBT));
    let sent = stream.write_all(request.as_bytes());
    sent.is_err() || !matches!(stream.read(&mut [0]), Ok(1))
}

/// Whoever drops a request with a body has `tiny_http` reserve as many bytes as the client says are still to come, and
/// the process ends where the machine has not so many. Such a request is never dropped; its client gets no answer.
fn is_a_trap(request: &Request) -> bool {
    const MOST: usize = 256 << 20;
    request.body_length().is_some_and(|length| length > MOST)
}

fn refuse(request: Request) {
    let answer = Answer::words(Status::Busy, "too many requests at once");
    let _ = answer.write(Method::Get, &mut request.into_writer());
}

/// Set by a server that has panicked.
static PANICKED: AtomicBool = AtomicBool::new(false);

/// Where a server duplicates the socket that it has accepted, and panics where it has no file descriptor left.
const ACCEPTING: &str = "refined_tcp_stream";

/// A server that panics in a thread of its own is replaced at once, and nobody has to read about it.
fn hush() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| match panic.location().map(std::panic::Location::file) {
        Some(file) if file.contains(ACCEPTING) => PANICKED.store(true, Ordering::Relaxed),
        Some(file) if file.contains("tiny_http") => {}
        Some(_) | None => tell(panic),
    }));
}
