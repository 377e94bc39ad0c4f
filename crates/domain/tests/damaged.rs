//! Whatever stands where a value is stored: it is read and can be used, or the field that is wrong is named.

mod kinds;
mod mutation;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use chrono::{DateTime, Duration, Utc};
use domain::draft::Step;
use domain::impact::{Handling, Minutes};
use domain::schedule::{HolidayBook, Schedule};
use domain::stored::read;
use domain::{Draft, Intent, Workspace};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::loading;
use kinds::{Kind, kinds};
use mutation::{Mutation, any_json, any_mutation, places};

static COMPANY: LazyLock<Workspace> = LazyLock::new(loading::linked);
static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(kinds);

/// A workspace passes its own check, which is that of reading.
fn is_sound(workspace: &Workspace) {
    let stored = serde_json::to_vec(workspace).unwrap();
    assert_eq!(read::<Workspace>(&stored).as_ref(), Ok(workspace));
}

/// Whatever an intent holds, it is carried out or refused (R20).
fn carry_out(intent: Intent) {
    let mut workspace = COMPANY.clone();
    drop(intent.describe(&workspace));
    match workspace.apply(&intent) {
        Ok(_) => is_sound(&workspace),
        Err(_) => assert_eq!(workspace, *COMPANY, "{intent:?}"),
    }
}

fn replay(mut draft: Draft) {
    is_sound(&draft.replay(&COMPANY).workspace);
    for step in [Step::Undo, Step::Undo, Step::Redo, Step::Redo, Step::Redo] {
        draft.take(step);
        assert_eq!(draft.describe(&COMPANY).len(), draft.intents().len());
    }
}

fn add_up(minutes: Minutes) {
    for handling in Handling::ALL {
        assert!(minutes.gained(handling) <= minutes.after(handling));
        assert!(minutes.lost(handling) <= minutes.before(handling));
    }
}

fn walk(schedule: Schedule) {
    let book = HolidayBook::default();
    for from in ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
        let from: DateTime<Utc> = from.parse().unwrap();
        let spans = schedule.timeline(&book, from, from + Duration::days(9));
        assert_eq!(spans[0].state, schedule.state_at(&book, from), "{schedule:?}");
    }
    assert!(schedule.open_minutes_a_week() <= 7 * 24 * 60);
}

/// The types with `Deserialize` in a file, as the compiler names them.
fn stored_types(file: &Path, module: &str, found: &mut BTreeSet<String>) {
    let text = std::fs::read_to_string(file).unwrap();
    let mut is_derived = false;
    for line in text.lines().map(str::trim) {
        let by_hand = line.split_once("Deserialize<'de> for ").map(|(_, name)| name);
        is_derived |= line.starts_with("#[derive(") && line.contains("Deserialize");
        let declared = ["pub struct ", "pub enum ", "struct ", "enum "]
            .iter()
            .find_map(|word| {
                line.strip_prefix(word)
                    .map(|name| (word.starts_with("pub"), name))
            });
        let by_hand = by_hand.map(|name| {
            let is_public = ["struct", "enum"]
                .iter()
                .any(|word| text.contains(&format!("pub {word} {}", identifier(name))));
            (is_public, name)
        });
        let one = by_hand.or(declared.filter(|_| is_derived));
        is_derived &= declared.is_none() && !line.starts_with("pub(");
        match one {
            Some((true, "$name(Uuid);")) => {
                let list = text.split_once("ids! {").unwrap().1;
                let names = list.lines().map(str::trim).take_while(|line| *line != "}");
                let names = names.filter(|line| !line.is_empty() && !line.starts_with("//"));
                found.extend(names.map(|name| format!("{module}::{name}")));
            }
            Some((true, name)) => {
                found.insert(format!("{module}::{}", identifier(name)));
            }
            _ => {}
        }
    }
}

fn identifier(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '$')
        .next()
        .unwrap()
}

fn all_files(folder: &Path, module: &str, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let inside = match stem {
            "lib" => module.to_owned(),
            _ => format!("{module}::{stem}"),
        };
        if path.is_dir() {
            all_files(&path, &inside, found);
        } else {
            stored_types(&path, &inside, found);
        }
    }
}

#[test]
fn every_type_that_is_stored_is_in_the_list() {
    let mut found = BTreeSet::new();
    all_files(Path::new("src"), "domain", &mut found);
    let listed: BTreeSet<_> = KINDS.iter().map(|kind| kind.name.to_owned()).collect();
    let missing: Vec<_> = found.symmetric_difference(&listed).collect();
    assert!(
        missing.is_empty(),
        "give a sample of each in damaged/kinds.rs: {missing:?}"
    );
    assert!(found.len() > 90, "{}", found.len());
}

