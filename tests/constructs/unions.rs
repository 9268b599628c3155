//! Unions that are told by keys and kinds, and what nothing tells.

use crate::{reads, refuses};

#[test]
fn own_keys_tell() {
    use any_of::asyncapi::{Contact, ContactReach};
    reads!(Contact {
        r#"{"name":"n","reach":{"number":"1"}}"# => Contact { reach: Some(ContactReach::Phone(_)), .. },
        r#"{"reach":{"address":"a"},"alias":"x","code":7,"flag":null}"#
            => Contact { reach: Some(ContactReach::Mail(_)), flag: Some(None), .. },
        r#"{"reach":{"handle":"@n"}}"# => Contact { reach: Some(ContactReach::Unknown(_)), .. },
        r#"{"reach":{"number":"1","address":"a"}}"# => Contact { reach: Some(ContactReach::Unknown(_)), .. },
    });
    refuses!(Contact {
        r#"{"reach":{"number":{}}}"# at "$.reach.number",
    });
}

#[test]
fn keys_tell_together() {
    use all_required_keys::asyncapi::EventsShapePayload;
    reads!(EventsShapePayload {
        r#"{"x":1,"r":2}"# => EventsShapePayload::Circle(_),
        r#"{"side":1,"x":2}"# => EventsShapePayload::Square(_),
        r#"{"side":1,"r":2}"# => EventsShapePayload::Ring(_),
        r#"{"side":1}"# => EventsShapePayload::Unknown(_),
        r#"{"depth":1}"# => EventsShapePayload::Unknown(_),
    });
    refuses!(EventsShapePayload {
        r#"{"x":1,"r":2,"side":3}"# at "$",
        r#"{"x":1,"r":"wide"}"# at "$.r",
    });
}

