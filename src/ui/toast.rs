//! What was just done, said once, with its undo. The live regions are there from the start: one that comes
//! together with its text is often not spoken.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{Button, ButtonKind, ButtonSize, Icon, IconButton, IconName};

/// How long good news stay.
const STAY: Duration = Duration::from_secs(6);
/// How long they stay when they offer something.
const STAY_WITH_ACTION: Duration = Duration::from_secs(12);

/// One message.
#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    failed: bool,
    action: Option<(String, Act)>,
}

/// What a message's button does. No `Callback`: that would go with the dialog it was made in, and the message stays.
type Act = Arc<dyn Fn() + Send + Sync>;

/// The messages on screen.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    /// Pointed at or focused: nothing goes away.
    held: RwSignal<bool>,
}

impl Toasts {
    /// Makes them available below; call it once, at the app's root.
    pub fn provide() -> Self {
        let toasts = Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            held: RwSignal::new(false),
        };
        provide_context(toasts);
        toasts
    }

    /// Those provided above.
    pub fn from_context() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Says what was done.
    pub fn done(self, text: impl Into<String>) {
        self.show(text.into(), false, None);
    }

    /// Says what was done and offers a button, as a rule Undo.
    pub fn done_with(
        self,
        text: impl Into<String>,
        button: impl Into<String>,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        self.show(text.into(), false, Some((button.into(), Arc::new(act))));
    }

    /// Says what was not done; stays until it is dismissed.
    pub fn failed(self, text: impl Into<String>) {
        self.show(super::sentence(&text.into()), true, None);
    }

    fn show(self, text: String, failed: bool, action: Option<(String, Act)>) {
        let id = self
            .next
            .try_update_value(|next| std::mem::replace(next, next.wrapping_add(1)))
            .unwrap_or_default();
        let stay = if action.is_some() { STAY_WITH_ACTION } else { STAY };
        self.shown.update(|shown| {
            shown.push(Toast {
                id,
                text,
                failed,
                action,
            });
        });
        if !failed {
            set_timeout(move || self.expire(id), stay);
        }
    }

    /// Takes a message away, later if somebody is at it.
    fn expire(self, id: u32) {
        match self.held.try_get_untracked() {
            Some(true) => set_timeout(move || self.expire(id), Duration::from_secs(2)),
            Some(false) => self.dismiss(id),
            None => {}
        }
    }

    fn dismiss(self, id: u32) {
        let _ = self
            .shown
            .try_update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// Where the messages appear; mount it once, at the app's root.
#[component]
pub fn ToastHost() -> impl IntoView {
    let toasts = Toasts::from_context();
    let those = move |failed: bool| {
        move || {
            toasts
                .shown
                .get()
                .into_iter()
                .filter(|toast| toast.failed == failed)
                .collect::<Vec<_>>()
        }
    };
    let list = move |failed: bool| {
        view! {
            <For each=those(failed) key=|toast| toast.id let:toast>
                <ToastItem toasts toast />
            </For>
        }
    };
    view! {
        <div
            class="toasts"
            on:mouseenter=move |_| toasts.held.set(true)
            on:mouseleave=move |_| toasts.held.set(false)
            on:focusin=move |_| toasts.held.set(true)
            on:focusout=move |_| toasts.held.set(false)
        >
            <div role="alert">{list(true)}</div>
            <div role="status">{list(false)}</div>
        </div>
    }
}

#[component]
fn ToastItem(toasts: Toasts, toast: Toast) -> impl IntoView {
    let Toast {
        id,
        text,
        failed,
        action,
    } = toast;
    let icon = if failed { IconName::Stop } else { IconName::Check };
    let button = action.map(|(words, act)| {
        let press = move || {
            toasts.dismiss(id);
            act();
        };
        view! { <Button kind=ButtonKind::Quiet size=ButtonSize::Compact on_press=press>{words}</Button> }
    });
    view! {
        <div class="toast" class:failed=failed>
            <Icon name=icon />
            <span>{text}</span>
            {button}
            <IconButton name=IconName::Close label="Dismiss" on_press=move || toasts.dismiss(id) />
        </div>
    }
}
