//! What of the list is shown: by tag, by owner and by state, each a word in the address.

use domain::number::{NumberRole, Owner, SmsNumber};
use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::paths::query;
use crate::ui::{Choice, Select};

/// One of the filters; the first of its choices shows all.
struct Filter {
    /// Its key in the address.
    key: &'static str,
    name: &'static str,
    /// The word in the address, and the name.
    choices: &'static [(&'static str, &'static str)],
}

const FILTERS: [Filter; 3] = [
    Filter {
        key: query::TAG,
        name: "Tag",
        choices: &[
            ("", "Any tag"),
            ("direct", "Direct"),
            ("other", "Not direct"),
            ("verified", "Verified"),
            ("unverified", "Not verified"),
            ("ivr", "Also IVR"),
            ("outbound", "Used outbound"),
        ],
    },
    Filter {
        key: query::OWNER,
        name: "Owner",
        choices: &[
            ("", "Any owner"),
            ("agents", "An agent"),
            ("inactive", "An inactive agent"),
            ("queues", "A queue"),
            ("unassigned", "Unassigned"),
        ],
    },
    Filter {
        key: query::STATE,
        name: "State",
        choices: &[
            ("", "Any state"),
            ("draft", "Changed in the draft"),
            ("new", "New in the draft"),
            ("live", "As published"),
        ],
    },
];

/// The words that the address holds for the filters; a word that none of them knows shows all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown<'a> {
    pub(super) tag: &'a str,
    pub(super) owner: &'a str,
    pub(super) state: &'a str,
}

impl Shown<'_> {
    /// Whether it shows all there is.
    pub(super) fn is_all(self) -> bool {
        self == Self::default()
    }

    /// Whether a number is shown; `live` is the published configuration.
    pub(super) fn has(self, workspace: &Workspace, live: &Workspace, number: &SmsNumber) -> bool {
        self.has_tag(workspace, number) && self.has_owner(workspace, number) && self.has_state(live, number)
    }

    fn has_tag(self, workspace: &Workspace, number: &SmsNumber) -> bool {
        match self.tag {
            "direct" => number.is_direct(),
            "other" => !number.is_direct(),
            "verified" => number.is_verified(),
            "unverified" => !number.is_verified(),
            "ivr" => workspace.ivr_queue(number.number).is_some(),
            "outbound" => {
                matches!(&number.role, NumberRole::Normal { outbound, .. } if !outbound.is_empty())
            }
            _ => true,
        }
    }

    fn has_owner(self, workspace: &Workspace, number: &SmsNumber) -> bool {
        match self.owner {
            "agents" => matches!(number.owner(), Some(Owner::Agent(_))),
            "inactive" => match number.owner() {
                Some(Owner::Agent(agent)) => workspace.user(agent).is_some_and(|user| !user.active),
                _ => false,
            },
            "queues" => matches!(number.owner(), Some(Owner::Queue(_))),
            "unassigned" => number.is_direct() && number.owner().is_none(),
            _ => true,
        }
    }

    fn has_state(self, live: &Workspace, number: &SmsNumber) -> bool {
        let published = live.number(number.number);
        let same = published.is_some_and(|published| **published == *number);
        match self.state {
            "draft" => !same,
            "new" => published.is_none(),
            "live" => same,
            _ => true,
        }
    }
}

/// Whether the draft adds or changes this number.
pub(super) fn in_draft(workspace: &Workspace, live: &Workspace, number: PhoneNumber) -> bool {
    workspace.number(number) != live.number(number)
}

/// The filters, beside the search.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let select = |filter: Filter| {
        let (held, set) = query_value(filter.key);
        let known = move || {
            let held = held.read();
            let found = filter.choices.iter().find(|(key, _)| *key == *held);
            found.map_or("", |(key, _)| key).to_owned()
        };
        let choices: Vec<_> = filter
            .choices
            .iter()
            .map(|(key, name)| Choice::new(*key, *name))
            .collect();
        view! {
            <Select
                label=filter.name
                choices=Signal::stored(choices)
                value=Signal::derive(known)
                on_change=set
                in_toolbar=true
            />
        }
    };
    FILTERS.map(select).into_iter().collect_view()
}
