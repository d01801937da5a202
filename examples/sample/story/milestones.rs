//! What was to be done by when, with moved dates, and what the papers say was done.
//!
//! Where a paper names a month alone, the day is its last, and the milestone says so.

use concordat::domain::milestone::Milestone;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;

use super::papers::{S1, S3B, S3C, S4C, S4M};
use super::programmes::MOVED_BY_THE_BOARD;
use super::write::{TOGETHER, WETT, about, day, milestone, moved, note, phase, programme, service, text};

/// The dates of the alliance's phases that are not the end of one (S4c 2.1, 4.1; S4m).
pub fn in_2008() -> Vec<Thing> {
    things(vec![
        Milestone {
            due: day(2008, 9, 30),
            done: day(2008, 9, 1),
            owner: text("Acting Joint Chief Executive"),
            source: S4C.at("2.1.1.1; done: S4m, Quick Wins"),
            ..new("name-quick-wins", "Name the quick wins", about(&phase("alliance-1")))
        },
        Milestone {
            due: day(2008, 12, 31),
            amended: moved(day(2009, 1, 31), MOVED_BY_THE_BOARD),
            owner: text("Acting Joint Chief Executive"),
            source: S4C.at("2.1.1.2, 4.1"),
            ..new("name-medium-term", "Name medium-term opportunities", about(&phase("alliance-2")))
        },
        Milestone {
            owner: text("Acting Joint Chief Executive"),
            source: S4M.at("Quick Wins"),
            ..new(
                "finance-post-case",
                "Business case for one post of Head of Financial Services, within 12 months of 1 September 2008",
                about(&service("head-of-financial-services")),
            )
        },
    ])
}

/// The shared chief executive (S1 3.1).
pub fn in_june_2010() -> Vec<Thing> {
    things(vec![Milestone {
        due: day(2008, 8, 1),
        done: day(2008, 8, 1),
        source: S1.at("3.1"),
        ..new("shared-chief-executive", "A chief executive shared by both councils", about(&programme(TOGETHER)))
    }])
}

/// What the progress report says is done and to be done (S3c 3.2, 5, 6, 7, 14).
pub fn in_december_2010() -> Vec<Thing> {
    let mut all = done_by_december_2010();
    all.extend(due_after_december_2010());
    let mut all = things(all);
    all.push(note(
        "medium-term-done",
        about(&milestone("name-medium-term")),
        "No paper says on which day this was done, or that it was not. By December 2010 seven services run together (S3c \
         15.2.1), and the Board has agreed a programme of three more years (S3c 4.1).",
    ));
    all
}

/// Regulatory Services went live (S3b 3.4).
pub fn in_2011() -> Vec<Thing> {
    things(vec![Milestone {
        done: day(2010, 6, 1),
        source: S3B.at("3.4"),
        ..new("regulatory-live", "Regulatory Services go live", about(&service("regulatory-services")))
    }])
}

fn done_by_december_2010() -> Vec<Milestone> {
    vec![
        Milestone {
            done: day(2010, 6, 1),
            source: S3C.at("6.2a"),
            ..new("audit-staff-move", "Audit staff move to Worcester City", about(&service("internal-audit")))
        },
        Milestone {
            done: day(2010, 6, 1),
            source: S3C.at("6.3a"),
            ..new("property-staff-move", "Property staff move to the County", about(&service("property")))
        },
        Milestone {
            done: day(2010, 11, 15),
            source: S3C.at("5.3.1"),
            ..new(
                "environment-interim",
                "Interim structure for environmental services",
                about(&service("waste-street-scene-policy")),
            )
        },
        Milestone {
            done: day(2010, 11, 25),
            owner: text("Joint Committee"),
            source: S3C.at("6.1g"),
            ..new("regulatory-budget", "Budget for 2011/12 approved", about(&service("regulatory-services")))
        },
        Milestone {
            due: day(2010, 12, 9),
            done: day(2010, 12, 9),
            source: S3C.at("7.4"),
            ..new("policy-case", "Business case before the Board", about(&service("policy-performance")))
        },
        Milestone {
            due: day(2010, 12, 9),
            done: day(2010, 12, 9),
            source: S3C.at("7.4, 14.1"),
            ..new("hr-case", "Business case before the Board", about(&service("hr-od")))
        },
    ]
}

fn due_after_december_2010() -> Vec<Milestone> {
    vec![
        Milestone {
            due: day(2010, 12, 31),
            source: S3C.at("3.2.2b"),
            ..new("ict-platform", "Core systems on the shared platform (end of December 2010)", about(&service("ict")))
        },
        Milestone {
            due: day(2010, 12, 31),
            source: S3C.at("3.2.2e"),
            ..new("ict-mail", "One name for e-mail at both councils (end of 2010)", about(&service("ict")))
        },
        Milestone {
            due: day(2010, 12, 24),
            source: S3C.at("6.1d"),
            ..new(
                "regulatory-posts",
                "Posts in the new structure given out (before Christmas 2010)",
                about(&service("regulatory-services")),
            )
        },
        Milestone {
            amended: moved(
                day(2011, 1, 31),
                "Put off until January 2011 (S3c 3.2.3b); the first date and who decided are not stated",
            ),
            source: S3C.at("3.2.3b"),
            ..new(
                "lifeline-accreditation",
                "Lifeline accredited by the telecare association (January 2011)",
                about(&service("cctv-lifeline")),
            )
        },
        Milestone {
            due: day(2011, 2, 28),
            source: S3C.at("7.2"),
            ..new("savings-update", "Savings reported to the Board again (February 2011)", about(&programme(TOGETHER)))
        },
        Milestone {
            due: day(2011, 4, 1),
            source: S3C.at("3.2.4"),
            ..new("payroll-wyre-forest", "Payroll for Wyre Forest (from April 2011)", about(&service("payroll")))
        },
        Milestone {
            due: day(2011, 4, 30),
            source: S3C.at("14.4"),
            ..new("common-terms", "Common terms and conditions of staff (by April 2011)", about(&programme(TOGETHER)))
        },
        Milestone {
            due: day(2011, 6, 1),
            source: S3C.at("5.1.1"),
            ..new("economy-start", "The shared service starts", about(&service("economic-development")))
        },
        Milestone {
            owner: text("Worcestershire Leaders Board"),
            source: S3C.at("6.4"),
            ..new("next-areas", "County's leaders consider which areas come next (no date stated)", about(&programme(WETT)))
        },
    ]
}

fn new(id: &str, what: &str, of: Subject) -> Milestone {
    Milestone { what: text(what), about: Some(of), ..Milestone::new(milestone(id)) }
}

fn things(milestones: Vec<Milestone>) -> Vec<Thing> {
    milestones.into_iter().map(Thing::from).collect()
}
