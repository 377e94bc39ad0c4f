//! Start-up: what the database holds becomes the session, or the first-start page opens.

use domain::ids::DraftId;
use domain::{Draft, Workspace, Zone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::Head;

use super::Session;
use super::engine::Engine;
use super::phone::Phone;
use super::saving::{self, Log, Saving};
use super::stored::Stored;
use crate::paths::assets;
use crate::platform::store::Store;
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

impl Session {
    /// Begins to read what is stored.
    pub fn start() -> Self {
        let nothing = Workspace::empty("", Zone::UTC);
        let session = Self {
            boot: RwSignal::new(Boot::Loading),
            head: RwSignal::new(Head::first(nothing.clone())),
            draft: RwSignal::new(new_draft(1)),
            workspace: RwSignal::new(nothing.clone()),
            before: RwSignal::new(nothing),
            refused: RwSignal::new(Vec::new()),
            saving: RwSignal::new(Saving::Nothing),
            log: StoredValue::new_local(Log::default()),
            phone: Phone::new(),
            engine: Engine::new(),
        };
        session.follow_effect();
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
                let found = Stored::read(&store, clock::new_id().into()).await;
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

    pub(super) fn open(self, stored: Stored) {
        self.log.update_value(|log| log.steps = stored.steps.len());
        self.head.set(stored.head);
        self.draft.set(stored.draft);
        self.replay();
        self.boot.set(Boot::Ready);
    }

    /// Begins with a workspace: its own head, an empty draft.
    pub fn begin(self, workspace: Workspace) {
        self.begin_with(Stored::first(workspace, clock::new_id().into()));
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

    /// Begins with a workspace file, or with one of the panic screen.
    ///
    /// # Errors
    /// A sentence for what is wrong with the file.
    pub async fn begin_with_file(self, file: web_sys::File) -> Result<(), String> {
        let bytes = files::read(&file).await.map_err(|error| error.to_string())?;
        self.begin_with_bytes(&bytes)
    }

    fn begin_with_bytes(self, bytes: &[u8]) -> Result<(), String> {
        self.begin_with(Stored::from_file(bytes, clock::new_id().into())?);
        Ok(())
    }

    /// Everything stored before goes.
    pub(super) fn begin_with(self, stored: Stored) {
        saving::enqueue(self, saving::whole(&stored));
        self.open(stored);
    }
}

/// An empty draft on a revision.
pub(super) fn new_draft(base: u64) -> Draft {
    empty_draft(clock::new_id().into(), base)
}

pub(super) fn empty_draft(id: DraftId, base: u64) -> Draft {
    Draft::new(id, "New changes", base)
}
