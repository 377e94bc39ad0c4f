//! Random files on random companies: what the engine does equals a plain model of specification 8.2, in which every
//! cell is judged anew until nothing changes any more.

use std::collections::BTreeSet;

use crate::company::{self, BILLING, agent, assign, company, leaf, user};
use crate::random::Dice;
use domain::bulk::{
    Check, NumberOutcome, Report, Rights, RowOutcome, RowReport, Sheet, template, users_file, users_json,
};
use domain::number::Owner;
use domain::people::Role;
use domain::{Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use uuid::Uuid;

const USERS: u128 = 6;
const SLOTS: usize = 5;

/// What is asked of a slot: as it is, nothing, this number, or what cannot be read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    Keep,
    Clear,
    Number(PhoneNumber),
    Bad,
}

type Row = (u128, [Cell; SLOTS]);
type Slots = [Option<PhoneNumber>; SLOTS];

fn number(place: u64) -> PhoneNumber {
    format!("+1415555{:04}", 1_000 + place).parse().unwrap()
}

fn id(place: u128) -> u128 {
    900 + place
}

/// Six users, the last no agent; twelve numbers, one of a queue and one that is not direct.
fn workspace(dice: &mut Dice) -> Workspace {
    let mut workspace = company();
    for place in 0..USERS {
        let role = if place + 1 == USERS {
            Role::Manager
        } else {
            Role::Agent
        };
        let add = Intent::AddUser {
            user: user(id(place)),
            email: format!("user{place}@test.example"),
            first_name: format!("User {place}"),
            last_name: String::new(),
            roles: BTreeSet::from([role]),
            teams: BTreeSet::new(),
        };
        workspace.apply(&add).unwrap();
    }
    for place in 0..12 {
        let add = company::add(number(place), "Line", place != 11);
        workspace.apply(&add).unwrap();
    }
    workspace.apply(&assign(number(10), leaf(BILLING))).unwrap();
    for place in 0..10 {
        let to = u128::from(dice.next() % 8);
        if to + 1 < USERS {
            // A sixth number of one agent is refused.
            let _ = workspace.apply(&assign(number(place), agent(id(to))));
        }
    }
    workspace
}

fn rows(dice: &mut Dice) -> Vec<Row> {
    let mut rows = Vec::new();
    for place in 0..USERS {
        if dice.next().is_multiple_of(5) {
            continue;
        }
        let mut cells = [Cell::Keep; SLOTS];
        for cell in &mut cells {
            *cell = match dice.next() % 8 {
                0 => Cell::Clear,
                1..=3 => Cell::Number(number(dice.next() % 13)),
                4 if dice.next().is_multiple_of(4) => Cell::Bad,
                _ => Cell::Keep,
            };
        }
        rows.push((id(place), cells));
    }
    rows
}

fn text(workspace: &Workspace, rows: &[Row], dice: &mut Dice) -> String {
    let header: Vec<String> = template(workspace)
        .into_iter()
        .map(|(header, _)| header)
        .collect();
    let mut text = header.join(",") + "\n";
    for (of, cells) in rows {
        let cell = |header: &String| {
            let slot = header
                .strip_prefix("Direct Inbound Number: ")
                .map(|slot| slot.parse::<usize>().unwrap());
            match slot.map(|slot| cells[slot - 1]) {
                Some(Cell::Clear) => "None".to_owned(),
                Some(Cell::Bad) => "4155550100".to_owned(),
                Some(Cell::Number(number)) if dice.next().is_multiple_of(2) => {
                    let digits = number.to_string();
                    format!("{} {}-{}", &digits[..2], &digits[2..5], &digits[5..])
                }
                Some(Cell::Number(number)) => number.to_string(),
                None if header == "Email" => workspace.user(user(*of)).unwrap().email.clone(),
                Some(Cell::Keep) | None => String::new(),
            }
        };
        let line: Vec<String> = header.iter().map(cell).collect();
        text += &(line.join(",") + "\n");
    }
    text
}

/// The same table as a list of users.
fn json(text: &str) -> String {
    let user = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let numbers = (0..SLOTS).map(|slot| {
            (
                format!("direct_inbound_number{}", slot + 1),
                cells[16 + slot].into(),
            )
        });
        let email = ("email".to_owned(), cells[0].into());
        serde_json::Value::Object(std::iter::once(email).chain(numbers).collect())
    };
    serde_json::Value::Array(text.lines().skip(1).map(user).collect()).to_string()
}

fn held(workspace: &Workspace, of: u128) -> Slots {
    let mut slots = [None; SLOTS];
    for record in workspace.numbers_of(agent(of)) {
        slots[record.slot.index()] = Some(record.number);
    }
    slots
}

