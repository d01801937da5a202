//! Somebody's own table coming in: what it would do is shown row by row, and what is not understood is named with its place.

use concordat::domain::exempt::Paragraph;
use concordat::domain::money::{InUse, Money, MoneyId, MoneyKind, Split, SplitPart, SplitRule};
use concordat::domain::partner::PartnerId;
use concordat::domain::pence::Pence;
use concordat::domain::thing::Kind;
use concordat::domain::workspace::Workspace;
use concordat::sheets::{Cell, Fate, TableMapping, file, guess};

use crate::support::{bring_in, day, plan, plan_csv, small, stirring, told};

#[test]
fn rows_are_matched_added_changed_and_left_as_they_are() {
    let file = "Register of the Board,,,\n\nRef,Risk,Risk owner,Review\n10,Loss of key staff,Treasurer,1 April 2011\n11,Clash with the county's programme,,\n";
    let planned = plan_csv(&small(), "Risks.csv", file);
    let rows = &planned.preview.rows;
    assert_eq!(rows.iter().map(|row| row.fate).collect::<Vec<_>>(), [Fate::Changed, Fate::Added]);
    assert_eq!(rows[0].place, "Risks, row 4");
    assert_eq!(told(&rows[0]), ["Owner: not stated → Treasurer", "Review date: 1 March 2011 → 1 April 2011"]);
    assert_eq!(told(&rows[1]), ["Reference: 11", "Title: Clash with the county's programme"]);
    let after = bring_in(&small(), &planned);
    assert_eq!(after.risks.len(), 2);
    let again = plan_csv(&after, "Risks.csv", file);
    assert_eq!(stirring(&again), Vec::<&concordat::sheets::Row>::new());
}

#[test]
fn amounts_dates_years_and_names_are_read_as_people_write_them() {
    let file = "What it is for,Kind,Amount,Financial year,Basis,Partners,Covers\n\
                One ledger,Saving,£12k,10/11,forecast,BDC and Redditch,ICT\n\
                Moving house,cost,1.2m,2010-11,Budget,Bromsgrove,Payroll; ICT\n\
                A range,Saving,30k to 40k,2010/2011,,,Shared services\n";
    let planned = plan_csv(&small(), "lines.csv", file);
    assert_eq!(stirring(&planned).iter().filter(|row| row.fate == Fate::Added).count(), 3, "{:#?}", planned.preview.rows);
    let after = bring_in(&small(), &planned);
    let line = |title: &str| after.money.values().find(|line| line.title.as_deref() == Some(title)).unwrap().clone();
    assert_eq!(line("One ledger").sum.unwrap().pence, Pence::pounds(12_000));
    assert_eq!(line("One ledger").partners.unwrap().len(), 2);
    let cost = line("Moving house").sum.unwrap();
    assert_eq!((cost.pence, cost.kind, cost.year.unwrap().start()), (Pence::pounds(1_200_000), MoneyKind::Cost, 2010));
    assert_eq!(line("A range").sum.unwrap().up_to, Some(Pence::pounds(40_000)));
}

#[test]
fn what_is_not_understood_is_named_with_sheet_row_column_and_reason() {
    let file = "Reference,Title,Review date,Likelihood,Impact,Service\n\
                20,First,31/2/2011,,,\n\
                21,Second,,5,1,\n\
                22,Third,,,3,\n\
                23,Fourth,,,,Pay\n\
                ,,,1,1,\n";
    let planned = plan_csv(&small(), "Risks.csv", file);
    let reasons: Vec<_> = planned.preview.rows.iter().map(|row| (row.place.as_str(), row.reasons.join(" "))).collect();
    assert_eq!(
        reasons,
        [
            ("Risks, row 2", "Column C (Review date): February 2011 has 28 days, so \"31/2/2011\" is not a date.".to_owned()),
            (
                "Risks, row 3",
                "Column D (Likelihood): \"5\" is none of these: 1 to 4, or Low, Medium, Significant or High.".to_owned()
            ),
            (
                "Risks, row 4",
                "Column D (Likelihood): The impact is stated without a likelihood. State both, or neither.".to_owned()
            ),
            ("Risks, row 5", "Column F (Service): There is no service called \"Pay\".".to_owned()),
            ("Risks, row 6", "Column B (Title): Say what may happen.".to_owned()),
        ]
    );
    assert_eq!(planned.things, []);
}

