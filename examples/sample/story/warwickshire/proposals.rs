//! What the statement proposes, letter by letter, with its parts, pilots and bodies.

use concordat::domain::commitment::{Commitment, CommitmentKind, Progress, Stands};
use concordat::domain::thing::Thing;

use super::super::write::text;
use super::{from, made, named, of, stands};

/// The twenty-one proposals, a to u.
pub fn lettered() -> Vec<Thing> {
    let committed = |note| stands(Progress::Committed, note);
    let exploring = |note| stands(Progress::Exploring, note);
    let proposal = |letter: &str, title: &str, aim: &str, stands: Option<Stands>| {
        let paragraph = format!("5.1 {letter}");
        let sort = CommitmentKind::Proposal;
        Commitment { letter: text(letter), aim: text(aim), stands, ..made(letter, sort, title, &paragraph) }
    };
    let all = [
        proposal(
            "a",
            "One approach for the whole public sector",
            "Look past what each body does by itself; health, the voluntary sector and community safety work towards better services and access with the councils",
            None,
        ),
        proposal(
            "b",
            "One front door to every service",
            "Whoever asks is dealt with quickly and completely, wherever they ask; the Government is asked to let its local services join",
            None,
        ),
        proposal(
            "c",
            "Governance built on the Local Area Agreement",
            "A board for the county's public services, partnerships by theme, and local bodies down to parishes",
            None,
        ),
        proposal(
            "d",
            "A shared back office",
            "Administration, IT, staff and finance services together with as many public bodies as it makes sense for",
            exploring("sharing administrative, IT, HR and financial services is being explored"),
        ),
        proposal(
            "e",
            "The same standard wherever people live",
            "Less inequality and discrimination, and the same access for all",
            committed("the text is itself a commitment of the public sector"),
        ),
        proposal(
            "f",
            "Services joined up by neighbourhood",
            "Local accountability balanced with what is cheaper at a larger scale",
            None,
        ),
        proposal(
            "g",
            "Services without borders between organisations",
            "Who calls is served at the first point of contact, and the organisations do the walking",
            committed("its bodies are committed to putting the customer first"),
        ),
        proposal(
            "h",
            "Devolved decisions and joined budgets",
            "Rules and money that let local joint bodies decide, and services co-ordinated locally",
            committed("the frameworks are committed to; devolving powers and joining budgets is being explored"),
        ),
        proposal(
            "i",
            "Plant, equipment and buildings used together",
            "Capital is pooled, shared and rationalised for the good of residents",
            stands(Progress::UnderWay, "a programme of shared access to public property has begun"),
        ),
        proposal(
            "j",
            "A new Compact with the voluntary sector",
            "Working with community and voluntary bodies on terms agreed anew",
            None,
        ),
        proposal(
            "k",
            "One workforce strategy",
            "Staff move and are deployed across organisations, planned ahead together with the money",
            committed("working together on staff and their development is committed to"),
        ),
        proposal(
            "l",
            "One financial strategy",
            "A joint financial statement, and savings found together before the spending review of 2007",
            None,
        ),
        proposal(
            "m",
            "One brand: Warwickshire Direct",
            "One-stop shops, a customer service centre, kiosks and the web under a name that people know, across the whole county",
            None,
        ),
        proposal(
            "n",
            "A can-do culture",
            "Solutions, enterprise and care with risks, and people who can be moved to where they are needed",
            None,
        ),
        proposal(
            "o",
            "Engagement with communities, area by area",
            "One way of working with residents across public services",
            stands(
                Progress::UnderWay,
                "police and councils put Safer Neighbourhood teams in place together; meetings with residents are being set up and brought together with others",
            ),
        ),
        proposal(
            "p",
            "One community safety team",
            "A team of the councils and the police under one roof",
            exploring("setting it up is being explored"),
        ),
        proposal(
            "q",
            "Joint bodies that act, and an end to outdated ones",
            "New governance, with parish and town councils as a third tier",
            None,
        ),
        proposal(
            "r",
            "Integrated services, by way of pilots",
            "Better outcomes, shown in sound business plans, from services run as one",
            committed("its partners are committed to integrated services that begin with pilots"),
        ),
        proposal(
            "s",
            "A sub-regional culture",
            "Purpose shared with Coventry and the West Midlands",
            exploring("what comes of working across boundaries by Multi-Area Agreements is to be explored"),
        ),
        proposal(
            "t",
            "A larger part for business",
            "Business has a say in strategy through the partnerships that are there",
            exploring("Multi-Area Agreements are to be explored by these partnerships"),
        ),
        proposal("u", "Solutions across boundaries", "Services that stop at no district, county or regional boundary", None),
    ];
    let partners = |one: Commitment| match one.letter.as_deref() {
        Some("p") => Commitment {
            partners: of(&["police"]),
            commentary: text("The police force is named in it; which councils, is not."),
            ..one
        },
        Some("c") => Commitment {
            commentary: text(
                "The paper's own drawing of it is not at hand. Drawn on this page are the links that its text states (5.1 c).",
            ),
            ..one
        },
        Some("i" | "l") => {
            Commitment { commentary: text("The copy of the paper has lost the letter; it stands between its neighbours."), ..one }
        }
        _ => one,
    };
    all.map(partners).map(Thing::from).to_vec()
}

