//! Everything that can be said of a line, for one that is there and for a new one.

use leptos::prelude::*;

use crate::domain::money::{Basis, Cash, FundKind, Money, MoneyId, MoneyKind, Recurrence, SpentOn, SplitRule};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::pages::savings::line_fields::{as_typed, save, typed};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::segments::choices;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;
use crate::words::typed::Sheet;

/// Every field of a line.
const FIELDS: [&str; 25] = [
    "title",
    "kind",
    "amount",
    "year",
    "basis",
    "recurrence",
    "cash",
    "spent_on",
    "covers",
    "partners",
    "source",
    "source-paragraph",
    "source-dated",
    "part_of",
    "net_of",
    "rival_of",
    "split-rule",
    "split",
    "split-agreed-by",
    "split-agreed-on",
    "fund",
    "fund-kind",
    "fund-purpose",
    "set_by",
    "commentary",
];
/// More lines than anybody looks through in a list.
const MOST_OFFERED: usize = 300;

/// The form. The name under which what is typed is kept is the row's own, so that it goes on where the row left off.
#[component]
pub fn FullForm(
    /// The line as it is; nothing but its name where it is new.
    before: Money,
    /// Whether it is new.
    is_new: bool,
    /// Under which name what is typed is kept.
    #[prop(into)]
    key: String,
    /// What a new line starts with.
    #[prop(optional)]
    starts: Sheet,
    /// What happens once it is saved, before it is closed.
    #[prop(optional)]
    on_saved: Option<Callback<()>>,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(key);
    let starts: Sheet = as_typed(session, &before).into_iter().chain(starts).collect();
    let field = |name: &'static str| form.field(name, starts.get(name).cloned().unwrap_or_default());
    let line = |name: &'static str, label: &'static str, typed: Typed, hint: &'static str| {
        view! { <TextField form=form name=name label=label value=field(name) typed=typed hint=hint /> }
    };
    let short = |name: &'static str, label: &'static str, typed: Typed, width: u8| {
        view! { <TextField form=form name=name label=label value=field(name) typed=typed width=width /> }
    };
    let choice = |name: &'static str, label: &'static str, options: Vec<(String, String)>| {
        view! { <ChoiceField form=form name=name label=label value=field(name) options=options /> }
    };
    let own = before.id.clone();
    let others = session.look(|open| open.map(|open| other_lines(&open.workspace, &own)).unwrap_or_default());
    let all_fields = [&FIELDS[..], &["set-on"]].concat();
    let submit = {
        let before = before.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            save(&form, session, &before, &typed(&form, &all_fields), is_new, move || {
                session.say(if is_new { "The line is added." } else { "The line is saved." });
                if let Some(saved) = on_saved {
                    saved.run(());
                }
                on_close.run(());
            });
        }
    };
    let cancel = move |_| {
        form.forget();
        on_close.run(());
    };
    let (kind, basis) = (field("kind"), field("basis"));
    // A target has no basis.
    let has_basis = move || kind.with(|kind| kind != MoneyKind::Target.key());
    let is_cost = move || kind.with(|kind| kind == MoneyKind::Cost.key());
    let spent_on = field("spent_on");
    let spending = StoredValue::new(or_not_stated(choices(SpentOn::ALL, SpentOn::key, SpentOn::label)));
    let bases = StoredValue::new(or_not_stated(choices(Basis::ALL, Basis::key, Basis::label)));
    let label = if is_new { "Add a line" } else { "Edit the line" };
    view! {
        <form class="form" aria-label=label on:submit=submit>
            <ErrorSummary form=form />
            {line("title", "Line", Typed::Line, "What the figure is for, in a few words.")}
            <div class="form__row">
                <ChoiceField form=form name="kind" label="Kind" value=kind options=choices(MoneyKind::ALL, MoneyKind::key, MoneyKind::label) />
                {short("amount", "Amount", Typed::Line, 12)}
                {short("year", "Year", Typed::Line, 8)}
                <Show when=has_basis><ChoiceField form=form name="basis" label="Basis" value=basis options=bases.get_value() /></Show>
            </div>
            <div class="form__row">
                {choice("recurrence", "Recurring or one-off", or_not_stated(choices(Recurrence::ALL, Recurrence::key, Recurrence::label)))}
                {choice("cash", "Cashable", or_not_stated(choices(Cash::ALL, Cash::key, Cash::label)))}
                <Show when=is_cost><ChoiceField form=form name="spent_on" label="Spent on" value=spent_on options=spending.get_value() /></Show>
            </div>
            {line("covers", "Covers", Typed::Line, "Services or programmes by name, with a semicolon between.")}
            {line("partners", "Who", Typed::Line, "Partners by name or short code. Empty where the paper does not say.")}
            {line("commentary", "Commentary", Typed::Text, "Anything else that should be known, such as that it may be one council's share.")}
            <fieldset class="form__part">
                <legend class="form__legend">"Where this is stated"</legend>
                <div class="form__row">
                    {short("source", "Paper", Typed::Line, 20)}
                    {short("source-paragraph", "Paragraph", Typed::Line, 8)}
                    {short("source-dated", "Date of the paper", Typed::Date, 12)}
                </div>
            </fieldset>
            <fieldset class="form__part">
                <legend class="form__legend">"How it stands to other lines"</legend>
                {choice("part_of", "Part of", or_not_stated(others.clone()))}
                {choice("net_of", "Net of", or_not_stated(others.clone()))}
                {choice("rival_of", "Another statement of", or_not_stated(others))}
            </fieldset>
            <fieldset class="form__part">
                <legend class="form__legend">"How it is divided"</legend>
                {choice("split-rule", "Rule", or_not_stated(choices(SplitRule::ALL, SplitRule::key, SplitRule::label)))}
                {line("split", "Shares", Typed::Line, "Each partner's name with its share, with a semicolon between: the figure of one, then the next.")}
                <div class="form__row">
                    {short("split-agreed-by", "Agreed by", Typed::Line, 20)}
                    {short("split-agreed-on", "Agreed on", Typed::Date, 12)}
                </div>
            </fieldset>
            <fieldset class="form__part">
                <legend class="form__legend">"Of outside funding"</legend>
                <div class="form__row">
                    {short("fund", "Given by", Typed::Line, 20)}
                    {choice("fund-kind", "Kind of money", or_not_stated(choices(FundKind::ALL, FundKind::key, FundKind::label)))}
                </div>
                {line("fund-purpose", "Given for", Typed::Line, "What it may be spent on.")}
            </fieldset>
            <fieldset class="form__part">
                <legend class="form__legend">"Of a target"</legend>
                <div class="form__row">
                    {short("set_by", "Set by", Typed::Line, 20)}
                    {short("set-on", "Set on", Typed::Date, 12)}
                </div>
            </fieldset>
            <div class="form__actions">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
    }
}

/// Lines to refer to: their ids and what tells them apart.
fn other_lines(workspace: &Workspace, own: &MoneyId) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = workspace
        .money
        .values()
        .filter(|line| line.id != *own)
        .map(|line| {
            let sum = line.sum.as_ref();
            let told = [
                line.title.clone(),
                sum.and_then(|sum| sum.year).map(|year| year.to_string()),
                sum.map(|sum| words::money::short_range(sum.pence, sum.up_to)),
                line.source.as_ref().map(words::source::place),
            ];
            (line.id.to_string(), told.into_iter().flatten().collect::<Vec<_>>().join(", "))
        })
        .collect();
    lines.order_by(|one, other| one.1.cmp(&other.1));
    let line = workspace.money.get(own);
    let named =
        line.into_iter().flat_map(|line| [&line.part_of, &line.net_of, &line.rival_of]).flatten().map(ToString::to_string);
    let named: Vec<String> = named.collect();
    let (first, rest) = lines.split_at(lines.len().min(MOST_OFFERED));
    first.iter().chain(rest.iter().filter(|(id, _)| named.contains(id))).cloned().collect()
}
