//! What the bulk page asks of the browser.

use super::Session;
use crate::platform::files;

impl Session {
    /// Offers users as JSON.
    ///
    /// # Errors
    /// A sentence for why the browser refuses.
    pub fn offer_json(self, name: &str, text: &str) -> Result<(), String> {
        files::save(name, "application/json", text).map_err(|error| error.to_string())
    }

    /// Offers a table as a download, with the mark by which spreadsheets know that it is UTF-8.
    ///
    /// # Errors
    /// A sentence for why the browser refuses.
    pub fn offer_csv(self, name: &str, text: &str) -> Result<(), String> {
        files::save(name, "text/csv", &format!("\u{feff}{text}")).map_err(|error| error.to_string())
    }
}
