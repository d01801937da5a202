//! The services of Bromsgrove and Redditch.

use concordat::domain::service::{Approach, QuickWin, Service, Stage};
use concordat::domain::thing::Thing;

use super::super::papers::{S1, S3B, S3C, S4D, S4M};
use super::super::write::{TOGETHER, at, day, due, service, since, text};
use super::{COMMUNITY, CORPORATE, ENVIRONMENT, MANAGEMENT, PLACE, again, first, of, things};

/// What was being looked at, what is named as a quick win, and two vacancies (S4d 3.2, 5.1, 6.1; S4m).
pub fn in_2008() -> Vec<Thing> {
    let share = |one: Service| Service { approach: Some(Approach::Share), ..one };
    let mut all = of(
        TOGETHER,
        vec![
            share(Service {
                stage: at(Stage::Shortlisted, "The Board recommends a business case (S4m)"),
                quick_win: Some(QuickWin::Yes),
                gains: text(
                    "One team is harder to knock out at elections, and has time to try newer ways for people to take part.",
                ),
                description: text(
                    "One team to run elections for both councils. Both had found it hard to fill the manager's post. Bromsgrove is proposed to lead; large savings are not expected.",
                ),
                source: S4D.at("5.1"),
                ..first("elections", "Elections", CORPORATE)
            }),
            share(Service {
                stage: at(Stage::Shortlisted, "The Board recommends a business case, for now without CCTV and Lifeline (S4m)"),
                quick_win: Some(QuickWin::Yes),
                description: text(
                    "One community safety team for both councils; Redditch is proposed to lead. A merger with Wyre Forest's partnership as well had slowed down while others' targets came first.",
                ),
                source: S4D.at("5.1"),
                ..first("community-safety", "Community Safety", COMMUNITY)
            }),
            share(Service {
                stage: at(Stage::Opportunity, "Left out of Community Safety for now (S4m)"),
                description: text("Cameras in public places, and alarms with which people call for help from home."),
                source: S4M.at("Quick Wins"),
                ..first("cctv-lifeline", "CCTV and Lifeline", COMMUNITY)
            }),
            share(Service {
                stage: at(Stage::Implementing, "First run of the payroll planned for September 2008"),
                gains: text(
                    "Redditch's payroll system also keeps personnel records, so that Bromsgrove may not have to buy one.",
                ),
                description: text(
                    "Bromsgrove's payroll moves to Redditch. A first trial run beside the old one raised no large concern.",
                ),
                source: S4D.at("3.2"),
                ..first("payroll", "Payroll", CORPORATE)
            }),
            share(Service {
                stage: at(Stage::Implementing, "One officer works for both councils since November 2007"),
                description: text(
                    "Sound rules and strategies for buying in each council, framework contracts for both, and some buying together with others in the north of the county.",
                ),
                source: S4D.at("3.2"),
                ..first("procurement", "Procurement", CORPORATE)
            }),
            share(Service {
                stage: at(Stage::Opportunity, "Heads of service talk about joint posts; nothing is agreed"),
                description: text(
                    "Bromsgrove helped to write Redditch's ICT strategy. The best moment to join may have passed, the Board heard (S4m).",
                ),
                source: S4D.at("3.2"),
                ..first("ict", "ICT", CORPORATE)
            }),
            share(Service {
                stage: at(Stage::Shortlisted, "Filled for the time being; a business case within 12 months (S4m)"),
                description: text(
                    "The post of chief finance officer falls vacant at Bromsgrove: an opportunity to look at one post for both councils. Pursued.",
                ),
                source: S4D.at("6.1"),
                ..first("head-of-financial-services", "Head of Financial Services", MANAGEMENT)
            }),
            share(Service {
                stage: at(Stage::Refused, "Not the moment for joint working; Bromsgrove fills the post (S4m)"),
                description: text(
                    "A vacancy at Bromsgrove in a service that is short of staff at both councils and much in the public eye. Declined.",
                ),
                source: S4D.at("6.1"),
                ..first("benefits-services-manager", "Benefits Services Manager", MANAGEMENT)
            }),
        ],
    );
    all.extend(things(vec![share(Service {
        stage: at(Stage::Opportunity, "First talks about the north of the county"),
        description: text("A shared service for the economy and regeneration of north Worcestershire."),
        source: S4D.at("3.2"),
        ..first("economic-development", "Economic Development, North Worcestershire", PLACE)
    })]));
    all
}

