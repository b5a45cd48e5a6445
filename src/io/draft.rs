//! One file of a build, written piece by piece, so that a large one is never in memory as a whole. As long as the pieces
//! are what stands there already, nothing is written.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;

use super::{Failure, Publisher};

/// Bytes that are compared or written at once.
const PIECE: usize = 1 << 17;

/// A file that is being written; without [`Draft::finish`] it never appears.
#[derive(Debug)]
pub struct Draft<'a> {
    publisher: &'a Publisher,
    path: String,
    state: State,
    pending: Vec<u8>,
}

#[derive(Debug)]
enum State {
    /// What was given so far, this many bytes, is what the file that stands begins with.
    Same(File, u64),
    /// It goes into a staged file.
    New(File),
}

impl<'a> Draft<'a> {
    pub(super) fn new(publisher: &'a Publisher, path: &str) -> Result<Self, Failure> {
        let old = publisher.old(path).and_then(|file| File::open(file).ok());
        let state = match old {
            Some(old) => State::Same(old, 0),
            None => State::New(publisher.create(path)?),
        };
        Ok(Self { publisher, path: path.to_owned(), state, pending: Vec::with_capacity(PIECE + PIECE / 8) })
    }

    /// Nothing more is to come.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn finish(mut self) -> Result<(), Failure> {
        self.end().map_err(Failure::of("write", Path::new(&self.path)))?;
        if let State::New(_) = self.state {
            self.publisher.staged(&self.path);
        }
        Ok(())
    }

    fn end(&mut self) -> std::io::Result<()> {
        self.pass()?;
        match &self.state {
            State::Same(old, length) if old.metadata()?.len() != *length => self.depart(),
            State::Same(..) | State::New(_) => Ok(()),
        }
    }

    /// Compares or writes what is pending.
    fn pass(&mut self) -> std::io::Result<()> {
        if let State::Same(old, length) = &mut self.state {
            let mut there = Vec::with_capacity(self.pending.len());
            old.take(self.pending.len() as u64).read_to_end(&mut there)?;
            if there == self.pending {
                *length += self.pending.len() as u64;
                self.pending.clear();
                return Ok(());
            }
            self.depart()?;
        }
        if let State::New(new) = &mut self.state {
            new.write_all(&self.pending)?;
            self.pending.clear();
        }
        Ok(())
    }

    /// Goes over to a new file, which begins with what was the same.
    fn depart(&mut self) -> std::io::Result<()> {
        if let State::Same(old, length) = &mut self.state {
            let mut new = self.publisher.create(&self.path).map_err(|failure| std::io::Error::other(failure.reason))?;
            old.rewind()?;
            std::io::copy(&mut old.take(*length), &mut new)?;
            self.state = State::New(new);
        }
        Ok(())
    }
}

impl Write for Draft<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.pending.extend_from_slice(bytes);
        if self.pending.len() < PIECE { Ok(()) } else { self.pass() }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::path::Path;

    use super::PIECE;
    use crate::io::{Plan, Published, Publisher};

    fn publish(out: &Path, bytes: &[u8]) -> Published {
        let plan = Plan::new(["a/large".to_owned()]).expect("one path does not meet itself");
        let publisher = Publisher::open(out, plan).expect("the folder can be written");
        let mut draft = publisher.draft("a/large").expect("the folder can be written");
        for piece in bytes.chunks(1000) {
            draft.write_all(piece).expect("the folder can be written");
        }
        draft.finish().and_then(|()| publisher.finish()).expect("the folder can be written")
    }

    #[test]
    fn a_file_is_written_where_anything_in_it_is_new() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let first: Vec<u8> = (0..PIECE * 5 / 2).map(|at| (at % 251) as u8).collect();
        let mut other_end = first.clone();
        other_end[PIECE * 9 / 4] ^= 1;
        let longer = [&other_end[..], b"more"].concat();
        let shorter = other_end[..PIECE * 2].to_vec();
        for bytes in [first, other_end, longer, shorter, Vec::new(), b"one".to_vec()] {
            assert_eq!(publish(out.path(), &bytes), Published { written: 1, unchanged: 0, removed: 0 });
            assert!(std::fs::read(out.path().join("a/large")).expect("it stands") == bytes);
            assert_eq!(publish(out.path(), &bytes), Published { written: 0, unchanged: 1, removed: 0 });
        }
    }
}
