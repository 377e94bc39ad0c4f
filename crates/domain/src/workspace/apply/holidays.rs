//! Holidays and their folders, and the schedules that observe them.

use crate::applied::{Applied, Cascade};
use crate::deflection::{Deflection, Reply};
use crate::ids::{FolderId, HolidayId, HoursId, Key, TeamId, UserId};
use crate::people::{Team, User};
use crate::queue::CustomHours;
use crate::refusal::Refusal;
use crate::schedule::{FolderName, Holiday, HolidayError, HolidayFolder, Schedule};
use crate::workspace::Workspace;
use crate::workspace::index::Relation;

impl Workspace {
    pub(super) fn add_folder(&mut self, folder: &HolidayFolder) -> Result<Applied, Refusal> {
        self.holidays.add_folder(folder.clone())?;
        Ok(Applied::default())
    }

    pub(super) fn rename_folder(&mut self, id: FolderId, name: &FolderName) -> Result<Applied, Refusal> {
        self.holidays.rename_folder(id, name.clone())?;
        Ok(Applied::default())
    }

    /// Its holidays go too, out of every schedule (S148).
    pub(super) fn remove_folder(&mut self, id: FolderId) -> Result<Applied, Refusal> {
        let mut cascades = Vec::new();
        for holiday in self.holidays.remove_folder(id)? {
            cascades.extend(self.forget(&holiday)?);
            cascades.push(Cascade::HolidayRemoved {
                holiday: holiday.name().to_owned(),
            });
        }
        Ok(Applied::with(cascades))
    }

    pub(super) fn add_holiday(&mut self, holiday: &Holiday) -> Result<Applied, Refusal> {
        self.holidays.add(holiday.clone())?;
        Ok(Applied::default())
    }

    pub(super) fn edit_holiday(&mut self, holiday: &Holiday) -> Result<Applied, Refusal> {
        self.holidays.edit(holiday.clone())?;
        Ok(Applied::default())
    }

    /// Out of every schedule that observes it (specification 5.2).
    pub(super) fn remove_holiday(&mut self, id: HolidayId) -> Result<Applied, Refusal> {
        let holiday = self.holidays.remove(id)?;
        Ok(Applied::with(self.forget(&holiday)?))
    }

    /// A schedule observes only holidays that there are.
    pub(in crate::workspace) fn check_schedule(&self, schedule: &Schedule) -> Result<(), Refusal> {
        let mut observed = schedule.observed().iter();
        if observed.all(|&holiday| self.holidays.holiday(holiday).is_some()) {
            Ok(())
        } else {
            Err(HolidayError::NoHoliday.into())
        }
    }

    /// So does the schedule of a deflection, the kept one included.
    pub(in crate::workspace) fn check_observed(&self, setting: Option<&Deflection>) -> Result<(), Refusal> {
        setting
            .and_then(Deflection::kept)
            .map_or(Ok(()), |reply| self.check_schedule(&reply.schedule))
    }

    /// Takes a deleted holiday out of every schedule; who observed it, by name.
    fn forget(&mut self, holiday: &Holiday) -> Result<Vec<Cascade>, Refusal> {
        let id = holiday.id;
        let observers = self.observers(id);
        self.settings.hours = self.settings.hours.without_holiday(id);
        forget_in(&mut self.settings.deflection, id);
        let hours: Vec<HoursId> = self.index.of(Relation::HoursObserve, id.bits()).collect();
        let teams: Vec<TeamId> = self.index.of(Relation::TeamObserves, id.bits()).collect();
        let users: Vec<UserId> = self.index.of(Relation::UserObserves, id.bits()).collect();
        for hours in hours {
            self.change(hours, |hours: &mut CustomHours| {
                hours.schedule = hours.schedule.without_holiday(id);
            })?;
        }
        for team in teams {
            self.change(team, |team: &mut Team| forget_in(&mut team.deflection, id))?;
        }
        for user in users {
            self.change(user, |user: &mut User| {
                forget_in(&mut user.deflection, id);
                forget_in(&mut user.own_deflection, id);
            })?;
        }
        let cascade = |by| Cascade::NoLongerObserved {
            holiday: holiday.name().to_owned(),
            by,
        };
        Ok(observers.into_iter().map(cascade).collect())
    }
}

fn forget_in(setting: &mut Option<Deflection>, holiday: HolidayId) {
    if let Some(Deflection::On(reply) | Deflection::Off { kept: Some(reply) }) = setting {
        *reply = Reply {
            schedule: reply.schedule.without_holiday(holiday),
            message: reply.message.clone(),
        };
    }
}
