//! **Edit user** → **Direct Inbound** → **+ Assign number** → **Assign** → **Update** (F6).

use domain::ids::UserId;
use domain::number::Owner;
use domain::people::MAX_AGENT_NUMBERS;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, Choice, Combobox, Dialog, DialogBody, DialogFoot, DialogSize, IconButton,
    IconName, Toasts, Tone,
};

/// The numbers as they stand in the form; nothing is written before **Update**.
#[derive(Clone, Copy)]
struct Inputs {
    owner: Owner,
    before: StoredValue<Vec<PhoneNumber>>,
    numbers: RwSignal<Vec<PhoneNumber>>,
}

impl Inputs {
    /// What **Update** does: releases first, so that a number can come in place of another.
    fn intents(self) -> Vec<Intent> {
        let before = self.before.get_value();
        let numbers = self.numbers.get();
        let released = before
            .iter()
            .filter(|number| !numbers.contains(number))
            .map(|&number| Intent::Unassign { number });
        let assigned = numbers
            .iter()
            .filter(|number| !before.contains(number))
            .map(|&number| Intent::Assign {
                number,
                owner: self.owner,
                slot: None,
            });
        released.chain(assigned).collect()
    }
}

/// The dialog.
#[component]
pub fn EditUser(
    /// Whom.
    user: UserId,
    /// It is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let workspace = session.workspace().get_untracked();
    let Some(record) = workspace.user(user).cloned() else {
        return ().into_any();
    };
    let owner = Owner::Agent(user);
    let before: Vec<_> = workspace.numbers_of(owner).map(|number| number.number).collect();
    let inputs = Inputs {
        owner,
        numbers: RwSignal::new(before.clone()),
        before: StoredValue::new(before),
    };
    let refusal = RwSignal::new(None::<String>);
    // The whole update on a copy first: all of it is written, or nothing (R32).
    let tried = move || {
        let mut copy = session.workspace().get();
        let warnings: Result<Vec<_>, _> = inputs.intents().iter().map(|intent| copy.apply(intent)).collect();
        warnings.map(|applied| {
            (
                copy,
                applied
                    .into_iter()
                    .flat_map(|applied| applied.warnings)
                    .collect::<Vec<_>>(),
            )
        })
    };
    let update = move || {
        if let Err(error) = tried() {
            refusal.set(Some(error.to_string()));
            return;
        }
        let done = inputs
            .intents()
            .into_iter()
            .try_for_each(|intent| session.dispatch(intent).map(drop));
        if let Err(error) = done {
            refusal.set(Some(error.to_string()));
        } else {
            toasts.done("Updated in the draft");
            on_close.run(());
        }
    };
    let warnings = move || tried().map(|(_, warnings)| warnings).unwrap_or_default();
    view! {
        <Dialog title=format!("Edit user: {}", record.name()) on_close size=DialogSize::Wide>
            <DialogBody>
                <section aria-label="Direct Inbound" class="stack">
                    <div class="between"><h3 class="strong">"Direct Inbound"</h3><span class="muted">{move || format!("{} of {MAX_AGENT_NUMBERS} numbers", inputs.numbers.read().len())}</span></div>
                    {if record.is_agent() {
                        view! { <DirectInbound inputs /> }.into_any()
                    } else {
                        view! { <Banner icon=IconName::Lock>"Only users with the Agent role have direct numbers."</Banner> }.into_any()
                    }}
                </section>
                {move || warnings().iter().map(|warning| view! { <Banner tone=Tone::Warn>{format!("{warning}.")}</Banner> }).collect_view()}
                {move || refusal.get().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::Primary on_press=update>"Update"</Button>
            </DialogFoot>
        </Dialog>
    }
    .into_any()
}

/// The list of numbers and **+ Assign number**.
#[component]
fn DirectInbound(inputs: Inputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let assigning = RwSignal::new(false);
    let chosen = RwSignal::new(None::<String>);
    let choices = Memo::new(move |_| choices(&session.workspace().read(), &inputs.numbers.read()));
    let assign = move || {
        if let Some(number) = chosen.get_untracked().and_then(|text| text.parse().ok()) {
            inputs.numbers.update(|numbers| numbers.push(number));
        }
        chosen.set(None);
        assigning.set(false);
    };
    let full = Signal::derive(move || inputs.numbers.read().len() >= MAX_AGENT_NUMBERS);
    let item = move |number: PhoneNumber| {
        let printed = session
            .number(number)
            .get_untracked()
            .map_or_else(|| number.to_string(), |record| record.printed());
        let remove = move || {
            inputs
                .numbers
                .update(|numbers| numbers.retain(|other| *other != number));
        };
        view! { <li class="between"><span class="number">{printed}</span><IconButton name=IconName::Close label=format!("Remove {number}") on_press=remove /></li> }
    };
    view! {
        <ul class="stack tight" aria-label="Direct numbers">{move || inputs.numbers.get().into_iter().map(item).collect_view()}</ul>
        <Show
            when=move || assigning.get()
            fallback=move || view! { <div><Button disabled=full on_press=move || assigning.set(true)>"+ Assign number"</Button></div> }
        >
            <Combobox
                label="Number"
                choices
                value=chosen
                on_change={move |key: Option<String>| chosen.set(key)}
                empty="No direct number is free: add one in Phone number management"
                autofocus=true
            />
            <div><Button disabled=Signal::derive(move || chosen.read().is_none()) on_press=assign>"Assign"</Button></div>
        </Show>
    }
}

/// Free direct numbers (R31) that are not in the form yet.
fn choices(workspace: &Workspace, taken: &[PhoneNumber]) -> Vec<Choice> {
    let free = workspace
        .free_numbers()
        .filter(|number| !taken.contains(&number.number));
    free.map(|number| Choice {
        key: number.number.to_string(),
        label: number.printed(),
        detail: number.label.to_string(),
        note: String::new(),
        disabled: false,
    })
    .collect()
}
