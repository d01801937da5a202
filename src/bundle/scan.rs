//! Finding where the parts of a JSON text begin and end without reading them, also in a text that is damaged.

use std::ops::Range;

/// The place at which a text cannot be JSON, or at which it stops in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// Something stands there that does not belong there.
    At(usize),
    /// The text ends before the value does.
    CutOff,
}

/// The first place from here on that is not a blank.
pub(super) fn skip_blanks(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes().get(from..).unwrap_or_default();
    from + bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count()
}

/// The byte at a place.
pub(super) fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

/// A member of an object: its key's text and where its value begins.
pub(super) fn key(text: &str, at: usize) -> Result<(Range<usize>, usize), Broken> {
    let end = text_end(text, at)?;
    let colon = skip_blanks(text, end);
    match byte(text, colon) {
        Some(b':') => Ok((at + 1..end - 1, skip_blanks(text, colon + 1))),
        Some(_) => Err(Broken::At(colon)),
        None => Err(Broken::CutOff),
    }
}

/// Where the item of a list that begins here ends. It ends at the next item at the latest: one that has lost a bracket
/// does not swallow the rest.
pub(super) fn item_end(text: &str, from: usize) -> Result<usize, Broken> {
    end(text, from, |line| begins_item(text, line, from))
}

/// Where to go on behind a damaged item: the next line that opens an item of the same list or closes the list.
pub(super) fn next_item(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(end) = text.get(at..).and_then(|rest| rest.find('\n')) {
        at += end + 1;
        if begins_item(text, at, from) {
            return at;
        }
    }
    text.len()
}

/// Whether a line, indented no more than that of an earlier item, opens another or closes the list around them.
fn begins_item(text: &str, line: usize, earlier: usize) -> bool {
    let begin = skip_blanks(text, line);
    matches!(byte(text, begin), Some(b'{' | b']')) && begin - line <= indent(text, earlier)
}

fn end(text: &str, from: usize, stops: impl Fn(usize) -> bool) -> Result<usize, Broken> {
    let mut walk = Walk::from(from);
    while !walk.on(text, usize::MAX, &stops)? {}
    Ok(walk.at)
}

/// A walk to the end of a value, which may be taken in stretches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Walk {
    pub(super) at: usize,
    depth: usize,
}

impl Walk {
    /// At the beginning of a value.
    pub(super) fn from(at: usize) -> Self {
        Self { at, depth: 0 }
    }

    /// Goes on by about so many bytes, judging by brackets and quotation marks alone. Says whether the end is reached.
    pub(super) fn on(&mut self, text: &str, most: usize, stops: impl Fn(usize) -> bool) -> Result<bool, Broken> {
        let bytes = text.as_bytes();
        let until = self.at.saturating_add(most);
        while self.at < until {
            let at = self.at;
            match *bytes.get(at).ok_or(Broken::CutOff)? {
                b'"' => self.at = text_end(text, at)?,
                b'{' | b'[' => {
                    self.depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    self.depth = self.depth.checked_sub(1).ok_or(Broken::At(at))?;
                    self.at += 1;
                }
                b'\n' => {
                    self.at += 1;
                    if self.depth > 0 && stops(self.at) {
                        return Err(Broken::At(self.at));
                    }
                }
                b' ' | b'\r' | b'\t' | b':' | b',' if self.depth > 0 => self.at += 1,
                _ => match bytes.get(at..).unwrap_or_default().iter().take_while(|byte| is_plain(**byte)).count() {
                    0 => return Err(Broken::At(at)),
                    plain => self.at += plain,
                },
            }
            if self.depth == 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn text_end(text: &str, at: usize) -> Result<usize, Broken> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'"') {
        return Err(if at < bytes.len() { Broken::At(at) } else { Broken::CutOff });
    }
    let mut at = at + 1;
    loop {
        match *bytes.get(at).ok_or(Broken::CutOff)? {
            b'"' => return Ok(at + 1),
            b'\\' => at += 2,
            0..b' ' => return Err(Broken::At(at)),
            _ => at += 1,
        }
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
}

/// How far the line is indented on which a place stands.
fn indent(text: &str, at: usize) -> usize {
    let start =
        text.as_bytes().get(..at).and_then(|before| before.iter().rposition(|byte| *byte == b'\n')).map_or(0, |end| end + 1);
    let line = text.as_bytes().get(start..).unwrap_or_default();
    line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_end(text: &str, from: usize) -> Result<usize, Broken> {
        let in_stretches = |most| {
            let mut walk = Walk::from(from);
            while !walk.on(text, most, |_| false)? {}
            Ok(walk.at)
        };
        let (whole, stretches) = (in_stretches(usize::MAX), in_stretches(1));
        assert_eq!(whole, stretches);
        whole
    }

    #[test]
    fn finds_the_end_of_a_value() {
        assert_eq!(value_end(r#"{"a":["}\"",{}],"b":-1.5e3} "#, 0), Ok(27));
        assert_eq!(value_end("true,", 0), Ok(4));
        assert_eq!(value_end(r#""a" "#, 0), Ok(3));
        assert_eq!(value_end(r#"{"a":"#, 0), Err(Broken::CutOff));
        assert_eq!(value_end("{\"a\n\":1}", 0), Err(Broken::At(3)));
        assert_eq!(value_end("]", 0), Err(Broken::At(0)));
    }

    #[test]
    fn an_item_without_its_end_does_not_swallow_the_next() {
        let text = "[\n{\"a\":{},\n{\"b\":2}\n]";
        assert_eq!(item_end(text, 2), Err(Broken::At(11)));
        assert_eq!(next_item(text, 2), 11);
        let pretty = "{\n  \"changes\": [\n    {\n      \"a\": [\n        1\n      ]\n    },\n    {\n    }\n  ]\n}";
        let first = pretty.find("    {").unwrap() + 4;
        assert_eq!(item_end(pretty, first), Ok(pretty.find("},").unwrap() + 1));
    }
}
