//! A draft as a file, for a colleague who has the same workspace.

use chrono::{DateTime, Utc};
use domain::ids::DraftId;
use domain::{Draft, Intent};
use engine::{Answer, Question, Summary};
use leptos::prelude::*;
use sync::draft_file::{DraftFile, Effect, Fit};

use super::Session;
use super::engine::MONTHS;
use crate::paths::assets;
use crate::platform::engine::EngineWorker;
use crate::platform::{Error, clock, files};

impl Session {
    /// A draft, be it the open one or another.
    pub fn draft_with(self, id: DraftId) -> Option<Draft> {
        if self.draft.read_untracked().id == id {
            return Some(self.draft.get_untracked());
        }
        let others = self.beside().others.read_untracked();
        let found = others.iter().find(|kept| kept.draft.id == id);
        found.map(|kept| kept.draft.clone())
    }

    /// What some changes would do to what is published, from a moment on; the open draft is another matter.
    ///
    /// # Errors
    /// `Unavailable` when the part that works it out cannot be loaded.
    pub async fn effect_of(self, intents: Vec<Intent>, from: DateTime<Utc>) -> Result<Summary, Error> {
        // A worker of its own: that of the open draft goes on with what it knows.
        let worker = EngineWorker::start(assets::ENGINE_WORKER)?;
        let found = self.ask_apart(&worker, intents, from).await;
        worker.end();
        found
    }

    async fn ask_apart(
        self,
        worker: &EngineWorker,
        intents: Vec<Intent>,
        from: DateTime<Utc>,
    ) -> Result<Summary, Error> {
        let workspace = self.head.read_untracked().workspace.clone();
        worker.open(&workspace).await?;
        let change = Question::Change { keep: 0, intents };
        worker.ask(&change, |_| {}).await?;
        let months = MONTHS;
        match worker.ask(&Question::Impact { from, months }, |_| {}).await? {
            Answer::Impact(summary) => Ok(summary),
            _ => Err(Error::Other("the effect was not worked out".to_owned())),
        }
    }

    /// Offers a draft as a download; without its effect when that cannot be worked out, which is then handed back.
    ///
    /// # Errors
    /// Why there is no file.
    pub async fn export_draft(self, id: DraftId) -> Result<Option<Error>, Error> {
        let draft = self
            .draft_with(id)
            .ok_or_else(|| Error::Other("the draft is gone".to_owned()))?;
        let found = self.effect_of(draft.intents().to_vec(), clock::now()).await;
        let (effect, failure) = match found {
            Ok(summary) => (Some(effect(&summary)), None),
            Err(error) => (None, Some(error)),
        };
        let looked_at = self.revision(draft.base).ok();
        let file = DraftFile::of(&draft, &self.head.read_untracked(), looked_at.as_ref(), effect);
        let text = file.write().map_err(|error| Error::Other(error.to_string()))?;
        files::save(&file_name(&draft.name), "application/json", &text)?;
        Ok(failure)
    }

    /// Opens a draft from its file as a new one; the open one waits.
    pub fn open_draft_file(self, file: &DraftFile) {
        let id = clock::new_id().into();
        let known = self.base_of(file);
        self.take_in(file.draft(id, known, self.head.read_untracked().revision));
    }

    /// The revision on which a file's changes were last looked at, when it is kept here and the same.
    pub fn base_of(self, file: &DraftFile) -> Option<u64> {
        file.known(|revision| self.revision(revision).ok())
    }

    /// Reads a draft's file and holds it against what is published here; nothing changes.
    ///
    /// # Errors
    /// A sentence for why it cannot be opened.
    pub async fn look_into_draft(self, file: web_sys::File) -> Result<(DraftFile, Fit), String> {
        let bytes = self.bytes_of(&file).await?;
        let draft = DraftFile::read(&bytes).map_err(|error| error.to_string())?;
        let fit = draft.fit(&self.head.read_untracked());
        fit.map(|fit| (draft, fit)).map_err(|error| error.to_string())
    }
}

fn effect(summary: &Summary) -> Effect {
    Effect {
        from: summary.from,
        months: MONTHS,
        numbers: summary.numbers,
        digest: summary.digest,
    }
}

/// `direct-sms-draft-winter-hours.json`.
fn file_name(draft: &str) -> String {
    let mut name = "direct-sms-draft".to_owned();
    let words = draft.split(|letter: char| !letter.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        name.push('-');
        name.push_str(&word.to_ascii_lowercase());
    }
    name.push_str(".json");
    name
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_goes_by_the_name_of_its_draft() {
        assert_eq!(file_name("Winter hours"), "direct-sms-draft-winter-hours.json");
        assert_eq!(file_name("../é!"), "direct-sms-draft.json");
    }
}
