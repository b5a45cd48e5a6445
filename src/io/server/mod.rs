//! Requests in, answers out, and streams that stay open. The only module that knows `tiny_http`.
//!
//! In go a listener and a function from what is [`Asked`] to a [`Reply`]; out come answers, each written whole and at
//! once. Knows HTTP as far as a preview needs it and what goes wrong on a socket; refuses to know what is served.
//!
//! `tiny_http` 0.12 has traps, each with its cure here and a test in `tests/serve` that fails without it:
//!
//! | trap | cure |
//! |---|---|
//! | its pool of threads forgets connections that come in a burst, and browsers hang | [`front`]: one request to a connection, and a kick that makes the pool take its queue |
//! | an answer in several small packets waits 44 ms for the other side (Nagle, delayed acknowledgement) | [`listener`] without delay, [`answer`] in one write |
//! | it waits for ever for a client that says nothing | [`listener`] with time limits that every connection inherits |
//! | it reserves as much memory as a client says that its body has | [`front`]: such a request is let go of, undropped |
//! | it stops accepting for good when file descriptors run out | [`front`]: one that gives no answer is replaced |

mod address;
mod answer;
mod asked;
mod front;
mod listener;
mod local;
mod streams;

pub use address::{Address, encoded};
pub use answer::{Answer, Status};
pub use asked::{Asked, Method};
pub use front::{Front, Reply};
pub use listener::{Port, listen};
pub use streams::Streams;
