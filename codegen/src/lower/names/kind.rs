//! What a name is for.
//!
//! In: nothing; these are data. They decide a name's letter case, and the word that tells it from others.

/// What an identifier names, which decides its letter case and what it must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A struct, enum or alias.
    Type,
    /// A variant of an enum.
    Variant,
    /// A field.
    Field,
    /// A module.
    Module,
    /// A constant of a union.
    Constant,
}

/// The word of a place, which tells apart what would be mistaken for something else (`StringSchema`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A declared schema.
    Schema,
    /// A message.
    Message,
    /// A property of an object.
    Property,
    /// A value of an enum, or a member of a union.
    Value,
    /// A channel.
    Channel,
    /// A server.
    Server,
    /// A server variable or channel parameter.
    Parameter,
    /// A document.
    Document,
}

impl Place {
    /// The word, in lowercase.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Message => "message",
            Self::Property => "property",
            Self::Value => "value",
            Self::Channel => "channel",
            Self::Server => "server",
            Self::Parameter => "parameter",
            Self::Document => "document",
        }
    }
}
