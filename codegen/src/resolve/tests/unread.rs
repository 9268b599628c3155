//! No key of any object is dropped in silence.

use super::resolve;
use crate::source::{Cursor, Sources};

/// Documents that hold every object of the standard, each marked with `x-probe`, which nobody understands.
const TWO: &str = "asyncapi: 2.6.0
x-probe: 1
info: {x-probe: 1, title: T, version: '1', contact: {x-probe: 1}, license: {x-probe: 1, name: L}}
tags: [{x-probe: 1, name: t}]
externalDocs: {x-probe: 1, url: u}
servers:
  s: {x-probe: 1, url: 'u/{v}', protocol: p, variables: {v: {x-probe: 1}}}
channels:
  'c/{p}':
    x-probe: 1
    parameters: {p: {x-probe: 1, schema: {x-probe: 1}}}
    publish:
      x-probe: 1
      traits: [{x-probe: 2}]
      message:
        oneOf:
        - x-probe: 1
          correlationId: {x-probe: 1, location: l}
          examples: [{x-probe: 1, payload: {}}]
          traits: [{x-probe: 2}]
        x-probe: 1
components: {x-probe: 1}
";

const THREE: &str = "asyncapi: 3.0.0
x-probe: 1
info: {x-probe: 1, title: T, version: '1', tags: [{x-probe: 1, name: t}], externalDocs: {x-probe: 1, url: u}}
servers:
  s: {x-probe: 1, host: h, protocol: p, security: [{x-probe: 1, type: t}]}
channels:
  c:
    x-probe: 1
    address: 'a/{p}'
    parameters: {p: {x-probe: 1}}
    messages:
      M: {x-probe: 1, payload: {x-probe: 1, schemaFormat: application/schema+json, schema: {}}}
operations:
  o:
    x-probe: 1
    action: send
    channel: {$ref: '#/channels/c', x-probe: 1}
    messages: [{$ref: '#/channels/c/messages/M', x-probe: 1}]
    reply: {x-probe: 1, address: {x-probe: 1, location: l}}
components: {x-probe: 1}
";

/// The places of the probes that nobody recorded.
fn silent(text: &str) -> Vec<String> {
    let model = resolve(text).clean();
    let mut sources = Sources::default();
    let file = sources.add("api.yaml".as_ref(), text).expect("good YAML");
    let mut places = Vec::new();
    probes(&sources.cursor(file), &mut places);
    assert!(places.len() > 10);
    let recorded = |place: &String| {
        model
            .ignored
            .iter()
            .any(|one| one.at.pointer.to_string() == *place)
    };
    places.retain(|place| !recorded(place));
    places
}

fn probes(at: &Cursor, places: &mut Vec<String>) {
    for (key, value) in at.entries() {
        if key == "x-probe" {
            places.push(value.origin.pointer.to_string());
        }
        probes(&value, places);
    }
    for item in at.items() {
        probes(&item, places);
    }
}

#[test]
fn every_object_of_2_reports_what_it_does_not_read() {
    assert_eq!(silent(TWO), [""; 0]);
}

#[test]
fn every_object_of_3_reports_what_it_does_not_read() {
    assert_eq!(silent(THREE), [""; 0]);
}
