//! The audit trail: what a publication changed, record by record and field by field, and what went along with it
//! (S202). Worked out from the configuration before and the changes, so nothing has to be written down twice.

mod fields;
mod people;
mod record;
mod settings;
mod targets;
mod texts;

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::draft::describe;
use domain::{Intent, Workspace, Zone};

pub use record::Record;
pub(crate) use record::differing as differing_records;

use fields::{Field, fields};

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is new.
    Added,
    /// Some of its fields are otherwise.
    Changed,
    /// It is gone.
    Removed,
}

/// One field, before and after; an empty text where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, as the screens call it.
    pub name: Cow<'static, str>,
    /// What stood in it.
    pub before: String,
    /// What stands in it.
    pub after: String,
}

/// One record that is otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which.
    pub record: Record,
    /// Its name, as it was where it is gone.
    pub name: String,
    /// What happened to it.
    pub how: How,
    /// No change was about this record: it went along with one that was about another.
    pub went_along: bool,
    /// Its fields that are otherwise; of a new or removed record those with something in them.
    pub fields: Vec<FieldChange>,
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// In words.
    pub words: String,
    /// What went along with it, a sentence each.
    pub cascades: Vec<String>,
}

/// What a publication was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// What was done, oldest first.
    pub done: Vec<Done>,
    /// Every record that is otherwise.
    pub records: Vec<Changed>,
}

/// What these changes did to a configuration. One that does not fit it is passed over.
pub fn audit(before: &Workspace, intents: &[Intent]) -> Audit {
    let mut workspace = before.clone();
    let mut meant = BTreeSet::new();
    let step = |(intent, words): (&Intent, String)| {
        targets::of(intent, &mut meant);
        let applied = workspace.reapply(intent).unwrap_or_default();
        let cascades = applied.cascades.iter().map(ToString::to_string).collect();
        Done { words, cascades }
    };
    let done = intents.iter().zip(describe(intents, before)).map(step).collect();
    let mut records = changes(before, &workspace);
    for changed in &mut records {
        changed.went_along = !meant.contains(&changed.record);
    }
    Audit { done, records }
}

/// Every record that is not the same in both, with its fields.
pub fn changes(before: &Workspace, after: &Workspace) -> Vec<Changed> {
    let differing = record::differing(before, after);
    differing
        .into_iter()
        .filter_map(|record| changed(record, before, after))
        .collect()
}

/// One record in both; none when it says the same in both, or is in neither.
pub fn changed(record: Record, before: &Workspace, after: &Workspace) -> Option<Changed> {
    let (old, new) = (fields(before, record), fields(after, record));
    let (how, named_in) = match (&old, &new) {
        (None, None) => return None,
        (None, Some(_)) => (How::Added, after),
        (Some(_), None) => (How::Removed, before),
        (Some(_), Some(_)) => (How::Changed, after),
    };
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let gone = old.iter().filter(|field| find(&new, &field.name).is_none());
    let mut found = Vec::new();
    for Field { name, .. } in new.iter().chain(gone) {
        let (one, other) = (find(&old, name), find(&new, name));
        let is_same = one
            .zip(other)
            .is_some_and(|(one, other)| one.stored == other.stored);
        let text = |field: Option<&Field>| field.map_or_else(String::new, |field| field.text.clone());
        let (before, after) = (text(one), text(other));
        let is_empty = before.is_empty() && after.is_empty();
        if !is_same && !is_empty {
            let name = name.clone();
            found.push(FieldChange { name, before, after });
        }
    }
    (how != How::Changed || !found.is_empty()).then(|| Changed {
        record,
        name: record.name(named_in),
        how,
        went_along: false,
        fields: found,
    })
}

/// Every record of a configuration, by kind and then by key.
pub fn records(workspace: &Workspace) -> BTreeSet<Record> {
    let mut all = record::differing(&Workspace::empty("", Zone::UTC), workspace);
    all.insert(Record::Settings);
    all
}

/// What a record says, field by field, as the screens call them; empty where nothing stands in a field, and none where
/// the record is not there.
pub fn facts(workspace: &Workspace, record: Record) -> Option<Vec<(Cow<'static, str>, String)>> {
    let fields = fields(workspace, record)?;
    Some(fields.into_iter().map(|field| (field.name, field.text)).collect())
}

/// The records that a change is about.
pub(crate) fn targets_of(intent: &Intent) -> BTreeSet<Record> {
    let mut found = BTreeSet::new();
    targets::of(intent, &mut found);
    found
}

/// Whether a record is there.
pub(crate) fn is_there(workspace: &Workspace, record: Record) -> bool {
    fields(workspace, record).is_some()
}

fn find<'a>(fields: &'a [Field], name: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.name == name)
}
