//! What is coming up: clocks that change, and holidays.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{Workspace, Zone};
use leptos::prelude::*;

use crate::session::{Session, each_minute};
use crate::ui::{Card, Icon, IconName, Tag, TagKind};
use crate::words;

/// How many are named.
const SHOWN: usize = 5;

/// Something to come.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Coming {
    /// Where it happens.
    day: NaiveDate,
    icon: IconName,
    what: String,
    /// The draft brings it about, or moves it.
    in_draft: bool,
}

/// The next of each, soonest first; `zones` are those of the draft.
fn coming(live: &Workspace, draft: &Workspace, zones: &HashSet<Zone>, at: DateTime<Utc>) -> Vec<Coming> {
    let clocks = zones.iter().copied().filter_map(|zone| {
        let (before, after) = words::next_clock_change(zone, at)?;
        let way = if after > before { "forward" } else { "back" };
        Some(Coming {
            day: after.date(),
            icon: IconName::Clock,
            what: format!("{} clocks go {way}", zone.city()),
            in_draft: false,
        })
    });
    let today = draft.settings().hours.zone().to_local(at).date();
    let holidays = draft.holidays().holidays().filter_map(|holiday| {
        let (day, _) = *words::next_dates(&holiday.kind, today, 1).first()?;
        Some(Coming {
            day: day.max(today),
            icon: IconName::Calendar,
            what: holiday.name().to_owned(),
            in_draft: live.holidays().holiday(holiday.id) != Some(holiday),
        })
    });
    let mut found: Vec<_> = clocks.chain(holidays).collect();
    found.sort_by(|one, other| (one.day, &one.what).cmp(&(other.day, &other.what)));
    found.truncate(SHOWN);
    found
}

/// The next five; nothing where nothing is to come.
#[component]
pub(super) fn ComingUp() -> impl IntoView {
    let session = expect_context::<Session>();
    let at = each_minute();
    // To look for them at each minute, through all agents, would be a waste.
    let zones = Memo::new(move |_| session.workspace().read().zones());
    let found = Memo::new(move |_| {
        let (live, draft) = (session.head(), session.workspace());
        coming(&live.read().workspace, &draft.read(), &zones.read(), at.get())
    });
    let line = move |coming: Coming| {
        let this_year = coming.day.year() == at.get_untracked().year();
        let day = coming
            .day
            .format(if this_year { "%a %-d %b" } else { "%a %-d %b %Y" });
        let draft = coming
            .in_draft
            .then(|| view! { " "<Tag kind=TagKind::Draft word="In draft" /> });
        view! {
            <li>
                <Icon name=coming.icon />
                <span class="grow">{coming.what}{draft}</span>
                <span class="muted">{day.to_string()}</span>
            </li>
        }
    };
    let card = move || {
        view! {
            <Card title="Coming up">
                <ul class="list">{found.get().into_iter().map(line).collect_view()}</ul>
            </Card>
        }
    };
    let is_any = Memo::new(move |_| !found.read().is_empty());
    view! { <Show when=move || is_any.get()>{card}</Show> }
}

#[cfg(test)]
mod tests {
    use domain::Intent;
    use domain::schedule::{Holiday, HolidayFolder, HolidayKind};
    use uuid::Uuid;

    use super::*;

    fn holiday(place: u128, name: &str, day: &str) -> [Intent; 2] {
        let folder = Uuid::from_u128(place).into();
        [
            Intent::AddHolidayFolder {
                folder: HolidayFolder {
                    id: folder,
                    name: name.parse().unwrap(),
                },
            },
            Intent::AddHoliday {
                holiday: Holiday {
                    id: Uuid::from_u128(place).into(),
                    folder,
                    name: name.to_owned().try_into().unwrap(),
                    kind: HolidayKind::Yearly {
                        from: day.parse().unwrap(),
                        to: day.parse().unwrap(),
                    },
                    times: None,
                    message: None,
                },
            },
        ]
    }

    #[test]
    fn what_is_next_stands_first_and_the_drafts_own_is_marked() {
        let mut live = Workspace::empty("Larkspur", "America/Chicago".parse().unwrap());
        for intent in holiday(1, "Christmas", "12/25") {
            live.apply(&intent).unwrap();
        }
        let mut draft = live.clone();
        for intent in holiday(2, "Company day", "10/16") {
            draft.apply(&intent).unwrap();
        }
        let at = "2026-10-15T12:00:00Z".parse().unwrap();
        let found = coming(&live, &draft, &draft.zones(), at);
        let lines: Vec<_> = found
            .iter()
            .map(|coming| (coming.day.to_string(), coming.what.as_str(), coming.in_draft))
            .collect();
        assert_eq!(
            lines,
            [
                ("2026-10-16".to_owned(), "Company day", true),
                ("2026-11-01".to_owned(), "Chicago clocks go back", false),
                ("2026-12-25".to_owned(), "Christmas", false),
            ]
        );
    }
}
