//! Names that sound like councils and services and belong to none.

use super::chance::Chance;

const FIRST: [&str; 24] = [
    "Ash", "Barrow", "Cold", "Dun", "Elm", "Fen", "Gorse", "Hazel", "Iron", "Jack", "Kings", "Larch", "Mill", "Nether", "Oak",
    "Pine", "Quarry", "Rush", "Stone", "Thorn", "Under", "Vale", "Willow", "Yarrow",
];
const LAST: [&str; 16] = [
    "by", "combe", "dale", "den", "ford", "ham", "hurst", "ley", "mere", "more", "port", "stead", "stow", "ton", "wick", "worth",
];
pub const SERVICES: [&str; 24] = [
    "Archives",
    "Building Control",
    "Car Parks",
    "Cemeteries",
    "Community Transport",
    "Council Tax",
    "Customer Services",
    "Drainage",
    "Elections",
    "Emergency Planning",
    "Environmental Health",
    "Fleet",
    "Grounds",
    "Housing Advice",
    "Internal Audit",
    "Land Charges",
    "Legal Services",
    "Licensing",
    "Payroll",
    "Pest Control",
    "Planning",
    "Procurement",
    "Refuse",
    "Street Cleansing",
];
pub const THEMES: [&str; 4] = ["Corporate", "Environment", "People", "Place"];
pub const OFFICES: [&str; 6] =
    ["Head of Finance", "Head of Resources", "Programme Manager", "Director of Place", "Head of ICT", "Head of Human Resources"];
pub const PAPERS: [(&str, &str); 5] = [
    ("Board, June", "2009-06-24"),
    ("Board, September", "2009-09-22"),
    ("Cabinet, November", "2010-11-03"),
    ("Board, December", "2010-12-09"),
    ("Council, January", "2011-01-17"),
];
pub const RISKS: [&str; 8] = [
    "Staff leave before the service is shared",
    "The new system is late",
    "Costs are higher than the business case says",
    "Partners do not agree on the way the service is run",
    "Performance falls while teams are joined",
    "Contracts cannot be ended in time",
    "Savings come later than planned",
    "There are too few people to do the work",
];

/// The name of a place; no two numbers below 384 give the same.
pub fn place(number: usize) -> String {
    format!("{}{}", FIRST[number % FIRST.len()], LAST[number / FIRST.len() % LAST.len()])
}

/// The name of the service with this number.
pub fn service(chance: &mut Chance, number: usize) -> String {
    match number / SERVICES.len() {
        0 => SERVICES[number].to_owned(),
        _ => format!("{}, {}", SERVICES[number % SERVICES.len()], place(chance.below(384))),
    }
}
