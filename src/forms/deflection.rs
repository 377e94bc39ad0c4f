//! One level's deflection: switch, hours, message (F8, F10, F11).

mod form;

use domain::Zone;
use domain::deflection::{Deflection, Reply};
use leptos::prelude::*;

use crate::parts::message;
use crate::parts::schedule::ScheduleInputs;

pub use form::{DeflectionForm, SourceBanner};

/// What the level says for itself (specification 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Nothing: what lies above applies.
    Nothing,
    /// Hours and a message of its own.
    On,
    /// That nothing is deflected (R60).
    Off,
}

impl Own {
    fn of(setting: Option<&Deflection>) -> Self {
        match setting {
            None => Self::Nothing,
            Some(Deflection::On(_)) => Self::On,
            Some(Deflection::Off { .. }) => Self::Off,
        }
    }
}

/// The form cannot be saved: its fields say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Faulty;

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct DeflectionInputs {
    /// What the level says for itself.
    pub own: RwSignal<Own>,
    /// The hours.
    pub schedule: RwSignal<ScheduleInputs>,
    /// The text.
    pub message: RwSignal<String>,
    /// Whether it was tried to save them: then what is missing is an error.
    pub tried: RwSignal<bool>,
    /// The setting in the draft.
    stored: Signal<Option<Deflection>>,
}

impl DeflectionInputs {
    /// The form as the draft has the setting; `zone` is that of a first one.
    pub fn new(stored: Signal<Option<Deflection>>, zone: Zone) -> Self {
        let (schedule, text) = texts(stored.get_untracked().as_ref().and_then(Deflection::kept), zone);
        Self {
            own: RwSignal::new(Own::of(stored.get_untracked().as_ref())),
            schedule: RwSignal::new(schedule),
            message: RwSignal::new(text),
            tried: RwSignal::new(false),
            stored,
        }
    }

    /// Switches the level's own setting on; one that said nothing starts as a copy of what it inherits (R59).
    pub fn turn_on(self, inherited: Option<&Reply>) {
        if let (Own::Nothing, Some(inherited)) = (self.own.get_untracked(), inherited) {
            self.write(inherited);
        }
        self.own.set(Own::On);
    }

    /// Puts the form back to what the draft has.
    pub fn discard(self) {
        let stored = self.stored.get_untracked();
        self.own.set(Own::of(stored.as_ref()));
        if let Some(reply) = stored.as_ref().and_then(Deflection::kept) {
            self.write(reply);
        }
        self.tried.set(false);
    }

    /// Follows the draft as it changes from `before`, unless the form has something unsaved.
    pub fn follow(self, before: Option<&Deflection>) {
        if untrack(|| self.setting()).is_ok_and(|setting| setting.as_ref() == before) {
            self.discard();
        }
    }

    /// The setting that the form stands for; none inherits.
    ///
    /// # Errors
    /// Hours or a message that cannot be; the fields have the sentences.
    pub fn setting(self) -> Result<Option<Deflection>, Faulty> {
        let stored = self.stored.read();
        match self.own.get() {
            Own::Nothing => Ok(None),
            Own::On => Ok(Some(Deflection::On(self.reply()?))),
            Own::Off => match stored.as_ref() {
                Some(Deflection::Off { .. }) => Ok(stored.clone()),
                other => {
                    let before = other.and_then(Deflection::kept).cloned();
                    Ok(Some(Deflection::Off {
                        kept: self.reply().ok().or(before),
                    }))
                }
            },
        }
    }

    /// Whether the form says something else than the draft.
    pub fn is_changed(self) -> bool {
        self.setting()
            .map_or(true, |setting| setting != *self.stored.read())
    }

    fn reply(self) -> Result<Reply, Faulty> {
        let schedule = self.schedule.read().schedule().map_err(|_| Faulty)?;
        let message = message::parse(&self.message.read()).map_err(|_| Faulty)?;
        Ok(Reply { schedule, message })
    }

    fn write(self, reply: &Reply) {
        self.schedule.set(ScheduleInputs::of(&reply.schedule));
        self.message.set(reply.message.as_str().to_owned());
    }
}

/// What the fields begin with.
fn texts(reply: Option<&Reply>, zone: Zone) -> (ScheduleInputs, String) {
    reply.map_or_else(
        || (ScheduleInputs::office(zone), String::new()),
        |reply| {
            (
                ScheduleInputs::of(&reply.schedule),
                reply.message.as_str().to_owned(),
            )
        },
    )
}

#[cfg(test)]
mod tests {
    use domain::schedule::Schedule;

    use super::*;

    fn reply(text: &str) -> Reply {
        Reply {
            schedule: Schedule::always("Europe/London".parse().unwrap()),
            message: text.to_owned().try_into().unwrap(),
        }
    }

    fn inputs(stored: Option<Deflection>) -> DeflectionInputs {
        DeflectionInputs::new(Signal::stored(stored), "America/Chicago".parse().unwrap())
    }

    fn with_owner(test: impl FnOnce()) {
        Owner::new().with(test);
    }

    #[test]
    fn r59_a_new_override_starts_as_a_copy_of_what_was_inherited() {
        with_owner(|| {
            let inputs = inputs(None);
            assert!(!inputs.is_changed());
            inputs.turn_on(Some(&reply("Global text")));
            assert_eq!(inputs.setting(), Ok(Some(Deflection::On(reply("Global text")))));
            assert!(inputs.is_changed());
        });
    }

    #[test]
    fn r60_off_is_a_setting_of_its_own_and_keeps_the_last_values() {
        with_owner(|| {
            let inputs = inputs(Some(Deflection::On(reply("Team text"))));
            inputs.own.set(Own::Off);
            let off = Deflection::Off {
                kept: Some(reply("Team text")),
            };
            assert_eq!(inputs.setting(), Ok(Some(off)));
            inputs.own.set(Own::Nothing);
            assert_eq!(inputs.setting(), Ok(None));
            inputs.discard();
            assert!(!inputs.is_changed());
        });
    }

    #[test]
    fn s104_s126_switched_on_it_needs_a_message() {
        with_owner(|| {
            let inputs = inputs(None);
            inputs.turn_on(None);
            assert_eq!(inputs.setting(), Err(Faulty));
            inputs.message.set("Back at nine".into());
            let setting = inputs.setting().unwrap().unwrap();
            assert_eq!(
                setting.reply().unwrap().schedule.open_minutes_a_week(),
                5 * 8 * 60
            );
        });
    }

    #[test]
    fn what_is_stored_as_off_stays_as_it_is() {
        with_owner(|| {
            for kept in [None, Some(reply("Old"))] {
                let inputs = inputs(Some(Deflection::Off { kept }));
                assert!(!inputs.is_changed());
            }
        });
    }
}
