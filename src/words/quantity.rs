//! Figures that are not money: `1,234.5`, `43.06 %`, `2.5 days`.

use crate::domain::quantity::Quantity;
use crate::words::number;

/// How many places what was worked out is shown with. What a person stated is shown as stated.
const SHOWN: usize = 2;

/// As stated: `1,234.5`, `−3`.
pub fn exact(quantity: Quantity) -> String {
    let text = quantity.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, places) = digits.split_once('.').map_or((digits, None), |(whole, places)| (whole, Some(places)));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), number);
    places.map_or_else(|| format!("{sign}{whole}"), |places| format!("{sign}{whole}.{places}"))
}

/// Worked out, and shown to two places.
pub fn rounded(quantity: Quantity) -> String {
    exact(quantity.to_places(SHOWN))
}

/// A figure that is shown already, with its unit.
pub fn of_unit(figure: &str, unit: Option<&str>) -> String {
    match unit.map(str::trim).filter(|unit| !unit.is_empty()) {
        Some(unit) => format!("{figure} {unit}"),
        None => figure.to_owned(),
    }
}

/// A difference, with the sign that says which way: `+2.5`, `−3`, `±0`.
pub fn change(quantity: Quantity) -> String {
    let text = rounded(quantity);
    match text.as_str() {
        "0" => "±0".to_owned(),
        text if text.starts_with('−') => text.to_owned(),
        text => format!("+{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_with_their_thousands_and_their_unit() {
        let read = |text: &str| Quantity::parse(text).unwrap();
        assert_eq!(exact(read("1234567.5")), "1,234,567.5");
        assert_eq!(exact(read("-3")), "−3");
        assert_eq!(rounded(read("2.790405")), "2.79");
        assert_eq!(of_unit("43.06", Some("%")), "43.06 %");
        assert_eq!(of_unit("3", Some(" ")), "3");
        assert_eq!([change(read("2.5")), change(read("-2.5")), change(read("0.001"))], ["+2.5", "−2.5", "±0"]);
    }
}
