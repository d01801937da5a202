//! Answers that are typed in several fields and are one: the sum of a line, its source, its split, who gave it, who set it.

use crate::domain::money::{Basis, Fund, FundKind, MoneyKind, Recurrence, SetBy, Split, SplitRule, Sum};
use crate::domain::pence::Pence;
use crate::domain::source::Source;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::words::typed::reading::Reading;
use crate::words::typed::{self, names, split};

impl Reading<'_> {
    pub(super) fn sum(&mut self, before: Option<&Sum>) -> Option<Sum> {
        let kind = self.choice("kind", before.map(|sum| sum.kind), MoneyKind::ALL, MoneyKind::key, MoneyKind::label);
        let kind = kind.unwrap_or(MoneyKind::Saving);
        let amount = self.read("amount", before.map(|sum| (sum.pence, sum.up_to)), |typed| {
            typed::range(typed).map_err(|error| error.to_string())
        });
        if amount.is_none() && !self.is_refused("amount") {
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
    pub(super) fn source(&mut self, workspace: &Workspace, before: Option<Source>) -> Option<Source> {
        if let Some(place) = self.shown("place") {
            if self.is_untouched("place") {
                return before;
            }
            return stated_at(workspace, place);
        }
        let paper = self.text("source", before.as_ref().map(|source| source.paper.clone()));
        let paragraph = self.text("source-paragraph", before.as_ref().and_then(|source| source.paragraph.clone()));
        let dated = self.day("source-dated", before.and_then(|source| source.dated));
        if paper.is_none() && (paragraph.is_some() || dated.is_some()) {
            self.refuse("source", "Name the paper, or clear its paragraph and date.");
        }
        Some(Source { paper: paper?, paragraph, dated })
    }

    pub(super) fn split(&mut self, before: Option<Split>, whole: Option<Pence>, workspace: &Workspace) -> Option<Split> {
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
        let parts = match split::parts(self.shown("split").unwrap_or_default(), rule, whole, &names::partners(workspace)) {
            Ok(parts) => parts,
            Err(says) => {
                self.refuse("split", &says);
                return None;
            }
        };
        Some(Split { rule, parts, agreed_by, agreed_on })
    }

    pub(super) fn fund(&mut self, before: Option<Fund>) -> Option<Fund> {
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

    pub(super) fn set_by(&mut self, before: Option<SetBy>) -> Option<SetBy> {
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

/// The source that one text names.
pub(super) fn stated_at(workspace: &Workspace, place: &str) -> Option<Source> {
    let (paper, paragraph) = paper_and_paragraph(place)?;
    let dated = workspace
        .money
        .values()
        .filter_map(|line| line.source.as_ref())
        .filter(|source| source.paper == paper)
        .find_map(|source| source.dated);
    Some(Source { paper, paragraph, dated })
}

/// As a sentence: a question has its mark already.
fn ended(says: &str) -> String {
    if says.ends_with('?') { says.to_owned() } else { format!("{says}.") }
}

/// A paper and its paragraph in one text: the paragraph begins with the first word after the paper's name that begins with a digit.
pub fn paper_and_paragraph(place: &str) -> Option<(String, Option<String>)> {
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
