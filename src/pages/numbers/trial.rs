//! What several changes at once would do: each is tried on a copy, one after the other.

use std::collections::HashSet;

use domain::number::{Label, Owner, SmsNumber};
use domain::{Intent, PhoneNumber, Workspace};

use crate::words;

/// What can be done with the selected numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Assign(Owner),
    MarkDirect,
    UnmarkDirect,
    Release,
    Remove,
}

impl Action {
    /// Those that ask for nothing more.
    pub(super) const AT_ONCE: [Self; 4] = [Self::MarkDirect, Self::UnmarkDirect, Self::Release, Self::Remove];

    /// The words on its button.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Assign(_) => "Assign",
            Self::MarkDirect => "Set as direct",
            Self::UnmarkDirect => "Remove the direct mark",
            Self::Release => "Unassign",
            Self::Remove => "Remove",
        }
    }

    /// The question over its list.
    pub(super) fn question(self, count: usize) -> String {
        let numbers = words::count(count, "number", "numbers");
        match self {
            Self::Assign(_) => format!("Assign {numbers}?"),
            Self::MarkDirect => format!("Set {numbers} as direct?"),
            Self::UnmarkDirect => format!("Remove the direct mark of {numbers}?"),
            Self::Release => format!("Unassign {numbers}?"),
            Self::Remove => format!("Remove {numbers}?"),
        }
    }

    /// What it is called in Undo and the history.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Assign(_) => "assign numbers",
            Self::MarkDirect => "set numbers as direct",
            Self::UnmarkDirect => "remove the direct mark of numbers",
            Self::Release => "unassign numbers",
            Self::Remove => "remove numbers",
        }
    }

    /// All of its changes as one step.
    pub(super) fn together(self, mut changes: Vec<Intent>) -> Intent {
        match (changes.pop(), changes.is_empty()) {
            (Some(one), true) => one,
            (last, _) => Intent::Bulk {
                title: self.title().to_owned(),
                changes: changes.into_iter().chain(last).collect(),
            },
        }
    }

    /// What it does to a number; nothing where there is nothing to do.
    fn intent(self, record: &SmsNumber) -> Option<Intent> {
        let (number, slot) = (record.number, None);
        match self {
            Self::Assign(owner) => {
                (record.owner() != Some(owner)).then_some(Intent::Assign { number, owner, slot })
            }
            Self::MarkDirect => (!record.is_direct()).then_some(Intent::MarkDirect { number }),
            Self::UnmarkDirect => record.is_direct().then_some(Intent::UnmarkDirect { number }),
            Self::Release => record.owner().map(|_| Intent::Unassign { number }),
            Self::Remove => Some(Intent::RemoveNumber { number }),
        }
    }
}

/// What would be done, and what not.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Trial {
    pub(super) changes: Vec<Intent>,
    /// The numbers it is done to.
    pub(super) concerned: Vec<PhoneNumber>,
    /// The configuration once it is done; none where there is nothing to do.
    pub(super) after: Option<Workspace>,
    /// The same as they are shown, with their labels.
    pub(super) numbers: Vec<String>,
    /// What goes along.
    pub(super) along: Vec<String>,
    /// What is not done, and why.
    pub(super) refused: Vec<String>,
    /// How many are like that already.
    pub(super) already: usize,
}

impl Trial {
    fn with(mut self, after: Workspace) -> Self {
        self.after = (!self.changes.is_empty()).then_some(after);
        self
    }
}

/// What an action does to these numbers.
pub(super) fn try_action(workspace: &Workspace, action: Action, numbers: &[PhoneNumber]) -> Trial {
    let mut copy = workspace.clone();
    let mut trial = Trial::default();
    for number in numbers {
        let Some(record) = workspace.number(*number) else {
            continue;
        };
        let Some(intent) = action.intent(record) else {
            trial.already += 1;
            continue;
        };
        let name = format!("{} {}", record.printed(), record.label);
        match copy.apply(&intent) {
            Ok(applied) => {
                let cascades = applied.cascades.iter();
                trial
                    .along
                    .extend(cascades.map(|cascade| words::sentence(&cascade.to_string())));
                if let (Action::Release, Some(owner)) = (action, record.owner()) {
                    let owner = workspace.owner_name(owner);
                    trial
                        .along
                        .push(format!("{} is taken from {owner}.", record.printed()));
                }
                for warning in applied.warnings {
                    let warning = words::sentence(&warning.to_string());
                    if !trial.along.contains(&warning) {
                        trial.along.push(warning);
                    }
                }
                trial.numbers.push(name);
                trial.concerned.push(*number);
                trial.changes.push(intent);
            }
            Err(refusal) => trial.refused.push(format!("{name}: {refusal}")),
        }
    }
    trial.with(copy)
}

/// What adding the numbers of a text does: one a line, after a comma, a semicolon or a tab its label.
pub(super) fn try_text(workspace: &Workspace, text: &str, label: &str, direct: bool) -> Trial {
    let mut copy = workspace.clone();
    let mut trial = Trial::default();
    let mut seen = HashSet::new();
    let lines = text.lines().enumerate();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let (typed, own) = line.split_once([',', ';', '\t']).unwrap_or((line, ""));
        let wanted = if own.trim().is_empty() { label } else { own };
        let added = number_and_label(typed, wanted).and_then(|(number, label)| {
            if !seen.insert(number) {
                return Err("it is in the lines above already".to_owned());
            }
            let intent = Intent::AddNumber {
                number,
                label,
                direct,
                entered_as: typed.trim().to_owned(),
                facts: None,
            };
            match copy.apply(&intent) {
                Ok(_) => Ok((number, intent)),
                Err(refusal) => Err(refusal.to_string()),
            }
        });
        match added {
            Ok((number, intent)) => {
                trial.numbers.push(format!("{} {}", typed.trim(), wanted.trim()));
                trial.concerned.push(number);
                trial.changes.push(intent);
            }
            Err(why) => trial
                .refused
                .push(format!("Line {}, {}: {why}", index + 1, typed.trim())),
        }
    }
    trial.with(copy)
}

fn number_and_label(number: &str, label: &str) -> Result<(PhoneNumber, Label), String> {
    let number = number
        .parse()
        .map_err(|error: domain::ParsePhoneError| error.to_string())?;
    let label = label
        .parse()
        .map_err(|error: domain::number::LabelError| error.to_string())?;
    Ok((number, label))
}

#[cfg(test)]
#[path = "trial_tests.rs"]
mod tests;
