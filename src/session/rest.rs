//! Work that waits until a list is at rest: what is only scrolled or typed past is not worth it.

use std::time::Duration;

use leptos::prelude::*;

/// A list that brings up nothing new for so long is at rest.
const AT_REST: Duration = Duration::from_millis(100);

/// Collects what rows ask for until their list is at rest.
pub struct Rest<T: Send + Sync + 'static> {
    waiting: StoredValue<Vec<T>>,
    then: Callback<(Vec<T>,)>,
}

impl<T: Send + Sync + 'static> Clone for Rest<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Rest<T> {}

impl<T: Send + Sync + 'static> Rest<T> {
    /// Nothing is asked for yet.
    pub fn new(then: impl Fn(Vec<T>) + Send + Sync + 'static) -> Self {
        Self {
            waiting: StoredValue::default(),
            then: Callback::new(move |(items,)| then(items)),
        }
    }

    /// This as well, once it is at rest.
    pub fn add(self, item: T) {
        let first = self.waiting.try_update_value(|items| {
            items.push(item);
            items.len() == 1
        });
        if first == Some(true) {
            self.wait();
        }
    }

    fn wait(self) {
        let Some(before) = self.waiting.try_with_value(Vec::len) else {
            return;
        };
        let look = move || match self.waiting.try_with_value(Vec::len) {
            Some(now) if now > before => self.wait(),
            Some(_) => {
                let items = self.waiting.try_update_value(std::mem::take);
                self.then.run((items.unwrap_or_default(),));
            }
            None => {}
        };
        set_timeout(look, AT_REST);
    }
}

/// What each row of a list shows once that is at rest.
#[derive(Clone, Copy)]
pub struct Settled<K: Clone + PartialEq + Send + Sync + 'static>(Rest<Row<K>>);

/// What a row shows, and what it showed when it was last at rest.
type Row<K> = (Signal<K>, RwSignal<Option<K>>);

impl<K: Clone + PartialEq + Send + Sync + 'static> Default for Settled<K> {
    fn default() -> Self {
        Self(Rest::new(|rows: Vec<Row<K>>| {
            for (shown, settled) in rows {
                settled.try_set(shown.try_get_untracked());
            }
        }))
    }
}

impl<K: Clone + PartialEq + Send + Sync + 'static> Settled<K> {
    /// What a row shows, once its list is at rest; none while it moves.
    pub fn of(self, shown: Signal<K>) -> Memo<Option<K>> {
        let settled = RwSignal::new(None);
        Memo::new(move |_| {
            let now = shown.get();
            if settled.with(|settled| *settled == Some(now.clone())) {
                return Some(now);
            }
            self.0.add((shown, settled));
            None
        })
    }
}
