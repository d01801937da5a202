//! The two programmes, and their phases with first and amended dates.

use concordat::domain::programme::{Phase, Programme};
use concordat::domain::source::Term;
use concordat::domain::thing::Thing;

use super::papers::{S0, S1, S3C, S4B, S4C};
use super::write::{TOGETHER, WETT, about, day, moved, note, phase, programme, text};

/// Who moved the dates of 2008, and where that is recorded.
pub const MOVED_BY_THE_BOARD: &str = "Shared Services Board, 1 September 2008 (S4m, targets and objectives)";

/// The alliance of Bromsgrove and Redditch with its three phases (S4b 1.3, 4.3; S4c 2.1, 4.1).
pub fn in_2008() -> Vec<Thing> {
    vec![
        Programme {
            name: text("Bromsgrove–Redditch alliance"),
            aims: Some(concordat_aims()),
            lead: text("Acting Joint Chief Executive"),
            source: S4B.at("1.3, 5.3"),
            ..Programme::new(programme(TOGETHER))
        }
        .into(),
        Phase {
            programme: Some(programme(TOGETHER)),
            name: text("Phase 1: quick wins"),
            objective: text("Show early what two councils gain together: name the quick wins by 30 September 2008 and have them in place by the end of the phase."),
            term: Some(Term { from: None, to: day(2008, 12, 31) }),
            amended: moved(day(2009, 1, 31), MOVED_BY_THE_BOARD),
            source: S4C.at("2.1.1.1, 4.2a"),
            ..Phase::new(phase("alliance-1"))
        }
        .into(),
        Phase {
            programme: Some(programme(TOGETHER)),
            name: text("Phase 2: medium-term opportunities"),
            objective: text("Find further services to work on together, and have them in place by the end of the phase."),
            term: Some(Term { from: None, to: day(2009, 7, 31) }),
            source: S4C.at("2.1.1.2, 4.2b"),
            ..Phase::new(phase("alliance-2"))
        }
        .into(),
        Phase {
            programme: Some(programme(TOGETHER)),
            name: text("Phase 3: business case"),
            objective: text("Look at every service of both councils and make a business case for what to share in the long run, with figures for money and performance and the risks."),
            term: Some(Term { from: None, to: day(2009, 6, 30) }),
            amended: moved(day(2009, 7, 31), MOVED_BY_THE_BOARD),
            source: S4C.at("2.1.1.3, 4.2c"),
            ..Phase::new(phase("alliance-3"))
        }
        .into(),
        note(
            "alliance-3-steps",
            about(&phase("alliance-3")),
            "Steps as first planned (S4c 4.2c): somebody from outside to analyse cost and performance, September 2008; analysis \
             done and the brief for consultants written, November; consultants chosen, December; at work from January 2009; a \
             draft by April, to the Board by May, to both councils by June.",
        ),
    ]
}

/// WETT, from its first phase to the one that takes up what is left over (S0 3.2–3.9, 4.4, 5.1–5.3, 7.1).
pub fn in_2009() -> Vec<Thing> {
    vec![
        Programme {
            name: text("Worcestershire Enhanced Two Tier (WETT)"),
            aims: Some(aims(&[
                "Start from the customer when services are designed and run",
                "Support and provide services as efficiently as they work well",
                "Save money and improve services, by how much each business case says",
                "Leave room for local choice",
            ])),
            lead: text("Programme Manager"),
            source: S0.at("1.2, 4.5, 7.1, 10.4"),
            ..Programme::new(programme(WETT))
        }
        .into(),
        Phase {
            programme: Some(programme(WETT)),
            name: text("Phase 1: what to look at"),
            objective: text("Leaders and chief executives of all seven councils agree which services to take further, in three themes. No dates are stated but late 2008, when outside money was won."),
            source: S0.at("3.1–3.6"),
            ..Phase::new(phase("wett-1"))
        }
        .into(),
        Phase {
            programme: Some(programme(WETT)),
            name: text("Phase 2: proposals"),
            objective: text("Teams of officers from all councils work out proposals in workshops, in February and early March 2009. Five services come out of it."),
            term: Some(Term { from: day(2009, 2, 1), to: None }),
            source: S0.at("3.7–4.2"),
            ..Phase::new(phase("wett-2"))
        }
        .into(),
        Phase {
            programme: Some(programme(WETT)),
            name: text("Business cases"),
            objective: text("High-level cases in April and May 2009; detailed ones to the cabinets in autumn 2009, one after the other, once the county's treasurers have passed their figures."),
            term: Some(Term { from: day(2009, 4, 1), to: None }),
            source: S0.at("5.1–5.4, 8.1–8.4"),
            ..Phase::new(phase("wett-cases"))
        }
        .into(),
        Phase {
            programme: Some(programme(WETT)),
            name: text("Implementation"),
            objective: text("Put the first services in place before the financial year 2009/10 is out."),
            term: Some(Term { from: None, to: day(2010, 3, 31) }),
            source: S0.at("7.1"),
            ..Phase::new(phase("wett-implementation"))
        }
        .into(),
        Phase {
            programme: Some(programme(WETT)),
            name: text("Next phase"),
            objective: text("Take up the services of the three themes that are left over."),
            source: S0.at("4.4"),
            ..Phase::new(phase("wett-next"))
        }
        .into(),
    ]
}

