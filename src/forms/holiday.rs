//! The inputs of a holiday (S5).

use chrono::{Month, NaiveDate, Weekday};
use domain::deflection::effective;
use domain::ids::{FolderId, HolidayId};
use domain::message::MessageText;
use domain::number::Owner;
use domain::schedule::{
    DateRange, Holiday, HolidayKind, HolidayName, Occurrence, PartOfDay, Schedule, TimeOfDay, YearDay,
};
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use crate::parts::schedule::tidy_time;

/// The three kinds, as the form offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The same days each year.
    Yearly,
    /// Such a weekday of a month.
    Conditional,
    /// Dates that come once.
    Once,
}

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct HolidayInputs {
    id: HolidayId,
    stored: StoredValue<Option<Holiday>>,
    /// The key of its folder.
    pub folder: RwSignal<String>,
    /// The name.
    pub name: RwSignal<String>,
    /// Which kind.
    pub kind: RwSignal<Kind>,
    /// First and last day of every year, `MM/DD`.
    pub yearly: (RwSignal<String>, RwSignal<String>),
    /// First and last date that come once.
    pub once: (RwSignal<String>, RwSignal<String>),
    /// The day of the week.
    pub weekday: RwSignal<Weekday>,
    /// Which one of the month.
    pub occurrence: RwSignal<Occurrence>,
    /// The month.
    pub month: RwSignal<Month>,
    /// The whole day.
    pub all_day: RwSignal<bool>,
    /// Beginning and end of a part of the day.
    pub times: (RwSignal<String>, RwSignal<String>),
    /// The text of the day; none when empty.
    pub message: RwSignal<String>,
    /// Whether it was tried to save them: then what is missing is an error.
    pub tried: RwSignal<bool>,
}

impl HolidayInputs {
    /// The form as the draft has the holiday, or an empty one that lies in the folder.
    pub fn new(id: HolidayId, stored: Option<Holiday>, folder: Option<FolderId>) -> Self {
        let text = |text: String| RwSignal::new(text);
        let empty = || (text(String::new()), text(String::new()));
        let folder = stored.as_ref().map(|holiday| holiday.folder).or(folder);
        let times = stored.as_ref().and_then(|holiday| holiday.times);
        let message = stored.as_ref().and_then(|holiday| holiday.message.as_ref());
        let inputs = Self {
            id,
            folder: text(folder.map(|id| id.to_string()).unwrap_or_default()),
            name: text(
                stored
                    .as_ref()
                    .map(|holiday| holiday.name().to_owned())
                    .unwrap_or_default(),
            ),
            kind: RwSignal::new(Kind::Yearly),
            yearly: empty(),
            once: empty(),
            weekday: RwSignal::new(Weekday::Mon),
            occurrence: RwSignal::new(Occurrence::Week1),
            month: RwSignal::new(Month::January),
            all_day: RwSignal::new(times.is_none()),
            times: times.map_or_else(
                || (text("09:00".to_owned()), text("12:00".to_owned())),
                |part| (text(part.from().to_string()), text(part.to().to_string())),
            ),
            message: text(message.map(|text| text.as_str().to_owned()).unwrap_or_default()),
            tried: RwSignal::new(false),
            stored: StoredValue::new(stored.clone()),
        };
        if let Some(holiday) = stored {
            inputs.write(&holiday.kind);
        }
        inputs
    }

    fn write(self, kind: &HolidayKind) {
        match kind {
            HolidayKind::Yearly { from, to } => {
                self.yearly.0.set(from.to_string());
                self.yearly
                    .1
                    .set(if from == to { String::new() } else { to.to_string() });
            }
            HolidayKind::Conditional {
                weekday,
                occurrence,
                month,
            } => {
                self.kind.set(Kind::Conditional);
                self.weekday.set(*weekday);
                self.occurrence.set(*occurrence);
                self.month.set(*month);
            }
            HolidayKind::Once(range) => {
                self.kind.set(Kind::Once);
                self.once.0.set(range.from().to_string());
                let last = (range.from() != range.to()).then(|| range.to().to_string());
                self.once.1.set(last.unwrap_or_default());
            }
        }
    }

