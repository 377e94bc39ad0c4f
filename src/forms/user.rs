//! The inputs of **Edit user**: profile, direct numbers (F6), permission and deflection (F11).

use domain::deflection::{Deflection, Level, Reply, effective};
use domain::ids::{QueueId, UserId};
use domain::number::Owner;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::deflection::{DeflectionInputs, Faulty, Own};
use super::profile::ProfileInputs;
use super::update::tried;
use crate::session::personal_queue;

/// What becomes of a user's settings when the form has none of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// They stay as they are.
    Nowhere,
    /// Back to what the teams or Global say.
    Up,
    /// Back to what the agent chose (R62).
    ToAgent,
}

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct UserInputs {
    user: UserId,
    stored: StoredValue<Stored>,
    profile: StoredValue<ProfileInputs>,
    /// The direct numbers.
    pub numbers: RwSignal<Vec<PhoneNumber>>,
    /// The personal queue that is made along with it (R71).
    pub queue: RwSignal<Option<QueueId>>,
    /// **Agent Permission**.
    pub permission: RwSignal<bool>,
    /// The admin's deflection for the user.
    pub deflection: DeflectionInputs,
    /// Where the settings go while the form has none of its own.
    pub going: RwSignal<Going>,
}

/// The user as the draft has them.
#[derive(Clone, Default)]
struct Stored {
    numbers: Vec<PhoneNumber>,
    permission: bool,
    setting: Option<Deflection>,
    /// The agent has settings, in force or not.
    has_own: bool,
    /// They are in force.
    own_applies: bool,
}

impl UserInputs {
    /// The form as the draft has the user.
    pub fn new(workspace: &Workspace, user: UserId) -> Self {
        let record = workspace.user(user);
        // An admin's setting that the agent has replaced is not what applies, so the form does not show it (R62).
        let level = effective(workspace, user).level;
        let applies = level == Level::User(user);
        let stored = Stored {
            numbers: workspace
                .numbers_of(Owner::Agent(user))
                .map(|number| number.number)
                .collect(),
            permission: record.is_some_and(|user| user.may_configure_own),
            setting: record
                .and_then(|user| user.deflection.clone())
                .filter(|_| applies),
            has_own: record.is_some_and(|user| user.own_deflection.is_some()),
            own_applies: level == Level::Agent(user),
        };
        Self {
            user,
            profile: StoredValue::new(ProfileInputs::new(record.cloned())),
            queue: RwSignal::new(None),
            numbers: RwSignal::new(stored.numbers.clone()),
            permission: RwSignal::new(stored.permission),
            deflection: DeflectionInputs::new(
                Signal::stored(stored.setting.clone()),
                workspace.settings().hours.zone(),
            ),
            going: RwSignal::new(Going::Nowhere),
            stored: StoredValue::new(stored),
        }
    }

    /// What **Update** does: releases first, so that a number can come in place of another.
    ///
    /// # Errors
    /// A field that cannot be read, hours or a message that cannot be.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let user = self.user;
        let mut intents = self.profile().edits()?;
        // The role comes before the numbers that need it, and goes after those that are given back.
        let roles = self.profile().new_roles();
        if self.profile().is_agent() {
            intents.extend(roles);
            intents.extend(self.number_intents());
        } else {
            intents.extend(self.number_intents());
            intents.extend(roles);
        }
        if let Some(queue) = self.queue.get() {
            intents.extend(personal_queue::intents(user, &self.profile().name(), queue));
        }
        let allowed = self.permission.get();
        let (changed, had_setting, own_applies) = self.stored.with_value(|stored| {
            (
                stored.permission != allowed,
                stored.setting.is_some(),
                stored.own_applies,
            )
        });
        if changed {
            intents.push(Intent::SetAgentPermission { user, allowed });
        }
        let setting = self.deflection.setting()?;
        let going = self.going.get();
        match setting {
            Some(_) if self.deflection.is_changed() => {
                intents.push(Intent::SetUserDeflection {
                    user,
                    deflection: setting,
                });
            }
            None if going == Going::ToAgent => intents.push(Intent::RevertToAgent { user }),
            None if had_setting || (own_applies && going == Going::Up) => {
                intents.push(Intent::SetUserDeflection {
                    user,
                    deflection: None,
                });
            }
            _ => {}
        }
        Ok(intents)
    }

    /// Names, address, roles, teams.
    pub fn profile(self) -> ProfileInputs {
        self.profile.get_value()
    }

    /// Whether there is something to update.
    pub fn is_changed(self) -> bool {
        self.intents().map_or(true, |intents| !intents.is_empty())
    }

    /// Drops the user's settings.
    pub fn reset(self) {
        self.deflection.own.set(Own::Nothing);
        self.going.set(Going::Up);
    }

    /// Goes back to what the agent chose.
    pub fn revert(self) {
        self.deflection.own.set(Own::Nothing);
        self.going.set(Going::ToAgent);
    }

    /// Whether the agent has settings to go back to.
    pub fn can_revert(self) -> bool {
        self.permission.get() && self.stored.with_value(|stored| stored.has_own)
    }

    fn number_intents(self) -> Vec<Intent> {
        let before = self.stored.with_value(|stored| stored.numbers.clone());
        let numbers = self.numbers.get();
        let owner = Owner::Agent(self.user);
        let released = before.iter().filter(|number| !numbers.contains(number));
        let assigned = numbers.iter().filter(|number| !before.contains(number));
        released
            .map(|&number| Intent::Unassign { number })
            .chain(assigned.map(|&number| Intent::Assign {
                number,
                owner,
                slot: None,
            }))
            .collect()
    }
}

