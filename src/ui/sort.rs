//! The head of a column that sorts.

use leptos::prelude::*;

use super::{Icon, IconName};

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// From the least.
    Ascending,
    /// From the greatest.
    Descending,
}

impl SortOrder {
    /// The other way.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }
}

/// A column's head.
#[component]
pub fn SortHeader(
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// How the table is sorted by it; `None` when it is not.
    #[prop(into)]
    order: Signal<Option<SortOrder>>,
    /// Sort by it, or the other way round.
    #[prop(into)]
    on_sort: Callback<()>,
    /// The column's class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <th scope="col" class=class aria-sort=move || order.get().map(SortOrder::name)>
            <button class="sort" type="button" on:click=move |_| on_sort.run(())>
                {move || label.get()}
                <Icon name=IconName::Up small=true />
            </button>
        </th>
    }
}
