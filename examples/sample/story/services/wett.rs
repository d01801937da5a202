//! The services of WETT, those that may come next, and one that Redditch and the County talk about.

use concordat::domain::service::{Approach, Service, Stage};
use concordat::domain::thing::Thing;

use super::super::papers::{S0, S3B, S3C, S4D};
use super::super::write::{WETT, at, day, since, text};
use super::{COMMUNITY, CORPORATE, ENVIRONMENT, PLACE, again, first, of, things};

/// An idea of 2008 that WETT takes up later: one audit team for the county (S4d 3.2).
pub fn in_2008() -> Vec<Thing> {
    things(vec![Service {
        approach: Some(Approach::Share),
        stage: at(Stage::Opportunity, "The county's treasurers want to know whether it would work"),
        description: text("One audit team for the councils of the county. Bromsgrove keeps its manager's post vacant meanwhile."),
        source: S4D.at("3.2"),
        ..first("internal-audit", "Internal Audit", CORPORATE)
    }])
}

/// The five services that came out of the workshops, and one of those left for the next phase (S0 3.5, 4.2, 4.4, 5.1, 6).
pub fn in_2009() -> Vec<Thing> {
    let case = |one: Service| Service {
        approach: Some(Approach::Share),
        stage: at(Stage::HighLevelCase, "High-level case made in April and May 2009; a detailed one is to follow (5.1, 5.3)"),
        source: S0.at("4.2, 5.1"),
        ..one
    };
    of(
        WETT,
        vec![
            Service {
                stage: at(Stage::HighLevelCase, "Chief executives agree that it goes further (6.1); worked on first (8.3)"),
                gains: text(
                    "Three sets of specialists in one place: better, quicker and more even work across the county (6.3, 6.4).",
                ),
                description: text(
                    "Licensing, trading standards and environmental health of all seven councils, run from one place.",
                ),
                source: S0.at("4.2, 6"),
                ..case(first("regulatory-services", "Regulatory Services", ENVIRONMENT))
            },
            Service {
                description: text("Care of what the councils own and let."),
                ..case(first("property", "Property", CORPORATE))
            },
            Service {
                description: text(
                    "Personnel work for the councils of the county. What became of the case after 2009 is not stated.",
                ),
                ..case(first("wett-human-resources", "Human Resources (WETT)", CORPORATE))
            },
            case(again("internal-audit")),
            Service {
                description: text("Clean and tidy streets across the county. What became of the case after 2009 is not stated."),
                ..case(first("wett-street-scene", "Street Scene (WETT)", ENVIRONMENT))
            },
            Service {
                stage: at(Stage::Opportunity, "One of the three themes; left for the next phase (4.4)"),
                description: text("Services for young people and communities across the county."),
                source: S0.at("3.5, 4.4"),
                ..first("wett-youth-community", "Youth and Community (WETT)", COMMUNITY)
            },
        ],
    )
}

/// Regulatory Services are to be rethought in Year 1 of the programme of Bromsgrove and Redditch (S1 3.6).
pub fn in_june_2010() -> Vec<Thing> {
    things(vec![Service {
        approach: Some(Approach::TransformThenShare),
        description: text(
            "Licensing, trading standards and environmental health of all seven councils, run from one place. To be transformed in Year 1 (S1 3.6); the paper wants that before sharing, although the service was shared by then (S3b 3.4).",
        ),
        ..again("regulatory-services")
    }])
}

/// Three services run by one council for others, four that may come next, and museums (S3c 6).
pub fn in_december_2010() -> Vec<Thing> {
    let mut all = things(vec![
        Service {
            stage: at(Stage::Live, "Run together; not yet in the Board's table of live services (6.1, 15.2.1)"),
            gains: text("One workforce across environmental health and trading standards, arranged around the customer (6.1b)."),
            source: S3C.at("6.1, 14.3"),
            ..again("regulatory-services")
        },
        Service {
            stage: since(
                Stage::Live,
                day(2010, 6, 1),
                "Staff moved to Worcester City; the service-level agreement is final (6.2a, c)",
            ),
            lead: text("Shared Service Internal Audit Manager"),
            gains: text("A fuller audit service, with a structure under review (6.2d)."),
            description: text(
                "One audit team, employed by Worcester City. Its manager reports to members at both councils; staff are to be consulted on a new structure.",
            ),
            source: S3C.at("6.2, 15.2.1"),
            ..again("internal-audit")
        },
        Service {
            stage: since(
                Stage::Live,
                day(2010, 6, 1),
                "Staff moved to the County; the service-level agreement is not signed (6.3a, c)",
            ),
            description: text(
                "Care of what the councils own and let, employed by the County. The two councils doubt whether a smaller team can do the work, most of all for Redditch, and will not sign until that is settled; otherwise they think again about who runs it.",
            ),
            source: S3C.at("6.3, 15.2.1"),
            ..again("property")
        },
    ]);
    let next = |id: &str, name: &str, theme: &str, says: &str| Service {
        stage: at(Stage::Opportunity, "Put to chief executives in November 2010; the county's leaders are next (6.4)"),
        description: text(says),
        source: S3C.at("6.4"),
        ..first(id, name, theme)
    };
    all.extend(of(
        WETT,
        vec![
            next(
                "wett-waste-street-scene",
                "Waste and Street Scene (WETT)",
                ENVIRONMENT,
                "Waste and street scene across the county.",
            ),
            next("wett-planning", "Planning (WETT)", PLACE, "Planning across the county."),
            next("wett-housing-strategy", "Housing Strategy (WETT)", PLACE, "Housing strategy and policy across the county."),
        ],
    ));
    all.extend(things(vec![
        Service {
            stage: at(Stage::Opportunity, "Put to chief executives in November 2010; the county's leaders are next (6.4)"),
            source: S3C.at("6.4"),
            ..again("wett-youth-community")
        },
        Service {
            approach: Some(Approach::Share),
            stage: at(Stage::Opportunity, "First talks (6.4)"),
            description: text(
                "Museums: Redditch and the County explore what they could do together. Not part of either programme so far.",
            ),
            source: S3C.at("6.4"),
            ..first("museums", "Museums", COMMUNITY)
        },
    ]));
    all
}

/// When Regulatory Services went live, and who leads it (S3b 3.4, S3m 40/10).
pub fn in_2011() -> Vec<Thing> {
    things(vec![Service {
        stage: since(Stage::Live, day(2010, 6, 1), "Not yet in the Board's table of live services (S3c 15.2.1)"),
        lead: text("Head of Regulatory Services"),
        source: S3B.at("3.4"),
        ..again("regulatory-services")
    }])
}
