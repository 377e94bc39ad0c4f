//! The marks beside a number.

use domain::number::SmsNumber;
use leptos::prelude::*;

use crate::ui::{Tag, TagKind};

/// What is marked of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    direct: bool,
    verified: bool,
}

impl Marks {
    /// **Direct** and **Verified**, as far as they apply (R8, R9).
    pub fn of(number: &SmsNumber) -> Self {
        Self {
            direct: number.is_direct(),
            verified: number.is_verified(),
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
    view! { <span class="tags">{direct} {verified}</span> }
}
