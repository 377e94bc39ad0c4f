//! The worker that knows phone numbers.

use domain::PhoneNumber;
use domain::phone::{NumberFacts, Printed};

use super::Error;
use super::worker::Asked;

/// The worker, starting, running or failed.
#[derive(Clone)]
pub struct PhoneWorker(Asked);

impl PhoneWorker {
    /// Begins to load the worker from its address; what is asked meanwhile is kept for it.
    ///
    /// # Errors
    /// `Other` when the browser has no workers.
    pub fn start(address: &str) -> Result<Self, Error> {
        Asked::start(address).map(Self)
    }

    /// Whether it could not be loaded, or broke off. It answers nothing any more.
    pub fn has_failed(&self) -> bool {
        self.0.has_failed()
    }

    /// What the database knows of a number, however long the worker takes to load.
    ///
    /// # Errors
    /// `Unavailable` when it cannot be loaded (offline, blocked), `Other` for an answer that is none.
    pub async fn ask(&self, number: PhoneNumber) -> Result<NumberFacts, Error> {
        let text = self
            .0
            .ask(&number.to_string(), None)
            .await
            .ok_or_else(unavailable)?;
        let mut facts: NumberFacts =
            serde_json::from_str(&text).map_err(|error| Error::Other(error.to_string()))?;
        // An answer that is another number's must not be seen either.
        facts.printed = facts
            .printed
            .and_then(|printed| Printed::new(number, printed.as_str()));
        Ok(facts)
    }
}

fn unavailable() -> Error {
    Error::Unavailable {
        what: "the phone number database",
        cause: "it could not be loaded".into(),
    }
}
