//! A chart of the page as a picture by itself: its computed looks written into it, so that it needs no stylesheet.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlImageElement, Url};

use crate::session::Caption;
use crate::web::files::{FileError, text_blob};
use crate::web::{page, picture_words, reflect};

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

/// What stays free round the picture.
pub(super) const MARGIN: f64 = 16.0;

/// Points of the picture to one of the page, so that it is sharp on paper.
const SHARPNESS: f64 = 2.0;

/// The looks that SVG has attributes for.
const LOOKS: [&str; 20] = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "color",
    "display",
    "visibility",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "dominant-baseline",
];

/// Why a chart could not be saved as a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The page shows no such chart now.
    #[error("This chart is not on the page any more.")]
    NotThere,
    /// The browser did not draw it.
    #[error("This browser did not draw the chart as a picture ({0}). Save it as SVG instead.")]
    NotDrawn(String),
}

/// The SVG of the element of that id, or the first within it, as a file of its own.
pub fn svg(id: &str, caption: &Caption) -> Result<String, PictureError> {
    Ok(stand_alone(&find(id)?, caption)?.0)
}

/// The same as a PNG.
pub async fn png(id: &str, caption: &Caption) -> Result<Blob, PictureError> {
    let (text, width, height) = stand_alone(&find(id)?, caption)?;
    let content = text_blob(&text, "image/svg+xml").map_err(|error: FileError| PictureError::NotDrawn(error.to_string()))?;
    let address = Url::create_object_url_with_blob(&content).map_err(|thrown| not_drawn(&thrown))?;
    let drawn = draw(&address, width, height).await;
    let _ = Url::revoke_object_url(&address);
    drawn.map_err(|thrown| not_drawn(&thrown))
}

fn find(id: &str) -> Result<Element, PictureError> {
    let found = page::document().and_then(|document| document.get_element_by_id(id)).ok_or(PictureError::NotThere)?;
    if found.local_name() == "svg" {
        return Ok(found);
    }
    found.query_selector("svg").ok().flatten().ok_or(PictureError::NotThere)
}

fn stand_alone(shown: &Element, caption: &Caption) -> Result<(String, f64, f64), PictureError> {
    captioned(shown, caption).map_err(|thrown| not_drawn(&thrown))
}

/// The chart with its words round it. They stand in the page's own chart while their looks and lengths are read, before
/// the page is painted again.
fn captioned(shown: &Element, caption: &Caption) -> Result<(String, f64, f64), JsValue> {
    let area = shown.get_bounding_client_rect();
    let (width, height) = (area.width().max(1.0), area.height().max(1.0));
    let round = picture_words::draw(shown, caption, width, height);
    let copied = round.and_then(|round| {
        let copy: Element = shown.clone_node_with_deep(true)?.unchecked_into();
        write_looks(shown, &copy).map(|()| (copy, round))
    });
    picture_words::take_out(shown)?;
    let (copy, round) = copied?;
    let view = [-MARGIN, -round.above, width + 2.0 * MARGIN, height + round.above + round.below];
    frame(shown, &copy, view)?;
    let serializer = reflect::construct("XMLSerializer", &[])?;
    let text = reflect::call(&serializer, "serializeToString", &[copy.into()])?;
    let [_, _, whole_width, whole_height] = view;
    Ok((text.as_string().unwrap_or_default(), whole_width, whole_height))
}

/// Element by element: the copy is not part of the page, so that only the original knows its looks.
fn write_looks(shown: &Element, copy: &Element) -> Result<(), JsValue> {
    if let Some(looks) = looks_of(shown) {
        for name in LOOKS {
            let value = looks.get_property_value(name)?;
            if !value.is_empty() {
                copy.set_attribute(name, &value)?;
            }
        }
    }
    for name in ["class", "style", "tabindex"] {
        copy.remove_attribute(name)?;
    }
    let (originals, copies) = (shown.children(), copy.children());
    for place in 0..originals.length() {
        if let (Some(original), Some(copied)) = (originals.item(place), copies.item(place)) {
            write_looks(&original, &copied)?;
        }
    }
    Ok(())
}

/// Gives the copy its size, and the page's background, on which its colours were chosen.
fn frame(shown: &Element, copy: &Element, view: [f64; 4]) -> Result<(), JsValue> {
    let view = view.map(|figure| figure.to_string());
    let [_, _, width, height] = &view;
    copy.set_attribute("xmlns", SVG)?;
    copy.set_attribute("width", width)?;
    copy.set_attribute("height", height)?;
    copy.set_attribute("viewBox", &view.join(" "))?;
    let Some(document) = page::document() else { return Ok(()) };
    let ground = document.create_element_ns(Some(SVG), "rect")?;
    for (name, figure) in ["x", "y", "width", "height"].into_iter().zip(&view) {
        ground.set_attribute(name, figure)?;
    }
    ground.set_attribute("fill", &background(shown))?;
    copy.insert_before(&ground, copy.first_child().as_ref())?;
    Ok(())
}

fn background(shown: &Element) -> String {
    let mut next = Some(shown.clone());
    while let Some(element) = next {
        let colour = looks_of(&element).and_then(|looks| looks.get_property_value("background-color").ok());
        if let Some(colour) = colour.filter(|colour| !matches!(colour.as_str(), "" | "transparent" | "rgba(0, 0, 0, 0)")) {
            return colour;
        }
        next = element.parent_element();
    }
    "white".into()
}

async fn draw(address: &str, width: f64, height: f64) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let document = page::document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a canvas is measured in whole points")]
    let points = |length: f64| (length * SHARPNESS).round().clamp(1.0, 16_000.0) as u32;
    canvas.set_width(points(width));
    canvas.set_height(points(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(canvas.width()),
        f64::from(canvas.height()),
    )?;
    let mut refused = None;
    let drawn = Promise::new(&mut |resolve, _| refused = canvas.to_blob(&resolve).err());
    if let Some(thrown) = refused {
        return Err(thrown);
    }
    JsFuture::from(drawn).await?.dyn_into()
}

fn looks_of(element: &Element) -> Option<CssStyleDeclaration> {
    page::window()?.get_computed_style(element).ok().flatten()
}

fn not_drawn(thrown: &JsValue) -> PictureError {
    PictureError::NotDrawn(reflect::said(thrown))
}
