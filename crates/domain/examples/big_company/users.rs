//! A bulk file of 100,000 rows and 20 MB for the big company: half of them change users, half make new ones.

use domain::PhoneNumber;
use domain::Workspace;
use domain::number::{Owner, SmsNumber};
use domain::people::User;

/// Rows below the header.
const ROWS: usize = 100_000;
/// One row in so many has a number that a spreadsheet has damaged.
const BAD: usize = 200;

const HEADER: &str = "Email,New email,Agent ID,First name,Last name,Alias,Status,Location,Chat concurrency,\
    Chat concurrency status,Non-restricted international calling,External User,External SIP URI,UCaaS username,\
    Agent Extensions,Availability Filter Name,Direct Inbound Number: 1,Direct Inbound Number: 2,\
    Direct Inbound Number: 3,Direct Inbound Number: 4,Direct Inbound Number: 5,Role: Agent,Team: Night shift";

/// The file. Of four users two swap their first numbers and two keep theirs; of the new ones those get a number for
/// whom there is one.
pub(crate) fn users_file(workspace: &Workspace) -> String {
    let users: Vec<&User> = workspace.users().map(AsRef::as_ref).collect();
    let held: Vec<Vec<PhoneNumber>> = users.iter().map(|user| held(workspace, user)).collect();
    let mut free = workspace.numbers().filter(|number| is_free(number));
    let mut file = HEADER.to_owned() + "\r\n";
    for row in 0..ROWS {
        let other = if row % 4 < 2 { row ^ 1 } else { row };
        let (email, numbers) = if let Some(user) = users.get(row) {
            let first = held.get(other).and_then(|numbers| numbers.first());
            let own = held.get(row).into_iter().flatten().skip(1);
            let numbers = first.into_iter().chain(own).copied().collect();
            (user.email.clone(), numbers)
        } else {
            let free = free.next().map(|number| number.number);
            (format!("new.agent{row}@larkspur.example"), Vec::from_iter(free))
        };
        file.push_str(&line(row, &email, &numbers));
    }
    file
}

fn held(workspace: &Workspace, user: &User) -> Vec<PhoneNumber> {
    let numbers = workspace.numbers_of(Owner::Agent(user.id));
    numbers.map(|number| number.number).collect()
}

fn is_free(number: &SmsNumber) -> bool {
    number.is_direct() && number.owner().is_none()
}

fn line(row: usize, email: &str, numbers: &[PhoneNumber]) -> String {
    let number = |place: usize| match numbers.get(place) {
        Some(number) if row % BAD == 7 => number.to_string().replace("+1", "1.4E+"),
        Some(number) => spaced(*number),
        None => String::new(),
    };
    format!(
        "{email},,A-{row:06},Robin,\"Ågren, {row}\",Robin from Larkspur Home {row},Active,Chicago 4th floor,3,1,0,1,\
         sip:agent{row}@voice.larkspur.example,agent{row}@ucaas.larkspur.example,{},Everybody,{},{},,,,1,{}\r\n",
        10_000 + row,
        number(0),
        number(1),
        u8::from(row.is_multiple_of(10)),
    )
}

/// As people write it: `+1 312-200-0005`.
fn spaced(number: PhoneNumber) -> String {
    let digits = number.to_string();
    match (digits.get(2..5), digits.get(5..8), digits.get(8..)) {
        (Some(area), Some(exchange), Some(line)) => format!("+1 {area}-{exchange}-{line}"),
        _ => digits,
    }
}
