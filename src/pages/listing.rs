//! What pages that list something share: the filter line, and what is said of an address to a record that is gone.

use leptos::prelude::*;

use crate::ui::{Banner, Button, ButtonSize, SearchBox, SortHeader, SortOrder, Tone};
use crate::words;

/// How a list is sorted: a column's key, with a `-` before it from the end. What the address holds, and the way to
/// change it.
pub type Sorting = (Signal<String>, Callback<(String,)>);

/// The head of a column that the list can be sorted by.
#[component]
pub fn SortColumn(
    /// Its words.
    label: &'static str,
    /// Its key in the address; the column a list is sorted by at first has none.
    key: &'static str,
    /// The keys of all columns but that one.
    keys: &'static [&'static str],
    /// How the list is sorted.
    sort: Sorting,
    /// The column's class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let order = Signal::derive(move || order_of(&sort.0.read(), key, keys));
    let turn = move || {
        let to = match order.get_untracked() {
            Some(SortOrder::Ascending) => format!("-{key}"),
            _ => key.to_owned(),
        };
        sort.1.run((to,));
    };
    view! { <SortHeader label order on_sort=turn class /> }
}

/// How the list is sorted by a column; the one without a key also where the address has a key that nobody knows.
fn order_of(sort: &str, key: &str, keys: &[&str]) -> Option<SortOrder> {
    let by = sort.trim_start_matches('-');
    let known = if keys.contains(&by) { by } else { "" };
    let order = if sort.starts_with('-') {
        SortOrder::Descending
    } else {
        SortOrder::Ascending
    };
    (known == key).then_some(order)
}

/// The filter over a list, more filters beside it, and how much of the list is left.
#[component]
pub fn FilterLine(
    /// What is filtered: "numbers".
    what: &'static str,
    /// By what: "Number, label or owner".
    by: &'static str,
    /// What the address holds, and the way to change it.
    search: (Signal<String>, Callback<(String,)>),
    /// How many are left.
    #[prop(into)]
    shown: Signal<usize>,
    /// Of how many.
    #[prop(into)]
    total: Signal<usize>,
    /// More filters.
    #[prop(optional, into)]
    more: ViewFn,
) -> impl IntoView {
    view! {
        <div class="toolbar" role="search" aria-label=format!("Filter {what}")>
            <SearchBox label=format!("Filter by {}", by.to_lowercase()) placeholder=by value=search.0 on_input=search.1 />
            {more.run()}
            <span class="sum" role="status">
                {move || format!("{} of {}", words::digits(shown.get()), words::digits(total.get()))}
            </span>
        </div>
    }
}

/// Says so while the address names a record that does not exist.
#[component]
pub fn Gone(
    /// What it names: "user".
    what: &'static str,
    /// The record's key in the address, and the way to change it.
    edit: (Signal<String>, Callback<(String,)>),
    /// Whether there is such a record.
    #[prop(into)]
    found: Signal<bool>,
) -> impl IntoView {
    let list = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || edit.1.run((String::new(),))>"Show the list"</Button> }
    };
    let gone = move || !edit.0.read().is_empty() && !found.get();
    move || {
        gone().then(|| {
            view! {
                <Banner tone=Tone::Warn wide=true urgent=true action=list>
                    {format!("There is no such {what} any more. It may have been removed, or the address was cut off.")}
                </Banner>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sort: &str, key: &str, expected: Option<SortOrder>) {
        assert_eq!(
            order_of(sort, key, &["label", "owner", "outbound"]),
            expected,
            "{sort} {key}"
        );
    }

    #[test]
    fn the_address_names_the_sorted_column() {
        check("", "", Some(SortOrder::Ascending));
        check("-", "", Some(SortOrder::Descending));
        check("label", "label", Some(SortOrder::Ascending));
        check("-owner", "owner", Some(SortOrder::Descending));
        check("-owner", "label", None);
        check("-outbound", "outbound", Some(SortOrder::Descending));
        check("nonsense", "", Some(SortOrder::Ascending));
    }
}
