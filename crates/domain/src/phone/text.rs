//! What is left of a pasted text when nothing but its visible, plain characters counts.

/// The text without invisible characters and surrounding blanks, full-width and Arabic forms made plain (R6).
pub(super) fn simplify(text: &str) -> String {
    text.chars()
        .filter(|&c| !is_invisible(c))
        .map(narrow)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Characters that come along when a number is pasted, and that nobody sees.
fn is_invisible(c: char) -> bool {
    let formats = matches!(
        c,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    );
    formats || (c.is_control() && !c.is_whitespace())
}

/// The ASCII form of a full-width character or of an Arabic or Persian digit.
fn narrow(c: char) -> char {
    let code = u32::from(c);
    let plain = match c {
        '\u{FF01}'..='\u{FF5E}' => code - 0xFEE0,
        '\u{0660}'..='\u{0669}' => code - 0x0660 + u32::from('0'),
        '\u{06F0}'..='\u{06F9}' => code - 0x06F0 + u32::from('0'),
        _ => code,
    };
    char::from_u32(plain).unwrap_or(c)
}
