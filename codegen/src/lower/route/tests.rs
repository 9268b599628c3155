mod shared;

use super::plan;
use crate::lower::evidence::{Blank, Facts, Fixed, Keys};
use crate::rust::JsonKind;

/// An object: `name` optional, `name!` required, `name=value` fixed.
fn object<'a>(keys: &[&'a str]) -> Facts<'a> {
    let mut found = Keys::default();
    for key in keys {
        let (key, value) = key
            .split_once('=')
            .map_or((*key, None), |(key, value)| (key, Some(value)));
        let name = key.trim_end_matches('!');
        found.declared.push(name);
        if key.ends_with('!') {
            found.required.insert(name);
        }
        found.fixed.extend(value.map(|value| (name, fixed(value))));
    }
    Facts {
        object: Some(found),
        ..Facts::default()
    }
}

/// `#value` is a number, `?value` a boolean, any other value a string; several with bars between them.
fn fixed(value: &str) -> Fixed<'_> {
    let (kind, text) = match (value.strip_prefix('#'), value.strip_prefix('?')) {
        (Some(number), _) => (JsonKind::Number, number),
        (_, Some(boolean)) => (JsonKind::Boolean, boolean),
        _ => (JsonKind::String, value),
    };
    let values = text.split('|').map(Into::into).collect();
    Fixed { kind, values }
}

fn kind<'a>(kind: JsonKind) -> Facts<'a> {
    Facts {
        kinds: [kind].into(),
        ..Facts::default()
    }
}

