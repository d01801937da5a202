//! Every saving, cost, income and funding figure of the two programmes, each with its paper and paragraph.
//!
//! Figures of other matters in the same packs (grants, a town centre, virements) stay out.

use concordat::domain::money::{Basis, Fund, FundKind, Money, MoneyKind, Recurrence, Sum};
use concordat::domain::partner::PartnerId;
use concordat::domain::pence::Pence;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::year::FinancialYear;

use super::councils::ORDER;
use super::papers::{S0, S3B, S3C, S4C, S4D};
use super::write::{TOGETHER, WETT, about, money, partner, programme, service, text};

/// What joint working was to cost, what others gave, and the first saving (S4c 4.3, 4.4; S4d 3.2, 4.2; S4m).
pub fn in_2008() -> Vec<Thing> {
    things(vec![
        Money {
            // S4d 3.2: £40k a year from moving Bromsgrove's payroll to Redditch.
            sum: each_year(40_000, Basis::Forecast),
            covers: services(&["payroll"]),
            commentary: text(
                "A year, from the move of Bromsgrove's payroll to Redditch. The move was agreed with Bromsgrove's financial plan; whose the saving is, and from which year, is not stated. It is not what Wyre Forest pays from 2011.",
            ),
            source: S4D.at("3.2"),
            ..line("payroll-transfer", "Payroll: Bromsgrove's moves to Redditch")
        },
        Money {
            // S4c 4.3, 5.1 and S4m: between £30k and £40k from the region.
            sum: Some(Sum { up_to: Some(Pence::pounds(40_000)), ..sum(MoneyKind::Funding, 30_000, Basis::Indicative) }),
            covers: whole(TOGETHER),
            fund: fund(
                "West Midlands Regional Improvement and Efficiency Partnership, by way of the region's local government association",
                None,
                "First work before the business case: cost and performance, those of Redditch above all",
            ),
            commentary: text("Between £30,000 and £40,000. Which council's it is, and the year, are not stated."),
            source: S4C.at("4.3, 5.1"),
            ..line("region-support", "Support from the region for the business case")
        },
        Money {
            // S4c 4.4: £40k from each council; Bromsgrove's was released in June 2008.
            sum: Some(sum(MoneyKind::Funding, 40_000, Basis::Budget)),
            covers: whole(TOGETHER),
            partners: only("bromsgrove"),
            fund: fund("Bromsgrove District Council, from balances", Some(FundKind::Match), "The business case of phase 3"),
            commentary: text("Released by the council in June 2008. The Board's minutes call it a maximum (S4m)."),
            source: S4C.at("4.4"),
            ..line("match-bromsgrove", "Bromsgrove's match for the business case")
        },
        Money {
            // S4c 2.1.5, 4.4: the same is asked of Redditch.
            sum: Some(sum(MoneyKind::Funding, 40_000, Basis::Indicative)),
            covers: whole(TOGETHER),
            partners: only("redditch"),
            fund: fund("Redditch Borough Council, from revenue balances", Some(FundKind::Match), "The business case of phase 3"),
            commentary: text(
                "Asked of the council; no paper says that it was released. The Board's minutes call it a maximum (S4m).",
            ),
            source: S4C.at("2.1.5, 4.4"),
            ..line("match-redditch", "Redditch's match for the business case")
        },
        Money {
            // S4d 4.2: £15k from the County.
            sum: Some(sum(MoneyKind::Funding, 15_000, Basis::Indicative)),
            covers: whole(TOGETHER),
            partners: only("bromsgrove"),
            fund: fund("Worcestershire County Council", None, "Not stated; named together with draft economic priorities"),
            commentary: text(
                "Counted as a benefit to Bromsgrove of sharing a chief executive. The kind of money and the year are not stated.",
            ),
            source: S4D.at("4.2"),
            ..line("county-support", "Funding from the County")
        },
    ])
}

