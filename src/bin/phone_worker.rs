//! The phone number database in a module and thread of its own, loaded when first asked.

fn main() {}
