//! How a change can clash with what was published meanwhile, and what a person can choose.

use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::refusal::Refusal;
use crate::schedule::HolidayError;

/// Why a change needs a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Both wrote one field, each something else.
    OtherValue,
    /// What can belong to one alone was taken meanwhile; the first commit stands.
    Uniqueness,
    /// One deletes what the other edits.
    EditAgainstDelete,
    /// What the change relies on no longer holds.
    PreconditionGone,
    /// It builds on another change of the draft that cannot be made.
    Follows,
    /// It was refused on its base already: nobody else has to do with it.
    Refused,
}

impl Class {
    /// The class in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::OtherValue => "Same field, other value",
            Self::Uniqueness => "Taken meanwhile",
            Self::EditAgainstDelete => "Edit against delete",
            Self::PreconditionGone => "No longer possible",
            Self::Follows => "Builds on another change",
            Self::Refused => "Cannot be made",
        }
    }

    /// The class of a change that only the head refuses.
    pub(super) fn of(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::NumberExists { .. }
            | Refusal::OwnedByAnother { .. }
            | Refusal::InboundTaken { .. }
            | Refusal::EmailExists { .. }
            | Refusal::Exists { .. } => Self::Uniqueness,
            Refusal::Gone { .. }
            | Refusal::UnknownNumber { .. }
            | Refusal::Holiday(
                HolidayError::NoHoliday | HolidayError::NoFolder | HolidayError::FolderMissing { .. },
            ) => Self::EditAgainstDelete,
            _ => Self::PreconditionGone,
        }
    }
}

/// What to do about a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// As it was before both: what was published meanwhile is taken back, and the draft's change is dropped.
    Base,
    /// As it is published: the draft's change is dropped.
    Theirs,
    /// As the draft has it.
    Mine,
    /// The draft's change is set aside until somebody restores or deletes it.
    Park,
    /// Another number in the place of the one that was taken.
    Number(PhoneNumber),
    /// Another owner in the place of the one that cannot have the number.
    Owner(Owner),
}

/// Whether a refusal says that what the change wants is so already.
pub(super) fn is_so_already(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::AlreadyDirect { .. }
            | Refusal::NotAssigned { .. }
            | Refusal::NotOutbound { .. }
            | Refusal::AlreadyBlocked { .. }
            | Refusal::NotBlocked { .. }
    )
}
