//! Questions and answers as a page would have them, against the engine asked directly.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

#[path = "../../domain/tests/large/mod.rs"]
mod large;
#[path = "desk/parts.rs"]
mod parts;

use domain::impact::{FindingKind, Horizon, Square, coverage, findings, impact};
use domain::{Intent, PhoneNumber, Workspace, Zone};
use engine::{Answer, By, Desk, FindingSort, Of, Page, Progress, Question, Said};
use large::{Policies, company, deflection, number, user};

const FROM: &str = "2026-10-15T14:32:00Z";
const ALL: Page = Page {
    skip: 0,
    take: usize::MAX,
};

fn whole() -> Question {
    Question::Impact {
        from: FROM.parse().unwrap(),
        months: 12,
    }
}

fn listed(search: &str, page: Page) -> Question {
    let search = search.to_owned();
    Question::Groups {
        theme: None,
        search,
        page,
    }
}

fn numbers(group: usize, search: &str) -> Question {
    let search = search.to_owned();
    Question::Numbers {
        group,
        search,
        page: ALL,
    }
}

fn longer(place: u32) -> Intent {
    Intent::SetUserDeflection {
        user: user(place),
        deflection: Some(deflection(place, 60)),
    }
}

/// A desk with a company of so many numbers and a draft.
fn desk(numbers: u32, intents: &[Intent]) -> (Desk, Workspace, Workspace) {
    let before = company(numbers, Policies::Different);
    let mut after = before.clone();
    for intent in intents {
        after.apply(intent).unwrap();
    }
    let mut desk = Desk::default();
    ask(&mut desk, Question::Open(Box::new((&before).into())));
    let intents = intents.to_vec();
    ask(&mut desk, Question::Change { keep: 0, intents });
    (desk, before, after)
}

/// Asks as over the wire, and works until there is nothing left to do.
fn ask(desk: &mut Desk, question: Question) -> Answer {
    desk.ask(7, Question::read(question.text().as_bytes()).unwrap());
    let answers = run(desk);
    let [(7, answer)] = answers.as_slice() else {
        panic!("one answer: {answers:?}")
    };
    let text = serde_json::to_string(answer).unwrap();
    let read: Answer = serde_json::from_str(&text).unwrap();
    assert_eq!(&read, answer);
    read
}

fn run(desk: &mut Desk) -> Vec<(u32, Answer)> {
    let said = std::iter::from_fn(|| desk.step());
    said.filter_map(|said| match said {
        Said::Answer(id, answer) => Some((id, answer)),
        Said::Progress(_, progress) => {
            assert!(progress.done <= progress.total);
            None
        }
    })
    .collect()
}

#[test]
fn the_review_is_that_of_the_engine() {
    let draft: Vec<_> = (1..=30).map(longer).collect();
    let (mut desk, before, after) = desk(200, &draft);
    let whole_impact = impact(&before, &after, FROM.parse().unwrap(), 12);

    let Answer::Impact(summary) = ask(&mut desk, whole()) else {
        panic!()
    };
    assert_eq!(summary.numbers, whole_impact.totals().numbers);
    assert_eq!((summary.listed, summary.digest), (200, whole_impact.digest()));
    assert_eq!(summary.first, whole_impact.totals().first);

    let groups = whole_impact.groups();
    let part = Page { skip: 2, take: 10 };
    let Answer::Groups(list) = ask(&mut desk, listed("", part)) else {
        panic!()
    };
    assert_eq!((list.total, list.items.len()), (groups.len(), 10));
    assert_eq!(
        (list.items[0].place, list.items[0].first_number),
        (2, groups[2].numbers[0])
    );

    let Answer::Numbers(list) = ask(&mut desk, numbers(0, "")) else {
        panic!()
    };
    let numbers: Vec<PhoneNumber> = list.items.iter().map(|line| line.number).collect();
    assert_eq!(numbers, groups[0].numbers);

    let number = numbers[0];
    let Answer::Ranges(list) = ask(&mut desk, Question::Ranges { number, page: ALL }) else {
        panic!()
    };
    assert_eq!(list.items, whole_impact.differences(number));
}