/// Outside money for WETT (S0 10.1, 10.3).
pub fn in_2009() -> Vec<Thing> {
    things(vec![
        Money {
            // S0 10.1: £240k in hand.
            sum: Some(sum(MoneyKind::Funding, 240_000, Basis::Budget)),
            covers: whole(WETT),
            fund: fund("West Midlands Improvement and Efficiency Partnership", None, "To develop WETT and put it in place"),
            commentary: text(
                "Won in late 2008; what was in hand in September 2009. Whether it is revenue or capital is not stated.",
            ),
            source: S0.at("10.1"),
            ..line("wett-support", "WETT: support from the region")
        },
        Money {
            // S0 10.2, 10.3: £200k of capital.
            sum: Some(sum(MoneyKind::Funding, 200_000, Basis::Budget)),
            covers: services(&["regulatory-services"]),
            partners: all_seven(),
            fund: fund(
                "Department for Communities and Local Government, by way of the West Midlands Improvement and Efficiency Partnership",
                Some(FundKind::Capital),
                "ICT for Regulatory Services",
            ),
            commentary: text("Won by a bid of all seven councils; the year is not stated."),
            source: S0.at("10.2, 10.3"),
            ..line("regulatory-ict", "Regulatory Services: capital for ICT")
        },
    ])
}

/// What the Board expects of 2010/11 and after (S3c 3.2.4, 5.2.3, 7.1, 7.2).
pub fn in_december_2010() -> Vec<Thing> {
    things(vec![
        Money {
            // S3c 7.2: £450k of £964k.
            sum: saving(450_000, 2010),
            covers: whole(TOGETHER),
            partners: only("bromsgrove"),
            commentary: text(
                "Everything from shared services and joint working in the year. With Redditch's £514k it makes the £964k that the Board expects to reach.",
            ),
            source: S3C.at("7.2"),
            ..line("together-2010-bromsgrove", "Shared services and joint working: Bromsgrove")
        },
        Money {
            // S3c 7.2: £514k of £964k.
            sum: saving(514_000, 2010),
            covers: whole(TOGETHER),
            partners: only("redditch"),
            commentary: text(
                "Everything from shared services and joint working in the year. With Bromsgrove's £450k it makes the £964k that the Board expects to reach.",
            ),
            source: S3C.at("7.2"),
            ..line("together-2010-redditch", "Shared services and joint working: Redditch")
        },
        Money {
            // S3c 7.1: £330k in 2010/11, ongoing.
            sum: recurring(330_000, 2010),
            covers: services(&["single-management-team"]),
            commentary: text(
                "Goes on every year. How it divides between the two councils is not stated. Bromsgrove's own report says £246k (S3b 4.1): not reconciled.",
            ),
            source: S3C.at("7.1"),
            ..line("management-2010", "Single management team")
        },
        Money {
            // S3c 7.1: rises to £450k in 2011/12. Not the £450k of 7.2.
            sum: recurring(450_000, 2011),
            covers: services(&["single-management-team"]),
            commentary: text(
                "The £330k of 2010/11, grown by £120k once support for the change is no longer needed. The same amount as Bromsgrove's forecast for 2010/11, but another thing.",
            ),
            source: S3C.at("7.1"),
            ..line("management-2011", "Single management team")
        },
        Money {
            // S3c 3.2.4: £46k a year from Wyre Forest.
            sum: Some(Sum {
                year: FinancialYear::starting(2011),
                recurrence: Some(Recurrence::Recurring),
                ..sum(MoneyKind::Income, 46_000, Basis::Forecast)
            }),
            covers: services(&["payroll"]),
            partners: only("redditch"),
            commentary: text("What Wyre Forest pays a year, by estimate, from April 2011."),
            source: S3C.at("3.2.4"),
            ..line("payroll-wyre-forest", "Payroll for Wyre Forest")
        },
        Money {
            // S3c 3.2.4: £24k net of one more post. The £22k between is not printed.
            sum: Some(Sum {
                year: FinancialYear::starting(2011),
                recurrence: Some(Recurrence::Recurring),
                ..sum(MoneyKind::Income, 24_000, Basis::Forecast)
            }),
            covers: services(&["payroll"]),
            partners: only("redditch"),
            net_of: Some(money("payroll-wyre-forest")),
            commentary: text("What is left once one more post is paid for. What the post costs is not stated."),
            source: S3C.at("3.2.4"),
            ..line("payroll-wyre-forest-net", "Payroll for Wyre Forest, after one more post")
        },
        Money {
            // S3c 5.2.3: 12 % of one post.
            sum: Some(sum(MoneyKind::Cost, 5_112, Basis::Indicative)),
            covers: services(&["emergency-planning"]),
            partners: only("bromsgrove"),
            commentary: text(
                "12 % of one officer's time, as it is now; still to be put into the budget. The year is not stated.",
            ),
            source: S3C.at("5.2.3"),
            ..line("emergency-post-bromsgrove", "Emergency planning: Bromsgrove's part of one post")
        },
        Money {
            // S3c 5.2.3: 8 % of the same post.
            sum: Some(sum(MoneyKind::Cost, 3_408, Basis::Indicative)),
            covers: services(&["emergency-planning"]),
            partners: only("redditch"),
            commentary: text(
                "8 % of the same officer's time, as it is now; still to be put into the budget. The year is not stated.",
            ),
            source: S3C.at("5.2.3"),
            ..line("emergency-post-redditch", "Emergency planning: Redditch's part of one post")
        },
    ])
}