#[test]
fn minus_signs_and_brackets_and_totals_are_refused_in_words() {
    let file = "Title,Amount\nRefund,(500)\nPayback,-500\nGrand total,1000\n";
    let planned = plan_csv(&small(), "Money lines.csv", file);
    let reasons: Vec<String> = planned.preview.rows.iter().map(|row| row.reasons.join(" ")).collect();
    let minus = "Column B (Amount): Write it without a minus sign. Money that is spent is a line of the kind Cost.";
    assert_eq!(reasons[..2], [minus, minus]);
    assert!(reasons[2].contains("total"), "{}", reasons[2]);
}

#[test]
fn a_blank_cell_changes_nothing_and_not_stated_clears() {
    let mut workspace = small();
    for risk in workspace.risks.values_mut() {
        risk.owner = Some("Treasurer".to_owned());
    }
    let planned = plan_csv(&workspace, "Risks.csv", "Reference,Owner,Review date,Title\n10,,not stated,\n");
    assert_eq!(told(&planned.preview.rows[0]), ["Review date: 1 March 2011 → not stated"]);
    let after = bring_in(&workspace, &planned);
    let risk = after.risks.values().next().unwrap();
    assert_eq!((risk.review, risk.owner.as_deref()), (None, Some("Treasurer")));
}

#[test]
fn rows_may_name_what_other_rows_add_wherever_they_stand() {
    let file = "Name,Part of\nPayslips,Salaries\nSalaries,Pensions and pay\nPensions and pay,\n";
    let planned = plan_csv(&small(), "Services.csv", file);
    assert!(planned.preview.rows.iter().all(|row| row.fate == Fate::Added), "{:#?}", planned.preview.rows);
    let after = bring_in(&small(), &planned);
    assert_eq!(after.services.values().filter(|service| service.parent.is_some()).count(), 2);
}

#[test]
fn two_rows_about_one_record_and_an_id_that_was_withdrawn_are_refused() {
    let mut workspace = small();
    let gone = concordat::domain::subject::Subject::parse("risk/gone").unwrap();
    workspace.withdrawn.insert(gone, "An old risk".to_owned());
    let file = "Id,Reference,Owner\nrisk/10,,Clerk\n,10,Treasurer\nrisk/gone,9,Clerk\nservice/x,8,Clerk\n";
    let planned = plan_csv(&workspace, "Risks.csv", file);
    let reasons: Vec<String> = planned.preview.rows.iter().map(|row| row.reasons.join(" ")).collect();
    assert_eq!(reasons[0], "");
    assert!(reasons[1].starts_with("Another row of this file"), "{}", reasons[1]);
    assert!(reasons[2].contains("\"An old risk\" was withdrawn here"), "{}", reasons[2]);
    assert!(reasons[3].contains("is not the Id of a risk"), "{}", reasons[3]);
}

#[test]
fn a_line_is_found_by_what_it_is_about_and_asked_for_where_several_fit() {
    let same = "Title,Year,Amount\nPayroll run once,2010/11,13k\nPayroll run once,2011/12,14k\n";
    let planned = plan_csv(&small(), "Money lines.csv", same);
    assert_eq!(planned.preview.rows.iter().map(|row| row.fate).collect::<Vec<_>>(), [Fate::Changed, Fate::Added]);
    let after = bring_in(&small(), &planned);
    let unclear = plan_csv(&after, "Money lines.csv", "Title,Amount\nPayroll run once,15k\n");
    assert!(unclear.preview.rows[0].reasons[0].starts_with("This may be any of 2 money lines"), "{:?}", unclear.preview.rows);
}

#[test]
fn heads_that_state_thousands_are_read_in_thousands_and_said() {
    let planned = plan_csv(&small(), "Money lines.csv", "Title,Saving (£000),Year\nOne ledger,12.5,2010/11\n");
    let after = bring_in(&small(), &planned);
    let line = after.money.values().find(|line| line.title.as_deref() == Some("One ledger")).unwrap();
    assert_eq!(line.sum.as_ref().unwrap().pence, Pence::pounds(12_500));
    assert!(planned.preview.notes[0].contains("thousands"), "{:?}", planned.preview.notes);
}

