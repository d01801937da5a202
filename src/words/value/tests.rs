//! An example of every field of every kind.

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::period::Period;
use crate::domain::risk::{Risk, RiskId};
use crate::domain::service::{Service, ServiceId};
use crate::domain::thing::{Kind, Thing};

fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name) in [("b", "Bromsgrove"), ("r", "Redditch")] {
        let partner = Partner { name: Some(name.into()), ..Partner::new(PartnerId::new(id).unwrap()) };
        workspace.insert(Thing::from(partner));
    }
    let payroll = Service { name: Some("Payroll".into()), ..Service::new(ServiceId::new("payroll").unwrap()) };
    workspace.insert(Thing::from(payroll));
    let mut risk = Risk::new(RiskId::new("x").unwrap());
    (risk.reference, risk.title) = (Some("10".into()), Some("Two programmes at once".into()));
    workspace.insert(Thing::from(risk));
    workspace
}

/// Every field of every kind: a value as files hold it, and how it reads.
fn examples() -> Vec<(&'static str, &'static str, Value, &'static str)> {
    let source = || json!({"paper": "S3c", "paragraph": "7.2", "dated": "2010-12-09"});
    let text = || json!("As typed");
    let mut all = vec![
        ("workspace", "title", text(), "As typed"),
        ("workspace", "reading", json!("2011-01-17"), "17 January 2011"),
        (
            "workspace",
            "matrix",
            json!(Matrix::default()),
            "Version 1: low 1 to 3, medium 4 to 8, high 9 to 16; likelihood Low, Medium, Significant, High; impact Low, Marginal, Major, Critical",
        ),
        (
            "workspace",
            "papers",
            json!([{"code": "S3c", "name": "Progress report"}, {"code": "S1", "name": "The Board"}]),
            "S3c: Progress report; S1: The Board",
        ),
        ("workspace", "order", json!(["partner/r", "partner/b"]), "Redditch and Bromsgrove"),
        ("workspace", "nature", json!("sample"), "Sample"),
        ("partner", "name", text(), "As typed"),
        ("partner", "code", text(), "As typed"),
        ("partner", "kind", json!("city"), "City council"),
        ("partner", "vote", json!("none"), "No vote"),
        ("partner", "series", json!("3"), "Plum"),
        ("programme", "name", text(), "As typed"),
        ("programme", "aims", json!(["Save money", "Keep skills"]), "Save money; Keep skills"),
        ("programme", "lead", text(), "As typed"),
        ("phase", "programme", json!("programme/gone"), "a programme that is not in this workspace"),
        ("phase", "name", text(), "As typed"),
        ("phase", "objective", text(), "As typed"),
        ("phase", "term", json!({"from": "2010-06-01"}), "From 1 June 2010"),
        ("phase", "amended", json!({"date": "2009-01-31", "authority": "the Board"}), "31 January 2009, by the Board"),
        ("service", "name", text(), "As typed"),
        ("service", "theme", text(), "As typed"),
        ("service", "programme", json!("programme/gone"), "a programme that is not in this workspace"),
        ("service", "parent", json!("service/payroll"), "Payroll"),
        ("service", "approach", json!("transform-then-share"), "Transform, then share"),
        (
            "service",
            "stage",
            json!({"stage": "live", "since": "2010-06-01", "note": "Agreement not signed"}),
            "Live, since 1 June 2010: Agreement not signed",
        ),
        (
            "service",
            "stage",
            json!({"stage": "live", "despite": [{"to": "live", "lacking": ["baselines"], "why": "The old system is gone"}]}),
            "Live; moved to live without a baseline with its day and source for each council: The old system is gone",
        ),
        ("service", "quick_win", json!("yes"), "Quick win"),
        ("service", "lead", text(), "As typed"),
        (
            "service",
            "status",
            json!({"rag": "amber", "why": "Staff", "who": "Head of ICT", "by": "2011-03-31"}),
            "Amber: Staff; Head of ICT; by 31 March 2011",
        ),
        ("service", "expected", json!("green"), "Green"),
        ("service", "complete", json!(40), "40 %"),
        ("service", "gains", text(), "As typed"),
        ("service", "description", text(), "As typed"),
        ("participation", "part", json!({"role": "host", "note": "since June"}), "Host: since June"),
        ("participation", "term", json!({}), "Not stated"),
        ("milestone", "what", text(), "As typed"),
        ("milestone", "about", json!("participation/payroll/r"), "a participation that is not in this workspace"),
        ("milestone", "due", json!("2011-01-17"), "17 January 2011"),
        ("milestone", "amended", json!({"date": "2009-01-31", "authority": ""}), "31 January 2009"),
        ("milestone", "done", json!("2011-01-17"), "17 January 2011"),
        ("milestone", "owner", text(), "As typed"),
        ("money", "title", text(), "As typed"),
        (
            "money",
            "sum",
            json!({"kind": "saving", "pence": 51_400_000, "year": "2010/11", "basis": "forecast", "recurrence": "recurring"}),
            "Saving £514,000, 2010/11, forecast, recurring",
        ),
        ("money", "covers", json!(["service/payroll", "service/gone"]), "Payroll and a service that is not in this workspace"),
        ("money", "partners", json!(["partner/b", "partner/r"]), "Bromsgrove and Redditch"),
        ("money", "part_of", json!("money/gone"), "a money line that is not in this workspace"),
        ("money", "net_of", json!("money/gone"), "a money line that is not in this workspace"),
        ("money", "rival_of", json!("money/gone"), "a money line that is not in this workspace"),
        ("money", "in_use", json!({"in_use": "no", "why": "one share"}), "Not in use: one share"),
        (
            "money",
            "split",
            json!({"rule": "percent", "parts": [{"partner": "partner/b", "weight": 6_000}, {"partner": "partner/r", "weight": 4_000}]}),
            "Percentages: Bromsgrove 60 % and Redditch 40 %; not agreed yet",
        ),
        ("money", "cash", json!("non-cashable"), "Not cashable"),
        ("money", "spent_on", json!("severance"), "Severance"),
        ("money", "fund", json!({"giver": "the County", "kind": "capital", "purpose": "ICT"}), "From the County, capital: ICT"),
        ("money", "set_by", json!({"who": "the Board", "on": "2010-06-24"}), "the Board, 24 June 2010"),
        ("money", "commentary", text(), "As typed"),
        ("note", "about", json!("risk/x"), "Risk 10: Two programmes at once"),
        ("note", "text", text(), "As typed"),
        ("risk", "reference", text(), "As typed"),
        ("risk", "title", text(), "As typed"),
        ("risk", "description", text(), "As typed"),
        ("risk", "programme", json!("programme/gone"), "a programme that is not in this workspace"),
        ("risk", "service", json!("service/payroll"), "Payroll"),
        ("risk", "tier", json!("service"), "Service"),
        ("risk", "level", json!({"l": 3, "i": 3}), "Likelihood Significant, Impact Major, score 9"),
        (
            "risk",
            "movement",
            json!({"direction": "increased", "source": {"paper": "S3c", "paragraph": "Appendix A"}}),
            "▲ increased (S3c Appendix A; earlier score not given)",
        ),
        ("risk", "mitigation", text(), "As typed"),
        ("risk", "owner", text(), "As typed"),
        ("risk", "review", json!("2011-01-17"), "17 January 2011"),
        ("risk", "state", json!({"is": "closed", "why": "It has passed"}), "Closed: It has passed"),
        ("risk", "corporate", text(), "As typed"),
        ("issue", "reference", text(), "As typed"),
        ("issue", "title", text(), "As typed"),
        ("issue", "description", text(), "As typed"),
        ("issue", "programme", json!("programme/gone"), "a programme that is not in this workspace"),
        ("issue", "service", json!("service/payroll"), "Payroll"),
        ("issue", "risk", json!("risk/x"), "Risk 10: Two programmes at once"),
        ("issue", "happened", json!("2011-01-17"), "17 January 2011"),
        ("issue", "action", text(), "As typed"),
        ("issue", "owner", text(), "As typed"),
        ("issue", "due", json!("2011-01-17"), "17 January 2011"),
        ("issue", "state", json!({"is": "open"}), "Open"),
        ("sent", "body", json!("partner/b"), "Bromsgrove"),
        ("sent", "office", text(), "As typed"),
        (
            "sent",
            "sending",
            json!({"code": "3F2A-77B0", "on": "2011-01-17", "how": "mail"}),
            "3F2A-77B0 on 17 January 2011 (By mail)",
        ),
        ("meeting", "body", text(), "As typed"),
        ("meeting", "held", json!("2010-12-09"), "9 December 2010"),
        ("meeting", "title", text(), "As typed"),
        ("meeting", "seen", json!(["0123456789abcdef0123456789abcdef"]), "As it stood after 1 latest change"),
        ("meeting", "commentary", text(), "As typed"),
        ("measure", "reference", text(), "As typed"),
        ("measure", "name", text(), "As typed"),
        ("measure", "service", json!("service/payroll"), "Payroll"),
        ("measure", "unit", json!("%"), "%"),
        ("measure", "polarity", json!("lower"), "Lower is better"),
        ("measure", "tolerance", json!({"percent": "2.5", "units": "3"}), "2.5 %; 3 where the target is nought"),
        ("measure", "frequency", json!("quarter"), "Every quarter"),
        ("measure", "to_date", json!("ratio"), "Ratio of sums"),
        ("measure", "owner", text(), "As typed"),
        ("measure", "description", text(), "As typed"),
        (
            "baseline",
            "start",
            json!({"value": "82.5", "on": "2010-03-31", "note": "One office"}),
            "82.5, 31 March 2010; One office",
        ),
        ("participation", "agreement", json!({"state": "unsigned", "note": "The lease"}), "Final, not signed: The lease"),
        ("participation", "manager", text(), "As typed"),
        ("participation", "duties", text(), "As typed"),
        ("participation", "staff", json!({"posts": "12.5", "on": "2010-06-01"}), "12.5 posts, 1 June 2010"),
        ("consultation", "service", json!("service/payroll"), "Payroll"),
        ("consultation", "partner", json!("partner/b"), "Bromsgrove"),
        ("consultation", "who", json!("unions"), "Unions"),
        ("consultation", "term", json!({"from": "2010-06-01"}), "From 1 June 2010"),
        ("consultation", "how", text(), "As typed"),
        ("consultation", "outcome", text(), "As typed"),
        ("case", "service", json!("service/payroll"), "Payroll"),
        ("case", "level", json!("detailed"), "Detailed business case"),
        ("case", "version", json!(2), "2"),
        ("case", "dated", json!("2010-12-09"), "9 December 2010"),
        ("case", "author", text(), "As typed"),
        ("case", "summary", text(), "As typed"),
        ("case", "gains", text(), "As typed"),
        ("case", "risks", text(), "As typed"),
        (
            "case",
            "members",
            json!({"on": "2010-12-09", "despite": "The Board meets"}),
            "9 December 2010; before every treasurer had signed: The Board meets",
        ),
        ("option", "case", json!("case/gone"), "a business case that is not in this workspace"),
        ("option", "name", text(), "As typed"),
        ("option", "description", text(), "As typed"),
        (
            "option",
            "estimate",
            json!({ "once": 8_750_000, "running": 500_000, "saving": 4_000_000 }),
            "£87,500 once, costs £5,000 a year, saves £40,000 a year: £35,000 net",
        ),
        ("option", "choice", json!("rejected"), "Rejected"),
        ("option", "why", text(), "As typed"),
        (
            "signoff",
            "signed",
            json!({"by": "Head of Finance", "on": "2011-01-05", "pence": 1_000_000, "yearly": 400_000}),
            "Head of Finance, 5 January 2011: £10,000 once, £4,000 net a year",
        ),
        ("opening", "what", text(), "As typed"),
        ("opening", "sort", json!("vacancy"), "Vacant post"),
        ("opening", "service", json!("service/payroll"), "Payroll"),
        ("opening", "councils", json!(["partner/b", "partner/r"]), "Bromsgrove and Redditch"),
        ("opening", "since", json!("2008-07-01"), "1 July 2008"),
        ("opening", "decide_by", json!("2008-09-30"), "30 September 2008"),
        ("opening", "owner", text(), "As typed"),
        (
            "opening",
            "decision",
            json!({"taken": "declined", "why": "Not now", "on": "2008-09-01"}),
            "Declined, 1 September 2008: Not now",
        ),
        ("study", "service", json!("service/payroll"), "Payroll"),
        ("study", "purpose", text(), "As typed"),
        ("study", "time", json!({"before": "42", "now": "12", "unit": "days"}), "42 days before, 12 now"),
        ("study", "waste", text(), "As typed"),
        ("demand", "service", json!("service/payroll"), "Payroll"),
        ("demand", "what", text(), "As typed"),
        ("demand", "sort", json!("failure"), "Failure demand"),
        ("demand", "count", json!("130"), "130"),
        ("demand", "counted", text(), "As typed"),
        ("trial", "service", json!("service/payroll"), "Payroll"),
        ("trial", "what", text(), "As typed"),
        ("trial", "since", json!("2010-11-01"), "1 November 2010"),
        ("trial", "effect", text(), "As typed"),
        ("trial", "kept", json!("running"), "Being tried"),
        ("commitment", "letter", text(), "As typed"),
        ("commitment", "title", text(), "As typed"),
        ("commitment", "sort", json!("pilot"), "Pilot"),
        ("commitment", "part_of", json!("commitment/gone"), "a commitment that is not in this workspace"),
        ("commitment", "link", text(), "As typed"),
        ("commitment", "programme", json!("programme/gone"), "a programme that is not in this workspace"),
        ("commitment", "aim", text(), "As typed"),
        (
            "commitment",
            "stands",
            json!({ "progress": "under-way", "since": "2007-04-01", "note": "three teams meet" }),
            "Under way, since 1 April 2007: three teams meet",
        ),
        ("commitment", "owner", text(), "As typed"),
        ("commitment", "partners", json!(["partner/gone"]), "a partner that is not in this workspace"),
        ("commitment", "term", json!({ "from": "2007-04-01" }), "From 1 April 2007"),
        ("commitment", "commentary", text(), "As typed"),
        ("plan", "service", json!("service/payroll"), "Payroll"),
        ("plan", "year", json!("2010/11"), "2010/11"),
        ("plan", "aims", text(), "As typed"),
        ("plan", "actions", text(), "As typed"),
        ("plan", "resources", text(), "As typed"),
        ("plan", "climate", text(), "As typed"),
        ("plan", "equality", text(), "As typed"),
        ("shift", "service", json!("service/payroll"), "Payroll"),
        (
            "shift",
            "moved",
            json!({"kind": "saving", "year": "2010/11", "from": "budget", "to": "forecast", "reason": "timing", "pence": -5_000_000}),
            "Timing or part of a year: −£50,000, saving for 2010/11, budget to forecast",
        ),
        ("shift", "why", text(), "As typed"),
        ("shift", "said_by", json!({"who": "Head of Finance", "on": "2010-12-09"}), "Head of Finance, 9 December 2010"),
        ("service", "overall", text(), "As typed"),
        ("benefit", "what", text(), "As typed"),
        ("benefit", "service", json!("service/payroll"), "Payroll"),
        ("benefit", "sort", json!("resilience"), "Resilience"),
        (
            "benefit",
            "promise",
            json!({"foreseen": "case", "result": "One payroll", "baseline": "0", "target": "24000", "unit": "£"}),
            "In the business case: One payroll; from £0 to £24,000",
        ),
        ("benefit", "due", json!("2011-04-01"), "1 April 2011"),
        ("benefit", "amended", json!({"date": "2011-05-01", "authority": "the Board"}), "1 May 2011, by the Board"),
        ("benefit", "partners", json!(["partner/b", "partner/r"]), "Bromsgrove and Redditch"),
        ("benefit", "measure", json!("measure/gone"), "a measure that is not in this workspace"),
        ("benefit", "owner", text(), "As typed"),
        (
            "benefit",
            "actual",
            json!({"value": "12", "result": "Staff share cover", "on": "2010-12-31", "reach": "in-part"}),
            "In part: Staff share cover; 12, 31 December 2010",
        ),
        ("benefit", "commentary", text(), "As typed"),
        ("highlight", "service", json!("service/payroll"), "Payroll"),
        ("highlight", "ending", json!("2010-11-30"), "30 November 2010"),
        ("highlight", "version", json!(2), "2"),
        ("highlight", "corrects", json!("highlight/gone"), "a highlight report that is not in this workspace"),
        (
            "highlight",
            "content",
            json!({"status": {"rag": "green"}, "complete": 40, "next": [{"what": "Sign"}], "summary": "On time"}),
            "Green; 40 % complete; 1 activity next; On time",
        ),
        (
            "highlight",
            "issued",
            json!({
                "on": "2011-01-17",
                "matrix": {
                    "version": 3,
                    "likelihood": ["1", "2", "3", "4"],
                    "impact": ["1", "2", "3", "4"],
                    "medium_from": 4,
                    "high_from": 9
                },
                "meanings": ["a", "b", "c"]
            }),
            "On 17 January 2011, under version 3 of the risk matrix",
        ),
        ("recommendation", "text", text(), "As typed"),
        ("recommendation", "service", json!("service/payroll"), "Payroll"),
        ("recommendation", "opens", json!("approved"), "Approved"),
        (
            "recommendation",
            "made",
            json!({"body": "Board", "on": "2010-12-09", "minute": "12/10"}),
            "Board, 9 December 2010, minute 12/10",
        ),
        ("recommendation", "councils", json!(["partner/b", "partner/r"]), "Bromsgrove and Redditch"),
        (
            "approval",
            "decision",
            json!({"verdict": "amended", "body": "Cabinet", "on": "2011-01-05", "minute": "38/10", "text": "From April"}),
            "Amended, Cabinet, 5 January 2011, minute 38/10: From April",
        ),
        ("readings", "forecast", json!({"value": "1200", "note": "Two posts are filled"}), "1,200; Two posts are filled"),
    ];
    for period in Period::ALL {
        all.push(("targets", period.key(), json!({"value": "10", "up_to": "20", "note": "The Board"}), "10 to 20; The Board"));
        all.push(("readings", period.key(), json!({"value": "43", "of": "50", "note": "By post"}), "43 of 50; By post"));
    }
    for kind in [
        "programme",
        "phase",
        "service",
        "participation",
        "milestone",
        "money",
        "risk",
        "issue",
        "measure",
        "baseline",
        "targets",
        "readings",
        "recommendation",
        "approval",
        "consultation",
        "case",
        "option",
        "signoff",
        "opening",
        "study",
        "demand",
        "trial",
        "plan",
        "commitment",
        "shift",
        "benefit",
    ] {
        all.push((kind, "source", source(), "S3c 7.2, 9 December 2010"));
    }
    for kind in Kind::ALL {
        let marked = json!({"paragraph": "5", "reason": "Advice on the lease.", "review": "2011-06-30"});
        all.push((
            kind.key(),
            "exempt",
            marked,
            "Paragraph 5: legally privileged. Advice on the lease. To be reviewed by 30 June 2011",
        ));
    }
    all
}

