//! Partners.

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::partner::{Partner, PartnerKind, Series, Vote};
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading, named};
use crate::sheets::kinds::{ID, exempt, id, label};
use crate::sheets::table::Cell;

pub(super) const COLUMNS: [Column; 9] = [
    ID,
    Column::new("name", "name", "Name", Holds::Line, "The council's or body's full name."),
    Column::new("code", "code", "Short code", Holds::Line, "A few letters for narrow columns, unlike any other partner's."),
    Column::new(
        "kind",
        "kind",
        "Kind",
        Holds::Choice,
        "County council, District council, Borough council, City council, Unitary authority or Other body.",
    ),
    Column::new("vote", "vote", "Vote", Holds::Choice, "Votes or No vote."),
    Column::new("series", "series", "Colour in charts", Holds::Choice, "Blue, Teal, Plum, Orange, Slate, Violet, Olive or Rose."),
    exempt::PARAGRAPH,
    exempt::REASON,
    exempt::REVIEW,
];

pub(super) fn cells(partner: &Partner) -> Vec<Cell> {
    let [exempt, exempt_reason, exempt_review] = exempt::cells(partner.exempt.as_ref());
    vec![
        id(&partner.id),
        Cell::text(partner.name.as_deref()),
        Cell::text(partner.code.as_deref()),
        label(partner.kind.map(PartnerKind::label)),
        label(partner.vote.map(Vote::label)),
        label(partner.series.map(Series::label)),
        exempt,
        exempt_reason,
        exempt_review,
    ]
}

pub(super) fn read(workspace: &Workspace, called: &Called, before: &Partner, given: &Given) -> Result<Partner, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, called, given);
    let after = Partner {
        name: reading.text("name", before.name.clone()),
        code: reading.text("code", before.code.clone()),
        kind: reading.choice("kind", before.kind, PartnerKind::ALL, named!(PartnerKind)),
        vote: reading.choice("vote", before.vote, Vote::ALL, named!(Vote)),
        series: reading.choice("series", before.series, Series::ALL, named!(Series)),
        exempt: exempt::read(&mut reading, before.exempt.as_ref()),
        ..before.clone()
    };
    reading.finish()?;
    Ok(after)
}
