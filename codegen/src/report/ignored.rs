//! The report on keywords that have no effect on the output.
//!
//! In: what resolving read past. Out: its text, grouped by keyword and reason, one line for each place.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::place;
use crate::examples::counted;
use crate::model::Ignored;
use crate::source::Sources;

/// The whole report.
pub fn ignored(list: &[Ignored], sources: &Sources) -> String {
    let mut groups: BTreeMap<(&str, &str), Vec<&Ignored>> = BTreeMap::new();
    for one in list {
        groups
            .entry((&one.keyword, one.reason))
            .or_default()
            .push(one);
    }
    let mut text = format!(
        "{} without effect, in {}\n",
        counted(groups.len(), "keyword"),
        counted(list.len(), "place")
    );
    if !groups.is_empty() {
        text.push('\n');
    }
    for ((keyword, reason), places) in &groups {
        let _ = writeln!(text, "{:>6}  {keyword}: {reason}", places.len());
    }
    for ((keyword, reason), places) in &groups {
        let _ = write!(text, "\n{keyword}: {reason}\n");
        group(&mut text, places, sources);
    }
    text
}

/// One line for each place, in document order.
fn group(text: &mut String, places: &[&Ignored], sources: &Sources) {
    let mut lines: Vec<(u32, usize, String)> =
        places.iter().map(|one| line(one, sources)).collect();
    lines.sort();
    lines.dedup();
    for (_, _, line) in lines {
        let _ = writeln!(text, "  {line}");
    }
}

fn line(one: &Ignored, sources: &Sources) -> (u32, usize, String) {
    let at = crate::diagnostic::Place::Key(one.at.clone());
    let start = sources.span_of(&at).map_or(0, |(_, bytes)| bytes.start);
    let shown = format!("{}  {}", place::shown(sources, &at), one.at.pointer);
    (one.at.file.0, start, shown)
}
