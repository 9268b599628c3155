//! The report for a terminal.
//!
//! In: groups of changes. Out: lines of at most 100 columns where words allow, with colours on request.
//! This room decides nothing about impact.

use super::detail::detail;
use super::{Group, Heading, Locator, Style, axes, heading, reached};
use crate::diff::{Comparison, Semver};

/// How wide a line may get.
const COLUMNS: usize = 100;

/// The whole report.
pub(super) fn render(comparison: &Comparison, style: Style, locator: &Locator<'_>) -> String {
    let mut page = Page {
        text: String::new(),
        style,
    };
    page.head(comparison, locator);
    let groups = comparison.groups();
    for one in [
        Heading::Breaking,
        Heading::Compatible,
        Heading::Documentation,
    ] {
        page.section(one, &groups, locator);
    }
    page.suppressed(comparison);
    page.text
}

/// A colour, by what it stands for.
#[derive(Clone, Copy)]
enum Paint {
    Bold,
    Faint,
    Bad,
    Good,
}

struct Page {
    text: String,
    style: Style,
}

impl Page {
    fn head(&mut self, comparison: &Comparison, locator: &Locator<'_>) {
        let (old, new) = (&comparison.old, &comparison.new);
        let versions = if old.version == new.version {
            new.version.clone()
        } else {
            format!("{} → {}", old.version, new.version)
        };
        let title = self.paint(Paint::Bold, &format!("{} {versions}", new.title));
        let semver = comparison.semver();
        let paint = if semver == Semver::Major {
            Paint::Bad
        } else {
            Paint::Good
        };
        let word = self.paint(paint, semver.word());
        self.text
            .push_str(&format!("{title}\n{word}: {}\n", comparison.verdict()));
        let files = format!("{}, line:column in each", locator.paths());
        let files = self.paint(Paint::Faint, &files);
        self.text.push_str(&format!("{files}\n"));
    }

    fn section(&mut self, wanted: Heading, groups: &[Group<'_>], locator: &Locator<'_>) {
        let groups: Vec<_> = groups
            .iter()
            .filter(|group| group.heading == wanted)
            .collect();
        let count: usize = groups.iter().map(|group| group.changes.len()).sum();
        if count == 0 {
            return;
        }
        let paint = if wanted == Heading::Breaking {
            Paint::Bad
        } else {
            Paint::Bold
        };
        let title = self.paint(paint, wanted.word());
        self.text.push_str(&format!("\n{title} ({count})\n"));
        groups
            .into_iter()
            .for_each(|group| self.group(group, locator));
    }

    fn group(&mut self, group: &Group<'_>, locator: &Locator<'_>) {
        let first = group.changes[0];
        let spread = group.changes.len() > 1 && first.holder.new.pointer.is_root();
        let item = |change| match spread {
            true => format!("{} ({})", detail(change, ""), locator.own(change)),
            false => detail(change, ""),
        };
        let items: Vec<String> = group
            .changes
            .iter()
            .map(|change| item(change))
            .filter(|item| !item.is_empty())
            .collect();
        let title = self.paint(Paint::Bold, &first.rule.title());
        let axes = axes(first);
        let mark = if axes.is_empty() {
            String::new()
        } else {
            format!(" [{}]", self.paint(Paint::Bad, axes))
        };
        let colon = if items.is_empty() { "" } else { ": " };
        let width = first.rule.id.len() + axes.len() + 4;
        let list = wrap(&items.join(", "), width);
        self.text
            .push_str(&format!("  {title}{mark}{colon}{list}\n"));
        if !spread {
            self.place(group, locator);
        }
        if group.heading == Heading::Breaking {
            let why = self.paint(Paint::Faint, first.rule.why);
            self.text.push_str(&format!("    {why}\n"));
        }
    }

    fn place(&mut self, group: &Group<'_>, locator: &Locator<'_>) {
        let first = group.changes[0];
        let (pointer, old, new) = match group.changes.len() {
            1 => (first.pointer(), first.old.as_ref(), first.new.as_ref()),
            _ => (&first.holder.new.pointer, None, None),
        };
        let places = locator.places(
            old.unwrap_or(&first.holder.old),
            new.unwrap_or(&first.holder.new),
        );
        let reached = reached(&first.messages, "")
            .map(|text| format!("  {text}"))
            .unwrap_or_default();
        let line = self.paint(Paint::Faint, &format!("{pointer}  {places}{reached}"));
        self.text.push_str(&format!("    {line}\n"));
    }

    fn suppressed(&mut self, comparison: &Comparison) {
        if comparison.suppressed.is_empty() {
            return;
        }
        let title = self.paint(Paint::Bold, "Accepted");
        self.text
            .push_str(&format!("\n{title} ({})\n", comparison.suppressed.len()));
        for one in &comparison.suppressed {
            let (title, detail) = (one.change.rule.title(), detail(&one.change, ""));
            let was = if heading(&one.change) == Heading::Breaking {
                axes(&one.change)
            } else {
                "safe"
            };
            let pointer = self.paint(Paint::Faint, &one.change.pointer().to_string());
            self.text.push_str(&format!(
                "  {title} [{was}]: {detail}\n    {pointer}\n    {}\n",
                one.why
            ));
        }
    }

    fn paint(&self, paint: Paint, text: &str) -> String {
        let code = match paint {
            Paint::Bold => "1",
            Paint::Faint => "2",
            Paint::Bad => "1;31",
            Paint::Good => "1;32",
        };
        match self.style {
            Style::Plain => text.to_owned(),
            Style::Coloured => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}

/// Breaks a list of words into lines; the first has `used` columns already.
fn wrap(text: &str, used: usize) -> String {
    let mut lines = String::new();
    let mut column = used;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column + length + 1 > COLUMNS && column > used.min(6) {
            lines.push_str("\n      ");
            column = 6;
        } else if !lines.is_empty() {
            lines.push(' ');
        }
        lines.push_str(word);
        column += length + 1;
    }
    lines
}
