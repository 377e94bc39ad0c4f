//! The marks beside a number.

use domain::number::SmsNumber;
use leptos::prelude::*;

use crate::ui::{Tag, TagKind};

/// What is marked of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    direct: bool,
    verified: bool,
    new: bool,
}

impl Marks {
    /// **Direct** and **Verified**, as far as they apply (R8, R9); `new` when the draft adds the number.
    pub fn of(number: &SmsNumber, new: bool) -> Self {
        Self {
            direct: number.is_direct(),
            verified: number.is_verified(),
            new,
        }
    }
}

/// The marks as tags.
pub fn tags(marks: Marks) -> impl IntoView + use<> {
    let direct = marks
        .direct
        .then(|| view! { <Tag kind=TagKind::Direct word="Direct" /> });
    let verified = marks
        .verified
        .then(|| view! { <Tag kind=TagKind::Verified word="Verified" /> });
    let new = marks
        .new
        .then(|| view! { <Tag kind=TagKind::Draft word="New" /> });
    view! { <span class="tags">{direct} {verified} {new}</span> }
}
