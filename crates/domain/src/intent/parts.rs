//! What some intents carry besides ids and records.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::QueueId;

/// Fields of a user to write anew; what is missing stays as it is, so that edits of other fields meanwhile stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserChange {
    /// **New email**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// **First name**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// **Last name**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// **Alias**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// **Agent ID**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_number: Option<String>,
    /// **Location**.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// **Chat concurrency**; 0 goes back to the chat settings' number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_concurrency: Option<u16>,
    /// Columns of the bulk template that mean nothing here, by their header; an empty text takes one away, others stay as
    /// they are.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, String>,
}

/// A queue of a copied structure; those beside each other keep their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueOutline {
    /// Identifies the new queue.
    pub queue: QueueId,
    /// Not empty, not a protected word (R34).
    pub name: String,
    /// A queue earlier in the list; none for a top-level queue.
    pub parent: Option<QueueId>,
}
