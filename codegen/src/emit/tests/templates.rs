//! Servers and addresses.

use super::build::{address, hole, literal, parameter, server, string_enum};
use super::text;
use crate::rust::Item;

#[test]
fn a_server_writes_its_url() {
    let parameters = vec![
        parameter("host", None, None),
        parameter("port", Some("Port"), Some("443")),
    ];
    let url = vec![
        literal("wss://"),
        hole("host"),
        literal("/{x}:"),
        hole("port"),
    ];
    let text = text(vec![
        Item::Server(server("Production", parameters, url)),
        Item::StringEnum(string_enum("Port", &[("Secure", "443")])),
    ]);
    assert!(
        text.starts_with("use std::fmt;\n\nuse super::super::support;\n\n"),
        "{text}"
    );
    assert!(text.contains("    pub port: Port,\n"), "{text}");
    assert!(
        text.contains("pub fn new(host: impl Into<String>) -> Self {"),
        "{text}"
    );
    assert!(
        text.contains("            port: \"443\".into(),\n"),
        "{text}"
    );
    assert!(
        text.contains("write!(f, \"wss://{}/{{x}}:{}\", self.host, self.port)"),
        "{text}"
    );
    assert!(
        text.contains("    pub const PROTOCOL: &str = \"wss\";\n"),
        "{text}"
    );
    assert!(
        text.contains("= &[(\"token\", \"httpApiKey\", &[\"read\"])];\n"),
        "{text}"
    );
}

#[test]
fn an_address_is_a_constant_or_a_struct() {
    let fixed = address("ADDRESS", "/{v}", Vec::new(), vec![literal("/{v}")]);
    let text_of_fixed = text(vec![Item::Address(fixed)]);
    assert!(
        text_of_fixed.ends_with("pub const ADDRESS: &str = \"/{v}\";\n"),
        "{text_of_fixed}"
    );
    let varying = address(
        "Address",
        "a/{b}",
        vec![parameter("b", None, Some("c"))],
        vec![literal("a/"), hole("b")],
    );
    let text_of_varying = text(vec![Item::Address(varying)]);
    assert!(
        text_of_varying.contains("impl Default for Address {"),
        "{text_of_varying}"
    );
    assert!(
        text_of_varying.contains("pub const TEMPLATE: &str = \"a/{b}\";"),
        "{text_of_varying}"
    );
}
