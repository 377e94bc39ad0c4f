//! What lies behind a square of a drawing: the groups that differ in it, each with its stretches of time, and every
//! number with its answers.

use chrono::Weekday;
use domain::Zone;
use domain::impact::{Range, Square};
use engine::{Answer, Behind as Line, Of, Page as Part, Question};
use leptos::prelude::*;

use super::facts::DAYS;
use super::traces::Traces;
use crate::parts::answer::answer;
use crate::parts::theme;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Select};
use crate::words;

const FIRST: usize = 10;
const MORE: usize = 50;
/// Half hours of a day.
const SLOTS: u32 = 48;
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The day of the week by its place, Monday first.
pub(super) fn weekday(place: usize) -> Option<Weekday> {
    WEEK.get(place).copied()
}

/// The choice of a square without a mouse, and what lies behind the one that is chosen.
#[component]
pub(super) fn Behind(of: Of, zone: Zone, square: RwSignal<Option<Square>>) -> impl IntoView {
    let days = std::iter::once(Choice::new("", "No day"));
    let days: Vec<_> = days
        .chain(DAYS.iter().map(|day| Choice::new(*day, *day)))
        .collect();
    let times: Vec<_> = (0..SLOTS)
        .map(|slot| Choice::new(slot.to_string(), span(slot)))
        .collect();
    let picked = move || match square.get() {
        Some(Square::HalfHour { weekday, slot }) => Some((weekday, slot)),
        _ => None,
    };
    let day = move || {
        let place = picked().map(|(day, _)| day.num_days_from_monday() as usize);
        place
            .and_then(|place| DAYS.get(place))
            .copied()
            .unwrap_or_default()
    };
    let pick_day = move |name: String| {
        let place = DAYS.iter().position(|day| *day == name);
        let slot = picked().map_or(SLOTS / 2, |(_, slot)| slot);
        square.set(
            place
                .and_then(weekday)
                .map(|weekday| Square::HalfHour { weekday, slot }),
        );
    };
    let pick_time = move |slot: String| {
        if let Ok(slot) = slot.parse() {
            let weekday = picked().map_or(Weekday::Mon, |(day, _)| day);
            square.set(Some(Square::HalfHour { weekday, slot }));
        }
    };
    view! {
        <div class="row wraps">
            <span class="hint">"Press a square of the week or the year to see what differs in it, or choose:"</span>
            <Select in_toolbar=true label="Day of the week" choices=Signal::stored(days) value=Signal::derive(move || day().to_owned()) on_change=pick_day />
            <Select
                in_toolbar=true
                label="Half hour"
                choices=Signal::stored(times)
                value=Signal::derive(move || picked().map_or(SLOTS / 2, |(_, slot)| slot).to_string())
                on_change=pick_time
            />
        </div>
        <div aria-live="polite">
            {move || square.get().map(|chosen| view! { <Found of zone chosen square /> })}
        </div>
    }
}

/// `18:00–18:30`.
fn span(slot: u32) -> String {
    let clock = |slot: u32| format!("{:02}:{:02}", slot / 2, slot % 2 * 30);
    format!("{}–{}", clock(slot), clock(slot + 1))
}

/// A square in words.
fn name(square: Square) -> String {
    match square {
        Square::HalfHour { weekday, slot } => {
            let day = DAYS.get(weekday.num_days_from_monday() as usize);
            format!("{}s, {}", day.copied().unwrap_or_default(), span(slot))
        }
        Square::Day(date) => date.format("%a %-d %b %Y").to_string(),
    }
}

#[component]
fn Found(of: Of, zone: Zone, chosen: Square, square: RwSignal<Option<Square>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || {
            let page = Part::first(take.get());
            Some(Question::Behind {
                of,
                square: chosen,
                zone,
                page,
            })
        },
        |answer| match answer {
            Answer::Behind(list) => Some(list),
            _ => None,
        },
    );
    let content = move || {
        told.get().drawn(3, |list| {
            if list.items.is_empty() {
                return view! { <p class="muted">"Nothing differs: every text meets what it met before."</p> }.into_any();
            }
            let left = list.total.saturating_sub(list.items.len());
            let is_linked = matches!(of, Of::All | Of::Changed);
            let lines = list.items.into_iter().map(|found| line(found, zone, is_linked));
            let more = (left > 0).then(|| {
                let label = format!("Show {}", words::count(left.min(MORE), "more group", "more groups"));
                view! { <div><Button kind=ButtonKind::Link on_press=move || take.update(|take| *take += MORE)>{label}</Button></div> }
            });
            view! { <ul class="stack">{lines.collect_view()}</ul>{more} }.into_any()
        })
    };
    let title = format!("Behind {}, {} time", name(chosen), zone.city());
    let label = title.clone();
    view! {
        <section class="stack tight behind" aria-label=label>
            <div class="between">
                <h3>{title}</h3>
                <Button size=ButtonSize::Compact on_press=move || square.set(None)>"Close"</Button>
            </div>
            {content}
            <Traces of zone square=chosen />
        </section>
    }
}

fn line(found: Line, zone: Zone, is_linked: bool) -> impl IntoView {
    let numbers = words::count(found.numbers, "number", "numbers");
    let title = theme::title(found.theme, found.first.first().map(|range| range.before.outcome));
    let title = if is_linked {
        let href = Page::Review.with(&[(query::SHOW, &(found.group + 1).to_string())]);
        view! { <a class="link" href=href>{title}</a> }.into_any()
    } else {
        view! { <b>{title}</b> }.into_any()
    };
    let stretches = words::count(found.stretches, "stretch of time", "stretches of time");
    let rest = found.stretches.saturating_sub(found.first.len());
    let rest =
        (rest > 0).then(|| view! { <li class="muted">{format!("and {} more", words::digits(rest))}</li> });
    let ranges = found
        .first
        .iter()
        .map(|range| view! { <li>{told(range, zone)}</li> });
    view! {
        <li>
            {title}
            <span class="muted">{format!(" · {numbers} · {stretches}")}</span>
            <ul class="hint">{ranges.collect_view()}{rest}</ul>
        </li>
    }
}

/// `Thu 15 Oct 2026, 18:00 to Thu 15 Oct 2026, 20:00: Deflected, outside hours → Offered to the agent`.
fn told(range: &Range, zone: Zone) -> String {
    let local = |at| zone.to_local(at).format("%a %-d %b %Y, %H:%M").to_string();
    format!(
        "{} to {}: {} → {}",
        local(range.from),
        local(range.to),
        range.before.outcome.words(),
        range.after.outcome.words()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_has_a_name() {
        let weekday = Weekday::Tue;
        assert_eq!(
            name(Square::HalfHour { weekday, slot: 35 }),
            "Tuesdays, 17:30–18:00"
        );
        assert_eq!(span(47), "23:30–24:00");
        let date = "2026-12-24".parse().unwrap();
        assert_eq!(name(Square::Day(date)), "Thu 24 Dec 2026");
    }
}
