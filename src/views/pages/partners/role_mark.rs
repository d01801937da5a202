//! A partner's part in a service, as the grid shows it: its letter and its word.

use leptos::prelude::*;

use crate::domain::service::Role;

/// The mark of a part.
#[component]
pub fn RoleMark(
    /// Which part.
    role: Role,
) -> impl IntoView {
    view! {
        <span class="participation__cell" data-part=role.key()>
            <b class="participation__letter" aria-hidden="true">{letter(role)}</b>
            <span class="participation__word">{role.label().to_lowercase()}</span>
        </span>
    }
}

/// The letter that stands for it.
fn letter(role: Role) -> &'static str {
    match role {
        Role::Host => "H",
        Role::In => "I",
        Role::Considering => "C",
        Role::Declined => "D",
        Role::Left => "L",
    }
}
