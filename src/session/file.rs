//! Files that a person hands to a page.

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
}
