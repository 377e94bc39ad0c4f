//! The path to a page.

use leptos::prelude::*;

/// A step on the way to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Where it leads; `None` for a mere heading.
    pub href: Option<String>,
}

/// Where the page lies; the last crumb is the page itself.
#[component]
pub fn Breadcrumb(
    /// The way here.
    #[prop(into)]
    crumbs: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let items = move || {
        let crumbs = crumbs.get();
        let last = crumbs.len().saturating_sub(1);
        let item = |(index, crumb): (usize, Crumb)| {
            let label = match crumb.href {
                Some(href) => view! { <a href=href>{crumb.label}</a> }.into_any(),
                None => crumb.label.into_any(),
            };
            view! { <li aria-current=(index == last).then_some("page")>{label}</li> }
        };
        crumbs.into_iter().enumerate().map(item).collect_view()
    };
    view! { <nav class="breadcrumb" aria-label="Breadcrumb"><ol>{items}</ol></nav> }
}
