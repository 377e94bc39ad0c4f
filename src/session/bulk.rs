//! What the bulk page asks of the browser.

use super::Session;
use crate::platform::files;

impl Session {
    /// The bytes of a file that a person picked or dropped.
    ///
    /// # Errors
    /// A sentence for what is wrong with it.
    pub async fn bytes_of(self, file: &web_sys::File) -> Result<Vec<u8>, String> {
        let unreadable = |_| {
            format!(
                "`{}` cannot be read: pick a file, not a folder, and look whether it is still there",
                file.name()
            )
        };
        files::read(file).await.map_err(unreadable)
    }

    /// Offers a table as a download, with the mark by which spreadsheets know that it is UTF-8.
    ///
    /// # Errors
    /// A sentence for why the browser refuses.
    pub fn offer_csv(self, name: &str, text: &str) -> Result<(), String> {
        files::save(name, "text/csv", &format!("\u{feff}{text}")).map_err(|error| error.to_string())
    }
}
