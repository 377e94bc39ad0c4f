//! Kinds of change in words.

use domain::impact::Theme;
use domain::routing::Outcome;

/// What happens to the numbers of several groups, whatever the first answer that differs was.
pub fn kind(theme: Theme) -> &'static str {
    match theme {
        Theme::SmsSwitched => "SMS is switched on or off",
        Theme::DirectChanged => "Direct from now on, or no longer",
        _ => title(theme, None),
    }
}

/// What happens to the numbers of a group, of which the first answer that differs was this one.
pub fn title(theme: Theme, before: Option<Outcome>) -> &'static str {
    match theme {
        Theme::SmsSwitched if before == Some(Outcome::DroppedSmsDisabled) => "SMS is switched on",
        Theme::SmsSwitched => "SMS is switched off",
        Theme::Added => "New in the list",
        Theme::Removed => "No longer in the list",
        Theme::DirectChanged => match before {
            Some(Outcome::QueueStandard | Outcome::DroppedUnassigned) => "Direct from now on",
            _ => "No longer direct",
        },
        Theme::OwnerGained => "Gets an owner",
        Theme::OwnerLost => "Loses its owner",
        Theme::OwnerChanged => "Gets another owner",
        Theme::Hours => "Answered at other times",
        Theme::Reply => "Another text at the same times",
        Theme::Outcome => "Unanswered in another way",
        Theme::Recipients => "Other agents get the texts",
        Theme::Level => "Same hours and text, from another level",
    }
}
