//! **Chat concurrency** and whether it counts. The product keeps a number that does not count, and so do we: among the
//! columns that mean nothing here.

use std::num::NonZeroU16;

use crate::people::User;

use super::super::column::CHATS;
use super::super::edit::Edit;
use super::super::log::Code;
use super::Reading;

/// What a row says of both, where it is another than before.
#[derive(Default)]
pub(super) struct Chats {
    /// Zero stands for none.
    number: Option<u16>,
    /// Whether it counts, and where that stands.
    counts: Option<(usize, bool)>,
}

/// The number that does not count.
pub(in super::super) fn kept_chats(user: &User) -> Option<NonZeroU16> {
    user.extra.get(CHATS).and_then(|chats| chats.parse().ok())
}

impl Reading<'_> {
    pub(super) fn number_of_chats(&mut self, index: usize, text: &str) {
        let (present, kept) = self.chats_before();
        let before = present.or(kept);
        let number = text.parse::<u16>().ok();
        if number == Some(before.map_or(0, u16::from)) || !self.may(index) {
            return;
        }
        if number.is_none() {
            let message = "write a whole number of chats, such as 3".to_owned();
            self.skip(index, Code::InvalidValue, message);
        }
        self.chats.number = number;
    }

    pub(super) fn whether_chats_count(&mut self, index: usize, text: &str) {
        let before = self.chats_before().0.is_some();
        // A number that is new counts, unless the file says that it does not.
        let said = match text {
            "0" if !before => Some(false),
            text => self.flag(index, text, before),
        };
        self.chats.counts = said.map(|counts| (index, counts));
    }

    /// The number that counts, and the one that does not.
    fn chats_before(&self) -> (Option<NonZeroU16>, Option<NonZeroU16>) {
        let before = self.before;
        before.map_or((None, None), |user| (user.chat_concurrency, kept_chats(user)))
    }

    /// Both cells together.
    pub(super) fn settle_chats(&mut self) {
        let (present, kept) = self.chats_before();
        let number = (self.chats.number).map_or(present.or(kept), NonZeroU16::new);
        let counts = match self.chats.counts {
            Some((index, true)) if number.is_none() => {
                let message = "enter a number under Chat concurrency, or 0 here".to_owned();
                return self.skip(index, Code::InvalidValue, message);
            }
            Some((_, counts)) => counts,
            None => self.chats.number.is_some() || present.is_some(),
        };
        let chats = number.filter(|_| counts);
        if chats != present {
            self.edit(&Edit::Chats(chats));
        }
        if chats.is_none() && number != kept {
            let number = number.map_or_else(String::new, |chats| chats.to_string());
            self.edit(&Edit::Kept(CHATS, number));
        }
    }
}
