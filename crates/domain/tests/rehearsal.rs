//! The rehearsal of clock changes and holidays, in steps.

use domain::impact::{Horizon, Rehearsal, RehearsalRun, rehearse};
use domain::{PhoneNumber, Workspace};
use proptest::prelude::*;

use crate::random;

/// Some numbers, or some different hours, at a time; the progress only grows, and ends at its total.
fn in_steps(workspace: &Workspace, numbers: &[PhoneNumber], horizon: Horizon, count: usize) -> Rehearsal {
    let mut run = RehearsalRun::new(workspace, numbers.iter().copied(), horizon);
    let mut done = 0;
    while !run.is_done() {
        let progress = run.step(count);
        assert!(done < progress.done && progress.done <= progress.total);
        assert_eq!(run.is_done(), progress.done == progress.total);
        done = progress.done;
    }
    run.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rehearsal_in_steps_finds_what_it_finds_at_once(seed: u64, count in 1_usize..4) {
        let workspace = random::workspace(&mut random::Dice::new(seed));
        let horizon = Horizon::months("2026-10-15T14:32:00Z".parse().unwrap(), 12);
        let numbers: Vec<_> = workspace.numbers().map(|number| number.number).collect();
        let whole = rehearse(&workspace, numbers.iter().copied(), horizon);
        prop_assert_eq!(in_steps(&workspace, &numbers, horizon, count), whole.clone());
        // Nor does it matter in which order the numbers come.
        let backwards = numbers.iter().rev().copied();
        let mut backwards = rehearse(&workspace, backwards, horizon);
        for change in &mut backwards.clock_changes {
            for touched in &mut change.touched {
                touched.numbers.sort_unstable();
            }
            change.touched.sort_by(|one, other| one.numbers.cmp(&other.numbers));
        }
        prop_assert_eq!(backwards, whole);
    }
}
