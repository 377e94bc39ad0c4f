//! A hash of content that is the same on every machine and in every run.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Stands for an effect: two reviews of the same stretch of time with equal digests change the same minutes of
/// the same numbers in the same way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(u128);

/// Not 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a digest: give its 32 hexadecimal digits")]
pub struct ParseDigestError {
    /// What was given.
    pub given: String,
}

impl Digest {
    /// Stands for a text in pieces, where each piece ends included.
    pub fn of_texts<T: AsRef<str>>(pieces: impl IntoIterator<Item = T>) -> Self {
        Self(of(|hasher| {
            pieces.into_iter().for_each(|piece| hasher.text(piece.as_ref()));
        }))
    }

    /// Adds one part; the order in which parts are added does not matter.
    pub(super) fn add(&mut self, part: u128) {
        self.0 = self.0.wrapping_add(part);
    }

    /// Takes a part out that was added.
    pub(super) fn remove(&mut self, part: u128) {
        self.0 = self.0.wrapping_sub(part);
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Digest {
    type Err = ParseDigestError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let hex = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let parsed = hex.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        parsed.map(Self).ok_or_else(|| ParseDigestError {
            given: text.to_owned(),
        })
    }
}

impl TryFrom<String> for Digest {
    type Error = ParseDigestError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

/// Takes words one after the other. Two lanes of 64 bits rather than one of 128, for 32-bit machines' sake.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hasher {
    low: u64,
    high: u64,
}

const LOW: u64 = 0x9e37_79b9_7f4a_7c15;
const HIGH: u64 = 0xd6e8_feb8_6659_fd93;

impl Hasher {
    pub(super) fn new() -> Self {
        Self { low: LOW, high: HIGH }
    }

    /// Each step can be taken back, so no word ever wipes out what came before it.
    pub(super) fn word(&mut self, word: u64) {
        self.low = (self.low ^ word).wrapping_mul(LOW);
        self.low ^= self.low >> 32;
        self.high = (self.high ^ word.rotate_left(32)).wrapping_mul(HIGH);
        self.high ^= self.high >> 29;
    }

    pub(super) fn wide(&mut self, wide: u128) {
        self.word(short(wide));
        self.word(short(wide >> 64));
    }

    /// The length goes along, so that two texts cannot be cut elsewhere and be the same.
    pub(super) fn text(&mut self, text: &str) {
        self.word(text.len() as u64);
        let (whole, rest) = text.as_bytes().as_chunks::<8>();
        for &chunk in whole {
            self.word(u64::from_le_bytes(chunk));
        }
        let mut last = [0; 8];
        for (to, &byte) in last.iter_mut().zip(rest) {
            *to = byte;
        }
        self.word(u64::from_le_bytes(last));
    }

    pub(super) fn finish(mut self) -> u128 {
        for _ in 0..2 {
            let (low, high) = (self.low, self.high);
            self.word(high.rotate_left(17) ^ low.rotate_left(47));
        }
        u128::from(self.high) << 64 | u128::from(self.low)
    }
}

/// The hash of what a closure feeds in.
pub(super) fn of(feed: impl FnOnce(&mut Hasher)) -> u128 {
    let mut hasher = Hasher::new();
    feed(&mut hasher);
    hasher.finish()
}

/// The lower half of a hash, for comparisons within one run.
pub(super) fn short(hash: u128) -> u64 {
    u64::try_from(hash & u128::from(u64::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fixed() {
        // Reviews keep digests: a change of these numbers would make every kept one look like a moved effect.
        assert_eq!(
            Digest(of(|hasher| hasher.text("back tomorrow at 9"))).to_string(),
            "cdc4c64c345b27c79ec0f865c9d32f6c"
        );
        assert_ne!(of(|hasher| hasher.text("ab")), of(|hasher| hasher.text("ab\0")));
        assert_ne!(Digest::of_texts(["ab", "c"]), Digest::of_texts(["a", "bc"]));
        let two = |a: &str, b: &str| {
            of(|hasher| {
                hasher.text(a);
                hasher.text(b);
            })
        };
        assert_ne!(two("ab", "c"), two("a", "bc"));
    }

    #[test]
    fn a_digest_is_read_as_it_is_written() {
        let digest = Digest(0xab);
        assert_eq!(digest.to_string().parse(), Ok(digest));
        for wrong in [
            "",
            "ab",
            "+0000000000000000000000000000001",
            "g0000000000000000000000000000000",
        ] {
            assert!(wrong.parse::<Digest>().is_err(), "{wrong}");
        }
    }
}
