//! Records in their maps: each write keeps the index in step.

use std::sync::Arc;

use imbl::OrdMap;

use super::Workspace;
use super::index::{Index, Linked};
use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::number::SmsNumber;
use crate::people::{Team, User};
use crate::phone::PhoneNumber;
use crate::queue::{CustomHours, SmsQueue};
use crate::refusal::Refusal;

/// One sort of record, with its place in the workspace.
pub(super) trait Record: Linked + Clone + PartialEq {
    type Id: Ord + Copy;
    /// What it is called in sentences.
    const WHAT: &'static str;

    fn id(&self) -> Self::Id;
    fn place(workspace: &mut Workspace) -> (&mut OrdMap<Self::Id, Arc<Self>>, &mut Index);
}

macro_rules! records {
    ($($record:ident $what:literal $id:ident: $id_type:ident in $map:ident;)*) => {$(
        impl Record for $record {
            type Id = $id_type;
            const WHAT: &'static str = $what;

            fn id(&self) -> $id_type {
                self.$id
            }

            fn place(workspace: &mut Workspace) -> (&mut OrdMap<$id_type, Arc<Self>>, &mut Index) {
                (&mut workspace.$map, &mut workspace.index)
            }
        }
    )*};
}

records! {
    SmsNumber "number" number: PhoneNumber in numbers;
    User "user" id: UserId in users;
    Team "team" id: TeamId in teams;
    SmsQueue "queue" id: QueueId in queues;
    CustomHours "set of hours" id: HoursId in hours;
}

impl Workspace {
    /// Writes a record, new or anew.
    pub(super) fn put<R: Record>(&mut self, record: R) {
        let (map, index) = R::place(self);
        let new = record.links();
        let old = map.insert(record.id(), Arc::new(record));
        index.replace(&old.map_or_else(Vec::new, |old| old.links()), &new);
    }

    /// Changes a record; one that stays as it was is not written, so that it remains the same record.
    ///
    /// # Errors
    /// There is no such record.
    pub(super) fn change<R: Record>(
        &mut self,
        id: R::Id,
        change: impl FnOnce(&mut R),
    ) -> Result<(), Refusal> {
        let (map, _) = R::place(self);
        let old = map.get(&id).ok_or(Refusal::Gone { what: R::WHAT })?;
        let mut record = R::clone(old);
        change(&mut record);
        if record != **old {
            self.put(record);
        }
        Ok(())
    }

    /// Takes a record out.
    pub(super) fn take<R: Record>(&mut self, id: R::Id) {
        let (map, index) = R::place(self);
        if let Some(old) = map.remove(&id) {
            index.replace(&old.links(), &[]);
        }
    }
}
