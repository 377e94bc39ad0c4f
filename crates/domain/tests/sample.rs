//! The sample company that ships with the app is the one its example makes, and it is large enough to try things on.

#[path = "../examples/sample_company/company.rs"]
mod company;

use domain::Workspace;

#[test]
fn the_shipped_sample_is_the_one_that_is_made() {
    let shipped = include_str!("../../../public/sample-company.json").trim();
    let made = company::file().unwrap();
    let again = "run `cargo run -p direct-sms-domain --example sample_company > public/sample-company.json`";
    assert!(shipped == made, "the sample is out of date: {again}");
    let file: serde_json::Value = serde_json::from_str(shipped).unwrap();
    let workspace: Workspace = serde_json::from_value(file["workspace"].clone()).unwrap();
    assert_eq!(
        (
            workspace.numbers().len(),
            workspace.users().len(),
            workspace.teams().len()
        ),
        (44, 26, 7)
    );
}
