//! Bytes as text: UTF-8, UTF-16 and Windows-1252.

use super::SheetError;

/// The text, whatever the encoding.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, SheetError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(SheetError::Workbook);
    }
    let text = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => utf8(bytes)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => utf8_or_windows(bytes),
    };
    if text.contains('\0') {
        return Err(SheetError::Binary);
    }
    Ok(text)
}

/// What says that it is UTF-8 is not taken for anything else.
fn utf8(mut bytes: Vec<u8>) -> Result<String, SheetError> {
    bytes.drain(..3);
    String::from_utf8(bytes).map_err(|error| {
        let end = error.utf8_error().valid_up_to();
        SheetError::Damaged {
            line: line_ends(error.as_bytes().get(..end)) + 1,
        }
    })
}

/// How many lines end in a text: with CRLF, LF or CR.
pub(super) fn line_ends(text: Option<&[u8]>) -> u64 {
    let text = text.unwrap_or_default();
    let next = text.iter().skip(1).chain([&0]);
    let ends = text.iter().zip(next);
    let ends = ends.filter(|(byte, next)| **byte == b'\n' || (**byte == b'\r' && **next != b'\n'));
    u64::try_from(ends.count()).unwrap_or(u64::MAX)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, SheetError> {
    let (pairs, []) = bytes.as_chunks::<2>() else {
        return Err(SheetError::Binary);
    };
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    String::from_utf16(&units).map_err(|_| SheetError::Binary)
}

/// What is not UTF-8 is taken for Windows-1252, which spreadsheets of Western countries write by default.
fn utf8_or_windows(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().iter().copied().map(windows_1252).collect())
}

/// Latin-1 but for the 32 places from 0x80 on.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80)
        .and_then(|place| HIGH.get(usize::from(place)))
        .copied()
        .unwrap_or_else(|| char::from(byte))
}
