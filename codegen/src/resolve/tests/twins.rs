//! One API in 2.x and in 3.x gives one model.

use super::resolve;
use crate::model::Model;

const TWO: &str = "asyncapi: 2.6.0
id: urn:example:lights
info: {title: Lights, version: 1.0.0, description: D}
tags: [{name: home}]
servers:
  production:
    url: mqtt://{region}.example.com/base
    protocol: mqtt
    variables: {region: {default: eu}}
    security: [{user: []}]
    bindings: {mqtt: {clientId: c}}
defaultContentType: application/json
channels:
  'lights/{id}':
    description: Lights
    servers: [production]
    parameters: {id: {description: I, schema: {enum: [a, b], default: a}}}
    publish:
      operationId: turn
      summary: S
      traits: [{bindings: {mqtt: {qos: 1}}}]
      message:
        oneOf:
        - {$ref: '#/components/messages/TurnOn'}
        - {$ref: '#/components/messages/TurnOff'}
    subscribe:
      operationId: report
      message: {$ref: '#/components/messages/State'}
components:
  securitySchemes: {user: {type: userPassword}}
  schemas:
    State: {type: object, properties: {on: {type: boolean}}}
  messages:
    TurnOn: {title: On, payload: {type: object}, examples: [{name: e, payload: {}}]}
    TurnOff: {headers: {type: object}, correlationId: {location: '$message.header#/id'}}
    State: {payload: {$ref: '#/components/schemas/State'}, contentType: text/json}
";

const THREE: &str = "asyncapi: 3.0.0
id: urn:example:lights
info: {title: Lights, version: 1.0.0, description: D, tags: [{name: home}]}
servers:
  production:
    host: '{region}.example.com'
    pathname: /base
    protocol: mqtt
    variables: {region: {default: eu}}
    security: [{$ref: '#/components/securitySchemes/user'}]
    bindings: {mqtt: {clientId: c}}
defaultContentType: application/json
channels:
  'lights/{id}':
    address: 'lights/{id}'
    description: Lights
    servers: [{$ref: '#/servers/production'}]
    parameters: {id: {description: I, enum: [a, b], default: a}}
    messages:
      TurnOn: {$ref: '#/components/messages/TurnOn'}
      TurnOff: {$ref: '#/components/messages/TurnOff'}
      State: {$ref: '#/components/messages/State'}
operations:
  turn:
    action: receive
    channel: {$ref: '#/channels/lights~1{id}'}
    summary: S
    traits: [{bindings: {mqtt: {qos: 1}}}]
    messages:
    - {$ref: '#/channels/lights~1{id}/messages/TurnOn'}
    - {$ref: '#/channels/lights~1{id}/messages/TurnOff'}
  report:
    action: send
    channel: {$ref: '#/channels/lights~1{id}'}
    messages: [{$ref: '#/channels/lights~1{id}/messages/State'}]
components:
  securitySchemes: {user: {type: userPassword}}
  schemas:
    State: {type: object, properties: {on: {type: boolean}}}
  messages:
    TurnOn: {title: On, payload: {type: object}, examples: [{name: e, payload: {}}]}
    TurnOff: {headers: {type: object}, correlationId: {location: '$message.header#/id'}}
    State: {payload: {$ref: '#/components/schemas/State'}, contentType: text/json}
";

#[test]
fn both_versions_give_one_model() {
    let models = [TWO, THREE].map(|text| resolve(text).clean());
    let [two, three] = models.map(|model| without_places(&model));
    assert_eq!(two, three);
}

/// Everything a model says but the version and the places, one fact a line.
fn without_places(model: &Model) -> Vec<String> {
    let unversioned = Model {
        asyncapi: String::new(),
        ignored: Vec::new(),
        ..model.clone()
    };
    let text = format!("{unversioned:#?}");
    let mut facts = Vec::new();
    let mut place = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let opens = line.ends_with("Origin {") || line.ends_with("Span {");
        match place {
            Some(depth) if indent == depth => place = None,
            Some(_) => {}
            None if opens => place = Some(indent),
            None => facts.push(line.to_owned()),
        }
    }
    facts
}
