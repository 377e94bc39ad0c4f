//! The rows a person has picked.

use std::collections::HashSet;
use std::hash::Hash;

use leptos::prelude::*;

use super::{Button, ButtonKind, ButtonSize, IconName, Tick};

/// The picked rows of one table, by their keys.
pub struct Selection<K: Send + Sync + 'static> {
    picked: RwSignal<HashSet<K>>,
    /// Where the last range began.
    anchor: StoredValue<Option<K>>,
}

impl<K: Send + Sync + 'static> Clone for Selection<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for Selection<K> {}

impl<K: Clone + Eq + Hash + Send + Sync + 'static> Default for Selection<K> {
    fn default() -> Self {
        Self {
            picked: RwSignal::new(HashSet::new()),
            anchor: StoredValue::new(None),
        }
    }
}

impl<K: Clone + Eq + Hash + Send + Sync + 'static> Selection<K> {
    /// How many are picked. Tracked, as all that reads here.
    pub fn len(self) -> usize {
        self.picked.read().len()
    }

    /// Whether none is picked.
    pub fn is_empty(self) -> bool {
        self.picked.read().is_empty()
    }

    /// Whether this one is picked.
    pub fn has(self, key: &K) -> bool {
        self.picked.read().contains(key)
    }

    /// Those of `rows` that are picked, in the order of `rows`.
    pub fn of(self, rows: &[K]) -> Vec<K> {
        let picked = self.picked.read();
        rows.iter().filter(|key| picked.contains(key)).cloned().collect()
    }

    /// How a box over `rows` stands.
    pub fn tick(self, rows: &[K]) -> Tick {
        let picked = self.picked.read();
        Tick::of(rows.iter().filter(|key| picked.contains(key)).count(), rows.len())
    }

    /// Picks one, or lets it go.
    pub fn set(self, key: K, on: bool) {
        self.anchor.set_value(Some(key.clone()));
        self.picked.update(|picked| {
            if on {
                picked.insert(key);
            } else {
                picked.remove(&key);
            }
        });
    }

    /// Picks one that is not picked, and the other way round.
    pub fn flip(self, key: K) {
        let on = !self.picked.read_untracked().contains(&key);
        self.set(key, on);
    }

    /// Picks all of `rows`, or lets them go.
    pub fn set_all(self, rows: &[K], on: bool) {
        self.picked.update(|picked| {
            for key in rows {
                if on {
                    picked.insert(key.clone());
                } else {
                    picked.remove(key);
                }
            }
        });
    }

    /// Picks everything from the last one touched up to this one.
    pub fn extend(self, rows: &[K], to: &K) {
        let anchor = self.anchor.get_value();
        let place = |key: &K| rows.iter().position(|row| row == key);
        let Some(to) = place(to) else { return };
        let from = anchor.as_ref().and_then(place).unwrap_or(to);
        if let Some(range) = rows.get(from.min(to)..=from.max(to)) {
            self.set_all(range, true);
        }
    }

    /// Lets all go.
    pub fn clear(self) {
        self.picked.update(HashSet::clear);
    }
}

/// What can be done with the picked rows; floats over the table's lower edge while there are any.
#[component]
pub fn SelectionBar(
    /// How many.
    #[prop(into)]
    count: Signal<usize>,
    /// "3 numbers selected".
    #[prop(into)]
    words: Signal<String>,
    /// Lets all go.
    #[prop(into)]
    on_clear: Callback<()>,
    /// The buttons.
    children: ChildrenFn,
) -> impl IntoView {
    let bar = move || {
        let children = children.clone();
        view! {
            <div class="selection-bar" role="group" aria-label=move || words.get()>
                <span class="count">{move || words.get()}</span>
                {children()}
                <Button kind=ButtonKind::Quiet size=ButtonSize::Compact icon=IconName::Close on_press=on_clear>"Clear"</Button>
            </div>
        }
    };
    let shown = Memo::new(move |_| count.get() > 0);
    view! {
        <div class="visually-hidden" role="status">{move || shown.get().then(|| words.get())}</div>
        {move || shown.get().then(&bar)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_goes_from_the_last_one_touched() {
        let owner = Owner::new();
        owner.set();
        let rows = ["a", "b", "c", "d", "e"];
        let selection = Selection::default();
        selection.flip("d");
        selection.extend(&rows, &"b");
        assert_eq!(selection.of(&rows), ["b", "c", "d"]);
        assert_eq!(selection.tick(&rows), Tick::Mixed);
        selection.set_all(&rows, true);
        assert_eq!(selection.tick(&rows), Tick::On);
        selection.flip("a");
        assert!(!selection.has(&"a"));
        selection.clear();
        assert!(selection.is_empty());
    }
}
