//! Start-up: what the database holds becomes the session, or the first-start page opens.

use domain::draft::Trail;
use domain::ids::DraftId;
use domain::{Draft, Workspace, Zone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::Head;

use super::engine::Engine;
use super::phone::Phone;
use super::saving::{self, Log, Saving};
use super::stored::{Records, Stored};
use super::tabs;
use super::{Beside, Session, stored};
use crate::chunk::chunk;
use crate::paths::assets;
use crate::platform::channel::Channel;
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

impl Session {
    /// Begins to read what is stored.
    pub fn start() -> Self {
        let nothing = Workspace::empty("", Zone::UTC);
        let session = Self {
            boot: RwSignal::new(Boot::Loading),
            head: RwSignal::new(Head::first(nothing.clone())),
            draft: RwSignal::new(new_draft(1)),
            workspace: RwSignal::new(nothing.clone()),
            trail: StoredValue::new(Trail::new(nothing.clone())),
            before: RwSignal::new(nothing),
            saving: RwSignal::new(Saving::Nothing),
            log: StoredValue::new_local(Log::default()),
            jobs: RwSignal::default(),
            beside: StoredValue::new(Beside::default()),
            phone: Phone::new(),
            engine: Engine::new(),
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
                let found = store.read(&Table::ALL).await;
                // It loads while what was read is understood.
                if found.as_deref().is_ok_and(stored::has_changes) {
                    self.start_engine();
                }
                let watched = store.clone();
                spawn_local(async move { watched.close_when_outdated().await });
                let channel = Channel::open(DATABASE, move |word| {
                    spawn_local(async move {
                        // Without the code there is nothing to tell: the next start reads everything anew.
                        drop(hear(self, word).await);
                    });
                });
                self.log.update_value(|log| {
                    log.store = Some(store);
                    log.channel = Some(channel);
                });
                let opened = match found {
                    Ok(tables) if tables.iter().all(Vec::is_empty) => Ok(false),
                    Ok(tables) => open_tables(self, tables)
                        .await
                        .unwrap_or_else(|_| Err(Error::Other(MISSING.to_owned()))),
                    Err(error) => Err(error),
                };
                match opened {
                    Ok(true) => {}
                    Ok(false) => self.boot.set(Boot::Empty),
                    Err(error) => self.boot.set(Boot::Broken(error)),
                }
            }
        }
    }

    /// Opens what was found; brings the store up to date, and lets go of drafts discarded long ago.
    fn open_stored(self, mut stored: Stored) {
        let mut writes = Vec::new();
        if stored.lacks_origin {
            writes.extend(saving::origin(&stored.origin));
        }
        let now = clock::now();
        stored.others.retain(|kept| {
            if kept.is_lapsed(now) {
                writes.extend(saving::kept_removed(kept));
            }
            !kept.is_lapsed(now)
        });
        self.open(stored);
        if !writes.is_empty() {
            saving::enqueue(self, writes);
        }
    }

    pub(super) fn open(self, stored: Stored) {
        self.log.update_value(|log| {
            log.steps = stored.open.steps;
            log.is_recorded = stored.is_recorded;
        });
        self.beside().origin.set_value(Some(stored.origin));
        self.beside().commits.set(stored.commits);
        self.beside().others.set(stored.others);
        self.head.set(stored.head);
        self.draft.set(stored.open.draft);
        self.jobs.set(stored.jobs);
        self.beside().author.set(stored.author);
        self.replay();
        self.boot.set(Boot::Ready);
    }

    /// Begins with nothing, in the browser's own time zone.
    ///
    /// # Errors
    /// A sentence for why it cannot.
    pub async fn begin_empty(self) -> Result<(), String> {
        let begun = begin_anew(self).await;
        begun.map(drop).map_err(|_| MISSING.to_owned())
    }

    /// Begins with the sample company that ships with the app.
    ///
    /// # Errors
    /// A sentence for why it cannot be opened.
    pub async fn begin_with_sample(self) -> Result<(), String> {
        let text = files::fetch(assets::SAMPLE_COMPANY)
            .await
            .map_err(|error| error.to_string())?;
        self.begin_with_bytes(text.into_bytes()).await
    }

    /// Begins with a workspace file, or with one of the panic screen.
    ///
    /// # Errors
    /// A sentence for what is wrong with the file.
    pub async fn begin_with_file(self, file: web_sys::File) -> Result<(), String> {
        let bytes = files::read(&file).await.map_err(|error| error.to_string())?;
        self.begin_with_bytes(bytes).await
    }

    async fn begin_with_bytes(self, bytes: Vec<u8>) -> Result<(), String> {
        begin_with_file(self, bytes)
            .await
            .unwrap_or_else(|_| Err(MISSING.to_owned()))
    }

    /// Everything stored before goes.
    pub(super) fn begin_with(self, mut stored: Stored) {
        // Whoever opens it goes by the same name as before.
        if stored.author.is_empty() {
            stored.author = self.beside().author.get_untracked();
        }
        saving::enqueue(self, saving::whole(&stored));
        self.open(stored);
    }
}

const MISSING: &str = "the rest of the app could not be loaded: check the connection and try again";

// The first-start page does without what reads and replays stored data.
chunk! {
    workspace:
    /// Opens what the database holds, if that is a workspace.
    fn open_tables(session: Session, tables: Vec<Records>) -> Result<bool, Error> {
        let found = Stored::of(tables, clock::new_id().into());
        found.map(|stored| stored.map(|stored| session.open_stored(stored)).is_some())
    }
}
chunk! {
    workspace:
    /// Another tab has written.
    fn hear(session: Session, word: String) -> () {
        tabs::hear(session, &word);
    }
}
chunk! {
    workspace:
    /// Begins with a file's bytes.
    fn begin_with_file(session: Session, bytes: Vec<u8>) -> Result<(), String> {
        Stored::from_file(&bytes, clock::new_id().into()).map(|stored| session.begin_with(stored))
    }
}
chunk! {
    workspace:
    /// Begins with an empty workspace; says whether it did.
    fn begin_anew(session: Session) -> bool {
        let zone = clock::zone_name().and_then(|name| name.parse().ok()).unwrap_or(Zone::UTC);
        let workspace = Workspace::empty("My company", zone);
        session.begin_with(Stored::first(workspace, clock::new_id().into()));
        true
    }
}

/// An empty draft on a revision.
pub(super) fn new_draft(base: u64) -> Draft {
    empty_draft(clock::new_id().into(), base)
}

pub(super) fn empty_draft(id: DraftId, base: u64) -> Draft {
    Draft::new(id, "New changes", base)
}
