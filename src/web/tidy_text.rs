//! What people type, made fit to be kept: one spelling of accents, no control characters, no blanks around it.

use js_sys::JsString;

/// A line of text. Line breaks and tabs, with the blanks around them, become one blank.
pub fn line(text: &str) -> String {
    let text: String = normalized(text).chars().map(|character| if is_break(character) { '\n' } else { character }).collect();
    let kept: String = text.chars().filter(|character| *character == '\n' || is_kept(character)).collect();
    kept.split('\n').map(str::trim).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text of several lines. Line breaks of every kind become one kind.
pub fn paragraphs(text: &str) -> String {
    let text = normalized(text).replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let text: String = text.replace('\t', " ").chars().filter(|character| *character == '\n' || is_kept(character)).collect();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn normalized(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

fn is_break(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Neither a control character nor one of those that turn the reading direction around unseen.
fn is_kept(character: &char) -> bool {
    !character.is_control() && !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
