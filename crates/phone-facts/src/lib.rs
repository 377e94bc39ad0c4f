//! What the phone number database says of a number.
//!
//! Only the data of `phonenumber` is used: its own parser drops digits of some valid numbers (`+7 800 …`,
//! Belarus, Lithuania) and loses the leading zero of Italian landlines. Here the digits are taken as they
//! stand, and its patterns are matched against them whole.

mod length;
mod line;
mod pattern;
mod plan;
mod print;
mod question;

use domain::phone::{NumberFacts, NumberKind, PhoneNumber, Printed, Region, Validity};

use plan::Plans;
pub use question::answer;

/// Everything the database knows of a number. The first call unpacks the database, which takes long.
pub fn facts(number: PhoneNumber) -> NumberFacts {
    let digits = number.digits();
    if number.is_short_code() {
        // The database holds numbers with a country code only.
        return unplaced(Validity::NotJudged);
    }
    let Some((plans, national)) = Plans::of(&digits) else {
        return unplaced(Validity::UnknownCountryCode);
    };
    let home = plans.home_of(national);
    let kind = home.map_or(NumberKind::Unknown, |plan| line::kind(plan, national));
    let validity = if kind == NumberKind::Unknown {
        length::judge(plans.main(), national)
    } else {
        Validity::Valid
    };
    NumberFacts {
        region: home.and_then(|plan| Region::new(plan.id())),
        kind,
        printed: Printed::new(number, &print::international(plans.main(), national)),
        validity,
    }
}

/// Unpacks the database, so that the next answer comes at once.
pub fn warm_up() {
    let _ = plan::DATABASE.by_id("US");
}

fn unplaced(validity: Validity) -> NumberFacts {
    NumberFacts {
        region: None,
        kind: NumberKind::Unknown,
        printed: None,
        validity,
    }
}
