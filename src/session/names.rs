//! Names of countries and languages.

use domain::phone::Region;

use crate::platform::names;

/// The English name of a country or territory.
pub fn country(region: Region) -> String {
    names::region(&String::from(region))
}

/// The English name of a language by its code, such as `es`.
pub fn language(code: &str) -> String {
    names::language(code)
}
