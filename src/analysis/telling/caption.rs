//! What stands over a picture and over its lines, and what their files are called: each says of what the figures are.

use crate::analysis::savings::Group;
use crate::analysis::telling::picture::Picture;
use crate::domain::money::Basis;
use crate::domain::year::FinancialYear;
use crate::words;

/// `Savings of WETT by year and partner, yearly, forecast with actual beside it`.
pub fn caption(picture: &Picture) -> String {
    let by = match picture.group {
        Group::Partner => " and partner",
        Group::Service => " and service",
        Group::Programme => " and programme",
        Group::All => "",
    };
    let view = picture.view.label().to_lowercase();
    let beside = picture.beside.map(|basis| format!(" with {} beside it", basis.label().to_lowercase()));
    format!("Savings{} by year{by}, {view}, {}{}", of(picture), basis(picture), beside.unwrap_or_default())
}

/// `Lines of WETT in 2010/11, Redditch, forecast`: those of a year and of one of its groups, or all.
pub fn lines_caption(picture: &Picture, year: Option<FinancialYear>, mark: Option<&str>) -> String {
    let when = year.map(|year| format!(" in {year}")).unwrap_or_default();
    let group = year.and(mark).and_then(|mark| picture.group(mark));
    let whose = group.map(|group| format!(", {}", group.label)).unwrap_or_default();
    format!("Lines{}{when}{whose}, {}", of(picture), basis(picture))
}

/// `savings-forecast-WETT-2010-11`, without an ending.
pub fn file_name(picture: &Picture, year: Option<FinancialYear>) -> String {
    let basis = picture.basis.map(Basis::key).unwrap_or_default().to_owned();
    let of = picture.of.as_deref().map(words::files::fit_for_a_name);
    let year = year.map(|year| year.to_string().replace('/', "-"));
    let parts = [Some("savings".to_owned()), Some(basis), of, year].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn of(picture: &Picture) -> String {
    picture.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default()
}

fn basis(picture: &Picture) -> String {
    picture.basis.map_or("basis not stated", Basis::label).to_lowercase()
}
