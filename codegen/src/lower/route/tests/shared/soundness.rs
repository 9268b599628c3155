//! Every small union with a shared tag, and every small frame: none that fits one member is told as another.

use super::super::{object, plan};
use crate::lower::evidence::Facts;
use crate::lower::route::SharedPlan;
use crate::rust::Condition;

/// What a key may be in a member.
const A: [&[&str]; 6] = [&[], &["a"], &["a!"], &["a=x"], &["a!=x"], &["a!=y|z"]];
const B: [&[&str]; 6] = [&[], &["b"], &["b!"], &["b=x"], &["b!=x"], &["b!=y"]];

/// What it may be in a frame.
const VALUES: [Option<&str>; 4] = [None, Some("x"), Some("y"), Some("z")];

/// The tags of three members that share theirs, and of one that does not.
const TAGS: [Option<&str>; 4] = [Some("v"), Some("v"), Some("v"), Some("w")];

type Frame = Vec<(&'static str, &'static str)>;

fn members() -> impl Iterator<Item = Facts<'static>> + Clone {
    let pairs = A.iter().flat_map(|a| B.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| object(&[&["t!=v"], *a, *b].concat()))
}

fn frames() -> Vec<Frame> {
    let entry = |key, value: Option<&'static str>| value.map(|value| (key, value));
    let pairs = VALUES.iter().flat_map(|a| VALUES.map(|b| (*a, b)));
    let frame = |(a, b)| entry("a", a).into_iter().chain(entry("b", b)).collect();
    pairs.map(frame).collect()
}

/// Whether a frame holds what a member requires, and nothing but what it declares.
fn fits(facts: &Facts<'_>, frame: &Frame) -> bool {
    let keys = facts.object.as_ref().expect("an object");
    let is_there = |key: &&str| *key == "t" || frame.iter().any(|(name, _)| name == key);
    let is_allowed = |(key, value): &(&str, &str)| {
        let fixed = keys.fixed.get(key);
        keys.declared.contains(key)
            && fixed.is_none_or(|fixed| fixed.values.iter().any(|it| it == value))
    };
    keys.required.iter().all(is_there) && frame.iter().all(is_allowed)
}

fn is_told(shared: &SharedPlan, frame: &Frame) -> bool {
    let holds = |condition: &Condition| match condition {
        Condition::Present(key) => frame.iter().any(|(name, _)| name == key),
        Condition::Fixed { key, values, .. } => frame
            .iter()
            .any(|(name, value)| name == key && values.iter().any(|it| it == value)),
    };
    let ways = &shared.evidence;
    ways.iter().any(|way| way.iter().all(holds))
}

#[test]
fn what_fits_one_member_is_never_told_as_another() {
    let (frames, mut told) = (frames(), 0);
    for one in members() {
        for other in members() {
            for third in members().step_by(5) {
                let facts = [one.clone(), other.clone(), third, object(&["t!=w"])];
                let plan = plan(&facts, Some(("t", TAGS.to_vec())));
                for shared in &plan.shared {
                    let others = (0..3).filter(|member| *member != shared.member);
                    let others: Vec<usize> = others.collect();
                    for frame in frames.iter().filter(|frame| is_told(shared, frame)) {
                        let wrong = others.iter().find(|member| fits(&facts[**member], frame));
                        assert_eq!(wrong, None, "{frame:?} as {shared:?} of {facts:?}");
                        told += 1;
                    }
                }
            }
        }
    }
    assert!(told > 10_000, "{told} frames were told");
}
