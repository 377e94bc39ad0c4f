//! Prints in how many minutes, over all zones from 1970 to 2100, the clocks are not those of the zone database.

#[path = "../tests/zones/minutes.rs"]
mod minutes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("bench zones_disagreeing_minutes {}", minutes::disagreeing()?);
    Ok(())
}