#[test]
fn scoring_closing_and_reporting_keep_their_rules() {
    let mut workspace = small();
    let risks = plan_csv(&workspace, "Risks.csv", "Reference,State\n10,Closed\n");
    assert_eq!(risks.preview.rows[0].reasons, ["Say why the risk is closed."]);
    let closed = plan_csv(&workspace, "Risks.csv", "Reference,State,Why closed or opened\n10,Closed,It cannot happen any more\n");
    workspace = bring_in(&workspace, &closed);
    let scored = plan_csv(&workspace, "Risks.csv", "Reference,Likelihood,Impact\n10,2,High\n10,2,Major\n");
    assert!(scored.preview.rows[1].reasons[0].contains("This risk is closed"), "{:?}", scored.preview.rows);
    let red = plan_csv(&workspace, "Services.csv", "Service,RAG status\nPayroll,Red\n");
    assert_eq!(red.preview.rows[0].reasons.len(), 3);
    assert!(red.preview.rows[0].reasons[0].starts_with("Column B (RAG status): "), "{:?}", red.preview.rows);
}

#[test]
fn a_person_may_say_otherwise_which_column_is_which() {
    let book = file::read("table.csv", b"Thing,Who does it\nA new danger,Clerk\n").unwrap();
    let guessed = guess(&book);
    assert_eq!(guessed.tables[0].kind, None);
    let mut mapping = guessed;
    mapping.tables[0] = TableMapping { kind: Some(Kind::Risk), heads: 0, columns: vec![Some("title"), Some("owner")] };
    let planned = plan(&small(), book, mapping);
    assert_eq!(told(&planned.preview.rows[0]), ["Title: A new danger", "Owner: Clerk"]);
}

#[test]
fn a_year_that_a_spreadsheet_made_a_date_of_and_an_error_are_said() {
    use concordat::sheets::{Book, Cell, Table};
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows = vec![
        vec![text("Title"), text("Financial year"), text("Amount")],
        vec![text("One ledger"), Cell::Day(day("2010-11-01")), Cell::Fault("#REF!".to_owned())],
    ];
    let book = Book { tables: vec![Table { name: "Money lines".to_owned(), rows }] };
    let mapping = guess(&book);
    let reasons = plan(&small(), book, mapping).preview.rows[0].reasons.join(" ");
    assert!(reasons.contains("has made a date of this") && reasons.contains("shows an error here (#REF!)"), "{reasons}");
}

#[test]
fn shares_stand_in_a_column_for_each_council_and_come_to_the_whole() {
    let read = |rows: &str| {
        let file = format!("What it is for,Amount,Split,Share of Bromsgrove,Share of RBC,Split agreed by\n{rows}\n");
        plan_csv(&small(), "Money lines.csv", &file)
    };
    let split = |rows: &str| {
        let after = bring_in(&small(), &read(rows));
        let line = after.money.values().find(|line| line.title.as_deref() == Some("One ledger")).unwrap();
        let split = line.split.clone().unwrap();
        let parts: Vec<_> = split.parts.iter().map(|part| (part.partner.to_string(), part.weight)).collect();
        (split.rule, parts, split.agreed_by)
    };
    let parts = |one: u64, other: u64| vec![("partner/b".to_owned(), one), ("partner/r".to_owned(), other)];
    let board = Some("The Board".to_owned());
    assert_eq!(split("One ledger,12k,Percentages,60,40,The Board"), (SplitRule::Percent, parts(6_000, 4_000), board));
    // A table that names no rule has amounts below the councils' names.
    assert_eq!(split("One ledger,12k,,£7k,\"5,000\","), (SplitRule::Fixed, parts(700_000, 500_000), None));
    assert_eq!(split("One ledger,12k,Equal shares,equal,x,"), (SplitRule::Equal, parts(0, 0), None));
    assert_eq!(split("One ledger,12k,By population,93000,84000,"), (SplitRule::Population, parts(93_000, 84_000), None));

    let refused = |row: &str| read(row).preview.rows[0].reasons.join(" ");
    assert_eq!(
        refused("One ledger,12k,Percentages,60,30.5,"),
        "Column C (Split): The percentages come to 90.5 %, not to 100 %. Put them right."
    );
    assert_eq!(
        refused("One ledger,12k,Fixed amounts,7000,4000,"),
        "Column C (Split): The parts come to £11,000, but the amount is £12,000. Make them the same."
    );
    assert_eq!(
        refused("One ledger,12k,Percentages,most,40,"),
        "Column D (Share of Bromsgrove): \"most\" is not a percentage. Write it as 60 or 33.33."
    );
    assert_eq!(
        refused("One ledger,12k,Equal shares,equal,40,"),
        "Column E (Share of RBC): \"40\" says nothing under equal shares. Write \"equal\" for each partner that has one."
    );
    assert_eq!(
        refused("One ledger,12k,Percentages,,,The Board"),
        "Column C (Split): Say who has which share, in the column of each partner, or clear the split."
    );
    let stranger = plan_csv(&small(), "Money lines.csv", "What it is for,Amount,Share of Oz\nOne ledger,12k,5\n");
    assert_eq!(
        stranger.preview.rows[0].reasons,
        ["Column C (Share of Oz): There is no partner called \"Oz\". Put the partner's name into the head."]
    );
    let twice = "What it is for,Amount,Shares,Share of RBC\nOne ledger,12k,Redditch 100,100\n";
    assert_eq!(
        plan_csv(&small(), "Money lines.csv", twice).preview.rows[0].reasons,
        ["Column C (Shares): The shares are stated twice, here and in a column for each partner. Keep one of the two."]
    );
}

