//! What automatic texts say, and how long they are.

use chrono::{DateTime, Utc};

use super::promise::broken;
use super::{FindingKind, FindingsRun, TextOf};
use crate::deflection::{Level, Reply};
use crate::ids::HolidayId;
use crate::message::Segments;
use crate::phone::PhoneNumber;
use crate::routing::standing;
use crate::schedule::Schedule;

impl FindingsRun {
    pub(super) fn holiday(&mut self, id: HolidayId) {
        let text = self
            .workspace
            .holidays()
            .holiday(id)
            .and_then(|holiday| holiday.message.clone());
        if let Some(text) = text {
            self.length(TextOf::Holiday(id), text.as_str(), None);
        }
    }

    pub(super) fn global(&mut self) {
        let workspace = self.workspace.clone();
        if let Some(reply) = workspace.global_deflection().and_then(|setting| setting.reply()) {
            let follows = |number: &PhoneNumber| {
                let standing = standing(&workspace, *number);
                standing
                    .hours
                    .is_some_and(|hours| std::ptr::eq(hours.schedule, &raw const reply.schedule))
            };
            let number = workspace.numbers().map(|number| number.number).find(follows);
            self.text(TextOf::Deflection(Level::Global), reply, number);
        }
    }

    pub(super) fn text(&mut self, text: TextOf, reply: &Reply, number: Option<PhoneNumber>) {
        self.message(text, reply.message.as_str(), true, &reply.schedule, number);
    }

    pub(super) fn message(
        &mut self,
        text: TextOf,
        message: &str,
        own: bool,
        hours: &Schedule,
        number: Option<PhoneNumber>,
    ) {
        if own {
            let sent = hours.next_outside(self.workspace.holidays(), self.horizon.from());
            let sent = sent.filter(|at| *at < self.horizon.to());
            self.length(text, message, number.zip(sent));
        }
        if let Some(at) = broken(message, hours, self.workspace.holidays(), self.horizon) {
            self.add(
                FindingKind::PromiseBroken { text },
                number.map(|number| (number, at)),
            );
        }
    }

    /// `sent`: a number, and a moment at which it sends the text.
    fn length(&mut self, text: TextOf, message: &str, sent: Option<(PhoneNumber, DateTime<Utc>)>) {
        let counted = Segments::of(message);
        if counted.segments > 1 {
            let kind = FindingKind::LongText {
                text,
                segments: counted.segments,
                forced_by: counted.forced_by,
            };
            self.add(kind, sent);
        }
    }
}
