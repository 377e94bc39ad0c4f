//! One conflict: base, theirs and mine side by side, each with what it does, and the other ways out.

use domain::conflict::{Choice, Class, Conflict};
use domain::schedule::Schedule;
use leptos::prelude::*;

use super::instead::{OtherNumber, OtherOwner, free_numbers, owners};
use super::meeting::{Found, Meeting};
use crate::parts::schedule::DayBars;
use crate::ui::{Tag, TagKind, uid};
use crate::words;

/// A way to answer, as it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Base,
    Theirs,
    Mine,
    Number,
    Owner,
    Park,
}

impl Way {
    fn of(choice: Choice) -> Self {
        match choice {
            Choice::Base => Self::Base,
            Choice::Theirs => Self::Theirs,
            Choice::Mine => Self::Mine,
            Choice::Park => Self::Park,
            Choice::Number(_) => Self::Number,
            Choice::Owner(_) => Self::Owner,
        }
    }

    fn all(conflict: &Conflict) -> Vec<Self> {
        let ways = conflict.choices.iter().copied().map(Self::of);
        let (mut ways, park): (Vec<_>, Vec<_>) = ways.partition(|way| *way != Self::Park);
        ways.extend(conflict.other_number.then_some(Self::Number));
        ways.extend(conflict.other_owner.then_some(Self::Owner));
        ways.extend(park);
        ways
    }
}

/// The conflict with its answers.
#[component]
pub(super) fn One(meeting: Meeting, place: usize, total: usize, conflict: Conflict) -> impl IntoView {
    let found = meeting.found.get_untracked();
    let title = words::capital(&conflict.title(&found.intents, &found.names(&conflict)));
    let id = uid("conflict");
    let kind = match conflict.class {
        Class::OtherValue | Class::EditAgainstDelete => TagKind::Warn,
        _ => TagKind::Danger,
    };
    let refusal = conflict.refusal.as_ref().map(|refusal| {
        let rule = refusal
            .rule()
            .map(|rule| format!(" ({rule})"))
            .unwrap_or_default();
        let sentence = words::sentence(&refusal.to_string());
        view! { <p>{sentence}{rule}{sides(&conflict, &found)}</p> }
    });
    let name = uid("answer");
    let ways = Way::all(&conflict);
    let conflict = StoredValue::new(conflict);
    let cards = ways
        .into_iter()
        .map(|way| view! { <Card meeting place conflict way name=name.clone() /> });
    let label = id.clone();
    view! {
        <section class="section" aria-labelledby=label>
            <header>
                <Tag kind word=conflict.with_value(|conflict| conflict.class.words()) />
                <h3 id=id>{title.clone()}</h3>
                <p class="push">{format!("{} of {total}", place + 1)}</p>
            </header>
            {refusal}
            <fieldset>
                <legend class="visually-hidden">{format!("What about this: {title}?")}</legend>
                <div class="versions">{cards.collect_view()}</div>
            </fieldset>
            <OtherNumber meeting conflict />
            <OtherOwner meeting conflict />
        </section>
    }
}

/// What stood there, what stands there and what the draft wanted, where the cards do not show it.
fn sides(conflict: &Conflict, found: &Found) -> Option<String> {
    // What was taken may belong to another record: the field itself is as it was, and says nothing of it.
    if conflict.field.is_none() || conflict.base == conflict.theirs {
        return None;
    }
    let [base, theirs, mine] = conflict.sides(&found.head);
    let stands = match conflict.class {
        Class::Uniqueness => " The first publication stands.",
        _ => "",
    };
    Some(format!(
        " It was {base}, is now {theirs}, and you wanted {mine}.{stands}"
    ))
}