#[test]
fn what_nothing_tells_is_for_the_caller_to_decide() {
    use all_required_keys::asyncapi::{Base, StatesStatePayload};
    reads!(StatesStatePayload {
        r#"{"id":"i","more":"m"}"# => StatesStatePayload::Derived(_),
        r#"{"id":"i"}"# => StatesStatePayload::Unknown(unknown) if unknown.decode::<Base>().is_ok_and(|base| base.id.as_deref() == Some("i")),
    });
    let mut base = Base::default();
    base.id = Some("i".into());
    let sent = serde_json::to_string(&StatesStatePayload::from(base)).expect("a value is JSON");
    assert_eq!(sent, r#"{"id":"i"}"#);
}

#[test]
fn kinds_tell() {
    use kinds_union::asyncapi::{EventsSettingPayload, EventsSettingPayloadValue};
    reads!(EventsSettingPayload {
        r#"{"value":true,"level":3}"# => EventsSettingPayload { value: Some(EventsSettingPayloadValue::Boolean(true)), .. },
        r#"{"value":["a"],"level":"3"}"# => EventsSettingPayload { value: Some(EventsSettingPayloadValue::List(_)), .. },
        r#"{"value":{"low":1}}"# => EventsSettingPayload { value: Some(EventsSettingPayloadValue::Object(_)), .. },
        r#"{"value":7}"# => EventsSettingPayload { value: Some(EventsSettingPayloadValue::Unknown(_)), .. },
    });
    refuses!(EventsSettingPayload {
        r#"{"value":[{}]}"# at "$.value[0]",
        r#"{"value":{"low":"much"}}"# at "$.value.low",
    });
}

#[test]
fn a_kind_that_several_share_tells_nothing_and_no_other_stands_for_it() {
    use kinds_union::asyncapi::{EventsSettingPayload, EventsSettingPayloadMark, EventsSettingPayloadRoute};
    reads!(EventsSettingPayload {
        r#"{"mark":true}"# => EventsSettingPayload { mark: Some(EventsSettingPayloadMark::Boolean(true)), .. },
        r#"{"mark":7}"# => EventsSettingPayload { mark: Some(EventsSettingPayloadMark::Integer(7)), .. },
        r#"{"mark":"1"}"# => EventsSettingPayload { mark: Some(EventsSettingPayloadMark::Unknown(_)), .. },
        r#"{"mark":"low"}"# => EventsSettingPayload { mark: Some(EventsSettingPayloadMark::Unknown(_)), .. },
        r#"{"route":["a",1]}"# => EventsSettingPayload { route: Some(EventsSettingPayloadRoute::Unknown(_)), .. },
        r#"{"route":[["a",1],["b"]]}"# => EventsSettingPayload { route: Some(EventsSettingPayloadRoute::Unknown(_)), .. },
    });
}

#[test]
fn a_base_and_one_of_several_is_one_of_several_with_the_base() {
    use all_of_union::asyncapi::Payment;
    reads!(Payment {
        r#"{"id":"i","pan":"4","amount":1.10}"# => Payment::Card(_),
        r#"{"iban":"DE","id":"i"}"# => Payment::Transfer(_),
        r#"{"id":"i"}"# => Payment::Unknown(_),
    });
    refuses!(Payment { r#"{"pan":"4"}"# at "$", });
}

#[test]
fn bytes_of_other_formats_are_sent_and_not_guessed() {
    use opaque::Bytes;
    use opaque::asyncapi::readings::ServerMessage;
    let message = ServerMessage::from(Bytes::from(&[8, 1][..]));
    assert!(matches!(&message, ServerMessage::Reading(bytes) if bytes[..] == [8, 1]));
    reads!(ServerMessage { "{\"value\":1}" => ServerMessage::Unknown(_), });
}

#[test]
fn a_key_that_the_base_lacks_tells_the_derived_one() {
    use base_and_derived::asyncapi::{AnyPayload, OnePayload};
    reads!(OnePayload {
        r#"{"id":"i","size":3}"# => OnePayload::Derived(_),
        r#"{"size":3,"note":"n","id":"i"}"# => OnePayload::Derived(_),
        r#"{"id":"i","note":"n"}"# => OnePayload::Unknown(_),
        r#"{"id":"i","new":1}"# => OnePayload::Unknown(_),
    });
    refuses!(OnePayload { r#"{"size":3}"# at "$", });
    reads!(AnyPayload {
        r#"{"id":"i","size":3}"# => AnyPayload::Derived(_),
        r#"{"id":"i"}"# => AnyPayload::Unknown(_),
    });
}

#[test]
fn what_may_be_several_members_is_kept_whole() {
    use overlaps::asyncapi::{Entry, Part};
    reads!(Entry {
        r#"{"name":"n"}"# => Entry::Named(_),
        r#"{"sort":"s","others":[1]}"# => Entry::Listed(_),
        r#"{"sort":"s","sizes":[1]}"# => Entry::Unknown(_),
        r#"{"sizes":[1],"sort":"s"}"# => Entry::Unknown(_),
    });
    reads!(Part {
        r#"{"is":"bolt"}"# => Part::Bolt(_),
        r#"{"price":3}"# => Part::Priced(_),
        r#"{"is":"bolt","price":3}"# => Part::Unknown(unknown) if unknown.tag.as_deref() == Some("bolt"),
        r#"{"price":3,"is":"nut"}"# => Part::Unknown(_),
        r#"{"is":"screw"}"# => Part::Unknown(_),
    });
    refuses!(Part { r#"{"is":"bolt","price":3,"is":"nut"}"# at "$.is", });
}

#[test]
fn a_member_that_is_a_union_does_not_take_the_keys_of_others() {
    use overlaps::asyncapi::sensors::ServerMessage;
    reads!(ServerMessage {
        r#"{"level":1}"# => ServerMessage::Level(_),
        r#"{"kind":true,"raw":1}"# => ServerMessage::State(_),
    });
    refuses!(ServerMessage {
        r#"{"level":1,"kind":true}"# at "$",
        r#"{"kind":true,"level":1}"# at "$",
        r#"{"on":true,"raw":1,"level":1}"# at "$",
    });
}

#[test]
fn a_format_that_is_not_read_may_look_like_any_other() {
    use overlaps::asyncapi::plans::ServerMessage;
    reads!(ServerMessage {
        r#"{"title":"t"}"# => ServerMessage::Unknown(_),
        r#"{"lines":[]}"# => ServerMessage::Unknown(_),
    });
}

#[test]
fn null_is_a_value_too() {
    use overlaps::asyncapi::{anything, wake};
    reads!(wake::ServerMessage {
        "null" => wake::ServerMessage::Wake(_),
        "1" => wake::ServerMessage::Unknown(_),
    });
    reads!(anything::ServerMessage {
        "null" => anything::ServerMessage::Whatever(_),
        r#"{"a":null}"# => anything::ServerMessage::Whatever(_),
    });
}
