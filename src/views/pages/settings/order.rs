//! The order in which partners are listed and spare pence are given out.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::Command;
use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{PartnersState, Route};
use crate::session::{Request, use_session};
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 50;

/// The partners with buttons to move each one place up or down. Nothing has to be dragged.
#[component]
pub fn OrderOfPartners() -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/order");
    let limit = RwSignal::new(AT_FIRST);
    let in_force = session.select(&[Kind::About, Kind::Partner], |workspace, _| {
        workspace.partners_in_order().into_iter().map(|partner| partner.id.clone()).collect::<Vec<_>>()
    });
    let moved = RwSignal::new(None::<Vec<PartnerId>>);
    let order = Memo::new(move |_| moved.get().unwrap_or_else(|| in_force.get()));
    let shown = Memo::new(move |_| order.with(|order| order.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let more = move || order.with(Vec::len).saturating_sub(limit.get());
    let is_moved = Memo::new(move |_| order.with(|order| in_force.with(|in_force| order != in_force)));
    let shift = Callback::new(move |(partner, way): (PartnerId, Way)| {
        let mut partners = order.get_untracked();
        let Some(from) = partners.iter().position(|one| *one == partner) else { return };
        let to = match way {
            Way::Up => from.saturating_sub(1),
            Way::Down => (from + 1).min(partners.len().saturating_sub(1)),
        };
        partners.swap(from, to);
        let many = partners.len();
        moved.set(Some(partners));
        let name = session.look(|open| open.map(|open| words::partner::short(&open.workspace, &partner))).unwrap_or_default();
        session.say(format!("{name} is now {} of {many}. Save the order to keep it.", to + 1));
        // A row that moves loses the focus in some browsers; at an end the other button is the one that is left.
        let next = if to == 0 {
            Way::Down
        } else if to + 1 == many {
            Way::Up
        } else {
            way
        };
        session.request(Request::Focus(button(&partner, next)));
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let after = About { order: Some(order.get_untracked()), ..before.clone() };
        form.save(Vec::new(), Command::Put { before: Some(before.into()), after: after.into() }, move || {
            moved.set(None);
            session.say("The order of partners is saved.");
        });
    };
    view! {
        <section aria-labelledby="order-head">
            <h2 id="order-head">"Order of partners"</h2>
            <p>"Partners are listed in this order everywhere. Where an amount does not divide evenly, spare pence go by it too."</p>
            <Show when=move || in_force.with(Vec::is_empty)>
                <p>"There are no partners yet. "<a href=Route::Partners(PartnersState::default()).to_string()>"Add the partners"</a>" first."</p>
            </Show>
            <form class="form" aria-label="Order of partners" hidden=move || in_force.with(Vec::is_empty) on:submit=save>
                <ErrorSummary form=form />
                <ol class="order"><For each=move || shown.get() key=Clone::clone let:partner><Line partner=partner order=order shift=shift /></For></ol>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("partner", "partners") />
                <div class="form__actions">
                    <button class="button" type="submit">"Save the order"</button>
                    <Show when=move || is_moved.get()><button class="button button--plain" type="button" on:click=move |_| moved.set(None)>"Put it back as it was"</button></Show>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Line(partner: PartnerId, order: Memo<Vec<PartnerId>>, shift: Callback<(PartnerId, Way)>) -> impl IntoView {
    let subject = Subject::from(&partner);
    let name = use_session().select(&[Kind::Partner], move |workspace, _| words::name(workspace, &subject));
    let place = {
        let partner = partner.clone();
        Memo::new(move |_| order.with(|order| order.iter().position(|one| *one == partner)))
    };
    let is_first = move || place.get() == Some(0);
    let is_last = move || place.get().map(|place| place + 1) == Some(order.with(Vec::len));
    let mover = |way: Way, word: &'static str, is_end: Signal<bool>| {
        let id = button(&partner, way);
        let partner = partner.clone();
        view! {
            <button class="button button--quiet button--small" type="button" id=id disabled=is_end on:click=move |_| shift.run((partner.clone(), way))>
                {word}<span class="visually-hidden">" "{name}</span>
            </button>
        }
    };
    view! {
        <li class="order__line">
            <span class="order__name">{name}</span>
            <div class="buttons">{mover(Way::Up, "Move up", Signal::derive(is_first))} {mover(Way::Down, "Move down", Signal::derive(is_last))}</div>
        </li>
    }
}

/// Which way a partner is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// The name of a button's element.
fn button(partner: &PartnerId, way: Way) -> String {
    let way = if way == Way::Up { "up" } else { "down" };
    format!("{way}-{}", partner.rest().replace('/', "-"))
}
