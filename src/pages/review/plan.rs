//! The sentence that says what publishing does.

use engine::Progress;
use leptos::prelude::*;

use crate::parts::plan::{Span, plan, standing};
use crate::session::{Effect, Session};
use crate::ui::{Banner, Button, ButtonSize, Progress as Bar, Tone};
use crate::words;

/// The sentence, or how far it is.
#[component]
pub(super) fn Plan() -> impl IntoView {
    let session = expect_context::<Session>();
    let effect = session.effect();
    // Which of them it is decides what is drawn; progress alone moves the bar that is there.
    let kind = Memo::new(move |_| match &*effect.read() {
        Effect::Unasked | Effect::Working(_) => None,
        other => Some(other.clone()),
    });
    view! {
        <section id="plan" tabindex="-1" aria-label="What this publishes" aria-live="polite">
            {move || match kind.get() {
                Some(Effect::Known(summary)) => view! {
                    {plan(session, &summary, Span::Coming)}
                    {standing()}
                }.into_any(),
                Some(Effect::Failed(error)) => view! {
                    <Banner tone=Tone::Danger action=move || again(session, "Retry")>
                        {words::sentence(&error.to_string())}
                        " What the draft does to every number cannot be shown; the changes themselves are all here."
                    </Banner>
                }.into_any(),
                Some(Effect::Stopped) => view! {
                    <Banner tone=Tone::Warn action=move || again(session, "Work it out")>
                        "Stopped before it was known what changes."
                    </Banner>
                }.into_any(),
                _ => view! { <Working /> }.into_any(),
            }}
        </section>
    }
}

fn again(session: Session, word: &'static str) -> impl IntoView {
    view! { <Button size=ButtonSize::Compact on_press=move || session.work_out()>{word}</Button> }
}

#[component]
fn Working() -> impl IntoView {
    let session = expect_context::<Session>();
    let progress = move || match &*session.effect().read() {
        Effect::Working(progress) => *progress,
        _ => None,
    };
    let detail = Signal::derive(move || {
        let Progress { done, total } = progress()?;
        let total = words::count(total, "number", "numbers");
        Some(format!("{} of {total}", words::digits(done)))
    });
    view! {
        <Bar
            label="Working out what changes"
            done=Signal::derive(move || progress().and_then(share))
            detail
            on_cancel=Callback::new(move |()| session.stop_effect())
        />
    }
}

fn share(progress: Progress) -> Option<f64> {
    let count = |amount: usize| u32::try_from(amount).ok().map(f64::from);
    let total = count(progress.total).filter(|total| *total > 0.0)?;
    Some(count(progress.done)? / total)
}
