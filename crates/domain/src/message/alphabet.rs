//! The seven-bit alphabet of GSM 03.38: its basic table and its extension.

/// Places a character takes in the seven-bit alphabet: one, two for those of the extension table, which follow an
/// escape, and none for characters it lacks.
pub(super) fn places(c: char) -> Option<usize> {
    match c {
        ' '..='~' => ascii(c),
        '\u{c}' | '€' => Some(2),
        '\n' | '\r' | '£' | '¥' | '¤' | '¡' | '¿' | '§' => Some(1),
        _ => is_letter(c).then_some(1),
    }
}

fn is_letter(c: char) -> bool {
    let latin = matches!(
        c,
        'è'..='é' | 'ù' | 'ì' | 'ò' | 'Ç' | 'Ø' | 'ø' | 'Å' | 'å' | 'Æ' | 'æ' | 'ß' | 'É'
    );
    let umlauts = matches!(c, 'Ä' | 'Ö' | 'Ñ' | 'Ü' | 'ä' | 'ö' | 'ñ' | 'ü' | 'à');
    let greek = matches!(c, 'Δ' | 'Φ' | 'Γ' | 'Λ' | 'Ω' | 'Π' | 'Ψ' | 'Σ' | 'Θ' | 'Ξ');
    latin || umlauts || greek
}

/// Of the printable ASCII characters one is missing, the backtick, and eight are in the extension table.
fn ascii(c: char) -> Option<usize> {
    match c {
        '`' => None,
        '^' | '{' | '}' | '\\' | '[' | '~' | ']' | '|' => Some(2),
        _ => Some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn a38_the_alphabet_is_that_of_the_standard() {
        // The tables of GSM 03.38 as they are printed there, row by row.
        let basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                     ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        let extension = "\u{c}^{}\\[~]|€";
        // 128 codes without the escape itself.
        assert_eq!(basic.chars().count(), 127);
        for code in 0..0x3000 {
            let Some(c) = char::from_u32(code) else { continue };
            let expected = match (basic.contains(c), extension.contains(c)) {
                (true, _) => Some(1),
                (_, true) => Some(2),
                _ => None,
            };
            assert_eq!(places(c), expected, "{c:?}");
        }
    }
}
