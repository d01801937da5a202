//! A line about money as people type it, field by field, and the record that it comes to.

use std::collections::BTreeMap;

use crate::domain::check::check;
use crate::domain::command::Refusal;
use crate::domain::money::{Basis, Cash, Fund, FundKind, Money, MoneyId, MoneyKind, Recurrence, SetBy, Split, SplitRule, Sum};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::pence::Pence;
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::words::typed::{self, names, split};
use crate::words::{self, sentence};

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
    fields.into_iter().map(|(field, typed)| (field, typed.unwrap_or_default())).collect()
}

/// The line that is typed: fields that the form does not show stay as they were before. Refusals name the form's fields.
pub fn line(workspace: &Workspace, before: &Money, typed: &Sheet) -> Result<Money, Vec<Refusal>> {
    let mut reading = Reading { typed, as_was: sheet(workspace, before), wrong: Vec::new() };
    let partners = names::partners(workspace);
    let sum = reading.sum(before.sum.as_ref());
    let title = reading.text("title", before.title.clone());
    if title.is_none() {
        reading.refuse("title", "Say what the figure is for.");
    }
    let line = Money {
        title,
        covers: reading
            .list("covers", before.covers.clone(), |text| names(text, &names::subjects(workspace), "service or programme")),
        partners: reading.list("partners", before.partners.clone(), |text| names(text, &partners, "partner")),
        part_of: reading.id("part_of", before.part_of.clone()),
        net_of: reading.id("net_of", before.net_of.clone()),
        rival_of: reading.id("rival_of", before.rival_of.clone()),
        split: reading.split(before.split.clone(), sum.as_ref().map(|sum| sum.pence), &partners),
        cash: reading.choice("cash", before.cash, Cash::ALL, Cash::key, Cash::label),
        fund: reading.fund(before.fund.clone()),
        set_by: reading.set_by(before.set_by.clone()),
        commentary: reading.text("commentary", before.commentary.clone()),
        source: reading.source(workspace, before.source.clone()),
        sum,
        ..before.clone()
    };
    if !reading.wrong.is_empty() {
        return Err(reading.wrong);
    }
    let thing = Thing::from(line.clone());
    let wrong: Vec<Refusal> = check(workspace, &thing).into_iter().map(in_its_field).collect();
    if wrong.is_empty() { Ok(line) } else { Err(wrong) }
}

/// Parts of a text with semicolons between them, else with commas.
pub(super) fn divided(text: &str) -> impl Iterator<Item = &str> {
    let between = if text.contains([';', '\n']) { [';', '\n'] } else { [',', ','] };
    text.split(between).map(str::trim).filter(|part| !part.is_empty())
}

struct Reading<'t> {
    typed: &'t Sheet,
    as_was: Sheet,
    wrong: Vec<Refusal>,
}

