//! The 14 risks of S3c Appendix A: likelihood and impact, stated movement, and what is done by whom.

use concordat::domain::level::Level;
use concordat::domain::risk::{Direction, Risk, StatedMovement, Tier};
use concordat::domain::thing::Thing;

use super::papers::S3C;
use super::write::{TOGETHER, about, note, programme, risk, text};

/// The register as the Board had it. It gives no earlier score, and an owner to few.
pub fn in_december_2010() -> Vec<Thing> {
    let mut all = first_seven();
    all.extend(last_seven());
    all.into_iter().map(Thing::from).collect()
}

/// Bromsgrove's cover report names two risks before others (S3b 8.1).
pub fn in_2011() -> Vec<Thing> {
    vec![note(
        "main-risks",
        about(&risk("savings-not-delivered")),
        "Bromsgrove's cover report of 17 January 2011 has savings and improvements that do not come as the main risks (S3b 8.1).",
    )]
}

fn first_seven() -> Vec<Risk> {
    vec![
        Risk {
            mitigation: text(
                "The programme and how it is governed are meant to outlast a change of control. At Redditch the leaders of all groups are met regularly, so that it is plain that the managers serve every member.",
            ),
            ..scored(1, "political-change", "Control of a council changes", 3, 2)
        },
        Risk {
            description: text("There are too few staff to carry out what was recommended."),
            mitigation: text(
                "A Transformation Team within the organisation plans and leads the work. There are more managers than the consultants proposed, money in the first year for help with law, finance and personnel, and a programme paced to what staff can carry.",
            ),
            owner: text("Transformation Team"),
            ..scored(2, "staff-capacity", "Too few staff to carry the changes out", 2, 4)
        },
        Risk {
            mitigation: text("The new managers are at work in their posts, so the risk is lower than it was."),
            ..moved(Direction::Reduced, scored(3, "senior-staff-leave", "Senior staff leave after the appointments", 1, 3))
        },
        Risk {
            mitigation: text(
                "Staff are told and asked regularly: forums, briefings, drop-in sessions with the Chief Executive, and a conference of all managers on transformation. Senior managers are to be seen at both councils every week.",
            ),
            owner: text("Chief Executive and single management team"),
            ..scored(4, "staff-support", "Staff are not won over", 2, 2)
        },
        Risk {
            mitigation: text(
                "Unions are talked with throughout. That has gone well between the two councils, and has to get better in the county's programme.",
            ),
            ..scored(5, "union-support", "Unions do not support the changes", 2, 3)
        },
        Risk {
            mitigation: text(
                "Three years, with up to one of preparation for each service, so that change comes step by step. The joint Corporate Management Team watches performance regularly to see trouble early.",
            ),
            owner: text("Corporate Management Team"),
            ..scored(6, "performance-dip", "Services get worse while they change", 2, 4)
        },
        Risk {
            mitigation: text(
                "Part of how staff are engaged, and of the transformation. Development of the organisation is to grow a culture of its own for both councils, above neither's; senior managers have had days together and will have more.",
            ),
            ..scored(7, "culture", "The two councils' cultures differ", 2, 3)
        },
    ]
}

fn last_seven() -> Vec<Risk> {
    vec![
        Risk {
            mitigation: text(
                "The differences are being mapped, and that is to go faster, so that one set of terms is in place soon. Unions have had a first meeting, and April 2011 is the aim (14.4).",
            ),
            ..scored(8, "terms", "Staff are employed on different terms", 3, 3)
        },
        Risk {
            description: text("In some services, different systems leave less to save at first."),
            mitigation: text(
                "Planned for service by service as each is put in place, and gone in time, as contracts run out. The shared ICT service helps.",
            ),
            ..scored(9, "it-systems", "IT systems differ", 3, 2)
        },
        Risk {
            description: text("What may be the county programme's next phase now clashes with the transformation."),
            mitigation: text("To be managed with care; the score was raised for this."),
            ..moved(Direction::Increased, scored(10, "wett-clash", "The county's programme and this one clash", 3, 3))
        },
        Risk {
            mitigation: text("One team has managed both councils for over six months, and members have raised no great concern."),
            ..moved(
                Direction::Reduced,
                scored(11, "member-access", "Members find officers harder to reach than they expect", 2, 2),
            )
        },
        Risk {
            mitigation: text("The financial model as revised is expected to be met; severance has cost less than was budgeted."),
            ..scored(12, "savings-not-delivered", "Savings and other benefits do not come as projected", 2, 3)
        },
        Risk {
            mitigation: text(
                "One team has managed both councils for over six months without great concern. Both councils keep telling customers what they gain, in money and in service.",
            ),
            ..moved(Direction::Reduced, scored(13, "customer-confusion", "Customers do not know who does what", 2, 2))
        },
        Risk {
            description: text(
                "The Chief Executive or another manager may have to advise both councils where their interests part, for instance over a reorganisation of local government.",
            ),
            mitigation: text(
                "Each council then has a lead officer of its own, and a policy for settling conflicts is agreed. In six months of the team none has come up.",
            ),
            owner: text("Lead officer for each council"),
            ..moved(Direction::Reduced, scored(14, "conflict-of-interest", "Managers' advice to both councils conflicts", 1, 4))
        },
    ]
}

fn scored(number: u8, id: &str, title: &str, likelihood: u8, impact: u8) -> Risk {
    Risk {
        reference: text(&number.to_string()),
        title: text(title),
        programme: Some(programme(TOGETHER)),
        tier: Some(Tier::Programme),
        level: Level::new(likelihood, impact),
        source: S3C.at(&format!("Appendix A, {number}")),
        ..Risk::new(risk(id))
    }
}

fn moved(direction: Direction, risk: Risk) -> Risk {
    let movement = risk.source.clone().map(|source| StatedMovement { direction, source });
    Risk { movement, ..risk }
}
