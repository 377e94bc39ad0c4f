//! What lies between the revision on which a draft was last looked at and the one that is live.

/// What was published since, or that the draft is ahead of what is live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing: the draft was looked at on what is live.
    Nothing,
    /// One revision.
    One(u64),
    /// Several.
    Several {
        /// The first of them.
        first: u64,
        /// The last, which is live.
        last: u64,
    },
    /// There is no such revision yet: it was lost, or an older copy of the workspace is open.
    Ahead {
        /// The revision on which the draft was looked at.
        looked_at: u64,
        /// The one that is live.
        live: u64,
    },
}

impl Since {
    /// From the revision on which a draft was last looked at to the one that is live.
    pub fn between(looked_at: u64, live: u64) -> Self {
        match live.checked_sub(looked_at) {
            Some(0) => Self::Nothing,
            Some(1) => Self::One(live),
            Some(_) => Self::Several {
                first: looked_at.saturating_add(1),
                last: live,
            },
            None => Self::Ahead { looked_at, live },
        }
    }

    /// Whether the draft was looked at on a revision that is not there.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Ahead { .. })
    }

    /// The sentence but for its dot, `when` being when it was published: `Revision 4 was published meanwhile`. Empty when
    /// nothing was.
    pub fn sentence(self, when: &str) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::One(revision) => format!("Revision {revision} was published {when}"),
            Self::Several { first, last } => {
                format!("Revisions {first} to {last} were published {when}")
            }
            Self::Ahead { looked_at, live } => format!(
                "This draft was last looked at on revision {looked_at}, which is not there: live is revision {live}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(looked_at: u64, live: u64, sentence: &str) {
        assert_eq!(Since::between(looked_at, live).sentence("meanwhile"), sentence);
    }

    #[test]
    fn what_was_published_since_is_told() {
        says(3, 3, "");
        says(3, 4, "Revision 4 was published meanwhile");
        says(3, 5, "Revisions 4 to 5 were published meanwhile");
        says(
            0,
            u64::MAX,
            "Revisions 1 to 18446744073709551615 were published meanwhile",
        );
    }

    #[test]
    fn a_draft_ahead_of_what_is_live_is_told_so() {
        let sentence = "This draft was last looked at on revision 5, which is not there: live is revision 4";
        says(5, 4, sentence);
        assert!(Since::between(u64::MAX, 0).is_ahead());
        assert!(!Since::between(4, 4).is_ahead() && !Since::between(4, 5).is_ahead());
    }
}
