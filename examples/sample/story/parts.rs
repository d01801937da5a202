//! Who takes part in what: host, in, considering, declined.

use concordat::domain::service::{Participation, Role};
use concordat::domain::source::{Source, Term};
use concordat::domain::thing::Thing;

use super::councils::ORDER;
use super::papers::{S0, S1, S3B, S3C, S4D, S4M};
use super::write::{day, part};

/// The two councils that agreed the Concordat.
const BOTH: [&str; 2] = ["bromsgrove", "redditch"];

/// Quick wins and other ideas (S4d 3.2, 5.1, 6.1; S4m).
pub fn in_2008() -> Vec<Thing> {
    let mut all = vec![
        part("elections", "bromsgrove", Role::Considering, "Proposed to lead", S4D.at("5.1")),
        part("elections", "redditch", Role::Considering, "", S4D.at("5.1")),
        part("community-safety", "bromsgrove", Role::Considering, "", S4D.at("5.1")),
        part("community-safety", "redditch", Role::Considering, "Proposed to lead", S4D.at("5.1")),
        part("payroll", "bromsgrove", Role::In, "Agreed with its financial plan", S4D.at("3.2")),
        part("payroll", "redditch", Role::Host, "", S4D.at("3.2")),
        part("internal-audit", "bromsgrove", Role::Considering, "", S4D.at("3.2")),
    ];
    all.extend(both("procurement", Role::In, "One officer for both since November 2007", &S4D.at("3.2")));
    all.extend(both("ict", Role::Considering, "", &S4D.at("3.2")));
    all.extend(both("economic-development", Role::Considering, "", &S4D.at("3.2")));
    all.extend(both("head-of-financial-services", Role::Considering, "", &S4M.at("Quick Wins")));
    all.extend(both("benefits-services-manager", Role::Declined, "Not at this stage", &S4M.at("Quick Wins")));
    things(all)
}

/// All seven put officers into the teams of the five services (S0 3.6, 4.2; 6.3 for Regulatory Services).
pub fn in_2009() -> Vec<Thing> {
    let streams = ["regulatory-services", "property", "wett-human-resources", "internal-audit", "wett-street-scene"];
    let all = streams.iter().flat_map(|service| {
        let place = if *service == "regulatory-services" { "3.6, 6.3" } else { "3.6, 4.2" };
        ORDER.iter().map(move |council| part(service, council, Role::Considering, "In the project team of 2009", S0.at(place)))
    });
    things(all.collect())
}

/// What is to be transformed, for both councils (S1 3.6), and the single management team (S1 3.1).
pub fn in_june_2010() -> Vec<Thing> {
    let areas = ["revenues-benefits", "planning", "depot", "refuse", "recycling", "street-cleansing", "grounds", "housing"];
    let mut all = both("single-management-team", Role::In, "", &S1.at("3.1"));
    for area in areas {
        all.extend(both(area, Role::Considering, "", &S1.at("3.6")));
    }
    all.extend(both("community-services", Role::Considering, "", &S1.at("3.6")));
    things(all)
}

