//! Where the user is: the address bar as signals. A page with unsaved changes is not left without a question.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::platform::history;

/// The address of the page that is shown; a context of the whole app.
#[derive(Clone, Copy)]
pub struct Address {
    path: RwSignal<String>,
    query: RwSignal<String>,
    /// Whether what is on screen has changes that leaving would drop.
    unsaved: RwSignal<Option<Signal<bool>>>,
    /// The address bar is on its way to another page, and waits for an answer.
    held: RwSignal<bool>,
    /// Whether the address bar is still to be told of the query.
    is_behind: StoredValue<bool>,
}

/// How long the address bar may be behind: to tell it takes a browser some milliseconds, which a letter typed into a
/// filter has not before it is drawn.
const BEHIND: Duration = Duration::from_millis(50);

impl Address {
    /// Begins to follow the address bar, and to follow links without loading the app anew.
    pub fn follow() -> Self {
        let (path, query) = history::here();
        let address = Self {
            path: RwSignal::new(path),
            query: RwSignal::new(query),
            unsaved: RwSignal::new(None),
            held: RwSignal::new(false),
            is_behind: StoredValue::new(false),
        };
        history::on_travel(move || {
            // The entry that was to be told is no longer the one at hand.
            address.is_behind.set_value(false);
            address.look();
        });
        history::on_link(move |link| address.go(link));
        history::on_leave(move || address.tell());
        address
    }

    /// The path alone.
    pub fn path(self) -> Signal<String> {
        self.path.into()
    }

    /// One value of the query; empty when it is not there. Who follows it hears nothing of the others: a letter typed into
    /// a filter must not sort the list anew.
    pub fn value(self, key: &'static str) -> Signal<String> {
        Memo::new(move |_| history::query_value(&self.query.read(), key).unwrap_or_default()).into()
    }

    /// Goes to an address of the app, with a new entry in the history.
    pub fn go(self, link: &str) {
        self.tell();
        history::push(link);
        self.look();
    }

    /// Changes one value of the query without a new entry in the history; an empty one is left out.
    pub fn set_value(self, key: &str, value: &str) {
        let query = history::query_with(&self.query.read_untracked(), key, value);
        if *self.query.read_untracked() == query {
            return;
        }
        self.query.set(query);
        if self.is_behind.try_update_value(|is| std::mem::replace(is, true)) == Some(false) {
            set_timeout(move || self.tell(), BEHIND);
        }
    }

    /// Tells the address bar of the query, if it does not know.
    fn tell(self) {
        if self.is_behind.try_update_value(std::mem::take) == Some(true) {
            history::replace(&(self.path.get_untracked() + &self.query.read_untracked()));
        }
    }

    /// Asks before another page is opened or the tab is closed, for as long as the component is there and has
    /// unsaved changes.
    pub fn guard(self, unsaved: Signal<bool>) {
        self.unsaved.set(Some(unsaved));
        let closing = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.try_get_untracked().unwrap_or_default() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            closing.remove();
            let _ = self.unsaved.try_set(None);
        });
    }

    /// Whether it waits for the answer: stay or leave?
    pub fn is_held(self) -> Signal<bool> {
        self.held.into()
    }

    /// Keeps the page with its changes.
    pub fn stay(self) {
        self.go(&(self.path.get_untracked() + &self.query.read_untracked()));
    }

    /// Drops the changes and opens the other page.
    pub fn leave(self) {
        self.unsaved.set(None);
        self.look();
    }

    fn has_unsaved(self) -> bool {
        let unsaved = self.unsaved.get_untracked();
        unsaved
            .and_then(|unsaved| unsaved.try_get_untracked())
            .unwrap_or_default()
    }

    fn look(self) {
        let (path, query) = history::here();
        let held = *self.path.read_untracked() != path && self.has_unsaved();
        self.held.set(held);
        if held {
            return;
        }
        // The query first: the page that the path brings reads it.
        if *self.query.read_untracked() != query {
            self.query.set(query);
        }
        if *self.path.read_untracked() != path {
            self.path.set(path);
        }
    }
}