#[test]
fn one_share_is_changed_with_the_other_and_cleared_by_words() {
    let mut workspace = small();
    let part = |partner: &str, weight| SplitPart { partner: PartnerId::new(partner).unwrap(), weight };
    for line in workspace.money.values_mut() {
        let parts = vec![part("r", 4_000), part("b", 6_000)];
        line.split = Some(Split { rule: SplitRule::Percent, parts, agreed_by: Some("The Board".into()), agreed_on: None });
    }
    let read = |heads: &str, cells: &str| plan_csv(&workspace, "Money lines.csv", &format!("Id,{heads}\nmoney/line,{cells}\n"));
    let both = "Share of Bromsgrove,Share of Redditch";
    assert_eq!(read(both, "60,40").preview.rows[0].fate, Fate::Same);
    let after = bring_in(&workspace, &read(both, "55.5,44.5"));
    let split = after.money.values().next().unwrap().split.clone().unwrap();
    // Spare pence are given out in the order that was agreed.
    assert_eq!((split.parts, split.agreed_by.as_deref()), (vec![part("r", 4_450), part("b", 5_550)], Some("The Board")));
    assert!(read(both, "55,").preview.rows[0].reasons[0].contains("come to 95 %"));
    assert_eq!(read(both, "100,not stated").preview.rows[0].fate, Fate::Changed);
    assert!(
        read(&format!("Split,{both}"), "Fixed amounts,60,40").preview.rows[0].reasons[0]
            .contains("£100, but the amount is £12,000")
    );
    assert_eq!(bring_in(&workspace, &read("Split", "not stated")).money.values().next().unwrap().split, None);
}

#[test]
fn a_figure_is_chosen_with_its_reason_and_only_one_of_those_that_differ() {
    let mut workspace = small();
    let line = workspace.money.values().next().unwrap().clone();
    let rival = MoneyId::new("rival").unwrap();
    workspace.insert(Money { id: rival, title: Some("Payroll, newer".into()), rival_of: Some(line.id.clone()), ..line }.into());
    let read = |workspace: &Workspace, rows: &str| {
        plan_csv(workspace, "Money lines.csv", &format!("Id,In use,Why in use or not\n{rows}\n"))
    };
    assert_eq!(
        read(&workspace, "money/line,In use,").preview.rows[0].reasons,
        ["Column C (Why in use or not): Say why this figure is the one to go by."]
    );
    assert_eq!(
        read(&workspace, "money/line,perhaps,because").preview.rows[0].reasons,
        ["Column B (In use): \"perhaps\" is none of these: In use and Not in use."]
    );
    assert_eq!(
        read(&workspace, "money/line,,because").preview.rows[0].reasons,
        ["Column B (In use): Say whether it is In use or Not in use, or clear the reason."]
    );
    let workspace = bring_in(&workspace, &read(&workspace, "money/line,In use,Treasurers agreed"));
    let again = read(&workspace, "money/rival,In use,The newer paper");
    assert!(again.preview.rows[0].reasons[0].starts_with(
        "Column B (In use): \"Payroll run once\" says something about the same and is in use. Give it a row in which it is Not in use"
    ));
    // Both in one file, in whichever order.
    let both = "money/rival,In use,The newer paper\nmoney/line,Not in use,There is a newer paper";
    let after = bring_in(&workspace, &read(&workspace, both));
    let used: Vec<_> = after.money.values().map(|line| line.in_use.as_ref().unwrap().in_use).collect();
    assert_eq!(used, [InUse::No, InUse::Yes]);
}