#[test]
fn every_sample_is_read() {
    for kind in KINDS.iter() {
        for sample in &kind.samples {
            let read = (kind.read)(sample.to_string().as_bytes());
            assert_eq!(read, Ok(()), "{}: {sample}", kind.name);
        }
    }
}

/// Each place below the whole of each sample, with something else there.
fn each_place(other: impl Fn(&Value) -> Option<Value>, mut check: impl FnMut(&Kind, &str, &[u8])) {
    for kind in KINDS.iter() {
        for sample in &kind.samples {
            for (pointer, path) in places(sample).into_iter().skip(1) {
                let mut damaged = sample.clone();
                let place = damaged.pointer_mut(&pointer).unwrap();
                if let Some(other) = other(place) {
                    *place = other;
                    check(kind, &path, damaged.to_string().as_bytes());
                }
            }
        }
    }
}

#[test]
fn what_is_of_another_type_is_refused_by_the_name_of_its_field() {
    let mut refused = 0;
    each_place(
        |_| Some(json!({ "?": [null] })),
        |kind, path, stored| {
            let stored = std::str::from_utf8(stored).unwrap();
            let Err(unreadable) = (kind.read)(stored.as_bytes()) else {
                // All its fields may be left out, and a name that a newer version may have written is passed over.
                let empty = stored.replace(r#"{"?":[null]}"#, "{}");
                assert_eq!((kind.read)(empty.as_bytes()), Ok(()), "{} at {path}", kind.name);
                return;
            };
            refused += 1;
            let field = unreadable.field.as_deref().unwrap_or_default();
            assert!(field.starts_with(path), "{} at {path}: {unreadable}", kind.name);
        },
    );
    assert!(refused > 500, "{refused}");
}

#[test]
fn a_wrong_text_or_number_is_refused_by_the_name_of_its_field() {
    let mut refused = 0;
    each_place(
        |place| match place {
            Value::String(_) => Some(json!("\u{202e}?")),
            Value::Number(_) => Some(json!(u64::MAX)),
            _ => None,
        },
        |kind, path, stored| {
            let Err(unreadable) = (kind.read)(stored) else {
                return;
            };
            refused += 1;
            let field = unreadable.field.clone().unwrap_or_default();
            // What contradicts another record of a workspace is named by the record.
            let names_record = path.starts_with(&field) && unreadable.cause.contains('`');
            assert!(
                field == path || names_record,
                "{} at {path}: {unreadable}",
                kind.name
            );
        },
    );
    assert!(refused > 200, "{refused}");
}

/// The same without each of its fields in turn: the path to what is around it, its name, and the rest.
fn each_without(sample: &Value) -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for (pointer, path) in places(sample) {
        let fields = sample.pointer(&pointer).and_then(Value::as_object);
        for name in fields.into_iter().flat_map(|fields| fields.keys()) {
            let mut without = sample.clone();
            let around = without.pointer_mut(&pointer).and_then(Value::as_object_mut);
            around.unwrap().remove(name);
            found.push((path.clone(), name.clone(), without));
        }
    }
    found
}

#[test]
fn a_missing_field_is_named() {
    let mut missing = 0;
    for kind in KINDS.iter() {
        let each = kind.samples.iter().flat_map(each_without);
        for (path, name, without) in each {
            let Err(unreadable) = (kind.read)(without.to_string().as_bytes()) else {
                continue;
            };
            let field = unreadable.field.clone().unwrap_or_default();
            let is_named = field == path && unreadable.cause.starts_with(&format!("missing field `{name}`"));
            missing += usize::from(is_named);
            // A choice without what was chosen; or another record needs what is gone.
            let is_empty = field == path && unreadable.cause.starts_with("expected value");
            let names_record = path.starts_with(&field) && unreadable.cause.contains('`');
            assert!(
                is_named || is_empty || names_record,
                "{} without {path}.{name}: {unreadable}",
                kind.name
            );
        }
    }
    assert!(missing > 100, "{missing}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for kind in KINDS.iter() {
            let _ = (kind.read)(&bytes);
        }
    }

    #[test]
    fn some_json_is_read_or_refused(value in any_json()) {
        let text = value.to_string();
        for kind in KINDS.iter() {
            let _ = (kind.read)(text.as_bytes());
        }
    }

    /// Values that are nearly right: with another thing in a place, without it, twice, deeper, or by another name.
    #[test]
    fn a_damaged_value_is_read_or_refused(mutations in prop::collection::vec(any_mutation(), 1..4)) {
        for kind in KINDS.iter() {
            for sample in &kind.samples {
                let text = Mutation::all(&mutations, sample.clone());
                let _ = (kind.read)(text.as_bytes());
            }
        }
    }
}
