//! What a parser remarks about data, in words: what must stand there, and what does.

/// "invalid type: integer `9`, expected a string" reads "must be text in quotation marks, but is the number 9".
pub fn in_words(remark: &str) -> String {
    let remark = remark.rsplit_once(" at line ").map_or(remark, |(remark, _)| remark);
    if let Some(field) = missing(remark) {
        return format!("\"{field}\" is missing");
    }
    let unlike = remark.strip_prefix("invalid type: ").or_else(|| remark.strip_prefix("invalid value: "));
    if let Some((found, wanted)) = unlike.and_then(|rest| rest.rsplit_once(", expected ")) {
        return format!("must be {}, but is {}", expected(wanted), this(found));
    }
    let unknown = remark.strip_prefix("unknown variant `").or_else(|| remark.strip_prefix("unknown field `"));
    match unknown.and_then(|rest| rest.split_once("`, expected ")) {
        Some((found, wanted)) => {
            let wanted = wanted.replace("one of ", "").replace('`', "\"");
            format!("must be one of {wanted}, but is \"{found}\"")
        }
        // What our own types say is a sentence already.
        None => remark.to_owned(),
    }
}

/// The field that a remark misses.
pub fn missing(remark: &str) -> Option<&str> {
    remark.strip_prefix("missing field `").and_then(|rest| rest.split('`').next())
}

fn expected(wanted: &str) -> String {
    let words = match wanted {
        "a map" => "an object in curly brackets",
        "a sequence" | "an array" => "a list in square brackets",
        "a string" | "a borrowed string" => "text in quotation marks",
        "a boolean" => "true or false",
        "a nonzero u32" => "a whole number from 1",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number that is not negative",
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        structure if structure.starts_with("struct ") => "an object in curly brackets",
        own => own,
    };
    words.to_owned()
}

fn this(found: &str) -> String {
    let marked = |kind: &str| found.strip_prefix(kind).map(|rest| rest.trim_matches('`').to_owned());
    match found {
        "map" => return "an object in curly brackets".to_owned(),
        "sequence" => return "a list in square brackets".to_owned(),
        "null" | "unit value" => return "nothing (null)".to_owned(),
        _ => {}
    }
    let number = marked("integer ").or_else(|| marked("floating point "));
    number
        .map(|number| format!("the number {number}"))
        .or_else(|| found.strip_prefix("string ").map(|text| format!("the text {text}")))
        .or_else(|| marked("boolean "))
        .unwrap_or_else(|| found.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn said<T: serde::de::DeserializeOwned>(value: Value) -> String {
        in_words(&serde_json::from_value::<T>(value).map(drop).unwrap_err().to_string())
    }

    #[test]
    fn a_remark_says_what_must_stand_there_and_what_does() {
        assert_eq!(said::<String>(json!(9)), "must be text in quotation marks, but is the number 9");
        assert_eq!(said::<u8>(json!("high")), "must be a whole number that is not negative, but is the text \"high\"");
        assert_eq!(said::<u8>(json!(-3)), "must be a whole number that is not negative, but is the number -3");
        assert_eq!(said::<i64>(json!(1.5)), "must be a whole number, but is the number 1.5");
        assert_eq!(said::<bool>(json!(null)), "must be true or false, but is nothing (null)");
        assert_eq!(said::<Vec<u8>>(json!({})), "must be a list in square brackets, but is an object in curly brackets");
        assert_eq!(said::<String>(json!([true])), "must be text in quotation marks, but is a list in square brackets");
        assert_eq!(
            said::<std::collections::BTreeMap<String, u8>>(json!(true)),
            "must be an object in curly brackets, but is true"
        );
        assert_eq!(said::<crate::domain::level::Level>(json!({ "l": 3 })), "\"i\" is missing");
    }
}
