//! What a select, a combobox, radio buttons and tabs offer.

/// One of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it in the program.
    pub key: String,
    /// Its words.
    pub label: String,
    /// A quiet word at the end of the line.
    pub detail: String,
    /// A second line.
    pub note: String,
    /// Other words by which it is found; not shown.
    pub also: String,
    /// Shown, but not to be had.
    pub disabled: bool,
}

impl Choice {
    /// A choice of words alone.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// With a quiet word at the end of the line.
    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            ..self
        }
    }

    /// With a second line.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    /// Found by other words as well.
    #[must_use]
    pub fn also(self, also: impl Into<String>) -> Self {
        Self {
            also: also.into(),
            ..self
        }
    }

    /// Shown, but not to be had.
    #[must_use]
    pub fn disabled(self) -> Self {
        Self {
            disabled: true,
            ..self
        }
    }
}
