//! The text to try as it stands in the form, and in the address.

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{PhoneNumber, Scenario, Zone};
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::try_text::{AGENT, CHAT, MOMENT, SENDER};
use crate::paths::query;
use crate::session::{Session, now};
use crate::words;

/// The inputs.
#[derive(Clone, Copy)]
pub(super) struct Inputs {
    pub(super) to: RwSignal<String>,
    pub(super) from: RwSignal<String>,
    pub(super) body: RwSignal<String>,
    pub(super) at: RwSignal<String>,
    pub(super) zone: RwSignal<String>,
    pub(super) agent: RwSignal<String>,
    pub(super) chat: RwSignal<String>,
    pub(super) sender: RwSignal<String>,
}

impl Inputs {
    /// Those of the address, and where it says nothing, a text that arrives now. All of it then stands in the
    /// address, so that the link shows the same to others, and later.
    pub(super) fn new(session: Session) -> Self {
        let start = session.workspace().get_untracked();
        let zone = start.settings().hours.zone();
        let (agent, _) = query_value(query::AGENT);
        // The page has written this address: what is empty there was emptied.
        let is_whole = !agent.get_untracked().is_empty();
        let field = move |key, default: &dyn Fn() -> String| field(key, is_whole, default);
        let first = || {
            let owned = start.numbers().find(|number| number.owner().is_some());
            let number = owned.or_else(|| start.numbers().next());
            number.map(|number| number.number.to_string()).unwrap_or_default()
        };
        let inputs = Self {
            to: field(query::TO, &first),
            from: field(query::FROM, &|| "+12025550173".to_owned()),
            body: field(query::TEXT, &|| "Is somebody there?".to_owned()),
            at: field(query::AT, &|| written(now(), zone)),
            zone: field(query::ZONE, &|| zone.name().to_owned()),
            agent: field(query::AGENT, &|| "available".to_owned()),
            chat: field(query::CHAT, &|| "none".to_owned()),
            sender: field(query::SENDER, &|| "new".to_owned()),
        };
        keep_known(inputs.agent, AGENT.map(|(key, ..)| key).as_slice());
        keep_known(inputs.chat, CHAT.map(|(key, ..)| key).as_slice());
        keep_known(inputs.sender, SENDER.map(|(key, _)| key).as_slice());
        if inputs.zone.read_untracked().parse::<Zone>().is_err() {
            inputs.zone.set(zone.name().to_owned());
        }
        inputs
    }

    /// The zone of the moment, where there is such a zone.
    pub(super) fn zone(self) -> Option<Zone> {
        self.zone.read().parse().ok()
    }

    /// The text as a whole; none while a field cannot be read.
    pub(super) fn scenario(self) -> Option<Scenario> {
        let zone = self.zone()?;
        let sender = self.sender.read();
        Some(Scenario {
            to: self.to.read().parse().ok()?,
            from: self.from.read().parse().ok()?,
            body: self.body.get(),
            at: self.moment()?,
            zone,
            agent: found(&AGENT, &self.agent.read()).unwrap_or_default(),
            session: found(&CHAT, &self.chat.read()).unwrap_or_default(),
            opted_out: sender.as_str() == "out",
            deflected_min: (sender.as_str() == "told").then_some(1),
        })
    }

    /// What is wrong with the sender.
    pub(super) fn sender_error(self) -> Option<String> {
        let parsed = self.from.read().parse::<PhoneNumber>();
        parsed.err().map(|error| error.to_string())
    }

    /// What is wrong with the moment.
    pub(super) fn at_error(self) -> Option<String> {
        self.moment()
            .is_none()
            .then(|| "write it as `2026-10-15 14:30`".to_owned())
    }

    /// The moment as it was understood: with its weekday, and what the clock change makes of it.
    pub(super) fn at_hint(self) -> Option<String> {
        let (zone, at) = (self.zone()?, self.moment()?);
        let told = words::moment(at, zone);
        let local = local(&self.at.read())?;
        Some(match zone.moments_of(local).len() {
            0 => format!("The clock skips that time; read as {told}"),
            1 => told,
            _ => format!("{told}; the clock shows that time twice, this is the first"),
        })
    }

    /// Another moment.
    pub(super) fn set_moment(self, at: DateTime<Utc>) {
        if let Some(zone) = self.zone() {
            self.at.set(written(at, zone));
        }
    }

    fn moment(self) -> Option<DateTime<Utc>> {
        let local = local(&self.at.read())?;
        Some(self.zone()?.to_utc(local))
    }
}

/// A moment as it is written in a zone.
pub(super) fn written(at: DateTime<Utc>, zone: Zone) -> String {
    zone.to_local(at).format(MOMENT).to_string()
}

fn local(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text.trim(), MOMENT).ok()
}

fn found<T: Copy>(all: &[(&str, &str, T)], key: &str) -> Option<T> {
    all.iter()
        .find(|(other, ..)| *other == key)
        .map(|(.., value)| *value)
}

/// A key that means nothing becomes the first one.
fn keep_known(value: RwSignal<String>, keys: &[&str]) {
    if !keys.contains(&value.read_untracked().as_str()) {
        value.set(keys.first().copied().unwrap_or_default().to_owned());
    }
}

/// A field whose value stands in the address, and follows it when a link on the same page leads elsewhere.
fn field(key: &'static str, is_whole: bool, default: &dyn Fn() -> String) -> RwSignal<String> {
    let (given, set) = query_value(key);
    let start = given.get_untracked();
    let value = RwSignal::new(if start.is_empty() && !is_whole {
        default()
    } else {
        start
    });
    Effect::watch(
        move || value.get(),
        move |value, _, _| set.run((value.clone(),)),
        true,
    );
    Effect::watch(
        move || given.get(),
        move |given, _, _| {
            if !given.is_empty() && *given != *value.read_untracked() {
                value.set(given.clone());
            }
        },
        false,
    );
    value
}
