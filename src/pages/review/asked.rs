//! The group that the address asks for: a link to it, unlike a press on its own line, brings it into sight.

use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::paths::query;

/// What was asked for last.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// The group's place, and which question it was.
    last: Memo<Option<(usize, u64)>>,
    /// What a press on the page has just put into the address.
    own: StoredValue<Option<String>>,
    /// The question that has the focus already.
    met: StoredValue<u64>,
}

impl Asked {
    /// Follows the address.
    pub(super) fn follow() -> Self {
        let (shown, _) = query_value(query::SHOW);
        let own = StoredValue::new(None::<String>);
        let asked = Memo::new(move |last: Option<&Option<(usize, u64)>>| {
            let last = last.copied().flatten();
            let shown = shown.get();
            let is_own = own.try_update_value(Option::take).flatten().as_ref() == Some(&shown);
            let place = shown.parse::<usize>().ok().and_then(|key| key.checked_sub(1));
            match place {
                Some(place) if !is_own => Some((place, last.map_or(1, |(_, turn)| turn + 1))),
                _ => last,
            }
        });
        Self {
            last: asked,
            own,
            met: StoredValue::new(0),
        }
    }

    /// The place of the group that was asked for.
    pub(super) fn place(self) -> Option<usize> {
        self.last.get().map(|(place, _)| place)
    }

    /// A press on the page is about to put this into the address.
    pub(super) fn press(self, shown: &str) {
        self.own.set_value(Some(shown.to_owned()));
    }

    /// Whether the group at a place is to have the focus now; asked once, it is not asked again.
    pub(super) fn is_due(self, place: usize) -> bool {
        let Some((_, turn)) = self.last.get().filter(|(asked, _)| *asked == place) else {
            return false;
        };
        let is_new = self.met.get_value() < turn;
        self.met.set_value(turn);
        is_new
    }
}
