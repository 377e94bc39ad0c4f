//! The marks beside a number.

use domain::number::SmsNumber;
use leptos::prelude::*;

use crate::ui::{Tag, TagKind};

/// **Direct** and **Verified**, as far as they apply (R8, R9).
pub fn tags(number: &SmsNumber) -> impl IntoView + use<> {
    let direct = number
        .is_direct()
        .then(|| view! { <Tag kind=TagKind::Direct word="Direct" /> });
    let verified = number
        .is_verified()
        .then(|| view! { <Tag kind=TagKind::Verified word="Verified" /> });
    view! { <span class="tags">{direct} {verified}</span> }
}
