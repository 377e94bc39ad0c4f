//! What stands or falls together.

use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Intent;

/// Several changes. However many they are, a copy costs nothing, and two copies of the same are known to be equal at
/// once: those of a large file are held by the draft, by whoever replays it and by whoever was told of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Changes(Arc<Vec<Intent>>);

impl Changes {
    /// The changes, in their order.
    pub fn as_slice(&self) -> &[Intent] {
        &self.0
    }
}

impl Deref for Changes {
    type Target = [Intent];

    fn deref(&self) -> &[Intent] {
        &self.0
    }
}

impl From<Vec<Intent>> for Changes {
    fn from(changes: Vec<Intent>) -> Self {
        Self(Arc::new(changes))
    }
}

impl FromIterator<Intent> for Changes {
    fn from_iter<T: IntoIterator<Item = Intent>>(changes: T) -> Self {
        Vec::from_iter(changes).into()
    }
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Intent;
    type IntoIter = std::slice::Iter<'a, Intent>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
