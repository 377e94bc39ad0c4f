//! JSON at random, and valid JSON with some of it changed.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// Some JSON: mostly what such data holds, in the wrong places.
pub fn any_json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        prop::sample::select(vec![
            "+14155550101",
            "00000000-0000-0000-0000-000000000001",
            "Agent",
            "24:00",
            "UTC",
            "+262142-12-31T23:59:59Z",
            "-262143-01-01T00:00:00Z",
            "9999-12-31T23:59:60Z",
            "9999-12-31",
        ])
        .prop_map(str::to_owned),
        ".{0,8}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2_i64..20_000).prop_map(Value::from),
        prop::sample::select(vec![
            json!(u64::MAX),
            json!(i64::MIN),
            json!(u32::MAX),
            json!(1e300)
        ]),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = prop::sample::select(vec![
            "id", "name", "on", "off", "agent", "queue", "direct", "parent", "kept", "from", "to",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.prop_map(str::to_owned), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every place of a value, the whole of it first: as a JSON pointer, and as a path such as `numbers[3].label`.
pub fn places(value: &Value) -> Vec<(String, String)> {
    let mut found = vec![(String::new(), String::new())];
    collect(value, ("", ""), &mut found);
    found
}

fn collect(value: &Value, (pointer, path): (&str, &str), found: &mut Vec<(String, String)>) {
    let mut inside = |pointer: String, path: String, value: &Value| {
        found.push((pointer.clone(), path.clone()));
        collect(value, (&pointer, &path), found);
    };
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                inside(format!("{pointer}/{index}"), format!("{path}[{index}]"), item);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                inside(format!("{pointer}/{name}"), format!("{path}{dot}{name}"), field);
            }
        }
        _ => {}
    }
}

/// One change of a value at one of its places.
#[derive(Clone, Debug)]
pub struct Mutation {
    place: Index,
    other: Index,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Replaced(Value),
    /// By what stands at another place.
    Exchanged,
    Removed,
    Doubled,
    Nested,
    Renamed,
}

pub fn any_mutation() -> impl Strategy<Value = Mutation> {
    let kind = prop_oneof![
        any_json().prop_map(Kind::Replaced),
        Just(Kind::Exchanged),
        Just(Kind::Removed),
        Just(Kind::Doubled),
        Just(Kind::Nested),
        Just(Kind::Renamed),
    ];
    (any::<Index>(), any::<Index>(), kind).prop_map(|(place, other, kind)| Mutation { place, other, kind })
}

/// Before the name of a field that is written twice: a `Value` cannot hold it.
const TWIN: char = '\u{1}';

impl Mutation {
    /// The value as text after one mutation and the next.
    pub fn all(mutations: &[Self], mut value: Value) -> String {
        for mutation in mutations {
            mutation.change(&mut value);
        }
        value.to_string().replace("\"\\u0001", "\"")
    }

    fn change(&self, value: &mut Value) {
        let found = places(value);
        let (pointer, _) = &found[self.place.index(found.len())];
        let other = value.pointer(&found[self.other.index(found.len())].0).cloned();
        let place = value.pointer_mut(pointer).unwrap();
        match &self.kind {
            Kind::Replaced(new) => *place = new.clone(),
            Kind::Exchanged => *place = other.unwrap_or_default(),
            Kind::Nested => *place = json!([place.take()]),
            Kind::Removed | Kind::Doubled | Kind::Renamed => {
                let (around, last) = pointer.rsplit_once('/').unwrap_or_default();
                self.change_inside(value.pointer_mut(around).unwrap(), last);
            }
        }
    }

    fn change_inside(&self, around: &mut Value, last: &str) {
        match (around, &self.kind) {
            (Value::Array(items), kind) => {
                let Ok(index) = last.parse::<usize>() else { return };
                let item = items.remove(index);
                if matches!(kind, Kind::Doubled) {
                    items.extend([item.clone(), item]);
                }
            }
            (Value::Object(fields), kind) => {
                let Some(field) = fields.remove(last) else { return };
                match kind {
                    Kind::Doubled => {
                        fields.insert(format!("{TWIN}{last}"), field.clone());
                        fields.insert(last.to_owned(), field);
                    }
                    Kind::Renamed => drop(fields.insert("renamed".to_owned(), field)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}
