//! Sorts of lines in words.

use domain::phone::NumberKind;

/// What sort of line a number is, if that is known.
pub fn line(kind: NumberKind) -> Option<&'static str> {
    match kind {
        NumberKind::FixedLine => Some("Landline"),
        NumberKind::Mobile => Some("Mobile"),
        NumberKind::FixedOrMobile => Some("Landline or mobile"),
        NumberKind::TollFree => Some("Toll-free"),
        NumberKind::PremiumRate => Some("Premium rate"),
        NumberKind::SharedCost => Some("Shared cost"),
        NumberKind::Voip => Some("Internet phone"),
        NumberKind::Other => Some("Special service"),
        NumberKind::Unknown => None,
    }
}
