//! `string_enum!`: a choice of strings, open to the ones that are added tomorrow.
//! In: an enum with a string for each variant; out: the same enum with `Unknown(String)`, and its ways to and from text.
//! The module that invokes it has `support` in scope.

/// `string_enum! { /** docs */ pub enum State { /** docs */ Ready = "READY", … } … }`
macro_rules! string_enum {
    ($($(#[$meta:meta])* $vis:vis enum $Name:ident {
        $($(#[$about:meta])* $Variant:ident = $text:literal,)*
    })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $vis enum $Name {
            $($(#[$about])* $Variant,)*
            /// A value that the document does not list.
            Unknown(::std::string::String),
        }

        impl $Name {
            /// The values that the document lists, in its order.
            pub const KNOWN: &'static [&'static str] = &[$($text,)*];

            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }

            /// Whether the document lists the value.
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }

            fn known(text: &str) -> ::core::option::Option<Self> {
                match text {
                    $($text => ::core::option::Option::Some(Self::$Variant),)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        impl ::core::convert::From<&str> for $Name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Unknown(text.into()))
            }
        }

        impl ::core::convert::From<::std::string::String> for $Name {
            fn from(text: ::std::string::String) -> Self {
                Self::known(&text).unwrap_or(Self::Unknown(text))
            }
        }

        impl ::core::str::FromStr for $Name {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(text.into())
            }
        }

        impl ::core::convert::AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::fmt::Display for $Name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl support::spelling::FromSpelling for $Name {
            fn from_string(text: ::std::borrow::Cow<'_, str>) -> Self {
                Self::known(&text).unwrap_or_else(|| Self::Unknown(text.into_owned()))
            }

            fn from_number(number: ::serde_json::Number) -> Self {
                ::std::string::ToString::to_string(&number).into()
            }
        }

        impl support::Decode for $Name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::spelling::read(deserializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $Name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::spelling::read(deserializer)
            }
        }

        impl ::serde::Serialize for $Name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+ };
}

pub(crate) use string_enum;
