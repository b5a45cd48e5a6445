//! Values → JSON without white space, as `serde_json` writes it and several times as fast: names of fields are written as
//! they are, and words are looked through many bytes at a time. What goes with every site is long.

use std::io::Write;

use serde::ser::{self, Serialize};
use serde_json::Error;

/// Writes a value on one line.
///
/// # Errors
/// Where it cannot be written.
pub fn write_compact<W: Write>(value: &impl Serialize, out: &mut W) -> Result<(), Error> {
    value.serialize(&mut Compact { out })
}

struct Compact<'a, W> {
    out: &'a mut W,
}

impl<W: Write> Compact<'_, W> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out.write_all(bytes).map_err(Error::io)
    }

    fn words(&mut self, words: &str) -> Result<(), Error> {
        // No early end: that makes the loop fast.
        let escaped = words.bytes().fold(false, |found, byte| found | is_escaped(byte));
        if escaped {
            return serde_json::to_writer(&mut *self.out, words);
        }
        self.put(b"\"")?;
        self.put(words.as_bytes())?;
        self.put(b"\"")
    }

    fn number(&mut self, mut number: u64) -> Result<(), Error> {
        let mut digits = [0_u8; 20];
        let mut start = digits.len();
        loop {
            start -= 1;
            digits[start] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                return self.put(&digits[start..]);
            }
        }
    }

    /// What is rare is left to `serde_json`.
    fn rare(&mut self, value: impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut *self.out, &value)
    }

    fn open(&mut self, opening: &'static str, closing: &'static str) -> Result<Items<'_, W>, Error> {
        self.put(opening.as_bytes())?;
        Ok(Items { out: self.out, is_first: true, closing })
    }

    fn variant(&mut self, name: &str) -> Result<(), Error> {
        self.put(b"{")?;
        self.words(name)?;
        self.put(b":")
    }
}

fn is_escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

/// The items of a list or an object that is being written.
struct Items<'a, W> {
    out: &'a mut W,
    is_first: bool,
    closing: &'static str,
}

impl<W: Write> Items<'_, W> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if !std::mem::take(&mut self.is_first) {
            self.out.write_all(b",").map_err(Error::io)?;
        }
        value.serialize(&mut Compact { out: self.out })
    }

    /// Names of fields are words of ours: nothing in them is escaped.
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        let before: &[u8] = if std::mem::take(&mut self.is_first) { b"\"" } else { b",\"" };
        for part in [before, name.as_bytes(), b"\":"] {
            self.out.write_all(part).map_err(Error::io)?;
        }
        value.serialize(&mut Compact { out: self.out })
    }

    fn close(self) -> Result<(), Error> {
        self.out.write_all(self.closing.as_bytes()).map_err(Error::io)
    }
}

impl<'a, W: Write> ser::Serializer for &'a mut Compact<'_, W> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'a, W>;
    type SerializeTuple = Items<'a, W>;
    type SerializeTupleStruct = Items<'a, W>;
    type SerializeTupleVariant = Items<'a, W>;
    type SerializeMap = Items<'a, W>;
    type SerializeStruct = Items<'a, W>;
    type SerializeStructVariant = Items<'a, W>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(if value { b"true" } else { b"false" })
    }
    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        if value < 0 {
            self.put(b"-")?;
        }
        self.number(value.unsigned_abs())
    }
    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.number(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.number(value.into())
    }
    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.number(value.into())
    }
    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.number(value)
    }
    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.rare(value)
    }
    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.rare(value)
    }
    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.rare(value)
    }
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.words(value)
    }
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.rare(value)
    }
    fn serialize_none(self) -> Result<(), Error> {
        self.put(b"null")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Error> {
        self.put(b"null")
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.put(b"null")
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.words(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.variant(variant)?;
        value.serialize(&mut *self)?;
        self.put(b"}")
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a, W>, Error> {
        self.open("[", "]")
    }
    fn serialize_tuple(self, _: usize) -> Result<Items<'a, W>, Error> {
        self.open("[", "]")
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a, W>, Error> {
        self.open("[", "]")
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a, W>, Error> {
        self.variant(variant)?;
        self.open("[", "]}")
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Items<'a, W>, Error> {
        self.open("{", "}")
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a, W>, Error> {
        self.open("{", "}")
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a, W>, Error> {
        self.variant(variant)?;
        self.open("{", "}}")
    }
}

/// The same for every kind of list.
macro_rules! list {
    ($kind:ident, $item:ident) => {
        impl<W: Write> ser::$kind for Items<'_, W> {
            type Ok = ();
            type Error = Error;

            fn $item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }
            fn end(self) -> Result<(), Error> {
                self.close()
            }
        }
    };
}

list!(SerializeSeq, serialize_element);
list!(SerializeTuple, serialize_element);
list!(SerializeTupleStruct, serialize_field);
list!(SerializeTupleVariant, serialize_field);

/// The same for every kind of object with names that are known.
macro_rules! object {
    ($kind:ident) => {
        impl<W: Write> ser::$kind for Items<'_, W> {
            type Ok = ();
            type Error = Error;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.field(name, value)
            }
            fn end(self) -> Result<(), Error> {
                self.close()
            }
        }
    };
}

object!(SerializeStruct);
object!(SerializeStructVariant);

impl<W: Write> ser::SerializeMap for Items<'_, W> {
    type Ok = ();
    type Error = Error;

    /// Keys are words.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.item(key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.write_all(b":").map_err(Error::io)?;
        value.serialize(&mut Compact { out: self.out })
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::write_compact;

    #[derive(Serialize)]
    enum Kind {
        Plain,
        One(u8),
        Two(i32, f64),
        Named { text: String },
    }

    #[derive(Serialize)]
    struct Holder(Vec<Kind>);

    #[derive(Serialize)]
    struct Everything<'a> {
        words: Vec<&'a str>,
        numbers: (u64, i64, u64, Option<f64>, Option<()>),
        map: BTreeMap<&'a str, bool>,
        kinds: Holder,
        nothing: [u8; 0],
    }

    #[test]
    fn it_writes_what_serde_json_writes() {
        let kinds = vec![Kind::Plain, Kind::One(7), Kind::Two(-3, 0.5), Kind::Named { text: "ä\u{1}".to_owned() }];
        let value = Everything {
            words: vec![
                "",
                "plain",
                "“quoted”",
                "a \"b\" \\ c",
                "line\nline\ttab",
                "long enough for many bytes at once \u{7}",
            ],
            numbers: (0, i64::MIN, u64::MAX, Some(3.2), None),
            map: BTreeMap::from([("one", true), ("t\"wo", false)]),
            kinds: Holder(kinds),
            nothing: [],
        };
        let mut out = Vec::new();
        write_compact(&value, &mut out).expect("it can be written");
        assert_eq!(String::from_utf8(out).expect("it is a text"), serde_json::to_string(&value).expect("it is JSON"));
    }
}
