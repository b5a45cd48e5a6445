//! Data as JSON on one line, byte for byte what `serde_json` writes, and three times as fast: most of a site's data are
//! names and short words, and `serde_json` looks at every byte of them one after the other, names of fields included. What
//! is not common here (signs that are escaped, fractions) is still its work.

use std::fmt::{self, Display, Formatter};
use std::io::Write;

use serde::ser::{self, Serialize, Serializer};

/// Writes a value.
///
/// # Errors
/// Where it cannot be written.
pub fn write(value: &impl Serialize, out: &mut impl Write) -> std::io::Result<()> {
    value.serialize(Line { out }).map_err(|Fault(error)| error)
}

type Result<T> = std::result::Result<T, Fault>;

/// Why something cannot be written.
#[derive(Debug)]
struct Fault(std::io::Error);

/// Where the next value is written.
struct Line<'o, W> {
    out: &'o mut W,
}

/// A list or an object whose entries come one by one.
struct Entries<'o, W> {
    out: &'o mut W,
    is_first: bool,
    end: &'static [u8],
}

fn put(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes).map_err(Fault)
}

impl ser::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Self(std::io::Error::other(message.to_string()))
    }
}

impl std::error::Error for Fault {}

impl Display for Fault {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// Whether a text is written as it stands. No loop ends early: that makes them fast.
fn is_plain(text: &[u8]) -> bool {
    let is_escaped = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    let (blocks, rest) = text.as_chunks::<16>();
    let in_blocks = blocks
        .iter()
        .fold(false, |found, block| found | block.iter().fold(false, |found, byte| found | is_escaped(*byte)));
    !(in_blocks || rest.iter().any(|byte| is_escaped(*byte)))
}

impl<'o, W: Write> Line<'o, W> {
    fn rare(self, value: impl Serialize) -> Result<()> {
        serde_json::to_writer(self.out, &value).map_err(|error| Fault(error.into()))
    }

    fn entries(self, start: &[u8], end: &'static [u8]) -> Result<Entries<'o, W>> {
        put(self.out, start)?;
        Ok(Entries { out: self.out, is_first: true, end })
    }

    /// The one field of an object that is named after a variant.
    fn variant(self, variant: &'static str, start: &str, end: &'static [u8]) -> Result<Entries<'o, W>> {
        self.entries(["{\"", variant, "\":", start].concat().as_bytes(), end)
    }
}

impl<W: Write> Entries<'_, W> {
    fn next(&mut self, value: &(impl Serialize + ?Sized)) -> Result<()> {
        if !std::mem::take(&mut self.is_first) {
            put(self.out, b",")?;
        }
        value.serialize(Line { out: self.out })
    }

    fn field(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Result<()> {
        put(self.out, if std::mem::take(&mut self.is_first) { b"\"" } else { b",\"" })?;
        put(self.out, name.as_bytes())?;
        put(self.out, b"\":")?;
        value.serialize(Line { out: self.out })
    }

    fn finish(self) -> Result<()> {
        put(self.out, self.end)
    }
}

/// Numbers, which are rare, as `serde_json` writes them.
macro_rules! rare {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<()> { self.rare(value) })*
    };
}

impl<'o, W: Write> Serializer for Line<'o, W> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Entries<'o, W>;
    type SerializeTuple = Entries<'o, W>;
    type SerializeTupleStruct = Entries<'o, W>;
    type SerializeTupleVariant = Entries<'o, W>;
    type SerializeMap = Entries<'o, W>;
    type SerializeStruct = Entries<'o, W>;
    type SerializeStructVariant = Entries<'o, W>;

    rare!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    rare!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    rare!(serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8]);

    fn serialize_bool(self, value: bool) -> Result<()> {
        put(self.out, if value { b"true" } else { b"false" })
    }

    fn serialize_str(self, text: &str) -> Result<()> {
        if !is_plain(text.as_bytes()) {
            return self.rare(text);
        }
        put(self.out, b"\"")?;
        put(self.out, text.as_bytes())?;
        put(self.out, b"\"")
    }

    fn serialize_none(self) -> Result<()> {
        put(self.out, b"null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        put(self.out, b"null")
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        put(self.out, b"null")
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<()> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        let mut object = self.entries(b"{", b"}")?;
        object.field(variant, value)?;
        object.finish()
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Entries<'o, W>> {
        self.entries(b"[", b"]")
    }

    fn serialize_tuple(self, _length: usize) -> Result<Entries<'o, W>> {
        self.entries(b"[", b"]")
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Entries<'o, W>> {
        self.entries(b"[", b"]")
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Entries<'o, W>> {
        self.variant(variant, "[", b"]}")
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Self::SerializeMap> {
        self.entries(b"{", b"}")
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Entries<'o, W>> {
        self.entries(b"{", b"}")
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Entries<'o, W>> {
        self.variant(variant, "{", b"}}")
    }
}

/// The traits for lists, by the method that takes an entry.
macro_rules! list {
    ($($part:ident: $method:ident),*) => {
        $(impl<W: Write> ser::$part for Entries<'_, W> {
            type Ok = ();
            type Error = Fault;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> { self.next(value) }

            fn end(self) -> Result<()> { self.finish() }
        })*
    };
}

/// The same for objects.
macro_rules! object {
    ($($part:ident),*) => {
        $(impl<W: Write> ser::$part for Entries<'_, W> {
            type Ok = ();
            type Error = Fault;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
                self.field(name, value)
            }

            fn end(self) -> Result<()> { self.finish() }
        })*
    };
}

/// The keys of our maps are words.
impl<W: Write> ser::SerializeMap for Entries<'_, W> {
    type Ok = ();
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.next(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        put(self.out, b":")?;
        value.serialize(Line { out: self.out })
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

list!(SerializeSeq: serialize_element, SerializeTuple: serialize_element);
list!(SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field);
object!(SerializeStruct, SerializeStructVariant);

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::write;

    #[derive(Serialize)]
    struct Everything<'a> {
        words: &'a str,
        list: Vec<Option<i64>>,
        #[serde(rename = "short")]
        tuple: (u8, f64, bool, char),
        empty: [u32; 0],
        unit: (),
        kinds: Vec<Kind>,
        map: BTreeMap<&'a str, u8>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        NoFields,
        New(&'static str),
        Pair(u8, u8),
        Named { level: usize, of: Option<&'static str> },
    }

    #[test]
    fn it_is_the_json_that_serde_json_writes() {
        let texts = [
            "",
            "plain",
            "sixteen letters.",
            "a \"quote\"",
            "back\\slash",
            "line\nend",
            "größe – 長い名前 🎂",
            "\u{7f}",
        ];
        for words in texts {
            let kinds = vec![Kind::NoFields, Kind::New(words), Kind::Pair(1, 2), Kind::Named { level: 3, of: None }];
            let value = Everything {
                words,
                list: vec![Some(-5), None, Some(i64::MAX)],
                tuple: (7, 0.1, true, '"'),
                empty: [],
                unit: (),
                kinds,
                map: BTreeMap::from([(words, 1), ("other", 2)]),
            };
            let mut out = Vec::new();
            write(&value, &mut out).expect("it can be written");
            assert_eq!(String::from_utf8(out).ok(), serde_json::to_string(&value).ok());
        }
    }
}