#[test]
fn constants_are_a_tag_and_own_keys_tell_the_rest() {
    let facts = [
        object(&["subscription", "body"]),
        object(&["event=pong"]),
        object(&["event=answer", "subscription"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(
        plan.tag,
        Some((
            "event".into(),
            vec![("pong".into(), 1), ("answer".into(), 2)]
        ))
    );
    assert_eq!(plan.keys[0].own, ["body"]);
    assert_eq!(plan.keys[0].shared, ["subscription"]);
    assert!(plan.undecided.is_empty());
}

#[test]
fn one_value_for_two_members_is_a_clash() {
    let facts = [
        object(&["type=a", "x"]),
        object(&["type=a", "x"]),
        object(&["type=b"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(plan.clashes, [("a".into(), 0, 1)]);
    assert_eq!(plan.undecided, [0, 1]);
    assert_eq!(plan.tag, Some(("type".into(), vec![("b".into(), 2)])));
}

#[test]
fn what_every_envelope_holds_is_no_tag() {
    for (value, members) in [("1.0", 2), ("v2", 2), ("event_callback", 3)] {
        let fixed = format!("type!={value}");
        let facts = vec![object(&[&fixed, "data!"]); members];
        let plan = plan(&facts, None);
        assert_eq!(plan.tag, None, "{value}");
        assert_eq!(plan.clashes, [], "{value}");
        assert_eq!(plan.undecided.len(), members, "{value}");
    }
}

#[test]
fn keys_are_preferred_to_a_tag_that_clashes() {
    let plan = plan(
        &[
            object(&["type=a", "x"]),
            object(&["type=a", "y"]),
            object(&["type=b", "z"]),
        ],
        None,
    );
    assert_eq!(
        (plan.tag, plan.undecided.len(), plan.keys.len()),
        (None, 0, 3)
    );
}

#[test]
fn required_keys_tell_where_no_other_member_holds_them_all() {
    let facts = [
        object(&["id!", "kind!"]),
        object(&["id!", "size"]),
        object(&["kind!", "mass"]),
    ];
    let told = plan(&facts, None);
    assert_eq!(told.keys[0].required, ["id", "kind"]);
    assert!(told.keys[1].required.is_empty());
    let own = plan(&[object(&["id!", "kind!"]), object(&["id!", "size"])], None);
    assert_eq!((own.keys[0].own.len(), own.keys[0].required.len()), (1, 0));
    let swallowed = plan(&[object(&["id!"]), object(&["id!", "size"])], None);
    assert_eq!(swallowed.undecided, [0]);
}

#[test]
fn a_base_is_never_concluded_from_what_is_missing() {
    let base = object(&["id!", "note"]);
    let derived = object(&["id!", "note", "size!"]);
    let pair = plan(&[base.clone(), derived.clone()], None);
    assert_eq!(pair.undecided, [0]);
    assert_eq!(
        (pair.keys[0].member, &pair.keys[0].own[..]),
        (1, &["size".to_owned()][..])
    );
    let further = object(&["id!", "note", "size!", "mass!"]);
    let chain = plan(&[base, derived, further], None);
    assert_eq!(chain.undecided, [0, 1]);
    assert_eq!(chain.keys[0].own, ["mass"]);
    let same = plan(&[object(&["id!", "size"]), object(&["id!", "size!"])], None);
    assert_eq!(same.undecided, [0, 1]);
}

#[test]
fn free_tags_and_empty_objects_are_undecided() {
    let free = plan(
        &[
            object(&["type=a"]),
            object(&["type=b"]),
            object(&["type!", "own"]),
        ],
        None,
    );
    assert_eq!(
        free.undecided.len() + free.keys.len(),
        1 + usize::from(free.tag.is_none()) * 2
    );
    let empty = plan(&[object(&["a"]), object(&[])], None);
    assert_eq!(empty.undecided, [1]);
}

#[test]
fn kinds_tell_what_objects_do_not() {
    let facts = [
        object(&["a"]),
        kind(JsonKind::String),
        kind(JsonKind::Array),
    ];
    let told = plan(&facts, None);
    assert_eq!(
        told.kinds,
        [
            (JsonKind::Object, 0),
            (JsonKind::String, 1),
            (JsonKind::Array, 2)
        ]
    );
    let twice = plan(&[kind(JsonKind::Array), kind(JsonKind::Array)], None);
    assert_eq!(twice.undecided, [0, 1]);
    let anything = plan(
        &[
            object(&["a"]),
            Facts {
                blank: Some(Blank::Anything),
                ..Facts::default()
            },
        ],
        None,
    );
    assert_eq!(anything.undecided, [0, 1]);
}

#[test]
fn a_single_member_with_a_required_constant_has_a_tag() {
    assert!(plan(&[object(&["event!=x", "a"])], None).tag.is_some());
    assert_eq!(
        plan(&[object(&["event=x", "a"])], None).kinds,
        [(JsonKind::Object, 0)]
    );
}

#[test]
fn a_stated_tag_is_used_as_it_stands() {
    let facts = [object(&["a"]), object(&["a"]), object(&["b"])];
    let plan = plan(&facts, Some(("event", vec![Some("A"), Some("B"), None])));
    assert_eq!(
        plan.tag,
        Some(("event".into(), vec![("A".into(), 0), ("B".into(), 1)]))
    );
    assert_eq!(plan.keys[0].own, ["b"]);
}

#[test]
fn numbers_are_a_tag_where_every_member_requires_them() {
    let facts = [object(&["op!=#1", "d"]), object(&["op!=#2", "d"])];
    let by_number = plan(&facts, None);
    let values = vec![("1".into(), 0), ("2".into(), 1)];
    assert_eq!(by_number.tag, Some(("op".into(), values)));
    assert_eq!(by_number.bare, Some(JsonKind::Number));
    let facts = [object(&["op!=#1", "d"]), object(&["op=#2", "d"])];
    assert_eq!(plan(&facts, None).undecided, [0, 1]);
}

#[test]
fn one_number_for_two_members_is_no_tag() {
    let facts = [object(&["v!=#1", "d"]), object(&["v!=#1", "d"])];
    let plan = plan(&facts, None);
    assert_eq!((plan.tag, plan.clashes.len()), (None, 0));
    assert_eq!(plan.undecided, [0, 1]);
}

#[test]
fn strings_and_numbers_under_one_key_are_two_tags() {
    let facts = [
        object(&["t!=a", "d"]),
        object(&["t!=#1", "d"]),
        object(&["t!=#2", "d"]),
    ];
    let plan = plan(&facts, None);
    assert_eq!(
        (plan.bare, plan.undecided),
        (Some(JsonKind::Number), vec![0])
    );
}