/// The alliance becomes a programme of three years (S1 3.1–3.9).
pub fn in_june_2010() -> Vec<Thing> {
    let mut all = concordat_aims();
    all.push("Save money or improve quality in every service area, value for money before all".to_owned());
    let year = |id: &str, name: &str, objective: &str| Phase {
        programme: Some(programme(TOGETHER)),
        name: text(name),
        objective: text(objective),
        source: S1.at("3.6, 3.9"),
        ..Phase::new(phase(id))
    };
    vec![
        Programme {
            name: text("Bromsgrove–Redditch shared services"),
            aims: Some(all),
            lead: text("Shared Chief Executive"),
            source: S1.at("3.1, 5.1, 12.1"),
            ..Programme::new(programme(TOGETHER))
        }
        .into(),
        Phase {
            term: Some(Term { from: day(2010, 9, 1), to: None }),
            ..year(
                "transformation-1",
                "Year 1",
                "Transform Revenues and Benefits, and Regulatory Services of WETT, before sharing is considered. Suggested to start from September 2010; the paper names no day.",
            )
        }
        .into(),
        year("transformation-2", "Year 2", "Transform Planning and the Depot before sharing is considered.").into(),
        year("transformation-3", "Year 3", "Transform Housing and Community Services before sharing is considered.").into(),
        Phase {
            objective: text("Take up the services of the three themes that are left over. The programme board meets on 25 June 2010 to work out proposals (S1 3.9)."),
            ..Phase::new(phase("wett-next"))
        }
        .into(),
    ]
}

/// The Board agreed the three years in August 2010; the councils of WETT are asked what comes next (S3c 4.1, 6.4).
pub fn in_december_2010() -> Vec<Thing> {
    vec![
        note(
            "three-years-agreed",
            about(&programme(TOGETHER)),
            "The Board agreed the programme of three years in August 2010 (S3c 4.1). What the scoping of Revenues and Benefits \
             finds may change the order of its projects (S3c 4.4).",
        ),
        note(
            "corporate-registers",
            about(&programme(TOGETHER)),
            "Both councils hold the risks of delivering the transformation in their corporate registers too, where their audit \
             boards follow them (S3c 10.2).",
        ),
        Phase {
            objective: text("Agree which of four further areas to pursue: waste and street scene, planning, housing strategy, youth and community. Chief executives had the report in November 2010, and the county's leaders come next. Elsewhere the same paper calls this Phase 2 (Appendix A, 10)."),
            source: S3C.at("6.4"),
            ..Phase::new(phase("wett-next"))
        }
        .into(),
    ]
}

fn concordat_aims() -> Vec<String> {
    aims(&[
        "Improve services, so that customers are more satisfied",
        "Save real money, to pay for services and to hold Council Tax down",
        "Pool skills and experience, and learn from each other",
        "Keep and build on what makes each area itself",
        "Carry more weight in the county, the region and the country",
    ])
}

fn aims(aims: &[&str]) -> Vec<String> {
    aims.iter().map(|aim| (*aim).to_owned()).collect()
}
