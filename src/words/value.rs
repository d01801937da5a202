//! Any field's value in words, for histories, previews of imports and conflicts.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::about::Nature;
use crate::domain::exempt::Exempt;
use crate::domain::level::Level;
use crate::domain::matrix::Matrix;
use crate::domain::meeting::Seen;
use crate::domain::money::{Cash, Fund, MoneyKind, SetBy, Split, SplitPart, SplitRule, Sum, Use};
use crate::domain::partner::{PartnerKind, Series, Vote};
use crate::domain::pence::Pence;
use crate::domain::rag::{Rag, Status};
use crate::domain::risk::{Openness, State, StatedMovement, Tier};
use crate::domain::sent::Sending;
use crate::domain::service::{Approach, Part, Percent, QuickWin, Reached};
use crate::domain::source::{Amended, Source, Term};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words::{self, NOT_STATED, date, level, money, movement, source};

/// The value of a field of a record of this kind, as a person reads it: references by name, nothing as "not stated".
/// What this version does not understand is shown as it stands in the file.
pub fn value(workspace: &Workspace, kind: &str, field: &str, value: &Value) -> String {
    if value.is_null() {
        return unstated(kind, field).to_owned();
    }
    in_words(workspace, kind, field, value).unwrap_or_else(|| raw(value))
}

/// What a field means that says nothing.
fn unstated(kind: &str, field: &str) -> &'static str {
    match (kind, field) {
        ("risk" | "issue", "state") => Openness::Open.label(),
        ("service", "status") => "Not reported",
        ("milestone", "done") => "Not done",
        _ => NOT_STATED,
    }
}

