//! What sort of line the digits are.

use domain::phone::NumberKind;
use phonenumber::Metadata;
use phonenumber::metadata::Descriptor;

use crate::pattern::describes;

/// The sort of line, in the order in which the database wants to be asked; unknown when it is none.
pub fn kind(plan: &'static Metadata, national: &str) -> NumberKind {
    let all = plan.descriptors();
    if !describes(all.general(), national) {
        return NumberKind::Unknown;
    }
    let special = [
        (all.premium_rate(), NumberKind::PremiumRate),
        (all.toll_free(), NumberKind::TollFree),
        (all.shared_cost(), NumberKind::SharedCost),
        (all.voip(), NumberKind::Voip),
        (all.personal_number(), NumberKind::Other),
        (all.pager(), NumberKind::Other),
        (all.uan(), NumberKind::Other),
        (all.voicemail(), NumberKind::Other),
    ];
    let is = |line: Option<&'static Descriptor>| line.is_some_and(|line| describes(line, national));
    special
        .into_iter()
        .find_map(|(line, kind)| is(line).then_some(kind))
        .unwrap_or_else(|| ordinary(is(all.fixed_line()), is(all.mobile())))
}

/// In some countries one cannot tell a mobile number from a landline.
fn ordinary(fixed: bool, mobile: bool) -> NumberKind {
    match (fixed, mobile) {
        (true, true) => NumberKind::FixedOrMobile,
        (true, false) => NumberKind::FixedLine,
        (false, true) => NumberKind::Mobile,
        (false, false) => NumberKind::Unknown,
    }
}