/// What Bromsgrove's own report says (S3b 4.1, 4.2).
pub fn in_2011() -> Vec<Thing> {
    things(vec![
        Money {
            // S3b 4.1: £246k, where S3c 7.1 has £330k.
            sum: saving(246_000, 2010),
            covers: services(&["single-management-team"]),
            rival_of: Some(money("management-2010")),
            commentary: text(
                "May be a share: it stands in Bromsgrove's own report, which does not say whether it is that council's part or both councils'. The Board's report says £330k (S3c 7.1): not reconciled.",
            ),
            source: S3B.at("4.1"),
            ..line("management-2010-s3b", "Single management team")
        },
        Money {
            // S3b 4.1: £120k from 2010/11. Not the £120k by which the management team's saving grows.
            sum: saving(120_000, 2010),
            covers: services(&["cctv-lifeline", "ict"]),
            commentary: text(
                "From 2010/11, for joint work with Redditch on the two services together. Whether it is Bromsgrove's part or both councils', and whether it comes again each year, is not stated. Taken here as within the forecast for the whole (S3c 7.2), not on top of it.",
            ),
            source: S3B.at("4.1"),
            ..line("cctv-lifeline-ict-2010", "CCTV, Lifeline and ICT")
        },
        Money {
            // S3b 4.2: £150k in 2011/12.
            sum: saving(150_000, 2011),
            covers: whole(WETT),
            commentary: text("Which council's it is, is not stated; the report is Bromsgrove's."),
            source: S3B.at("4.2"),
            ..line("wett-2011", "WETT")
        },
    ])
}

fn line(id: &str, title: &str) -> Money {
    Money { title: text(title), ..Money::new(money(id)) }
}

fn sum(kind: MoneyKind, pounds: i64, basis: Basis) -> Sum {
    Sum { kind, pence: Pence::pounds(pounds), up_to: None, year: None, basis: Some(basis), recurrence: None }
}

fn saving(pounds: i64, year: i32) -> Option<Sum> {
    Some(Sum { year: FinancialYear::starting(year), ..sum(MoneyKind::Saving, pounds, Basis::Forecast) })
}

fn recurring(pounds: i64, year: i32) -> Option<Sum> {
    saving(pounds, year).map(|sum| Sum { recurrence: Some(Recurrence::Recurring), ..sum })
}

fn each_year(pounds: i64, basis: Basis) -> Option<Sum> {
    Some(Sum { recurrence: Some(Recurrence::Recurring), ..sum(MoneyKind::Saving, pounds, basis) })
}

fn fund(giver: &str, kind: Option<FundKind>, purpose: &str) -> Option<Fund> {
    Some(Fund { giver: giver.to_owned(), kind, purpose: text(purpose) })
}

fn whole(name: &str) -> Option<Vec<Subject>> {
    Some(vec![about(&programme(name))])
}

fn services(names: &[&str]) -> Option<Vec<Subject>> {
    Some(names.iter().map(|name| about(&service(name))).collect())
}

fn only(council: &str) -> Option<Vec<PartnerId>> {
    Some(vec![partner(council)])
}

fn all_seven() -> Option<Vec<PartnerId>> {
    Some(ORDER.iter().map(|council| partner(council)).collect())
}

fn things(lines: Vec<Money>) -> Vec<Thing> {
    lines.into_iter().map(Thing::from).collect()
}
