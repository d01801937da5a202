//! What a draft says once the form is read.

use crate::domain::command::Refusal;
use crate::domain::highlight::{
    AGAIN, Activity, Again, BECAME, Became, CONCERN, Concern, Confirmed, Content, DUE_AGAIN, Highlight, MITIGATION, NEXT,
    NEXT_DUE, PROGRESS, Planned,
};
use crate::domain::rag::{Rag, Status};
use crate::domain::service::Percent;
use crate::views::parts::form::Form;

/// The draft that the fields come to; what cannot be read goes to `wrong`.
pub fn read(form: &Form, draft: &Highlight, wrong: &mut Vec<Refusal>) -> Highlight {
    let known = draft.content.clone().unwrap_or_default();
    let confirmed =
        [(Confirmed::Status, "confirm-status"), (Confirmed::Complete, "confirm-complete"), (Confirmed::Dates, "confirm-dates")];
    let content = Content {
        prepared_by: form.text("prepared-by"),
        status: status(form, wrong),
        expected: form.text("expected").and_then(|key| Rag::from_key(&key)),
        still_amber: form.text("still-amber"),
        complete: form.read("complete", wrong, percent),
        start: form.date("start", wrong),
        completion: form.date("completion", wrong),
        confirmed: confirmed.into_iter().filter(|(_, name)| form.text(name).is_some()).map(|(what, _)| what).collect(),
        summary: form.text("summary"),
        planned: planned(form, &known.planned, wrong),
        other: form.text("other"),
        next: next(form, &known.next, wrong),
        concerns: concerns(form),
        benefits: form.text("benefits"),
        money: form.text("money"),
        correction: form.text("correction"),
    };
    Highlight { content: Some(content), ..draft.clone() }
}

/// Who and by when belong to amber and red alone.
fn status(form: &Form, wrong: &mut Vec<Refusal>) -> Option<Status> {
    let rag = form.text("rag").and_then(|key| Rag::from_key(&key))?;
    let why = form.text("why");
    Some(match rag {
        Rag::Green => Status { rag, why, who: None, by: None },
        Rag::Amber | Rag::Red => Status { rag, why, who: form.text("who"), by: form.date("by", wrong) },
    })
}

fn planned(form: &Form, known: &[Activity], wrong: &mut Vec<Refusal>) -> Vec<Activity> {
    let fields = BECAME.into_iter().zip(PROGRESS).zip(AGAIN.into_iter().zip(DUE_AGAIN));
    let mut all = Vec::new();
    for (one, ((became, progress), (again, due))) in known.iter().zip(fields) {
        all.push(Activity {
            planned: one.planned.clone(),
            became: form.text(became).and_then(|key| Became::from_key(&key)),
            progress: form.text(progress),
            again: form.text(again).map(|_| Again { due: form.date(due, wrong) }),
        });
    }
    all
}

/// A line that stood there keeps the key by which it is known, whatever it says now.
fn next(form: &Form, known: &[Planned], wrong: &mut Vec<Refusal>) -> Vec<Planned> {
    let mut all = Vec::new();
    for (at, (what, due)) in NEXT.into_iter().zip(NEXT_DUE).enumerate() {
        let typed = form.date(due, wrong);
        match form.text(what) {
            Some(what) => {
                let known = known.get(at).cloned().unwrap_or_default();
                all.push(Planned { what, due: typed, ..known });
            }
            None if typed.is_some() => wrong.push(Refusal::of(what, "Say what is due then, or clear the date.")),
            None => {}
        }
    }
    all
}

fn concerns(form: &Form) -> Vec<Concern> {
    let lines = CONCERN.into_iter().zip(MITIGATION);
    lines.filter_map(|(what, mitigation)| Some(Concern { what: form.text(what)?, mitigation: form.text(mitigation) })).collect()
}

fn percent(typed: &str) -> Result<Percent, String> {
    let number = typed.trim_end_matches('%').trim().parse().ok().and_then(Percent::new);
    number.ok_or_else(|| format!("\"{typed}\" is not a share. Write a whole number from 0 to 100."))
}
