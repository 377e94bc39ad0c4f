//! What can go wrong below the session, in the kinds the session acts on.

use indexed_db_futures::error::{DomException, Error as DbError, OpenDbError};
use wasm_bindgen::{JsCast, JsValue};

/// One kind for each thing the session does differently.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The browser has no such facility here, or forbids it (private mode, blocked storage).
    #[error("this browser does not let the app use {what}: {cause}")]
    Unavailable {
        /// The facility, in a person's words.
        what: &'static str,
        /// What the browser said.
        cause: String,
    },
    /// Another tab holds an older version of the database open.
    #[error("another tab has an older version of the app open: close it, or reload it")]
    Blocked,
    /// The disk or the browser's quota is full.
    #[error("the browser has no space left for this app: free some space, or export the draft to a file")]
    Full,
    /// The data was written by a newer version of the app.
    #[error("the stored data was written by a newer version of the app: reload to get that version")]
    TooNew,
    /// Somebody else, such as another tab, wrote this record first.
    #[error("another tab has saved in the meantime: reload to see its changes")]
    Taken,
    /// Everything else, with the cause.
    #[error("{0}")]
    Other(String),
}

/// The text of whatever JavaScript threw.
pub fn text_of(value: &JsValue) -> String {
    if let Some(exception) = value.dyn_ref::<web_sys::DomException>() {
        return format!("{}: {}", exception.name(), exception.message());
    }
    value
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| value.as_string())
        .unwrap_or_else(|| format!("{value:?}"))
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        let DbError::DomException(exception) = error else {
            return Self::Other(error.to_string());
        };
        if matches!(exception, DomException::ConstraintError(_)) {
            return Self::Taken;
        }
        let raw = web_sys::DomException::from(exception);
        match raw.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::TooNew,
            "SecurityError" | "UnknownError" => Self::Unavailable {
                what: "its storage",
                cause: text_of(raw.as_ref()),
            },
            _ => Self::Other(text_of(raw.as_ref())),
        }
    }
}

impl From<OpenDbError> for Error {
    fn from(error: OpenDbError) -> Self {
        match error {
            OpenDbError::Base(error) => error.into(),
            other => Self::Unavailable {
                what: "its storage",
                cause: other.to_string(),
            },
        }
    }
}

impl From<JsValue> for Error {
    fn from(value: JsValue) -> Self {
        Self::Other(text_of(&value))
    }
}
