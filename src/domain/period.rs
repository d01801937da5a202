//! The parts of a financial year that are reported on.

use chrono::{Days, Months, NaiveDate};

use crate::domain::choice::choices;
use crate::domain::year::FinancialYear;

choices! {
    /// How often a measure is read.
    pub enum Frequency {
        /// Twelve times a year.
        Month "month" "Every month",
        /// Four times a year.
        Quarter "quarter" "Every quarter",
        /// Once a year.
        Year "year" "Every year",
    }
}

choices! {
    /// A month, a quarter or the whole of a financial year. The first month is April.
    pub enum Period {
        /// Period 1.
        April "p01" "April",
        /// Period 2.
        May "p02" "May",
        /// Period 3.
        June "p03" "June",
        /// Period 4.
        July "p04" "July",
        /// Period 5.
        August "p05" "August",
        /// Period 6.
        September "p06" "September",
        /// Period 7.
        October "p07" "October",
        /// Period 8.
        November "p08" "November",
        /// Period 9.
        December "p09" "December",
        /// Period 10.
        January "p10" "January",
        /// Period 11.
        February "p11" "February",
        /// Period 12.
        March "p12" "March",
        /// April to June.
        FirstQuarter "q1" "Quarter 1",
        /// July to September.
        SecondQuarter "q2" "Quarter 2",
        /// October to December.
        ThirdQuarter "q3" "Quarter 3",
        /// January to March.
        FourthQuarter "q4" "Quarter 4",
        /// From 1 April to 31 March.
        Year "year" "Whole year",
    }
}

impl Period {
    /// How often there is one like it.
    pub fn frequency(self) -> Frequency {
        match self.key().as_bytes().first() {
            Some(b'p') => Frequency::Month,
            Some(b'q') => Frequency::Quarter,
            _ => Frequency::Year,
        }
    }

    /// Its first day.
    pub fn first_day(self, year: FinancialYear) -> NaiveDate {
        let (number, months) = self.place();
        year.first_day().checked_add_months(Months::new(number * months)).unwrap_or_default()
    }

    /// Its last day.
    pub fn last_day(self, year: FinancialYear) -> NaiveDate {
        let (number, months) = self.place();
        let next = year.first_day().checked_add_months(Months::new((number + 1) * months));
        next.and_then(|day| day.checked_sub_days(Days::new(1))).unwrap_or_default()
    }

    /// The one before it, and whether that is in the year before.
    pub fn before(self) -> (Self, bool) {
        let all = self.frequency().periods();
        let place = all.iter().position(|period| *period == self).unwrap_or_default();
        let earlier = place.checked_sub(1).and_then(|place| all.get(place));
        (*earlier.or(all.last()).unwrap_or(&self), earlier.is_none())
    }

    /// How many like it come before it in the year, and of how many months it is.
    fn place(self) -> (u32, u32) {
        let all = self.frequency().periods();
        let number = all.iter().position(|period| *period == self).unwrap_or_default();
        (u32::try_from(number).unwrap_or_default(), 12 / u32::try_from(all.len()).unwrap_or(1).max(1))
    }
}

impl Frequency {
    /// The periods of a year, in order.
    pub fn periods(self) -> &'static [Period] {
        const MONTHS: usize = 12;
        const QUARTERS: usize = 4;
        let (months, rest) = Period::ALL.split_at_checked(MONTHS).unwrap_or((Period::ALL, &[]));
        let (quarters, year) = rest.split_at_checked(QUARTERS).unwrap_or((rest, &[]));
        match self {
            Self::Month => months,
            Self::Quarter => quarters,
            Self::Year => year,
        }
    }

    /// The period in which a day falls.
    pub fn period_of(self, day: NaiveDate) -> Option<(FinancialYear, Period)> {
        let year = FinancialYear::of(day)?;
        let found = self.periods().iter().find(|period| period.last_day(year) >= day)?;
        Some((year, *found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_period_is_april_and_the_first_quarter_ends_with_june() {
        let year = FinancialYear::starting(2010).unwrap();
        let days = |period: Period| format!("{} {}", period.first_day(year), period.last_day(year));
        assert_eq!(days(Period::April), "2010-04-01 2010-04-30");
        assert_eq!(days(Period::March), "2011-03-01 2011-03-31");
        assert_eq!(days(Period::FirstQuarter), "2010-04-01 2010-06-30");
        assert_eq!(days(Period::FourthQuarter), "2011-01-01 2011-03-31");
        assert_eq!(days(Period::Year), "2010-04-01 2011-03-31");
        assert_eq!(Frequency::ALL.iter().map(|often| often.periods().len()).collect::<Vec<_>>(), [12, 4, 1]);
        assert!(Frequency::ALL.iter().all(|often| often.periods().iter().all(|period| period.frequency() == *often)));
    }

    #[test]
    fn the_period_before_may_be_in_the_year_before() {
        assert_eq!(Period::May.before(), (Period::April, false));
        assert_eq!(Period::April.before(), (Period::March, true));
        assert_eq!(Period::FirstQuarter.before(), (Period::FourthQuarter, true));
        assert_eq!(Period::Year.before(), (Period::Year, true));
    }

    #[test]
    fn a_day_falls_into_one_period() {
        let of = |often: Frequency, y, m, d| often.period_of(NaiveDate::from_ymd_opt(y, m, d).unwrap()).unwrap();
        assert_eq!(of(Frequency::Month, 2011, 1, 17).1, Period::January);
        assert_eq!(of(Frequency::Quarter, 2011, 3, 31), (FinancialYear::starting(2010).unwrap(), Period::FourthQuarter));
        assert_eq!(of(Frequency::Year, 2011, 4, 1), (FinancialYear::starting(2011).unwrap(), Period::Year));
    }
}
