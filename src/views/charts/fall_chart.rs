//! A ladder drawn: a figure, what moved it, the next figure. Each row can be pressed, and says in its name what it shows.

use leptos::html;
use leptos::prelude::*;
use leptos::svg;

use crate::analysis::depth::Fall;
use crate::chart::{FallBar, FallChart as Drawn, FallStep, Label, Role, Room, Words, draw_fall};
use crate::domain::pence::Pence;
use crate::views::charts::measured::width_of;
use crate::words::money;

/// The size of a chart's text in CSS pixels, as `--chart-text` has it.
const TEXT: f64 = 13.0;

/// The drawing with its key; caption, sentence and table stand round it.
#[component]
pub fn FallChart(
    /// What is drawn.
    falls: Memo<Vec<Fall>>,
    /// The element that names it.
    labelled_by: &'static str,
    /// Where a row leads, by its place from 1.
    to: Callback<u8, String>,
    /// The row that is looked at, from 1.
    #[prop(into)]
    chosen: Signal<Option<u8>>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let width = width_of(element);
    let drawn = Memo::new(move |_| width.get().map(|width| falls.with(|falls| (falls.clone(), draw(falls, width)))));
    let whole = move |(falls, chart): &(Vec<Fall>, Drawn)| {
        let (width, height) = (chart.width.to_string(), chart.height.to_string());
        let rows = falls.iter().zip(&chart.bars).enumerate();
        let rows = rows.map(|(place, (fall, bar))| row(place, fall, bar, &chart.labels, to, chosen)).collect_view();
        view! {
            <svg class="chart" width=width.clone() height=height.clone() viewBox=format!("0 0 {width} {height}") role="group" aria-labelledby=labelled_by>
                <path class="chart__axis" d=chart.nought.clone() />
                {rows}
            </svg>
        }
    };
    view! {
        <div class="figure__draw" node_ref=element>{move || drawn.with(|drawn| drawn.as_ref().map(whole))}</div>
        <p class="key">
            {key("fall__figure", "Figure on a basis")}
            {key("fall__move", "What moved it")}
            {key("fall__open", "Not explained")}
        </p>
    }
}

fn draw(falls: &[Fall], width: i32) -> Drawn {
    let steps: Vec<FallStep> = falls
        .iter()
        .map(|fall| FallStep {
            name: fall.name.clone(),
            from: fall.from.0,
            to: fall.to.0,
            amount: fall.to.0.saturating_sub(fall.from.0),
            is_signed: fall.basis.is_none(),
        })
        .collect();
    let value = |pence: i64| money::short(Pence(pence));
    let axis = |ticks: &[i64]| money::axis(&ticks.iter().map(|tick| Pence(*tick)).collect::<Vec<_>>());
    draw_fall(&steps, Room { width: f64::from(width), text: TEXT }, &Words { value: &value, axis: &axis })
}

fn row(
    place: usize,
    fall: &Fall,
    bar: &FallBar,
    labels: &[Label],
    to: Callback<u8, String>,
    chosen: Signal<Option<u8>>,
) -> impl IntoView + use<> {
    let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
    let class = match (fall.basis, fall.is_unexplained()) {
        (Some(_), _) => "fall__figure",
        (None, true) => "fall__open",
        (None, false) => "fall__move",
    };
    let name = format!("{}: {}", fall.name, fall.amount);
    let own = |label: &&Label| matches!(label.role, Role::Column(of) | Role::Value(of) if of == place);
    let texts = labels.iter().filter(own).map(text).collect_view();
    let title = svg::title().child(name.clone());
    let (area, hit, joins) = (bar.area, bar.hit, bar.joins.clone());
    // The macro knows an svg's own links and titles only where they are the one child of an svg element.
    let link = view! {
        <g>
            <a class="chart__mark" href=move || to.run(number) aria-label=name aria-current=move || (chosen.get() == Some(number)).then_some("true")>
                {title}
                <rect class="chart__hit" x=hit.x.to_string() y=hit.y.to_string() width=hit.w.to_string() height=hit.h.to_string() />
                <rect class=class x=area.x.to_string() y=area.y.to_string() width=area.w.to_string() height=area.h.to_string() />
            </a>
        </g>
    };
    // The link's name says it in full: the rounded words are for the eye.
    view! {
        <g>
            {link}
            <path class="fall__join" d=joins />
            <g class="fall__words" aria-hidden="true">{texts}</g>
        </g>
    }
}

fn text(label: &Label) -> impl IntoView + use<> {
    let is_value = matches!(label.role, Role::Value(_));
    view! {
        <text class:chart__value=is_value class:chart__label=!is_value x=label.x.to_string() y=label.y.to_string() text-anchor=label.anchor.key()>{label.text.clone()}</text>
    }
}

fn key(class: &'static str, word: &'static str) -> impl IntoView {
    view! { <span class="key__item"><svg class="key__series" width="30" height="16" viewBox="0 0 30 16" aria-hidden="true"><rect class=class x="2" y="2" width="26" height="12" /></svg>{word}</span> }
}
