//! Starts the app in the page.

use direct_sms::app::App;
use leptos::prelude::*;

fn main() {
    direct_sms::platform::panic::set_hook();
    mount_to_body(App);
}
