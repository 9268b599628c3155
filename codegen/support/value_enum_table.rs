//! `value_enum!`: a choice of values that are not all strings, open to the ones that are added tomorrow.
//! In: an enum with a JSON value for each variant; out: the same enum with `Unknown(Value)`, and its ways to and from JSON.
//! The module that invokes it has `support` in scope.

/// `value_enum! { /** docs */ pub enum Level { /** docs */ One = 1, Below = (-1), Off = false, None = null, … } … }`
macro_rules! value_enum {
    ($($(#[$meta:meta])* $vis:vis enum $Name:ident {
        $($(#[$about:meta])* $Variant:ident = $value:tt,)*
    })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        $vis enum $Name {
            $($(#[$about])* $Variant,)*
            /// A value that the document does not list.
            Unknown(support::Value),
        }

        impl $Name {
            /// The value on the wire.
            pub fn to_value(&self) -> support::Value {
                match self {
                    $(Self::$Variant => support::value_enum!(@json $value),)*
                    Self::Unknown(value) => value.clone(),
                }
            }

            /// Whether the document lists the value.
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        impl ::core::convert::From<support::Value> for $Name {
            fn from(value: support::Value) -> Self {
                let listed = [$((Self::$Variant, support::value_enum!(@json $value)),)*];
                support::listed::find(listed, &value).unwrap_or(Self::Unknown(value))
            }
        }

        impl support::Decode for $Name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                let value: support::Value = support::Decode::decode(deserializer)?;
                ::core::result::Result::Ok(value.into())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $Name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::Decode::decode(deserializer)
            }
        }

        impl ::serde::Serialize for $Name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.to_value(), serializer)
            }
        }
    )+ };

    (@json ($value:expr)) => { ::serde_json::json!($value) };
    (@json $value:tt) => { ::serde_json::json!($value) };
}

pub(crate) use value_enum;
