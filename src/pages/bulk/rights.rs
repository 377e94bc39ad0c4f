//! What the uploader may edit: said before there is a file, and beside what it would do (R95).

use std::collections::BTreeSet;

use domain::bulk::Property;
use leptos::prelude::*;

use super::run::Upload;
use crate::ui::Checkbox;
use crate::words;

/// A box for each property, ticked as long as nothing else is known.
#[component]
pub(super) fn Editable(upload: Upload) -> impl IntoView {
    let forbidden = upload.forbidden();
    let tick = |property: Property| {
        let checked = Signal::derive(move || !forbidden.read().contains(&property));
        let change = move |on: bool| {
            forbidden.update(|forbidden| {
                if on {
                    forbidden.remove(&property);
                } else {
                    forbidden.insert(property);
                }
            });
        };
        view! { <li><Checkbox label=name(property) checked on_change=change /></li> }
    };
    view! {
        <fieldset class="field">
            <legend class="label">"Columns that you may edit"</legend>
            <ul class="bulk-rights">{Property::ALL.map(tick).into_iter().collect_view()}</ul>
            <p class="hint">
                "What a file of users asks for in other columns is ignored, and the error log names each such cell."
            </p>
        </fieldset>
    }
}

/// Which properties a file leaves as they are; nothing where it may edit all.
pub(super) fn left_alone(forbidden: &BTreeSet<Property>) -> Option<String> {
    let names: Vec<String> = forbidden
        .iter()
        .map(|property| in_a_sentence(*property))
        .collect();
    let (last, others) = names.split_last()?;
    let names = if others.is_empty() {
        last.clone()
    } else {
        format!("{} and {last}", others.join(", "))
    };
    Some(words::sentence(&format!(
        "you may not edit {names}: all of that stays as it is"
    )))
}

fn name(property: Property) -> &'static str {
    match property {
        Property::Details => "Names, addresses and other details",
        Property::Status => "Status",
        Property::Chats => "Chat concurrency",
        Property::Numbers => "Direct numbers",
        Property::Roles => "Roles",
        Property::Teams => "Teams",
    }
}

fn in_a_sentence(property: Property) -> String {
    name(property).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r95_what_may_not_be_edited_is_named() {
        let left = |properties: &[Property]| left_alone(&properties.iter().copied().collect());
        assert_eq!(left(&[]), None);
        assert_eq!(
            left(&[Property::Numbers]).as_deref(),
            Some("You may not edit direct numbers: all of that stays as it is.")
        );
        assert_eq!(
            left(&[Property::Teams, Property::Status, Property::Roles]).as_deref(),
            Some("You may not edit status, roles and teams: all of that stays as it is.")
        );
    }
}
