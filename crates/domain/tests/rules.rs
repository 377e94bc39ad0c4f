//! All tests of the rules, as one program: it is linked once, not once a file.
//! One file's alone: `cargo nextest run -p direct-sms-domain whynot::`.
#![allow(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::struct_excessive_bools,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

#[path = "routing/given.rs"]
mod given;

mod clash;
mod company;
mod large;
mod picks;
mod random;
mod written;

mod access;
mod answers;
mod assignment;
mod bulk;
mod bulk_export;
mod bulk_files;
mod bulk_model;
mod bulk_numbers;
mod calendar;
mod clock_changes;
mod commands;
mod conflict_model;
mod conflicts;
mod damaged;
mod draft;
mod histories;
mod holidays;
mod hours;
mod impact;
mod impact_cases;
mod impact_revised;
mod inventory;
mod levels;
mod loading;
mod marking;
mod messages;
mod outbound;
mod people;
mod pins;
mod presence;
mod printed;
mod queue_places;
mod queues;
mod rehearsal;
mod repairs;
mod routing;
mod same_field;
mod sample;
mod settings;
mod settlings;
mod simulation;
mod standing;
mod timeline;
mod values;
mod whynot;
mod whynot_hours;
mod zones;
