//! What only speaks: tags, notices, frames.

use leptos::prelude::*;

use super::Specimen;
use crate::ui::{
    Banner, Breadcrumb, Button, ButtonKind, ButtonSize, Card, Crumb, EmptyState, Fold, IconName, Pair, Pairs,
    Progress, Refused, Section, Skeleton, Steps, Tag, TagKind, Toasts, Tone, Tooltip,
};

const TAGS: [(TagKind, &str); 8] = [
    (TagKind::Direct, "Direct"),
    (TagKind::Verified, "Verified"),
    (TagKind::Unverified, "Unverified"),
    (TagKind::Plain, "Also IVR"),
    (TagKind::Draft, "New in draft"),
    (TagKind::Ok, "As expected"),
    (TagKind::Warn, "Same field"),
    (TagKind::Danger, "Ignored"),
];

#[component]
pub(super) fn Tags() -> impl IntoView {
    view! {
        <Specimen name="tag">
            <div class="row">{TAGS.map(|(kind, word)| view! { <Tag kind word /> }).collect_view()}</div>
        </Specimen>
    }
}

#[component]
pub(super) fn Empties() -> impl IntoView {
    view! {
        <Specimen name="empty state, skeleton">
            <div class="cells two">
                <div class="card">
                    <EmptyState
                        icon=IconName::Chat
                        title="No numbers yet"
                        text="Add the first number with its country code, or open a file with all of them."
                        actions=|| {
                            view! {
                                <Button kind=ButtonKind::Primary>"+ Add Number"</Button>
                                <Button>"Open a file"</Button>
                            }
                        }
                    />
                </div>
                <div class="card">
                    <EmptyState
                        icon=IconName::Search
                        title="No number matches “0999”"
                        text="Spaces and dashes do not matter. 30 numbers are hidden by the filter."
                        actions=|| view! { <Button>"Clear the filter"</Button> }
                    />
                </div>
            </div>
            <Skeleton />
        </Specimen>
    }
}

#[component]
pub(super) fn Banners() -> impl IntoView {
    let toasts = Toasts::from_context();
    let action = |words: &'static str| move || view! { <Button size=ButtonSize::Compact>{words}</Button> };
    let undo = move || {
        toasts.done_with("+1 312-555-0142 assigned to Ana Ruiz", "Undo", move || {
            toasts.done("Taken back");
        });
    };
    view! {
        <Specimen name="banner, toast, tooltip">
            <Banner icon=IconName::Lock action=action("Phone number management")>
                <b>"Locked until a direct number is assigned."</b>
                " Assign one to an agent or a queue first."
            </Banner>
            <Banner tone=Tone::Draft><b>"Rebased on revision 418."</b>" 4 other changes, none touches yours."</Banner>
            <Banner tone=Tone::Ok><b>"Published as revision 416"</b>", Thu 15 Oct 2026, 14:40 Chicago."</Banner>
            <Banner tone=Tone::Warn action=action("Write here")>
                <b>"Another tab is writing."</b>
                " This one follows and cannot save."
            </Banner>
            <Refused text=Signal::stored(Some("`+13125550142` belongs to agent Ana Ruiz".to_owned())) />
            <Banner tone=Tone::Danger action=action("Export draft")>
                <b>"Not saved on this device."</b>
                " The browser’s storage is full: 512 MB of 512 MB. Your 7 changes are kept in memory."
            </Banner>
            <div class="row">
                <Button on_press=undo>"Say what was done"</Button>
                <Button on_press=move || toasts.failed("Not assigned. It belongs to queue Billing.")>"Say what failed"</Button>
                <Tooltip tip="Hours from Team: Americas Support">"43 h a week"</Tooltip>
            </div>
        </Specimen>
    }
}

#[component]
pub(super) fn Frames() -> impl IntoView {
    let crumbs = ["Settings", "Queue", "Billing"].map(|label| {
        let href = (label == "Queue").then(|| "#w-breadcrumb".to_owned());
        Crumb {
            label: label.to_owned(),
            href,
        }
    });
    let crumbs = Signal::stored(crumbs.to_vec());
    view! {
        <Specimen name="breadcrumb, steps, progress">
            <Breadcrumb crumbs />
            <Steps names=vec!["Template", "Upload", "Dry run"] at=1 />
            <Progress
                label="Checking the coming year"
                done=Some(0.61)
                detail="18,400 of 30,000 numbers"
                on_cancel=|| ()
            />
            <Progress label="Reading the file" done=None />
        </Specimen>
        <Specimen name="card, section, fold">
            <Card title="Coming up" aside="Chicago">
                <div class="body">
                    <Pairs>
                        <Pair term="Number">"+1 312-555-0142"</Pair>
                        <Pair term="Owner">"Ana Ruiz"</Pair>
                    </Pairs>
                </div>
            </Card>
            <Section title="Thresholds" text="For every direct number.">
                <p>"A missed chat counts once."</p>
            </Section>
            <div>
                <Fold title="Profile" aside="Active, Agent ID 2011"><p>"Name, mail and time zone."</p></Fold>
                <Fold
                    title="Direct Inbound"
                    aside="2 of 5 numbers"
                    badge=|| view! { <Tag word="User" /> }
                    open=true
                >
                    <p>"+1 312-555-0142"</p>
                </Fold>
            </div>
        </Specimen>
    }
}
