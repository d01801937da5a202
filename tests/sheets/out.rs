//! The files that go out, read by others: a workbook by calamine and by another program, values by the csv crate.

use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Range, Reader, Xlsx};
use concordat::domain::exempt::{Exempt, Paragraph};
use concordat::domain::level::Level;
use concordat::domain::money::{Split, SplitPart, SplitRule};
use concordat::domain::partner::PartnerId;
use concordat::domain::thing::Kind;
use concordat::domain::workspace::Workspace;
use concordat::sheets::{Facts, ForWhom, book, file, file_name};

use crate::support::{csv, day, facts, small, workbook};

/// A workspace with a cell of every sort, and texts that begin as formulas do.
fn every_sort() -> Workspace {
    let mut workspace = small();
    for risk in workspace.risks.values_mut() {
        risk.level = Level::new(3, 2);
        risk.owner = Some("=HYPERLINK(\"mailto:clerk\",\"Treasurer\")".to_owned());
        risk.mitigation = Some("+44 1527".to_owned());
        risk.corporate = Some("@county".to_owned());
        risk.description = Some("-none".to_owned());
    }
    let part = |partner: &str, weight| SplitPart { partner: PartnerId::new(partner).unwrap(), weight };
    for line in workspace.money.values_mut() {
        let parts = vec![part("b", 6_667), part("r", 3_333)];
        line.split = Some(Split { rule: SplitRule::Percent, parts, agreed_by: None, agreed_on: None });
    }
    workspace
}

fn cell<'r>(range: &'r Range<Data>, head: &str) -> &'r Data {
    let column = range.rows().next().unwrap().iter().position(|cell| *cell == head).unwrap();
    range.get((1, column)).unwrap()
}

#[test]
fn another_library_reads_each_cell_as_what_it_is() {
    let mut read = Xlsx::new(Cursor::new(workbook(&every_sort()))).unwrap();
    assert_eq!(read.sheet_names(), ["About this file", "Partners", "Services", "Money lines", "Risks", "Issues"]);
    let money = read.worksheet_range("Money lines").unwrap();
    assert_eq!(cell(&money, "Amount"), &Data::Float(12_000.0));
    assert_eq!(cell(&money, "Financial year"), &Data::String("2010/11".into()));
    assert_eq!(cell(&money, "Share of Bromsgrove"), &Data::Float(66.67));
    assert_eq!(cell(&money, "Share of Redditch"), &Data::Float(33.33));
    let risks = read.worksheet_range("Risks").unwrap();
    assert_eq!(cell(&risks, "Reference"), &Data::String("10".into()));
    assert_eq!(cell(&risks, "Likelihood"), &Data::Float(3.0));
    assert_eq!(cell(&risks, "Score"), &Data::Float(6.0));
    let Data::DateTime(review) = cell(&risks, "Review date") else { panic!("a date is a date") };
    assert_eq!(review.to_ymd_hms_milli(), (2011, 3, 1, 0, 0, 0, 0));
    let owner = "=HYPERLINK(\"mailto:clerk\",\"Treasurer\")";
    assert_eq!(cell(&risks, "Owner"), &Data::String(owner.into()));
    assert_eq!(cell(&risks, "Mitigation"), &Data::String("+44 1527".into()));
    for sheet in read.sheet_names() {
        let formulas = read.worksheet_formula(&sheet).unwrap();
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{sheet} holds a formula");
    }
}

#[test]
fn the_first_sheet_says_what_the_file_is() {
    let mut read = Xlsx::new(Cursor::new(workbook(&small()))).unwrap();
    let first = read.worksheet_range("About this file").unwrap();
    let said = |head: &str| first.rows().find(|row| row[0] == *head).map(|row| row[1].clone());
    assert_eq!(said("Workspace"), Some(Data::String("Councils".into())));
    assert_eq!(said("Code"), Some(Data::String("3F2A-77B0".into())));
    let Some(Data::DateTime(as_at)) = said("As at") else { panic!("a day") };
    assert_eq!(as_at.to_ymd_hms_milli().0, 2011);
    assert_eq!(said("EXEMPT"), None);
    let explained = |sheet: &str, column: &str| {
        first.rows().any(|row| row[0] == *sheet && row[1] == *column && !row[2].to_string().is_empty())
    };
    for kind in concordat::sheets::KINDS {
        // The shares stand in columns of their own.
        for column in concordat::sheets::columns(kind).iter().filter(|column| column.key != "split") {
            assert!(explained(kind.plural(), column.head), "{kind:?}: {}", column.head);
        }
    }
}

