//! The fields of the risk matrix: eight words and two scores, and the matrix that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::matrix::Matrix;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

const LIKELIHOOD: [&str; 4] = ["likelihood-1", "likelihood-2", "likelihood-3", "likelihood-4"];
const IMPACT: [&str; 4] = ["impact-1", "impact-2", "impact-3", "impact-4"];

/// What stands in the fields: cheap to copy.
#[derive(Clone, Copy)]
pub struct Cells {
    form: Form,
    likelihood: [RwSignal<String>; 4],
    impact: [RwSignal<String>; 4],
    medium_from: RwSignal<String>,
    high_from: RwSignal<String>,
}

impl Cells {
    /// Fields that start as a matrix.
    pub fn new(form: Form, matrix: &Matrix) -> Self {
        let [l1, l2, l3, l4] = &matrix.likelihood;
        let [i1, i2, i3, i4] = &matrix.impact;
        let pair = |names: [&'static str; 4], words: [&String; 4]| {
            let [n1, n2, n3, n4] = names;
            let [w1, w2, w3, w4] = words;
            [(n1, w1), (n2, w2), (n3, w3), (n4, w4)].map(|(name, word)| form.field(name, word.clone()))
        };
        Self {
            form,
            likelihood: pair(LIKELIHOOD, [l1, l2, l3, l4]),
            impact: pair(IMPACT, [i1, i2, i3, i4]),
            medium_from: form.field("medium_from", matrix.medium_from.to_string()),
            high_from: form.field("high_from", matrix.high_from.to_string()),
        }
    }

    /// Puts another matrix into the fields; nothing is saved yet.
    pub fn fill(self, matrix: &Matrix) {
        for (cell, word) in self.likelihood.iter().zip(&matrix.likelihood).chain(self.impact.iter().zip(&matrix.impact)) {
            cell.set(word.clone());
        }
        self.medium_from.set(matrix.medium_from.to_string());
        self.high_from.set(matrix.high_from.to_string());
    }

    /// The matrix as it is typed, where it is sound.
    pub fn typed(self) -> Option<Matrix> {
        let matrix = Matrix {
            version: 0,
            likelihood: self.likelihood.map(|cell| cell.get()),
            impact: self.impact.map(|cell| cell.get()),
            medium_from: self.medium_from.get().trim().parse().ok()?,
            high_from: self.high_from.get().trim().parse().ok()?,
        };
        matrix.is_sound().then_some(matrix)
    }

    /// The matrix that was typed; what stands in the way goes to `wrong`.
    pub fn read(self, wrong: &mut Vec<Refusal>) -> Matrix {
        let mut word = |name: &'static str| {
            self.form.text(name).unwrap_or_else(|| {
                wrong.push(Refusal::of(name, "Give this step a word."));
                String::new()
            })
        };
        let (likelihood, impact) = (LIKELIHOOD.map(&mut word), IMPACT.map(&mut word));
        let mut score = |name: &'static str| {
            self.form.text(name).and_then(|typed| typed.parse::<u8>().ok()).unwrap_or_else(|| {
                wrong.push(Refusal::of(name, "Write a whole score from 2 to 16."));
                0
            })
        };
        let matrix = Matrix { version: 0, likelihood, impact, medium_from: score("medium_from"), high_from: score("high_from") };
        if wrong.is_empty() && !matrix.is_sound() {
            wrong.push(Refusal::of("medium_from", "Let medium begin at 2 or more and high above it, at 16 at most."));
        }
        matrix
    }
}

/// The fields, lowest step first.
#[component]
pub fn MatrixFields(
    /// The form that they belong to.
    form: Form,
    /// What stands in them.
    cells: Cells,
) -> impl IntoView {
    let steps = move |names: [&'static str; 4], cells: [RwSignal<String>; 4]| {
        let step = move |(place, (name, cell)): (usize, (&'static str, RwSignal<String>))| {
            view! { <TextField form=form name=name label=format!("{} of 4", place + 1) value=cell width=12 /> }
        };
        names.into_iter().zip(cells).enumerate().map(step).collect_view()
    };
    view! {
        <fieldset class="form__part">
            <legend class="form__legend">"Likelihood, from the least"</legend>
            <div class="form__row">{steps(LIKELIHOOD, cells.likelihood)}</div>
        </fieldset>
        <fieldset class="form__part">
            <legend class="form__legend">"Impact, from the least"</legend>
            <div class="form__row">{steps(IMPACT, cells.impact)}</div>
        </fieldset>
        <fieldset class="form__part">
            <legend class="form__legend">"Bands"</legend>
            <div class="form__row">
                <TextField form=form name="medium_from" label="Medium from score" value=cells.medium_from typed=Typed::Number width=4 />
                <TextField form=form name="high_from" label="High from score" value=cells.high_from typed=Typed::Number width=4 />
            </div>
        </fieldset>
    }
}
