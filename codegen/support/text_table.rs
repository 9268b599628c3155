//! `text!`: names for texts, each a type of its own.
//! In: items without a body; out: newtypes over `Text` with what is expected of an identifier.
//! The module that invokes it has `support` in scope.

/// `text! { /** docs */ pub struct AgentId; … }`
macro_rules! text {
    ($($(#[$meta:meta])* $vis:vis struct $Name:ident;)+) => { $(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $Name(support::Text);

        impl $Name {
            /// The text; of a number on the wire, its JSON spelling.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// The text, owned.
            pub fn into_string(self) -> ::std::string::String {
                self.0.into_string()
            }

            /// The text, with its spelling on the wire.
            pub fn as_text(&self) -> &support::Text {
                &self.0
            }
        }

        impl ::core::convert::From<&str> for $Name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl ::core::convert::From<::std::string::String> for $Name {
            fn from(text: ::std::string::String) -> Self {
                Self(text.into())
            }
        }

        impl ::core::convert::From<support::Text> for $Name {
            fn from(text: support::Text) -> Self {
                Self(text)
            }
        }

        impl ::core::convert::AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::cmp::PartialEq<str> for $Name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl ::core::cmp::PartialEq<&str> for $Name {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl ::core::fmt::Display for $Name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::fmt::Debug for $Name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        support::transparent! { $Name }
    )+ };
}

pub(crate) use text;
