//! The same work on many things, on all cores. In go things and what is to be done with one; out come the results, in the
//! order of the things, so that nobody can tell how many cores there were.

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// What `work` makes of each item, in their order.
pub fn map<I: IntoParallelIterator, R: Send>(items: I, work: impl Fn(I::Item) -> R + Sync + Send) -> Vec<R> {
    items.into_par_iter().map(work).collect()
}

/// The results of two pieces of work.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

/// The result of work that nobody waits for: it has one core, and takes no turn of work on all of them.
pub fn aside<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    match ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
