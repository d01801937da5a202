//! What the patterns and lines of the savings chart mean.

use leptos::prelude::*;

use crate::analysis::savings::Yardstick;
use crate::analysis::telling::Picture;
use crate::chart::{Chart, Fill};
use crate::domain::money::Basis;
use crate::session::KeyLine;

/// What hatched, solid and a line mean, and the groups where they could not be named at their marks.
pub fn key(picture: &Picture, chart: &Chart) -> impl IntoView + use<> {
    let basis = fill(picture.basis).key();
    let is_of_two = picture.beside.is_some();
    let bases = bases(picture).into_iter().map(|basis| {
        let word = basis.map_or("Basis not stated", Basis::label);
        view! { <span class="key__item"><span class="key__swatch" class:key__swatch--plain=is_of_two data-basis=fill(basis).key()></span>{word}</span> }
    });
    let lines = lines(picture).map(|word| {
        view! { <span class="key__item"><span class="key__swatch" data-basis="target"></span>{word}</span> }
    });
    let groups = picture.groups.iter().filter(|_| chart.needs_key).map(|group| {
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
    let series: Vec<_> = picture.groups.iter().map(|group| (group.colour, group.label.clone())).collect();
    let stacks = bases(picture).into_iter().map(|basis| {
        let says = basis.map_or("Basis not stated", Basis::label).to_owned();
        KeyLine { says, drawn: fill(basis).key(), series: series.clone() }
    });
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

/// The bases of the drawing, from left to right.
fn bases(picture: &Picture) -> Vec<Option<Basis>> {
    let mut bases = vec![picture.basis];
    bases.extend(picture.beside.map(Some));
    if shown_is_second(picture) {
        bases.reverse();
    }
    bases
}

pub fn fills(picture: &Picture) -> Vec<Fill> {
    bases(picture).into_iter().map(fill).collect()
}

/// Only what has come about is solid.
pub fn fill(basis: Option<Basis>) -> Fill {
    if basis == Some(Basis::Actual) { Fill::Solid } else { Fill::Hatched }
}
