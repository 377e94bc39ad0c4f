//! The only reader of the clock, and the only source of chance.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// This moment, to the millisecond.
pub fn now() -> DateTime<Utc> {
    let milliseconds = js_sys::Date::now();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a date's milliseconds are whole and fit"
    )]
    DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}

/// The browser's own time zone by its IANA name, if it tells.
pub fn zone_name() -> Option<String> {
    let options =
        js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    js_sys::Reflect::get(&options, &"timeZone".into())
        .ok()?
        .as_string()
}

/// A new id: later ones sort behind earlier ones.
pub fn new_id() -> Uuid {
    let random = Uuid::new_v4().into_bytes();
    let mut chance = [0_u8; 10];
    chance.copy_from_slice(random.get(..10).unwrap_or(&[0; 10]));
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(now().timestamp_millis()).unwrap_or(0), &chance)
        .into_uuid()
}
