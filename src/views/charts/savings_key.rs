//! What the patterns and lines of the savings chart mean.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::savings::Yardstick;
use crate::analysis::telling::{On, Picture};
use crate::chart::{Chart, Fill};
use crate::domain::money::Basis;
use crate::order::OneByOne;
use crate::session::KeyLine;

/// What an open ground, a full one and a line mean (a hatched ground would look like the group that is hatched so), and the groups where they could not be named at their marks.
pub fn key(picture: &Picture, chart: &Chart) -> impl IntoView + use<> {
    let bases = bases(picture).into_iter().filter(|(_, on)| picture.drawn(*on).next().is_some()).map(|(basis, _)| {
        let ink = match fill(basis) {
            Fill::Solid => view! { <rect class="key__full" x="1" y="1" width="20" height="14" /> }.into_any(),
            Fill::Hatched => view! { <path class="key__open" d="M1 1h20v14h-20z" /> }.into_any(),
        };
        let word = basis.map_or("Basis not stated", Basis::label);
        view! { <span class="key__item"><svg class="key__series" width="22" height="16" aria-hidden="true">{ink}</svg>{word}</span> }
    });
    let lines = lines(picture).map(|word| {
        view! { <span class="key__item"><svg class="key__series" width="22" height="16" aria-hidden="true"><path class="key__line" d="M1 8h20" /></svg>{word}</span> }
    });
    // A group that is alone has no name at its marks either.
    let are_named_here = chart.needs_key || picture.groups.len() == 1;
    let drawn = bases_of(picture, are_named_here);
    let groups = picture.groups.iter().filter_map(|group| Some((group, drawn.get(group.mark.as_str())?))).map(|(group, basis)| {
        let basis = fill(*basis).key();
        view! {
            <span class="key__item">
                <svg class="key__series" width="22" height="16" aria-hidden="true">
                    <rect class="chart__series" data-series=group.colour.to_string() data-basis=basis x="1" y="1" width="20" height="14" />
                </svg>
                {group.label.clone()}
            </span>
        }
    });
    view! {
        <p class="key">
            {bases.collect_view()}
            {lines.collect_view()}
            {groups.collect_view()}
        </p>
    }
}

/// The whole key in words, for a picture that stands alone: every group in the pattern of each basis, and each line.
pub fn key_lines(picture: &Picture) -> Vec<KeyLine> {
    let stacks = bases(picture).into_iter().map(|(basis, on)| {
        let says = basis.map_or("Basis not stated", Basis::label).to_owned();
        let series = picture.drawn(on).map(|group| (group.colour, group.label.clone())).collect();
        KeyLine { says, drawn: fill(basis).key(), series }
    });
    let stacks = stacks.filter(|line| !line.series.is_empty());
    let lines = lines(picture).map(|says| KeyLine { says: says.to_owned(), drawn: "target", series: Vec::new() });
    stacks.chain(lines).collect()
}

/// What lines across the columns are.
fn lines(picture: &Picture) -> impl Iterator<Item = &'static str> {
    let has = |wanted: fn(&Yardstick) -> bool| picture.columns.iter().any(|column| wanted(&column.against));
    let lines = [
        (has(|held| matches!(held, Yardstick::Target { .. })), "Target"),
        (has(|held| matches!(held, Yardstick::ApprovedBudget { .. })), "Approved budget"),
    ];
    lines.into_iter().filter(|(is_drawn, _)| *is_drawn).map(|(_, word)| word)
}

/// Whether the basis that is shown has the second stack: what has come about stands after what was expected.
pub fn shown_is_second(picture: &Picture) -> bool {
    picture.beside.is_some() && picture.basis == Some(Basis::Actual)
}

/// The groups that are drawn, each with a basis on which it is; none where they are named elsewhere.
fn bases_of(picture: &Picture, are_named_here: bool) -> BTreeMap<&str, Option<Basis>> {
    let on = |(basis, on): (Option<Basis>, On)| picture.drawn(on).map(move |group| (group.mark.as_str(), basis));
    // The one that is shown comes last, and stands.
    let bases = [(picture.beside, On::Beside), (picture.basis, On::Shown)].into_iter().filter(|_| are_named_here);
    bases.flat_map(on).one_by_one()
}

/// The bases of the drawing, from left to right.
fn bases(picture: &Picture) -> Vec<(Option<Basis>, On)> {
    let mut bases = vec![(picture.basis, On::Shown)];
    bases.extend(picture.beside.map(|basis| (Some(basis), On::Beside)));
    if shown_is_second(picture) {
        bases.reverse();
    }
    bases
}

pub fn fills(picture: &Picture) -> Vec<Fill> {
    bases(picture).into_iter().map(|(basis, _)| fill(basis)).collect()
}

/// Only what has come about is solid.
pub fn fill(basis: Option<Basis>) -> Fill {
    if basis == Some(Basis::Actual) { Fill::Solid } else { Fill::Hatched }
}
