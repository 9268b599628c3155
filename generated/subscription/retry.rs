//! The header `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
//! In: its text; out: the time to wait. What is neither is as good as nothing.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The time to wait.
pub(super) fn after(text: &str) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = UNIX_EPOCH.checked_add(Duration::from_secs(date(text)?))?;
    Some(until.duration_since(SystemTime::now()).unwrap_or_default())
}

/// Seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
fn date(text: &str) -> Option<u64> {
    let (_, text) = text.split_once(", ")?;
    let parts: Vec<&str> = text.split([' ', ':']).collect();
    let [day, month, year, hour, minute, second, "GMT"] = parts.as_slice() else {
        return None;
    };
    let number = |text: &str| text.parse::<u16>().ok().map(u64::from);
    let (year, month) = (
        number(year).filter(|year| (1970..=9999).contains(year))?,
        index_of(month)?,
    );
    let clock = number(hour)? * 3600 + number(minute)? * 60 + number(second)?;
    Some((days_before(year, month) + number(day)?.checked_sub(1)?) * 86_400 + clock)
}

/// Months from January, which is 0.
fn index_of(month: &str) -> Option<u64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    MONTHS
        .iter()
        .position(|known| *known == month)
        .map(|index| index as u64)
}

/// Days from 1970 to the first of a month.
fn days_before(year: u64, month: u64) -> u64 {
    const LENGTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let leap_years = |year: u64| year / 4 - year / 100 + year / 400;
    let years = (year - 1970) * 365 + leap_years(year - 1) - leap_years(1969);
    let is_leap = leap_years(year) > leap_years(year - 1);
    let months: u64 = LENGTHS.iter().take(month as usize).sum();
    years + months + u64::from(is_leap && month > 1)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{after, date};

    #[test]
    fn dates_are_seconds() {
        for (text, seconds) in [
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
            ("Thu, 29 Feb 2024 12:00:00 GMT", Some(1_709_208_000)),
            ("Fri, 01 Mar 2024 00:00:00 GMT", Some(1_709_251_200)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", Some(253_402_300_799)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", None),
            ("Sun, 00 Nov 1994 08:49:37 GMT", None),
            ("soon", None),
        ] {
            assert_eq!(date(text), seconds, "{text}");
        }
    }

    #[test]
    fn a_date_that_has_passed_is_now() {
        assert_eq!(after("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
        assert_eq!(after(" 120 "), Some(Duration::from_secs(120)));
        assert_eq!(after("-1"), None);
    }
}
