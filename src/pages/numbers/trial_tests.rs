use domain::number::Owner;
use domain::{Intent, Workspace, Zone};

use super::*;

fn company() -> Workspace {
    let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
    let queue: domain::ids::QueueId = uuid::Uuid::from_u128(7).into();
    workspace.apply(&Intent::SetSmsChat { on: true }).unwrap();
    let first = try_text(&workspace, "+13125550100\n+13125550101", "Desk", true);
    let second = try_text(&workspace, "+13125550102, Alerts\n55555, Short", "", false);
    for intent in first.changes.iter().chain(&second.changes) {
        workspace.apply(intent).unwrap();
    }
    let add = Intent::AddQueue {
        queue,
        name: "Billing".to_owned(),
        parent: None,
        position: None,
    };
    workspace.apply(&add).unwrap();
    let assign = Intent::Assign {
        number: "+13125550100".parse().unwrap(),
        owner: Owner::Queue(queue),
        slot: None,
    };
    workspace.apply(&assign).unwrap();
    workspace
}

fn all(workspace: &Workspace) -> Vec<PhoneNumber> {
    workspace.numbers().map(|number| number.number).collect()
}

#[test]
fn r12_marking_many_leaves_out_short_codes_and_says_why() {
    let workspace = company();
    let trial = try_action(&workspace, Action::MarkDirect, &all(&workspace));
    assert_eq!(trial.numbers, ["+13125550102 Alerts"]);
    assert_eq!(trial.already, 2);
    assert_eq!(trial.refused.len(), 1);
    assert!(
        trial.refused[0].starts_with("55555 Short: "),
        "{:?}",
        trial.refused
    );
}

#[test]
fn r17_r18_taking_the_mark_of_many_lists_the_owners_that_lose_theirs() {
    let workspace = company();
    let trial = try_action(&workspace, Action::UnmarkDirect, &all(&workspace));
    assert_eq!(trial.changes.len(), 2);
    assert_eq!(trial.along, ["+13125550100 is taken from queue Billing."]);
    assert_eq!(trial.already, 2);
}

#[test]
fn a32_removing_and_unassigning_many_are_one_change_each() {
    let mut workspace = company();
    let numbers = all(&workspace);
    let release = try_action(&workspace, Action::Release, &numbers);
    assert_eq!((release.changes.len(), release.already), (1, 3));
    assert_eq!(release.along, ["+13125550100 is taken from queue Billing."]);
    let remove = try_action(&workspace, Action::Remove, &numbers);
    assert_eq!(remove.changes.len(), 4);
    workspace
        .apply(&Intent::Bulk {
            title: String::new(),
            changes: remove.changes.into(),
        })
        .unwrap();
    assert_eq!(workspace.numbers().len(), 0);
}

#[test]
fn lines_take_their_own_label_or_the_one_for_all() {
    let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
    workspace.apply(&Intent::SetSmsChat { on: true }).unwrap();
    let text =
        "+1 312 555 0100, Front desk\r\n\n+1 312 555 0101\n+1 (312) 555-0100; Twice\n312\tShort\n555-0102";
    let made = try_text(&workspace, text, "Store", true);
    assert_eq!(
        made.numbers,
        ["+1 312 555 0100 Front desk", "+1 312 555 0101 Store"]
    );
    assert_eq!(made.refused.len(), 3);
    assert!(made.refused[0].starts_with("Line 4, +1 (312) 555-0100: it is in the lines above"));
    assert!(made.refused[1].starts_with("Line 5, 312: "));
    assert!(made.refused[2].starts_with("Line 6, 555-0102: "));
    let without = try_text(&workspace, "+1 312 555 0100", " ", true);
    assert_eq!((without.changes.len(), without.refused.len()), (0, 1));
}

#[test]
fn s012_a_line_with_a_number_of_the_list_is_refused() {
    let made = try_text(&company(), "+1 312 555 0100", "Again", true);
    assert!(
        made.refused[0].contains("already in the list"),
        "{:?}",
        made.refused
    );
}

#[test]
fn r30_r31_assigning_many_leaves_out_the_sixth_and_what_is_no_direct_number() {
    let mut workspace = company();
    let agent = uuid::Uuid::from_u128(9).into();
    let user = Intent::AddUser {
        user: agent,
        first_name: "Ann".to_owned(),
        last_name: String::new(),
        email: "ann@larkspur.example".to_owned(),
        roles: [domain::people::Role::Agent].into(),
        teams: [].into(),
    };
    workspace.apply(&user).unwrap();
    let more: Vec<_> = (200..206).map(|end| format!("+13125550{end}")).collect();
    for intent in try_text(&workspace, &more.join("\n"), "More", true).changes {
        workspace.apply(&intent).unwrap();
    }
    let assign = Action::Assign(Owner::Agent(agent));
    let trial = try_action(&workspace, assign, &all(&workspace));
    // One is Billing's, one ordinary, one a short code; of the seven others five find room.
    assert_eq!(
        (trial.changes.len(), trial.refused.len()),
        (5, 5),
        "{:?}",
        trial.refused
    );
    assert_eq!(
        trial.along.len(),
        1,
        "that the personal queue is missing, once: {:?}",
        trial.along
    );
    workspace.apply(&assign.together(trial.changes)).unwrap();
    assert_eq!(workspace.numbers_of(Owner::Agent(agent)).count(), 5);
    let again = try_action(&workspace, assign, &all(&workspace));
    assert_eq!(
        (again.changes.len(), again.already, again.refused.len()),
        (0, 5, 5)
    );
}