fn in_words(workspace: &Workspace, kind: &str, field: &str, value: &Value) -> Option<String> {
    let names = |subjects: Vec<Subject>| words::list(subjects.iter().map(|subject| words::name(workspace, subject)));
    let text = match (kind, field) {
        ("partner", "kind") => read::<PartnerKind>(value)?.label().to_owned(),
        (_, "exempt") => words::sentence(&words::exempt::exempt(&read::<Exempt>(value)?)),
        (_, "level") => level::level(&workspace.matrix(), read::<Level>(value)?),
        (_, "movement") => movement::stated(&read::<StatedMovement>(value)?),
        (_, "state") => state(&read::<State>(value)?),
        (_, "tier") => read::<Tier>(value)?.label().to_owned(),
        (_, "status") => status(&read::<Status>(value)?),
        (_, "expected") => rag(read::<Rag>(value)?),
        (_, "complete") => format!("{} %", read::<Percent>(value)?.number()),
        (_, "stage") => reached(read::<Reached>(value)?),
        (_, "approach") => read::<Approach>(value)?.label().to_owned(),
        (_, "quick_win") => read::<QuickWin>(value)?.label().to_owned(),
        (_, "part") => part(&read::<Part>(value)?),
        (_, "vote") => read::<Vote>(value)?.label().to_owned(),
        (_, "series") => read::<Series>(value)?.label().to_owned(),
        (_, "nature") => read::<Nature>(value)?.label().to_owned(),
        (_, "matrix") => matrix(&read::<Matrix>(value)?),
        (_, "sum") => sum(&read::<Sum>(value)?),
        (_, "split") => split(workspace, &read::<Split>(value)?),
        (_, "cash") => read::<Cash>(value)?.label().to_owned(),
        (_, "fund") => fund(&read::<Fund>(value)?),
        (_, "set_by") => set_by(&read::<SetBy>(value)?),
        (_, "in_use") => used(&read::<Use>(value)?),
        (_, "source") => source::source(&read::<Source>(value)?),
        (_, "term") => words::sentence(&date::term(&read::<Term>(value)?)),
        (_, "amended") => amended(&read::<Amended>(value)?),
        (_, "withdrawn") => withdrawn(value)?,
        (_, "sending") => sending(&read::<Sending>(value)?),
        (_, "covers" | "partners" | "order") => names(read::<Vec<Subject>>(value)?),
        ("meeting", "body") => read::<String>(value)?,
        (_, "body" | "programme" | "service" | "parent" | "about" | "risk" | "part_of" | "net_of" | "rival_of" | "joined") => {
            words::name(workspace, &read::<Subject>(value)?)
        }
        ("meeting", "seen") => seen(read::<Vec<Seen>>(value)?.len()),
        (_, "reading" | "due" | "done" | "review" | "happened" | "held") => date::long(read::<NaiveDate>(value)?),
        (_, "aims") => read::<Vec<String>>(value)?.join("; "),
        _ => read::<String>(value)?,
    };
    Some(if text.trim().is_empty() { NOT_STATED.to_owned() } else { text })
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

/// A value that this version does not understand, without the quotation marks of a lone text.
fn raw(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn with(text: impl Into<String>, more: Option<&str>) -> String {
    let text = text.into();
    match more.filter(|more| !more.is_empty()) {
        Some(more) => format!("{text}: {more}"),
        None => text,
    }
}

fn sending(sending: &Sending) -> String {
    format!("{} on {} ({})", sending.code, date::long(sending.on), sending.how.label())
}

fn rag(rag: Rag) -> String {
    rag.label().to_owned()
}

fn status(status: &Status) -> String {
    let mut text = with(status.rag.label(), status.why.as_deref());
    if let Some(who) = &status.who {
        text.push_str(&format!("; {who}"));
    }
    if let Some(by) = status.by {
        text.push_str(&format!("; by {}", date::long(by)));
    }
    text
}

fn state(state: &State) -> String {
    with(state.is.label(), state.why.as_deref())
}

fn part(part: &Part) -> String {
    with(part.role.label(), part.note.as_deref())
}

fn reached(reached: Reached) -> String {
    let mut text = reached.stage.label().to_owned();
    if let Some(since) = reached.since {
        text.push_str(&format!(", since {}", date::long(since)));
    }
    if let Some(next) = reached.next_due {
        text.push_str(&format!(", next stage due {}", date::long(next)));
    }
    with(text, reached.note.as_deref())
}

fn matrix(matrix: &Matrix) -> String {
    let steps = |words: &[String; 4]| words.join(", ");
    let (likelihood, impact) = (steps(&matrix.likelihood), steps(&matrix.impact));
    format!("Version {}: {}; likelihood {likelihood}; impact {impact}", matrix.version, level::key(matrix).to_lowercase())
}

fn sum(sum: &Sum) -> String {
    let mut parts = vec![format!("{} {}", sum.kind.label(), money::exact_range(sum.pence, sum.up_to))];
    parts.extend(sum.year.map(|year| year.to_string()));
    match sum.basis {
        Some(basis) => parts.push(basis.label().to_lowercase()),
        None if sum.kind == MoneyKind::Target => {}
        None => parts.push("basis not stated".to_owned()),
    }
    parts.extend(sum.recurrence.map(|recurrence| recurrence.label().to_lowercase()));
    parts.join(", ")
}

fn split(workspace: &Workspace, split: &Split) -> String {
    let share = |part: &SplitPart| {
        let partner = words::name(workspace, &Subject::from(&part.partner));
        match split.rule {
            SplitRule::Equal => partner,
            SplitRule::Percent => format!("{partner} {} %", hundredths(part.weight)),
            SplitRule::Fixed => format!("{partner} {}", money::exact(Pence(i64::try_from(part.weight).unwrap_or(i64::MAX)))),
            SplitRule::StaffTime | SplitRule::Population => format!("{partner} {}", words::number(part.weight)),
        }
    };
    let mut text = with(split.rule.label(), Some(&words::list(split.parts.iter().map(share))));
    match (&split.agreed_by, split.agreed_on) {
        (Some(who), Some(on)) => text.push_str(&format!("; agreed by {who} on {}", date::long(on))),
        (Some(who), None) => text.push_str(&format!("; agreed by {who}")),
        (None, _) => text.push_str("; not agreed yet"),
    }
    text
}

/// Hundredths of a per cent: `12`, `33.33`, `12.5`.
fn hundredths(weight: u64) -> String {
    match (weight / 100, weight % 100) {
        (whole, 0) => words::number(whole),
        (whole, rest) if rest % 10 == 0 => format!("{}.{}", words::number(whole), rest / 10),
        (whole, rest) => format!("{}.{rest:02}", words::number(whole)),
    }
}

fn fund(fund: &Fund) -> String {
    let kind = fund.kind.map(|kind| format!(", {}", kind.label().to_lowercase())).unwrap_or_default();
    with(format!("From {}{kind}", fund.giver), fund.purpose.as_deref())
}

fn set_by(set_by: &SetBy) -> String {
    match set_by.on {
        Some(on) => format!("{}, {}", set_by.who, date::long(on)),
        None => set_by.who.clone(),
    }
}

fn used(used: &Use) -> String {
    with(used.in_use.label(), used.why.as_deref())
}

fn amended(amended: &Amended) -> String {
    if amended.authority.is_empty() {
        date::long(amended.date)
    } else {
        format!("{}, by {}", date::long(amended.date), amended.authority)
    }
}

/// A state is named by its latest changes, which mean nothing to a reader.
fn seen(latest: usize) -> String {
    if latest == 0 {
        String::new()
    } else {
        format!("As it stood after {}", words::count(latest, "latest change", "latest changes"))
    }
}

fn withdrawn(value: &Value) -> Option<String> {
    let why = value.as_object()?.get("why").and_then(Value::as_str);
    Some(with("Withdrawn", why))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::domain::partner::{Partner, PartnerId};
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
            (
                "money",
                "covers",
                json!(["service/payroll", "service/gone"]),
                "Payroll and a service that is not in this workspace",
            ),
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
            (
                "money",
                "fund",
                json!({"giver": "the County", "kind": "capital", "purpose": "ICT"}),
                "From the County, capital: ICT",
            ),
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
        ];
        for kind in ["programme", "phase", "service", "participation", "milestone", "money", "risk", "issue"] {
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
        let all: BTreeSet<_> =
            Kind::ALL.iter().flat_map(|kind| kind.fields().iter().map(|field| (kind.key(), field.name))).collect();
        assert_eq!(seen, all);
    }

    #[test]
    fn what_is_cleared_or_not_understood_is_said_so() {
        let workspace = workspace();
        assert_eq!(value(&workspace, "risk", "level", &Value::Null), "not stated");
        assert_eq!(value(&workspace, "risk", "state", &Value::Null), "Open");
        assert_eq!(value(&workspace, "service", "status", &Value::Null), "Not reported");
        assert_eq!(value(&workspace, "milestone", "done", &Value::Null), "Not done");
        assert_eq!(value(&workspace, "risk", "owner", &json!(" ")), "not stated");
        assert_eq!(value(&workspace, "money", "covers", &json!([])), "not stated");
        assert_eq!(value(&workspace, "risk", "level", &json!({"l": 7, "i": 3})), "{\"i\":3,\"l\":7}");
        assert_eq!(value(&workspace, "partner", "kind", &json!("parish")), "parish");
        assert_eq!(value(&workspace, "vessel", "draught", &json!({"m": 4})), "{\"m\":4}");
        assert_eq!(value(&workspace, "risk", "withdrawn", &json!({"why": "Twice", "saw": []})), "Withdrawn: Twice");
    }
}
