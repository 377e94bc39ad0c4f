//! What is shown, kept in the address, so that a link shows the same.

use leptos::prelude::*;

use crate::session::Address;

/// One value of the page's query, and the way to change it; an empty one is left out.
pub fn query_value(key: &'static str) -> (Signal<String>, Callback<(String,)>) {
    let address = expect_context::<Address>();
    let set = Callback::new(move |(text,): (String,)| address.set_value(key, &text));
    (address.value(key), set)
}
