//! The texts of the support files.
//!
//! In: `codegen/support`. Out: the same, as constants.

/// The module's root, without the tables.
pub(super) const ROOT: &str = include_str!("../../../support.rs");

/// What is always there: names and texts.
pub(super) const SOURCES: &[(&str, &str)] = &[
    ("bytes", include_str!("../../../support/bytes.rs")),
    ("connection", include_str!("../../../support/connection.rs")),
    ("constant", include_str!("../../../support/constant.rs")),
    ("content", include_str!("../../../support/content.rs")),
    ("decode", include_str!("../../../support/decode.rs")),
    ("entries", include_str!("../../../support/entries.rs")),
    ("error", include_str!("../../../support/error.rs")),
    ("held", include_str!("../../../support/held.rs")),
    ("json", include_str!("../../../support/json.rs")),
    ("kind", include_str!("../../../support/kind.rs")),
    ("listed", include_str!("../../../support/listed.rs")),
    ("memory", include_str!("../../../support/memory.rs")),
    ("null", include_str!("../../../support/null.rs")),
    ("number", include_str!("../../../support/number.rs")),
    ("object", include_str!("../../../support/object.rs")),
    (
        "one_or_many",
        include_str!("../../../support/one_or_many.rs"),
    ),
    ("place", include_str!("../../../support/place.rs")),
    ("presumed", include_str!("../../../support/presumed.rs")),
    ("replay", include_str!("../../../support/replay.rs")),
    ("scalar", include_str!("../../../support/scalar.rs")),
    ("secret", include_str!("../../../support/secret.rs")),
    ("spelling", include_str!("../../../support/spelling.rs")),
    ("text", include_str!("../../../support/text.rs")),
    ("transport", include_str!("../../../support/transport.rs")),
    ("union", include_str!("../../../support/union.rs")),
    ("union_kind", include_str!("../../../support/union_kind.rs")),
    (
        "union_member",
        include_str!("../../../support/union_member.rs"),
    ),
    (
        "union_shared",
        include_str!("../../../support/union_shared.rs"),
    ),
    ("union_tag", include_str!("../../../support/union_tag.rs")),
    (
        "union_write",
        include_str!("../../../support/union_write.rs"),
    ),
    ("unknown", include_str!("../../../support/unknown.rs")),
];

/// What a crate with a session has besides: names and texts.
pub(super) const SESSION: &[(&str, &str)] = &[
    ("client", include_str!("../../../support/client.rs")),
    (
        "client/backoff",
        include_str!("../../../support/client/backoff.rs"),
    ),
    (
        "client/connect",
        include_str!("../../../support/client/connect.rs"),
    ),
    (
        "client/event",
        include_str!("../../../support/client/event.rs"),
    ),
    (
        "client/link",
        include_str!("../../../support/client/link.rs"),
    ),
    (
        "client/observer",
        include_str!("../../../support/client/observer.rs"),
    ),
    (
        "client/race",
        include_str!("../../../support/client/race.rs"),
    ),
    ("session", include_str!("../../../support/session.rs")),
    (
        "session/end",
        include_str!("../../../support/session/end.rs"),
    ),
    (
        "session/protocol",
        include_str!("../../../support/session/protocol.rs"),
    ),
    (
        "session/timing",
        include_str!("../../../support/session/timing.rs"),
    ),
];

/// What such a crate has behind the feature `websocket`.
pub(super) const WEBSOCKET: &[(&str, &str)] = &[
    ("websocket", include_str!("../../../support/websocket.rs")),
    (
        "websocket/close",
        include_str!("../../../support/websocket/close.rs"),
    ),
    (
        "websocket/error",
        include_str!("../../../support/websocket/error.rs"),
    ),
    (
        "websocket/tls",
        include_str!("../../../support/websocket/tls.rs"),
    ),
];
