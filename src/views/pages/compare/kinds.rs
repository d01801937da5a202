//! What is different, kind by kind. The sheet takes the first of it, so that it stays two pages.

use leptos::prelude::*;

use crate::analysis::compare::{FieldMoved, KindCompared, Named};
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::views::parts::more::More;
use crate::words;

/// So many lines fit on the second sheet above what the codes of papers stand for.
const LINES_ON_PAPER: usize = 36;
/// What a kind's heading takes of them, with what says how many more there are.
const HEAD_LINES: usize = 4;
/// So many letters fit on a line.
const LETTERS: usize = 92;
/// A value longer than this would be a paragraph.
const LONGEST: usize = 90;

/// A record with what became of it.
#[derive(Clone)]
struct Line {
    named: Named,
    became: &'static str,
    fields: Vec<FieldMoved>,
    /// Whether it stands on the sheet too.
    on_paper: bool,
}

/// Every kind in which something is different.
#[component]
pub fn Kinds(
    /// The kinds.
    kinds: Vec<KindCompared>,
) -> impl IntoView {
    let mut left = LINES_ON_PAPER;
    let shown = kinds.into_iter().map(|kind| {
        let head = match kind.kind {
            Kind::About => "Settings",
            Kind::Participation => "Parts in services",
            kind => kind.plural(),
        };
        let lines = lines(kind, &mut left);
        view! { <Of head=head lines=lines /> }
    });
    let shown = shown.collect_view();
    let none = shown.is_empty().then(|| view! { <p>"Nothing is different."</p> });
    view! { {shown}{none} }
}

#[component]
fn Of(head: &'static str, lines: Vec<Line>) -> impl IntoView {
    const AT_FIRST: usize = 30;
    let all = lines.len();
    let not_on_paper = lines.iter().filter(|line| !line.on_paper).count();
    let lines = StoredValue::new(lines);
    let limit = RwSignal::new(AT_FIRST);
    let shown = move || lines.with_value(|lines| lines.iter().take(limit.get()).cloned().map(line).collect_view());
    let left = move || all.saturating_sub(limit.get());
    view! {
        <section>
            <h2>{format!("{head} ({})", words::number(all as u64))}</h2>
            <ul class="compare">{shown}</ul>
            <More left=Signal::derive(left) limit=limit step=50 of=("thing", "things") />
            {(not_on_paper > 0).then(|| view! { <p class="paper-only">{format!("{} more on the page itself.", words::number(not_on_paper as u64))}</p> })}
        </section>
    }
}

fn line(line: Line) -> impl IntoView {
    let class = if line.on_paper { "compare__item" } else { "compare__item screen-only" };
    let field = |field: FieldMoved| {
        view! {
            <span class="compare__field">
                <span class="compare__label">{field.label}": "</span>
                <del class="history__was"><span class="visually-hidden">"was "</span>{cut(&field.was)}</del>
                <span aria-hidden="true">" → "</span>
                <ins class="history__is"><span class="visually-hidden">"is "</span>{cut(&field.is)}</ins>
            </span>
        }
    };
    view! {
        <li class=class>
            <span class="compare__became">{line.became}</span>" "
            <a href=Route::within(&line.named.record, line.named.home.as_ref()).to_string()>{line.named.name}</a>" "
            {line.fields.into_iter().map(field).collect_view()}
        </li>
    }
}

fn lines(kind: KindCompared, left: &mut usize) -> Vec<Line> {
    let plain = |became| move |named| Line { named, became, fields: Vec::new(), on_paper: false };
    let changed = kind.changed.into_iter().map(|(named, fields)| Line { named, became: "Changed", fields, on_paper: false });
    let mut lines: Vec<Line> =
        kind.added.into_iter().map(plain("Added")).chain(changed).chain(kind.removed.into_iter().map(plain("Removed"))).collect();
    *left = left.saturating_sub(HEAD_LINES);
    for line in &mut lines {
        let takes = lines_taken(line);
        line.on_paper = *left >= takes;
        *left = left.saturating_sub(takes);
    }
    lines
}

fn lines_taken(line: &Line) -> usize {
    let letters = |text: &str| cut(text).chars().count();
    let fields = line.fields.iter().map(|field| field.label.chars().count() + letters(&field.was) + letters(&field.is) + 5);
    (line.named.name.chars().count() + 10 + fields.sum::<usize>()).div_ceil(LETTERS)
}

fn cut(text: &str) -> String {
    words::count::shortened(text, LONGEST)
}
