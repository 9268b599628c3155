//! The one table of rules: id, impact where the crate's user receives, where it sends, on Rust, and worth.
//!
//! In: nothing. Out: a static for each rule, and [`RULES`] with all of them.
//! This room never looks at a document.

use super::{Impact, Rule, Weight, rules};

//  what it is                                          received sent     rust     worth
rules! {
    TITLE_CHANGED "title-changed"                       Safe     Safe     Safe     Documentation
        "The title is text for people and a constant; no name depends on it."
    VERSION_CHANGED "version-changed"                   Safe     Safe     Safe     Documentation
        "The document's own version is text for people and a constant."
    STANDARD_VERSION_CHANGED "standard-version-changed" Safe     Safe     Safe     Documentation
        "The version of AsyncAPI says how the document is written, not what passes on the wire."
    DOCUMENT_ID_CHANGED "document-id-changed"           Safe     Safe     Safe     Documentation
        "The document's id is text for people."
    DOCS_CHANGED "docs-changed"                         Safe     Safe     Safe     Documentation
        "Only text for people is affected."
    DEPRECATED_SET "deprecated-set"                     Safe     Safe     Safe     Tweak
        "It still works; its use is discouraged from now on."
    DEPRECATED_UNSET "deprecated-unset"                 Safe     Safe     Safe     Tweak
        "Its use is no longer discouraged."
    DEFAULT_CONTENT_TYPE_CHANGED "default-content-type-changed" Breaking Breaking Safe Tweak
        "Messages that state no media type are encoded in another way."
    BINDING_CHANGED "binding-changed"                   Breaking Breaking Safe     Tweak
        "Settings of the protocol decide how peers reach each other."
    SERVER_ADDED "server-added"                         Safe     Safe     Safe     Addition
        "A further place to connect to takes nothing away."
    SERVER_REMOVED "server-removed"                     Breaking Breaking Breaking Tweak
        "Clients that connect there lose their server, and its type is gone."
    SERVER_RENAMED "server-renamed"                     Safe     Safe     Breaking Tweak
        "The same server has another key, from which its type is named."
    SERVER_HOST_CHANGED "server-host-changed"           Breaking Breaking Safe     Tweak
        "Running clients connect to the old host."
    SERVER_PATH_CHANGED "server-path-changed"           Breaking Breaking Safe     Tweak
        "Running clients connect to the old path."
    SERVER_PROTOCOL_CHANGED "server-protocol-changed"   Breaking Breaking Safe     Tweak
        "Running clients speak the old protocol."
    VARIABLE_ADDED "variable-added"                     Safe     Safe     Safe     Addition
        "It has a default, so nobody has to choose."
    REQUIRED_VARIABLE_ADDED "required-variable-added"   Breaking Breaking Breaking Addition
        "It has no default, so every client has to choose a value."
    VARIABLE_REMOVED "variable-removed"                 Breaking Breaking Breaking Tweak
        "Clients that choose a value no longer can, and its field is gone."
    VARIABLE_DEFAULT_CHANGED "variable-default-changed" Breaking Breaking Safe     Tweak
        "Clients that chose nothing keep the old value."
    VARIABLE_DEFAULT_ADDED "variable-default-added"     Safe     Safe     Breaking Tweak
        "Nobody has to choose any more, so the constructor takes one argument less."
    VARIABLE_DEFAULT_REMOVED "variable-default-removed" Breaking Breaking Breaking Tweak
        "Every client has to choose a value, which is a new argument of the constructor."
    VARIABLE_ENUM_ADDED "variable-enum-added"           Breaking Breaking Breaking Tweak
        "Only listed values are allowed now, and the field's type becomes an enum."
    VARIABLE_ENUM_REMOVED "variable-enum-removed"       Safe     Safe     Breaking Tweak
        "Any value is allowed now, and the field's type is no longer an enum."
    VARIABLE_VALUE_ADDED "variable-value-added"         Safe     Safe     Safe     Addition
        "A further value may be chosen; the enum is open."
    VARIABLE_VALUE_REMOVED "variable-value-removed"     Breaking Breaking Breaking Tweak
        "Clients that choose the value are refused, and its variant is gone."
    LOCATION_CHANGED "location-changed"                 Breaking Breaking Safe     Tweak
        "The value is found at another place of the message."
    SECURITY_TIGHTENED "security-tightened"             Breaking Breaking Safe     Tweak
        "What running clients present is no longer enough."
    SECURITY_LOOSENED "security-loosened"               Safe     Safe     Safe     Addition
        "What running clients present is still enough."
    SECURITY_SCHEME_ADDED "security-scheme-added"       Safe     Safe     Safe     Addition
        "A scheme matters only where it is asked for."
    SECURITY_SCHEME_REMOVED "security-scheme-removed"   Safe     Safe     Safe     Tweak
        "A scheme matters only where it is asked for."
    SECURITY_SCHEME_CHANGED "security-scheme-changed"   Breaking Breaking Safe     Tweak
        "Running clients identify themselves in the old way."
    CHANNEL_ADDED "channel-added"                       Safe     Safe     Safe     Addition
        "A further channel takes nothing away."
    CHANNEL_REMOVED "channel-removed"                   Breaking Breaking Breaking Tweak
        "Clients of the channel lose it, and its module is gone."
    CHANNEL_RENAMED "channel-renamed"                   Safe     Safe     Breaking Tweak
        "The same address has another key, from which the module is named."
    CHANNEL_MOVED "channel-moved"                       Breaking Breaking Breaking Tweak
        "The same channel has another address and another name."
    ADDRESS_CHANGED "address-changed"                   Breaking Breaking Safe     Tweak
        "Running clients use the old address."
    CHANNEL_SERVER_ADDED "channel-server-added"         Safe     Safe     Safe     Addition
        "The channel is available at a further server."
    CHANNEL_SERVER_REMOVED "channel-server-removed"     Breaking Breaking Safe     Tweak
        "The channel is no longer available at a server."
    PARAMETER_ADDED "parameter-added"                   Breaking Breaking Breaking Addition
        "An address needs a value that running clients do not give."
    DEFAULTED_PARAMETER_ADDED "defaulted-parameter-added" Safe   Safe     Safe     Addition
        "It has a default, so nobody has to choose."
    PARAMETER_REMOVED "parameter-removed"               Breaking Breaking Breaking Tweak
        "The address is made without a value that callers give."
    OPERATION_ADDED "operation-added"                   Safe     Safe     Safe     Addition
        "A further operation takes nothing away."
    DIRECTION_SETTLED "direction-settled"               Safe     Safe     Breaking Tweak
        "Without an operation messages are taken to pass both ways; now they pass one way, and the other type lost them."
    OPERATION_REMOVED "operation-removed"               Breaking Breaking Breaking Tweak
        "Clients that take part in it no longer can, and its message type is gone."
    OPERATION_WITHDRAWN "operation-withdrawn"           Breaking Breaking Safe     Tweak
        "Clients that take part in it may no longer; its messages still stand in the types of their direction."
    OPERATION_RENAMED "operation-renamed"               Safe     Safe     Safe     Tweak
        "Channel and direction are the same; no type is named from an operation."
    OPERATION_ACTION_CHANGED "operation-action-changed" Breaking Breaking Breaking Tweak
        "What was sent is now received, or the reverse."
    OPERATION_CHANNEL_CHANGED "operation-channel-changed" Breaking Breaking Breaking Tweak
        "Its messages pass on another channel."
    REPLY_ADDED "reply-added"                           Safe     Safe     Safe     Addition
        "An answer that nobody waits for yet."
    REPLY_REMOVED "reply-removed"                       Breaking Breaking Breaking Tweak
        "Clients that wait for the answer wait in vain, and its variants are gone."
    REPLY_ADDRESS_CHANGED "reply-address-changed"       Breaking Breaking Safe     Tweak
        "The answer comes at another place."
    REPLY_MESSAGE_ADDED "reply-message-added"           Safe     Safe     Safe     Addition
        "A further answer is read as unknown by running clients."
    REPLY_MESSAGE_REMOVED "reply-message-removed"       Breaking Breaking Breaking Tweak
        "Clients that wait for this answer wait in vain, and its variant is gone."
    MESSAGE_ADDED "message-added"                       Safe     Safe     Safe     Addition
        "Readers take it as unknown, and the enum of the direction is open."
    MESSAGE_REMOVED "message-removed"                   Breaking Breaking Breaking Tweak
        "Clients that rely on it no longer get it or are refused, and its variant is gone."
    BARE_MESSAGE_REMOVED "bare-message-removed"         Breaking Breaking Safe     Tweak
        "Clients that rely on it no longer get it or are refused; without a payload it was no variant."
    MESSAGE_RENAMED "message-renamed"                   Safe     Safe     Breaking Tweak
        "The content is the same, but its variant is named from the message."
    MESSAGES_JOINED "messages-joined"                   Safe     Safe     Breaking Tweak
        "Another message has the same payload; they share a variant, which is named from the schema."
    CONTENT_TYPE_CHANGED "content-type-changed"         Breaking Breaking Safe     Tweak
        "The payload is encoded in another way."
    CORRELATION_ID_CHANGED "correlation-id-changed"     Breaking Breaking Safe     Tweak
        "Answers are matched to questions by another value."
    PAYLOAD_ADDED "payload-added"                       Safe     Breaking Safe     Addition
        "The message was no variant; now it is one, and senders owe a payload."
    PAYLOAD_REMOVED "payload-removed"                   Breaking Breaking Breaking Tweak
        "The payload and its type are gone."
    RESPONSE_ADDED "response-added"                     Safe     Safe     Safe     Addition
        "An answer that nobody waits for yet."
    RESPONSE_REMOVED "response-removed"                 Breaking Breaking Safe     Tweak
        "Clients that wait for the answer wait in vain."
    HEADERS_ADDED "headers-added"                       Safe     Breaking Safe     Addition
        "Senders may owe headers that they do not write yet."
    HEADERS_REMOVED "headers-removed"                   Breaking Safe     Breaking Tweak
        "Readers no longer get the headers, and their type is gone."
    HEADER_ADDED "header-added"                         Safe     Safe     Safe     Addition
        "Readers skip unknown headers, and nobody has to write it."
    REQUIRED_HEADER_ADDED "required-header-added"       Safe     Breaking Breaking Addition
        "Running senders do not write it, and the constructor takes one argument more."
    HEADER_REMOVED "header-removed"                     Breaking Breaking Breaking Tweak
        "Readers no longer get it, senders write it in vain, and its field is gone."
    HEADER_RENAMED "header-renamed"                     Breaking Breaking Breaking Tweak
        "The same header has another key and another field."
    SCHEMA_ADDED "schema-added"                         Safe     Safe     Safe     Addition
        "A new type takes nothing away."
    SCHEMA_REMOVED "schema-removed"                     Safe     Safe     Breaking Tweak
        "Its type is gone; what that means on the wire is told where it was used."
    SCHEMA_RENAMED "schema-renamed"                     Safe     Safe     Breaking Tweak
        "The content is the same, but the type is named from the schema."
    SCHEMA_INLINED "schema-inlined"                     Safe     Safe     Breaking Tweak
        "The same values have a type that is named from this place."
    SCHEMA_EXTRACTED "schema-extracted"                 Safe     Safe     Breaking Tweak
        "The same values have a type that is named from the shared schema."
    REFERENCE_CHANGED "reference-changed"               Safe     Safe     Breaking Tweak
        "Another schema with the same content, and so another type."
    SCHEMA_REPLACED "schema-replaced"                   Breaking Breaking Breaking Tweak
        "Another schema with another content."
    PROPERTY_ADDED "optional-property-added"            Safe     Safe     Safe     Addition
        "Readers skip unknown keys, nobody has to write it, and structs are open to new fields."
    REQUIRED_PROPERTY_ADDED "required-property-added"   Safe     Breaking Breaking Addition
        "Running senders do not write it, and the constructor takes one argument more."
    PROPERTY_REMOVED "property-removed"                 Breaking Breaking Breaking Tweak
        "Readers no longer get it, what senders write there is lost or refused, and its field is gone."
    PROPERTY_RENAMED "property-renamed"                 Breaking Breaking Breaking Tweak
        "The same value has another key and another field."
    PROPERTY_RESPELT "property-respelt"                 Breaking Breaking Safe     Tweak
        "The same value has another key, but its field has the same name."
    REQUIRED_ADDED "required-added"                     Safe     Breaking Breaking Tweak
        "Running senders may leave it out, and its field is no longer an Option."
    REQUIRED_REMOVED "required-removed"                 Breaking Safe     Breaking Tweak
        "Running readers rely on it, and its field becomes an Option."
    CONSTANT_ADDED "optional-constant-added"            Safe     Safe     Safe     Tweak
        "Readers skip unknown keys, and a constant is no field."
    REQUIRED_CONSTANT_ADDED "required-constant-added"   Safe     Breaking Safe     Tweak
        "Running senders do not write it; a constant is no field."
    CONSTANT_REMOVED "constant-removed"                 Breaking Breaking Safe     Tweak
        "Readers that check it no longer get it; a constant is no field."
    LAST_CONSTANT_REMOVED "last-constant-removed"       Breaking Breaking Breaking Tweak
        "Readers that check it no longer get it, and an object that declares nothing more keeps its entries."
    CONSTANT_RENAMED "constant-renamed"                 Breaking Breaking Safe     Tweak
        "Both sides insist on the old key; a constant is no field."
    CONSTANT_REQUIRED "constant-required"               Safe     Safe     Safe     Tweak
        "Generated senders have always written it."
    CONSTANT_OPTIONAL "constant-optional"               Breaking Safe     Safe     Tweak
        "Running readers rely on it; a constant is no field."
    CONSTANT_CHANGED "constant-changed"                 Breaking Breaking Safe     Tweak
        "Both sides insist on the old value; a constant is no field."
    CONSTANT_LOOSENED "constant-loosened"               Breaking Safe     Breaking Tweak
        "Running readers insist on the one value, and what was a constant becomes a field."
    CONSTANT_FIXED "constant-fixed"                  Safe     Breaking Breaking Tweak
        "Running senders may write another value, and what was a field becomes a constant."
    TYPE_CHANGED "type-changed"                         Breaking Breaking Breaking Tweak
        "Neither side expects values of the other type."
    TYPE_WIDENED "type-widened"                         Breaking Safe     Breaking Tweak
        "Every old value is still allowed, but readers may meet values of a kind that they do not expect."
    TYPE_NARROWED "type-narrowed"                       Safe     Breaking Breaking Tweak
        "Every value that readers meet is of a kind they know, but not every value they may send is still allowed."
    WIDTH_WIDENED "width-widened"                       Breaking Safe     Breaking Tweak
        "Readers may meet numbers that do not fit their type."
    WIDTH_NARROWED "width-narrowed"                     Safe     Breaking Breaking Tweak
        "Senders may write numbers that do not fit the new type."
    FORMAT_CHANGED "format-changed"                     Safe     Breaking Safe     Tweak
        "Readers keep the text as it comes; receivers may refuse the old spelling."
    FORMAT_REMOVED "format-removed"                     Safe     Safe     Safe     Tweak
        "Every old value is still allowed, and the type is the same."
    REDACTION_CHANGED "redaction-changed"               Safe     Safe     Breaking Tweak
        "A secret has a type of its own, which does not print."
    SCHEMA_FORMAT_CHANGED "schema-format-changed"       Breaking Breaking Safe     Tweak
        "The bytes are described in another language."
    NULL_ALLOWED "null-allowed"                         Breaking Safe     Breaking Tweak
        "Readers may meet null where they expect a value, and the field's type gains an Option."
    OPTIONAL_NULL_ALLOWED "optional-null-allowed"       Safe     Safe     Breaking Tweak
        "Running readers take null for a value that is left out; the field's type gains an Option."
    NULL_FORBIDDEN "null-forbidden"                     Safe     Breaking Breaking Tweak
        "Senders may write null where it is refused, and the field's type loses an Option."
    DEFAULT_ADDED "default-added"                       Safe     Safe     Safe     Tweak
        "What an absent value means is now said; types do not depend on it."
    DEFAULT_CHANGED "default-changed"                   Safe     Breaking Safe     Tweak
        "What senders leave out means something else; types do not depend on it."
    CONSTRAINT_TIGHTENED "constraint-tightened"         Safe     Breaking Safe     Tweak
        "Readers do not check it; what senders write may be refused."
    CONSTRAINT_LOOSENED "constraint-loosened"           Safe     Safe     Safe     Tweak
        "Readers do not check it, and every old value is still allowed."
    CONSTRAINT_CHANGED "constraint-changed"             Safe     Breaking Safe     Tweak
        "Readers do not check it; what senders write may be refused."
    ENUM_VALUE_ADDED "enum-value-added"                 Safe     Breaking Safe     Addition
        "Readers keep it as unknown and the enum is open; running senders cannot write it where it is expected."
    ENUM_VALUE_REMOVED "enum-value-removed"             Safe     Breaking Breaking Tweak
        "Readers never meet it again, senders that write it are refused, and its variant is gone."
    ENUM_VALUE_RENAMED "enum-value-renamed"             Safe     Safe     Breaking Tweak
        "The value is the same, but its variant is named by the document."
    ENUM_ADDED "enum-added"                             Safe     Breaking Breaking Tweak
        "Readers keep any text, senders may write an unlisted value, and the type becomes an enum."
    ENUM_REMOVED "enum-removed"                         Safe     Safe     Breaking Tweak
        "Any value is allowed now, and the type is no longer an enum."
    UNION_MEMBER_ADDED "union-member-added"             Safe     Safe     Safe     Addition
        "Readers keep it as unknown, and the enum is open."
    UNION_MEMBER_REMOVED "union-member-removed"         Breaking Breaking Breaking Tweak
        "Readers no longer get it, senders that write it are refused, and its variant is gone."
    UNION_MEMBER_RENAMED "union-member-renamed"         Safe     Safe     Breaking Tweak
        "The values are the same, but type and variant are named from the title."
    UNION_KIND_CHANGED "union-kind-changed"             Safe     Safe     Safe     Tweak
        "The members are the same, and each value still finds its member."
    UNION_INTRODUCED "union-introduced"                 Breaking Safe     Breaking Tweak
        "What was the only schema is now one of several."
    UNION_DISSOLVED "union-dissolved"                   Safe     Breaking Breaking Tweak
        "Of several schemas one is left."
    DISCRIMINATOR_CHANGED "discriminator-changed"       Breaking Breaking Safe     Tweak
        "The members are told apart by another key; a tag is no field."
    DISCRIMINATOR_FIELD_CHANGED "discriminator-field-changed" Breaking Breaking Breaking Tweak
        "The members are told apart by another key, and what was a tag becomes a field, or the reverse."
    DISCRIMINATOR_VALUE_CHANGED "discriminator-value-changed" Breaking Breaking Safe Tweak
        "The member has another tag; a tag is no field."
    TUPLE_LENGTH_CHANGED "tuple-length-changed"         Breaking Breaking Breaking Tweak
        "The positions are part of the type."
    OBJECT_CLOSED "object-closed"                       Safe     Breaking Safe     Tweak
        "Further keys are refused now; generated readers skip them anyway."
    OBJECT_OPENED "object-opened"                       Safe     Safe     Safe     Tweak
        "Further keys are allowed now, and generated readers skip them."
    PROPERTIES_DECLARED "properties-declared"               Safe     Safe     Breaking Tweak
        "An object that declares nothing keeps its entries; one that declares properties is a struct of fields."
    ADDITIONAL_SCHEMA_ADDED "additional-schema-added"   Safe     Breaking Safe     Tweak
        "Further keys must follow a schema now, and the struct gains a field for them."
    ADDITIONAL_SCHEMA_REMOVED "additional-schema-removed" Safe   Safe     Breaking Tweak
        "Further keys follow no schema and stand in no example any more, and the field for them is gone."
    ADDITIONAL_SCHEMA_FORBIDDEN "additional-schema-forbidden" Safe Breaking Breaking Tweak
        "Further keys are refused now, and the field for them is gone."
    EMPTY_OBJECT_CLOSED "empty-object-closed"           Safe     Breaking Breaking Tweak
        "Keys are refused now; what was a map becomes a struct that keeps its entries."
    EMPTY_OBJECT_OPENED "empty-object-opened"           Safe     Safe     Breaking Tweak
        "Keys are allowed now; what was a struct that keeps its entries becomes a map."
    MAP_SCHEMA_ADDED "map-schema-added"                 Safe     Breaking Breaking Tweak
        "The values of the map must follow a schema now, and have its type."
    PATTERN_PROPERTIES_ADDED "pattern-properties-added" Safe     Breaking Safe     Tweak
        "Keys of this pattern must follow a schema now, and the struct gains a field for further keys."
    PATTERN_PROPERTIES_CHANGED "pattern-properties-changed" Safe Breaking Breaking Tweak
        "Keys of this pattern follow other schemas."
}
