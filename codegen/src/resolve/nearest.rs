//! The existing name nearest to one that does not exist, for “did you mean”.
//!
//! In: a name and the names that exist. Out: the nearest of them, when it is near enough to be meant.
//! This room never knows what the names are of.

/// Names longer than this are not compared: the cost grows with the square of their length.
const LONGEST: usize = 200;

/// The nearest name by edit distance; `None` when more than about a third of the letters differ.
pub(super) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let wanted: Vec<char> = name.chars().collect();
    let limit = ((wanted.len() + 1) / 3).max(1);
    names
        .filter(|other| other.len() <= LONGEST && name.len() <= LONGEST)
        .map(|other| (distance(&wanted, other), other))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

/// How many letters must be put in, left out or changed; a change of case alone counts as nothing.
fn distance(wanted: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (line, letter) in other.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, own) in wanted.iter().enumerate() {
            let same = own.eq_ignore_ascii_case(&letter);
            let changed = diagonal + usize::from(!same);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[wanted.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised() {
        let names = ["AgentState", "AgentId", "Pong"];
        let found = |name| nearest(name, names.iter().copied());
        assert_eq!(found("AgentStat"), Some("AgentState"));
        assert_eq!(found("agentid"), Some("AgentId"));
        assert_eq!(found("Pnog"), None);
        assert_eq!(nearest("Evnet", ["Event"].into_iter()), Some("Event"));
        assert_eq!(found("Pon"), Some("Pong"));
        assert_eq!(found("Engagement"), None);
    }
}
