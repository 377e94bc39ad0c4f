//! Widgets that know nothing of the domain: keyboard, roles and looks after the WAI-ARIA Authoring Practices.
//! `/widgets` shows each of them in development builds; `style/ui/` has a sheet of the same name.

mod button;
mod icon;
mod row_focus;

pub use button::{Button, ButtonKind, ButtonSize, IconButton, LinkButton};
pub use icon::{Icon, IconName};
pub use row_focus::RowFocus;
