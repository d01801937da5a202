//! A line about money as people type it, field by field, and the record that it comes to.

use std::collections::BTreeMap;

use crate::domain::check::check;
use crate::domain::command::Refusal;
use crate::domain::money::{Cash, Money, MoneyId, SpentOn};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::order::OneByOne;
use crate::words;
use crate::words::typed::reading::Reading;
use crate::words::typed::{answers, names, split};

/// What is typed, by field. A form shows some of the fields; those that it does not show stay as they were.
pub type Sheet = BTreeMap<&'static str, String>;

/// A line as it would be typed.
pub fn sheet(workspace: &Workspace, line: &Money) -> Sheet {
    let name = |id: &PartnerId| {
        let partner = workspace.partners.get(id).and_then(Partner::said_name);
        partner.map_or_else(|| words::name(workspace, &Subject::from(id)), str::to_owned)
    };
    let sum = line.sum.as_ref();
    let source = line.source.as_ref();
    let split = line.split.as_ref();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let id = |id: &Option<MoneyId>| id.as_ref().map(ToString::to_string);
    let fields = [
        ("title", line.title.clone()),
        ("kind", sum.map(|sum| sum.kind.key().to_owned())),
        ("amount", sum.map(|sum| words::money::exact_range(sum.pence, sum.up_to))),
        ("year", sum.and_then(|sum| sum.year).map(|year| year.to_string())),
        ("basis", sum.and_then(|sum| sum.basis).map(|basis| basis.key().to_owned())),
        ("recurrence", sum.and_then(|sum| sum.recurrence).map(|again| again.key().to_owned())),
        (
            "covers",
            line.covers
                .as_ref()
                .map(|covers| covers.iter().map(|subject| words::name(workspace, subject)).collect::<Vec<_>>().join("; ")),
        ),
        ("partners", line.partners.as_ref().map(|ids| ids.iter().map(name).collect::<Vec<_>>().join(", "))),
        ("place", source.map(words::source::place)),
        ("source", source.map(|source| source.paper.clone())),
        ("source-paragraph", source.and_then(|source| source.paragraph.clone())),
        ("source-dated", day(source.and_then(|source| source.dated))),
        ("cash", line.cash.map(|cash| cash.key().to_owned())),
        ("spent_on", line.spent_on.map(|spent_on| spent_on.key().to_owned())),
        ("part_of", id(&line.part_of)),
        ("net_of", id(&line.net_of)),
        ("rival_of", id(&line.rival_of)),
        ("split-rule", split.map(|split| split.rule.key().to_owned())),
        ("split", split.map(|split| split::told(&split.parts, split.rule, name))),
        ("split-agreed-by", split.and_then(|split| split.agreed_by.clone())),
        ("split-agreed-on", day(split.and_then(|split| split.agreed_on))),
        ("fund", line.fund.as_ref().map(|fund| fund.giver.clone())),
        ("fund-kind", line.fund.as_ref().and_then(|fund| fund.kind).map(|kind| kind.key().to_owned())),
        ("fund-purpose", line.fund.as_ref().and_then(|fund| fund.purpose.clone())),
        ("set_by", line.set_by.as_ref().map(|set| set.who.clone())),
        ("set-on", day(line.set_by.as_ref().and_then(|set| set.on))),
        ("commentary", line.commentary.clone()),
    ];
    fields.into_iter().map(|(field, typed)| (field, typed.unwrap_or_default())).one_by_one()
}

/// What is typed in a row as the full form has it: there the source has three fields.
pub fn in_full(workspace: &Workspace, mut typed: Sheet) -> Sheet {
    let place = typed.remove("place").unwrap_or_default();
    if let Some(source) = answers::stated_at(workspace, place.trim()) {
        let dated = source.dated.map(|date| date.to_string()).unwrap_or_default();
        let fields =
            [("source", source.paper), ("source-paragraph", source.paragraph.unwrap_or_default()), ("source-dated", dated)];
        typed.extend(fields);
    }
    typed
}

