//! The fields of one level's deflection.

use domain::PhoneNumber;
use domain::deflection::{Level, Reply};
use domain::schedule::Schedule;
use leptos::prelude::*;

use super::{DeflectionInputs, Own};
use crate::parts::level::level_icon;
use crate::parts::message::{MessageEditor, replies_from};
use crate::parts::reply::ReplySummary;
use crate::parts::schedule::ScheduleEditor;
use crate::ui::{Banner, Button, ButtonSize, Icon, Switch};

/// Switch, then hours and message while it is on, else what applies instead.
#[component]
pub fn DeflectionForm(
    /// The inputs.
    inputs: DeflectionInputs,
    /// The switch, in the product's words.
    label: &'static str,
    /// What applies while the level says nothing.
    #[prop(into)]
    inherited: Signal<Option<Reply>>,
    /// Whose settings apply, and the way back to them.
    #[prop(optional, into)]
    source: ViewFn,
    /// The hours that are published, to compare with.
    #[prop(into)]
    live: Signal<Option<Schedule>>,
    /// The direct numbers whose texts it answers.
    #[prop(into)]
    numbers: Signal<Vec<PhoneNumber>>,
    /// How the sentence begins that says that there are none yet (A9): `This user has`.
    #[prop(optional)]
    nobody: Option<&'static str>,
) -> impl IntoView {
    let own = Memo::new(move |_| inputs.own.get());
    let from = replies_from(numbers);
    let has_none = Memo::new(move |_| numbers.read().is_empty());
    let note = move || {
        let nobody = nobody.filter(|_| has_none.get())?;
        let text = format!("{nobody} no direct SMS number yet: what you set here is used once there is one.");
        Some(view! { <Banner>{text}</Banner> })
    };
    let switch = move |on: bool| {
        if on {
            inputs.turn_on(inherited.get_untracked().as_ref());
        } else {
            inputs.own.set(Own::Off);
        }
    };
    let fields = move || match own.get() {
        Own::On => view! {
            <ScheduleEditor inputs=inputs.schedule live />
            <MessageEditor value=inputs.message tried=inputs.tried from />
        }
        .into_any(),
        Own::Nothing => {
            let summary = move || inherited.get().map(|reply| view! { <ReplySummary reply /> });
            view! { {summary} }.into_any()
        }
        Own::Off => ().into_any(),
    };
    view! {
        <Switch
            label
            on=Signal::derive(move || own.get() == Own::On)
            on_change=switch
            hint="Outside these hours the sender gets the message."
        />
        {source.run()}
        {note}
        {fields}
    }
}

/// Whose settings apply, and the way back.
#[component]
pub fn SourceBanner(
    /// The level.
    #[prop(into)]
    level: Signal<Level>,
    /// The sentence.
    #[prop(into)]
    text: Signal<String>,
    /// The words of the button that drops the level's own setting; none when there is none.
    #[prop(into)]
    reset: Signal<Option<String>>,
    /// It is pressed.
    #[prop(into)]
    on_reset: Callback<()>,
) -> impl IntoView {
    let button =
        move |words: String| view! { <Button size=ButtonSize::Compact on_press=on_reset>{words}</Button> };
    view! {
        <div class="banner">
            {move || view! { <Icon name=level_icon(level.get()) /> }}
            <div aria-live="polite">{move || text.get()}</div>
            {move || reset.get().map(button)}
        </div>
    }
}