#[test]
fn a_file_with_exempt_items_says_so_in_its_name_and_first() {
    let mut workspace = small();
    let exempt = Exempt { paragraph: Paragraph::Three, reason: "A contract is being let".into(), review: day("2011-06-01") };
    for risk in workspace.risks.values_mut() {
        risk.exempt = Some(exempt.clone());
    }
    let facts = Facts { for_whom: ForWhom::Named("The Board".to_owned()), ..facts() };
    assert_eq!(file_name(&facts, None, "Councils-2011"), "EXEMPT-Councils-2011.xlsx");
    assert_eq!(file_name(&facts, Some(Kind::Money), "Councils-2011"), "EXEMPT-Councils-2011-money-lines.csv");
    let bytes = file::xlsx(&book(&workspace, &facts, None), day("2011-01-18")).unwrap();
    let mut read = Xlsx::new(Cursor::new(bytes)).unwrap();
    let first = read.worksheet_range("About this file").unwrap();
    let head = first.rows().next().unwrap();
    assert_eq!(head[0].to_string(), "EXEMPT");
    assert!(head[1].to_string().contains("The Board"));
    assert!(cell(&read.worksheet_range("Risks").unwrap(), "Exempt: reason").to_string().contains("A contract is being let"));
}

#[test]
fn what_is_left_out_stands_nowhere_in_the_file() {
    let mut workspace = small();
    let service = concordat::domain::subject::Subject::parse("service/payroll").unwrap();
    workspace.withdrawn.insert(service.clone(), "Payroll".to_owned());
    let records = std::collections::BTreeSet::from([service]);
    let line = concordat::domain::subject::Subject::parse("money/line").unwrap();
    let fields = std::collections::BTreeMap::from([(line, std::collections::BTreeSet::from(["title".to_owned()]))]);
    workspace.exempt.extend(records.clone());
    let left = concordat::sheets::without(&workspace, &records, &fields);
    let mut read = Xlsx::new(Cursor::new(workbook(&left))).unwrap();
    for sheet in read.sheet_names().iter().skip(1) {
        let range = read.worksheet_range(sheet).unwrap();
        assert!(range.used_cells().all(|(_, _, cell)| !cell.to_string().contains("Payroll")), "{sheet}");
    }
}

#[test]
fn values_are_read_by_another_library_and_hold_no_formula() {
    let text = csv(&every_sort(), Kind::Risk);
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |head: &str| row.get(heads.iter().position(|known| known == head).unwrap()).unwrap();
    assert_eq!(cell("Review date"), "2011-03-01");
    assert_eq!(cell("Mitigation"), "'+44 1527");
    for cell in &row {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

#[test]
fn libreoffice_opens_the_workbook_and_shows_the_same() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("LibreOffice is not installed here: what it makes of the workbook was not looked at.");
        return;
    }
    let folder = std::env::temp_dir().join(format!("concordat-sheets-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("work.xlsx"), workbook(&every_sort())).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    // Every sheet as values: comma, quotation marks, UTF-8, cells as they stand.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .arg(&folder)
        .arg(folder.join("work.xlsx"))
        .output()
        .unwrap();
    assert!(status.status.success(), "{status:?}");
    let risks = std::fs::read_to_string(folder.join("work-Risks.csv")).unwrap();
    let money = std::fs::read_to_string(folder.join("work-Money lines.csv")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(risks.contains("\"=HYPERLINK(\"\"mailto:clerk\"\",\"\"Treasurer\"\")\""), "{risks}");
    assert!(risks.contains("+44 1527") && risks.contains("@county") && risks.contains("1 Mar 2011"), "{risks}");
    assert!(money.contains("12,000.00") && money.contains("2010/11"), "{money}");
}