/// Parts, of which some are stated to be further than their proposal, and the first pilots.
pub fn parts() -> Vec<Thing> {
    let part = |of: &str, id: &str, title: &str| Commitment {
        part_of: Some(named(of)),
        ..made(id, CommitmentKind::Part, title, &format!("5.1 {of}"))
    };
    let pilot = |id: &str, title: &str, sort: &str| {
        let one = made(id, CommitmentKind::Pilot, title, "5.1 r");
        Commitment { part_of: Some(named("r")), commentary: text(sort), ..one }
    };
    let (place, people, shared) = ("A service to a place.", "A service to people.", "A shared service.");
    let all = [
        Commitment { partners: of(&["police"]), ..part("d", "d-police", "A back office with the police") },
        Commitment {
            stands: stands(Progress::Exploring, "it is being explored with the University of Warwick"),
            ..part("d", "d-academy", "A training academy for the public sector")
        },
        Commitment {
            partners: of(&["connexions"]),
            ..part("g", "g-connexions", "Services for young people under one roof with Connexions")
        },
        part("g", "g-careers", "Careers advice for adults within local services"),
        part("g", "g-schools", "Schools as the place of local services for children"),
        part("k", "k-strategy", "One strategy for staff"),
        Commitment {
            stands: stands(
                Progress::Exploring,
                "a review of audit services is being explored, with help from the regional centre of excellence",
            ),
            ..part("k", "k-audit", "A consortium for audit")
        },
        Commitment {
            partners: of(&["police"]),
            stands: stands(Progress::UnderWay, "police and councils work together on it across the county"),
            ..part("o", "o-teams", "Safer Neighbourhood teams")
        },
        Commitment {
            stands: stands(Progress::UnderWay, "meetings are being set up"),
            ..part("o", "o-pact", "Partnership and Communities Together meetings")
        },
        Commitment {
            stands: stands(
                Progress::UnderWay,
                "three colleges teach it together, across the boundary with Leicestershire as well",
            ),
            ..part("u", "u-construction", "Courses in construction")
        },
        pilot("r-realm", "The public realm: cleansing, grounds, highways, waste", place),
        pilot("r-museums", "Museums and heritage", place),
        pilot("r-supporting-people", "Supporting People", people),
        pilot("r-revenues", "Revenues and benefits", people),
        pilot("r-regulation", "Environmental health and trading standards", people),
        pilot("r-investment", "Marketing for inward investment", shared),
        pilot("r-planning", "Planning of land, transport and regeneration", shared),
        pilot("r-support", "Business support: procurement, centres of excellence, contracts", shared),
        pilot("r-emergency", "Emergency planning", shared),
    ];
    all.map(Thing::from).to_vec()
}

/// The bodies that 5(c) names. Ones that it ties to another stand under that one; the others by themselves.
pub fn bodies() -> Vec<Thing> {
    let body = |id: &str, title: &str| Commitment { part_of: Some(named("c")), ..made(id, CommitmentKind::Body, title, "5.1 c") };
    let tied = |to: &str, link: &str, one: Commitment| Commitment { part_of: Some(named(to)), link: text(link), ..one };
    let all = [
        Commitment {
            stands: stands(Progress::Committed, "its establishment has been agreed (2.3)"),
            source: from("2.3; 5.1 c"),
            ..body("c1-board", "County Public Services Board")
        },
        tied("c1-board", "supported by", body("c1-forum", "Wider strategic partnership forum")),
        body("c2-blocks", "Blocks of the Local Area Agreement"),
        tied("c2-blocks", "reflected by", body("c2-county", "Six county partnerships by theme")),
        tied("c2-blocks", "reflected by", body("c2-district", "District partnerships by theme")),
        body("c3-strategic", "Five Local Strategic Partnerships of the districts"),
        body("c4-units", "Local governance units"),
        tied("c4-units", "with", body("c4-parishes", "Parish and town councils")),
        body("c5-voice", "A strong voice of localities"),
        tied("c5-voice", "by way of", body("c5-teams", "Safer Neighbourhood teams")),
        tied("c5-voice", "by way of", body("c5-forums", "Community forums")),
    ];
    all.map(Thing::from).to_vec()
}
