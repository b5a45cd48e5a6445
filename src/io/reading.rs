//! One file → its text.

use std::hash::Hasher;
use std::io::Read;
use std::path::Path;

use super::Failure;
use crate::text::Mixing;

/// Bytes that are looked at together.
const PIECE: usize = 1 << 18;

/// What a file holds, decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Text {
    /// UTF-8, without its byte order mark.
    Whole(String),
    /// Not UTF-8: the text before the first wrong byte, that byte, and its offset in the file.
    Broken { before: String, byte: u8, offset: usize },
    /// Larger than a place in a text can say.
    TooLarge,
}

/// Reads a file.
///
/// # Errors
/// Where the machine cannot.
pub fn text(file: &Path) -> Result<Text, Failure> {
    let size = std::fs::metadata(file).map_err(Failure::of("read", file))?.len();
    if size >= u64::from(u32::MAX) {
        return Ok(Text::TooLarge);
    }
    let bytes = std::fs::read(file).map_err(Failure::of("read", file))?;
    Ok(decode(bytes))
}

/// A word for the bytes of a file, another one as soon as one of them changes; `None` where it cannot be read.
pub fn print_of(file: &Path) -> Option<String> {
    let mut file = std::fs::File::open(file).ok()?;
    let mut print = Mixing::default();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).ok()? {
            0 => return Some(format!("{:016x}", print.finish())),
            read => print.write(&piece[..read]),
        }
    }
}

fn decode(bytes: Vec<u8>) -> Text {
    match String::from_utf8(bytes) {
        Ok(text) => match text.strip_prefix('\u{feff}') {
            Some(rest) => Text::Whole(rest.to_owned()),
            None => Text::Whole(text),
        },
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let before = String::from_utf8_lossy(&bytes[..offset]).trim_start_matches('\u{feff}').to_owned();
            Text::Broken { before, byte: bytes[offset], offset }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, decode};

    #[test]
    fn bytes_become_text() {
        let cases: [(&[u8], Text); 5] = [
            (b"words", Text::Whole("words".to_owned())),
            (b"\xef\xbb\xbfwords\r\n", Text::Whole("words\r\n".to_owned())),
            (b"", Text::Whole(String::new())),
            (b"caf\xe9 au lait", Text::Broken { before: "caf".to_owned(), byte: 0xe9, offset: 3 }),
            (b"\xff\xfea\0", Text::Broken { before: String::new(), byte: 0xff, offset: 0 }),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(bytes.to_vec()), expected, "{bytes:?}");
        }
    }
}
