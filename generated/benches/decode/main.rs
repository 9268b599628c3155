//! Decoding and encoding the 13 events: the generated types, what a user would write by hand, and the two floors.
//!
//! Figures compare within one run. `tag_first` is how the document's own example writes bodies; `tag_last` is the
//! hardest place for a tag. `value` decodes to `serde_json::Value`, `skip` only finds where the frame ends.

mod derived;

use contact_center_events::agent_engagement::{NotificationBody, ServerMessage};
use divan::{Bencher, black_box, counter::BytesCount};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Map, Value};

fn main() {
    divan::main();
}

/// A notification for each event, made from the document's example, in two orders.
struct Frames {
    tag_first: Vec<String>,
    tag_last: Vec<String>,
}

impl Frames {
    fn new() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/agent-engagement.yaml");
        let text = std::fs::read_to_string(path).expect("the first document is in spec/");
        let document: Value = serde_yaml::from_str(&text).expect("the first document is YAML");
        let example = |event: &&str| {
            document["components"]["schemas"][*event]["example"]
                .as_object()
                .expect("an example")
                .clone()
        };
        let events = NotificationBody::TAGS;
        let frames = |body: fn(&str, &str) -> String| {
            events
                .iter()
                .map(|event| envelope(&body(&tag(event), &entries(&example(event)))))
                .collect()
        };
        Self {
            tag_first: frames(|tag, entries| format!("{{{tag},{entries}}}")),
            tag_last: frames(|tag, entries| format!("{{{entries},{tag}}}")),
        }
    }
}

fn tag(event: &str) -> String {
    format!(r#""event":"{event}""#)
}

fn entries(example: &Map<String, Value>) -> String {
    let entry = |(key, value): (&String, &Value)| match (key.as_str(), value) {
        // The hand-written types follow the schema here, where the document's examples do not.
        ("attributes" | "engagementParameters", _) => format!(r#""{key}":null"#),
        (_, Value::Number(number)) if key != "timestamp" && number.as_u64() > Some(9) => {
            format!(r#""{key}":"{number}""#)
        }
        _ => format!(r#""{key}":{value}"#),
    };
    example.iter().map(entry).collect::<Vec<_>>().join(",")
}

fn envelope(body: &str) -> String {
    format!(
        r#"{{"correlationId":"a425851d-5225-4b76-8ca0-4fa31ecfd5db","subscriptionId":"fdbec917-e76e-4645-8120-4eac46f29487","family":"AGENT_ENGAGEMENT","sentAt":"2020-08-24T08:20:23.395Z","accountId":"DYNNUG","loginId":"redacted@example.com","body":{body}}}"#
    )
}

fn decode<T>(bencher: Bencher<'_, '_>, frames: &[String], read: impl Fn(&str) -> T) {
    let bytes: usize = frames.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for frame in frames {
            black_box(read(black_box(frame)));
        }
    });
}

fn encode<T: Serialize>(bencher: Bencher<'_, '_>, read: impl Fn(&str) -> T) {
    let messages: Vec<T> = Frames::new()
        .tag_first
        .iter()
        .map(|frame| read(frame))
        .collect();
    bencher.bench_local(|| {
        for message in &messages {
            black_box(serde_json::to_string(black_box(message)).expect("a message is JSON"));
        }
    });
}

fn generated(frame: &str) -> ServerMessage {
    ServerMessage::from_json(frame).expect("a known message")
}

fn by_serde<T: DeserializeOwned>(frame: &str) -> T {
    serde_json::from_str(frame).expect("a known message")
}

#[divan::bench_group(name = "decode, tag first")]
mod tag_first {
    use super::{
        Bencher, Frames, IgnoredAny, ServerMessage, Value, by_serde, decode, derived, generated,
    };

    #[divan::bench]
    fn generated_from_json(bencher: Bencher<'_, '_>) {
        decode(bencher, &Frames::new().tag_first, generated);
    }

    #[divan::bench]
    fn generated_by_serde(bencher: Bencher<'_, '_>) {
        decode(bencher, &Frames::new().tag_first, by_serde::<ServerMessage>);
    }

    #[divan::bench]
    fn hand_written(bencher: Bencher<'_, '_>) {
        decode(
            bencher,
            &Frames::new().tag_first,
            by_serde::<derived::ServerMessage>,
        );
    }

    #[divan::bench]
    fn value(bencher: Bencher<'_, '_>) {
        decode(bencher, &Frames::new().tag_first, by_serde::<Value>);
    }

    #[divan::bench]
    fn skip(bencher: Bencher<'_, '_>) {
        decode(bencher, &Frames::new().tag_first, by_serde::<IgnoredAny>);
    }
}

#[divan::bench_group(name = "decode, tag last")]
mod tag_last {
    use super::{Bencher, Frames, ServerMessage, by_serde, decode, derived, generated};

    #[divan::bench]
    fn generated_from_json(bencher: Bencher<'_, '_>) {
        decode(bencher, &Frames::new().tag_last, generated);
    }

    #[divan::bench]
    fn generated_by_serde(bencher: Bencher<'_, '_>) {
        decode(bencher, &Frames::new().tag_last, by_serde::<ServerMessage>);
    }

    #[divan::bench]
    fn hand_written(bencher: Bencher<'_, '_>) {
        decode(
            bencher,
            &Frames::new().tag_last,
            by_serde::<derived::ServerMessage>,
        );
    }
}

#[divan::bench_group(name = "encode")]
mod encode {
    use super::{Bencher, by_serde, derived, encode, generated};

    #[divan::bench]
    fn generated_types(bencher: Bencher<'_, '_>) {
        encode(bencher, generated);
    }

    #[divan::bench]
    fn hand_written(bencher: Bencher<'_, '_>) {
        encode(bencher, by_serde::<derived::ServerMessage>);
    }
}
