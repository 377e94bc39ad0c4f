//! Thousands of numbers that change each in its own way: kinds of change first, and each number found by what is typed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

#[path = "../../domain/tests/large/mod.rs"]
mod large;

use chrono::{DateTime, Utc};
use domain::impact::{Horizon, Square, Theme, answers, coverage};
use domain::{Intent, Workspace, Zone};
use engine::{Answer, ClusterLine, Desk, GroupLine, Of, Page, Question, Said};
use large::{Policies, company, deflection, number, user};

const FROM: &str = "2026-10-15T14:32:00Z";

fn ask(desk: &mut Desk, question: Question) -> Answer {
    desk.ask(7, question);
    let said = std::iter::from_fn(|| desk.step());
    let mut answers = said.filter_map(|said| match said {
        Said::Answer(_, answer) => Some(answer),
        Said::Progress(..) => None,
    });
    answers.next().unwrap()
}

/// A desk that knows what the draft changes.
fn desk(published: &Workspace, intents: Vec<Intent>) -> Desk {
    let mut desk = Desk::default();
    ask(&mut desk, Question::Open(Box::new(published.into())));
    ask(&mut desk, Question::Change { keep: 0, intents });
    let from = FROM.parse().unwrap();
    let months = 12;
    ask(&mut desk, Question::Impact { from, months });
    desk
}

fn clusters(desk: &mut Desk) -> Vec<ClusterLine> {
    match ask(desk, Question::Clusters) {
        Answer::Clusters(lines) => lines,
        other => panic!("{other:?}"),
    }
}

fn groups(desk: &mut Desk, theme: Option<Theme>, search: &str, page: Page) -> (usize, Vec<GroupLine>) {
    let search = search.to_owned();
    match ask(desk, Question::Groups { theme, search, page }) {
        Answer::Groups(list) => (list.total, list.items),
        other => panic!("{other:?}"),
    }
}

/// So many agents get other hours, each their own, and some numbers are gone.
fn different(longer: u32, gone: u32) -> Desk {
    let longer = (0..longer).map(|place| Intent::SetUserDeflection {
        user: user(place),
        deflection: Some(deflection(place, 60)),
    });
    let gone = (0..gone).map(|place| Intent::RemoveNumber {
        number: number(400 + place),
    });
    desk(&company(500, Policies::Different), longer.chain(gone).collect())
}

#[test]
fn a_few_kinds_of_change_hold_all_groups() {
    let mut desk = different(300, 20);
    let found = clusters(&mut desk);
    let counts: Vec<_> = found
        .iter()
        .map(|line| (line.theme, line.groups, line.numbers))
        .collect();
    // A number that is gone changes at every minute, other hours at some.
    assert_eq!(counts, [(Theme::Removed, 20, 20), (Theme::Hours, 300, 300)]);
    let page = Page::first(usize::MAX);
    let (all, lines) = groups(&mut desk, None, "", page);
    assert_eq!((all, lines.len()), (320, 320));
    for cluster in found {
        let (total, of_theme) = groups(&mut desk, Some(cluster.theme), "", page);
        assert_eq!(total, cluster.groups);
        // With the places that they have among all, in the same order.
        let expected: Vec<_> = lines.iter().filter(|line| line.theme == cluster.theme).collect();
        assert!(of_theme.iter().eq(expected));
    }
}

#[test]
fn s018_a_group_is_found_by_a_number_a_label_or_an_owner_of_either_side() {
    let mut desk = different(300, 20);
    let mut check = |search: &str, expected: &[u32]| {
        let (total, lines) = groups(&mut desk, None, search, Page::first(10));
        let mut found: Vec<_> = lines.iter().map(|line| line.first_number).collect();
        found.sort_unstable();
        let expected: Vec<_> = expected.iter().copied().map(number).collect();
        assert_eq!((total, found), (expected.len(), expected), "{search}");
    };
    check("(312) 500-0123", &[123]);
    check("desk 123", &[123]);
    check("AGENT 299", &[299]);
    check("agent 300", &[]);
    // A number that is gone has the name of who had it.
    check("agent 419", &[419]);
    let (total, second) = groups(
        &mut desk,
        Some(Theme::Removed),
        "desk 40",
        Page { skip: 4, take: 1 },
    );
    assert_eq!((total, second.len()), (10, 1));
}

