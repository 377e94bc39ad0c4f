//! The number cells of a row: steps 1 to 4 of specification 8.2.

use crate::phone::{ParsePhoneError, PhoneNumber};
use crate::refusal::Refusal;

use super::super::column::SLOTS;
use super::super::known::Holder;
use super::super::log::Code;
use super::super::row::{Want, asks_for};
use super::Reading;

impl Reading<'_> {
    /// What can be said of each number cell by its row alone.
    pub(super) fn wants(&mut self, held: &[Option<PhoneNumber>; SLOTS]) -> [Want; SLOTS] {
        let mut wants: [Want; SLOTS] = Default::default();
        for (slot, (cell, before)) in self.numbers.into_iter().zip(held).enumerate() {
            let Some((index, text)) = cell else {
                continue;
            };
            let want = self.want(index, text, *before, &wants);
            if let Some(place) = wants.get_mut(slot) {
                *place = want;
            }
        }
        wants
    }

    fn want(&mut self, index: usize, text: &str, before: Option<PhoneNumber>, wants: &[Want]) -> Want {
        let judged = if text.eq_ignore_ascii_case("none") {
            Ok(None)
        } else {
            self.judge(text, wants).map(Some)
        };
        // What is so already needs no rights (R95), and no SMS.
        let is_so = judged
            .as_ref()
            .is_ok_and(|wanted| wanted.map(|(number, _)| number) == before);
        if !is_so && !self.may(index) {
            return Want::Ignored(Code::ForbiddenColumn);
        }
        let is_off = !is_so && !self.reader.known.workspace.settings().sms_chat;
        let refused = is_off.then(|| (Code::SmsOff, Refusal::SmsOff.to_string()));
        match refused.map_or(judged, Err) {
            Err((code, message)) => {
                self.note(index, code, message);
                Want::Ignored(code)
            }
            Ok(None) => Want::Clear,
            Ok(Some((number, holder))) => Want::Number(number, holder),
        }
    }

    fn judge(&self, text: &str, before: &[Want]) -> Result<(PhoneNumber, Holder), (Code, String)> {
        let number: PhoneNumber = text
            .parse()
            .map_err(|error| (Code::NumberFormat, format_message(&error)))?;
        let unusable = |message: String| Err((Code::NumberNotValidated, message));
        if number.is_short_code() {
            return Err((
                Code::NumberFormat,
                format_message(&ParsePhoneError::NoCountryCode),
            ));
        }
        match self.reader.known.number(number) {
            None => unusable(format!("`{number}` is not in the list of numbers: add it first")),
            Some(known) if !known.is_direct => unusable(format!(
                "`{number}` is not a direct number: set it as a direct number first"
            )),
            Some(_) if asks_for(before, number) => {
                let message = format!("`{number}` stands in this row already: remove it here");
                Err((Code::NumberDuplicateInRow, message))
            }
            Some(known) => Ok((number, known.holder)),
        }
    }
}

/// What is wrong with a number; of a lost plus sign spreadsheets are the usual cause.
pub(in super::super) fn format_message(error: &ParsePhoneError) -> String {
    match error {
        ParsePhoneError::NoCountryCode => {
            "the plus sign is missing, which spreadsheets remove: write `+` and the country code, such as \
             `+1 415 555 0100`"
                .to_owned()
        }
        error => error.to_string(),
    }
}
