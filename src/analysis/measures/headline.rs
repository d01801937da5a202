//! How many measures are on target, of how many that can be judged: a share says of what it is one (S3m 40/10).

use crate::analysis::measures::Row;
use crate::domain::performance::{NotJudged, Trend};
use crate::domain::rag::Rag;
use crate::domain::year::FinancialYear;
use crate::words::{self, count, number};

/// Measures by how they stand. One that several councils read stands as the worst of them does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of them.
    pub total: usize,
    /// Those with a reading and a target to hold it against.
    pub judged: usize,
    /// Of these, on target for every council.
    pub green: usize,
    /// Within tolerance.
    pub amber: usize,
    /// Off target.
    pub red: usize,
    /// Without a reading of any council.
    pub no_reading: usize,
    /// With a reading, but without a target that it can be held against.
    pub no_target: usize,
    /// For information only.
    pub information: usize,
    /// Those that can be held against the period before.
    pub compared: usize,
    /// Of these, no worse for any council.
    pub steady: usize,
    /// Those with a target for the year and a forecast.
    pub expected: usize,
    /// Of these, expected to meet it in every council.
    pub will_meet: usize,
}

/// Counts measures.
pub fn tally<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Tally {
    let mut tally = Tally::default();
    for row in rows {
        tally.total += 1;
        let worst = row.lines.iter().filter_map(|line| line.judgement.ok()).map(|judged| judged.light).max();
        let is_read = row.lines.iter().any(|line| line.latest.is_some());
        let is_information = row.lines.iter().any(|line| line.judgement == Err(NotJudged::Information));
        match worst {
            Some(light) => {
                tally.judged += 1;
                match light {
                    Rag::Green => tally.green += 1,
                    Rag::Amber => tally.amber += 1,
                    Rag::Red => tally.red += 1,
                }
            }
            None if !is_read => tally.no_reading += 1,
            None if is_information => tally.information += 1,
            None => tally.no_target += 1,
        }
        let trends: Vec<Trend> = row.lines.iter().filter_map(|line| line.trend).collect();
        tally.compared += usize::from(!trends.is_empty());
        tally.steady += usize::from(!trends.is_empty() && trends.iter().all(|trend| *trend != Trend::Worse));
        let outlook: Vec<Rag> = row.lines.iter().filter_map(|line| line.outlook.ok()).map(|judged| judged.light).collect();
        tally.expected += usize::from(!outlook.is_empty());
        tally.will_meet += usize::from(!outlook.is_empty() && outlook.iter().all(|light| *light == Rag::Green));
    }
    tally
}

impl Tally {
    /// `4 of 7 measures that have a reading and a target are on target (57 %), 2 within tolerance, 1 off target. 2 have no
    /// reading.`
    pub fn says(&self, year: FinancialYear) -> String {
        if self.total == 0 {
            return "No measures.".to_owned();
        }
        let mut sentences = Vec::new();
        if self.judged == 0 {
            let all = count(self.total, "measure", "measures");
            sentences.push(format!("{all}; none has both a reading and a target in {year}."));
        } else {
            let mut others = Vec::new();
            others.extend((self.amber > 0).then(|| format!("{} within tolerance", number(self.amber as u64))));
            others.extend((self.red > 0).then(|| format!("{} off target", number(self.red as u64))));
            let others = if others.is_empty() { String::new() } else { format!(", {}", others.join(", ")) };
            let of = share(
                self.green,
                self.judged,
                "that have a reading and a target are on target",
                "that has a reading and a target is on target",
            );
            sentences.push(format!("{of}{others}."));
        }
        sentences.extend(self.left_out());
        if self.compared > 0 {
            let of = share(
                self.steady,
                self.compared,
                "with two readings to compare are stable or improving",
                "with two readings to compare is stable or improving",
            );
            sentences.push(format!("{of}."));
        }
        if self.expected > 0 {
            let of = share(
                self.will_meet,
                self.expected,
                "with a forecast and a target for the year are expected to meet it",
                "with a forecast and a target for the year is expected to meet it",
            );
            sentences.push(format!("{of}."));
        }
        sentences.join(" ")
    }

    /// The same for a row of a table: `3 of 4 on target; 1 has no reading`.
    pub fn short(&self) -> String {
        if self.total == 0 {
            return "No measures".to_owned();
        }
        let mut parts = Vec::new();
        parts.extend(
            (self.judged > 0).then(|| format!("{} of {} on target", number(self.green as u64), number(self.judged as u64))),
        );
        parts.extend((self.no_reading > 0).then(|| have(self.no_reading, "no reading")));
        parts.extend((self.no_target > 0).then(|| have(self.no_target, "no target to hold it against")));
        parts.extend((self.information > 0).then(|| format!("{} for information", number(self.information as u64))));
        words::sentence(&parts.join("; "))
    }

    /// Those that the first sentence leaves out, and why.
    fn left_out(&self) -> Option<String> {
        let parts = [
            (self.no_reading, have(self.no_reading, "no reading")),
            (self.no_target, have(self.no_target, "no target that the reading can be held against")),
            (self.information, format!("{} {} for information only", number(self.information as u64), is(self.information))),
        ];
        let said: Vec<String> = parts.into_iter().filter(|(many, _)| *many > 0).map(|(_, says)| says).collect();
        (!said.is_empty()).then(|| format!("{}.", words::list(said)))
    }
}

fn have(many: usize, what: &str) -> String {
    format!("{} {} {what}", number(many as u64), if many == 1 { "has" } else { "have" })
}

fn is(many: usize) -> &'static str {
    if many == 1 { "is" } else { "are" }
}

/// `4 of 7 measures that … (57 %)`.
fn share(part: usize, of: usize, several: &str, one: &str) -> String {
    let percent = (part * 200 + of) / (of * 2).max(1);
    if of == 1 {
        return format!("{part} of 1 measure {one}");
    }
    format!("{} of {} measures {several} ({percent} %)", number(part as u64), number(of as u64))
}
