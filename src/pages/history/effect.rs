//! What a publication did to the numbers, worked out once more as its review did.

use std::sync::Arc;

use domain::Workspace;
use engine::Summary;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::Commit;

use crate::parts::answer::Told;
use crate::parts::plan::{Span, plan, standing};
use crate::session::{Aside, Session};
use crate::ui::{Banner, Button, ButtonSize, Progress, Tone};
use crate::words;

/// The sentence of the review, for the year from the publication on.
#[component]
pub(super) fn EffectOf(
    /// What was published before it.
    before: Workspace,
    /// The publication.
    commit: Commit,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let told = RwSignal::new(Told::<Summary>::Waiting);
    let worker = StoredValue::new_local(None::<Aside>);
    on_cleanup(move || {
        worker.try_update_value(|worker| {
            if let Some(aside) = worker.take() {
                aside.close();
            }
        });
    });
    let asked = Arc::new((before, commit));
    let work_out = move || {
        told.set(Told::Waiting);
        let asked = Arc::clone(&asked);
        spawn_local(async move {
            let found = async {
                let aside = Aside::open(&asked.0).await?;
                // The dialog may have been closed meanwhile.
                if worker.try_set_value(Some(aside.clone())).is_some() {
                    aside.close();
                    return Ok(None);
                }
                let effect = aside.effect(asked.1.intents.clone(), asked.1.at).await;
                aside.close();
                effect
            };
            let found = match found.await {
                Ok(None) => return,
                Ok(Some(summary)) => Told::Here(summary),
                Err(error) => Told::Failed(error.to_string()),
            };
            told.try_set(found);
        });
    };
    work_out();
    let work_out = StoredValue::new(work_out);
    let again = move || {
        let press = move || work_out.with_value(|work_out| work_out());
        view! { <Button size=ButtonSize::Compact on_press=press>"Retry"</Button> }
    };
    let content = move || match told.get() {
        Told::Waiting => view! {
            <Progress label="Working out what it did" done=Signal::stored(None) />
        }
        .into_any(),
        Told::Failed(error) => view! {
            <Banner tone=Tone::Warn action=again>{words::sentence(&error)}</Banner>
        }
        .into_any(),
        Told::Here(summary) => view! {
            {plan(session, &summary, Span::AfterPublishing)}
            {standing()}
        }
        .into_any(),
    };
    view! {
        <section aria-label="What it did" aria-live="polite" class="stack tight">{content}</section>
    }
}
