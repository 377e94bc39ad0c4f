//! One draft as a file: a colleague opens it, without a connection if need be, and gets the same review, or is told
//! what is not the same there.

use chrono::{DateTime, Utc};
use domain::draft::{Content, DraftNameError, Parked, Settling, Step, checked_name};
use domain::ids::DraftId;
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
    /// What was published when it was written, on which its effect was worked out.
    pub base: Base,
    /// What its changes were last looked at on. None where that was no longer kept, and in files of the first versions,
    /// where it was what was published.
    #[serde(default)]
    pub looked_at: Option<Base>,
    /// The revision it was begun on, in the workspace the file comes from. Files of the first versions do not say.
    #[serde(default)]
    pub begun: Option<u64>,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub note: String,
    /// What it does, oldest first.
    pub intents: Vec<Intent>,
    /// What is set aside in it, oldest first; nothing in files of the first versions.
    #[serde(default)]
    pub parked: Vec<Parked>,
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
    /// Its name cannot be a draft's.
    #[error("{cause}; rename the draft where the file comes from, then export it again")]
    Name {
        /// Why not.
        cause: DraftNameError,
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

impl Base {
    /// A configuration under its revision.
    pub fn of(revision: u64, workspace: &Workspace) -> Self {
        Self {
            revision,
            digest: digest(workspace),
        }
    }
}

/// Stands for all that is configured.
pub fn digest(workspace: &Workspace) -> Digest {
    Digest::of_texts(pieces(workspace))
}

impl DraftFile {
    /// A draft as it stands on a head. `looked_at` is the configuration of its base, where that is still kept.
    pub fn of(draft: &Draft, head: &Head, looked_at: Option<&Workspace>, effect: Option<Effect>) -> Self {
        Self {
            company: head.workspace.settings().company.clone(),
            base: Base::of(head.revision, &head.workspace),
            looked_at: looked_at.map(|workspace| Base::of(draft.base, workspace)),
            // Begun on a revision that was lost, it was begun on what is left.
            begun: Some(draft.begun().min(head.revision)),
            name: draft.name.clone(),
            note: draft.note.clone(),
            intents: draft.intents().to_vec(),
            parked: draft.parked().to_vec(),
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
        let file: Self = envelope::read(bytes, FORMAT, VERSION).map_err(|fault| match fault {
            Fault::Foreign => DraftFileError::Foreign,
            Fault::TooNew => DraftFileError::TooNew,
            Fault::Damaged(cause) => DraftFileError::Damaged { cause },
        })?;
        checked_name(&file.name).map_err(|cause| DraftFileError::Name { cause })?;
        file.contradiction()
            .map_or(Ok(file), |cause| Err(DraftFileError::Damaged { cause }))
    }

    /// What in it cannot be: it names a revision later than what was published when it was written, or two configurations
    /// under one revision.
    fn contradiction(&self) -> Option<String> {
        let last = self.base.revision;
        let looked_at = self.looked_at.unwrap_or(self.base);
        if looked_at.revision > last {
            return Some(format!(
                "its changes were looked at on revision {}, but revision {last} was the last when it was written",
                looked_at.revision
            ));
        }
        if looked_at.revision == last && looked_at.digest != self.base.digest {
            return Some(format!("it knows two configurations of revision {last}"));
        }
        let begun = self.begun.filter(|begun| *begun > looked_at.revision);
        if let Some(begun) = begun {
            return Some(format!(
                "it was begun on revision {begun}, after revision {}, on which its changes were looked at",
                looked_at.revision
            ));
        }
        let mut parked = self.parked.iter().filter_map(|parked| parked.base);
        let parked = parked.find(|base| *base > last)?;
        Some(format!(
            "a change was set aside on revision {parked}, but revision {last} was the last when it was written"
        ))
    }

    /// The revision on which its changes were last looked at, when that is kept here and is the same one. Then what
    /// was published on it since can clash with the draft here as it does where the file comes from (R102).
    pub fn known(&self, revision: impl Fn(u64) -> Option<Workspace>) -> Option<u64> {
        let looked_at = self.looked_at.unwrap_or(self.base);
        let here = revision(looked_at.revision)?;
        (digest(&here) == looked_at.digest).then_some(looked_at.revision)
    }

    /// The draft, on the revision on which its changes were last looked at if that is `known` here, on the head if not.
    pub fn draft(&self, id: DraftId, known: Option<u64>, head: u64) -> Draft {
        let base = known.unwrap_or(head);
        let begun = self.begun.filter(|_| known.is_some()).unwrap_or(base);
        // Elsewhere the same figure is another revision.
        let parked = self.parked.iter().map(|parked| Parked {
            base: parked.base.filter(|_| known.is_some()),
            ..parked.clone()
        });
        let mut draft = Draft::new(id, &self.name, begun);
        draft.note.clone_from(&self.note);
        draft.take(Step::Settle {
            what: Settling::Brought,
            content: Box::new(Content {
                base,
                intents: self.intents.clone(),
                parked: parked.collect(),
            }),
        });
        draft
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
        if self.intents.is_empty() && self.parked.is_empty() {
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