/// The line that is typed: fields that the form does not show stay as they were before. Refusals name the form's fields.
pub fn line(workspace: &Workspace, before: &Money, typed: &Sheet) -> Result<Money, Vec<Refusal>> {
    let mut reading = Reading::of(typed, sheet(workspace, before));
    let sum = reading.sum(before.sum.as_ref());
    let title = reading.text("title", before.title.clone());
    if title.is_none() {
        reading.refuse("title", "Say what the figure is for.");
    }
    let line = Money {
        title,
        covers: reading
            .list("covers", before.covers.clone(), |text| names(text, &names::subjects(workspace), "service or programme")),
        partners: reading.list("partners", before.partners.clone(), |text| names(text, &names::partners(workspace), "partner")),
        part_of: reading.id("part_of", before.part_of.clone()),
        net_of: reading.id("net_of", before.net_of.clone()),
        rival_of: reading.id("rival_of", before.rival_of.clone()),
        split: reading.split(before.split.clone(), sum.as_ref().map(|sum| sum.pence), workspace),
        cash: reading.choice("cash", before.cash, Cash::ALL, Cash::key, Cash::label),
        spent_on: reading.choice("spent_on", before.spent_on, SpentOn::ALL, SpentOn::key, SpentOn::label),
        fund: reading.fund(before.fund.clone()),
        set_by: reading.set_by(before.set_by.clone()),
        commentary: reading.text("commentary", before.commentary.clone()),
        source: reading.source(workspace, before.source.clone()),
        sum,
        ..before.clone()
    };
    reading.finish()?;
    let thing = Thing::from(line.clone());
    let wrong: Vec<Refusal> = check(workspace, &thing).into_iter().map(in_its_field).collect();
    if wrong.is_empty() { Ok(line) } else { Err(wrong) }
}

/// Parts of a text with semicolons between them, else with commas.
pub(super) fn divided(text: &str) -> impl Iterator<Item = &str> {
    let between = if text.contains([';', '\n']) { [';', '\n'] } else { [',', ','] };
    text.split(between).map(str::trim).filter(|part| !part.is_empty())
}