#[test]
fn an_edit_is_worked_out_from_the_last_impact() {
    let (mut desk, before, mut after) = desk(300, &[longer(1), longer(2)]);
    ask(&mut desk, whole());
    for (keep, intents) in [(2, vec![longer(3)]), (1, vec![longer(9)]), (0, vec![])] {
        let mut changed = vec![longer(1), longer(2), longer(3)];
        changed.truncate(keep);
        changed.extend(intents.clone());
        after = before.clone();
        for intent in &changed {
            after.apply(intent).unwrap();
        }
        assert_eq!(
            ask(&mut desk, Question::Change { keep, intents }),
            Answer::Noted { refused: 0 }
        );
        let Answer::Impact(summary) = ask(&mut desk, whole()) else {
            panic!()
        };
        let expected = impact(&before, &after, FROM.parse().unwrap(), 12);
        assert_eq!(summary.digest, expected.digest());
        assert_eq!(summary.groups, expected.groups().len());
    }
    assert_eq!(before, after);
}

#[test]
fn what_no_longer_fits_is_passed_over_and_counted() {
    let (mut desk, ..) = desk(10, &[]);
    let gone = Intent::RemoveNumber {
        number: "+442079460000".parse().unwrap(),
    };
    let intents = vec![gone, longer(1)];
    assert_eq!(
        ask(&mut desk, Question::Change { keep: 0, intents }),
        Answer::Noted { refused: 1 }
    );
    let Answer::Impact(summary) = ask(&mut desk, whole()) else {
        panic!()
    };
    assert_eq!(summary.numbers, 1);
}

#[test]
fn a_newer_question_cuts_short_an_older_one() {
    let (mut desk, ..) = desk(2_000, &[longer(1), Intent::SetSmsChat { on: false }]);
    desk.ask(1, whole());
    assert!(matches!(desk.step(), Some(Said::Progress(1, _))));
    // The same again: the first is pointless. Lists wait behind the impact they are of.
    desk.ask(2, whole());
    desk.ask(3, listed("", ALL));
    let said = run(&mut desk);
    assert_eq!(said[0], (1, Answer::Stopped));
    assert!(matches!(
        said[1..],
        [(2, Answer::Impact(_)), (3, Answer::Groups(_))]
    ));

    // A change of the draft makes all of it pointless, and the old impact is not the new draft's.
    desk.ask(4, whole());
    desk.ask(5, Question::Rehearsal);

    desk.ask(
        6,
        Question::Change {
            keep: 1,
            intents: vec![],
        },
    );
    desk.ask(7, listed("", ALL));
    let expected = [
        (4, Answer::Stopped),
        (5, Answer::Stopped),
        (6, Answer::Noted { refused: 0 }),
        (7, Answer::Nothing),
    ];
    assert_eq!(run(&mut desk), expected);

    desk.ask(8, whole());
    desk.step();
    desk.ask(9, Question::Stop);
    assert_eq!(run(&mut desk), [(8, Answer::Stopped), (9, Answer::Stopped)]);
}

#[test]
fn coverage_and_rehearsal_are_those_of_both_sides() {
    let (mut desk, before, after) = desk(60, &[longer(1), longer(2)]);
    let zone: Zone = "America/Chicago".parse().unwrap();
    assert_eq!(
        ask(&mut desk, Question::Coverage { of: Of::All, zone }),
        Answer::Nothing
    );
    ask(&mut desk, whole());
    let horizon = Horizon::months(FROM.parse().unwrap(), 12);
    for (of, numbers) in [
        (Of::Changed, vec![number(1), number(2)]),
        (Of::Number(number(5)), vec![number(5)]),
    ] {
        let Answer::Coverage(shown) = ask(&mut desk, Question::Coverage { of, zone }) else {
            panic!()
        };
        let side = |workspace| coverage(workspace, numbers.clone(), horizon, zone);
        assert_eq!(shown.numbers, numbers.len());
        assert_eq!(shown.days_before, side(&before).days);
        assert_eq!(shown.days_after, side(&after).days);
        assert_eq!(shown.week_after[6], side(&after).week[6]);
    }
    let Answer::Rehearsal(rehearsed) = ask(&mut desk, Question::Rehearsal) else {
        panic!()
    };
    let expected = domain::impact::rehearse(&after, (0..60).map(number), horizon);
    assert_eq!(rehearsed.clocks.len(), expected.clock_changes.len());
    assert_eq!(rehearsed.holidays.len(), expected.holidays.len());
    let clocks = rehearsed.clocks.iter().map(|clock| {
        let (at, zone) = (clock.at, clock.zone);
        (By::Clock { at, zone }, clock.numbers)
    });
    let holidays = rehearsed.holidays.iter().map(|line| {
        let (holiday, date) = (line.holiday, line.date);
        (By::Holiday { holiday, date }, line.numbers)
    });
    let mut touched = 0;
    for (by, count) in clocks.chain(holidays) {
        let Answer::Touched(list) = ask(&mut desk, Question::Touched { by, page: ALL }) else {
            panic!()
        };
        assert_eq!((list.total, list.items.len()), (count, count), "{by:?}");
        assert!(list.items.is_sorted());
        touched += count;
    }
    assert!(touched > 0);
}

