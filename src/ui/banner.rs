//! Notices in the page, and what to do where there is nothing yet.

use leptos::prelude::*;

use super::{Icon, IconName, sentence};

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A remark.
    #[default]
    Info,
    /// The draft.
    Draft,
    /// Something went well.
    Ok,
    /// To be looked at.
    Warn,
    /// Something was lost or not done.
    Danger,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "banner",
            Self::Draft => "banner draft",
            Self::Ok => "banner ok",
            Self::Warn => "banner warn",
            Self::Danger => "banner danger",
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Draft => IconName::Draft,
            Self::Ok => IconName::Check,
            Self::Warn => IconName::Warn,
            Self::Danger => IconName::Stop,
        }
    }
}

/// A notice: what happened, in bold, then what that means.
#[component]
pub fn Banner(
    /// What it is about.
    #[prop(optional)]
    tone: Tone,
    /// A drawing of its own.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Edge to edge, below the top bar.
    #[prop(optional)]
    wide: bool,
    /// Spoken at once when it appears.
    #[prop(optional)]
    urgent: bool,
    /// The button that does something about it.
    #[prop(optional, into)]
    action: ViewFn,
    /// The words.
    children: Children,
) -> impl IntoView {
    let name = icon.unwrap_or(tone.icon());
    view! {
        <div class=tone.class() class:wide=wide role=urgent.then_some("alert")>
            <Icon name />
            <div>{children()}</div>
            {action.run()}
        </div>
    }
}

/// What to do where there is nothing to show.
#[component]
pub fn EmptyState(
    /// The drawing.
    icon: IconName,
    /// What there is none of.
    #[prop(into)]
    title: Signal<String>,
    /// What to do about it.
    #[prop(into)]
    text: Signal<String>,
    /// The buttons that do it.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon />
            <h2>{move || title.get()}</h2>
            <p>{move || text.get()}</p>
            <div class="actions">{actions.run()}</div>
        </div>
    }
}

/// Why something was not done, as a sentence; nothing while nothing was refused.
#[component]
pub fn Refused(
    /// The message.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// From edge to edge.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    move || {
        text.get()
            .map(|text| view! { <Banner tone=Tone::Danger wide urgent=true>{sentence(&text)}</Banner> })
    }
}
