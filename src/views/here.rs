//! Where the person is, as the shell follows it from the address bar.

use leptos::prelude::*;

use crate::route::Route;

/// The route in the address bar.
#[derive(Clone, Copy)]
pub struct Here(pub ReadSignal<Route>);

/// The route in the address bar, from the context that the shell provides.
pub fn use_route() -> ReadSignal<Route> {
    expect_context::<Here>().0
}