/// Six areas to transform before they are shared, and the single management team (S1 3.1, 3.6, 3.7).
pub fn in_june_2010() -> Vec<Thing> {
    let area = |id: &str, name: &str, theme: &str, year: &str, says: &str| Service {
        approach: Some(Approach::TransformThenShare),
        stage: at(Stage::Shortlisted, year),
        description: text(says),
        source: S1.at("3.6, 3.7"),
        ..first(id, name, theme)
    };
    let in_depot = |id: &str, name: &str, says: &str| Service {
        parent: Some(service("depot")),
        ..area(id, name, ENVIRONMENT, "To be transformed in Year 2", says)
    };
    of(
        TOGETHER,
        vec![
            Service {
                approach: Some(Approach::Share),
                stage: at(Stage::Implementing, "Counted among what has come of the shared Chief Executive"),
                description: text("One chief executive and one team of senior managers for two councils that stay apart."),
                source: S1.at("3.1"),
                ..first("single-management-team", "Single management team", MANAGEMENT)
            },
            area(
                "revenues-benefits",
                "Revenues and Benefits",
                CORPORATE,
                "To be transformed in Year 1",
                "Council Tax, business rates and benefits: two areas of work that are taken together because they overlap.",
            ),
            area("planning", "Planning", PLACE, "To be transformed in Year 2", "The planning service of both councils."),
            area(
                "depot",
                "Depot",
                ENVIRONMENT,
                "To be transformed in Year 2",
                "What is run from the depots: refuse, recycling, street cleansing and grounds.",
            ),
            in_depot("refuse", "Refuse", "Collection of household waste."),
            in_depot("recycling", "Recycling", "Collection and recycling of what can be used again."),
            in_depot("street-cleansing", "Street Cleansing", "Clean streets."),
            in_depot("grounds", "Grounds", "Upkeep of parks, verges and open spaces."),
            area("housing", "Housing", PLACE, "To be transformed in Year 3", "The housing services of both councils."),
            area(
                "community-services",
                "Community Services",
                COMMUNITY,
                "To be transformed in Year 3",
                "Community services and work on how communities get on with each other.",
            ),
        ],
    )
}

/// Seven services run together, and what is under way (S3c 3.2, 4.4, 5, 7.3, 15.2.1).
pub fn in_december_2010() -> Vec<Thing> {
    let mut all = live();
    all.extend(under_way());
    all.extend(things(vec![Service {
        stage: due(
            Stage::Implementing,
            day(2011, 6, 1),
            "The implementation plan is nearly complete; the service is to start on 1 June 2011 (5.1.1)",
        ),
        gains: text("Resilience and a stronger economy for three areas; that, rather than savings, is what it is for (5.1.3)."),
        description: text("Economic development and regeneration for Bromsgrove, Redditch and Wyre Forest, in one team that works wherever it is needed. After the spending review, savings may have to be looked at as well."),
        source: S3C.at("5.1"),
        ..again("economic-development")
    }]));
    all
}

/// The cover report of the last paper: the team is appointed, the quick wins named (S3b 3.3).
pub fn in_2011() -> Vec<Thing> {
    things(vec![Service {
        stage: at(Stage::Live, "Appointed (S3b 3.3); in place for over six months on 9 December 2010 (S3c Appendix A, 11)"),
        source: S3B.at("3.3"),
        ..again("single-management-team")
    }])
}

