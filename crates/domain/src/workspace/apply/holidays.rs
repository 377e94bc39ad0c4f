//! Holidays and their folders, and the schedules that observe them.

use std::collections::BTreeSet;

use crate::applied::{Applied, Cascade};
use crate::deflection::{Deflection, Reply};
use crate::ids::{FolderId, HolidayId, HoursId, Key, TeamId, UserId};
use crate::people::{Team, User};
use crate::queue::CustomHours;
use crate::refusal::Refusal;
use crate::schedule::{Holiday, HolidayFolder, Schedule};
use crate::workspace::Workspace;
use crate::workspace::index::Relation;

const FOLDER: &str = "holiday folder";
const HOLIDAY: &str = "holiday";

impl Workspace {
    pub(super) fn add_folder(&mut self, folder: &HolidayFolder) -> Result<Applied, Refusal> {
        if self.holidays.folder(folder.id).is_some() {
            return Err(Refusal::Exists { what: FOLDER });
        }
        self.write_folder(folder.id, &folder.name)
    }

    pub(super) fn rename_folder(&mut self, id: FolderId, name: &str) -> Result<Applied, Refusal> {
        if self.holidays.folder(id).is_none() {
            return Err(Refusal::Gone { what: FOLDER });
        }
        self.write_folder(id, name)
    }

    /// Its holidays go too, out of every schedule (S148).
    pub(super) fn remove_folder(&mut self, id: FolderId) -> Result<Applied, Refusal> {
        if self.holidays.folder(id).is_none() {
            return Err(Refusal::Gone { what: FOLDER });
        }
        let holidays: Vec<_> = self
            .holidays
            .in_folder(id)
            .map(|holiday| (holiday.id, holiday.name().to_owned()))
            .collect();
        let mut cascades = Vec::new();
        for (holiday, name) in holidays {
            cascades.extend(self.forget(holiday, &name)?);
            cascades.push(Cascade::HolidayRemoved { holiday: name });
        }
        self.holidays.remove_folder(id);
        Ok(Applied::with(cascades))
    }

    pub(super) fn add_holiday(&mut self, holiday: &Holiday) -> Result<Applied, Refusal> {
        if self.holidays.holiday(holiday.id).is_some() {
            return Err(Refusal::Exists { what: HOLIDAY });
        }
        self.write_holiday(holiday)
    }

    pub(super) fn edit_holiday(&mut self, holiday: &Holiday) -> Result<Applied, Refusal> {
        if self.holidays.holiday(holiday.id).is_none() {
            return Err(Refusal::Gone { what: HOLIDAY });
        }
        self.write_holiday(holiday)
    }

    /// Out of every schedule that observes it (specification 5.2).
    pub(super) fn remove_holiday(&mut self, id: HolidayId) -> Result<Applied, Refusal> {
        let holiday = self.holidays.holiday(id).ok_or(Refusal::Gone { what: HOLIDAY })?;
        let name = holiday.name().to_owned();
        let cascades = self.forget(id, &name)?;
        Ok(Applied::with(cascades))
    }

    /// A schedule observes only holidays that there are.
    pub(in crate::workspace) fn check_schedule(&self, schedule: &Schedule) -> Result<(), Refusal> {
        let mut observed = schedule.observed().iter();
        if observed.all(|&holiday| self.holidays.holiday(holiday).is_some()) {
            Ok(())
        } else {
            Err(Refusal::Gone { what: HOLIDAY })
        }
    }

    /// So does the schedule of a deflection, the kept one included.
    pub(in crate::workspace) fn check_observed(&self, setting: Option<&Deflection>) -> Result<(), Refusal> {
        setting
            .and_then(Deflection::kept)
            .map_or(Ok(()), |reply| self.check_schedule(&reply.schedule))
    }

    fn write_folder(&mut self, id: FolderId, name: &str) -> Result<Applied, Refusal> {
        let name = name.trim().to_owned();
        if name.is_empty() {
            return Err(Refusal::NoName { what: FOLDER });
        }
        self.holidays.add_folder(HolidayFolder { id, name });
        Ok(Applied::default())
    }

    fn write_holiday(&mut self, holiday: &Holiday) -> Result<Applied, Refusal> {
        if self.holidays.folder(holiday.folder).is_none() {
            return Err(Refusal::Gone { what: FOLDER });
        }
        self.holidays.add(holiday.clone());
        Ok(Applied::default())
    }

    /// Deletes a holiday after taking it out of every schedule; who observed it, by name.
    fn forget(&mut self, id: HolidayId, name: &str) -> Result<Vec<Cascade>, Refusal> {
        let mut observers = Vec::new();
        if self.settings.hours.observed().contains(&id) {
            self.settings.hours = without(&self.settings.hours, id);
            observers.push("the general hours".to_owned());
        }
        if observes(self.settings.deflection.as_ref(), id) {
            forget_in(&mut self.settings.deflection, id);
            observers.push("the global deflection".to_owned());
        }
        let hours: Vec<HoursId> = self.index.of(Relation::HoursObserve, id.bits()).collect();
        let teams: Vec<TeamId> = self.index.of(Relation::TeamObserves, id.bits()).collect();
        let users: Vec<UserId> = self.index.of(Relation::UserObserves, id.bits()).collect();
        for hours in hours {
            self.change(hours, |hours: &mut CustomHours| {
                hours.schedule = without(&hours.schedule, id);
                observers.push(format!("custom hours {}", hours.name));
            })?;
        }
        for team in teams {
            self.change(team, |team: &mut Team| {
                forget_in(&mut team.deflection, id);
                observers.push(format!("team {}", team.name));
            })?;
        }
        for user in users {
            self.change(user, |user: &mut User| {
                forget_in(&mut user.deflection, id);
                forget_in(&mut user.own_deflection, id);
                observers.push(user.name());
            })?;
        }
        self.holidays.remove(id);
        let cascade = |by| Cascade::NoLongerObserved {
            holiday: name.to_owned(),
            by,
        };
        Ok(observers.into_iter().map(cascade).collect())
    }
}

fn observes(setting: Option<&Deflection>, holiday: HolidayId) -> bool {
    setting
        .and_then(Deflection::kept)
        .is_some_and(|reply| reply.schedule.observed().contains(&holiday))
}

fn forget_in(setting: &mut Option<Deflection>, holiday: HolidayId) {
    if let Some(Deflection::On(reply) | Deflection::Off { kept: Some(reply) }) = setting {
        *reply = Reply {
            schedule: without(&reply.schedule, holiday),
            message: reply.message.clone(),
        };
    }
}

/// The schedule without a holiday; its hours are untouched, so it is as valid as before.
fn without(schedule: &Schedule, holiday: HolidayId) -> Schedule {
    let observed: BTreeSet<_> = schedule
        .observed()
        .iter()
        .copied()
        .filter(|&other| other != holiday)
        .collect();
    Schedule::new(schedule.zone(), schedule.days().clone(), observed).unwrap_or_else(|_| schedule.clone())
}
