//! At most one deflection text per sender and number within a time, so that two automatic answers do not answer
//! each other for ever (A42).

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};

use crate::phone::PhoneNumber;

/// When which sender last got a deflection text from which number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyLog(BTreeMap<(PhoneNumber, PhoneNumber), DateTime<Utc>>);

impl ReplyLog {
    /// When a deflection text last went from a number to a sender.
    pub fn last(&self, number: PhoneNumber, sender: PhoneNumber) -> Option<DateTime<Utc>> {
        self.0.get(&(number, sender)).copied()
    }

    /// A deflection text goes from a number to a sender.
    pub fn sent(&mut self, number: PhoneNumber, sender: PhoneNumber, at: DateTime<Utc>) {
        self.0.insert((number, sender), at);
    }
}

/// Whether so few minutes have passed since the last text that none is sent; a limit of 0 never holds one back.
pub(super) fn is_within(limit_min: u16, since: DateTime<Utc>, at: DateTime<Utc>) -> bool {
    at - since < Duration::minutes(limit_min.into()) && limit_min > 0
}