#[test]
fn behind_a_square_stand_the_groups_that_differ_in_it() {
    let (mut desk, before, after) = desk(60, &[longer(1), longer(2), longer(3)]);
    let zone: Zone = "America/Chicago".parse().unwrap();
    let day = Square::Day("2026-12-01".parse().unwrap());
    let behind = |of, page| Question::Behind {
        of,
        square: day,
        zone,
        page,
    };
    assert_eq!(ask(&mut desk, behind(Of::Changed, ALL)), Answer::Nothing);
    ask(&mut desk, whole());
    let found = impact(&before, &after, FROM.parse().unwrap(), 12);
    let Answer::Behind(list) = ask(&mut desk, behind(Of::Changed, ALL)) else {
        panic!()
    };
    assert_eq!((list.total, list.items.len()), (3, 3));
    for line in &list.items {
        let ranges = found.behind(line.number, day, zone);
        assert_eq!((line.stretches, &line.first), (ranges.len(), &ranges));
        assert!(found.differences(line.number).len() > ranges.len());
    }
    let part = Page { skip: 1, take: 1 };
    let Answer::Behind(second) = ask(&mut desk, behind(Of::Changed, part)) else {
        panic!()
    };
    assert_eq!((second.total, &second.items[0]), (3, &list.items[1]));
    let Answer::Behind(one) = ask(&mut desk, behind(Of::Number(number(2)), ALL)) else {
        panic!()
    };
    assert_eq!((one.total, one.items[0].number), (1, number(2)));
}

#[test]
fn r51_levels_are_counted_on_both_sides() {
    let off = Intent::SetUserDeflection {
        user: user(1),
        deflection: None,
    };
    let (mut desk, ..) = desk(600, &[off]);
    let Answer::Levels(levels) = ask(&mut desk, Question::Levels) else {
        panic!()
    };
    assert_eq!((levels.before.user, levels.before.total()), (600, 600));
    assert_eq!((levels.after.user, levels.after.global), (599, 1));
}

#[test]
fn findings_say_which_of_them_the_draft_brings() {
    let extra = "+442079460000".parse().unwrap();
    let add = Intent::AddNumber {
        number: extra,
        label: "Spare".parse().unwrap(),
        direct: true,
        entered_as: String::new(),
        facts: None,
    };
    let (mut desk, _, after) = desk(40, &[add]);
    ask(&mut desk, whole());
    let top = Page { skip: 0, take: 3 };
    let Answer::Findings(page) = ask(
        &mut desk,
        Question::Findings {
            sort: None,
            page: top,
        },
    ) else {
        panic!()
    };
    let all = findings(&after, Horizon::months(FROM.parse().unwrap(), 12));
    assert_eq!(
        page.sorts.iter().map(|count| count.total).sum::<usize>(),
        all.len()
    );
    assert_eq!(
        (page.sorts[0].sort, page.sorts[0].total, page.sorts[0].new),
        (FindingSort::NoOwner, 1, 1)
    );
    assert_eq!(page.items[0].finding.kind, FindingKind::NoOwner { number: extra });
    assert!(page.items[0].new);
    assert!(page.sorts.iter().all(|count| {
        page.items
            .iter()
            .filter(|found| FindingSort::of(&found.finding.kind) == count.sort)
            .count()
            == count.total.min(3)
    }));

    let sort = FindingSort::NoPersonalQueue;
    let rest = Page { skip: 3, take: 100 };
    let Answer::Findings(page) = ask(
        &mut desk,
        Question::Findings {
            sort: Some(sort),
            page: rest,
        },
    ) else {
        panic!()
    };
    assert_eq!(page.items.len(), 37);
    assert!(page.items.iter().all(|found| !found.new));
}

#[test]
fn what_is_said_travels_under_the_number_of_the_question() {
    let progress = Progress { done: 3, total: 40 };
    assert_eq!(Said::Progress(7, progress).text(), r#"7% {"done":3,"total":40}"#);
    assert_eq!(Said::Answer(12, Answer::Nothing).text(), r#"12 "nothing""#);
}
