//! What is shown, kept in the address, so that a link shows the same.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// One value of the page's query, and the way to change it; an empty one is left out.
pub fn query_value(key: &'static str) -> (Signal<String>, Callback<(String,)>) {
    // The location's own query: that of the route is not told of a new path as long as the route stays the same.
    let (location, navigate) = (use_location(), use_navigate());
    let query = location.query;
    let value = Signal::derive(move || query.read().get(key).unwrap_or_default());
    let set = Callback::new(move |(text,): (String,)| {
        let mut query = query.get_untracked();
        if text.is_empty() {
            query.remove(key);
        } else {
            query.replace(key, text);
        }
        let address = format!("{}{}", location.pathname.get_untracked(), query.to_query_string());
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    });
    (value, set)
}
