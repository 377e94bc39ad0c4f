//! Reads a zone of the database as it is stored (RFC 9636), its 64-bit part.

use crate::Result;

/// A zone's offsets, in seconds ahead of UTC.
pub struct Zone {
    /// Before the first change.
    pub first: i32,
    /// From which second of UTC each holds, earliest first.
    pub changes: Vec<(i64, i32)>,
    /// The rule after the last change.
    pub footer: String,
}

/// The counts in a header.
struct Header {
    times: usize,
    types: usize,
    others: usize,
    leaps: usize,
}

impl Zone {
    pub fn read(data: &[u8]) -> Result<Self> {
        let mut data = data;
        // The 32-bit part stands first.
        let old = Header::read(&mut data)?;
        take(
            &mut data,
            old.times * 5 + old.types * 6 + old.leaps * 8 + old.others,
        )?;
        let header = Header::read(&mut data)?;
        let times = take(&mut data, header.times * 8)?;
        let kinds = take(&mut data, header.times)?;
        let types = take(&mut data, header.types * 6)?;
        take(&mut data, header.leaps * 12 + header.others)?;
        let offset = |kind: usize| -> Result<i32> {
            let bytes = types
                .get(kind * 6..kind * 6 + 4)
                .ok_or("an unknown kind of time")?;
            Ok(i32::from_be_bytes(bytes.try_into()?))
        };
        let mut changes = Vec::new();
        for (time, &kind) in times.chunks_exact(8).zip(kinds) {
            changes.push((i64::from_be_bytes(time.try_into()?), offset(kind.into())?));
        }
        Ok(Self {
            first: offset(0)?,
            changes,
            footer: std::str::from_utf8(data)?.trim().to_owned(),
        })
    }
}

impl Header {
    fn read(data: &mut &[u8]) -> Result<Self> {
        let mut header = take(data, 44)?;
        if !take(&mut header, 20)?.starts_with(b"TZif") {
            return Err("not a zone".into());
        }
        let mut count = || -> Result<usize> {
            let bytes: [u8; 4] = take(&mut header, 4)?.try_into()?;
            Ok(u32::from_be_bytes(bytes).try_into()?)
        };
        let flags = count()? + count()?;
        let (leaps, times, types) = (count()?, count()?, count()?);
        Ok(Self {
            times,
            types,
            leaps,
            others: flags + count()?,
        })
    }
}

fn take<'a>(data: &mut &'a [u8], count: usize) -> Result<&'a [u8]> {
    let (taken, rest) = data.split_at_checked(count).ok_or("cut short")?;
    *data = rest;
    Ok(taken)
}
