//! The report for a pull request.
//!
//! In: groups of changes. Out: Markdown: a verdict, then a list under each heading; long documentation is folded.
//! This room decides nothing about impact.

use super::detail::detail;
use super::{Group, Heading, Locator, axes, reached};
use crate::diff::Comparison;

/// How many entries of documentation are shown unfolded.
const UNFOLDED: usize = 5;

/// The whole report.
pub(super) fn render(comparison: &Comparison, locator: &Locator<'_>) -> String {
    let (old, new) = (&comparison.old, &comparison.new);
    let versions = if old.version == new.version {
        new.version.clone()
    } else {
        format!("{} → {}", old.version, new.version)
    };
    let (step, verdict) = (comparison.semver().word(), comparison.verdict());
    let mut page = format!(
        "## {}: {versions}\n\n**{step}**: {verdict}. Places are line:column, `{}`.\n",
        escape(&new.title),
        locator.paths(),
    );
    let groups = comparison.groups();
    for wanted in [
        Heading::Breaking,
        Heading::Compatible,
        Heading::Documentation,
    ] {
        section(&mut page, wanted, &groups, locator);
    }
    suppressed(&mut page, comparison);
    page
}

fn section(page: &mut String, wanted: Heading, groups: &[Group<'_>], locator: &Locator<'_>) {
    let groups: Vec<_> = groups
        .iter()
        .filter(|group| group.heading == wanted)
        .collect();
    let count: usize = groups.iter().map(|group| group.changes.len()).sum();
    if count == 0 {
        return;
    }
    let folded = wanted == Heading::Documentation && groups.len() > UNFOLDED;
    if folded {
        page.push_str(&format!(
            "\n<details><summary>{} ({count})</summary>\n\n",
            wanted.word()
        ));
    } else {
        page.push_str(&format!("\n### {} ({count})\n\n", wanted.word()));
    }
    groups
        .into_iter()
        .for_each(|group| entry(page, group, locator));
    if folded {
        page.push_str("\n</details>\n");
    }
}

fn entry(page: &mut String, group: &Group<'_>, locator: &Locator<'_>) {
    let first = group.changes[0];
    let items = group
        .changes
        .iter()
        .map(|change| detail(change, "`"))
        .filter(|item| !item.is_empty());
    let items: Vec<String> = items
        .map(|item| {
            if item.contains('`') {
                item
            } else {
                escape(&item)
            }
        })
        .collect();
    let axes = match axes(first) {
        "" => String::new(),
        axes => format!(" (breaks {axes})"),
    };
    let colon = if items.is_empty() { "" } else { ": " };
    page.push_str(&format!(
        "- **{}**{axes}{colon}{}  \n",
        first.rule.title(),
        items.join(", ")
    ));
    let single = group.changes.len() == 1;
    let pointer = if single {
        first.pointer()
    } else {
        &first.holder.new.pointer
    };
    let own = |at: &Option<crate::source::Origin>| at.clone().filter(|_| single);
    let (old, new) = (own(&first.old), own(&first.new));
    let places = locator.places(
        old.as_ref().unwrap_or(&first.holder.old),
        new.as_ref().unwrap_or(&first.holder.new),
    );
    let reached = reached(&first.messages, "`")
        .map(|text| format!(", {text}"))
        .unwrap_or_default();
    page.push_str(&format!("  `{pointer}` ({places}){reached}"));
    if group.heading == Heading::Breaking {
        page.push_str(&format!("  \n  {}", first.rule.why));
    }
    page.push('\n');
}

fn suppressed(page: &mut String, comparison: &Comparison) {
    if comparison.suppressed.is_empty() {
        return;
    }
    page.push_str(&format!(
        "\n### Accepted ({})\n\n",
        comparison.suppressed.len()
    ));
    for one in &comparison.suppressed {
        let (title, detail) = (one.change.rule.title(), detail(&one.change, "`"));
        page.push_str(&format!(
            "- **{title}**: {detail}  \n  `{}`: {}\n",
            one.change.pointer(),
            escape(&one.why)
        ));
    }
}

/// Text that Markdown shows as it stands.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '\\' | '*' | '_' | '`' | '<' | '[' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
