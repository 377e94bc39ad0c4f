//! Work that waits until a list is at rest: what is only scrolled or typed past is not worth it.

use std::time::Duration;

use leptos::prelude::*;

/// A list that brings up nothing new for so long is at rest.
const AT_REST: Duration = Duration::from_millis(100);

/// How much is done at a time: who goes on typing is not to wait for all of it.
const AT_ONCE: usize = 2;

/// Collects what rows ask for until their list is at rest.
pub struct Rest<T: PartialEq + Send + Sync + 'static> {
    waiting: StoredValue<Waiting<T>>,
    then: Callback<(T,)>,
}

struct Waiting<T> {
    /// Each once, however often it is asked for.
    items: Vec<T>,
    /// How often anything was.
    times: usize,
}

impl<T: PartialEq> Waiting<T> {
    fn add(&mut self, items: impl IntoIterator<Item = T>) {
        for item in items {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
    }
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            times: 0,
        }
    }
}

impl<T: PartialEq + Send + Sync + 'static> Clone for Rest<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PartialEq + Send + Sync + 'static> Copy for Rest<T> {}

impl<T: PartialEq + Send + Sync + 'static> Rest<T> {
    /// Nothing is asked for yet.
    pub fn new(then: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self {
            waiting: StoredValue::default(),
            then: Callback::new(move |(item,)| then(item)),
        }
    }

    /// This as well, once it is at rest.
    pub fn add(self, item: T) {
        let times = self.waiting.try_update_value(|waiting| {
            waiting.add([item]);
            waiting.times += 1;
            waiting.times
        });
        if times == Some(1) {
            self.wait();
        }
    }

    fn wait(self) {
        let times = move || self.waiting.try_with_value(|waiting| waiting.times);
        let before = times();
        let look = move || match times() {
            now if now > before => self.wait(),
            Some(_) => {
                let waiting = self.waiting.try_update_value(std::mem::take);
                self.work(waiting.unwrap_or_default().items);
            }
            None => {}
        };
        set_timeout(look, AT_REST);
    }

    /// Works a few at a time; where the list has gone on meanwhile, the others wait with what is new.
    fn work(self, mut items: Vec<T>) {
        if self.waiting.try_with_value(|waiting| waiting.times > 0) == Some(true) {
            self.waiting.update_value(|waiting| waiting.add(items));
            return;
        }
        let later = items.split_off(items.len().min(AT_ONCE));
        for item in items {
            self.then.try_run((item,));
        }
        if !later.is_empty() {
            set_timeout(move || self.work(later), Duration::ZERO);
        }
    }
}
