//! Savings by year: a stack of partners, services or programmes, hatched while it is still to come, solid once it is
//! actual, a line for what was promised. What was expected and what came of it can stand side by side, expected first.
//! Every year and every part of it is a link.

use leptos::html;
use leptos::prelude::*;
use leptos::svg;

use crate::analysis::savings::Yardstick;
use crate::analysis::telling::{self, Column, Picture};
use crate::chart::{self, Arrangement, Bar, Chart, Label, Role, Room};
use crate::domain::money::Basis;
use crate::domain::pence::Pence;
use crate::domain::year::FinancialYear;
use crate::views::charts::measured::width_of;
use crate::views::charts::patterns::definitions;
use crate::views::charts::savings_key::{fill, fills, key, shown_is_second};
use crate::words::money;

/// The size of a chart's text in CSS pixels, as `--chart-text` has it.
const TEXT: f64 = 13.0;

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// On which basis its figure is.
    pub basis: Option<Basis>,
    /// Of which year.
    pub year: FinancialYear,
    /// Of which group of it, or of all.
    pub group: Option<String>,
}

/// The drawing with its key; caption, sentence and table stand round it.
#[component]
pub fn SavingsChart(
    /// What is drawn.
    picture: Memo<Picture>,
    /// The element that names it.
    #[prop(into)]
    labelled_by: String,
    /// Where a mark leads.
    to: Callback<Mark, String>,
    /// The chosen mark.
    #[prop(into)]
    chosen: Signal<Option<Mark>>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let width = width_of(element);
    let drawn = Memo::new(move |_| width.get().map(|width| picture.with(|picture| (picture.clone(), draw(picture, width)))));
    let marks = Marks { to, chosen };
    let labelled_by = StoredValue::new(labelled_by);
    view! {
        <div class="figure__draw" node_ref=element>
            {move || drawn.with(|drawn| drawn.as_ref().map(|(picture, chart)| whole(picture, chart, marks, &labelled_by.get_value())))}
        </div>
        {move || drawn.with(|drawn| drawn.as_ref().map(|(picture, chart)| key(picture, chart)))}
    }
}

#[derive(Clone, Copy)]
struct Marks {
    to: Callback<Mark, String>,
    chosen: Signal<Option<Mark>>,
}

impl Marks {
    fn leads(self, of: Mark) -> impl Fn() -> String + Send + Sync + Clone + 'static {
        move || self.to.run(of.clone())
    }

    fn is_chosen(self, of: Mark) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static {
        move || self.chosen.with(|chosen| (chosen.as_ref() == Some(&of)).then_some("true"))
    }
}

fn draw(picture: &Picture, width: i32) -> Chart {
    let pence = |parts: &[Option<Pence>]| parts.iter().map(|part| part.map(|part| part.0)).collect::<Vec<_>>();
    let column = |column: &Column| {
        let (shown, beside) = (pence(&column.parts), pence(&column.beside.parts));
        let (values, beside) = if shown_is_second(picture) { (beside, shown) } else { (shown, beside) };
        let name = column.year.to_string();
        chart::Column { short: name.get(2..).unwrap_or_default().to_owned(), name, values, beside }
    };
    let targets = picture.columns.iter().enumerate().filter_map(|(place, column)| {
        let named = if matches!(column.against, Yardstick::Target { .. }) { "Target" } else { "Budget" };
        let amount = column.against.amount()?;
        Some(chart::Target { column: place, series: None, value: amount.0, label: format!("{named} {}", money::short(amount)) })
    });
    let figures = chart::Figures {
        columns: picture.columns.iter().map(column).collect(),
        series: picture
            .groups
            .iter()
            .map(|group| chart::Series { name: group.label.clone(), short: group.short.clone() })
            .collect(),
        arrangement: Arrangement::Stacked,
        targets: targets.collect(),
    };
    let value = |pence: i64| money::short(Pence(pence));
    let axis = |ticks: &[i64]| money::axis(&ticks.iter().map(|tick| Pence(*tick)).collect::<Vec<_>>());
    chart::draw(&figures, Room { width: f64::from(width), text: TEXT }, &chart::Words { value: &value, axis: &axis })
}

