//! Members with a value of the tag in common: what tells them.

mod soundness;

use super::{object, plan};
use crate::lower::route::Plan;
use crate::rust::{Condition, JsonKind};

/// The evidence of a member, a text for each way.
fn told(plan: &Plan, member: usize) -> Vec<String> {
    let condition = |condition: &Condition| match condition {
        Condition::Present(key) => key.clone(),
        Condition::Fixed { key, kind, values } => {
            let mark = match kind {
                JsonKind::Number => "#",
                JsonKind::Boolean => "?",
                _ => "",
            };
            format!("{key}={mark}{}", values.join("|"))
        }
    };
    let shared = plan.shared.iter().filter(|shared| shared.member == member);
    let ways = shared.flat_map(|shared| &shared.evidence);
    let text = |way: &Vec<Condition>| way.iter().map(condition).collect::<Vec<_>>().join(" & ");
    ways.map(text).collect()
}

#[test]
fn booleans_and_numbers_tell_within_a_tag() {
    let facts = [
        object(&["type!=response", "success!=?true", "data"]),
        object(&["type!=response", "success!=?false", "error"]),
        object(&["type!=event", "v!=#1", "data"]),
        object(&["type!=event", "v!=#2", "data"]),
        object(&["type!=ping"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(plan.tag, Some(("type".into(), vec![("ping".into(), 4)])));
    assert_eq!(told(&plan, 0), ["success=?true"]);
    assert_eq!(told(&plan, 1), ["success=?false"]);
    assert_eq!(told(&plan, 2), ["v=#1"]);
    assert_eq!(told(&plan, 3), ["v=#2"]);
    assert_eq!((plan.undecided.len(), plan.clashes.len()), (0, 0));
}

#[test]
fn keys_that_no_other_has_within_the_tag_tell() {
    let facts = [
        object(&["type!=error", "code!", "note"]),
        object(&["type!=error", "reason!", "by", "note"]),
        object(&["type!=done", "code", "reason", "by"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(told(&plan, 0), ["code"]);
    assert_eq!(told(&plan, 1), ["reason", "by"]);
    assert_eq!(plan.undecided, [0; 0]);
}

#[test]
fn required_keys_tell_together_within_the_tag() {
    let facts = [
        object(&["type!=shape", "x!", "y!"]),
        object(&["type!=shape", "y!", "z!"]),
        object(&["type!=shape", "x!", "z!"]),
        object(&["type!=none"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(told(&plan, 0), ["x & y"]);
    assert_eq!(told(&plan, 1), ["y & z"]);
    assert_eq!(told(&plan, 2), ["x & z"]);
}

#[test]
fn three_levels_are_told_and_all_of_them_asked() {
    let facts = [
        object(&["op!=subscribe", "channel!=book", "depth"]),
        object(&["op!=subscribe", "channel!=candles", "step!=#1"]),
        object(&["op!=subscribe", "channel!=candles", "step!=#60", "at!=open"]),
        object(&[
            "op!=subscribe",
            "channel!=candles",
            "step!=#60",
            "at!=close",
        ]),
        object(&["op!=unsubscribe", "channel!=book"]),
        object(&["op!=unsubscribe", "channel!=candles"]),
        object(&["op!=ping"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(told(&plan, 0), ["channel=book"]);
    assert_eq!(told(&plan, 1), ["channel=candles & step=#1"]);
    assert_eq!(told(&plan, 2), ["channel=candles & step=#60 & at=open"]);
    assert_eq!(told(&plan, 3), ["channel=candles & step=#60 & at=close"]);
    assert_eq!(told(&plan, 4), ["channel=book"]);
    assert_eq!((plan.shared.len(), plan.undecided.len()), (6, 0));
}

#[test]
fn a_string_that_may_be_missing_tells_where_nothing_better_does() {
    let loose = [
        object(&["op=subscribe", "channel=book"]),
        object(&["op=subscribe", "channel=trades"]),
        object(&["op=stop"]),
    ];
    let both = plan(&loose, None);
    assert_eq!(told(&both, 0), ["channel=book"]);
    assert_eq!(told(&both, 1), ["channel=trades"]);
    let one = [
        object(&["op!=subscribe", "channel=book"]),
        object(&["op!=subscribe", "channel!=trades"]),
        object(&["op!=stop"]),
    ];
    assert_eq!(told(&plan(&one, None), 0), ["channel=book"]);
    let keys = [
        object(&["op!=subscribe", "channel=book", "depth!"]),
        object(&["op!=subscribe", "channel=trades", "since!"]),
        object(&["op!=stop"]),
    ];
    assert_eq!(told(&plan(&keys, None), 0), ["depth"]);
}

#[test]
fn a_number_that_may_be_missing_tells_nothing() {
    let facts = [
        object(&["op!=a", "v=#1"]),
        object(&["op!=a", "v=#2"]),
        object(&["op!=b"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(plan.clashes, [("a".into(), 0, 1)]);
    assert_eq!(plan.undecided, [0, 1]);
}

#[test]
fn what_another_leaves_open_or_may_have_too_tells_nothing() {
    for [one, other] in [
        ["channel!=book", "channel!"],
        ["channel!=book|trades", "channel!=trades|candles"],
        ["channel!=1", "channel!=#1"],
    ] {
        let facts = [
            object(&["op!=a", one]),
            object(&["op!=a", other]),
            object(&["op!=b"]),
        ];
        assert_eq!(plan(&facts, None).undecided, [0, 1], "{one} {other}");
    }
    let apart = [
        object(&["op!=a", "channel!=book|trades"]),
        object(&["op!=a", "channel!=candles"]),
        object(&["op!=b"]),
    ];
    assert_eq!(told(&plan(&apart, None), 0), ["channel=book|trades"]);
}

#[test]
fn a_base_is_not_concluded_from_what_is_missing_within_a_tag_either() {
    let facts = [
        object(&["type!=a", "id!"]),
        object(&["type!=a", "id!", "size!"]),
        object(&["type!=b"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(told(&plan, 1), ["size"]);
    assert_eq!(plan.undecided, [0]);
    assert_eq!(plan.clashes, [("a".into(), 0, 1)]);
}

#[test]
fn a_member_with_several_values_is_told_from_all_that_have_one() {
    let facts = [
        object(&["type!=error|warning", "reason!"]),
        object(&["type!=error", "code!"]),
        object(&["type!=warning", "text!"]),
        object(&["type!=done", "code!", "text!", "reason!"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(plan.shared[0].values, ["error", "warning"]);
    assert_eq!(told(&plan, 0), ["reason"]);
    assert_eq!(told(&plan, 1), ["code"]);
}

#[test]
fn a_tag_that_decides_alone_is_preferred_and_one_that_is_always_there_to_keys() {
    let facts = [
        object(&["op!=a", "name!=one"]),
        object(&["op!=a", "name!=two"]),
        object(&["op!=b", "name!=three"]),
    ];
    let alone = plan(&facts, None);
    assert_eq!(alone.tag.map(|(key, _)| key), Some("name".into()));
    let firm = [
        object(&["type!=a", "x!"]),
        object(&["type!=a", "y!"]),
        object(&["type!=b", "z!"]),
    ];
    assert_eq!(plan(&firm, None).shared.len(), 2);
}

#[test]
fn one_word_that_needs_more_is_no_tag() {
    let facts = [
        object(&["id!", "role=admin", "mail!"]),
        object(&["id!", "role=admin", "user!"]),
        object(&["id!"]),
        object(&["id!", "user!"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!((plan.tag, plan.shared.len()), (None, 0));
    assert_eq!(plan.keys[0].own, ["mail"]);
}

#[test]
fn a_stated_tag_may_be_shared_too() {
    let facts = [object(&["a!"]), object(&["b!"]), object(&["b", "c"])];
    let stated = ("event", vec![Some("A"), Some("A"), Some("B")]);
    let plan = plan(&facts, Some(stated));
    assert_eq!(plan.tag, Some(("event".into(), vec![("B".into(), 2)])));
    assert_eq!(told(&plan, 0), ["a"]);
    assert_eq!(told(&plan, 1), ["b"]);
}
