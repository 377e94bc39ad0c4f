//! Why a number is not one in use: by its length, or by its range.

use domain::phone::Validity;
use phonenumber::Metadata;

/// The reason, for national digits that are no line of their country.
pub fn judge(plan: &'static Metadata, national: &str) -> Validity {
    let all = plan.descriptors();
    let lines = [
        all.fixed_line(),
        all.mobile(),
        all.toll_free(),
        all.premium_rate(),
        all.shared_cost(),
        all.personal_number(),
        all.voip(),
        all.pager(),
        all.uan(),
        all.voicemail(),
    ];
    let lengths = || {
        lines
            .iter()
            .flatten()
            .flat_map(|line| line.possible_length())
            .map(|&length| usize::from(length))
    };
    match (lengths().min(), lengths().max()) {
        (Some(least), _) if national.len() < least => Validity::TooShort,
        (_, Some(most)) if national.len() > most => Validity::TooLong,
        _ => Validity::UnknownRange,
    }
}