/// The slots after a row whose bad cells have become `Keep`.
fn after(held: Slots, cells: &[Cell; SLOTS]) -> Slots {
    let mut slots = [None; SLOTS];
    for (slot, cell) in cells.iter().enumerate() {
        slots[slot] = match cell {
            Cell::Number(number) => Some(*number),
            Cell::Clear => None,
            // A number that the row names elsewhere has moved there.
            _ => held[slot].filter(|number| !cells.contains(&Cell::Number(*number))),
        };
    }
    slots
}

/// Every user's slots after the file, and the rows of which something was not applied.
fn model(workspace: &Workspace, rows: &[Row]) -> (Vec<Slots>, BTreeSet<usize>) {
    let mut rows = rows.to_vec();
    let mut failed = BTreeSet::new();
    let usable = |number: PhoneNumber| workspace.number(number).is_some_and(|record| record.is_direct());
    // Steps 2 to 4: each row by itself.
    for (index, (_, cells)) in rows.iter_mut().enumerate() {
        for slot in 0..SLOTS {
            let bad = match cells[slot] {
                Cell::Number(number) => !usable(number) || cells[..slot].contains(&cells[slot]),
                Cell::Bad => true,
                _ => false,
            };
            if bad {
                cells[slot] = Cell::Keep;
                failed.insert(index);
            }
        }
    }
    // Steps 5 and 7.
    let once = rows.clone();
    for (index, (of, cells)) in rows.iter_mut().enumerate() {
        for cell in cells {
            let elsewhere = once
                .iter()
                .enumerate()
                .any(|(other, (_, cells))| other != index && cells.contains(cell));
            let is_agent = workspace.user(user(*of)).unwrap().is_agent();
            if matches!(cell, Cell::Number(_)) && (elsewhere || !is_agent) {
                *cell = Cell::Keep;
                failed.insert(index);
            }
        }
    }
    // Step 6, all over again after each cell that is not to be had.
    loop {
        let kept_by_other = |of: u128, number: PhoneNumber| match workspace.number(number).unwrap().owner() {
            None => false,
            Some(Owner::Queue(_)) => true,
            Some(owner) if owner == agent(of) => false,
            Some(owner) => {
                let row = rows.iter().find(|(other, _)| agent(*other) == owner);
                row.is_none_or(|(other, cells)| after(held(workspace, *other), cells).contains(&Some(number)))
            }
        };
        let mut refused = None;
        for (index, (of, cells)) in rows.iter().enumerate() {
            for (slot, cell) in cells.iter().enumerate() {
                if let Cell::Number(number) = cell
                    && kept_by_other(*of, *number)
                {
                    refused = Some((index, slot));
                }
            }
        }
        let Some((index, slot)) = refused else { break };
        rows[index].1[slot] = Cell::Keep;
        failed.insert(index);
    }
    let slots = |place| {
        let row = rows.iter().find(|(of, _)| *of == id(place));
        row.map_or_else(
            || held(workspace, id(place)),
            |(_, cells)| after(held(workspace, id(place)), cells),
        )
    };
    ((0..USERS).map(slots).collect(), failed)
}

/// What the dry run says of a user's row and of each of its cells, against their slots before and after the file.
#[track_caller]
fn check_told(row: &RowReport, before: Slots, after: Slots) {
    let is_changed = row.outcome == RowOutcome::Changed;
    assert_eq!(is_changed, before != after, "{row:?}: {before:?} to {after:?}");
    for (slot, outcome) in &row.numbers {
        let (was, is) = (before[*slot], after[*slot]);
        let had = |number: PhoneNumber| before.contains(&Some(number));
        let is_so = match *outcome {
            NumberOutcome::Unchanged(number) => was == Some(number) && is == was,
            NumberOutcome::Shifted { number, from } => {
                from != *slot && before[from] == Some(number) && is == Some(number)
            }
            NumberOutcome::Assigned(number)
            | NumberOutcome::Moved { number, .. }
            | NumberOutcome::Swapped { number, .. } => is == Some(number) && !had(number),
            NumberOutcome::Cleared(Some(number)) => was == Some(number) && !after.contains(&was),
            NumberOutcome::Cleared(None) => is.is_none() && (was.is_none() || after.contains(&was)),
            NumberOutcome::Ignored(_) => is == was || (is.is_none() && after.contains(&was)),
        };
        assert!(is_so, "cell {slot} of {row:?}: {before:?} to {after:?}");
    }
}

