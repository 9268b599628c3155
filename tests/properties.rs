//! Frames made from the schemas, and what the types make of them: never another message than the one they were made from.

use asyncapi_codegen::Request;
use asyncapi_codegen::model::{Action, Message, Model};
use contact_center_events::agent_engagement::{ClientMessage, NotificationBody, ServerMessage};
use proptest::prelude::{
    BoxedStrategy, Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest,
};
use proptest::strategy::Union as OneOf;
use serde_json::{Map, Value};
use std::sync::LazyLock;
use tests::frames::{in_order, values};
use tests::{rendered, workspace};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let document = workspace("spec/agent-engagement.yaml");
    let mut generated = rendered(Request::document(&document).generate());
    generated.models.remove(0)
});

fn messages(action: Action) -> Vec<&'static Message> {
    let operations = MODEL
        .operations
        .iter()
        .filter(|operation| operation.action == action);
    operations
        .flat_map(|operation| &operation.messages)
        .map(|id| MODEL.message(*id))
        .collect()
}

/// The name of a message with a frame made from its schema, keys in any order.
fn frames(action: Action) -> impl Strategy<Value = (&'static str, String)> {
    let each = messages(action).into_iter().map(|message| {
        let payload = message
            .payload
            .expect("every message of the document has a payload");
        (
            Just(message.name.as_str()),
            values(&MODEL, payload),
            any::<usize>(),
        )
            .prop_map(|(name, value, first)| {
                (
                    name,
                    in_order(value.as_object().expect("payloads are objects"), first),
                )
            })
            .boxed()
    });
    OneOf::<BoxedStrategy<_>>::new(each.collect::<Vec<_>>())
}

fn object(frame: &str) -> Map<String, Value> {
    serde_json::from_str(frame).expect("a frame is a JSON object")
}

/// The message a frame is by the evidence in it, found without the generated code.
fn by_evidence(frame: &Map<String, Value>) -> Option<&'static str> {
    let notification = messages(Action::Send)
        .into_iter()
        .find(|message| message.name == "notification")?;
    let shared = ["subscriptionId"];
    match frame.get("event") {
        Some(Value::String(event)) if event == "pong" => Some("pong"),
        Some(Value::String(event)) if event == "authenticationResponse" => {
            Some("authenticationResponse")
        }
        Some(_) => None,
        None => {
            let asyncapi_codegen::model::Shape::Object(declared) =
                &MODEL.schema(notification.payload?).shape
            else {
                return None;
            };
            let own = |key: &&str| {
                !shared.contains(key) && declared.properties.iter().any(|known| known.name == **key)
            };
            frame
                .keys()
                .map(String::as_str)
                .any(|key| own(&key))
                .then_some("notification")
        }
    }
}

fn name(message: &ServerMessage) -> &'static str {
    match message {
        ServerMessage::Notification(_) => "notification",
        ServerMessage::Pong(_) => "pong",
        ServerMessage::AuthenticationResponse(_) => "authenticationResponse",
        _ => "unknown",
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_frame_never_lands_in_another_message((made_from, frame) in frames(Action::Send)) {
        match (ServerMessage::from_json(&frame), by_evidence(&object(&frame))) {
            (Ok(message), Some(evidence)) => {
                prop_assert_eq!(name(&message), evidence);
                prop_assert_eq!(name(&message), made_from);
                let again = serde_json::to_value(&message).expect("a message is JSON");
                prop_assert_eq!(again, Value::Object(object(&frame)));
            }
            (Err(_), None) => {}
            (result, evidence) => prop_assert!(false, "{result:?}, but the evidence says {evidence:?}: {frame}"),
        }
    }

    #[test]
    fn text_and_tree_are_read_alike((_, frame) in frames(Action::Send)) {
        let from_text = ServerMessage::from_json(&frame).ok();
        prop_assert_eq!(&serde_json::from_str::<ServerMessage>(&frame).ok(), &from_text);
        prop_assert_eq!(&serde_json::from_slice::<ServerMessage>(frame.as_bytes()).ok(), &from_text);
        prop_assert_eq!(&serde_json::from_reader::<_, ServerMessage>(frame.as_bytes()).ok(), &from_text);
        prop_assert_eq!(&serde_json::from_value::<ServerMessage>(Value::Object(object(&frame))).ok(), &from_text);
    }

    #[test]
    fn a_client_message_is_told_by_its_constant((made_from, frame) in frames(Action::Receive)) {
        let message = ClientMessage::from_json(&frame).expect("both messages require their tag");
        let name = match message {
            ClientMessage::Authentication(_) => "authentication",
            ClientMessage::Ping(_) => "ping",
            _ => "unknown",
        };
        prop_assert_eq!(name, made_from);
    }

    #[test]
    fn an_event_nobody_knows_is_unknown((_, frame) in frames(Action::Send), event in "[A-Z][a-z]{3,12}Happened") {
        let mut entries = object(&frame);
        if let Some(Value::Object(body)) = entries.get_mut("body") {
            body.insert("event".into(), Value::from(event.as_str()));
            let frame = Value::Object(entries);
            match ServerMessage::from_json(&frame.to_string()).expect("an unknown event is no error") {
                ServerMessage::Notification(notification) => {
                    let body = notification.body.as_ref().expect("the frame has a body");
                    prop_assert!(matches!(body, NotificationBody::Unknown(_)));
                    prop_assert_eq!(body.tag(), Some(event.as_str()));
                    prop_assert_eq!(serde_json::to_value(notification).expect("JSON"), frame);
                }
                other => prop_assert!(name(&other) != "notification", "{:?}", other),
            }
        }
    }

    #[test]
    fn noise_is_never_taken_for_a_message(frame in "\\PC{0,40}") {
        prop_assert!(ServerMessage::from_json(&frame).is_err());
    }
}
