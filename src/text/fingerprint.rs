//! Short names for contents: the same on every machine, different for different bytes in all but one of billions.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// Eight hex digits of a hash of the bytes.
pub fn fingerprint(bytes: &[u8]) -> String {
    format!("{:08x}", xxh3_64(bytes) as u32)
}

/// A table for very many lookups of short keys.
pub type Lookup<K, V> = HashMap<K, V, BuildHasherDefault<Mixing>>;

/// A number of 64 bits that stands for everything written to it, in its order; the same on every machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mixing(u64);

impl Mixing {
    /// Odd, with its bits spread evenly: 2^64 divided by the golden ratio (Knuth, *The Art of Computer Programming* 3, §6.4).
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

    fn mix(&mut self, number: u64) {
        let mixed = (self.0.rotate_left(23) ^ number).wrapping_mul(Self::SPREAD);
        self.0 = mixed ^ (mixed >> 32);
    }
}

impl Hasher for Mixing {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(u64::from(number));
    }

    fn write_u16(&mut self, number: u16) {
        self.mix(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
