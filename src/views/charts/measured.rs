//! How wide an element is, now and after the window has changed: charts are drawn for it, never scaled.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// The width of an element in CSS pixels; nothing before it is on the page.
pub fn width_of(element: NodeRef<html::Div>) -> ReadSignal<Option<i32>> {
    let (width, set_width) = signal(None);
    let measure = move || {
        let now = element.get_untracked().map(|element| element.client_width()).filter(|width| *width > 0);
        if now.is_some() && now != width.get_untracked() {
            set_width.set(now);
        }
    };
    Effect::new(move |_| {
        element.track();
        measure();
    });
    let listening = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || listening.remove());
    width
}
