//! The words round a chart that is saved as a picture: its title and facts above, its whole key below. They are broken
//! into lines by their measured lengths, so that none meets another.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

use crate::session::{Caption, KeyLine};
use crate::web::picture::{MARGIN, SVG};
use crate::web::{page, reflect};

/// From one line of words to the next.
const LINE: f64 = 20.0;
/// Room that a mark of the key takes, with what stays free after it.
const SWATCH: f64 = 28.0;
/// Room between two entries of the key.
const APART: f64 = 18.0;
const MARK: &str = "data-picture-words";

/// How much room the words take.
pub(super) struct Room {
    pub(super) above: f64,
    pub(super) below: f64,
}

/// Draws the words round a chart of this size, into the chart.
pub(super) fn draw(chart: &Element, caption: &Caption, width: f64, height: f64) -> Result<Room, JsValue> {
    let pen = Pen { document: page::document().ok_or(JsValue::NULL)?, width };
    let head = pen.group(chart)?;
    let mut down = 0.0;
    for (text, class) in [(&caption.head, "chart__value"), (&caption.facts, "chart__label")] {
        down = pen.lines(&head, text, class, down)?;
    }
    let above = down + 2.0 * MARGIN;
    head.set_attribute("transform", &format!("translate(0 {})", MARGIN - above))?;
    let key = pen.group(chart)?;
    key.set_attribute("transform", &format!("translate(0 {})", height + MARGIN))?;
    let mut down = 0.0;
    for line in &caption.key {
        down = pen.key_line(&key, line, down)?;
    }
    Ok(Room { above, below: down + 2.0 * MARGIN })
}

/// Takes the words out of the chart again.
pub(super) fn take_out(chart: &Element) -> Result<(), JsValue> {
    while let Some(drawn) = chart.query_selector(&format!("[{MARK}]"))? {
        drawn.remove();
    }
    Ok(())
}

struct Pen {
    document: Document,
    width: f64,
}

impl Pen {
    fn element(&self, within: &Element, name: &str, attributes: &[(&str, &str)]) -> Result<Element, JsValue> {
        let element = self.document.create_element_ns(Some(SVG), name)?;
        for (attribute, value) in attributes {
            element.set_attribute(attribute, value)?;
        }
        within.append_child(&element)?;
        Ok(element)
    }

    fn group(&self, within: &Element) -> Result<Element, JsValue> {
        self.element(within, "g", &[(MARK, "")])
    }

    fn text(&self, within: &Element, text: &str, class: &str, (x, down): (f64, f64)) -> Result<Element, JsValue> {
        let (x, y) = (x.to_string(), (down + LINE * 0.7).to_string());
        let element = self.element(within, "text", &[("class", class), ("x", &x), ("y", &y)])?;
        element.set_text_content(Some(text));
        Ok(element)
    }

    /// Words broken where the width ends; how far down they reach.
    fn lines(&self, within: &Element, text: &str, class: &str, from: f64) -> Result<f64, JsValue> {
        let mut down = from;
        let mut said = String::new();
        let mut line = self.text(within, "", class, (0.0, down))?;
        for word in text.split_whitespace() {
            let longer = if said.is_empty() { word.to_owned() } else { format!("{said} {word}") };
            line.set_text_content(Some(&longer));
            if !said.is_empty() && length(&line)? > self.width {
                line.set_text_content(Some(&said));
                down += LINE;
                line = self.text(within, word, class, (0.0, down))?;
                word.clone_into(&mut said);
            } else {
                said = longer;
            }
        }
        Ok(down + LINE)
    }

    /// What a basis or a line is, then each series in its pattern; an entry that has no room begins the next line.
    fn key_line(&self, within: &Element, line: &KeyLine, from: f64) -> Result<f64, JsValue> {
        let mut down = from;
        let mut x = 0.0;
        let is_stack = !line.series.is_empty();
        if !is_stack {
            let path = format!("M0 {y}H20", y = down + LINE * 0.45);
            self.element(within, "path", &[("class", "chart__target"), ("d", &path)])?;
            x = SWATCH;
        }
        let says = if is_stack { format!("{}:", line.says) } else { line.says.clone() };
        x += length(&self.text(within, &says, "chart__value", (x, down))?)? + APART;
        for (series, name) in &line.series {
            let entry = self.text(within, name, "chart__label", (x + SWATCH, down))?;
            let long = SWATCH + length(&entry)?;
            if x > 0.0 && x + long > self.width {
                (x, down) = (0.0, down + LINE);
                entry.remove();
                self.text(within, name, "chart__label", (SWATCH, down))?;
            }
            let (left, top, series) = ((x + 1.0).to_string(), (down + 2.0).to_string(), series.to_string());
            let looks = [("class", "chart__series"), ("data-series", series.as_str()), ("data-basis", line.drawn)];
            let place = [("x", left.as_str()), ("y", top.as_str()), ("width", "20"), ("height", "14")];
            self.element(within, "rect", &[&looks[..], &place[..]].concat())?;
            x += long + APART;
        }
        Ok(down + LINE)
    }
}

fn length(text: &Element) -> Result<f64, JsValue> {
    Ok(reflect::call(text, "getComputedTextLength", &[])?.as_f64().unwrap_or_default())
}
