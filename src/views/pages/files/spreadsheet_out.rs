//! Saving what is shown as a spreadsheet: a workbook with everything, or one kind as comma-separated values.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::thing::Kind;
use crate::session::{Request, SpreadsheetOut, use_session};
use crate::sheets::KINDS;
use crate::views::parts::choice_field::ChoiceField;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;
use crate::words;

/// What it holds, for whom, and the button.
#[component]
pub fn SaveSpreadsheet() -> impl IntoView {
    let session = use_session();
    let form = Form::new("spreadsheet");
    let what = RwSignal::new(String::new());
    let with_exempt = RwSignal::new(false);
    let recipient = form.field("sheet-recipient", "");
    let exempt = session.exempt_held();
    let asks_for_whom = Memo::new(move |_| exempt.get() > 0 && with_exempt.get());
    let options: Vec<(String, String)> = std::iter::once((String::new(), "Everything, as a workbook (XLSX)".to_owned()))
        .chain(KINDS.map(|kind| (kind.key().to_owned(), format!("{} alone (CSV)", kind.plural()))))
        .collect();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let recipient = form.text("sheet-recipient").filter(|_| asks_for_whom.get_untracked());
        if asks_for_whom.get_untracked() && recipient.is_none() {
            return form.refuse(vec![Refusal::of("sheet-recipient", "It holds exempt items: say who it is for.")]);
        }
        form.refusals.set(Vec::new());
        form.forget();
        session.request(Request::SaveSpreadsheet(SpreadsheetOut { only: Kind::from_key(&what.get_untracked()), recipient }));
    };
    let choice = move |with: bool, label: String, hint: &'static str| {
        view! {
            <label class="choice">
                <input class="choice__input" type="radio" name="sheet-exempt" prop:checked=move || with_exempt.get() == with on:change=move |_| with_exempt.set(with) />
                <span class="choice__label">{label}</span>
                <span class="choice__hint">{hint}</span>
            </label>
        }
    };
    let items = move || words::count(exempt.get(), "exempt item", "exempt items");
    view! {
        <section aria-labelledby="sheet-out-head">
            <h2 id="sheet-out-head">"Save as a spreadsheet"</h2>
            <p>"To work on the figures, or hand them to somebody who works in a spreadsheet. The history stays here; a bundle is what keeps the work safe."</p>
            <form class="form" aria-label="Save as a spreadsheet" data-reads="" on:submit=save>
                <ErrorSummary form=form />
                <ChoiceField form=form name="sheet-what" label="What it holds" value=what options=options />
                <Show when=move || { exempt.get() > 0 }>
                    <fieldset class="choices">
                        <legend class="choices__legend">"Exempt items"</legend>
                        <div class="choices__list">
                            {choice(false, format!("Leave {} out", items()), "Nothing of them stands in the file.")}
                            {choice(true, format!("Put {} in", items()), "The file says EXEMPT in its name and at its start.")}
                        </div>
                    </fieldset>
                </Show>
                <Show when=move || asks_for_whom.get()>
                    <TextField form=form name="sheet-recipient" label="Who is this spreadsheet for?" value=recipient width=40 hint="It holds exempt items. The office or body; it is written into the file." />
                </Show>
                <div class="form__actions"><button class="button button--quiet" data-reads="" type="submit">"Save the spreadsheet"</button></div>
            </form>
        </section>
    }
}
