//! The text of diagnostics, in the manner of rustc.
//!
//! In: diagnostics and the files they point into. Out: text for a terminal, ordered by file and position,
//! errors and warnings mixed, of limited length whatever comes in.
//! This room never decides where the text goes.

mod clip;

use std::collections::BTreeSet;
use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, Style};
use crate::origin::FileId;
use crate::source::Sources;
use clip::Shown;

/// How many diagnostics are shown; errors come before warnings when there are more.
const SHOWN: usize = 100;
/// How many further places, and how many sentences of help, are shown for one diagnostic.
const ATTACHED: usize = 8;
/// How many characters of a sentence are shown.
const SENTENCE: usize = 1_000;

impl Diagnostics {
    /// The text of all diagnostics, each followed by an empty line; empty when there are none.
    ///
    /// At most a hundred are written out; a last line counts the rest. What was found twice is shown once.
    pub fn render(&self, sources: &Sources, style: Style) -> String {
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Coloured => Renderer::styled(),
        };
        let (shown, rest) = select(placed(self, sources));
        let mut text = String::new();
        for diagnostic in shown {
            for line in renderer.render(&[group(diagnostic, sources)]).lines() {
                // The renderer shows source lines with the blanks at their ends.
                text.push_str(line.trim_end());
                text.push('\n');
            }
            text.push('\n');
        }
        if let Some(sentence) = rest.sentence() {
            text.push_str(&sentence);
        }
        text
    }
}

/// Where a diagnostic stands in the text: those without a file first, then by file and bytes.
type Position = (Option<FileId>, usize, usize);

/// All diagnostics in the order of their places, each once.
fn placed<'all>(all: &'all Diagnostics, sources: &Sources) -> Vec<&'all Diagnostic> {
    let mut placed: Vec<(Position, &Diagnostic)> = all
        .iter()
        .map(|one| (position(one, sources), one))
        .collect();
    placed.sort_by_key(|&(position, _)| position);
    let mut seen = BTreeSet::new();
    placed.retain(|&(position, one)| seen.insert((position, one.severity, one.code, &one.message)));
    placed.into_iter().map(|(_, one)| one).collect()
}

fn position(diagnostic: &Diagnostic, sources: &Sources) -> Position {
    sources
        .span_of(&diagnostic.at)
        .map_or((None, 0, 0), |(file, range)| {
            (Some(file), range.start, range.end)
        })
}

/// How many diagnostics are left out.
#[derive(Default)]
struct Rest {
    errors: usize,
    warnings: usize,
}

impl Rest {
    fn sentence(&self) -> Option<String> {
        let Self { errors, warnings } = self;
        let all = errors + warnings;
        (all > 0).then(|| format!("… and {all} more (errors: {errors}, warnings: {warnings})\n"))
    }
}

fn select(placed: Vec<&Diagnostic>) -> (Vec<&Diagnostic>, Rest) {
    let mut by_weight: Vec<usize> = (0..placed.len()).collect();
    by_weight.sort_by_key(|&index| placed[index].severity);
    let mut rest = Rest::default();
    for &index in by_weight.iter().skip(SHOWN) {
        match placed[index].severity {
            Severity::Error => rest.errors += 1,
            Severity::Warning => rest.warnings += 1,
        }
    }
    by_weight.truncate(SHOWN);
    by_weight.sort_unstable();
    (
        by_weight.into_iter().map(|index| placed[index]).collect(),
        rest,
    )
}

fn group<'text>(diagnostic: &'text Diagnostic, sources: &Sources) -> Group<'text> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(clipped(&diagnostic.message))
        .id(diagnostic.code);
    let mut group = Group::with_title(title);
    group = show(
        group,
        sources,
        &diagnostic.at,
        AnnotationKind::Primary,
        &diagnostic.label,
    );
    for (place, label) in diagnostic.related.iter().take(ATTACHED) {
        group = show(group, sources, place, AnnotationKind::Context, label);
    }
    for help in diagnostic.help.iter().take(ATTACHED) {
        group = group.element(Level::HELP.message(normalize_untrusted_str(&clipped(help))));
    }
    group
}

fn show<'text>(
    group: Group<'text>,
    sources: &Sources,
    place: &Place,
    kind: AnnotationKind,
    label: &str,
) -> Group<'text> {
    if let Place::Path(path) = place {
        let path = path.display().to_string();
        return if path.is_empty() {
            group
        } else {
            group.element(Origin::path(path))
        };
    }
    match sources.span_of(place) {
        Some((file, range)) => show_bytes(group, sources, (file, range), kind, label),
        None => group,
    }
}

fn show_bytes<'text>(
    group: Group<'text>,
    sources: &Sources,
    (file, range): (FileId, Range<usize>),
    kind: AnnotationKind,
    label: &str,
) -> Group<'text> {
    let source = sources.source(file);
    let (number, line) = sources.line(file, range.start);
    let mark = range.start.saturating_sub(line.start)..range.end.saturating_sub(line.start);
    let path = source.path.display().to_string();
    match Shown::of(&source.text[line], mark) {
        Shown::Line(line, mark) => {
            let label = (!label.is_empty()).then(|| clipped(label));
            let snippet = Snippet::source(line.to_owned())
                .path(path)
                .line_start(number);
            group.element(snippet.annotation(kind.span(mark).label(label)))
        }
        Shown::Excerpt(excerpt) => {
            let (_, column) = sources.line_column(file, range.start);
            let subject = if label.is_empty() { "here" } else { label };
            let note = normalize_untrusted_str(&clipped(&format!("{subject}: `{excerpt}`")));
            group
                .element(Origin::path(path).line(number).char_column(column))
                .element(Level::NOTE.message(note))
        }
    }
}

fn clipped(sentence: &str) -> String {
    match sentence.char_indices().nth(SENTENCE) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests;
