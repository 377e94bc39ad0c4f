//! Which numbering plans a number may belong to.

use phonenumber::Metadata;
pub use phonenumber::metadata::DATABASE;

use crate::line;
use crate::pattern;
use domain::phone::NumberKind;

/// The longest country code.
const MAX_CODE: usize = 3;

/// The numbering plans that share a country code, such as those of the United States and Canada.
pub struct Plans {
    /// The one that speaks for all of them: its lengths and its way of printing hold.
    main: &'static Metadata,
    others: Vec<&'static Metadata>,
}

impl Plans {
    /// The plans of a number's country code, and the digits behind it. No code begins another one.
    pub fn of(digits: &str) -> Option<(Self, &str)> {
        (1..=MAX_CODE).find_map(|length| {
            let (code, national) = digits.split_at_checked(length)?;
            let mut plans = DATABASE.by_code(&code.parse::<u16>().ok()?)?.into_iter();
            let main = plans.next()?;
            let others = plans.collect();
            Some((Self { main, others }, national))
        })
    }

    /// The plan of the country that speaks for the code.
    pub fn main(&self) -> &'static Metadata {
        self.main
    }

    /// The plan whose number it is: by its leading digits where it has its own, else by being a known line.
    pub fn home_of(&self, national: &str) -> Option<&'static Metadata> {
        if self.others.is_empty() {
            return Some(self.main);
        }
        std::iter::once(self.main)
            .chain(self.others.iter().copied())
            .find(|plan| match plan.leading_digits() {
                Some(leading) => pattern::is_start(leading.as_str(), national),
                None => line::kind(plan, national) != NumberKind::Unknown,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(digits: &str, main: &str, home: Option<&str>) {
        let (plans, national) = Plans::of(digits).unwrap();
        assert_eq!(plans.main().id(), main, "{digits}");
        assert_eq!(plans.home_of(national).map(Metadata::id), home, "{digits}");
    }

    #[test]
    fn a_shared_code_leads_to_the_right_country() {
        check("12125550100", "US", Some("US"));
        check("16135550100", "US", Some("CA"));
        check("12423456789", "US", Some("BS"));
        check("441481256789", "GB", Some("GG"));
        check("77172123456", "RU", Some("KZ"));
        check("390236618300", "IT", Some("IT"));
        check("390669812345", "IT", Some("VA"));
        check("80012345678", "001", Some("001"));
    }

    #[test]
    fn no_country_has_the_code() {
        assert!(Plans::of("999123456789").is_none());
        assert!(Plans::of("2101234567").is_none());
    }
}
