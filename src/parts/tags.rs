//! The marks beside a number.

use domain::number::SmsNumber;
use leptos::prelude::*;

use crate::ui::{Tag, TagKind};

/// **Direct** and **Verified**, as far as they apply (R8, R9); `new` when the draft adds the number.
pub fn tags(number: &SmsNumber, new: bool) -> impl IntoView + use<> {
    let direct = number
        .is_direct()
        .then(|| view! { <Tag kind=TagKind::Direct word="Direct" /> });
    let verified = number
        .is_verified()
        .then(|| view! { <Tag kind=TagKind::Verified word="Verified" /> });
    let new = new.then(|| view! { <Tag kind=TagKind::Draft word="New" /> });
    view! { <span class="tags">{direct} {verified} {new}</span> }
}