fn run(workspace: &Workspace, file: &[u8]) -> Report {
    let sheet = Sheet::read(file).unwrap();
    let check = Check::new(workspace.clone(), sheet, Rights::all()).unwrap();
    let mut last = 10_000;
    check.finish("users.csv", || {
        last += 1;
        Uuid::from_u128(last)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn r88_r89_r90_r91_a_file_does_what_the_model_says(seed: u64) {
        let mut dice = Dice::new(seed);
        let mut workspace = workspace(&mut dice);
        let rows = rows(&mut dice);
        let text = text(&workspace, &rows, &mut dice);
        let report = run(&workspace, text.as_bytes());
        let (expected, failed) = model(&workspace, &rows);

        let counts = report.counts();
        prop_assert_eq!(counts.total, rows.len());
        prop_assert_eq!(counts.affected + counts.unchanged + counts.without_effect(), counts.total);
        prop_assert_eq!(counts.succeeded() + counts.failed, counts.total);
        let found: BTreeSet<usize> = (0..rows.len()).filter(|&index| report.fates()[index].failed).collect();
        prop_assert_eq!(found, failed, "{}\n{:?}", text, report.errors);

        // A row of a list has its place for a line.
        let list = run(&workspace, json(&text).as_bytes());
        prop_assert_eq!((list.intent(), list.counts()), (report.intent(), counts));
        let places = |report: &Report, header: u32| -> Vec<_> {
            let errors = report.errors.iter();
            errors.map(|error| (error.line.unwrap() - header, error.column, error.code)).collect()
        };
        prop_assert_eq!(places(&list, 0), places(&report, 1));

        // All changes are those of its rows, but for the teams that it makes.
        let mut of_rows: Vec<_> = (0..rows.len()).flat_map(|place| report.changes_of(place)).collect();
        let mut stepwise = run(&workspace, text.as_bytes());
        while !stepwise.make(2) {}
        prop_assert_eq!(stepwise.intent(), report.intent());
        let mut all = report.changes().to_vec();
        prop_assert_eq!(report.count_changes(), all.len());
        all.retain(|change| !matches!(change, Intent::AddTeam { .. }));
        for changes in [&mut of_rows, &mut all] {
            changes.sort_by_key(|change| format!("{change:?}"));
        }
        prop_assert_eq!(of_rows, all);

        let before: Vec<_> = rows.iter().map(|(of, _)| held(&workspace, *of)).collect();
        if let Some(intent) = report.intent() {
            workspace.apply(intent).unwrap();
        }
        for ((row, (of, _)), before) in report.rows().zip(&rows).zip(before) {
            check_told(&row, before, held(&workspace, *of));
        }
        let found: Vec<_> = (0..USERS).map(|place| held(&workspace, id(place))).collect();
        prop_assert_eq!(found, expected, "{}\n{:?}", text, report.errors);
        // S092, S206.
        prop_assert!(run(&workspace, text.as_bytes()).intent().is_none(), "{}", text);
        for file in [users_file(&workspace), users_json(&workspace)] {
            let export = run(&workspace, file.as_bytes());
            prop_assert_eq!((&export.errors, export.intent()), (&Vec::new(), None));
        }
    }

    #[test]
    fn r3_what_the_dry_run_says_is_carried_out_with_sms_on_or_off(seed: u64, on: bool) {
        let mut dice = Dice::new(seed);
        let mut workspace = workspace(&mut dice);
        workspace.apply(&Intent::SetSmsChat { on }).unwrap();
        let rows = rows(&mut dice);
        let text = text(&workspace, &rows, &mut dice).replacen("test.example,,", "test.example,,7", 1);
        let report = run(&workspace, text.as_bytes());
        if let Some(intent) = report.intent() {
            prop_assert_eq!(workspace.apply(intent).map(drop), Ok(()), "{}", text);
        }
        prop_assert!(run(&workspace, text.as_bytes()).intent().is_none(), "{}", text);
    }

    #[test]
    fn r92_any_bytes_give_rows_or_a_sentence(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0_usize..2_000) {
        let workspace = company();
        let broken = |whole: String| {
            let mut file = whole.into_bytes();
            file.truncate(cut.min(file.len()));
            file.extend(&bytes);
            file
        };
        for file in [broken(users_file(&workspace)), broken(users_json(&workspace)), bytes.clone()] {
            let Ok(sheet) = Sheet::read(file.as_slice()) else { continue };
            if Check::new(workspace.clone(), sheet, Rights::all()).is_ok() {
                let report = run(&workspace, &file);
                let counts = report.counts();
                prop_assert_eq!(counts.affected + counts.unchanged + counts.without_effect(), counts.total);
                if let Some(intent) = report.intent() {
                    let mut after = workspace.clone();
                    prop_assert!(after.apply(intent).is_ok());
                }
            }
        }
    }
}
