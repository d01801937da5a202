//! A question that has to be answered before the work goes on.

use leptos::html;
use leptos::prelude::*;

/// A native dialog over the page while `open` holds. Escape closes it, and the focus goes back to where it was.
#[component]
pub fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    head: Signal<String>,
    /// The name of the heading's element.
    #[prop(into)]
    id: String,
    /// Whether something may be lost by the answer.
    #[prop(optional)]
    danger: Danger,
    /// What happens when it is closed without an answer.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// What it asks.
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = element.get() {
            if open.get() && !dialog.open() {
                // A dialog that is not in the document cannot be shown; then there is nothing to ask either.
                let _ = dialog.show_modal();
            } else if !open.get() && dialog.open() {
                dialog.close();
            }
        }
    });
    let closed = move |_| {
        // The browser tells of a closing only after it: whoever asked again meanwhile has it open.
        let is_open_again = element.get_untracked().is_some_and(|dialog| dialog.open());
        if open.get_untracked() && !is_open_again {
            open.set(false);
            if let Some(on_close) = on_close {
                on_close.run(());
            }
        }
    };
    let heading = id.clone();
    view! {
        <dialog class="dialog" data-tone=(danger == Danger::Loss).then_some("bad") aria-labelledby=heading node_ref=element on:close=closed>
            <h2 class="dialog__head" id=id>{head}</h2>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}

/// Whether an answer may lose something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Danger {
    /// It may not.
    #[default]
    None,
    /// It may.
    Loss,
}