#[component]
fn Card(
    meeting: Meeting,
    place: usize,
    conflict: StoredValue<Conflict>,
    way: Way,
    name: String,
) -> impl IntoView {
    let found = meeting.found.get_untracked();
    let given = move || conflict.with_value(|conflict| meeting.answer(conflict));
    let is_chosen = move || given().map(Way::of) == Some(way);
    let first = move || match way {
        Way::Base => Some(Choice::Base),
        Way::Theirs => Some(Choice::Theirs),
        Way::Mine => Some(Choice::Mine),
        Way::Park => Some(Choice::Park),
        Way::Number => untrack(|| free_numbers(meeting, conflict, 1))
            .first()
            .copied()
            .map(Choice::Number),
        Way::Owner => untrack(|| owners(meeting, conflict, 1))
            .first()
            .copied()
            .map(Choice::Owner),
    };
    let choose = move |_| {
        if let Some(choice) = first() {
            conflict.with_value(|conflict| meeting.choose(conflict, choice));
        }
    };
    let is_missing = move || match way {
        Way::Number => free_numbers(meeting, conflict, 1).is_empty(),
        Way::Owner => owners(meeting, conflict, 1).is_empty(),
        _ => false,
    };
    let (title, value) = conflict.with_value(|conflict| card_words(way, conflict, &found));
    let hours = conflict.with_value(|conflict| hours(way, conflict));
    let hint = conflict.with_value(|conflict| hint(meeting, way, conflict, &found));
    let hint = move || match (way, is_missing()) {
        (Way::Number, true) => "No direct number is free".to_owned(),
        (Way::Owner, true) => "Nobody has room for it".to_owned(),
        _ => hint.clone(),
    };
    let effect = move || {
        let choice = given()
            .filter(|choice| Way::of(*choice) == way)
            .or_else(|| match way {
                Way::Number | Way::Owner => None,
                _ => first(),
            })?;
        let found = meeting.found.get();
        let intents = Meeting::with_answer(&found, &meeting.choices(), place, choice);
        Some(
            meeting
                .effects
                .words(&intents)
                .unwrap_or_else(|| "Working out what it does".to_owned()),
        )
    };
    view! {
        <label class="version">
            <span class="check">
                <input
                    type="radio"
                    name=name
                    prop:checked=is_chosen
                    disabled=is_missing
                    on:change=choose
                />
                <span><b>{title}</b><span class="hint">{hint}</span></span>
            </span>
            {value.map(|value| view! { <span class="strong wraps">{value}</span> })}
            {hours.map(|(schedule, before)| view! { <DayBars schedule before /> })}
            {move || effect().map(|effect| view! { <span class="effect">{effect}</span> })}
        </label>
    }
}

/// The name of an answer, and the value that would stand.
fn card_words(way: Way, conflict: &Conflict, found: &Found) -> (&'static str, Option<String>) {
    let is_refused = conflict.refusal.is_some();
    let [base, theirs, mine] = conflict.sides(&found.head);
    let words = |side: String| (!is_refused).then(|| words::capital(&side));
    match way {
        Way::Base => ("Base", words(base)),
        Way::Theirs if is_refused => ("Drop mine", None),
        Way::Theirs => ("Theirs", words(theirs)),
        Way::Mine => ("Mine", words(mine)),
        Way::Number => ("Another number", None),
        Way::Owner => ("Another owner", None),
        Way::Park => ("Park mine", None),
    }
}

/// The hours that would stand, and those before both, where hours are what it is about.
fn hours(way: Way, conflict: &Conflict) -> Option<(Schedule, Option<Schedule>)> {
    let base = conflict.base.schedule();
    let (shown, before) = match way {
        Way::Base => (base, None),
        Way::Theirs => (conflict.theirs.schedule(), base),
        Way::Mine => (conflict.mine.schedule(), base),
        Way::Number | Way::Owner | Way::Park => (None, None),
    };
    let shown = shown.filter(|_| conflict.refusal.is_none())?;
    Some((shown.clone(), before.cloned()))
}

fn hint(meeting: Meeting, way: Way, conflict: &Conflict, found: &Found) -> String {
    match way {
        Way::Base => format!("Revision {}, before both", found.began),
        Way::Theirs if conflict.refusal.is_some() => "What is published stays".to_owned(),
        Way::Theirs => by_whom(meeting, conflict, found),
        Way::Mine => format!("You, in {}", meeting.session().draft().read_untracked().name),
        Way::Number => "Free and direct, in the place of this one".to_owned(),
        Way::Owner => "Who can have the number".to_owned(),
        Way::Park => "Set aside until you restore it; what is published stays".to_owned(),
    }
}

/// The last publication that wrote the field.
fn by_whom(meeting: Meeting, conflict: &Conflict, found: &Found) -> String {
    let commits = meeting.session().commits();
    let commits = commits.read_untracked();
    let wrote = |intent: &domain::Intent| {
        let fields = domain::conflict::touched(intent, &found.head);
        let field = conflict.field.as_ref();
        field.is_some_and(|field| {
            fields
                .iter()
                .any(|other| other == field || other.record() == *field)
        })
    };
    let commit = commits
        .iter()
        .rev()
        .take_while(|commit| commit.revision > found.began)
        .find(|commit| commit.intents.iter().any(wrote));
    let zone = found.head.settings().hours.zone();
    commit.map_or_else(
        || format!("Revision {}", found.revision),
        |commit| {
            let at = words::moment(commit.at, zone);
            let by = if commit.by.is_empty() {
                String::new()
            } else {
                format!("{}, ", commit.by)
            };
            format!("{by}{}, revision {}, {at}", commit.draft, commit.revision)
        },
    )
}
