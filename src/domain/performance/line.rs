//! A measure for one partner in one year: what was read, what was aimed at, how that stands and what is to come.

use chrono::NaiveDate;

use crate::domain::measure::{Measure, Polarity, YearToDate};
use crate::domain::partner::PartnerId;
use crate::domain::performance::{Judged, Trend, judge, to_date, trend};
use crate::domain::period::Period;
use crate::domain::quantity::Quantity;
use crate::domain::reading::{Aim, Baseline, BaselineId, Reading, Readings, ReadingsId, Start, Targets, TargetsId};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;

/// A measure for one partner in one year.
#[derive(Debug, Clone, Copy)]
pub struct Line<'w> {
    /// Which measure.
    pub measure: &'w Measure,
    /// In which year.
    pub year: FinancialYear,
    /// What was read.
    pub readings: Option<&'w Readings>,
    /// What was aimed at.
    pub targets: Option<&'w Targets>,
    earlier: Option<&'w Readings>,
    baseline: Option<&'w Baseline>,
}

/// Why a figure is not held against a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotJudged {
    /// There is no figure.
    NoReading,
    /// There is no target.
    NoTarget,
    /// What is added up over the year has a target for the whole of it, not for the part that is over.
    OnlyForTheYear,
    /// It is for information only.
    Information,
}

/// How a figure stands to its target, or why that cannot be said.
pub type Judgement = Result<Judged, NotJudged>;

/// A figure for the end of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forecast {
    /// How much.
    pub value: Quantity,
    /// Whether somebody stated it. Else it is worked out: what it comes to at the rate so far.
    pub is_stated: bool,
}

/// How a figure stands to what it was before sharing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// How much more it is; less than nought where it is less.
    pub by: Quantity,
    /// Whether that is better.
    pub trend: Option<Trend>,
}

impl<'w> Line<'w> {
    /// What a workspace holds of it.
    pub fn of(workspace: &'w Workspace, measure: &'w Measure, partner: &PartnerId, year: FinancialYear) -> Self {
        let readings = |year| ReadingsId::of(&measure.id, year, partner).and_then(|id| workspace.readings.get(&id));
        Self {
            measure,
            year,
            readings: readings(year),
            targets: TargetsId::of(&measure.id, year, partner).and_then(|id| workspace.targets.get(&id)),
            earlier: year.previous().and_then(readings),
            baseline: BaselineId::of(&measure.id, partner).and_then(|id| workspace.baselines.get(&id)),
        }
    }

