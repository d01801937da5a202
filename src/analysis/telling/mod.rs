//! How figures about money are told: the picture of an answer, the names of its marks, sentences, rows, and the table
//! as a file. Plain values and words; where they go on the page is the views' business.

mod caption;
mod csv;
mod headline;
mod mention;
mod picture;
mod row;
mod sentence;
mod years;

pub use caption::{caption, file_name, lines_caption};
pub use csv::csv;
pub use headline::{Figure, headline};
pub use mention::{beside_a_line, gain};
pub use picture::{Beside, Column, On, Picture, Shown};
pub use row::{Stands, Told, told, told_unit};
pub use sentence::{against, basis_words, beside, beside_name, mark_name, not_reconciled_elsewhere, sentence, year_name};
pub use years::{Years, years};

use crate::analysis::savings::{Ledger, SavingsAnswer};
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::year::FinancialYear;

/// The basis that a page shows when nobody chose one: what is expected now, else the firmest that has savings.
pub fn usual_basis(ledger: &Ledger) -> Basis {
    let has = |basis: Basis| ledger.choices().contains(&(MoneyKind::Saving, Some(basis)));
    let firmest_first =
        [Basis::Forecast, Basis::Actual, Basis::Budget, Basis::DetailedCase, Basis::HighLevelCase, Basis::Indicative];
    firmest_first.into_iter().find(|basis| has(*basis)).unwrap_or(Basis::Forecast)
}

/// The bases that can stand beside the shown one: what has come about beside what was expected, and the other way round.
/// Two expectations are both hatched, and could not be told apart.
pub fn bases_beside(ledger: &Ledger, shown: Basis) -> Vec<Basis> {
    let has = |basis: &Basis| ledger.choices().contains(&(MoneyKind::Saving, Some(*basis)));
    let is_other = |basis: &Basis| (*basis == Basis::Actual) != (shown == Basis::Actual);
    Basis::ALL.iter().copied().filter(is_other).filter(has).collect()
}

/// The one that stands beside when nobody chose: actuals beside anything, the forecast beside actuals.
pub fn usual_beside(ledger: &Ledger, shown: Basis) -> Option<Basis> {
    let could = bases_beside(ledger, shown);
    [Basis::Actual, Basis::Forecast].into_iter().find(|basis| could.contains(basis))
}

/// The year that sentences speak of: the chosen one, else the current one where it has a figure, else the next one that
/// has, else the last.
pub fn focus(answer: &SavingsAnswer, chosen: Option<FinancialYear>, current: Option<FinancialYear>) -> Option<FinancialYear> {
    let stated = || answer.bars.iter().filter(|bar| bar.total.is_some()).filter_map(|bar| bar.year);
    chosen.or_else(|| stated().find(|year| Some(*year) >= current)).or_else(|| stated().next_back()).or(current)
}
