//! What stands behind a partner's part: its agreement, who looks after it, the host's duties, the staff who moved.

use crate::domain::agreement::{Agreement, AgreementState, Moved};
use crate::domain::command::Refusal;
use crate::domain::service::Participation;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::segments::choices;
use crate::words;
use crate::words::quantity::exact;
use crate::words::typed;

/// What is asked of it.
pub fn asks(part: &Participation) -> Vec<Ask> {
    let (agreement, staff) = (part.agreement.as_ref(), part.staff.as_ref());
    let states = or_not_stated(choices(AgreementState::ALL, AgreementState::key, AgreementState::label));
    let state = agreement.map(|agreement| agreement.state.key()).unwrap_or_default();
    vec![
        Ask::one_of("agreement", "Service-level agreement", state, states),
        Ask::day("agreement-since", "Agreement so since", agreement.and_then(|agreement| agreement.since)),
        Ask::line("agreement-note", "About the agreement", agreement.and_then(|agreement| agreement.note.as_ref())),
        Ask::line("manager", "Account manager", part.manager.as_ref()).hint("By office; independent of the day-to-day running."),
        Ask::text("duties", "Host's duties", part.duties.as_ref()).hint("Of the host: what it does for the others."),
        Ask::short("staff", "Posts transferred", staff.map(|staff| exact(staff.posts)).unwrap_or_default())
            .hint("Full-time equivalents that moved to the host."),
        Ask::day("staff-on", "Transferred on", staff.and_then(|staff| staff.on)),
        Ask::line("staff-note", "About the transfer", staff.and_then(|staff| staff.note.as_ref())),
    ]
}

/// The part with what was answered; what cannot be read goes to `wrong`.
pub fn read(form: &Form, before: &Participation, wrong: &mut Vec<Refusal>) -> Participation {
    let (since, note) = (form.date("agreement-since", wrong), form.text("agreement-note"));
    let state = form.text("agreement").and_then(|key| AgreementState::from_key(&key));
    if state.is_none() && (since.is_some() || note.is_some()) {
        wrong.push(Refusal::of("agreement", "Say how far the agreement has come, or clear what is said about it."));
    }
    let posts = form.read("staff", wrong, typed::quantity);
    let (on, about) = (form.date("staff-on", wrong), form.text("staff-note"));
    if posts.is_none() && (on.is_some() || about.is_some()) {
        wrong.push(Refusal::of("staff", "Say how many posts were transferred, or clear what is said about it."));
    }
    Participation {
        agreement: state.map(|state| Agreement { state, since, note }),
        manager: form.text("manager"),
        duties: form.text("duties"),
        staff: posts.map(|posts| Moved { posts, on, note: about }),
        ..before.clone()
    }
}

/// What is stated of it, a line each.
pub fn told(part: &Participation) -> Vec<String> {
    [
        part.manager.as_ref().map(|manager| format!("Account manager: {manager}")),
        part.duties.as_ref().map(|duties| format!("Duties: {duties}")),
        part.staff.as_ref().map(|staff| format!("Staff transferred: {}", words::cases::moved(staff))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
