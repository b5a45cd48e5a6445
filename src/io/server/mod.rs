//! Requests in, answers out, and streams that stay open. The only module that knows `tiny_http`.
//!
//! In go a listener and a function from what is [`Asked`] to a [`Reply`]; out come answers, each written whole and at
//! once. Knows HTTP as far as a preview needs it and what goes wrong on a socket; refuses to know what is served.
//!
//! Clients speak to the [`gate`], and the gate to `tiny_http`, which listens on a port of this machine that nobody is told.
//! `tiny_http` 0.12 has traps, each with its cure here and a test that fails without it:
//!
//! | trap | cure |
//! |---|---|
//! | it waits for ever for a client that says nothing, with a thread and two file descriptors for each | [`gate`]: it gets whole requests only |
//! | it keeps all that a client says before an empty line | [`head`]: 64 KiB and no more |
//! | its pool of threads forgets connections that come in a burst until another one ends, and browsers hang | [`gate`]: one request to a connection, so that each ends at once |
//! | it reserves as much memory as a client says that its body has, and waits for small bodies | [`head`]: what speaks of a body is not passed on |
//! | a request of HTTP/2 or 3 holds a thread for ever, and a letter beyond ASCII ends its connection unanswered | [`head`]: only HTTP/1 is passed on, and only the headers that are read |
//! | an answer in several small packets waits 40 ms for the other side (Nagle, delayed acknowledgement) | [`listener`] without delay, [`answer`] in one write |
//! | it stops accepting for good when file descriptors run out | [`gate`] lets nobody in for whom there are none; [`front`] replaces a server that has died, and the gate asks again |

mod address;
mod answer;
mod asked;
mod front;
mod gate;
mod head;
mod listener;
mod local;
mod streams;

pub use address::{Address, encoded};
pub use answer::{Answer, Status};
pub use asked::{Asked, Method};
pub use front::{Front, Reply};
pub use listener::{Port, listen};
pub use streams::Streams;
