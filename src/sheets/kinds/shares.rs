//! The shares of a split, a column for each partner, as treasurers keep them: `Share of Bromsgrove`, `Share of Redditch`.

use crate::domain::money::{Money, Split, SplitPart, SplitRule};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::pence::Pence;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading, Share, named};
use crate::sheets::table::Cell;
use crate::words::typed;

/// The key of every column of shares.
pub const KEY: &str = "share";

/// What stands for them in the list of columns: a file has one for each partner.
pub(super) const COLUMN: Column = Column::new(
    KEY,
    "split",
    "Share of each partner",
    Holds::Text,
    "What falls to the partner that the head names: pounds, per cent or a number, as the Split says, or \"equal\". They come to the whole. Spare pence go by the order of the columns.",
);

/// With more partners than these a table would be wider than anybody reads: the shares then stand in one text.
const MOST: usize = 40;
const HEAD: &str = "Share of ";
const EQUAL: &str = "equal";

/// The partners with the heads of their columns; none where there are too many for a column each. No two heads are the
/// same.
pub fn heads(workspace: &Workspace) -> Vec<(PartnerId, String)> {
    if workspace.partners.len() > MOST {
        return Vec::new();
    }
    let partners = workspace.partners_in_order();
    let own = |partner: &Partner| {
        let names = [partner.said_name(), partner.name.as_deref()];
        let is_own = |name: &&str| partners.iter().filter(|other| is_called(other, name)).count() == 1;
        let name = names.into_iter().flatten().map(str::trim).find(is_own);
        format!("{HEAD}{}", name.unwrap_or(partner.id.as_str()))
    };
    partners.iter().map(|partner| (partner.id.clone(), own(partner))).collect()
}

/// Whether a head is that of a partner's share.
pub fn is_head(head: &str) -> bool {
    head.trim().get(..HEAD.len()).is_some_and(|start| start.eq_ignore_ascii_case(HEAD))
}

/// The partner whose share stands below a head.
pub fn partner(workspace: &Workspace, head: &str) -> Result<PartnerId, String> {
    let head = head.trim();
    let named = if is_head(head) { head.get(HEAD.len()..).unwrap_or_default().trim() } else { head };
    let by_id = Subject::parse(named).map(|subject| workspace.joins.stands_for(&subject));
    if let Some(id) = by_id.and_then(|subject| subject.typed::<PartnerId>()).filter(|id| workspace.partners.contains_key(id)) {
        return Ok(id);
    }
    let found: Vec<&Partner> = workspace.partners.values().filter(|partner| is_called(partner, named)).collect();
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        [] => Err(format!("There is no partner called \"{named}\". Put the partner's name into the head.")),
        _ => Err(format!("Several partners are called \"{named}\". Put the Id of the one that is meant into the head.")),
    }
}

fn is_called(partner: &Partner, name: &str) -> bool {
    let names = [partner.said_name(), partner.name.as_deref(), partner.code.as_deref()];
    names.into_iter().flatten().any(|own| own.trim().to_lowercase() == name.trim().to_lowercase())
}

/// A partner's share of a line.
pub fn cell(line: &Money, partner: &PartnerId) -> Cell {
    let Some(split) = &line.split else { return Cell::Blank };
    let Some(part) = split.parts.iter().find(|part| part.partner == *partner) else { return Cell::Blank };
    let whole = |weight: u64| i64::try_from(weight).map_or_else(|_| Cell::Text(weight.to_string()), Cell::Whole);
    match split.rule {
        SplitRule::Equal => Cell::Text(EQUAL.to_owned()),
        SplitRule::Fixed => {
            i64::try_from(part.weight).map_or_else(|_| Cell::Text(part.weight.to_string()), |pence| Cell::Money(Pence(pence)))
        }
        SplitRule::Percent if part.weight % 100 != 0 => Cell::Number(typed::hundredths(part.weight)),
        SplitRule::Percent => whole(part.weight / 100),
        SplitRule::StaffTime | SplitRule::Population => whole(part.weight),
    }
}

/// Whether all the shares of a row are those that stand here.
pub(in crate::sheets) fn stand(line: &Money, shares: &[Share]) -> bool {
    shares.iter().all(|share| {
        let stands = line.split.as_ref().and_then(|split| split.parts.iter().find(|part| part.partner == share.partner));
        let rule = line.split.as_ref().map(|split| split.rule);
        match (stands, rule) {
            (Some(part), Some(rule)) => weight(&share.typed, rule) == Ok(part.weight),
            _ => share.typed.is_empty(),
        }
    })
}

/// The split that a row states by columns. The partners that had a part keep their order; others follow in that of the columns.
pub(super) fn read(reading: &mut Reading<'_>, before: Option<&Split>, given: &Given) -> Option<Split> {
    if given.get("split").is_some_and(|text| !text.is_empty()) && !given.shares.is_empty() {
        reading.refuse("split", "The shares are stated twice, here and in a column for each partner. Keep one of the two.");
        return None;
    }
    if reading.clears("split-rule") {
        return None;
    }
    let rule = reading.choice("split-rule", before.map(|split| split.rule), SplitRule::ALL, named!(SplitRule));
    // A table that says nothing of a rule has amounts below the partners' names.
    let rule = rule.unwrap_or(SplitRule::Fixed);
    let same = before.filter(|before| before.rule == rule);
    let mut parts: Vec<SplitPart> = same.map(|split| split.parts.clone()).unwrap_or_default();
    for share in &given.shares {
        let place = parts.iter().position(|part| part.partner == share.partner);
        if share.typed.is_empty() {
            parts.retain(|part| part.partner != share.partner);
            continue;
        }
        match (weight(&share.typed, rule), place.and_then(|place| parts.get_mut(place))) {
            (Ok(weight), Some(part)) => part.weight = weight,
            (Ok(weight), None) => parts.push(SplitPart { partner: share.partner.clone(), weight }),
            (Err(says), _) => reading.refuse_at(&share.place, &says),
        }
    }
    let agreed_by = reading.text("split-agreed-by", before.and_then(|split| split.agreed_by.clone()));
    let agreed_on = reading.day("split-agreed-on", before.and_then(|split| split.agreed_on));
    let is_cleared = parts.is_empty() && !given.shares.is_empty() && agreed_by.is_none() && agreed_on.is_none();
    if is_cleared || reading.has_refused() {
        return None;
    }
    if parts.is_empty() {
        reading.refuse("split-rule", "Say who has which share, in the column of each partner, or clear the split.");
        return None;
    }
    Some(Split { rule, parts, agreed_by, agreed_on })
}

fn weight(typed: &str, rule: SplitRule) -> Result<u64, String> {
    match rule {
        SplitRule::Equal if ["equal", "yes", "x", "1"].iter().any(|word| word.eq_ignore_ascii_case(typed)) => Ok(0),
        SplitRule::Equal => {
            Err(format!("\"{typed}\" says nothing under equal shares. Write \"equal\" for each partner that has one."))
        }
        _ => typed::weight(typed, rule).map_err(|_| match rule {
            SplitRule::Percent => format!("\"{typed}\" is not a percentage. Write it as 60 or 33.33."),
            SplitRule::Fixed => format!("\"{typed}\" is not an amount. Write it as £12k or 5,112."),
            _ => format!("\"{typed}\" is not a whole number."),
        }),
    }
}