/// A figure is typed in several fields; what is wrong with it as a whole stands beside the amount.
fn in_its_field(refusal: Refusal) -> Refusal {
    let field = if refusal.field == "sum" { "amount" } else { refusal.field };
    Refusal { field, ..refusal }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Basis, MoneyKind};
    use crate::domain::pence::Pence;
    use crate::domain::service::{Service, ServiceId};

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        for (code, name) in [("bdc", "Bromsgrove"), ("rbc", "Redditch")] {
            let partner = Partner {
                name: Some(name.to_owned()),
                code: Some(code.to_uppercase()),
                ..Partner::new(PartnerId::new(code).unwrap())
            };
            workspace.insert(Thing::from(partner));
        }
        let payroll = Service { name: Some("Payroll".to_owned()), ..Service::new(ServiceId::new("payroll").unwrap()) };
        workspace.insert(Thing::from(payroll));
        workspace
    }

    fn blank() -> Money {
        Money::new(MoneyId::new("new").unwrap())
    }

    fn typed(fields: &[(&'static str, &str)]) -> Sheet {
        fields.iter().map(|(field, typed)| (*field, (*typed).to_owned())).collect()
    }

    fn refused(fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        let found = line(&workspace(), &blank(), &typed(fields)).unwrap_err();
        found.into_iter().map(|refusal| (refusal.field, refusal.says)).collect()
    }

    const ROW: [(&str, &str); 8] = [
        ("title", "Payroll"),
        ("partners", "BDC and Redditch"),
        ("covers", "payroll"),
        ("year", "10/11"),
        ("amount", "£12k"),
        ("basis", "forecast"),
        ("recurrence", "Recurring"),
        ("place", "Board report 7.2, 7.3"),
    ];

    #[test]
    fn a_row_is_read_as_people_type_it_and_reads_back_as_itself() {
        let read = line(&workspace(), &blank(), &typed(&ROW)).unwrap();
        let sum = read.sum.clone().unwrap();
        assert_eq!((sum.pence, sum.kind, sum.basis), (Pence::pounds(12_000), MoneyKind::Saving, Some(Basis::Forecast)));
        assert_eq!(sum.year.unwrap().to_string(), "2010/11");
        assert_eq!(read.partners.as_ref().map(Vec::len), Some(2));
        assert_eq!(read.covers.as_ref().unwrap().first().unwrap().as_str(), "service/payroll");
        let source = read.source.clone().unwrap();
        assert_eq!((source.paper.as_str(), source.paragraph.as_deref()), ("Board report", Some("7.2, 7.3")));
        assert_eq!(line(&workspace(), &read, &sheet(&workspace(), &read)), Ok(read));
    }

    #[test]
    fn a_row_goes_on_in_the_full_form_with_its_source() {
        let row = typed(&ROW);
        let whole = in_full(&workspace(), row.clone());
        assert_eq!(whole.get("source").map(String::as_str), Some("Board report"));
        assert_eq!(whole.get("source-paragraph").map(String::as_str), Some("7.2, 7.3"));
        assert_eq!(line(&workspace(), &blank(), &whole), line(&workspace(), &blank(), &row));
        assert_eq!(in_full(&workspace(), typed(&[("title", "Payroll"), ("place", " ")])), typed(&[("title", "Payroll")]));
    }

    #[test]
    fn a_target_in_a_row_says_who_set_it() {
        let target = [("title", "Savings for the year"), ("kind", "target"), ("year", "10/11"), ("amount", "£12k")];
        assert_eq!(refused(&target), [("set_by", "Say who set the target.".to_owned())]);
        let read = line(&workspace(), &blank(), &typed(&[&target[..], &[("set_by", "The Board")]].concat())).unwrap();
        assert_eq!(read.set_by.unwrap().who, "The Board");
    }

    #[test]
    fn what_cannot_be_read_is_refused_in_its_own_field() {
        let with = |changed: &'static str, text: &'static str| {
            let fields: Vec<_> =
                ROW.iter().map(|(field, typed)| (*field, if *field == changed { text } else { *typed })).collect();
            refused(&fields)
        };
        assert_eq!(
            with("year", "2010/12"),
            [("year", "\"2010/12\" is not one financial year; did you mean 2010/11?".to_owned())]
        );
        assert_eq!(with("title", " ").first().map(|(field, _)| *field), Some("title"));
        assert_eq!(with("amount", "").first().map(|(field, _)| *field), Some("amount"));
        assert_eq!(with("amount", "-12k").first().map(|(field, _)| *field), Some("amount"));
        assert_eq!(
            with("partners", "Redich"),
            [("partners", "There is no partner called \"Redich\". Did you mean Redditch?".to_owned())]
        );
    }

    #[test]
    fn shares_have_a_rule_and_come_to_the_whole() {
        let shares = |rule, text| {
            let fields = [&ROW[..], &[("split-rule", rule), ("split", text), ("split-agreed-by", "The Board")]].concat();
            line(&workspace(), &blank(), &typed(&fields))
        };
        let split = shares("percent", "Bromsgrove 60, Redditch 40 %").unwrap().split.unwrap();
        assert_eq!(split.parts.iter().map(|part| part.weight).collect::<Vec<_>>(), [6_000, 4_000]);
        assert_eq!(split.agreed_by.as_deref(), Some("The Board"));
        let says = |rule, text| shares(rule, text).unwrap_err().first().unwrap().says.clone();
        assert_eq!(says("percent", "Bromsgrove 60; Redditch 30.5"), "The shares come to 90.5 %. They must come to 100 %.");
        assert_eq!(says("fixed", "Bromsgrove £6k; Redditch £5k"), "The amounts come to £11,000. They must come to £12,000.");
        assert!(shares("fixed", "Bromsgrove £7k; Redditch £5k").is_ok());
    }

    #[test]
    fn what_a_form_does_not_show_stays() {
        let mut before = line(&workspace(), &blank(), &typed(&ROW)).unwrap();
        before.covers = Some(vec![Subject::parse("service/elsewhere").unwrap()]);
        let after = line(&workspace(), &before, &typed(&[("amount", "£13k"), ("partners", "Bromsgrove, Redditch")])).unwrap();
        assert_eq!(after.covers, before.covers);
        assert_eq!(after.partners, before.partners);
        assert_eq!(after.sum.unwrap().pence, Pence::pounds(13_000));
    }
}
