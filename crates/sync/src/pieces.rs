//! A workspace's stored form, and that of a large change, as text piece by piece: more than can be written at a time.

use domain::draft::Step;
use domain::intent::Changes;
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
    // The changes are still to come.
    let intent = Box::new(Intent::Bulk {
        title: title.to_owned(),
        changes: Changes::default(),
    });
    around(&text(&Step::Do { intent }), changes)
}

/// A list of changes, of which some may hold very many; the pieces are, one after the other, what
/// `serde_json::to_string` writes.
pub fn intents(intents: &[Intent]) -> impl Iterator<Item = String> {
    let each = intents.iter().enumerate().flat_map(|(place, intent)| {
        let comma = (place > 0).then(|| ",".to_owned());
        comma.into_iter().chain(one(intent))
    });
    std::iter::once("[".to_owned())
        .chain(each)
        .chain(std::iter::once("]".to_owned()))
}

/// A change, in pieces where it holds others.
fn one(intent: &Intent) -> Box<dyn Iterator<Item = String> + '_> {
    let Intent::Bulk { title, changes } = intent else {
        return Box::new(std::iter::once(text(intent)));
    };
    let empty = Intent::Bulk {
        title: title.clone(),
        changes: Changes::default(),
    };
    Box::new(around(&text(&empty), changes))
}

/// A text that ends with an empty list, with these changes in that list.
fn around<'a>(whole: &str, changes: &'a [Intent]) -> impl Iterator<Item = String> + use<'a> {
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

    fn teams(count: usize) -> Vec<Intent> {
        let team = |place: usize| Intent::AddTeam {
            team: Uuid::from_u128(place as u128).into(),
            name: "a \"[]\" team".to_owned(),
            parent: None,
        };
        (0..count).map(team).collect()
    }

    #[test]
    fn the_pieces_are_the_whole_step() {
        for count in [0, 1, MOST, MOST + 1, 3 * MOST] {
            let changes = teams(count);
            let title = "[]agents\".csv[]".to_owned();
            let pieces: Vec<String> = done(&title, &changes).collect();
            let changes = changes.into();
            let intent = Box::new(Intent::Bulk { title, changes });
            assert_eq!(pieces.concat(), text(&Step::Do { intent }), "{count}");
            assert_eq!(pieces.len(), count.div_ceil(MOST) + 2, "{count}");
        }
    }

    #[test]
    fn the_pieces_are_the_whole_list_of_changes() {
        let bulk = |count| Intent::Bulk {
            title: "[]agents\".csv[]".to_owned(),
            changes: teams(count).into(),
        };
        let single = teams(1).remove(0);
        let lists = [
            vec![],
            vec![single.clone()],
            vec![bulk(0)],
            vec![single.clone(), bulk(MOST + 1), single, bulk(2)],
        ];
        for list in lists {
            let pieces: Vec<String> = intents(&list).collect();
            assert_eq!(pieces.concat(), text(&list));
            assert!(
                pieces.iter().all(|piece| piece.len() < 200 * MOST),
                "{}",
                list.len()
            );
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
