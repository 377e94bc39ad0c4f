//! The way to the routing preview with a certain text in it.

use chrono::{DateTime, Utc};
use domain::{PhoneNumber, Workspace};

use crate::paths::{Page, query};

/// The address of the preview of a text to a number at a moment; the preview's clock is the company's.
pub fn try_address(workspace: &Workspace, number: PhoneNumber, at: DateTime<Utc>) -> String {
    let zone = workspace.settings().hours.zone();
    let at = zone.to_local(at).format("%Y-%m-%d %H:%M").to_string();
    Page::Preview.with(&[(query::TO, &number.to_string()), (query::AT, &at)])
}
