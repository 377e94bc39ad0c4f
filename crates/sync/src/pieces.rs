//! A workspace's stored form, and that of a large change, as text piece by piece: more than can be written at a time.

use domain::draft::Step;
use domain::queue::IvrAssignment;
use domain::{Intent, Workspace};
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

/// The line of a draft's log that says these were done together, under this title; the pieces are, one after the other,
/// what `serde_json::to_string` writes.
pub fn done(title: &str, changes: &[Intent]) -> impl Iterator<Item = String> {
    let title = title.to_owned();
    let changes_to_come = Vec::new();
    let intent = Box::new(Intent::Bulk {
        title,
        changes: changes_to_come,
    });
    let whole = text(&Step::Do { intent });
    // The list is the last thing in it.
    let (before, after) = whole.rsplit_once("[]").unwrap_or_default();
    let (before, after) = (format!("{before}["), format!("]{after}"));
    let pieces = changes.chunks(MOST).enumerate().map(|(place, part)| {
        let list = text(&part);
        let inside = list.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
        let comma = if place == 0 { "" } else { "," };
        format!("{comma}{}", inside.unwrap_or_default())
    });
    std::iter::once(before)
        .chain(pieces)
        .chain(std::iter::once(after))
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
    fn the_pieces_are_the_whole_step() {
        for count in [0, 1, MOST, MOST + 1, 3 * MOST] {
            let team = |place: usize| Intent::AddTeam {
                team: Uuid::from_u128(place as u128).into(),
                name: "a \"[]\" team".to_owned(),
                parent: None,
            };
            let changes: Vec<Intent> = (0..count).map(team).collect();
            let title = "[]agents\".csv[]".to_owned();
            let pieces: Vec<String> = done(&title, &changes).collect();
            let intent = Box::new(Intent::Bulk { title, changes });
            assert_eq!(pieces.concat(), text(&Step::Do { intent }), "{count}");
            assert_eq!(pieces.len(), count.div_ceil(MOST) + 2, "{count}");
        }
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
