//! Writes the sample company: `cargo run -p direct-sms-domain --example sample_company > public/sample-company.json`.
//!
//! It is made by intents on an empty workspace, so it obeys every rule; `tests/sample.rs` holds the file to it.

mod company;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", company::file()?);
    Ok(())
}
