//! Who may come in. `tiny_http` waits as long as a client likes, and keeps all that it says meanwhile; so no client speaks
//! to it. The gate takes connections, waits until a request is whole ([`head`](super::head)), asks for its answer on a
//! connection of its own, and passes that back.
//!
//! What waits is bounded, in number, in time and in length: whoever has waited longest makes room for who comes. Knows
//! sockets; refuses to know what is asked for.

use std::collections::VecDeque;
use std::io::{ErrorKind, Read, Result, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::head::Head;
use super::{Answer, Front, Method, Status};

/// Stands before a server.
pub struct Gate {
    listener: TcpListener,
    front: Front,
    crowd: Mutex<Crowd>,
}

/// Everyone who has come in and not yet gone.
#[derive(Default)]
struct Crowd {
    /// Those who have not said what they want, and those who have their answer and do not hang up; whoever waits longest
    /// stands first.
    waiting: VecDeque<Arc<TcpStream>>,
    /// How many are being answered; open tabs are among them.
    inside: usize,
}

/// Connections at once. A browser opens six, however many tabs it has.
const MOST: usize = 256;
/// How long a client may take to say what it wants.
const SPEECH: Duration = Duration::from_secs(10);
/// How long a client may take nothing of what is sent to it.
const DEAFNESS: Duration = Duration::from_secs(2);
/// How long a client has to hang up. Before that, what it goes on saying is passed over: whoever closes a connection with
/// words unheard takes back the answer that was sent.
const FAREWELL: Duration = Duration::from_secs(1);
/// File descriptors that must be left when somebody is let in: answering one client takes three.
const SPARE: usize = 8;
/// Until those who are sent away have gone, and until a server that died is replaced.
const PAUSE: Duration = Duration::from_millis(10);
/// How long a server is looked for.
const PATIENCE: Duration = Duration::from_secs(20);
/// What is passed on at once.
const PIECE: usize = 16 * 1024;

impl Gate {
    /// Lets clients in from now on, until the process ends.
    ///
    /// # Errors
    /// Where the machine gives no thread.
    pub fn open(listener: TcpListener, front: Front) -> Result<()> {
        let gate = Arc::new(Self { listener, front, crowd: Mutex::default() });
        thread::Builder::new().name("gate".to_owned()).spawn(move || {
            loop {
                gate.admit();
            }
        })?;
        Ok(())
    }

    fn admit(self: &Arc<Self>) {
        let client = self.listener.accept();
        if client.is_err() || !self.has_room() {
            self.thin_out();
        }
        if let Ok((client, _)) = client {
            self.receive(Arc::new(client));
        }
    }

    /// Whether the machine has what it takes to answer somebody. Without, the server would die of it.
    fn has_room(&self) -> bool {
        let spare: Result<Vec<TcpListener>> = (0..SPARE).map(|_| self.listener.try_clone()).collect();
        spare.is_ok()
    }

    /// Sends half of those away who wait, the first first.
    fn thin_out(&self) {
        let mut crowd = self.crowd();
        let half = crowd.waiting.len().div_ceil(2);
        crowd.waiting.drain(..half).for_each(|client| send_away(&client));
        drop(crowd);
        thread::sleep(PAUSE);
    }

    fn receive(self: &Arc<Self>, client: Arc<TcpStream>) {
        if !self.crowd().takes_in(&client) {
            return say(&client, &Answer::words(Status::Busy, "too many requests at once"));
        }
        let (gate, own) = (Arc::clone(self), Arc::clone(&client));
        if thread::Builder::new().name("client".to_owned()).spawn(move || gate.attend(&own)).is_err() {
            self.crowd().is_called(&client);
        }
    }

    /// Hears a client, and has it answered.
    fn attend(&self, client: &Arc<TcpStream>) {
        let heard = heard(client);
        let mut crowd = self.crowd();
        if !crowd.is_called(client) {
            return;
        }
        // Who said nothing is owed nothing.
        let Ok(heard) = heard else { return };
        crowd.inside += 1;
        drop(crowd);
        match heard {
            Ok(request) => self.pass(&request, client),
            Err(answer) => say(client, &answer),
        }
        let mut crowd = self.crowd();
        crowd.inside -= 1;
        crowd.waiting.push_back(Arc::clone(client));
        drop(crowd);
        part(client);
        self.crowd().is_called(client);
    }

    /// Has a request answered, by another server where one died of it.
    fn pass(&self, request: &[u8], client: &TcpStream) {
        let until = Instant::now() + PATIENCE;
        while !self.answer(request, client).is_ok_and(|passed| passed > 0) {
            if Instant::now() > until {
                return say(client, &Answer::words(Status::Busy, "the preview cannot answer now"));
            }
            if self.has_room() { thread::sleep(PAUSE) } else { self.thin_out() }
        }
    }

    /// Passes an answer on as it comes, and tells how much came.
    fn answer(&self, request: &[u8], mut client: &TcpStream) -> Result<usize> {
        let mut server = self.front.connect()?;
        server.write_all(request)?;
        let (mut piece, mut passed) = ([0; PIECE], 0);
        loop {
            match server.read(&mut piece) {
                Ok(0) | Err(_) => return Ok(passed),
                Ok(read) if passed == 0 && is_its_own(&piece[..read]) => return Ok(0),
                Ok(read) => {
                    passed += read;
                    if client.write_all(&piece[..read]).is_err() {
                        return Ok(passed);
                    }
                }
            }
        }
    }

    fn crowd(&self) -> MutexGuard<'_, Crowd> {
        self.crowd.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Crowd {
    /// Whether there is room for a client, which then waits.
    fn takes_in(&mut self, client: &Arc<TcpStream>) -> bool {
        if self.waiting.len() + self.inside >= MOST {
            match self.waiting.pop_front() {
                Some(first) => send_away(&first),
                None => return false,
            }
        }
        self.waiting.push_back(Arc::clone(client));
        true
    }

    /// Whether a client still waits; it does no longer.
    fn is_called(&mut self, client: &Arc<TcpStream>) -> bool {
        let at = self.waiting.iter().position(|other| Arc::ptr_eq(other, client));
        at.and_then(|at| self.waiting.remove(at)).is_some()
    }
}

/// What a client asks, or the answer to what it should not have said.
///
/// # Errors
/// Where it falls silent, or says too little in the time it has.
fn heard(mut client: &TcpStream) -> Result<std::result::Result<Vec<u8>, Answer>> {
    client.set_nodelay(true)?;
    client.set_write_timeout(Some(DEAFNESS))?;
    let until = Instant::now() + SPEECH;
    let (mut head, mut piece) = (Head::default(), [0; PIECE]);
    loop {
        let said = read_until(&mut client, &mut piece, until)?;
        match head.hear(&piece[..said]) {
            Ok(None) => {}
            Ok(Some(request)) => return Ok(Ok(request)),
            Err(answer) => return Ok(Err(answer)),
        }
    }
}

/// Reads at least a byte.
fn read_until(client: &mut &TcpStream, piece: &mut [u8], until: Instant) -> Result<usize> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(ErrorKind::TimedOut.into());
    }
    client.set_read_timeout(Some(left))?;
    match client.read(piece)? {
        0 => Err(ErrorKind::UnexpectedEof.into()),
        read => Ok(read),
    }
}

