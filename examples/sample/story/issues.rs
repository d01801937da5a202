//! What the papers say has happened and is being put right.

use concordat::domain::risk::Issue;
use concordat::domain::thing::Thing;

use super::papers::{S3C, S3M};
use super::write::{TOGETHER, day, issue, programme, risk, service, text};

/// From the progress report (S3c 3.2.2c, 4.2, 6.1a, 6.3).
pub fn in_december_2010() -> Vec<Thing> {
    things(vec![
        Issue {
            programme: Some(programme(TOGETHER)),
            risk: Some(risk("staff-capacity")),
            description: text(
                "Both posts were advertised outside in September 2010. After interviews in October nobody was appointed.",
            ),
            action: text(
                "The Programme Manager's post is advertised within the councils, with interviews in December; the region is asked for somebody to help, paid for in part by it and in part by what the unfilled posts save (4.3).",
            ),
            due: day(2010, 12, 31),
            source: S3C.at("4.2, 4.3"),
            ..new("transformation-team", "1", "Nobody found for the Transformation Team")
        },
        Issue {
            service: Some(service("ict")),
            description: text("The air conditioning failed and data were lost."),
            action: text(
                "Most of the data are back with the staff who need them. Redditch is getting a new way of keeping copies.",
            ),
            source: S3C.at("3.2.2c"),
            ..new("data-loss", "2", "Data lost when air conditioning failed")
        },
        Issue {
            service: Some(service("regulatory-services")),
            description: text("As foreseen, some staff are leaving, and work is becoming harder to cover."),
            action: text("There are plans for filling the gaps."),
            source: S3C.at("6.1a"),
            ..new("regulatory-capacity", "3", "Gaps appear in the staff of Regulatory Services")
        },
        Issue {
            service: Some(service("property")),
            description: text(
                "The County proposes a smaller team, which may bring severance to pay. Officers doubt the effect on the service, and what is left to them, at Redditch above all.",
            ),
            action: text(
                "The County has given assurances, which are being looked at. No agreement is signed until all is settled; failing that, who runs the service is looked at again.",
            ),
            source: S3C.at("6.3b, c"),
            ..new("property-agreement", "4", "Property: the agreement with the County is held up")
        },
    ])
}

/// From the minutes of November 2010, printed in the last pack (S3m 40/10, 42/10).
pub fn in_2011() -> Vec<Thing> {
    things(vec![
        Issue {
            service: Some(service("community-safety")),
            description: text(
                "Seen in the report on the second quarter of 2010/11. Members were concerned, the service being a shared one. By how much is not stated.",
            ),
            action: text("Ask for an explanation."),
            owner: text("Director of Policy, Performance and Partnerships"),
            source: S3M.at("40/10"),
            ..new("safety-overspend", "5", "Community Safety overspends")
        },
        Issue {
            programme: Some(programme(TOGETHER)),
            description: text("A group of staff named several in the daily running of things. Which they are is not stated."),
            action: text("To be dealt with as soon as can be."),
            source: S3M.at("42/10"),
            ..new("daily-problems", "6", "Staff report problems from day to day")
        },
    ])
}

fn new(id: &str, reference: &str, title: &str) -> Issue {
    Issue { reference: text(reference), title: text(title), ..Issue::new(issue(id)) }
}

fn things(issues: Vec<Issue>) -> Vec<Thing> {
    issues.into_iter().map(Thing::from).collect()
}
