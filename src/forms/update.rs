//! What **Update** does: all parts of a dialog, or none (R32).

use domain::applied::Warning;
use domain::{Intent, Refusal, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use crate::parts::closing::Closing;
use crate::session::Session;
use crate::ui::Toasts;

/// The configuration with these changes in it, and what there is to know.
///
/// # Errors
/// The first refusal.
pub fn tried(workspace: &Workspace, intents: &[Intent]) -> Result<(Workspace, Vec<Warning>), Refusal> {
    let mut copy = workspace.clone();
    let mut warnings = Vec::new();
    for intent in intents {
        warnings.extend(copy.apply(intent)?.warnings);
    }
    Ok((copy, warnings))
}

/// The open draft with a form's changes in it; none while the form cannot be read, or would be refused.
pub fn on_draft(
    session: Session,
    intents: impl Fn() -> Option<Vec<Intent>> + Send + Sync + 'static,
) -> Memo<Option<Workspace>> {
    Memo::new(move |_| {
        let tried = tried(&session.workspace().read(), &intents()?);
        tried.ok().map(|(copy, _)| copy)
    })
}

/// The button **Update** of a drawer.
#[derive(Clone, Copy)]
pub struct Update {
    /// What the change is called where it is undone: `update team Support`.
    pub title: StoredValue<String>,
    /// The form's id.
    pub form: &'static str,
    /// Becomes true at the first try: then what is missing is an error.
    pub tried: RwSignal<bool>,
    /// Why it was refused.
    pub refusal: RwSignal<Option<String>>,
    /// It is written.
    pub on_close: Callback<()>,
}

impl Update {
    /// Writes the changes to the draft as one, which one undo takes back; or shows why not.
    pub fn run(self, session: Session, toasts: Toasts, intents: Result<Vec<Intent>, Faulty>) {
        self.tried.set(true);
        self.refusal.set(None);
        let Ok(intents) = intents else {
            Closing::focus_error(self.form);
            return;
        };
        match write(session, self.title.get_value(), intents) {
            Ok(true) => {
                toasts.done("Updated in the draft");
                self.on_close.run(());
            }
            Ok(false) => self.on_close.run(()),
            Err(error) => self.refusal.set(Some(error.to_string())),
        }
    }
}

/// Writes changes to the draft as one; whether there was something to write.
///
/// # Errors
/// The first refusal; nothing is written then.
pub fn write(session: Session, title: String, mut intents: Vec<Intent>) -> Result<bool, Refusal> {
    let intent = match intents.len() {
        0 => return Ok(false),
        1 => intents.remove(0),
        _ => Intent::Bulk {
            title,
            changes: intents.into(),
        },
    };
    session.dispatch(intent).map(|_| true)
}
