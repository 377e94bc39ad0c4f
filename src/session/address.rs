//! Where the user is: the address bar as signals.

use leptos::prelude::*;

use crate::platform::history;

/// The address of the page that is shown; a context of the whole app.
#[derive(Clone, Copy)]
pub struct Address {
    path: RwSignal<String>,
    query: RwSignal<String>,
}

impl Address {
    /// Begins to follow the address bar, and to follow links without loading the app anew.
    pub fn follow() -> Self {
        let (path, query) = history::here();
        let address = Self {
            path: RwSignal::new(path),
            query: RwSignal::new(query),
        };
        history::on_travel(move || address.look());
        history::on_link(move |link| {
            history::push(link);
            address.look();
        });
        address
    }

    /// The path alone.
    pub fn path(self) -> Signal<String> {
        self.path.into()
    }

    /// One value of the query; empty when it is not there.
    pub fn value(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || history::query_value(&self.query.read(), key).unwrap_or_default())
    }

    /// Goes to an address of the app, with a new entry in the history.
    pub fn go(self, link: &str) {
        history::push(link);
        self.look();
    }

    /// Changes one value of the query without a new entry in the history; an empty one is left out.
    pub fn set_value(self, key: &str, value: &str) {
        let query = history::query_with(&self.query.read_untracked(), key, value);
        history::replace(&(self.path.get_untracked() + &query));
        self.look();
    }

    fn look(self) {
        let (path, query) = history::here();
        // The query first: the page that the path brings reads it.
        if *self.query.read_untracked() != query {
            self.query.set(query);
        }
        if *self.path.read_untracked() != path {
            self.path.set(path);
        }
    }
}
