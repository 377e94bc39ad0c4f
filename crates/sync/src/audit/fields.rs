//! The fields of a record: what each is called, what is stored in it, and that in words.

use std::borrow::Cow;

use domain::deflection::Deflection;
use domain::message::MessageText;
use domain::number::{NumberRole, SmsNumber};
use domain::queue::{AfterHour, SmsQueue};
use domain::schedule::Schedule;
use domain::{PhoneNumber, Workspace};
use serde::Serialize;

use super::record::Record;
use super::{people, settings, texts};

/// One field of a record.
pub(super) struct Field {
    pub(super) name: Cow<'static, str>,
    /// What tells two values apart: a name in the words may change without the field.
    pub(super) stored: String,
    pub(super) text: String,
}

/// The fields of a record as they are gathered.
pub(super) struct Fields<'a> {
    pub(super) workspace: &'a Workspace,
    found: Vec<Field>,
}

impl Fields<'_> {
    pub(super) fn add(&mut self, name: impl Into<Cow<'static, str>>, value: &impl Serialize, text: String) {
        self.found.push(Field {
            name: name.into(),
            stored: serde_json::to_string(value).unwrap_or_default(),
            text,
        });
    }

    /// A value whose words are itself.
    pub(super) fn plain(&mut self, name: &'static str, value: &str) {
        self.add(name, &value, value.to_owned());
    }

    /// A text that may be missing.
    pub(super) fn maybe(&mut self, name: &'static str, value: Option<&MessageText>) {
        let text = value.map_or_else(String::new, |text| text.as_str().to_owned());
        self.add(name, &value, text);
    }

    /// Zone, days and holidays of some hours; none are no fields.
    pub(super) fn schedule(&mut self, of: &str, schedule: &Schedule) {
        let name = |what: &str| {
            if of.is_empty() {
                let mut letters = what.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect::<String>()
            } else {
                format!("{of}: {what}")
            }
        };
        self.add(name("time zone"), &schedule.zone(), schedule.zone().to_string());
        self.add(name("hours"), schedule.days(), texts::days(schedule));
        let observed = texts::observed(self.workspace, schedule);
        self.add(name("observed holidays"), schedule.observed(), observed);
    }

    /// A level's setting: whether, when, and with which message.
    pub(super) fn deflection(&mut self, of: &'static str, setting: Option<&Deflection>, without: &str) {
        let word = texts::state(setting, without);
        self.add(of, &word, word.clone());
        if let Some(reply) = setting.and_then(Deflection::kept) {
            self.schedule(of, &reply.schedule);
            let message = &reply.message;
            self.add(format!("{of}: message"), message, message.as_str().to_owned());
        }
    }
}

/// The fields of a record; none when it is not there.
pub(super) fn fields(workspace: &Workspace, record: Record) -> Option<Vec<Field>> {
    let mut fields = Fields {
        workspace,
        found: Vec::new(),
    };
    match record {
        Record::Settings => settings::settings(&mut fields, workspace.settings()),
        Record::Number(id) => number(&mut fields, workspace.number(id)?),
        Record::Ivr(id) => voice(&mut fields, id)?,
        Record::User(id) => people::user(&mut fields, workspace.user(id)?),
        Record::Team(id) => people::team(&mut fields, workspace.team(id)?),
        Record::Queue(id) => queue(&mut fields, workspace.queue(id)?),
        Record::Hours(id) => {
            let hours = workspace.custom_hours(id)?;
            fields.plain("Name", &hours.name);
            fields.schedule("", &hours.schedule);
        }
        Record::Folder(id) => {
            let folder = workspace.holidays().folder(id)?;
            fields.plain("Name", &folder.name.to_string());
        }
        Record::Holiday(id) => settings::holiday(&mut fields, workspace.holidays().holiday(id)?),
        Record::Pin(id) => {
            let pin = workspace.pin(id)?;
            fields.plain("Name", &pin.name);
            let text = &pin.scenario;
            let words = format!("“{}” from {} to {}", text.body, text.from, text.to);
            fields.add("Text", text, words);
            fields.plain("Expected outcome", pin.expected.words());
        }
        Record::Blocked(sender) => {
            workspace.is_blocked(sender).then_some(())?;
            fields.plain("Number", &sender.to_string());
        }
    }
    Some(fields.found)
}

fn number(fields: &mut Fields<'_>, number: &SmsNumber) {
    let workspace = fields.workspace;
    fields.plain("Label", number.label.as_str());
    fields.add("Direct", &number.is_direct(), texts::yes(number.is_direct()));
    match &number.role {
        NumberRole::Direct { owner } => {
            let name = owner.map_or_else(String::new, |owner| workspace.owner_name(owner));
            fields.add("Owner", owner, name);
            let column = owner.map_or_else(String::new, |_| (number.slot.index() + 1).to_string());
            fields.add("Direct Inbound Number", &number.slot, column);
        }
        NumberRole::Normal {
            verified,
            inbound,
            outbound,
        } => {
            fields.add("Verified", verified, texts::yes(*verified));
            let queue = inbound.and_then(|id| workspace.queue(id));
            let name = queue.map_or_else(String::new, |queue| queue.name.clone());
            fields.add("Inbound queue", inbound, name);
            let senders = outbound.iter().map(|&target| workspace.owner_name(target));
            fields.add("Outbound", outbound, texts::names(senders));
        }
    }
    fields.plain("Entered as", &number.entered_as);
    fields.add("Number", &number.facts, number.printed());
}

fn voice(fields: &mut Fields<'_>, number: PhoneNumber) -> Option<()> {
    let queue = fields.workspace.ivr_queue(number)?;
    fields.plain("IVR queue", queue.as_str());
    Some(())
}

fn queue(fields: &mut Fields<'_>, queue: &SmsQueue) {
    let workspace = fields.workspace;
    fields.plain("Name", &queue.name);
    let above = queue.parent.and_then(|id| workspace.queue(id));
    fields.add(
        "Under",
        &queue.parent,
        above.map_or_else(|| "Top level".to_owned(), |above| above.name.clone()),
    );
    fields.add("Place", &queue.position, (queue.position + 1).to_string());
    fields.plain("Language", &queue.language);
    fields.add(
        "Keywords",
        &queue.keywords,
        texts::names(queue.keywords.iter().cloned()),
    );
    fields.add("Hidden in the menu", &queue.hidden, texts::yes(queue.hidden));
    fields.maybe("Greeting", queue.greeting.as_ref());
    let (word, message) = match &queue.after_hour {
        None => ("As the queue above", None),
        Some(AfterHour::On(message)) => ("On", Some(message)),
        Some(AfterHour::Off { kept }) => ("Off", kept.as_ref()),
    };
    fields.plain("Enable after hour message", word);
    fields.maybe("After hour message", message);
    settings::timeouts(fields, queue.timeouts);
    let agents = queue
        .agents
        .iter()
        .filter_map(|&id| Some(workspace.user(id)?.name()));
    fields.add("Agents", &queue.agents, texts::names(agents));
    let teams = queue
        .teams
        .iter()
        .filter_map(|&id| Some(workspace.team(id)?.name.clone()));
    fields.add("Teams", &queue.teams, texts::names(teams));
    let hours = queue.hours.and_then(|id| workspace.custom_hours(id));
    let name = hours.map_or_else(|| "General hours".to_owned(), |hours| hours.name.clone());
    fields.add("Hours", &queue.hours, name);
}
