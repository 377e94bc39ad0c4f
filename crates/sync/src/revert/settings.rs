//! Settings of the instance, holidays and custom hours.

use domain::deflection::Deflection;
use domain::{Intent, Workspace};

use super::want::Want;

/// All settings; SMS is turned on before everything else.
pub(super) fn first(now: &Workspace, want: &Want) -> Vec<Intent> {
    let (known, Some(wanted)) = (now.settings(), want.settings.clone()) else {
        return Vec::new();
    };
    let mut intents = Vec::new();
    let mut put = |is_other: bool, intent: Intent| {
        if is_other {
            intents.push(intent);
        }
    };
    put(
        wanted.sms_chat && !known.sms_chat,
        Intent::SetSmsChat { on: true },
    );
    let on = wanted.outbound_sms;
    put(known.outbound_sms != on, Intent::SetOutboundSms { on });
    for intent in known.ends_of_chats(wanted.timeouts, wanted.dismissal_min) {
        put(true, intent);
    }
    let is_other = known.dismissed_response != wanted.dismissed_response;
    let text = wanted.dismissed_response;
    put(is_other, Intent::SetDismissedResponse { text });
    let is_other = known.support_contact != wanted.support_contact;
    let text = wanted.support_contact;
    put(is_other, Intent::SetSupportContact { text });
    let is_other = known.words != wanted.words;
    put(is_other, Intent::SetMenuWords { words: wanted.words });
    // What was saved once is never unsaved, but it can be switched off, which does the same.
    let off = || match &known.deflection {
        Some(Deflection::On(reply)) => Some(Deflection::Off {
            kept: Some(reply.clone()),
        }),
        _ => None,
    };
    let is_other = known.deflection != wanted.deflection;
    if let Some(deflection) = wanted.deflection.or_else(off).filter(|_| is_other) {
        put(true, Intent::SetGlobalDeflection { deflection });
    }
    let minutes = wanted.reply_limit_min;
    put(
        known.reply_limit_min != minutes,
        Intent::SetReplyLimit { minutes },
    );
    let thresholds = wanted.thresholds;
    put(
        known.thresholds != thresholds,
        Intent::SetThresholds {
            missed_chat: thresholds.missed_chat,
            unresponsive: thresholds.unresponsive,
        },
    );
    let is_other = known.hours != wanted.hours;
    put(
        is_other,
        Intent::SetHours {
            schedule: wanted.hours,
        },
    );
    intents
}

/// SMS is turned off after everything else.
pub(super) fn last(now: &Workspace, want: &Want) -> Vec<Intent> {
    let off = want.settings.as_ref().is_some_and(|wanted| !wanted.sms_chat);
    let intent = (off && now.settings().sms_chat).then_some(Intent::SetSmsChat { on: false });
    intent.into_iter().collect()
}

pub(super) fn holidays(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for folder in want.folders.values().flatten() {
        match now.holidays().folder(folder.id) {
            None => intents.push(Intent::AddHolidayFolder {
                folder: folder.clone(),
            }),
            Some(known) if known.name != folder.name => intents.push(Intent::RenameHolidayFolder {
                folder: folder.id,
                name: folder.name.clone(),
            }),
            Some(_) => {}
        }
    }
    for holiday in want.holidays.values().flatten() {
        match now.holidays().holiday(holiday.id) {
            None => intents.push(Intent::AddHoliday {
                holiday: holiday.clone(),
            }),
            Some(known) if **known != *holiday => intents.push(Intent::EditHoliday {
                holiday: holiday.clone(),
            }),
            Some(_) => {}
        }
    }
    intents
}

pub(super) fn hours(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for hours in want.hours.values().flatten() {
        let hours = hours.clone();
        match now.custom_hours(hours.id) {
            None => intents.push(Intent::AddHours { hours }),
            Some(known) if **known != hours => intents.push(Intent::EditHours { hours }),
            Some(_) => {}
        }
    }
    intents
}

/// Pinned texts, which hang on nothing.
pub(super) fn pins(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for (&pin, wanted) in &want.pins {
        match (now.pin(pin), wanted) {
            (None, Some(wanted)) => intents.push(Intent::AddPin { pin: wanted.clone() }),
            (Some(_), None) => intents.push(Intent::RemovePin { pin }),
            (Some(known), Some(wanted)) => {
                let name = wanted.name.clone();
                intents.extend((known.name != name).then_some(Intent::RenamePin { pin, name }));
                let expected = wanted.expected;
                let is_other = known.expected != expected;
                intents.extend(is_other.then_some(Intent::ExpectOutcome { pin, expected }));
            }
            (None, None) => {}
        }
    }
    intents
}

/// Hours, holidays and empty folders that are to go.
pub(super) fn gone(now: &Workspace, want: &Want) -> Vec<Intent> {
    let book = now.holidays();
    let hours = want
        .hours
        .iter()
        .filter(|(id, wanted)| wanted.is_none() && now.custom_hours(**id).is_some());
    let hours = hours.map(|(&hours, _)| Intent::RemoveHours { hours });
    let holidays = want
        .holidays
        .iter()
        .filter(|(id, wanted)| wanted.is_none() && book.holiday(**id).is_some());
    let holidays = holidays.map(|(&holiday, _)| Intent::RemoveHoliday { holiday });
    let folders = want.folders.iter().filter(|(id, wanted)| {
        wanted.is_none() && book.folder(**id).is_some() && book.in_folder(**id).next().is_none()
    });
    let folders = folders.map(|(&folder, _)| Intent::RemoveHolidayFolder { folder });
    hours.chain(holidays).chain(folders).collect()
}
