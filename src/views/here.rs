//! Where the person is, as the shell follows it from the address bar.

use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::route::Route;

/// The route in the address bar.
#[derive(Clone, Copy)]
pub struct Here(pub ReadSignal<Route>);

/// The route in the address bar, from the context that the shell provides.
pub fn use_route() -> ReadSignal<Route> {
    expect_context::<Here>().0
}

/// The element in which a record stands among others, where a link leads to it.
pub fn place_of(record: &Subject) -> String {
    format!("at-{}", record.as_str().replace('/', "-"))
}

/// Whether the address looks for this record.
pub fn is_looked_for(record: Subject) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + 'static {
    let route = use_route();
    move || route.with(|route| (route.shown() == Some(&record)).then_some(""))
}
