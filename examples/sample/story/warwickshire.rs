//! A second story: Warwickshire's statement of intent of January 2007 (S2), in our own words.
//!
//! A state stands only where the text says of its own subject that it is explored, committed to or has begun. The paper's
//! drawing of the governance is not at hand: drawn are the links that its text states.

use concordat::domain::about::{About, Nature, WorkspaceId};
use concordat::domain::commitment::{Commitment, CommitmentId, CommitmentKind, Progress, Stands};
use concordat::domain::milestone::Milestone;
use concordat::domain::partner::{Partner, PartnerId, PartnerKind, Series, Vote};
use concordat::domain::programme::Programme;
use concordat::domain::source::{Paper, Source};
use concordat::domain::thing::Thing;
use concordat::log::Log;

use super::write::{about, day, milestone, note, partner, programme, text};
use super::{Told, log_of};

mod proposals;

/// Its only programme.
const PROGRAMME: &str = "warwickshire-way";
/// The six councils, which vote; that the seven others do not is this project's reading (S2 1.1 lists all thirteen alike).
const COUNCILS: [(&str, &str, &str, PartnerKind, Series); 6] = [
    ("nuneaton-and-bedworth", "Nuneaton and Bedworth Borough Council", "NBBC", PartnerKind::Borough, Series::One),
    ("north-warwickshire", "North Warwickshire Borough Council", "NWBC", PartnerKind::Borough, Series::Two),
    ("stratford-on-avon", "Stratford on Avon District Council", "SDC", PartnerKind::District, Series::Three),
    ("warwick", "Warwick District Council", "WDC", PartnerKind::District, Series::Four),
    ("rugby", "Rugby Borough Council", "RBC", PartnerKind::Borough, Series::Five),
    ("warwickshire", "Warwickshire County Council", "WCC", PartnerKind::County, Series::Six),
];
const OTHERS: [(&str, &str, &str); 7] = [
    ("probation", "Warwickshire Probation Service", "WPS"),
    ("police", "Warwickshire Police Authority and Force", "Police"),
    ("connexions", "Warwickshire Connexions", "WCX"),
    ("learning-and-skills", "Learning and Skills Council", "LSC"),
    ("local-councils", "Warwickshire Association of Local Councils", "WALC"),
    ("nhs", "NHS Warwickshire", "NHS"),
    ("infrastructure", "Coventry and Warwickshire Infrastructure Consortium", "CWIC"),
];

/// The log that the paper comes to: the same bytes every time.
pub fn log() -> Log {
    log_of(&[Told {
        name: "Warwickshire County Council, 23 January 2007 (S2)",
        council: "Warwickshire County Council",
        at: "2007-01-23T10:00:00Z",
        changes: vec![
            ("How this sample is read; no paper sets it", settings()),
            ("The thirteen bodies that make the proposal (S2 1.1)", partners()),
            ("What it is for, and when it is to start (S2 1.0, 4.1, 6)", whole()),
            (
                "The proposals, lettered as in the paper (S2 5.1; i and l have lost their letters in the copy)",
                proposals::lettered(),
            ),
            ("Parts of the proposals, and the first pilots (S2 5.1 d, g, k, o, r, u)", proposals::parts()),
            ("The bodies of the governance, with the links that the text states (S2 2.3, 5.1 c)", proposals::bodies()),
        ],
    }])
}

fn settings() -> Vec<Thing> {
    let Some(id) = WorkspaceId::new("sample-warwickshire") else { unreachable!("a good name") };
    let order = COUNCILS.iter().map(|(id, ..)| *id).chain(OTHERS.iter().map(|(id, ..)| *id));
    let name = "Warwickshire County Council, 23 January 2007: enhanced two-tier working, with the statement of intent";
    vec![
        About {
            title: text("Warwickshire: working in two tiers"),
            reading: day(2007, 1, 23),
            order: Some(order.map(partner).collect()),
            nature: Some(Nature::Sample),
            papers: Some(vec![Paper { code: "S2".to_owned(), name: name.to_owned() }]),
            ..About::new(id.clone())
        }
        .into(),
        note(
            "not-at-hand",
            about(&id),
            "The paper's own drawing of the governance (its Appendix 1) is not at hand. It states no savings, costs or risks, and \
             names no owner of any proposal, so none stands here.",
        ),
    ]
}

fn partners() -> Vec<Thing> {
    let councils = COUNCILS.iter().map(|(id, name, code, kind, series)| {
        let vote = Some(Vote::Votes);
        let known = Partner {
            name: text(name),
            code: text(code),
            kind: Some(*kind),
            series: Some(*series),
            vote,
            ..Partner::new(partner(id))
        };
        Thing::from(known)
    });
    let others = OTHERS.iter().map(|(id, name, code)| {
        let (kind, vote) = (Some(PartnerKind::Other), Some(Vote::None));
        Thing::from(Partner { name: text(name), code: text(code), kind, vote, ..Partner::new(partner(id)) })
    });
    councils.chain(others).collect()
}

fn whole() -> Vec<Thing> {
    let aims = [
        "Services that are better",
        "A better life for all, soonest where life is hardest",
        "Lower cost, higher quality",
        "Local decisions for which somebody answers",
    ];
    let due = |id: &str, what: &str, due, paragraph: &str| -> Thing {
        let about = Some(about(&programme(PROGRAMME)));
        Milestone { what: text(what), about, due, source: from(paragraph), ..Milestone::new(milestone(id)) }.into()
    };
    vec![
        Programme {
            name: text("The Warwickshire way"),
            aims: Some(aims.map(str::to_owned).to_vec()),
            source: from("4.1"),
            ..Programme::new(programme(PROGRAMME))
        }
        .into(),
        due("submission", "The statement goes to the Government", day(2007, 1, 25), "1.0"),
        due("timelines", "Timelines are set for what is to be added in the next three to five years", day(2007, 3, 31), "6.2"),
        due("start", "What has not started yet begins from here on", day(2007, 4, 1), "6.2"),
        Commitment {
            partners: Some(COUNCILS.iter().map(|(id, ..)| partner(id)).chain(OTHERS.iter().map(|(id, ..)| partner(id))).collect()),
            aim: text("A third way beside the two that the Government offers: the two tiers and other public bodies work closer together"),
            commentary: text("All thirteen are said to have endorsed it and signed up to it (6.3). The paper says that many of its proposals have begun (6.1), and of few which."),
            ..made("whole", CommitmentKind::Statement, "The statement of intent", "6.3")
        }
        .into(),
    ]
}

fn made(id: &str, sort: CommitmentKind, title: &str, paragraph: &str) -> Commitment {
    Commitment {
        sort: Some(sort),
        title: text(title),
        programme: Some(programme(PROGRAMME)),
        source: from(paragraph),
        ..Commitment::new(named(id))
    }
}

fn named(id: &str) -> CommitmentId {
    let Some(id) = CommitmentId::new(id) else { unreachable!("names in the sample are lower-case letters, digits and dashes") };
    id
}

fn from(paragraph: &str) -> Option<Source> {
    Some(Source { paper: "S2".to_owned(), paragraph: text(paragraph), dated: day(2007, 1, 23) })
}

fn stands(progress: Progress, note: &str) -> Option<Stands> {
    Some(Stands { progress, since: None, note: text(note) })
}

fn of(partners: &[&str]) -> Option<Vec<PartnerId>> {
    Some(partners.iter().map(|id| partner(id)).collect())
}
