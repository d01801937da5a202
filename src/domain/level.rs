//! How likely a risk is and how hard it would hit.

use serde::{Deserialize, Serialize};

/// One of four steps up a scale, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Step(u8);

/// A likelihood and an impact, decided in one act (S3c Appendix A). (1, 4) and (4, 1) are different risks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Likelihood: Low 1, Medium 2, Significant 3, High 4.
    pub l: Step,
    /// Impact: Low 1, Marginal 2, Major 3, Critical 4.
    pub i: Step,
}

impl Step {
    /// All four, from the lowest.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The step with this number, 1 to 4.
    pub fn new(number: u8) -> Option<Self> {
        (1..=4).contains(&number).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Level {
    /// A level from two numbers, each 1 to 4.
    pub fn new(likelihood: u8, impact: u8) -> Option<Self> {
        Some(Self { l: Step::new(likelihood)?, i: Step::new(impact)? })
    }

    /// Likelihood × impact: 1, 2, 3, 4, 6, 8, 9, 12 or 16.
    pub fn score(self) -> u8 {
        self.l.0 * self.i.0
    }
}

impl TryFrom<u8> for Step {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("a step must be a whole number from 1 to 4, but is {number}"))
    }
}

impl From<Step> for u8 {
    fn from(step: Step) -> Self {
        step.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Step {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Step".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 4 })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn scores_are_products_of_two_steps() {
        let scores: BTreeSet<_> = Step::ALL.iter().flat_map(|l| Step::ALL.map(|i| Level { l: *l, i }.score())).collect();
        assert_eq!(scores.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 6, 8, 9, 12, 16]);
        assert_ne!(Level::new(1, 4), Level::new(4, 1));
        assert_eq!(Level::new(0, 1), None);
        assert_eq!(Level::new(1, 5), None);
        assert!(serde_json::from_str::<Level>(r#"{"l":3,"i":"high"}"#).is_err());
    }
}
