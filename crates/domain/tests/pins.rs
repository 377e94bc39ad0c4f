//! Pinned scenarios: kept with the configuration, checked against any workspace, and nothing to the routing.

use crate::company::*;
use domain::access::Page;
use domain::routing::Outcome;
use domain::{Draft, Intent, Workspace};

/// Ann has the number, and a text to it is pinned.
fn pinned() -> Workspace {
    let mut workspace = company();
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), add_pin(pin(70, " Ann by day "))],
    )
    .unwrap();
    workspace
}

#[test]
fn a_pin_is_added_renamed_and_removed() {
    let mut workspace = pinned();
    assert_eq!(workspace.pin(pin_id(70)).unwrap().name, "Ann by day");
    refused(
        &workspace,
        &add_pin(pin(70, "Again")),
        "this pinned text exists already",
    );
    refused(
        &workspace,
        &add_pin(pin(71, " \t")),
        "enter a name for the pinned text",
    );
    let rename = |bits, name: &str| Intent::RenamePin {
        pin: pin_id(bits),
        name: name.to_owned(),
    };
    refused(&workspace, &rename(70, ""), "enter a name for the pinned text");
    refused(
        &workspace,
        &rename(71, "Other"),
        "this pinned text no longer exists",
    );
    assert_eq!(
        rename(70, "Day").describe(&workspace),
        "rename the pinned text Ann by day to Day"
    );
    after(&mut workspace, [rename(70, "Day"), add_pin(pin(71, "Night"))]).unwrap();
    let names: Vec<_> = workspace.pins().map(|pin| pin.name.clone()).collect();
    assert_eq!(names, ["Day", "Night"]);
    workspace.apply(&Intent::RemovePin { pin: pin_id(70) }).unwrap();
    refused(
        &workspace,
        &Intent::RemovePin { pin: pin_id(70) },
        "this pinned text no longer exists",
    );
    assert_eq!(workspace.pins().len(), 1);
    assert_eq!(Page::of(&add_pin(pin(72, "Any"))), Some(Page::Numbers));
}

#[test]
fn a_pin_breaks_when_its_text_fares_otherwise_and_holds_when_that_is_expected() {
    let mut workspace = pinned();
    let broken = |workspace: &Workspace| workspace.pin(pin_id(70)).unwrap().broken(workspace);
    assert_eq!(broken(&workspace), None);
    workspace.apply(&Intent::Unassign { number: n1() }).unwrap();
    assert_eq!(broken(&workspace), Some(Outcome::DroppedDirectUnassigned));
    let expect = Intent::ExpectOutcome {
        pin: pin_id(70),
        expected: Outcome::DroppedDirectUnassigned,
    };
    assert_eq!(
        expect.describe(&workspace),
        "expect “Nobody answers” of the pinned text Ann by day"
    );
    workspace.apply(&expect).unwrap();
    assert_eq!(broken(&workspace), None);
    // It outlives its number.
    workspace.apply(&Intent::RemoveNumber { number: n1() }).unwrap();
    assert_eq!(broken(&workspace), Some(Outcome::DroppedUnknownNumber));
}

#[test]
fn pins_change_no_answer() {
    let workspace = pinned();
    let mut without = workspace.clone();
    without.apply(&Intent::RemovePin { pin: pin_id(70) }).unwrap();
    assert_eq!(
        workspace.difference(&without),
        domain::workspace::Difference::default()
    );
}

#[test]
fn pins_are_stored_and_what_was_stored_before_there_were_any_is_read() {
    let workspace = pinned();
    let stored = serde_json::to_value(&workspace).unwrap();
    assert_eq!(
        serde_json::from_value::<Workspace>(stored.clone()).unwrap(),
        workspace
    );
    let mut old = stored.clone();
    old.as_object_mut().unwrap().remove("pins");
    let read: Workspace = serde_json::from_value(old).unwrap();
    assert_eq!(read.pins().len(), 0);
    assert_eq!(read.numbers().len(), workspace.numbers().len());
    // What only the moment has may be missing.
    let mut short = stored.clone();
    let scenario = short["pins"][0]["scenario"].as_object_mut().unwrap();
    for key in ["agent", "session", "opted_out", "deflected_min"] {
        scenario.remove(key);
    }
    assert_eq!(serde_json::from_value::<Workspace>(short).unwrap(), workspace);
    let wrong = |key: &str, value: serde_json::Value, sentence: &str| {
        let mut stored = stored.clone();
        stored["pins"][0][key] = value;
        let error = serde_json::from_value::<Workspace>(stored)
            .unwrap_err()
            .to_string();
        assert!(error.contains(sentence), "{error}");
    };
    wrong("name", " ".into(), "enter a name for the pinned text");
    wrong("expected", "nothing".into(), "`nothing` is not an outcome");
    let mut twice = stored.clone();
    let first = twice["pins"][0].clone();
    twice["pins"].as_array_mut().unwrap().push(first);
    let error = serde_json::from_value::<Workspace>(twice)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("pinned text `Ann by day` occurs twice"),
        "{error}"
    );
}

#[test]
fn a_draft_with_pins_is_replayed() {
    let mut draft = Draft::new(id_of_draft(), "Pins", 1);
    let intent = Box::new(add_pin(pin(70, "Ann by day")));
    draft.take(domain::draft::Step::Do { intent });
    let stored = serde_json::to_string(&draft).unwrap();
    let read: Draft = serde_json::from_str(&stored).unwrap();
    assert_eq!(read.replay(&company()).workspace.pins().len(), 1);
}

fn id_of_draft() -> domain::ids::DraftId {
    uuid::Uuid::from_u128(90).into()
}