#[test]
fn every_field_of_every_kind_reads_in_words() {
    let workspace = workspace();
    let mut seen = BTreeSet::new();
    for (kind, field, json, reads) in examples() {
        assert_eq!(value(&workspace, kind, field, &json), reads, "{kind} {field}");
        let unread = Thing::decode(&format!("{kind}/x"), &|name| (name == field).then_some(&json)).unwrap().1;
        assert_eq!(unread, [], "the example of {kind} {field} must be a value that files may hold");
        seen.insert((kind, field));
    }
    let all: BTreeSet<_> = Kind::ALL.iter().flat_map(|kind| kind.fields().iter().map(|field| (kind.key(), field.name))).collect();
    assert_eq!(seen, all);
}

#[test]
fn what_is_cleared_or_not_understood_is_said_so() {
    let workspace = workspace();
    assert_eq!(value(&workspace, "risk", "level", &Value::Null), "not stated");
    assert_eq!(value(&workspace, "risk", "state", &Value::Null), "Open");
    assert_eq!(value(&workspace, "service", "status", &Value::Null), "Not reported");
    assert_eq!(value(&workspace, "milestone", "done", &Value::Null), "Not done");
    assert_eq!(value(&workspace, "readings", "p03", &Value::Null), "no reading");
    assert_eq!(value(&workspace, "risk", "owner", &json!(" ")), "not stated");
    assert_eq!(value(&workspace, "money", "covers", &json!([])), "not stated");
    assert_eq!(value(&workspace, "risk", "level", &json!({"l": 7, "i": 3})), "{\"i\":3,\"l\":7}");
    assert_eq!(value(&workspace, "partner", "kind", &json!("parish")), "parish");
    assert_eq!(value(&workspace, "vessel", "draught", &json!({"m": 4})), "{\"m\":4}");
    assert_eq!(value(&workspace, "risk", "withdrawn", &json!({"why": "Twice", "saw": []})), "Withdrawn: Twice");
}
