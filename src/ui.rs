//! Widgets that know nothing of the domain: keyboard, roles and looks after the WAI-ARIA Authoring Practices.
//! `/widgets` shows each of them in development builds; `style/ui/` has a sheet of the same name.

mod button;
mod check;
mod choice;
mod field;
mod icon;
mod kbd;
mod radio;
mod row_focus;
mod select;
mod text_field;
mod uid;

pub use button::{Button, ButtonKind, ButtonSize, IconButton, LinkButton};
pub use check::{Checkbox, PickBox, Switch, Tick};
pub use choice::Choice;
pub use field::focus_first_error;
pub use icon::{Icon, IconName};
pub use kbd::Kbd;
pub use radio::{RadioGroup, RadioLook};
pub use row_focus::RowFocus;
pub use select::Select;
pub use text_field::{NumberField, SearchBox, TextArea, TextField, TextKind};