#[test]
fn a_movement_that_a_paper_states_comes_with_its_paper() {
    let read = |cells: &str| {
        let heads = "Reference,Stated movement,Movement: source,Movement: paragraph,Movement: dated";
        plan_csv(&small(), "Risks.csv", &format!("{heads}\n10,{cells}\n"))
    };
    let refused = |cells: &str| read(cells).preview.rows[0].reasons.join(" ");
    assert_eq!(refused("Increased,,,"), "Column C (Movement: source): Name the paper that states this movement.");
    assert_eq!(refused(",S3c,,"), "Column B (Stated movement): Say which way the paper says that it moved, or clear the paper.");
    assert_eq!(
        refused("Up,S3c,,"),
        "Column B (Stated movement): \"Up\" is none of these: Increased, Reduced, Same, New and Closed."
    );
    assert!(refused("Increased,S3c,7.2,31/2/2011").starts_with("Column E (Movement: dated): "));
    let planned = read("Increased,S3c,Appendix A,9 December 2010");
    assert_eq!(
        told(&planned.preview.rows[0]),
        ["Stated movement: not stated → ▲ increased (S3c Appendix A; earlier score not given)"]
    );
    let after = bring_in(&small(), &planned);
    let cleared = bring_in(&after, &plan_csv(&after, "Risks.csv", "Reference,Stated movement\n10,not stated\n"));
    assert_eq!(cleared.risks.values().next().unwrap().movement, None);
}

#[test]
fn an_exemption_is_stated_whole_and_ended_in_words() {
    let read = |workspace: &Workspace, cells: &str| {
        let heads = "Reference,Exempt: paragraph,Exempt: reason,Exempt: review by";
        plan_csv(workspace, "Risks.csv", &format!("{heads}\n10,{cells}\n"))
    };
    let refused = |cells: &str| read(&small(), cells).preview.rows[0].reasons.join(" ");
    assert_eq!(
        refused("3,,"),
        "Column C (Exempt: reason): Say why it is exempt, in words that give nothing away. Column D (Exempt: review by): Say by when it is to be looked at again."
    );
    assert_eq!(
        refused(",A contract is being let,1/6/2011"),
        "Column B (Exempt: paragraph): Say under which paragraph it is exempt, 1 to 7, or clear its reason and day."
    );
    assert!(
        refused("9,A contract is being let,1/6/2011").starts_with("Column B (Exempt: paragraph): \"9\" is none of these: 1: ")
    );
    let exempt = bring_in(&small(), &read(&small(), "3,A contract is being let,1 June 2011"));
    assert_eq!(exempt.exempt.len(), 1);
    let marked = exempt.risks.values().next().unwrap().exempt.clone().unwrap();
    assert_eq!((marked.paragraph, marked.review), (Paragraph::Three, day("2011-06-01")));
    assert_eq!(read(&exempt, ",,").preview.rows[0].fate, Fate::Same);
    let ended = bring_in(&exempt, &read(&exempt, "not stated,,"));
    assert!(ended.exempt.is_empty());
}

#[test]
fn rows_that_name_what_another_row_renames_say_nothing_new() {
    let mut workspace = small();
    let part = |partner: &str| SplitPart { partner: PartnerId::new(partner).unwrap(), weight: 0 };
    for line in workspace.money.values_mut() {
        let parts = vec![part("b"), part("r")];
        line.split = Some(Split { rule: SplitRule::Equal, parts, agreed_by: None, agreed_on: None });
    }
    let mut book = crate::support::tables(&workspace);
    for cell in book.tables[1..3].iter_mut().flat_map(|table| &mut table.rows).flatten() {
        match cell {
            Cell::Text(name) if name == "Redditch Borough Council" => *name = "Redditch & Alcester Council".to_owned(),
            Cell::Text(name) if name == "Payroll" => *name = "Pay and pensions".to_owned(),
            _ => {}
        }
    }
    let mapping = guess(&book);
    let planned = plan(&workspace, book, mapping);
    let stirring: Vec<_> = stirring(&planned).into_iter().map(|row| (row.place.as_str(), row.reasons.join(" "))).collect();
    assert_eq!(stirring, [("Partners, row 3", String::new()), ("Services, row 3", String::new())]);
}
