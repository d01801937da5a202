//! What stands behind parts in services, and what opened the way to them.

use concordat::domain::agreement::{Agreement, AgreementState};
use concordat::domain::opening::{Opening, OpeningId, OpeningKind, Taken, Taking};
use concordat::domain::service::{Participation, ParticipationId};
use concordat::domain::thing::Thing;

use super::papers::S4M;
use super::write::{day, partner, service, text};

/// One agreement is final, one is not agreed (S3c 6.2c, 6.3c); of the others the papers say nothing.
pub fn agreements() -> Vec<Thing> {
    let open = "Not agreed while it is open what the county does and what is left to the councils (S3c 6.3c)";
    let mut all = Vec::new();
    for council in ["bromsgrove", "redditch"] {
        all.push(of("internal-audit", council, AgreementState::Final, "Final; whether it is signed is not stated (S3c 6.2c)"));
        all.push(of("property", council, AgreementState::Draft, open));
    }
    all
}

fn of(shared: &str, council: &str, state: AgreementState, note: &str) -> Thing {
    let Some(id) = ParticipationId::of(&service(shared), &partner(council)) else { unreachable!("made of two good names") };
    Participation { agreement: Some(Agreement { state, since: None, note: text(note) }), ..Participation::new(id) }.into()
}

/// Two posts fell vacant at Bromsgrove; the Board took up one and let the other go (S4d 6.1, S4m).
pub fn openings() -> Vec<Thing> {
    let opening = |name: &str, post: &str, taken: Taking, why: &str| {
        let Some(id) = OpeningId::new(name) else { unreachable!("names in the sample are lower-case letters and dashes") };
        let decision = Some(Taken { taken, why: why.to_owned(), on: day(2008, 9, 1) });
        let opening = Opening {
            what: text(post),
            sort: Some(OpeningKind::VacantPost),
            service: Some(service(name)),
            councils: Some(vec![partner("bromsgrove"), partner("redditch")]),
            decision,
            source: S4M.at("Quick Wins"),
            ..Opening::new(id)
        };
        Thing::from(opening)
    };
    vec![
        opening(
            "head-of-financial-services",
            "Head of Financial Services at Bromsgrove leaves (S4d 6.1)",
            Taking::Taken,
            "A business case is to be worked out within 12 months; until then the post is filled for the time being",
        ),
        opening(
            "benefits-services-manager",
            "Benefits Services Manager at Bromsgrove leaves (S4d 6.1)",
            Taking::Declined,
            "Not at this stage: the post is critical, and both councils are short of staff there. Bromsgrove goes on recruiting",
        ),
    ]
}