fn live() -> Vec<Thing> {
    let is = |id: &str, place: &str, note: &str| Service { stage: at(Stage::Live, note), source: S3C.at(place), ..again(id) };
    let mut all = things(vec![
        Service {
            lead: text("Elections Manager"),
            gains: text(
                "No cash saving, but more resilience and better work at both councils (7.3). Outside examiners found registration sound and better than before (3.2.1c).",
            ),
            ..is("elections", "3.2.1, 7.3, 15.2.1", "Reported as live (15.2.1)")
        },
        Service {
            gains: text("No cash saving, but more resilience and better work at both councils (7.3)."),
            ..is("community-safety", "7.3, 15.2.1", "Reported as live (15.2.1)")
        },
        Service {
            gains: text(
                "One service desk, one network, one name for e-mail, and a way to carry on after a disaster, as the parts are finished (3.2.2).",
            ),
            description: text(
                "ICT for both councils. Parts of it are still being brought together: the service desk is done at Redditch, core systems are moving to a shared platform, the network is being set up.",
            ),
            ..is("ict", "3.2.2, 15.2.1", "Live, with parts still under way (3.2.2)")
        },
        Service {
            gains: text("One way of fitting alarms and the better of two ways of watching over them (3.2.3)."),
            ..is("cctv-lifeline", "3.2.3, 15.2.1", "Reported as live (15.2.1)")
        },
        Service {
            description: text(
                "Redditch runs the payroll for both councils, and for Wyre Forest from April 2011; one member of staff moves with it.",
            ),
            ..is("payroll", "3.2.4, 15.2.1", "Live; Wyre Forest joins in April 2011 (3.2.4)")
        },
        Service {
            gains: text(
                "Shared know-how, the same rules everywhere, and a better chance of contracts for local firms and charities (3.2.5).",
            ),
            description: text(
                "Buying for both councils. The chief executives of all the county's districts have agreed to make their network a lasting one, to add up what they spend and to save on it.",
            ),
            ..is("procurement", "3.2.5, 15.2.1", "Reported as live (15.2.1)")
        },
    ]);
    all.extend(of(
        TOGETHER,
        vec![Service {
            approach: Some(Approach::Share),
            stage: at(Stage::Live, "Reported as live (15.2.1)"),
            lead: text("Climate Change Manager"),
            gains: text("One strategy for both councils, and an interest-free loan for work that cuts what their buildings use (3.2.6)."),
            description: text("Cuts what the councils themselves emit, four fifths of it from their buildings. Both cabinets have approved the strategy."),
            source: S3C.at("3.2.6, 15.2.1"),
            ..first("climate-change", "Climate Change", ENVIRONMENT)
        }],
    ));
    all.extend(things(vec![Service {
        stage: at(Stage::Live, "In place for over six months (Appendix A, 11)"),
        lead: text("Chief Executive"),
        gains: text("Managers who are seen at both councils every week (Appendix A, 4)."),
        source: S3C.at("7.1, Appendix A"),
        ..again("single-management-team")
    }]));
    all
}

fn under_way() -> Vec<Thing> {
    let new = |id: &str, name: &str, theme: &str| Service { approach: Some(Approach::Share), ..first(id, name, theme) };
    let detailed = |id: &str, name: &str, says: &str| Service {
        stage: since(Stage::DetailedCase, day(2010, 12, 9), "The business case is before the Board of 9 December 2010 (7.4)"),
        description: text(says),
        source: S3C.at("7.4"),
        ..new(id, name, CORPORATE)
    };
    let in_interim = |id: &str, name: &str, says: &str| Service {
        stage: since(Stage::Implementing, day(2010, 11, 15), "Interim structure in place"),
        description: text(says),
        source: S3C.at("5.3"),
        ..new(id, name, ENVIRONMENT)
    };
    let mut all = of(
        TOGETHER,
        vec![
            detailed(
                "policy-performance",
                "Policy, Performance and Partnerships",
                "Policy, performance and work with partners for both councils. It is to save money in 2011/12; how much is not stated.",
            ),
            detailed(
                "hr-od",
                "Human Resources and Organisational Development",
                "Personnel and training for both councils, with people enough for the changes to come (14.1). It is to save money in 2011/12; how much is not stated.",
            ),
            in_interim(
                "waste-street-scene-policy",
                "Waste and Street Scene policy",
                "Policy, publicity and performance for waste and street scene. The new team learns each council's ways.",
            ),
            in_interim("bereavement", "Bereavement", "Cemeteries and cremation. The new team learns each council's ways."),
            in_interim(
                "trees",
                "Trees",
                "Care of trees. The new team learns each council's ways; one post of tree officer is still to be filled.",
            ),
            Service {
                stage: at(Stage::Opportunity, "Joint plans in draft, for approval by the management team"),
                lead: text("Partnerships and Projects Manager, Bromsgrove"),
                gains: text("One emergency plan and one plan for rest centres instead of two each (5.2.1)."),
                description: text(
                    "Planning for emergencies and for carrying on after them. One officer gives 12 % of the time to Bromsgrove and 8 % to Redditch. Wyre Forest is asked whether the north of the county could work together.",
                ),
                source: S3C.at("5.2"),
                ..new("emergency-planning", "Emergency Planning and Continuity", COMMUNITY)
            },
        ],
    );
    all.extend(things(vec![Service {
        stage: at(
            Stage::Implementing,
            "Transforming: three days of scoping at Bromsgrove in November 2010, three at Redditch in early December (4.4)",
        ),
        source: S3C.at("4.4"),
        ..again("revenues-benefits")
    }]));
    all
}
