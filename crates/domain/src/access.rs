//! Who may see a page and who may change what is on it (R68, R100, R101, A44).
//!
//! The engine carries out whatever it is given: who has asked is known to whoever takes requests, and asks here
//! first.
//!
//! ```
//! use domain::Intent;
//! use domain::access::{Access, Actor, Page};
//! use domain::people::Role;
//!
//! let (roles, custom) = ([Role::Manager].into(), Default::default());
//! let max = Actor { user: None, roles: &roles, custom: &custom };
//! assert_eq!(max.access(Page::Numbers), Access::View);
//! let refused = max.may(&Intent::MarkDirect { number: "+13125550142".parse()? });
//! assert_eq!(
//!     refused.map_err(|forbidden| forbidden.to_string()),
//!     Err("your roles can see Phone number management but not change it: ask an Admin".into())
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod page;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ids::UserId;
use crate::intent::Intent;
use crate::people::{Role, RoleName};

pub use page::Page;

/// What a role may do with a page, the least first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// The page is not shown.
    #[default]
    None,
    /// Values are shown, without buttons to save.
    View,
    /// Everything.
    Edit,
}

/// What the roles of an instance may do, page by page; a page that is not named is not shown.
pub type CustomRoles = BTreeMap<RoleName, BTreeMap<Page, Access>>;

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Actor<'a> {
    /// Their user, if it is one.
    pub user: Option<UserId>,
    /// Their roles.
    pub roles: &'a BTreeSet<Role>,
    /// What the custom ones among them may do.
    pub custom: &'a CustomRoles,
}

/// A change that these roles may not make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// They do not see the page.
    #[error("{page} is not open to your roles: ask an Admin", page = .0.name())]
    Hidden(Page),
    /// They see it, and no more.
    #[error("your roles can see {page} but not change it: ask an Admin", page = .0.name())]
    ViewOnly(Page),
}

impl Actor<'_> {
    /// What they may do with a page: of several roles the one that may do most counts (specification 2.6).
    pub fn access(&self, page: Page) -> Access {
        let of_role = |role: &Role| match role {
            Role::Admin => Access::Edit,
            Role::Manager | Role::ManagerAdmin | Role::ManagerData | Role::ManagerTeams => Access::View,
            Role::Agent => Access::None,
            Role::Custom(name) => {
                let granted = self.custom.get(name).and_then(|pages| pages.get(&page));
                granted.copied().unwrap_or_default()
            }
        };
        self.roles.iter().map(of_role).max().unwrap_or_default()
    }

    /// Whether they may make a change; of several together, all of them.
    ///
    /// An agent may write their own deflection settings without seeing any page (R57); whether the admin lets
    /// them is the engine's own rule (R56).
    ///
    /// # Errors
    /// The first page that they may not change.
    pub fn may(&self, intent: &Intent) -> Result<(), Forbidden> {
        match intent {
            Intent::Bulk { changes, .. } => changes.iter().try_for_each(|change| self.may(change)),
            Intent::SetOwnDeflection { user, .. }
                if self.user == Some(*user) && self.roles.contains(&Role::Agent) =>
            {
                Ok(())
            }
            intent => Page::of(intent).map_or(Ok(()), |page| match self.access(page) {
                Access::Edit => Ok(()),
                Access::View => Err(Forbidden::ViewOnly(page)),
                Access::None => Err(Forbidden::Hidden(page)),
            }),
        }
    }
}
