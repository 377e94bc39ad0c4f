//! Start-up: what the database holds becomes the session, or the first-start page opens.

use domain::draft::Step;
use domain::{Draft, Workspace, Zone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::{Commit, Head};

use super::Session;
use super::phone::Phone;
use super::saving::{self, DraftRecord, Log, Saving};
use crate::paths::assets;
use crate::platform::store::{Store, Table};
use crate::platform::{Error, clock, files};

const DATABASE: &str = "direct-sms";

/// What start-up found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Boot {
    /// Still reading.
    Loading,
    /// Nothing is stored: first start.
    Empty,
    /// The workspace is open.
    Ready,
    /// The stored data cannot be used now.
    Broken(Error),
}

/// What the database holds.
struct Stored {
    head: Head,
    draft: Draft,
    steps: usize,
}

impl Session {
    /// Begins to read what is stored.
    pub fn start() -> Self {
        let nothing = Workspace::empty("", Zone::UTC);
        let session = Self {
            boot: RwSignal::new(Boot::Loading),
            head: RwSignal::new(Head::first(nothing.clone())),
            draft: RwSignal::new(new_draft(1)),
            workspace: RwSignal::new(nothing),
            refused: RwSignal::new(Vec::new()),
            saving: RwSignal::new(Saving::Nothing),
            log: StoredValue::new_local(Log::default()),
            phone: Phone::new(),
        };
        spawn_local(session.load());
        session
    }

    async fn load(self) {
        let blocked = move || self.boot.set(Boot::Broken(Error::Blocked));
        match Store::open(DATABASE, blocked).await {
            Err(Error::Unavailable { .. }) => {
                self.saving.set(Saving::MemoryOnly);
                self.boot.set(Boot::Empty);
            }
            Err(error) => self.boot.set(Boot::Broken(error)),
            Ok(store) => {
                let found = read(&store).await;
                let watched = store.clone();
                spawn_local(async move { watched.close_when_outdated().await });
                self.log.update_value(|log| log.store = Some(store));
                match found {
                    Ok(Some(stored)) => self.open(stored),
                    Ok(None) => self.boot.set(Boot::Empty),
                    Err(error) => self.boot.set(Boot::Broken(error)),
                }
            }
        }
    }

    fn open(self, stored: Stored) {
        self.log.update_value(|log| log.steps = stored.steps);
        self.head.set(stored.head);
        self.draft.set(stored.draft);
        self.replay();
        self.boot.set(Boot::Ready);
    }

    /// Begins with a workspace: its own head, an empty draft.
    pub fn begin(self, workspace: Workspace) {
        let head = Head::first(workspace);
        saving::enqueue(self, saving::snapshot(&head));
        self.open(Stored {
            head,
            draft: new_draft(1),
            steps: 0,
        });
    }

    /// Begins with nothing, in the browser's own time zone.
    pub fn begin_empty(self) {
        let zone = clock::zone_name()
            .and_then(|name| name.parse().ok())
            .unwrap_or(Zone::UTC);
        self.begin(Workspace::empty("My company", zone));
    }

    /// Begins with the sample company that ships with the app.
    ///
    /// # Errors
    /// A sentence for why it cannot be opened.
    pub async fn begin_with_sample(self) -> Result<(), String> {
        let text = files::fetch(assets::SAMPLE_COMPANY)
            .await
            .map_err(|error| error.to_string())?;
        self.begin_with_bytes(text.as_bytes())
    }

    /// Begins with a workspace file.
    ///
    /// # Errors
    /// A sentence for what is wrong with the file.
    pub async fn begin_with_file(self, file: web_sys::File) -> Result<(), String> {
        let bytes = files::read(&file).await.map_err(|error| error.to_string())?;
        self.begin_with_bytes(&bytes)
    }

    fn begin_with_bytes(self, bytes: &[u8]) -> Result<(), String> {
        let workspace = sync::file::read(bytes).map_err(|error| error.to_string())?;
        self.begin(workspace);
        Ok(())
    }
}

/// An empty draft on a revision.
pub(super) fn new_draft(base: u64) -> Draft {
    Draft::new(clock::new_id().into(), "New changes", base)
}

/// Snapshot, then the commits since, then the open draft's steps.
async fn read(store: &Store) -> Result<Option<Stored>, Error> {
    let found = store
        .read(&[
            Table::Meta,
            Table::Snapshot,
            Table::Commits,
            Table::Drafts,
            Table::Log,
        ])
        .await?;
    let Ok([meta, pieces, commits, drafts, log]) = <[Vec<(String, String)>; 5]>::try_from(found) else {
        return Ok(None);
    };
    let Some((_, revision)) = meta.into_iter().find(|(key, _)| key == "revision") else {
        return Ok(None);
    };
    let whole: String = pieces.into_iter().map(|(_, piece)| piece).collect();
    let mut head = Head {
        revision: parse(&revision)?,
        workspace: parse(&whole)?,
    };
    for (_, text) in &commits {
        let commit: Commit = parse(text)?;
        if commit.revision > head.revision {
            head = head
                .after(&commit)
                .map_err(|refusal| Error::Other(refusal.to_string()))?;
        }
    }
    let mut draft = new_draft(head.revision);
    let mut steps = 0;
    for (id, text) in drafts {
        let record: DraftRecord = parse(&text)?;
        if !record.published {
            let id_of = id
                .parse()
                .map_err(|_| Error::Other(format!("`{id}` is not a draft's id")))?;
            draft = Draft::new(id_of, &record.name, record.base);
            steps = 0;
            for (_, step) in log.iter().filter(|(key, _)| key.starts_with(&id)) {
                draft.take(parse::<Step>(step)?);
                steps += 1;
            }
        }
    }
    Ok(Some(Stored { head, draft, steps }))
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Other(format!("the stored data is damaged: {error}")))
}