fn whole(picture: &Picture, chart: &Chart, marks: Marks, labelled_by: &str) -> impl IntoView + use<> {
    let (width, height) = (chart.width.to_string(), chart.height.to_string());
    let colours: Vec<u8> = picture.groups.iter().map(|group| group.colour).collect();
    let grid: String = chart.ticks.iter().map(|tick| tick.path.as_str()).collect();
    let axis = format!("M{} {}H{}", chart.plot.x, chart.baseline, chart.plot.right());
    let free = |role: Role| matches!(role, Role::Tick | Role::Target(_) | Role::Series(_));
    let words = chart.labels.iter().filter(|label| free(label.role)).map(text);
    let years = picture.columns.iter().enumerate().map(|(place, column)| year(picture, chart, place, column, marks));
    let targets = chart.targets.iter().map(|mark| mark.path.clone()).collect::<String>();
    view! {
        <svg class="chart" width=width.clone() height=height.clone() viewBox=format!("0 0 {width} {height}") role="group" aria-labelledby=labelled_by.to_owned()>
            {definitions(&fills(picture), &colours)}
            <path class="chart__grid" d=grid />
            {years.collect_view()}
            <path class="chart__axis" d=axis />
            <path class="chart__target" d=targets />
            {words.collect_view()}
        </svg>
    }
}

/// A year and its parts. The year's whole height can be pressed, and its name and sum stand in it.
fn year(picture: &Picture, chart: &Chart, place: usize, column: &Column, marks: Marks) -> impl IntoView + use<> {
    let beside = || format!("; beside it {}", telling::beside_name(picture, column.year, None, column.beside.total));
    let name = telling::year_name(picture, column.year, column.total, &column.against);
    let name = name + &picture.beside.map(|_| beside()).unwrap_or_default();
    let of = Mark { basis: picture.basis, year: column.year, group: None };
    let area = chart.columns.get(place).copied().unwrap_or_default();
    let height = chart.height.to_string();
    // A stack's amount is named by the place of its column.
    let own = |role: Role| [Role::Column(place), Role::Value(place), Role::Beside(place)].contains(&role);
    let words = chart.labels.iter().filter(|label| own(label.role)).map(text).collect_view();
    let bars = chart.bars.iter().filter(|bar| bar.column == place);
    let parts = bars.map(|bar| part(picture, bar, marks)).collect_view();
    // The macro knows an svg's own links and titles only where they are the one child of an svg element.
    let title = svg::title().child(name);
    let link = view! {
        <g>
            <a class="chart__mark" href=marks.leads(of.clone()) aria-current=marks.is_chosen(of)>
                {title}
                <rect class="chart__hit" x=area.x.to_string() y="0" width=area.w.to_string() height=height />
                {words}
            </a>
        </g>
    };
    view! { <g>{link} {parts}</g> }
}

/// One group's part of a year.
fn part(picture: &Picture, bar: &Bar, marks: Marks) -> impl IntoView + use<> {
    let (Some(column), Some(group)) = (picture.columns.get(bar.column), picture.groups.get(bar.series)) else {
        return ().into_any();
    };
    let (basis, name) = if bar.is_beside == shown_is_second(picture) {
        (picture.basis, telling::mark_name(picture, column.year, Some(&group.label), Some(Pence(bar.value))))
    } else {
        (picture.beside, telling::beside_name(picture, column.year, Some(&group.label), Some(Pence(bar.value))))
    };
    let of = Mark { basis, year: column.year, group: Some(group.mark.clone()) };
    let place = |area: chart::Area| (area.x.to_string(), area.y.to_string(), area.w.to_string(), area.h.to_string());
    let ((x, y, w, h), (hit_x, hit_y, hit_w, hit_h)) = (place(bar.area), place(bar.hit));
    let title = svg::title().child(name.clone());
    view! {
        <g>
            <a class="chart__mark" href=marks.leads(of.clone()) aria-label=name aria-current=marks.is_chosen(of)>
                {title}
                <rect class="chart__hit" x=hit_x y=hit_y width=hit_w height=hit_h />
                <rect class="chart__series" data-series=group.colour.to_string() data-basis=fill(basis).key() x=x y=y width=w height=h />
            </a>
        </g>
    }
    .into_any()
}

fn text(label: &Label) -> impl IntoView + use<> {
    let (x, y) = (label.x.to_string(), label.y.to_string());
    let is_value = matches!(label.role, Role::Value(_) | Role::Beside(_));
    view! {
        <text class:chart__value=is_value class:chart__label=!is_value x=x y=y text-anchor=label.anchor.key()>{label.text.clone()}</text>
    }
}
