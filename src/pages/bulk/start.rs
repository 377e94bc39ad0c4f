//! Before there is a file: the files to begin with, and the place for the file.

use engine::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::jobs::Jobs;
use super::pick::Pick;
use super::rights::Editable;
use super::run::Upload;
use crate::session::Session;
use crate::ui::{Button, IconName, Toasts};
use crate::words;

/// Both ways in.
#[component]
pub(super) fn Start(upload: Upload) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let offer = move |name: &'static str, text: Text| {
        spawn_local(async move {
            if let Err(error) = upload.offer(name, text).await {
                toasts.failed(format!("Not downloaded: {error}"));
            }
        });
    };
    let template = move || offer("users template.csv", Text::Template);
    let users = move || offer("users.csv", Text::Users);
    let json = move || offer("users.json", Text::UsersJson);
    let numbers = move || offer("numbers.csv", Text::Numbers);
    let listed = move || words::count(session.workspace().read().numbers().len(), "number", "numbers");
    let many = move || words::count(session.workspace().read().users().len(), "user", "users");
    view! {
        <div class="page bulk-start">
            <section class="stack" aria-labelledby="bulk-template">
                <h2 id="bulk-template">"1. Get the columns"</h2>
                <p class="muted">
                    "The template has one column for each direct number, role and team. The export has all users in it as they stand."
                </p>
                <div class="row wrap">
                    <Button icon=IconName::Download on_press=template>"Download template"</Button>
                    <Button icon=IconName::Download on_press=users>{move || format!("Download all {}", many())}</Button>
                    <Button icon=IconName::Download on_press=json>{move || format!("Download all {} as JSON", many())}</Button>
                    <Button icon=IconName::Download on_press=numbers>{move || format!("Download all {}", listed())}</Button>
                </div>
                <ul class="rules">
                    <li>"A row is found by its "<b>"Email"</b>". One that nobody has yet makes a new user."</li>
                    <li>"A blank cell leaves things as they are, "<b>"NONE"</b>" takes a direct number away."</li>
                    <li>
                        "Numbers begin with "<b>"+"</b>
                        " and the country code. Two users swap their numbers when both rows say so."
                    </li>
                    <li>
                        "A script may upload the users as JSON, a list with the same keys as the download; "
                        <b>"null"</b>" is a blank cell."
                    </li>
                    <li>
                        "A file of numbers has the columns "<b>"Number"</b>", "<b>"Label"</b>" and "<b>"Direct"</b>
                        " (1 or 0). It adds numbers, names them anew and sets which are direct."
                    </li>
                </ul>
            </section>
            <section class="stack" aria-labelledby="bulk-upload">
                <h2 id="bulk-upload">"2. Upload the file"</h2>
                <Pick upload />
                <Editable upload />
            </section>
        </div>
        <Jobs />
    }
}