    /// The holiday that the form stands for.
    ///
    /// # Errors
    /// A field that cannot be; it has the sentence.
    pub fn holiday(self) -> Result<Holiday, Faulty> {
        let name: HolidayName = self.name.read().parse().map_err(|_| Faulty)?;
        let message = self.message.read();
        let message = match message.trim() {
            "" => None,
            _ => Some(MessageText::try_from(message.clone()).map_err(|_| Faulty)?),
        };
        Ok(Holiday {
            id: self.id,
            folder: self.folder.read().parse().map_err(|_| Faulty)?,
            name,
            kind: self.dates().map_err(|_| Faulty)?,
            times: self.part().map_err(|_| Faulty)?,
            message,
        })
    }

    /// What **Add** or **Apply** does.
    ///
    /// # Errors
    /// A field that cannot be.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let holiday = self.holiday()?;
        Ok(match self.stored.get_value() {
            None => vec![Intent::AddHoliday { holiday }],
            Some(stored) if stored == holiday => Vec::new(),
            Some(_) => vec![Intent::EditHoliday { holiday }],
        })
    }

    /// Whether a person has changed something.
    pub fn is_changed(self) -> bool {
        if self.stored.with_value(Option::is_some) {
            return self.intents().map_or(true, |intents| !intents.is_empty());
        }
        let texts = [self.name, self.yearly.0, self.once.0, self.message];
        texts.iter().any(|text| !text.read().trim().is_empty())
    }

    /// The dates, as far as they can be told.
    ///
    /// # Errors
    /// The field, first or second, and what is wrong with it.
    pub fn dates(self) -> Result<HolidayKind, (Field, String)> {
        match self.kind.get() {
            Kind::Yearly => {
                let from = year_day(&self.yearly.0.read(), Field::First)?;
                let to = self.yearly.1.read();
                let to = if to.trim().is_empty() {
                    from
                } else {
                    year_day(&to, Field::Last)?
                };
                Ok(HolidayKind::Yearly { from, to })
            }
            Kind::Conditional => Ok(HolidayKind::Conditional {
                weekday: self.weekday.get(),
                occurrence: self.occurrence.get(),
                month: self.month.get(),
            }),
            Kind::Once => {
                let from = date(&self.once.0.read(), Field::First)?;
                let to = self.once.1.read();
                let to = if to.trim().is_empty() {
                    from
                } else {
                    date(&to, Field::Last)?
                };
                let range = DateRange::new(from, to).map_err(|error| (Field::Last, error.to_string()))?;
                Ok(HolidayKind::Once(range))
            }
        }
    }

    /// The part of the day; none for all of it.
    ///
    /// # Errors
    /// The field, first or second, and what is wrong with it.
    pub fn part(self) -> Result<Option<PartOfDay>, (Field, String)> {
        if self.all_day.get() {
            return Ok(None);
        }
        let time = |text: &str, field| {
            let tidy = tidy_time(text);
            tidy.parse::<TimeOfDay>()
                .map_err(|error| (field, error.to_string()))
        };
        let from = time(&self.times.0.read(), Field::First)?;
        let to = match time(&self.times.1.read(), Field::Last)? {
            // The end of the day, as most people write it.
            end if end.minutes() == 0 => TimeOfDay::MIDNIGHT,
            end => end,
        };
        PartOfDay::new(from, to)
            .map(Some)
            .map_err(|error| (Field::Last, error.to_string()))
    }
}

/// The first or the second of two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The first.
    First,
    /// The second.
    Last,
}

fn year_day(text: &str, field: Field) -> Result<YearDay, (Field, String)> {
    text.parse()
        .map_err(|error: domain::schedule::HolidayError| (field, error.to_string()))
}

fn date(text: &str, field: Field) -> Result<NaiveDate, (Field, String)> {
    let text = text.trim();
    text.parse().map_err(|_| {
        let words = if text.is_empty() {
            "enter the date".to_owned()
        } else {
            format!("`{text}` is not a date: write it as `2026-12-24`")
        };
        (field, words)
    })
}

