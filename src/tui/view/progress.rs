//! How far the reading of a library has come, for the bottom row: a bar, files, their rate, the time left.
//! A library that is read in no time needs none of it.

use std::time::Duration;

use crate::library::Progress;
use crate::locale::Locale;

/// What takes less is not worth a bar, and gives no rate to be believed.
const SOON: Duration = Duration::from_millis(500);

/// Cells of the bar.
const CELLS: usize = 10;

/// Longer than this is told in minutes.
const MINUTES: Duration = Duration::from_secs(90);

/// What there is to be told, the most important first.
pub(super) fn parts(progress: Progress, locale: &Locale) -> Vec<String> {
    let Progress { done, all, time } = progress;
    if time < SOON || done == 0 || done >= all {
        return Vec::new();
    }
    let rate = done as f64 / time.as_secs_f64();
    let left = Duration::from_secs_f64((all - done) as f64 / rate);
    let files = [("done", done.into()), ("all", all.into())];
    vec![
        bar(done, all),
        locale.say("progress-files", &files),
        time_left(left, locale),
        locale.say("progress-rate", &[("rate", rounded(rate).into())]),
    ]
}

/// As wide whatever is done. It fills from the side where the interface begins: it is laid out like its words.
fn bar(done: usize, all: usize) -> String {
    let full = done * CELLS / all.max(1);
    (0..CELLS).map(|cell| if cell < full { '█' } else { '░' }).collect()
}

fn time_left(left: Duration, locale: &Locale) -> String {
    let (name, count) = if left > MINUTES {
        ("progress-minutes", left.as_secs().div_ceil(60))
    } else {
        ("progress-seconds", left.as_secs() + 1)
    };
    locale.say(name, &[("count", count.into())])
}

/// The first two digits: the others change too quickly to be read.
fn rounded(rate: f64) -> f64 {
    let digits = rate.max(1.0).log10().floor() - 1.0;
    let step = 10f64.powf(digits.max(0.0));
    (rate / step).round() * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    fn told(done: usize, all: usize, seconds: f64) -> Vec<String> {
        let time = Duration::from_secs_f64(seconds);
        let told = parts(Progress { done, all, time }, &Locale::new(Language::English, None));
        told.iter().map(|part| part.replace(['\u{2068}', '\u{2069}'], "")).collect()
    }

    #[test]
    fn files_rate_and_time_left_are_told() {
        assert_eq!(
            told(34_000, 100_000, 10.1),
            ["███░░░░░░░", "34000 of 100000 files", "20 seconds left", "3400 files a second"]
        );
        assert_eq!(told(100, 100_000, 2.0)[2..], ["34 minutes left", "50 files a second"]);
        assert_eq!(told(99_999, 100_000, 30.0)[2], "1 second left");
    }

    #[test]
    fn what_is_soon_over_or_not_counted_is_not_told() {
        for (done, all, seconds) in [(10, 100, 0.4), (0, 100, 3.0), (100, 100, 3.0), (5, 0, 3.0)] {
            assert!(told(done, all, seconds).is_empty(), "{done} of {all} in {seconds}");
        }
    }
}
