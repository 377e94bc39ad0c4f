//! What is known of a number while it is being entered.

use std::time::Duration;

use domain::PhoneNumber;
use domain::phone::{NumberFacts, Validity};
use leptos::prelude::*;

use crate::session::{Checked, Session, country};
use crate::ui::{Icon, IconName, Tag};
use crate::words;

/// How long the number has stood as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stood {
    Fresh,
    /// Long enough to say that something is going on.
    Moment,
    /// Long enough to be all that is going to be typed.
    While,
    /// Longer than anybody wants to wait.
    TooLong,
}

const STANDS: [(Stood, Duration); 3] = [
    (Stood::Moment, Duration::from_millis(300)),
    (Stood::While, Duration::from_millis(700)),
    (Stood::TooLong, Duration::from_secs(8)),
];

/// Country, sort of line, printed form, and a warning when it can hardly be in use. Never a refusal.
#[component]
pub fn PhoneFacts(
    /// The number, as soon as what is typed is one.
    #[prop(into)]
    number: Signal<Option<PhoneNumber>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    session.begin_phone_checks();
    let stood = RwSignal::new(Stood::Fresh);
    Effect::new(move |_| {
        stood.set(Stood::Fresh);
        let Some(number) = number.get() else { return };
        session.check_number(number);
        for (next, after) in STANDS {
            if let Ok(timer) = set_timeout_with_handle(move || stood.set(next), after) {
                on_cleanup(move || timer.clear());
            }
        }
    });
    let text = move || {
        let number = number.get()?;
        if number.is_short_code() {
            return Some(view! { <span>"A short code, which cannot be direct"</span> }.into_any());
        }
        let stood = stood.get();
        match session.checked(number) {
            Checked::Known(facts) => Some(told(&facts, stood).into_any()),
            Checked::Pending if stood < Stood::Moment => None,
            Checked::Pending if stood < Stood::TooLong => Some("Checking the number…".into_any()),
            Checked::Pending | Checked::Unavailable => {
                Some("The number cannot be checked now. You can add it all the same.".into_any())
            }
        }
    };
    view! { <div class="phone-facts" role="status" class:shown=move || number.get().is_some()>{text}</div> }
}

fn told(facts: &NumberFacts, stood: Stood) -> impl IntoView + use<> {
    let place = facts.region.map(|region| {
        view! {
            <Tag word=String::from(region) />
            " "
            <span>{country(region)}</span>
        }
    });
    // Codes such as 800 are those of no country.
    let international = facts.region.is_none() && facts.validity == Validity::Valid;
    let international = international.then(|| view! { <span>"International"</span> });
    let line = words::line(facts.kind).map(|line| view! { <span>{line}</span> });
    let printed = facts.printed.as_ref().map(|printed| printed.as_str().to_owned());
    let printed = printed.map(|printed| view! { <span class="num">{printed}</span> });
    // Half a number is too short; that is no news while it is typed.
    let warning = facts
        .validity
        .warning()
        .filter(|_| stood >= Stood::While)
        .map(|warning| {
            view! { <p class="warning"><Icon name=IconName::Warn small=true /><span>{warning}</span></p> }
        });
    view! {
        <p class="facts">{place}{international}" "{line}" "{printed}</p>
        {warning}
    }
}
