//! How a measure does for a partner: the rules for light, trend, year to date and forecast, as formulas over figures.

mod light;
mod line;
mod trend;
mod year;

pub use light::{Judged, judge};
pub use line::{Change, Forecast, Judgement, Line, NotJudged};
pub use trend::{Trend, trend};
pub use year::to_date;
