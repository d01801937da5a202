//! A published report as pieces of paper, in the order of the Board's form (S3c Appendix C).

use chrono::NaiveDate;

use crate::analysis::paper::{Piece, Table, or_unstated, rag};
use crate::domain::highlight::{Became, Highlight, Issued};
use crate::domain::rag::Rag;
use crate::domain::workspace::Workspace;
use crate::words::{self, highlights};

/// A published report in full.
pub fn pieces(workspace: &Workspace, report: &Highlight) -> Vec<Piece> {
    let (Some(content), Some(issued)) = (&report.content, &report.issued) else { return Vec::new() };
    let day = |day: Option<NaiveDate>| day.map_or_else(|| words::NOT_STATED.to_owned(), words::date::long);
    let status = content.status.as_ref();
    let mut facts = vec![
        ("Status".to_owned(), rag(status.map(|status| status.rag)).to_owned()),
        ("Meaning".to_owned(), meaning(issued, status.map(|status| status.rag))),
    ];
    if let Some(status) = status {
        facts.extend(status.why.clone().map(|why| ("What is behind it".to_owned(), why)));
        facts.extend(status.who.clone().map(|who| ("Who puts it right".to_owned(), who)));
        facts.extend(status.by.map(|by| ("By when".to_owned(), words::date::long(by))));
    }
    facts.extend(content.still_amber.clone().map(|says| ("What will be different now".to_owned(), says)));
    facts.extend([
        ("Expected at year end".to_owned(), rag(content.expected).to_owned()),
        (
            "% complete".to_owned(),
            content.complete.map_or_else(|| words::NOT_STATED.to_owned(), |one| format!("{} %", one.number())),
        ),
        ("Start".to_owned(), day(content.start)),
        ("Projected completion".to_owned(), day(content.completion)),
        ("Prepared by".to_owned(), or_unstated(content.prepared_by.as_ref())),
        ("Published".to_owned(), words::date::long(issued.on)),
    ]);
    facts.extend(content.correction.clone().map(|why| ("Corrects the version before".to_owned(), why)));
    let mut all = vec![Piece::Facts(facts)];
    let mut text = |head: &str, says: Option<&String>| {
        all.push(Piece::Under(head.to_owned()));
        all.push(Piece::Text(or_unstated(says)));
    };
    text("Summary", content.summary.as_ref());
    all.push(Piece::Under("Planned for this period".to_owned()));
    all.push(planned(report));
    all.push(Piece::Under("Other progress".to_owned()));
    all.push(Piece::Text(or_unstated(content.other.as_ref())));
    all.push(Piece::Under("Planned for the next period".to_owned()));
    all.push(next(report));
    all.push(Piece::Under("Risks, issues and concerns".to_owned()));
    all.push(concerns(report));
    all.push(Piece::Under("Benefits".to_owned()));
    all.push(Piece::Text(or_unstated(content.benefits.as_ref())));
    all.push(Piece::Under("Financial update".to_owned()));
    all.push(Piece::Text(or_unstated(content.money.as_ref())));
    all.extend(as_it_stood(workspace, report));
    all
}

fn meaning(issued: &Issued, rag: Option<Rag>) -> String {
    let [green, amber, red] = &issued.meanings;
    match rag {
        Some(Rag::Green) => green.clone(),
        Some(Rag::Amber) => amber.clone(),
        Some(Rag::Red) => red.clone(),
        None => "Nobody has reported how it stands".to_owned(),
    }
}

fn planned(report: &Highlight) -> Piece {
    let rows: Vec<Vec<String>> = report
        .content
        .iter()
        .flat_map(|content| &content.planned)
        .map(|one| {
            let became = one.became.map_or("Nothing said", Became::label);
            vec![highlights::planned(&one.planned), became.to_owned(), or_unstated(one.progress.as_ref())]
        })
        .collect();
    if rows.is_empty() {
        return Piece::Text("No report before this one planned anything.".to_owned());
    }
    Piece::Table(Table::new("Planned for this period", &[("Activity", 42), ("What became of it", 16), ("Progress", 42)], rows))
}

fn next(report: &Highlight) -> Piece {
    let planned = report.content.iter().flat_map(|content| &content.next);
    let rows: Vec<Vec<String>> = planned
        .map(|one| {
            let due = one.due.map_or_else(|| words::NOT_STATED.to_owned(), words::date::long);
            vec![one.what.clone(), due, highlights::carried(one.carries).unwrap_or_else(|| "no".to_owned())]
        })
        .collect();
    if rows.is_empty() {
        return Piece::Text("Nothing is planned.".to_owned());
    }
    Piece::Table(Table::new("Planned for the next period", &[("Activity", 56), ("Due", 22), ("Carried over", 22)], rows))
}

fn concerns(report: &Highlight) -> Piece {
    let concerns = report.content.iter().flat_map(|content| &content.concerns);
    let rows: Vec<Vec<String>> = concerns.map(|one| vec![one.what.clone(), or_unstated(one.mitigation.as_ref())]).collect();
    if rows.is_empty() {
        return Piece::Text("None.".to_owned());
    }
    Piece::Table(Table::new("Risks, issues and concerns", &[("What", 50), ("What is done about it", 50)], rows))
}

/// The service's risks, measures and benefits when the report was published, by the rules of then.
fn as_it_stood(workspace: &Workspace, report: &Highlight) -> Vec<Piece> {
    let Some(issued) = &report.issued else { return Vec::new() };
    let mut all = Vec::new();
    let risks: Vec<Vec<String>> = issued
        .risks
        .iter()
        .map(|risk| {
            let level = risk.level.map_or_else(|| "not scored".to_owned(), |level| words::level::level(&issued.matrix, level));
            vec![risk.called.clone(), level]
        })
        .collect();
    let measures: Vec<Vec<String>> = issued
        .measures
        .iter()
        .map(|one| {
            let figure = one.to_date.map(|value| words::benefits::figure(value, one.unit.as_deref()));
            let light = if one.light.is_some() { rag(one.light) } else { "not judged" };
            let rule = format!("amber within {} %", words::quantity::exact(one.tolerance));
            vec![one.called.clone(), figure.unwrap_or_else(|| words::NOT_REPORTED.to_owned()), light.to_owned(), rule]
        })
        .collect();
    let benefits: Vec<Vec<String>> = issued
        .benefits
        .iter()
        .map(|one| {
            let share = one.achievement.map(|share| format!("{} %", words::quantity::rounded(share)));
            vec![one.called.clone(), share.unwrap_or_else(|| "not worked out".to_owned())]
        })
        .collect();
    let mut table = |what: &str, columns: &[(&str, usize)], rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            all.push(Piece::Table(Table::new(
                format!("{what} as they stood on {}", words::date::long(issued.on)),
                columns,
                rows,
            )));
        }
    };
    table("Risks", &[("Risk", 50), ("Level", 50)], risks);
    table("Measures", &[("Measure", 40), ("Year to date", 20), ("Light", 20), ("Rule", 20)], measures);
    table("Benefits", &[("Benefit", 70), ("Achieved", 30)], benefits);
    let key = words::level::key(&issued.matrix);
    all.push(Piece::Text(format!("Risks by version {} of the matrix: {key}.", issued.matrix.version)));
    let matrix = workspace.matrix();
    if matrix.version != issued.matrix.version {
        all.push(Piece::Text(format!("The matrix is in version {} now; this report stays as it was published.", matrix.version)));
    }
    all
}
