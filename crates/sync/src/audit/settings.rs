//! Fields of the instance's settings and of holidays.

use domain::queue::Timeouts;
use domain::schedule::Holiday;
use domain::workspace::Settings;

use super::fields::Fields;
use super::texts;

pub(super) fn settings(fields: &mut Fields<'_>, settings: &Settings) {
    fields.plain("Company", &settings.company);
    fields.add("Use SMS Chat", &settings.sms_chat, texts::on(settings.sms_chat));
    fields.add(
        "Outbound SMS",
        &settings.outbound_sms,
        texts::on(settings.outbound_sms),
    );
    timeouts(fields, settings.timeouts);
    fields.add(
        "Dismissal",
        &settings.dismissal_min,
        texts::minutes(settings.dismissal_min),
    );
    fields.maybe("Dismissed auto response", settings.dismissed_response.as_ref());
    fields.maybe("Support contact", settings.support_contact.as_ref());
    let words = &settings.words;
    fields.add(
        "Words that lead back",
        &words.back,
        texts::names(words.back.iter().cloned()),
    );
    fields.add(
        "Words that lead out",
        &words.exit,
        texts::names(words.exit.iter().cloned()),
    );
    fields.deflection(
        "Global SMS after-hours deflection",
        settings.deflection.as_ref(),
        "Never saved",
    );
    let limit = settings.reply_limit_min;
    fields.add("Reply limit", &limit, texts::minutes(Some(limit)));
    let thresholds = settings.thresholds;
    fields.plain("Missed Chat Threshold", &thresholds.missed_chat.to_string());
    fields.plain("Unresponsive Threshold", &thresholds.unresponsive.to_string());
    fields.schedule("General hours", &settings.hours);
}

pub(super) fn timeouts(fields: &mut Fields<'_>, timeouts: Timeouts) {
    fields.add(
        "Chat expiration",
        &timeouts.expiration_min,
        texts::minutes(timeouts.expiration_min),
    );
    fields.add(
        "Chat timeout",
        &timeouts.timeout_min,
        texts::minutes(timeouts.timeout_min),
    );
}

pub(super) fn holiday(fields: &mut Fields<'_>, holiday: &Holiday) {
    fields.plain("Name", holiday.name());
    let folder = fields.workspace.holidays().folder(holiday.folder);
    let folder = folder.map_or_else(String::new, |folder| folder.name.to_string());
    fields.add("Folder", &holiday.folder, folder);
    fields.add("Dates", &holiday.kind, holiday.kind.to_string());
    let times = holiday
        .times
        .map_or_else(|| "All day".to_owned(), |part| part.to_string());
    fields.add("Closed", &holiday.times, times);
    fields.maybe("Text message", holiday.message.as_ref());
}