/// What applies to a user: from which level, with which hours and message, and the levels that lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The level.
    pub level: Level,
    /// Hours and message; none when nothing is deflected.
    pub reply: Option<Reply>,
    /// Strongest first.
    pub passed_over: Vec<Level>,
}

impl InForce {
    /// Of a configuration.
    pub fn of(workspace: &Workspace, user: UserId) -> Self {
        let effective = effective(workspace, user);
        Self {
            level: effective.level,
            reply: effective.reply().cloned(),
            passed_over: effective.passed_over.clone(),
        }
    }
}

/// The level that applies to a user once nothing is set for them.
pub fn level_above(workspace: &Workspace, user: UserId) -> Level {
    let reset = Intent::SetUserDeflection {
        user,
        deflection: None,
    };
    tried(workspace, &[reset]).map_or(Level::Global, |(copy, _)| effective(&copy, user).level)
}

#[cfg(test)]
mod tests {
    use domain::Zone;
    use domain::schedule::Schedule;

    use super::*;
    use crate::forms::ana;

    fn setting(text: &str) -> Deflection {
        Deflection::On(Reply {
            schedule: Schedule::always(Zone::UTC),
            message: text.to_owned().try_into().unwrap(),
        })
    }

    /// Ana after these changes, and the form over her.
    fn form(changes: &[Intent], test: impl FnOnce(UserInputs, UserId)) {
        let (mut workspace, user) = ana::company();
        for change in changes {
            workspace.apply(change).unwrap();
        }
        leptos::prelude::Owner::new().with(|| test(UserInputs::new(&workspace, user), user));
    }

    #[test]
    fn nothing_changed_is_nothing_to_update() {
        form(&[], |inputs, _| {
            assert_eq!(inputs.intents(), Ok(Vec::new()));
            inputs.deflection.turn_on(None);
            inputs.reset();
            assert_eq!(inputs.intents(), Ok(Vec::new()));
        });
    }

    #[test]
    fn a_reset_drops_the_admins_setting() {
        let user = ana::id();
        let own = Intent::SetUserDeflection {
            user,
            deflection: Some(setting("Ana")),
        };
        form(&[own], |inputs, user| {
            assert_eq!(inputs.deflection.own.get(), Own::On);
            inputs.reset();
            assert_eq!(
                inputs.intents(),
                Ok(vec![Intent::SetUserDeflection {
                    user,
                    deflection: None
                }])
            );
        });
    }

    #[test]
    fn r62_an_admin_goes_back_to_what_the_agent_chose() {
        let user = ana::id();
        let changes = [
            Intent::SetAgentPermission { user, allowed: true },
            Intent::SetOwnDeflection {
                user,
                deflection: setting("Ana's own"),
            },
            Intent::SetUserDeflection {
                user,
                deflection: Some(setting("Admin's")),
            },
        ];
        form(&changes, |inputs, user| {
            assert!(inputs.can_revert());
            inputs.revert();
            assert_eq!(inputs.intents(), Ok(vec![Intent::RevertToAgent { user }]));
        });
        // The agent's own choice in force: a reset drops that.
        form(&changes[..2], |inputs, user| {
            assert_eq!(inputs.deflection.own.get(), Own::Nothing);
            inputs.reset();
            assert_eq!(
                inputs.intents(),
                Ok(vec![Intent::SetUserDeflection {
                    user,
                    deflection: None
                }])
            );
        });
    }
}
