//! A workspace's stored form as text, piece by piece: a large one is more than can be written at a time.

use domain::Workspace;
use domain::queue::IvrAssignment;
use serde::Serialize;

/// Records in one piece.
const MOST: usize = 200;

/// The pieces; one after the other they are what `serde_json::to_string` writes, the order of the fields apart.
pub fn pieces(workspace: &Workspace) -> impl Iterator<Item = String> {
    let facts = format!(
        r#"{{"settings":{},"holidays":{}"#,
        text(workspace.settings()),
        text(workspace.holidays())
    );
    let ivr = workspace.ivr().map(|(number, queue)| IvrAssignment {
        number,
        queue: queue.clone(),
    });
    std::iter::once(facts)
        .chain(list("numbers", workspace.numbers()))
        .chain(list("ivr", ivr))
        .chain(list("users", workspace.users()))
        .chain(list("teams", workspace.teams()))
        .chain(list("queues", workspace.queues()))
        .chain(list("hours", workspace.all_custom_hours()))
        .chain(list("blocklist", workspace.blocklist()))
        .chain(list("pins", workspace.pins()))
        .chain(std::iter::once("}".to_owned()))
}

/// A field that is a list.
fn list<T: Serialize>(
    name: &'static str,
    mut records: impl Iterator<Item = T>,
) -> impl Iterator<Item = String> {
    let mut before = Some(format!(r#","{name}":["#));
    let mut is_done = false;
    std::iter::from_fn(move || {
        if is_done {
            return None;
        }
        let mut piece = String::new();
        for _ in 0..MOST {
            let Some(record) = records.next() else {
                is_done = true;
                break;
            };
            piece.push_str(&before.take().unwrap_or_else(|| ",".to_owned()));
            piece.push_str(&text(&record));
        }
        if is_done {
            piece.push_str(&before.take().unwrap_or_default());
            piece.push(']');
        }
        Some(piece)
    })
}

/// JSON, which cannot fail for these types: they have no maps with keys other than texts.
fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::Intent;
    use uuid::Uuid;

    use super::*;

    #[track_caller]
    fn check(teams: u128, expected: usize) {
        let mut workspace = Workspace::empty("Larkspur \"Home\"", domain::Zone::UTC);
        for place in 0..teams {
            let intent = Intent::AddTeam {
                team: Uuid::from_u128(place + 1).into(),
                name: format!("Team {place}"),
                parent: None,
            };
            workspace.apply(&intent).unwrap();
        }
        let pieces: Vec<String> = pieces(&workspace).collect();
        let read: Workspace = serde_json::from_str(&pieces.concat()).unwrap();
        assert_eq!(read, workspace, "{teams}");
        assert_eq!(pieces.len(), expected, "{teams}");
    }

    #[test]
    fn no_kind_of_record_is_forgotten() {
        let sample = include_bytes!("../../../public/sample-company.json");
        let workspace = crate::file::read(sample).unwrap();
        let written: String = pieces(&workspace).collect();
        assert_eq!(serde_json::from_str::<Workspace>(&written).unwrap(), workspace);
        let fields = |text: &str| match serde_json::from_str(text).unwrap() {
            serde_json::Value::Object(fields) => fields.keys().cloned().collect::<Vec<_>>(),
            other => unreachable!("{other}"),
        };
        assert_eq!(
            fields(&written),
            fields(&serde_json::to_string(&workspace).unwrap())
        );
    }

    #[test]
    fn the_pieces_are_the_whole_workspace() {
        check(0, 10);
        check(1, 10);
        check(199, 10);
        check(200, 11);
        check(201, 11);
    }
}
