//! Calls that web-sys keeps behind an unstable flag, or that not every browser has, reached by name.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property, if it is there and not undefined or null.
pub(super) fn get(of: impl AsRef<JsValue>, name: &str) -> Option<JsValue> {
    Reflect::get(of.as_ref(), &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Whether a value has a method of that name.
pub(super) fn can(of: impl AsRef<JsValue>, name: &str) -> bool {
    get(of, name).is_some_and(|value| value.is_function())
}

/// Calls a method; an error is what it threw, or says that there is none.
pub(super) fn call(of: impl AsRef<JsValue>, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of.as_ref(), &name.into())?.dyn_into()?;
    method.apply(of.as_ref(), &arguments.iter().collect::<Array>())
}

/// Constructs an object of a class of the browser's.
pub(super) fn construct(class: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &class.into())?.dyn_into()?;
    Reflect::construct(&class, &arguments.iter().collect::<Array>())
}

/// A plain object with these properties.
pub(super) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of a new plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// What a thrown value says, for the end of a sentence.
pub(super) fn said(thrown: &JsValue) -> String {
    let part = |name: &str| get(thrown, name).and_then(|value| value.as_string()).filter(|text| !text.is_empty());
    let text = part("message").or_else(|| part("name")).or_else(|| thrown.as_string());
    text.map_or_else(|| "no reason given".into(), |text| text.trim_end_matches('.').to_owned())
}
