use concordat::views::parts::dialog::Dialog;
use concordat::web::clock::pause;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement};

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

#[wasm_bindgen_test]
async fn a_dialog_that_is_asked_for_again_at_once_stays_open() {
    let holder: HtmlElement = document().create_element("main").unwrap().unchecked_into();
    document().body().unwrap().append_child(&holder).unwrap();
    let open = RwSignal::new(true);
    let mounted = mount_to(holder.clone(), move || {
        view! { <Dialog open=open head="Who are you?" id="who"><button>"Save"</button></Dialog> }
    });
    pause(20).await;
    let dialog: HtmlDialogElement = holder.query_selector("dialog").unwrap().unwrap().unchecked_into();
    assert!(dialog.open());
    // As Escape closes it: the browser tells of that only afterwards, and meanwhile the person has asked for it again.
    dialog.close();
    open.set(true);
    pause(50).await;
    assert!(dialog.open() && open.get_untracked());
    dialog.close();
    pause(50).await;
    assert!(!open.get_untracked());
    drop(mounted);
    holder.remove();
}
