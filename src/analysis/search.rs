//! Finding records by what is written in them: reference, name, every text, every source.

mod texts;

use std::cmp::Reverse;

use crate::analysis::search::texts::{Text, Weight, each_record};
use crate::domain::home::home;
use crate::domain::money::Sum;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words;

/// How many letters of a text are shown around what was found in it.
const EXCERPT: usize = 90;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// The best, best first.
    pub best: Vec<Finding>,
    /// How many records there are in all.
    pub total: usize,
}

/// A record that holds every word that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which.
    pub subject: Subject,
    /// Its kind.
    pub kind: Kind,
    /// How it is called.
    pub name: String,
    /// What tells a line about money from others of that name: its kind, year, basis and amount.
    pub figure: Option<String>,
    /// What a note is about, and how that is called: a note has no place of its own.
    pub about: Option<(Subject, String)>,
    /// Which record it belongs to, on whose page it stands.
    pub home: Option<Subject>,
    /// Whether it stands in the person's own drawer, for nobody else.
    pub is_own: bool,
    /// The field that holds a word which its name does not, as screens call it, and the text around that word.
    pub within: Option<(&'static str, String)>,
}

impl Finding {
    /// What is said of it, in which the codes of papers may stand.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        [&self.name]
            .into_iter()
            .chain(self.about.as_ref().map(|(_, name)| name))
            .chain(self.within.as_ref().map(|(_, text)| text))
    }
}

/// A hit, before it is put into words.
struct Hit<'w> {
    score: u32,
    kind: Kind,
    name: &'w str,
    is_own: bool,
    within: Option<(&'static str, &'w str, usize)>,
}

/// The records that hold every word of the query, large and small letters alike: references first, then names, then texts.
/// `own` is what the person wrote for themselves.
pub fn search(workspace: &Workspace, own: &Workspace, query: &str, show: usize) -> Findings {
    let wanted: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return Findings::default();
    }
    let mut hits = Vec::new();
    let mut texts = Vec::new();
    for (whole, is_own) in [(workspace, false), (own, true)] {
        each_record(whole, &mut texts, &mut |kind, name, texts| {
            hits.extend(hit(kind, name, texts, &wanted).map(|hit| Hit { is_own, ..hit }));
        });
    }
    let total = hits.len();
    hits.order_by_key(|hit| (Reverse(hit.score), hit.kind, hit.name));
    let best = hits.into_iter().take(show).filter_map(|hit| in_words(workspace, own, &hit)).collect();
    Findings { best, total }
}

fn in_words(workspace: &Workspace, own: &Workspace, hit: &Hit<'_>) -> Option<Finding> {
    let subject = Subject::parse(hit.name)?;
    let whole = if hit.is_own { own } else { workspace };
    let name = words::name(whole, &subject);
    let home = home(whole, &subject);
    let about = subject.typed().and_then(|id| whole.notes.get(&id)?.about.clone());
    let about = about.map(|about| (about.clone(), words::name(workspace, &about)));
    let label =
        |field: &'static str| hit.kind.fields().iter().find(|known| known.name == field).map_or(field, |known| known.label);
    let within = hit.within.map(|(field, text, at)| (label(field), excerpt(text, at)));
    let figure = subject.typed().and_then(|id| workspace.money.get(&id)?.sum.as_ref()).map(figure);
    Some(Finding { subject, kind: hit.kind, name, figure, about, home, is_own: hit.is_own, within })
}