/// Services that run, services under way, and what other councils want or do not want (S3c 3.2, 4.4, 5, 6, 14.3).
pub fn in_december_2010() -> Vec<Thing> {
    let mut all = vec![
        part("elections", "bromsgrove", Role::In, "Was proposed to lead (S4d 5.1); the host is not stated", S3C.at("15.2.1")),
        part("elections", "redditch", Role::In, "", S3C.at("15.2.1")),
        part("community-safety", "bromsgrove", Role::In, "", S3C.at("15.2.1")),
        part(
            "community-safety",
            "redditch",
            Role::In,
            "Was proposed to lead (S4d 5.1); the host is not stated",
            S3C.at("15.2.1"),
        ),
        from(2011, 4, part("payroll", "wyre-forest", Role::In, "Approved; its staff member moves to Redditch", S3C.at("3.2.4"))),
        from(2011, 6, part("economic-development", "bromsgrove", Role::In, "", S3C.at("5.1.1"))),
        from(2011, 6, part("economic-development", "redditch", Role::In, "", S3C.at("5.1.1"))),
        from(
            2011,
            6,
            part(
                "economic-development",
                "wyre-forest",
                Role::In,
                "The third council; named only in 5.1.5",
                S3C.at("5.1.1, 5.1.5"),
            ),
        ),
        part("emergency-planning", "bromsgrove", Role::Considering, "12 % of one officer's time", S3C.at("5.2.3")),
        part("emergency-planning", "redditch", Role::Considering, "8 % of one officer's time", S3C.at("5.2.3")),
        part("emergency-planning", "wyre-forest", Role::Considering, "A meeting is arranged", S3C.at("5.2.4")),
        part("regulatory-services", "bromsgrove", Role::Host, "Employs the staff as host authority", S3C.at("14.3")),
        from(2010, 6, part("internal-audit", "worcester", Role::Host, "Employs the staff", S3C.at("6.2a"))),
        from(2010, 6, part("property", "worcestershire", Role::Host, "Employs the staff", S3C.at("6.3a"))),
        part("museums", "redditch", Role::Considering, "", S3C.at("6.4")),
        part("museums", "worcestershire", Role::Considering, "", S3C.at("6.4")),
    ];
    for service in ["ict", "cctv-lifeline", "climate-change"] {
        all.extend(both(service, Role::In, "", &S3C.at("15.2.1")));
    }
    for (service, note, place) in
        [("internal-audit", "Service-level agreement final", "6.2c"), ("property", "Service-level agreement not signed", "6.3c")]
    {
        all.extend(both(service, Role::In, note, &S3C.at(place)).into_iter().map(|one| from(2010, 6, one)));
    }
    for council in ["wyre-forest", "worcester", "wychavon", "malvern-hills"] {
        let note = "The chief executives of all districts agreed to make their network a lasting one";
        all.push(part("procurement", council, Role::Considering, note, S3C.at("3.2.5a")));
    }
    all.extend(both("revenues-benefits", Role::In, "Its team takes part in the scoping", &S3C.at("4.4")));
    for service in ["waste-street-scene-policy", "bereavement", "trees"] {
        all.extend(both(service, Role::In, "", &S3C.at("5.3.2")));
    }
    for service in ["policy-performance", "hr-od"] {
        all.extend(both(service, Role::Considering, "The case is before the Board", &S3C.at("7.4")));
    }
    all.extend(next_phase());
    things(all)
}

/// Bromsgrove's own report has both councils as hosts of Regulatory Services; the Board's had one (S3b 3.4, S3c 14.3).
pub fn in_2011() -> Vec<Thing> {
    let says = |note: &str| note.to_owned();
    let bromsgrove = says("Host authority by S3c 14.3, which names it alone; S3b 3.4 has Redditch as host too");
    let redditch = says("Host together with Bromsgrove by S3b 3.4; S3c 14.3 names Bromsgrove alone");
    things(vec![
        from(2010, 6, part("regulatory-services", "bromsgrove", Role::Host, &bromsgrove, S3C.at("14.3"))),
        from(2010, 6, part("regulatory-services", "redditch", Role::Host, &redditch, S3B.at("3.4"))),
    ])
}

/// Four areas under review between all the councils; two councils have answered (S3c 6.4).
fn next_phase() -> Vec<Participation> {
    let areas = ["wett-waste-street-scene", "wett-planning", "wett-housing-strategy", "wett-youth-community"];
    let answer = |area: &str, council: &str| match (council, area) {
        ("worcester", _) => (Role::Declined, "No capacity at this stage; stays in the programme"),
        ("wychavon", "wett-planning") => (Role::Declined, "Does not want development control"),
        ("wychavon", "wett-youth-community") => (Role::Declined, "Does not want the part for young people"),
        ("wychavon", _) => (Role::Considering, "Interested"),
        _ => (Role::Considering, ""),
    };
    let each = areas.iter().flat_map(|area| ORDER.iter().map(move |council| (area, council)));
    each.map(|(area, council)| {
        let (role, note) = answer(area, council);
        part(area, council, role, note, S3C.at("6.4"))
    })
    .collect()
}

fn both(service: &str, role: Role, note: &str, source: &Option<Source>) -> Vec<Participation> {
    BOTH.iter().map(|council| part(service, council, role, note, source.clone())).collect()
}

fn from(year: i32, month: u32, one: Participation) -> Participation {
    Participation { term: Some(Term { from: day(year, month, 1), to: None }), ..one }
}

fn things(parts: Vec<Participation>) -> Vec<Thing> {
    parts.into_iter().map(Thing::from).collect()
}
