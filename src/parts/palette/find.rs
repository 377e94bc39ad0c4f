//! What the palette offers for what was typed. Every list is short, and the whole company is looked through for it.

use domain::find::{Match, Needle};
use domain::ids::{QueueId, UserId};
use domain::number::{Owner, SmsNumber};
use domain::people::User;
use domain::queue::SmsQueue;
use domain::{PhoneNumber, Refusal, Workspace};

use crate::paths::Page;
use crate::ui::{IconName, PaletteItem};
use crate::words;

/// Lines of one kind at most.
const MOST: usize = 8;
/// Lines at most where only one kind is asked for.
const MOST_ALONE: usize = 40;

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Page(Page),
    /// **+ Add Number**: one, or many at once.
    Add(&'static str),
    /// Asks which number to assign.
    Assign,
    Keys,
    Number(PhoneNumber),
    /// Asks to whom to assign it.
    AssignNumber(PhoneNumber),
    User(UserId),
    Queue(QueueId),
    /// Assigns the number.
    Owner(PhoneNumber, Owner),
}

/// A line, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) target: Target,
    pub(super) item: PaletteItem,
}

/// Pages, actions, agents, queues and numbers. With nothing typed, what there is to do and where to go.
pub(super) fn anything(workspace: &Workspace, typed: &str) -> Vec<Found> {
    let needle = Needle::new(typed);
    // What merely has it somewhere within comes last.
    let (found, within): (Vec<_>, Vec<_>) = actions()
        .chain(pages())
        .filter_map(|found| Some((needle.within(&found.item.label)?, found)))
        .partition(|(rank, _)| *rank < Match::Inside);
    let mut found: Vec<_> = found.into_iter().map(|(_, found)| found).collect();
    if needle.is_empty() {
        return found;
    }
    let people = best(workspace.users(), MOST, |user| rank_of_user(&needle, user));
    let queues = best(workspace.queues(), MOST, |queue| needle.within(&queue.name));
    let mut numbers = best(workspace.numbers(), MOST, |number| {
        rank_of_number(&needle, number)
    });
    // Those of an agent or queue that is found by name.
    for owner in people
        .iter()
        .map(|user| Owner::Agent(user.id))
        .chain(queues.iter().map(|queue| Owner::Queue(queue.id)))
    {
        let left = MOST.saturating_sub(numbers.len());
        let more: Vec<_> = workspace
            .numbers_of(owner)
            .map(|number| &**number)
            .filter(|number| !numbers.contains(number))
            .take(left)
            .collect();
        numbers.extend(more);
    }
    found.extend(people.into_iter().map(|user| Found {
        target: Target::User(user.id),
        item: user_item(workspace, user, "Users"),
    }));
    found.extend(queues.into_iter().map(|queue| Found {
        target: Target::Queue(queue.id),
        item: queue_item(workspace, queue),
    }));
    let free: Vec<_> = numbers
        .iter()
        .filter(|number| number.is_direct() && number.owner().is_none())
        .map(|number| Found {
            target: Target::AssignNumber(number.number),
            item: PaletteItem {
                group: "Assign",
                icon: IconName::User,
                label: format!("Assign {} to…", number.printed()),
                detail: number.label.to_string(),
            },
        })
        .collect();
    found.extend(numbers.into_iter().map(|number| Found {
        target: Target::Number(number.number),
        item: number_item(workspace, number),
    }));
    found.extend(free);
    found.extend(within.into_iter().map(|(_, found)| found));
    found
}

/// The one thing to do while SMS is off: turn it on (R3).
pub(super) fn locked() -> Vec<Found> {
    vec![Found {
        target: Target::Page(Page::Sms),
        item: PaletteItem {
            group: "Locked",
            icon: IconName::Lock,
            label: words::sentence(&Refusal::SmsOff.to_string()),
            detail: String::new(),
        },
    }]
}

/// Direct numbers without an owner (R31).
pub(super) fn free_numbers(workspace: &Workspace, typed: &str) -> Vec<Found> {
    let needle = Needle::new(typed);
    best(workspace.free_numbers(), MOST_ALONE, |number| {
        rank_of_number(&needle, number)
    })
    .into_iter()
    .map(|number| Found {
        target: Target::AssignNumber(number.number),
        item: PaletteItem {
            group: "Free direct numbers",
            ..number_item(workspace, number)
        },
    })
    .collect()
}

