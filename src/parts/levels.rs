//! How many numbers each level decides for, before and after: drawn, and as a table.

use domain::deflection::LevelCounts;
use engine::{Answer, Levels as Both, Question};
use leptos::prelude::*;

use crate::parts::answer::answer;
use crate::session::Session;
use crate::ui::Section;
use crate::words;

/// A level's name, the class that carries its tint, and its count.
type Kind = (&'static str, &'static str, fn(&LevelCounts) -> usize);

const KINDS: [Kind; 5] = [
    ("Global", "f-global", |counts| counts.global),
    ("Team", "f-team", |counts| counts.team),
    ("User", "f-user", |counts| counts.user),
    ("OFF", "f-off", |counts| counts.off),
    ("Queue's own message", "f-own", |counts| counts.own_message),
];

/// Where the bars begin, and how long they are.
const LEFT: f64 = 48.0;
const LENGTH: f64 = 700.0;

/// The section.
#[component]
pub fn Levels() -> impl IntoView {
    let session = expect_context::<Session>();
    let told = answer(
        session,
        || Some(Question::Levels),
        |answer| match answer {
            Answer::Levels(levels) => Some(levels),
            _ => None,
        },
    );
    let content = move || told.get().drawn(4, shown);
    view! {
        <Section title="Levels" text="Assigned direct numbers by whose deflection setting is in force">
            <div class="card"><div class="body stack">{content}</div></div>
        </Section>
    }
}

fn shown(levels: Both) -> impl IntoView {
    let kinds = || {
        let is_used = |count: fn(&LevelCounts) -> usize| count(&levels.before) + count(&levels.after) > 0;
        // The four levels always, the rest where it occurs.
        KINDS
            .into_iter()
            .enumerate()
            .filter(move |(place, (.., count))| *place < 4 || is_used(*count))
    };
    let keys = kinds().map(|(_, (name, class, _))| {
        view! {
            <li><svg class="key" aria-hidden="true"><rect class=class width="12" height="12" /></svg>{name}</li>
        }
    });
    let rows = kinds().map(|(_, (name, _, count))| {
        let (before, after) = (count(&levels.before), count(&levels.after));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{of_all(before, levels.before)}</td>
                <td class="num">{of_all(after, levels.after)}</td>
                <td class="num">{difference(before, after)}</td>
            </tr>
        }
    });
    view! {
        <ul class="legend">{keys.collect_view()}</ul>
        <svg class="chart" viewBox="0 0 756 48" role="img" aria-label="Numbers by level, live and in the draft. The table below has the same facts.">
            {bar("Live", 2.0, levels.before)}
            {bar("Draft", 26.0, levels.after)}
        </svg>
        <div class="table-frame boxed" tabindex="0" role="group" aria-label="Numbers by level">
            <table class="table plain">
                <thead>
                    <tr>
                        <th scope="col">"Level"</th>
                        <th scope="col" class="num">"Live"</th>
                        <th scope="col" class="num">"Draft"</th>
                        <th scope="col" class="num">"Difference"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// One side, the levels in a row.
fn bar(side: &'static str, top: f64, counts: LevelCounts) -> impl IntoView {
    let mut left = LEFT;
    let parts = KINDS.map(|(_, class, count)| {
        let width = share(count(&counts), counts.total()) * LENGTH;
        let from = left;
        left += width;
        view! { <rect class=class x=from y=top width=width height="18" /> }
    });
    view! {
        <text class="axis" x="0" y=top + 13.0>{side}</text>
        {parts.collect_view()}
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let permille = (part * 1000).checked_div(whole).unwrap_or_default();
    f64::from(u32::try_from(permille).unwrap_or(u32::MAX)) / 1000.0
}

/// `12 (30%)`.
fn of_all(count: usize, counts: LevelCounts) -> String {
    let percent = (count * 100 + counts.total() / 2).checked_div(counts.total());
    match percent {
        Some(percent) => format!("{} ({percent}%)", words::digits(count)),
        None => words::digits(count),
    }
}

fn difference(before: usize, after: usize) -> String {
    let sign = match after.cmp(&before) {
        std::cmp::Ordering::Less => "−",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    };
    format!("{sign}{}", words::digits(after.abs_diff(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stand_with_their_part_of_all() {
        let counts = LevelCounts {
            global: 2,
            team: 1,
            ..LevelCounts::default()
        };
        assert_eq!(
            [2, 1, 0].map(|count| of_all(count, counts)),
            ["2 (67%)", "1 (33%)", "0 (0%)"]
        );
        assert_eq!(of_all(0, LevelCounts::default()), "0");
        assert_eq!(
            [difference(3, 1), difference(1, 3), difference(1, 1)],
            ["−2", "+2", "0"]
        );
    }
}