    /// The periods of the year.
    pub fn periods(&self) -> &'static [Period] {
        self.measure.often().periods()
    }

    /// What a period came to.
    pub fn figure(&self, period: Period) -> Option<Quantity> {
        self.measure.figure(self.readings?.at(period)?)
    }

    /// The readings up to a period, in order.
    fn readings_until(&self, last: Period) -> Vec<(Period, &'w Reading)> {
        let until = self.periods().iter().position(|period| *period == last).map_or(0, |place| place + 1);
        let read = |period: &Period| Some((*period, self.readings?.at(*period)?));
        self.periods().iter().take(until).filter_map(read).filter(|(period, _)| self.figure(*period).is_some()).collect()
    }

    fn read(&self) -> Vec<(Period, &'w Reading)> {
        self.periods().last().map(|last| self.readings_until(*last)).unwrap_or_default()
    }

    /// The latest period with a reading.
    pub fn latest(&self) -> Option<Period> {
        self.read().last().map(|(period, _)| *period)
    }

    /// Periods that are over on a day and have no reading.
    pub fn missing(&self, day: NaiveDate) -> Vec<Period> {
        let is_over = |period: &&Period| period.last_day(self.year) < day;
        self.periods().iter().filter(is_over).filter(|period| self.figure(**period).is_none()).copied().collect()
    }

    /// The year to date by the measure's rule.
    pub fn to_date(&self) -> Option<Quantity> {
        to_date(self.measure, &self.read().into_iter().map(|(_, reading)| reading).collect::<Vec<_>>())
    }

    /// What a period was to come to: what is stated of it, else of the year where the figure is not added up over it.
    pub fn target(&self, period: Period) -> Option<&'w Aim> {
        let targets = self.targets?;
        let is_level = self.measure.rule() != YearToDate::Sum;
        targets.at(period).or_else(|| targets.at(Period::Year).filter(|_| is_level))
    }

    /// What the year was to come to: as stated, else the sum of its periods where they are added up and each has a target.
    pub fn target_of_year(&self) -> Option<Aim> {
        let stated = self.targets?.at(Period::Year).cloned();
        stated.or_else(|| match self.measure.rule() {
            YearToDate::Latest | YearToDate::Ratio => self.target(*self.periods().last()?).cloned(),
            YearToDate::Sum | YearToDate::Mean => self.together(self.periods()),
        })
    }

    /// What the periods with a reading were to come to. Only like is held against like: a period without a reading counts
    /// on neither side.
    pub fn target_to_date(&self) -> Result<Aim, NotJudged> {
        let read: Vec<Period> = self.read().into_iter().map(|(period, _)| period).collect();
        let last = *read.last().ok_or(NotJudged::NoReading)?;
        let is_whole = read.len() == self.periods().len();
        let of_year = || self.targets.and_then(|targets| targets.at(Period::Year)).cloned();
        let found = match self.measure.rule() {
            YearToDate::Latest => self.target(last).cloned(),
            // Percentages are never averaged, those that are aimed at neither.
            YearToDate::Ratio => of_year().or_else(|| self.target(last).cloned()),
            YearToDate::Sum if is_whole => self.target_of_year(),
            YearToDate::Sum | YearToDate::Mean => self.together(&read),
        };
        found.ok_or(if of_year().is_some() { NotJudged::OnlyForTheYear } else { NotJudged::NoTarget })
    }

    /// The targets of several periods as one; none where one of them has none.
    fn together(&self, periods: &[Period]) -> Option<Aim> {
        let aims: Vec<&Aim> = periods.iter().map(|period| self.target(*period)).collect::<Option<_>>()?;
        let join = |figures: &[Quantity]| match self.measure.rule() {
            YearToDate::Sum => Quantity::sum(figures),
            _ => Quantity::mean(figures),
        };
        let value = join(&aims.iter().map(|aim| aim.value).collect::<Vec<_>>())?;
        let tops: Vec<Quantity> = aims.iter().map(|aim| aim.up_to.unwrap_or(aim.value)).collect();
        let is_range = aims.iter().any(|aim| aim.up_to.is_some());
        Some(Aim { value, up_to: join(&tops).filter(|_| is_range), note: None })
    }

    /// The year to date against its target.
    pub fn judged(&self) -> Judgement {
        self.hold(self.to_date(), || self.target_to_date())
    }

    /// One period against its target.
    pub fn judged_at(&self, period: Period) -> Judgement {
        let is_of_year = self.targets.is_some_and(|targets| targets.at(Period::Year).is_some());
        let none = if is_of_year { NotJudged::OnlyForTheYear } else { NotJudged::NoTarget };
        self.hold(self.figure(period), || self.target(period).cloned().ok_or(none))
    }

    /// The forecast against the target of the year.
    pub fn outlook(&self) -> Judgement {
        self.hold(self.forecast().map(|forecast| forecast.value), || self.target_of_year().ok_or(NotJudged::NoTarget))
    }

    fn hold(&self, figure: Option<Quantity>, aim: impl FnOnce() -> Result<Aim, NotJudged>) -> Judgement {
        if self.measure.better() == Polarity::Information {
            return Err(NotJudged::Information);
        }
        let figure = figure.ok_or(NotJudged::NoReading)?;
        judge(self.measure.better(), self.measure.tolerated(), figure, &aim()?).ok_or(NotJudged::NoTarget)
    }

    /// The latest reading against the period before; none where either is missing.
    pub fn trend(&self) -> Option<Trend> {
        let latest = self.latest()?;
        let (before, is_earlier) = latest.before();
        let was = if is_earlier { self.earlier_figure(before)? } else { self.figure(before)? };
        self.trend_from(was, latest)
    }

    /// The latest reading against the same period of the year before.
    pub fn trend_on_last_year(&self) -> Option<Trend> {
        let latest = self.latest()?;
        self.trend_from(self.earlier_figure(latest)?, latest)
    }

    fn trend_from(&self, was: Quantity, latest: Period) -> Option<Trend> {
        trend(self.measure.better(), was, self.figure(latest)?, self.target(latest))
    }

    fn earlier_figure(&self, period: Period) -> Option<Quantity> {
        self.measure.figure(self.earlier?.at(period)?)
    }

    /// How it stood before sharing.
    pub fn start(&self) -> Option<&'w Start> {
        self.baseline?.start.as_ref()
    }

    /// Whether the baseline can be relied on.
    pub fn has_whole_baseline(&self) -> bool {
        self.baseline.is_some_and(Baseline::is_whole)
    }

    /// The latest reading, or the year to date of what is added up, against the baseline.
    pub fn since_baseline(&self) -> Option<Change> {
        let start = self.start()?;
        let is_yearly_sum = self.measure.rule() == YearToDate::Sum;
        let now = if is_yearly_sum { self.forecast()?.value } else { self.to_date()? };
        let aim = self.latest().and_then(|latest| self.target(latest));
        Some(Change { by: now.minus(start.value)?, trend: trend(self.measure.better(), start.value, now, aim) })
    }

    /// What is expected of the whole year: as somebody stated it, else what it comes to at the rate so far.
    pub fn forecast(&self) -> Option<Forecast> {
        let stated = self.readings.and_then(|readings| readings.forecast.as_ref());
        if let Some(outlook) = stated {
            return Some(Forecast { value: outlook.value, is_stated: true });
        }
        let so_far = self.to_date()?;
        let value = match self.measure.rule() {
            YearToDate::Sum => {
                let read = Quantity::whole(i64::try_from(self.read().len()).ok()?)?;
                so_far.times_over(i128::try_from(self.periods().len()).ok()?, read)?
            }
            YearToDate::Mean | YearToDate::Latest | YearToDate::Ratio => so_far,
        };
        Some(Forecast { value, is_stated: false })
    }
}
