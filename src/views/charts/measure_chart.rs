//! A measure over the periods of a year for one council: readings as a line that breaks at gaps, the target a step for each
//! period, how it was before sharing, and where it is expected to end. Each is told by its own stroke and mark.

use leptos::html;
use leptos::prelude::*;

use crate::analysis::measures::Panel;
use crate::chart::{self, Dot, Label, LineChart, Points, Role, Room};
use crate::domain::quantity::Quantity;
use crate::views::charts::measured::width_of;
use crate::words::quantity;

/// The size of a chart's text in CSS pixels, as `--chart-text` has it.
const TEXT: f64 = 13.0;

/// The drawing of one council's figures; its name and its sentence stand above it, the table below.
#[component]
pub fn MeasureChart(
    /// What is drawn.
    panel: Memo<Option<Panel>>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let width = width_of(element);
    let drawn = Memo::new(move |_| {
        let width = width.get()?;
        panel.with(|panel| panel.as_ref().map(|panel| (format!("{}: {}", panel.called, panel.says), draw(panel, width))))
    });
    view! {
        <div class="figure__draw" node_ref=element>
            {move || drawn.with(|drawn| drawn.as_ref().map(|(says, chart)| whole(says, chart)))}
        </div>
    }
}

fn draw(panel: &Panel, width: i32) -> LineChart {
    let units = |figure: Quantity| i64::try_from(figure.millionths()).unwrap_or_default();
    let points = Points {
        columns: panel.columns.iter().map(|column| column.short.clone()).collect(),
        values: panel.columns.iter().map(|column| column.figure.map(units)).collect(),
        gaps: panel.columns.iter().map(|column| column.is_missing).collect(),
        targets: panel
            .columns
            .iter()
            .map(|column| column.target.as_ref().map(|aim| (units(aim.value), units(aim.up_to.unwrap_or(aim.value)))))
            .collect(),
        baseline: panel.baseline.map(units),
        forecast: panel.forecast.map(units),
    };
    let value = |millionths: i64| Quantity::of_millionths(i128::from(millionths)).map(quantity::rounded).unwrap_or_default();
    let axis = |ticks: &[i64]| ticks.iter().map(|tick| value(*tick)).collect();
    chart::draw_line(&points, Room { width: f64::from(width), text: TEXT }, &chart::Words { value: &value, axis: &axis })
}

fn whole(says: &str, chart: &LineChart) -> impl IntoView + use<> {
    let (width, height) = (chart.width.to_string(), chart.height.to_string());
    let grid: String = chart.ticks.iter().map(|tick| tick.path.as_str()).collect();
    let axis = format!("M{} {}H{}", chart.plot.x, chart.plot.bottom(), chart.plot.right());
    let gaps = chart.gaps.iter().map(|gap| {
        view! { <rect class="chart__gap" x=gap.x.to_string() y=gap.y.to_string() width=gap.w.to_string() height=gap.h.to_string() /> }
    });
    let dots =
        chart.dots.iter().map(|dot| view! { <circle class="chart__dot" cx=dot.x.to_string() cy=dot.y.to_string() r="4.5" /> });
    let (to, end) = chart.forecast.clone().map(|(path, end)| (path, diamond(&end))).unwrap_or_default();
    view! {
        <svg class="chart" width=width.clone() height=height.clone() viewBox=format!("0 0 {width} {height}") role="img" aria-label=says.to_owned()>
            {gaps.collect_view()}
            <path class="chart__grid" d=grid />
            <path class="chart__axis" d=axis />
            <path class="chart__before" d=chart.baseline.clone().unwrap_or_default() />
            <path class="chart__target" d=chart.targets.clone() />
            <path class="chart__line chart__line--forecast" d=to />
            <path class="chart__line" d=chart.line.clone() />
            {dots.collect_view()}
            <path class="chart__expected" d=end />
            {chart.labels.iter().map(text).collect_view()}
        </svg>
    }
}

/// Hollow and standing on its point: nothing else in the drawing is like it.
fn diamond(dot: &Dot) -> String {
    format!("M{} {}m0 -7l7 7l-7 7l-7 -7z", dot.x, dot.y)
}

fn text(label: &Label) -> impl IntoView + use<> {
    let is_value = matches!(label.role, Role::Value(_));
    view! {
        <text class:chart__value=is_value class:chart__label=!is_value x=label.x.to_string() y=label.y.to_string() text-anchor=label.anchor.key()>{label.text.clone()}</text>
    }
}

/// What the strokes and marks mean, once for all councils.
#[component]
pub fn MeasureKey() -> impl IntoView {
    let item = |ink: AnyView, word: &'static str| {
        view! { <span class="key__item"><svg class="key__series" width="30" height="16" viewBox="0 0 30 16" aria-hidden="true">{ink}</svg>{word}</span> }
    };
    let dot = view! { <path class="chart__line" d="M1 8h28" /><circle class="chart__dot" cx="15" cy="8" r="4.5" /> }.into_any();
    let target = view! { <path class="chart__target" d="M1 8h28" /> }.into_any();
    let before = view! { <path class="chart__before" d="M1 8h28" /> }.into_any();
    let expected = view! { <path class="chart__line chart__line--forecast" d="M1 8h12" /><path class="chart__expected" d="M21 8m0 -6l6 6l-6 6l-6 -6z" /> }.into_any();
    let gap = view! { <rect class="chart__gap" x="1" y="1" width="28" height="14" /> }.into_any();
    view! {
        <p class="key">
            {item(dot, "Reading")}
            {item(target, "Target")}
            {item(before, "Before sharing")}
            {item(expected, "Forecast for year end")}
            {item(gap, "No reading")}
        </p>
    }
}
