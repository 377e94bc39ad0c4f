//! Fields, comboboxes, boxes and switches.

use leptos::prelude::*;

use super::Specimen;
use crate::ui::{
    Checkbox, Choice, Combobox, NumberField, PickBox, RadioGroup, RadioLook, SearchBox, Select, Switch,
    TextArea, TextField, TextKind, Tick,
};

#[component]
pub(super) fn Fields() -> impl IntoView {
    let text = |text: &str| RwSignal::new(text.to_owned());
    let filter = text("");
    let zone = text("America/Chicago");
    let zones = vec![
        Choice::new("America/Chicago", "America/Chicago (UTC−5)"),
        Choice::new("Europe/London", "Europe/London (UTC+1)"),
        Choice::new("Australia/Sydney", "Australia/Sydney (UTC+11)"),
    ];
    let choices = Signal::stored(zones);
    view! {
        <Specimen name="field">
            <div class="cells">
                <TextField label="Label" value=text("") placeholder="Identifies the number" />
                <TextField label="Label" value=text("Support 1") hint="1 to 50 characters" />
                <TextField
                    label="Phone number"
                    kind=TextKind::Phone
                    value=text("312-555-0142")
                    error="Country code missing. Write +1 312-555-0142."
                />
                <TextField label="Mail" kind=TextKind::Mail value=text("ana.ruiz@larkspur.example") disabled=true />
                <TextField label="Revision" value=text("415") readonly=true />
                <SearchBox
                    label="Filter numbers"
                    value=filter
                    on_input=move |text| filter.set(text)
                    placeholder="Number, label or owner"
                    key_hint="/"
                />
                <NumberField
                    label="Missed Chat Threshold"
                    value=text("2")
                    min=1
                    max=99
                    hint="1 to 99, 2 unless changed"
                />
                <NumberField
                    label="Missed Chat Threshold"
                    value=text("100")
                    min=1
                    max=99
                    error="Write a whole number from 1 to 99."
                />
                <NumberField label="Missed Chat Threshold" value=text("2") min=1 max=99 disabled=true />
                <Select label="Time zone" choices value=zone on_change=move |key| zone.set(key) hint="Of these hours" />
                <Select
                    label="Time zone"
                    choices
                    value=zone
                    on_change=move |key| zone.set(key)
                    error="Choose the zone of these hours."
                />
                <Select label="Time zone" choices value=zone on_change=move |key| zone.set(key) disabled=true />
                <TextArea
                    label="Message"
                    value=text("Thanks for writing to Larkspur Home. We are back Monday at 08:00.")
                    hint="1 segment"
                />
                <TextArea label="Message" value=text("") error="Write what the sender gets, in 1 to 1600 characters." />
                <TextArea label="Message" value=text("We are back Monday at 08:00.") disabled=true />
            </div>
        </Specimen>
    }
}

#[component]
pub(super) fn Comboboxes() -> impl IntoView {
    let number = RwSignal::new(None::<String>);
    let person = RwSignal::new(Some("10".to_owned()));
    let numbers = Signal::stored(vec![
        Choice::new("+13125550187", "+1 312-555-0187").detail("Store alerts"),
        Choice::new("+442079460119", "+44 20 7946 0119").detail("Spare UK"),
        Choice::new("+13125550104", "+1 312-555-0104")
            .detail("Queue Billing")
            .disabled(),
    ]);
    let people = Signal::stored(many_people());
    view! {
        <Specimen name="combobox">
            <div class="cells">
                <Combobox
                    label="Assign number"
                    choices=numbers
                    value=number
                    on_change=move |key| number.set(key)
                    empty="No free direct number has that"
                    placeholder="Number or label"
                />
                <Combobox
                    label="Agent, one of 50,000"
                    choices=people
                    value=person
                    on_change=move |key| person.set(key)
                    empty="No agent has that name"
                    hint="Name, mail or team"
                />
                <Combobox
                    label="Owner"
                    choices=numbers
                    value=None
                    on_change=move |key| number.set(key)
                    empty="No match"
                    error="Choose an agent or a queue."
                />
                <Combobox
                    label="Owner"
                    choices=numbers
                    value=Some("+13125550187".to_owned())
                    on_change=move |key| number.set(key)
                    empty="No match"
                    disabled=true
                />
            </div>
        </Specimen>
    }
}

fn many_people() -> Vec<Choice> {
    let first = ["Ana", "Diana", "Leo", "Mei", "Omar", "Ruth", "Tomás", "Zoë"];
    let last = ["Ruiz", "Kessler", "Brandt", "Okafor", "Lind", "Mori", "Quinn"];
    let name = |index: usize| {
        let pick = |names: &[&'static str]| names.iter().cycle().nth(index % 56).copied().unwrap_or_default();
        format!("{} {} {index}", pick(&first), pick(&last))
    };
    (0..50_000)
        .map(|index| {
            Choice::new(index.to_string(), name(index)).note(format!("agent-{index}@larkspur.example"))
        })
        .collect()
}

#[component]
pub(super) fn Checks() -> impl IntoView {
    let (direct, sms) = (RwSignal::new(true), RwSignal::new(true));
    let (days, side) = (RwSignal::new("each".to_owned()), RwSignal::new("diff".to_owned()));
    let day_modes = vec![
        Choice::new("all", "24 hours"),
        Choice::new("each", "Each day").note("Opening hours of their own"),
        Choice::new("locked", "Locked").disabled(),
    ];
    let modes_off = day_modes.clone();
    let sides = ["Live", "Draft", "Difference"]
        .map(|side| Choice::new(side.to_lowercase().replace("erence", ""), side));
    view! {
        <Specimen name="check, switch, radio">
            <div class="row">
                <div class="stack tight">
                    <Checkbox label="Set as the direct number" checked=direct on_change=move |on| direct.set(on) />
                    <Checkbox
                        label="Set as a direct number"
                        checked=direct
                        on_change=move |on| direct.set(on)
                        hint="Removes 3 outbound assignments"
                    />
                    <Checkbox label="Short code, cannot be direct" checked=false on_change=|_: bool| () disabled=true />
                    <Checkbox label="Refused, falls back" checked=false on_change=|_: bool| () />
                    <div class="row">
                        <PickBox label="Some of 30" tick=Tick::Mixed on_change=|_: bool| () />
                        "Some of 30"
                    </div>
                </div>
                <RadioGroup label="Day mode" choices=day_modes value=days on_change=move |key| days.set(key) />
                <RadioGroup
                    label="Day mode, locked"
                    choices=modes_off
                    value=days
                    on_change=move |key| days.set(key)
                    disabled=true
                />
                <div class="stack narrow">
                    <Switch label="Use SMS Chat" on=sms on_change=move |on| sms.set(on) />
                    <Switch
                        label="Global SMS after-hours deflection"
                        on=Signal::derive(move || !sms.get())
                        on_change=move |on: bool| sms.set(!on)
                        hint="Outside these hours the sender gets the message below."
                    />
                    <Switch label="Agent After Hours Deflection" on=false on_change=|_: bool| () disabled=true />
                </div>
                <RadioGroup
                    label="Show"
                    choices=sides.to_vec()
                    value=side
                    on_change=move |key| side.set(key)
                    look=RadioLook::Segmented
                />
            </div>
        </Specimen>
    }
}
