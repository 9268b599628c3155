//! Servers, variables and security of both versions.

use super::{three, two};

#[test]
fn a_url_is_split_and_its_gaps_are_variables() {
    let model = two("servers:
  production:
    url: wss://{region}.example.com:{port}/ws/{tenant}
    protocol: wss
    protocolVersion: '13'
    variables:
      port: {default: '443', enum: ['443', 8443], description: P, examples: [443]}
channels: {c: {servers: [production], publish: {message: {}}}}
")
    .clean();
    let server = &model.servers[0];
    assert_eq!(
        (server.scheme.as_str(), server.pathname.as_str()),
        ("wss", "/ws/{tenant}")
    );
    assert_eq!(server.host, "{region}.example.com:{port}");
    let names: Vec<&str> = server
        .variables
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["port", "region", "tenant"]);
    assert_eq!(server.variables[0].values, ["443", "8443"]);
    assert_eq!(server.variables[1].default, None);
    assert_eq!(model.channels[0].servers.len(), 1);
}

#[test]
fn servers_of_3_are_found_by_reference() {
    let model = three(
        "servers:
  one: {host: 'localhost:{port}', pathname: /a, protocol: kafka}
  two: {$ref: '#/components/servers/shared'}
channels:
  c: {servers: [{$ref: '#/servers/two'}], messages: {M: {}}}
components:
  servers:
    shared: {host: h, protocol: mqtt}
",
    )
    .clean();
    assert_eq!(model.servers[0].scheme, "kafka");
    assert_eq!(model.servers[0].variables[0].name, "port");
    let found = &model.channels[0].servers;
    assert_eq!(model.servers[found[0].0 as usize].name, "two");
}

#[test]
fn what_a_server_lacks_is_a_warning() {
    assert_eq!(
        two("servers: {s: {}}\nchannels: {c: {servers: [t], publish: {message: {}}}}").lines(),
        [
            "warning missing-key 3:14 a Server Object has no `url`",
            "warning missing-key 3:14 a Server Object has no `protocol`",
            "warning unknown-server 4:26 this is none of the document's servers",
        ]
    );
}

#[test]
fn security_is_by_name_in_2() {
    let outcome = two("servers:
  s: {url: u, protocol: p, security: [{oauth: ['read', 'write']}, {none: []}]}
channels: {}
components:
  securitySchemes:
    oauth: {type: oauth2, description: D, flows: {implicit: {}}}
");
    assert_eq!(
        outcome.lines(),
        ["warning unknown-security-scheme 4:68 there is no security scheme `none`"]
    );
    let model = outcome.model();
    let security = &model.servers[0].security;
    assert_eq!(security[0].scheme, "oauth");
    assert_eq!(security[0].kind, "oauth2");
    assert_eq!(security[0].scopes, ["read", "write"]);
    let details = model.security_schemes[0].details.to_string();
    assert_eq!(details, r#"{"flows":{"implicit":{}}}"#);
}

#[test]
fn security_is_by_reference_or_in_place_in_3() {
    let model = three(
        "servers:
  s:
    host: h
    protocol: p
    security:
    - $ref: '#/components/securitySchemes/oauth'
    - {type: userPassword}
components:
  securitySchemes:
    oauth: {type: oauth2, scopes: [read]}
",
    )
    .clean();
    let security = &model.servers[0].security;
    assert_eq!(
        (security[0].scheme.as_str(), security[0].kind.as_str()),
        ("oauth", "oauth2")
    );
    assert_eq!(security[0].scopes, ["read"]);
    assert_eq!(
        (security[1].scheme.as_str(), security[1].kind.as_str()),
        ("", "userPassword")
    );
}
