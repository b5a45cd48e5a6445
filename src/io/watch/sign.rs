//! What the system tells about a file, as one of few signs.

use std::path::PathBuf;

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind, RenameMode};
use notify::{Event, EventKind};

use super::noise::is_noise;

/// What happened to a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// It was closed after writing, or renamed into place: it is whole.
    Whole,
    /// It is being written, or nothing says that it is not; or it is gone, and may be about to come back.
    Unsure,
}

/// The paths that an event is about, and what it says of each. Something that was not told at all is everything: it
/// stands as the empty path.
pub fn signs(event: notify::Result<Event>) -> Vec<(PathBuf, Sign)> {
    let everything = || vec![(PathBuf::new(), Sign::Unsure)];
    let Ok(event) = event else { return everything() };
    if event.need_rescan() {
        return everything();
    }
    if event.kind == EventKind::Modify(ModifyKind::Name(RenameMode::Both)) {
        return renamed(event.paths);
    }
    let Some(sign) = sign(event.kind) else { return Vec::new() };
    event.paths.into_iter().filter(|path| !is_noise(path)).map(|path| (path, sign)).collect()
}

/// From one name to another. What got its name from a file of another name is whole, and that file is not coming back;
/// but an editor that sets a file aside as a backup is about to write it anew.
fn renamed(mut paths: Vec<PathBuf>) -> Vec<(PathBuf, Sign)> {
    let Some(to) = paths.pop() else { return Vec::new() };
    let sign = if is_noise(&to) { Sign::Unsure } else { Sign::Whole };
    let from = paths.into_iter().map(|from| (from, sign));
    from.chain([(to, Sign::Whole)]).filter(|(path, _)| !is_noise(path)).collect()
}

fn sign(kind: EventKind) -> Option<Sign> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Sign::Whole),
        // Reads: what this program does itself.
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Some(Sign::Whole),
        // A watcher that polls tells a newer time of writing; other facts of a file (its links, who may read it) are no
        // words.
        EventKind::Modify(ModifyKind::Metadata(kind)) => (kind == MetadataKind::WriteTime).then_some(Sign::Unsure),
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => {
            Some(Sign::Unsure)
        }
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, DataChange, Flag, ModifyKind, RenameMode};
    use notify::{Event, EventKind};

    use super::{Sign, signs};

    fn told(kind: EventKind, paths: &[&str]) -> Vec<(String, Sign)> {
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(path.into()));
        signs(Ok(event)).into_iter().map(|(path, sign)| (path.to_string_lossy().into_owned(), sign)).collect()
    }

    #[test]
    fn reads_are_no_changes() {
        for kind in [AccessKind::Open(AccessMode::Any), AccessKind::Close(AccessMode::Read), AccessKind::Any] {
            assert!(told(EventKind::Access(kind), &["a.md"]).is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn some_signs_say_that_a_file_is_whole() {
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(told(closed, &["a.md"]), [("a.md".to_owned(), Sign::Whole)]);
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let expected = [("tmp123".to_owned(), Sign::Whole), ("b.md".to_owned(), Sign::Whole)];
        assert_eq!(told(renamed, &["tmp123", "b.md"]), expected);
        assert_eq!(told(renamed, &["b.md.tmp", "b.md"]), expected[1..]);
        assert_eq!(told(renamed, &["b.md", "b.md~"]), [("b.md".to_owned(), Sign::Unsure)]);
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(told(written, &["a.md"]), [("a.md".to_owned(), Sign::Unsure)]);
        assert!(told(written, &[".a.md.swp"]).is_empty());
    }

    #[test]
    fn what_was_lost_is_everything() {
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(signs(Ok(lost)).len(), 1);
        assert_eq!(signs(Err(notify::Error::generic("lost"))).len(), 1);
    }
}