#[test]
fn the_numbers_of_a_group_are_found_too() {
    let global = Intent::SetGlobalDeflection {
        deflection: deflection(7, 30),
    };
    let published = company(60, Policies::Equal);
    let mut after = published.clone();
    after.apply(&global).unwrap();
    let mut desk = desk(&published, vec![global]);
    let mut numbers = |search: &str| {
        let page = Page::first(5);
        let search = search.to_owned();
        match ask(
            &mut desk,
            Question::Numbers {
                group: 0,
                search,
                page,
            },
        ) {
            Answer::Numbers(list) => (list.total, list.items.first().map(|line| line.number)),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(numbers(""), (60, Some(number(0))));
    assert_eq!(numbers("desk 17"), (1, Some(number(17))));
    assert_eq!(numbers("nobody"), (0, None));

    // Its coverage is that of all its numbers.
    let zone: Zone = "America/Chicago".parse().unwrap();
    let of = Of::Group(0);
    let Answer::Coverage(shown) = ask(&mut desk, Question::Coverage { of, zone }) else {
        panic!()
    };
    let horizon = Horizon::months(FROM.parse().unwrap(), 12);
    let all = || (0..60).map(number).collect::<Vec<_>>();
    assert_eq!(shown.numbers, 60);
    assert_eq!(shown.days_before, coverage(&published, all(), horizon, zone).days);
    assert_eq!(shown.days_after, coverage(&after, all(), horizon, zone).days);
}

#[test]
fn each_number_is_traced_in_a_square_whether_it_differs_or_not() {
    let zone: Zone = "America/Chicago".parse().unwrap();
    let published = company(30, Policies::Different);
    let longer = |place: u32| Intent::SetUserDeflection {
        user: user(place),
        deflection: Some(deflection(place, 60)),
    };
    let mut desk = desk(&published, vec![longer(3), longer(4)]);
    let mut after = published.clone();
    for place in [3, 4] {
        after.apply(&longer(place)).unwrap();
    }
    let mut traces = |of: Of, square: Square, page: Page| match ask(
        &mut desk,
        Question::Traces {
            of,
            square,
            zone,
            page,
        },
    ) {
        Answer::Traces(list) => (list.total, list.items),
        other => panic!("{other:?}"),
    };
    let from: DateTime<Utc> = FROM.parse().unwrap();
    let horizon = Horizon::months(from, 12);
    let outcome = |workspace: &Workspace, number, at| {
        let all = answers(workspace, number, horizon);
        let stretch = all.iter().find(|stretch| stretch.from <= at && at < stretch.to);
        stretch.unwrap().answer.clone()
    };
    let week = (0..7).map(|day| chrono::Weekday::try_from(day).unwrap());
    let squares = week.flat_map(|weekday| (0..48).map(move |slot| Square::HalfHour { weekday, slot }));
    let mut differing = 0;
    for square in squares
        .step_by(5)
        .chain([Square::Day("2026-12-01".parse().unwrap())])
    {
        let (total, lines) = traces(Of::All, square, Page::first(30));
        assert_eq!((total, lines.len()), (30, 30));
        for line in lines {
            assert!(square.touches(line.at, line.at + chrono::Duration::minutes(1), zone));
            let (one, other) = (
                outcome(&published, line.number, line.at),
                outcome(&after, line.number, line.at),
            );
            assert_eq!(
                (line.before, line.after),
                (one.outcome, other.outcome),
                "{square:?}"
            );
            assert_eq!(line.differs, one != other);
            differing += usize::from(line.differs);
        }
    }
    assert!(differing > 0);
    let noon = Square::HalfHour {
        weekday: chrono::Weekday::Wed,
        slot: 24,
    };
    let (total, lines) = traces(Of::Changed, noon, Page { skip: 1, take: 5 });
    assert_eq!((total, lines.len(), lines[0].number), (2, 1, number(4)));
}