/// Those who can get a number: agents (R20) and queues without queues under them (R28).
pub(super) fn owners(workspace: &Workspace, typed: &str, number: PhoneNumber) -> Vec<Found> {
    let needle = Needle::new(typed);
    let agents = workspace.users().filter(|user| user.is_agent() && user.active);
    let agents = best(agents, MOST_ALONE, |user| rank_of_user(&needle, user));
    let leaves = workspace.queues().filter(|queue| workspace.is_leaf(queue.id));
    let queues = best(leaves, MOST_ALONE, |queue| needle.within(&queue.name));
    let agents = agents.into_iter().map(|user| Found {
        target: Target::Owner(number, Owner::Agent(user.id)),
        item: user_item(workspace, user, "Agents"),
    });
    let queues = queues.into_iter().map(|queue| Found {
        target: Target::Owner(number, Owner::Queue(queue.id)),
        item: queue_item(workspace, queue),
    });
    agents.chain(queues).collect()
}

fn actions() -> impl Iterator<Item = Found> {
    let all = [
        (Target::Add("one"), IconName::Plus, "Add number", ""),
        (
            Target::Add("many"),
            IconName::Plus,
            "Add many numbers",
            "One a line",
        ),
        (
            Target::Assign,
            IconName::User,
            "Assign a number to an agent or queue",
            "",
        ),
        (Target::Keys, IconName::Info, "Keyboard shortcuts", "?"),
    ];
    all.into_iter().map(|(target, icon, label, detail)| Found {
        target,
        item: PaletteItem {
            group: "Actions",
            icon,
            label: label.to_owned(),
            detail: detail.to_owned(),
        },
    })
}

fn pages() -> impl Iterator<Item = Found> {
    let line = |page: Page| Found {
        target: Target::Page(page),
        item: PaletteItem {
            group: "Pages",
            icon: IconName::Right,
            label: words::name(page).to_owned(),
            detail: words::trail(page).join(" → "),
        },
    };
    Page::ALL.iter().copied().map(line)
}

fn rank_of_user(needle: &Needle, user: &User) -> Option<Match> {
    needle
        .within(&user.name())
        .or_else(|| needle.within(&user.email).map(|_| Match::Inside))
}

fn rank_of_number(needle: &Needle, number: &SmsNumber) -> Option<Match> {
    if needle.within_number(number.number) {
        return Some(Match::Start);
    }
    needle.within(number.label.as_str())
}

fn user_item(workspace: &Workspace, user: &User, group: &'static str) -> PaletteItem {
    let teams = user.teams.iter().filter_map(|team| workspace.team(*team));
    PaletteItem {
        group,
        icon: IconName::User,
        label: user.name(),
        detail: teams
            .map(|team| team.name.as_str())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn queue_item(workspace: &Workspace, queue: &SmsQueue) -> PaletteItem {
    let above: Vec<_> = workspace
        .queue_ancestry(queue.id)
        .skip(1)
        .map(|queue| queue.name.as_str())
        .collect();
    PaletteItem {
        group: "Queues",
        icon: IconName::Queue,
        label: queue.name.clone(),
        detail: above.into_iter().rev().collect::<Vec<_>>().join(" → "),
    }
}

fn number_item(workspace: &Workspace, number: &SmsNumber) -> PaletteItem {
    let owner = words::owner(workspace, number);
    PaletteItem {
        group: "Numbers",
        icon: IconName::Chat,
        label: number.printed(),
        detail: if number.is_direct() {
            format!("{}, {owner}", number.label)
        } else {
            number.label.to_string()
        },
    }
}

/// The best few, in the order of the ranks, then as they come.
fn best<'a, T: 'a, D>(
    all: impl Iterator<Item = &'a D>,
    most: usize,
    rank: impl Fn(&T) -> Option<Match>,
) -> Vec<&'a T>
where
    D: std::ops::Deref<Target = T> + 'a,
{
    let mut ranks: [Vec<&'a T>; 3] = Default::default();
    for one in all {
        let Some(rank) = rank(one) else { continue };
        if let Some(list) = ranks.get_mut(rank as usize)
            && list.len() < most
        {
            list.push(one);
            if rank == Match::Start && list.len() == most {
                break;
            }
        }
    }
    let mut found = ranks.concat();
    found.truncate(most);
    found
}

#[cfg(test)]
#[path = "find_tests.rs"]
mod tests;
