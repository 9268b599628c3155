//! Unions that are told by tags: alone, one within the other, or with what stands beside them.

use crate::{reads, refuses};

#[test]
fn a_constant_tells() {
    use message_one_of::asyncapi::tenants_tenant_id_jobs::ClientMessage;
    reads!(ClientMessage {
        r#"{"command":"start","name":"n"}"# => ClientMessage::Start(_),
        r#"{"name":"n","command":"start"}"# => ClientMessage::Start(_),
        r#"{"command":"stop"}"# => ClientMessage::Stop(_),
        r#"{"command":"pause","until":7}"# => ClientMessage::Unknown(unknown) if unknown.tag.as_deref() == Some("pause"),
    });
    refuses!(ClientMessage {
        r#"{"name":"n"}"# at "$",
        r#"{"command":null}"# at "$.command",
        r#"{"command":"stop","command":"stop"}"# at "$.command",
        r#"{"command":"start","name":[]}"# at "$.name",
    });
}

#[test]
fn one_of_several_tags_tells() {
    use listed_tags::asyncapi::Moved;
    reads!(Moved {
        r#"{"what":"opened","angle":5}"# => Moved::Swing(_),
        r#"{"angle":5,"what":"closed"}"# => Moved::Swing(_),
        r#"{"what":"locked"}"# => Moved::Lock(_),
        r#"{"what":"painted"}"# => Moved::Unknown(_),
    });
    for tag in ["closed", "locked", "painted"] {
        let moved = Moved::from_json(&format!(r#"{{"what":"{tag}"}}"#)).expect("a known tag or not");
        assert_eq!(moved.tag(), Some(tag));
    }
}

#[test]
fn a_mapping_tells() {
    use discriminator_mapping::asyncapi::Vehicle;
    reads!(Vehicle {
        r#"{"kind":"car","seats":4}"# => Vehicle::Car(_),
        r#"{"load":1.5,"kind":"lorry"}"# => Vehicle::Truck(_),
        r#"{"kind":"Truck","load":1.5}"# => Vehicle::Unknown(_),
    });
    refuses!(Vehicle { r#"{"seats":4}"# at "$", });
}

#[test]
fn what_is_the_tag_to_one_may_be_a_number_to_another() {
    use keys_union::asyncapi::Outcome;
    reads!(Outcome {
        r#"{"code":"done","at":"noon"}"# => Outcome::Done(_),
        r#"{"code":500,"reason":"full"}"# => Outcome::Failure(_),
        r#"{"reason":"full","code":500}"# => Outcome::Failure(_),
        r#"{"reason":"full"}"# => Outcome::Failure(_),
        r#"{"code":"lost"}"# => Outcome::Unknown(_),
    });
    let failure = serde_json::from_str(r#"{"reason":"full","code":500}"#).expect("a failure");
    assert!(matches!(failure, Outcome::Failure(failure) if failure.code == Some(500)));
    refuses!(Outcome {
        r#"{"code":500}"# at "$.code",
        r#"{"code":500,"at":"noon"}"# at "$.code",
        r#"{"reason":"full","code":500,"code":1}"# at "$.code",
    });
}

#[test]
fn a_value_beside_any_other_string_is_no_tag() {
    use keys_union::asyncapi::Step;
    reads!(Step {
        r#"{"pace":"slow"}"# => Step::Walk(_),
        r#"{"pace":"brisk"}"# => Step::Walk(_),
        r#"{"height":1.5}"# => Step::Jump(_),
    });
}

#[test]
fn a_number_or_a_boolean_tells() {
    use number_tags::asyncapi::answers::ClientMessage;
    use number_tags::asyncapi::gateway::ServerMessage;
    reads!(ServerMessage {
        r#"{"op":10,"d":1}"# => ServerMessage::Hello(_),
        r#"{"d":1,"op":10}"# => ServerMessage::Hello(_),
        r#"{"d":1,"op":5}"# => ServerMessage::Dispatch(_),
        r#"{"op":-7}"# => ServerMessage::Reconnect(_),
        r#"{"op":12,"d":1}"# => ServerMessage::Unknown(unknown) if unknown.tag.as_deref() == Some("12"),
        r#"{"op":1.5}"# => ServerMessage::Unknown(_),
    });
    refuses!(ServerMessage {
        r#"{"d":1}"# at "$",
        r#"{"op":"hello","d":1}"# at "$.op",
        r#"{"op":null,"d":1}"# at "$.op",
        r#"{"op":10,"d":1,"op":10}"# at "$.op",
        r#"{"op":10,"d":[]}"# at "$.d",
    });
    let five: ServerMessage = ServerMessage::from_json(r#"{"op":5,"d":1}"#).expect("it is one");
    assert_eq!(five.tag(), Some("5"));
    for (frame, tag) in [(r#"{"op":10.0,"d":1}"#, "10"), (r#"{"op":"10","d":1}"#, "10")] {
        let read = ServerMessage::from_json(frame).expect("it is leniently spelt");
        assert_eq!(read.tag(), Some(tag), "{frame}");
    }
    reads!(ClientMessage {
        r#"{"id":"a","ok":true}"# => ClientMessage::Done(_),
        r#"{"ok":false,"id":"a"}"# => ClientMessage::Failed(_),
    });
    refuses!(ClientMessage { r#"{"id":"a","ok":3}"# at "$.ok", });
}

#[test]
fn constants_and_keys_tell_within_a_tag() {
    use tags_within_tags::asyncapi::answers::ServerMessage;
    let shared = |value: &ServerMessage, tag: &str| {
        !value.is_known() && value.tag() == Some(tag)
    };
    reads!(ServerMessage {
        r#"{"type":"ping"}"# => ServerMessage::Ping(_),
        r#"{"type":"response","success":true,"data":"d"}"# => ServerMessage::Done(_),
        r#"{"success":true,"data":"d","type":"response"}"# => ServerMessage::Done(_),
        r#"{"data":"d","type":"response","success":true}"# => ServerMessage::Done(_),
        r#"{"type":"response","success":false,"error":"e"}"# => ServerMessage::Failed(_),
        r#"{"type":"error","code":5}"# => ServerMessage::Coded(_),
        r#"{"by":"b","reason":"r","type":"error"}"# => ServerMessage::Told(_),
        r#"{"type":"warning","reason":"r"}"# => ServerMessage::Told(_),
        r#"{"type":"response","data":"d"}"# => value if shared(value, "response"),
        r#"{"success":null,"type":"response"}"# => value if shared(value, "response"),
        r#"{"type":"response","success":1}"# => value if shared(value, "response"),
        r#"{"type":"error","text":"t"}"# => value if shared(value, "error"),
        r#"{"type":"news","success":true}"# => value if shared(value, "news"),
    });
    refuses!(ServerMessage {
        r#"{"success":true}"# at "$",
        r#"{"type":null,"success":true}"# at "$.type",
        r#"{"type":"response","success":true,"type":"response"}"# at "$.type",
        r#"{"success":true,"type":"response","success":true}"# at "$.success",
        r#"{"type":"response","success":true,"success":false}"# at "$",
        r#"{"type":"response","success":true,"data":{}}"# at "$.data",
        r#"{"type":"error","code":5,"reason":"r"}"# at "$",
        r#"{"type":"warning","reason":[]}"# at "$.reason",
        r#"{"type":"error","by":"b"}"# at "$",
    });
    assert_eq!(ServerMessage::TAGS, ["ping", "response", "error", "warning"]);
    let spelt = ServerMessage::from_json(r#"{"type":"response","success":"false"}"#);
    assert!(matches!(spelt, Ok(ServerMessage::Failed(_))));
}

#[test]
fn every_level_of_a_tag_is_asked_and_written() {
    use tags_within_tags::asyncapi::commands::ClientMessage;
    use tags_within_tags::asyncapi::{
        CommandsBookPayload, CommandsHoursPayload, CommandsStopPayload, CommandsStopPayloadChannel,
    };
    reads!(ClientMessage {
        r#"{"op":"subscribe","channel":"book"}"# => ClientMessage::Book(_),
        r#"{"channel":"trades","id":3,"op":"subscribe"}"# => ClientMessage::Trades(_),
        r#"{"step":1,"channel":"candles","op":"subscribe"}"# => ClientMessage::Minutes(_),
        r#"{"op":"subscribe","step":60,"channel":"candles"}"# => ClientMessage::Hours(_),
        r#"{"op":"unsubscribe","channel":"book"}"# => ClientMessage::Stop(_),
        r#"{"op":"subscribe","channel":"candles","step":5}"# => ClientMessage::Unknown(_),
        r#"{"op":"subscribe","channel":"ticker","step":1}"# => ClientMessage::Unknown(_),
        r#"{"op":"subscribe"}"# => ClientMessage::Unknown(unknown) if unknown.tag.as_deref() == Some("subscribe"),
        r#"{"op":"subscribe","id":3}"# => ClientMessage::Unknown(_),
    });
    for (message, json) in [
        (CommandsBookPayload::default().into(), r#"{"op":"subscribe","channel":"book"}"#),
        (CommandsHoursPayload::default().into(), r#"{"op":"subscribe","channel":"candles","step":60}"#),
        (
            CommandsStopPayload::new(CommandsStopPayloadChannel::Book).into(),
            r#"{"op":"unsubscribe","channel":"book"}"#,
        ),
    ] {
        let message: ClientMessage = message;
        assert_eq!(serde_json::to_string(&message).expect("a value is JSON"), json);
        assert_eq!(ClientMessage::from_json(json).expect("what was written"), message);
    }
    for (step, hours) in [("60.0", true), (r#""60""#, true), ("60.5", false)] {
        let frame = format!(r#"{{"op":"subscribe","channel":"candles","step":{step}}}"#);
        let read = ClientMessage::from_json(&frame).expect("it is a command");
        assert_eq!(matches!(read, ClientMessage::Hours(_)), hours, "{frame}");
        assert_eq!(read.tag(), Some(ClientMessage::SUBSCRIBE));
    }
}

#[test]
fn numbers_may_be_the_outer_tag() {
    use tags_within_tags::asyncapi::RoundsWonPayload;
    use tags_within_tags::asyncapi::rounds::ClientMessage;
    reads!(ClientMessage {
        r#"{"op":7,"won":true}"# => ClientMessage::Won(_),
        r#"{"won":false,"op":7}"# => ClientMessage::Lost(_),
        r#"{"op":7}"# => ClientMessage::Unknown(unknown) if unknown.tag.as_deref() == Some("7"),
        r#"{"op":9,"won":true}"# => ClientMessage::Unknown(_),
    });
    let won = ClientMessage::from(RoundsWonPayload::default());
    let json = serde_json::to_string(&won).expect("a value is JSON");
    assert_eq!((json.as_str(), won.tag()), (r#"{"op":7,"won":true}"#, Some("7")));
}

#[test]
fn what_may_be_several_of_those_with_a_tag_is_unknown() {
    use tags_within_tags::asyncapi::Where;
    reads!(Where {
        r#"{"in":"text","line":5}"# => Where::Line(_),
        r#"{"word":"w","in":"text"}"# => Where::Word(_),
        r#"{"word":"w","in":"text","line":5}"# => Where::Unknown(unknown) if unknown.tag.as_deref() == Some("text"),
        r#"{"in":"text"}"# => Where::Unknown(_),
    });
}

#[test]
fn messages_with_one_tag_and_nothing_else_are_read_on_request() {
    use tags_within_tags::asyncapi::events::ServerMessage;
    use tags_within_tags::asyncapi::EventsStartedPayload;
    reads!(ServerMessage {
        r#"{"event":"job","at":"noon"}"# => ServerMessage::Unknown(unknown) if unknown.tag.as_deref() == Some("job")
            && unknown.decode::<EventsStartedPayload>().is_ok_and(|it| it.at.as_deref() == Some("noon")),
        r#"{"at":"noon"}"# => ServerMessage::Unknown(unknown) if unknown.tag.is_none(),
        r#"{"event":5}"# => ServerMessage::Unknown(unknown) if unknown.tag.is_none(),
    });
    refuses!(ServerMessage { r#"{"event":"job","event":"job"}"# at "$.event", });
}