fn figure(sum: &Sum) -> String {
    let facts = [
        Some(sum.kind.label().to_owned()),
        sum.year.map(|year| year.to_string()),
        sum.basis.map(|basis| basis.label().to_lowercase()),
        Some(words::money::short_range(sum.pence, sum.up_to)),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn hit<'w>(kind: Kind, name: &'w str, texts: &[Text<'w>], wanted: &[String]) -> Option<Hit<'w>> {
    let mut hit = Hit { score: 0, kind, name, is_own: false, within: None };
    for word in wanted {
        let mut best = u32::from(is_kind(kind, word));
        let mut found_in_body = None;
        for text in texts {
            let Some(at) = find(text.text, word) else { continue };
            let score = score(text, at, word);
            if score > best {
                best = score;
                found_in_body = (text.weight == Weight::Body).then_some((text.field, text.text, at));
            }
        }
        if best == 0 {
            return None;
        }
        hit.score += best;
        hit.within = hit.within.or(found_in_body);
    }
    Some(hit)
}

/// "risk 10" finds risk 10, although the word "risk" is not written in it.
fn is_kind(kind: Kind, word: &str) -> bool {
    [kind.label(), kind.plural()].iter().any(|label| label.eq_ignore_ascii_case(word))
}

fn score(text: &Text<'_>, at: usize, word: &str) -> u32 {
    let whole = text.text.len() == word.len();
    let before = text.text.get(..at).and_then(|before| before.chars().next_back());
    let begins_a_word = before.is_none_or(|letter| !letter.is_alphanumeric());
    match text.weight {
        Weight::Reference if whole => 100,
        Weight::Reference => 10,
        Weight::Name if whole => 90,
        Weight::Name if at == 0 => 60,
        Weight::Name if begins_a_word => 40,
        Weight::Name => 20,
        Weight::Body if begins_a_word => 8,
        Weight::Body => 4,
    }
}

/// Where a lower-case word stands in a text. Most texts are plain ASCII, and there are many: those are not copied.
fn find(text: &str, word: &str) -> Option<usize> {
    if !text.is_ascii() {
        return find_in_any_script(text, word);
    }
    let first = *word.as_bytes().first()?;
    let upper = first.to_ascii_uppercase();
    let last = text.len().checked_sub(word.len())?;
    let starts = text.as_bytes().get(..=last)?.iter().enumerate().filter(|(_, byte)| **byte == first || **byte == upper);
    starts.map(|(at, _)| at).find(|at| text.get(*at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)))
}

/// Letters may change their length with their case, so places are looked for letter by letter.
fn find_in_any_script(text: &str, word: &str) -> Option<usize> {
    let begins = |rest: &str| {
        let mut letters = rest.chars().flat_map(char::to_lowercase);
        word.chars().all(|wanted| letters.next() == Some(wanted))
    };
    text.char_indices().map(|(at, _)| at).find(|at| text.get(*at..).is_some_and(begins))
}

/// The text around a place, cut between words where it can be.
fn excerpt(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let back = before.char_indices().rev().nth(EXCERPT / 3).map_or(0, |(start, _)| start);
    let start = match before.get(back..).and_then(|cut| cut.find(' ')) {
        Some(blank) if back > 0 => back + blank + 1,
        _ => back,
    };
    let rest = words::count::shortened(text.get(start..).unwrap_or_default(), EXCERPT);
    if start > 0 { format!("…{rest}") } else { rest }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::case::{Case, CaseId, CaseOption, CaseOptionId};
    use crate::domain::money::{Basis, Money, MoneyId, MoneyKind, Sum};
    use crate::domain::note::{Note, NoteId};
    use crate::domain::partner::{Partner, PartnerId};
    use crate::domain::pence::Pence;
    use crate::domain::risk::{Risk, RiskId};
    use crate::domain::service::{Service, ServiceId};
    use crate::domain::source::Source;
    use crate::domain::year::FinancialYear;

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        let mut risk = |id: &str, reference: &str, title: &str, mitigation: &str| {
            let mut risk = Risk::new(RiskId::new(id).unwrap());
            (risk.reference, risk.title) = (Some(reference.into()), Some(title.into()));
            risk.mitigation = Some(mitigation.into());
            workspace.insert(risk.into());
        };
        risk("a", "1", "Ten councils cannot agree", "Talk in good time to the treasurers of all councils, and then to members");
        risk("b", "10", "Two programmes at once", "The Management Board keeps both plans side by side");
        risk("c", "100", "Cafés ÉLAN closes", "None");
        let source = Source { paper: "S3c".into(), paragraph: Some("7.2".into()), dated: None };
        let saving = Money {
            title: Some("Shared management team".into()),
            source: Some(source),
            ..Money::new(MoneyId::new("m").unwrap())
        };
        workspace.insert(saving.into());
        workspace.insert(Service { name: Some("Payroll".into()), ..Service::new(ServiceId::new("p").unwrap()) }.into());
        let partner =
            Partner { name: Some("Redditch".into()), code: Some("RBC".into()), ..Partner::new(PartnerId::new("r").unwrap()) };
        workspace.insert(partner.into());
        workspace
    }

    fn found(query: &str) -> String {
        search(&workspace(), &Workspace::default(), query, 9)
            .best
            .iter()
            .map(|finding| finding.subject.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn references_come_before_names_and_names_before_texts() {
        assert_eq!(found("10"), "risk/b risk/c");
        assert_eq!(found("risk 10"), "risk/b risk/c");
        assert_eq!(found("management"), "money/m risk/b");
        assert_eq!(found("rbc"), "partner/r");
        assert_eq!(found("s3c 7.2"), "money/m");
        assert_eq!(found("élan"), "risk/c");
    }

    #[test]
    fn every_word_has_to_be_there() {
        assert_eq!(found("councils members"), "risk/a");
        assert_eq!(found("councils payroll"), "");
        assert_eq!(found("  "), "");
        assert_eq!(search(&workspace(), &Workspace::default(), "", 9).total, 0);
    }

    #[test]
    fn what_is_found_in_a_text_is_shown() {
        let finding = |query| search(&workspace(), &Workspace::default(), query, 9).best.into_iter().next().unwrap();
        assert_eq!(finding("payroll").within, None);
        assert_eq!(finding("payroll").name, "Payroll");
        let (field, text) = finding("side").within.unwrap();
        assert_eq!((field, text.as_str()), ("Mitigation", "…Board keeps both plans side by side"));
        assert_eq!(
            finding("treasurers").within.unwrap().1,
            "Talk in good time to the treasurers of all councils, and then to members"
        );
        assert_eq!(finding("7.2").within.unwrap().0, "Source");
    }

    #[test]
    fn lines_of_one_name_are_told_apart_by_their_figures() {
        let mut workspace = Workspace::default();
        let mut line = |id: &str, pounds: i64, basis: Option<Basis>| {
            let year = FinancialYear::parse("2010/11").ok();
            let sum = Sum { kind: MoneyKind::Saving, pence: Pence::pounds(pounds), up_to: None, year, basis, recurrence: None };
            let title = Some("Payroll saving".to_owned());
            workspace.insert(Money { title, sum: Some(sum), ..Money::new(MoneyId::new(id).unwrap()) }.into());
        };
        line("a", 12_000, Some(Basis::Forecast));
        line("b", 9_500, None);
        let found = search(&workspace, &Workspace::default(), "payroll", 9).best;
        let figures: Vec<_> = found.into_iter().filter_map(|finding| finding.figure).collect();
        assert_eq!(figures, ["Saving, 2010/11, forecast, £12k", "Saving, 2010/11, £9,500"]);
    }

    #[test]
    fn all_are_counted_and_the_best_are_shown() {
        let some = search(&workspace(), &Workspace::default(), "risk", 2);
        assert_eq!((some.best.len(), some.total), (2, 3));
    }

    #[test]
    fn a_note_is_found_with_what_it_is_about_and_whom_it_is_for() {
        let note = |id: &str, text: &str| {
            let about = Subject::parse("risk/b");
            Note { about, text: Some(text.into()), ..Note::new(NoteId::new(id).unwrap()) }
        };
        let (mut shared, mut own) = (workspace(), Workspace::default());
        shared.insert(note("n", "Ask the unions again").into());
        own.insert(note("o", "Ask the unions whether they mean it").into());
        let told: Vec<_> = search(&shared, &own, "unions", 9)
            .best
            .into_iter()
            .map(|finding| (finding.name, finding.about.unwrap().1, finding.is_own))
            .collect();
        let about = || "Risk 10: Two programmes at once".to_owned();
        assert_eq!(
            told,
            [
                ("Note: Ask the unions again".to_owned(), about(), false),
                ("Note: Ask the unions whether they mean it".to_owned(), about(), true),
            ]
        );
    }

    #[test]
    fn what_stands_on_the_page_of_a_service_says_which_service_that_is() {
        let mut workspace = workspace();
        let service = ServiceId::new("p").unwrap();
        let summary = Some("One team for both".to_owned());
        workspace.insert(Case { service: Some(service.clone()), summary, ..Case::new(CaseId::new("c").unwrap()) }.into());
        let option = CaseOption {
            case: CaseId::new("c"),
            name: Some("Buy it in".into()),
            ..CaseOption::new(CaseOptionId::new("o").unwrap())
        };
        workspace.insert(option.into());
        for query in ["one team", "buy it"] {
            let found = search(&workspace, &Workspace::default(), query, 9).best.remove(0);
            assert_eq!(found.home, Some(Subject::from(&service)), "{query}");
        }
    }

    proptest! {
        #[test]
        fn any_query_has_an_answer(query in "\\PC{0,12}", title in "\\PC{0,30}", at in 0_usize..30) {
            let mut workspace = workspace();
            workspace.insert(Service { name: Some(title.clone()), ..Service::new(ServiceId::new("x").unwrap()) }.into());
            let own = Workspace::default();
            search(&workspace, &own, &query, 9);
            let part: String = title.chars().skip(at).take(4).collect();
            let asked_for = part.split_whitespace().next().is_some_and(|_| part == part.trim());
            let same_folded = part.to_lowercase().chars().eq(part.chars().flat_map(char::to_lowercase));
            if asked_for && same_folded {
                prop_assert!(search(&workspace, &own, &part, 99).best.iter().any(|finding| finding.subject.as_str() == "service/x"), "{part:?}");
            }
            excerpt(&title, at);
        }
    }
}