/// The numbers of those who observe a holiday.
pub fn observing(workspace: &Workspace, holiday: HolidayId) -> Vec<PhoneNumber> {
    let observes = |schedule: &Schedule| schedule.observed().contains(&holiday);
    let global = workspace
        .global_deflection()
        .and_then(|setting| setting.reply())
        .is_some_and(|reply| observes(&reply.schedule));
    let concerned = |owner: Owner| match owner {
        Owner::Agent(agent) => effective(workspace, agent)
            .reply()
            .is_some_and(|reply| observes(&reply.schedule)),
        Owner::Queue(queue) => {
            global
                || workspace
                    .queue(queue)
                    .is_some_and(|queue| observes(workspace.hours_of(queue)))
        }
    };
    let numbers = workspace
        .numbers()
        .filter(|number| number.owner().is_some_and(concerned));
    numbers.map(|number| number.number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "00000000-0000-0000-0000-0000000000f1";
    const HOLIDAY: &str = "00000000-0000-0000-0000-0000000000d1";

    fn form(stored: Option<Holiday>, test: impl FnOnce(HolidayInputs)) {
        leptos::prelude::Owner::new().with(|| {
            let folder = FOLDER.parse().unwrap();
            test(HolidayInputs::new(HOLIDAY.parse().unwrap(), stored, Some(folder)));
        });
    }

    #[test]
    fn s149_a_name_has_1_to_25_characters() {
        form(None, |inputs| {
            inputs.yearly.0.set("12/25".into());
            assert_eq!(inputs.intents(), Err(Faulty));
            inputs.name.set("d".repeat(26));
            assert_eq!(inputs.intents(), Err(Faulty));
            inputs.name.set("d".repeat(25));
            assert_eq!(inputs.intents().unwrap().len(), 1);
        });
    }

    #[test]
    fn each_kind_comes_back_as_it_was() {
        let kinds = [
            HolidayKind::Yearly {
                from: "12/24".parse().unwrap(),
                to: "01/02".parse().unwrap(),
            },
            HolidayKind::Conditional {
                weekday: Weekday::Thu,
                occurrence: Occurrence::Last,
                month: Month::November,
            },
            HolidayKind::Once(
                DateRange::new("2026-12-04".parse().unwrap(), "2026-12-04".parse().unwrap()).unwrap(),
            ),
        ];
        for kind in kinds {
            let stored = Holiday {
                id: HOLIDAY.parse().unwrap(),
                folder: FOLDER.parse().unwrap(),
                name: "Day".parse().unwrap(),
                kind: kind.clone(),
                times: Some(PartOfDay::new(TimeOfDay::of(13, 0), TimeOfDay::MIDNIGHT).unwrap()),
                message: None,
            };
            form(Some(stored), |inputs| {
                assert_eq!(inputs.intents(), Ok(Vec::new()));
                assert_eq!(inputs.dates(), Ok(kind));
                assert!(!inputs.is_changed());
            });
        }
    }

    #[test]
    fn r66_a_part_of_the_day_ends_later_than_it_begins() {
        form(None, |inputs| {
            inputs.all_day.set(false);
            inputs.times.0.set("13".into());
            inputs.times.1.set("0:00".into());
            let part = inputs.part().unwrap().unwrap();
            assert_eq!(part.to_string(), "13:00–24:00");
            inputs.times.1.set("13:00".into());
            assert_eq!(inputs.part().unwrap_err().0, Field::Last);
            inputs.times.1.set("13:01".into());
            assert!(inputs.part().is_ok());
        });
    }

    #[test]
    fn a_last_date_before_the_first_is_told_at_the_last() {
        form(None, |inputs| {
            inputs.kind.set(Kind::Once);
            inputs.once.0.set("2026-12-05".into());
            assert!(inputs.dates().is_ok());
            inputs.once.1.set("2026-12-04".into());
            let (field, words) = inputs.dates().unwrap_err();
            assert_eq!(field, Field::Last);
            assert!(words.contains("exchange them"), "{words}");
        });
    }
}
