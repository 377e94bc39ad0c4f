//! Records that are otherwise than before, field by field.

use leptos::prelude::*;
use sync::audit::{Changed, FieldChange, How};

use super::more::more;
use crate::ui::{Tag, TagKind};

/// Records shown at first, and with each press.
const FIRST: usize = 25;
const MORE: usize = 100;

/// The table: a group of rows a record.
#[component]
pub fn Records(
    /// The records.
    records: Vec<Changed>,
    /// What stands in the two columns.
    #[prop(default = ("Before", "After"))]
    sides: (&'static str, &'static str),
    /// What is said when there are none.
    #[prop(default = "Nothing: each change was taken back by a later one.")]
    none: &'static str,
) -> impl IntoView {
    let total = records.len();
    if total == 0 {
        return view! { <p class="hint">{none}</p> }.into_any();
    }
    let records = StoredValue::new(records);
    let take = RwSignal::new(FIRST);
    let groups =
        move || records.with_value(|records| records.iter().take(take.get()).map(group).collect_view());
    view! {
        <div class="table-frame boxed">
            <table class="table plain records">
                <caption class="visually-hidden">"Records, field by field"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Field"</th>
                        <th scope="col">{sides.0}</th>
                        <th scope="col">{sides.1}</th>
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
        {move || more(take, total, MORE, ("more record", "more records"))}
    }
    .into_any()
}

fn group(changed: &Changed) -> impl IntoView + use<> {
    let tag = match changed.how {
        How::Added => Some((TagKind::Ok, "Added")),
        How::Removed => Some((TagKind::Danger, "Removed")),
        How::Changed => None,
    };
    let tag = tag.map(|(kind, word)| view! { <Tag kind word /> });
    let along = changed.went_along.then(|| view! { <Tag word="Went along" /> });
    let name = format!("{} {}", changed.record.kind(), changed.name);
    let rows = changed.fields.iter().map(row).collect_view();
    view! {
        <tbody>
            <tr><th scope="rowgroup" colspan="3" class="of-record">{name}{tag}{along}</th></tr>
            {rows}
        </tbody>
    }
}

fn row(field: &FieldChange) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{field.name.to_string()}</th>
            <td>{value(&field.before)}</td>
            <td>{value(&field.after)}</td>
        </tr>
    }
}

/// What stands in a field; a word where there is nothing.
fn value(text: &str) -> AnyView {
    if text.is_empty() {
        view! { <span class="muted">"None"</span> }.into_any()
    } else {
        text.to_owned().into_any()
    }
}
