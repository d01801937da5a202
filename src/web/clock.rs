//! What the device's clock says, and waiting by it. Nothing else in the house knows the time unless it is told.

use chrono::{DateTime, Days, NaiveDate};
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::log::Moment;
use crate::web::page;

/// The second that the device's clock shows.
pub fn now() -> Moment {
    moment(Date::now())
}

/// Today's date in the United Kingdom, wherever the device is.
pub fn today() -> NaiveDate {
    uk_date(now())
}

/// The date in the United Kingdom at a moment.
pub fn uk_date(moment: Moment) -> NaiveDate {
    let utc = DateTime::from_timestamp(moment.seconds(), 0).map(|time| time.date_naive()).unwrap_or_default();
    // In summer the last hour of a day in Coordinated Universal Time belongs to the next day here.
    let is_past_midnight = moment >= end_of_uk_day(utc);
    utc.checked_add_days(Days::new(u64::from(is_past_midnight))).unwrap_or(utc)
}

/// Hour and minute as the device's clock on the wall shows them: `14:02`.
pub fn hour_minute(moment: Moment) -> String {
    #[allow(clippy::cast_precision_loss, reason = "seconds of any year that can be written are exact in a float")]
    let local = Date::new(&JsValue::from_f64(moment.seconds() as f64 * 1000.0));
    format!("{:02}:{:02}", local.get_hours(), local.get_minutes())
}

/// Waits.
pub async fn pause(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let over = Promise::new(&mut |resolve, _| {
        let set = page::window()
            .and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).ok());
        if set.is_none() {
            // Without a clock there is nothing to wait for.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(over).await;
}

/// Waits until what is in the page now is on the screen; a while where nothing is drawn, as in a tab out of sight.
pub async fn painted() {
    // The first frame draws it, and when the second begins it has been drawn.
    frame().await;
    frame().await;
}

async fn frame() {
    const NOBODY_LOOKS_MS: i32 = 500;
    let begun = Promise::new(&mut |resolve, _| {
        let at_last = page::window().and_then(|window| {
            let _ = window.request_animation_frame(&resolve);
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, NOBODY_LOOKS_MS).ok()
        });
        if at_last.is_none() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(begun).await;
}

fn moment(milliseconds: f64) -> Moment {
    #[allow(clippy::cast_possible_truncation, reason = "a clock set beyond the year 9999 is caught below")]
    let seconds = (milliseconds / 1000.0).floor() as i64;
    let Some(moment) = Moment::from_seconds(seconds).or_else(|| Moment::from_seconds(0)) else {
        unreachable!("1970 can be written")
    };
    moment
}

fn end_of_uk_day(date: NaiveDate) -> Moment {
    use chrono::Datelike;
    Moment::end_of_uk_day(date.year().into(), date.month().into(), date.day().into())
}