impl Reading<'_> {
    fn refuse(&mut self, field: &'static str, says: &str) {
        self.wrong.push(Refusal::of(field, sentence(says)));
    }

    /// What is typed in a field that the form shows; empty where it is blank.
    fn shown(&self, field: &str) -> Option<&str> {
        self.typed.get(field).map(|typed| typed.trim())
    }

    /// Whether nobody has touched a field. Then it stays as it was, even if it names what is not in the workspace.
    fn is_untouched(&self, field: &str) -> bool {
        self.typed.get(field).is_none_or(|typed| self.as_was.get(field) == Some(typed))
    }

    fn text(&self, field: &str, before: Option<String>) -> Option<String> {
        self.shown(field).map_or(before, |typed| (!typed.is_empty()).then(|| typed.to_owned()))
    }

    fn read<T>(&mut self, field: &'static str, before: Option<T>, read: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        if self.is_untouched(field) {
            return before;
        }
        let typed = self.shown(field).filter(|typed| !typed.is_empty())?;
        match read(typed) {
            Ok(value) => Some(value),
            Err(says) => {
                self.refuse(field, &says);
                None
            }
        }
    }

    fn list<T>(
        &mut self,
        field: &'static str,
        before: Option<Vec<T>>,
        read: impl FnOnce(&str) -> Result<Vec<T>, String>,
    ) -> Option<Vec<T>> {
        self.read(field, before, read).filter(|list| !list.is_empty())
    }

    fn id(&mut self, field: &'static str, before: Option<MoneyId>) -> Option<MoneyId> {
        self.read(field, before, |typed| {
            MoneyId::try_from(typed.to_owned()).map_err(|_| "Choose a line from the list.".to_owned())
        })
    }

    /// A choice by its key, or by its words as a spreadsheet has them.
    fn choice<T: Copy>(
        &mut self,
        field: &'static str,
        before: Option<T>,
        all: &[T],
        key: fn(T) -> &'static str,
        label: fn(T) -> &'static str,
    ) -> Option<T> {
        self.read(field, before, |typed| {
            let found = all.iter().copied().find(|one| key(*one) == typed || label(*one).eq_ignore_ascii_case(typed));
            found.ok_or_else(|| {
                let all = all.iter().map(|one| label(*one));
                format!("\"{typed}\" is none of these: {}.", words::list(all))
            })
        })
    }

    fn day(&mut self, field: &'static str, before: Option<chrono::NaiveDate>) -> Option<chrono::NaiveDate> {
        self.read(field, before, |typed| typed::date(typed).map_err(|error| error.to_string()))
    }

    fn sum(&mut self, before: Option<&Sum>) -> Option<Sum> {
        let kind = self.choice("kind", before.map(|sum| sum.kind), MoneyKind::ALL, MoneyKind::key, MoneyKind::label);
        let kind = kind.unwrap_or(MoneyKind::Saving);
        let amount = self.read("amount", before.map(|sum| (sum.pence, sum.up_to)), |typed| {
            typed::range(typed).map_err(|error| error.to_string())
        });
        if amount.is_none() && !self.wrong.iter().any(|refusal| refusal.field == "amount") {
            self.refuse("amount", "Type an amount, such as £12k or 5,112. A stated nought is 0.");
        }
        if amount.is_some_and(|(from, _)| from < Pence::ZERO) {
            self.refuse("amount", "Write it without a minus sign. Money that is spent is a line of the kind Cost.");
        }
        let year = self.read("year", before.and_then(|sum| sum.year), |typed| {
            FinancialYear::parse(typed).map_err(|error| ended(&error.to_string()))
        });
        let basis = self.choice("basis", before.and_then(|sum| sum.basis), Basis::ALL, Basis::key, Basis::label);
        let recurrence =
            self.choice("recurrence", before.and_then(|sum| sum.recurrence), Recurrence::ALL, Recurrence::key, Recurrence::label);
        let (pence, up_to) = amount?;
        Some(Sum { kind, pence, up_to, year, basis: basis.filter(|_| kind != MoneyKind::Target), recurrence })
    }

    /// In the table a source is one text, `S3c 7.2`; in the full form it is three. A paper's date is known from another
    /// line that states it.
    fn source(&mut self, workspace: &Workspace, before: Option<Source>) -> Option<Source> {
        if let Some(place) = self.shown("place") {
            if self.is_untouched("place") {
                return before;
            }
            let (paper, paragraph) = paper_and_paragraph(place)?;
            let dated = workspace
                .money
                .values()
                .filter_map(|line| line.source.as_ref())
                .filter(|source| source.paper == paper)
                .find_map(|source| source.dated);
            return Some(Source { paper, paragraph, dated });
        }
        let paper = self.text("source", before.as_ref().map(|source| source.paper.clone()));
        let paragraph = self.text("source-paragraph", before.as_ref().and_then(|source| source.paragraph.clone()));
        let dated = self.day("source-dated", before.and_then(|source| source.dated));
        if paper.is_none() && (paragraph.is_some() || dated.is_some()) {
            self.refuse("source", "Name the paper, or clear its paragraph and date.");
        }
        Some(Source { paper: paper?, paragraph, dated })
    }

    fn split(&mut self, before: Option<Split>, whole: Option<Pence>, known: &[names::Named<PartnerId>]) -> Option<Split> {
        if ["split-rule", "split", "split-agreed-by", "split-agreed-on"].iter().all(|field| self.is_untouched(field)) {
            return before;
        }
        let agreed_by = self.text("split-agreed-by", None);
        let agreed_on = self.day("split-agreed-on", before.as_ref().and_then(|split| split.agreed_on));
        let Some(rule) =
            self.choice("split-rule", before.map(|split| split.rule), SplitRule::ALL, SplitRule::key, SplitRule::label)
        else {
            if self.shown("split").is_some_and(|typed| !typed.is_empty()) || agreed_by.is_some() || agreed_on.is_some() {
                self.refuse("split-rule", "Choose how it is divided, or clear the shares.");
            }
            return None;
        };
        let parts = match split::parts(self.shown("split").unwrap_or_default(), rule, whole, known) {
            Ok(parts) => parts,
            Err(says) => {
                self.refuse("split", &says);
                return None;
            }
        };
        Some(Split { rule, parts, agreed_by, agreed_on })
    }

    fn fund(&mut self, before: Option<Fund>) -> Option<Fund> {
        if ["fund", "fund-kind", "fund-purpose"].iter().all(|field| self.is_untouched(field)) {
            return before;
        }
        let giver = self.text("fund", None);
        let kind = self.choice("fund-kind", before.and_then(|fund| fund.kind), FundKind::ALL, FundKind::key, FundKind::label);
        let purpose = self.text("fund-purpose", None);
        if giver.is_none() && (kind.is_some() || purpose.is_some()) {
            self.refuse("fund", "Say who gave it.");
        }
        Some(Fund { giver: giver?, kind, purpose })
    }

    fn set_by(&mut self, before: Option<SetBy>) -> Option<SetBy> {
        if ["set_by", "set-on"].iter().all(|field| self.is_untouched(field)) {
            return before;
        }
        let who = self.text("set_by", None);
        let on = self.day("set-on", before.and_then(|set| set.on));
        if who.is_none() && on.is_some() {
            self.refuse("set_by", "Say who set the target.");
        }
        Some(SetBy { who: who?, on })
    }
}

/// A figure is typed in several fields; what is wrong with it as a whole stands beside the amount.
fn in_its_field(refusal: Refusal) -> Refusal {
    let field = if refusal.field == "sum" { "amount" } else { refusal.field };
    Refusal { field, ..refusal }
}

/// As a sentence: a question has its mark already.
fn ended(says: &str) -> String {
    if says.ends_with('?') { says.to_owned() } else { format!("{says}.") }
}

/// The paragraph begins with the first word after the paper's name that begins with a digit.
fn paper_and_paragraph(place: &str) -> Option<(String, Option<String>)> {
    let (first, rest) = place.split_once(' ').map_or((place, ""), |(first, rest)| (first, rest.trim()));
    if first.is_empty() {
        return None;
    }
    let begins = |(place, letter): &(usize, char)| {
        letter.is_ascii_digit() && rest.get(..*place).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    Some(match rest.char_indices().find(begins) {
        Some((at, _)) => {
            let (name, paragraph) = rest.split_at(at);
            (format!("{first} {name}").trim().trim_end_matches(',').to_owned(), Some(paragraph.trim().to_owned()))
        }
        None => (format!("{first} {rest}").trim().to_owned(), None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
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