/// Whether an answer is none of ours: `tiny_http` says so of a request that it had taken when it died.
fn is_its_own(answer: &[u8]) -> bool {
    String::from_utf8_lossy(answer).lines().nth(1).is_some_and(|line| line.starts_with("Server:"))
}

/// An answer of the gate itself. Who does not take it has gone.
fn say(mut client: &TcpStream, answer: &Answer) {
    drop(answer.write(Method::Get, &mut client));
}

fn part(mut client: &TcpStream) {
    let _ = client.shutdown(Shutdown::Write);
    let (until, mut piece) = (Instant::now() + FAREWELL, [0; PIECE]);
    while read_until(&mut client, &mut piece, until).is_ok() {}
}

/// Ends a connection on which another thread waits; that thread closes it.
fn send_away(client: &TcpStream) {
    let _ = client.shutdown(Shutdown::Both);
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::net::TcpStream;
    use std::sync::Arc;

    use super::super::listener::within;
    use super::{Crowd, MOST};

    #[test]
    fn who_waited_longest_makes_room() {
        let listener = within().expect("some port is free");
        let at = listener.local_addr().expect("it has an address");
        let come = || {
            let client = TcpStream::connect(at).expect("it listens");
            (client, Arc::new(listener.accept().expect("somebody came").0))
        };
        let mut crowd = Crowd { inside: MOST - 2, ..Crowd::default() };
        let [(mut first, one), (mut second, two), (_third, three)] = [come(), come(), come()];
        assert!(crowd.takes_in(&one) && crowd.takes_in(&two) && crowd.takes_in(&three));
        assert_eq!(first.read(&mut [0]).expect("it was ended"), 0);
        second.set_nonblocking(true).expect("a socket takes a mode");
        assert!(second.read(&mut [0]).is_err(), "it goes on");
        assert!(!crowd.is_called(&one) && crowd.is_called(&two) && crowd.is_called(&three));
        crowd.inside = MOST;
        assert!(!crowd.takes_in(&one));
    }
}
