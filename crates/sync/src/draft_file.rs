//! One draft as a file: a colleague opens it, without a connection if need be, and gets the same review, or is told
//! what is not the same there.

use chrono::{DateTime, Utc};
use domain::impact::Digest;
use domain::{Draft, Intent, Refusal, Workspace};
use serde::{Deserialize, Serialize};

use crate::Head;
use crate::envelope::{self, Fault};
use crate::pieces::pieces;

const FORMAT: &str = "direct-sms draft";
const VERSION: u32 = 1;

/// A draft with all that its review depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFile {
    /// The company whose configuration it changes.
    pub company: String,
    /// What it was made on.
    pub base: Base,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub note: String,
    /// What it does, oldest first.
    pub intents: Vec<Intent>,
    /// What its review said, where one was worked out.
    pub effect: Option<Effect>,
    /// The version of the rule engine.
    pub engine: String,
    /// The version of the time-zone data.
    pub zones: String,
}

/// A published configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// Its revision, in the workspace the file comes from.
    pub revision: u64,
    /// Stands for all that is configured in it.
    pub digest: Digest,
}

/// What a draft changes over some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// The first minute that was looked at.
    pub from: DateTime<Utc>,
    /// For so many months.
    pub months: u32,
    /// How many numbers change.
    pub numbers: usize,
    /// Stands for every minute of every number.
    pub digest: Digest,
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftFileError {
    /// Not text, or not this kind of file.
    #[error("this is not a draft's file: choose one that was exported on the page Drafts")]
    Foreign,
    /// From a newer version.
    #[error(
        "this draft was written by a newer version of the app: reload to get that version, then open it again"
    )]
    TooNew,
    /// It contradicts itself, or something is missing in it.
    #[error("this draft's file is damaged: {cause}")]
    Damaged {
        /// What and where.
        cause: String,
    },
    /// It changes another company's configuration.
    #[error("this draft belongs to the workspace of {theirs}, and open is that of {mine}: open theirs first")]
    OtherWorkspace {
        /// The file's company.
        theirs: String,
        /// The company that is open.
        mine: String,
    },
    /// There is nothing in it.
    #[error("this draft changes nothing")]
    Empty,
}

/// How a file fits what is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Whether it was made on exactly what is published here.
    pub is_same_base: bool,
    /// Whether it was written by the same version of the rule engine.
    pub is_same_engine: bool,
    /// Whether it was written with the same time-zone data.
    pub are_same_zones: bool,
    /// Its changes that cannot be made here, by their place, each with its words and the reason.
    pub refused: Vec<(usize, String, Refusal)>,
}

impl Fit {
    /// Whether the review has to come out the same.
    pub fn is_exact(&self) -> bool {
        self.is_same_base && self.is_same_engine && self.are_same_zones
    }
}

/// Stands for all that is configured.
pub fn digest(workspace: &Workspace) -> Digest {
    Digest::of_texts(pieces(workspace))
}

impl DraftFile {
    /// A draft as it stands on a head.
    pub fn of(draft: &Draft, head: &Head, effect: Option<Effect>) -> Self {
        Self {
            company: head.workspace.settings().company.clone(),
            base: Base {
                revision: head.revision,
                digest: digest(&head.workspace),
            },
            name: draft.name.clone(),
            note: draft.note.clone(),
            intents: draft.intents().to_vec(),
            effect,
            engine: domain::VERSION.to_owned(),
            zones: domain::ZONE_DATA.to_owned(),
        }
    }

    /// The file's text.
    ///
    /// # Errors
    /// Never for a draft that `apply` made.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        envelope::write(FORMAT, VERSION, self)
    }

    /// The draft in a file.
    ///
    /// # Errors
    /// A sentence for what a person should do about the file.
    pub fn read(bytes: &[u8]) -> Result<Self, DraftFileError> {
        envelope::read(bytes, FORMAT, VERSION).map_err(|fault| match fault {
            Fault::Foreign => DraftFileError::Foreign,
            Fault::TooNew => DraftFileError::TooNew,
            Fault::Damaged(cause) => DraftFileError::Damaged { cause },
        })
    }

    /// How it fits a head.
    ///
    /// # Errors
    /// An empty file, or one of another workspace.
    pub fn fit(&self, head: &Head) -> Result<Fit, DraftFileError> {
        let mine = &head.workspace.settings().company;
        if self.company != *mine {
            return Err(DraftFileError::OtherWorkspace {
                theirs: self.company.clone(),
                mine: mine.clone(),
            });
        }
        if self.intents.is_empty() {
            return Err(DraftFileError::Empty);
        }
        let draft =
            Draft::new(uuid::Uuid::nil().into(), "", head.revision).with_intents(self.intents.clone());
        let refused = draft.replay(&head.workspace).refused;
        let words = if refused.is_empty() {
            Vec::new()
        } else {
            draft.describe(&head.workspace)
        };
        let told = refused.into_iter().map(|(place, refusal)| {
            let words = words.get(place).cloned().unwrap_or_default();
            (place, words, refusal)
        });
        Ok(Fit {
            is_same_base: self.base.digest == digest(&head.workspace),
            is_same_engine: self.engine == domain::VERSION,
            are_same_zones: self.zones == domain::ZONE_DATA,
            refused: told.collect(),
        })
    }
}
