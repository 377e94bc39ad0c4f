//! The words that are commands, and what is answered to them.

/// They end the chat and put the sender on the Do Not Contact list (R75).
pub const OPT_OUT: [&str; 6] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
/// They take the sender off it (R77).
pub const OPT_IN: [&str; 3] = ["START", "YES", "UNSTOP"];
/// They are answered with support contact details (R77).
pub const HELP: [&str; 2] = ["HELP", "INFO"];

/// The confirmation of D4.
pub(super) const OPTED_OUT: &str = "You will get no more texts from us. Reply START to get them again.";
/// The confirmation of D5.
pub(super) const OPTED_IN: &str = "You will get texts from us again. Reply STOP to end them.";

/// Whether the whole text is one of the words, whatever its capitals; a blank more is another text (R76).
pub(super) fn says(body: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(body))
}
