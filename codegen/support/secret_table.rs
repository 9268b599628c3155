//! `secret!`: names for texts that must not be printed, each a type of its own.
//! In: items without a body; out: newtypes over `Secret`; no `Display`, and a `Debug` that tells nothing.
//! The module that invokes it has `support` in scope.

/// `secret! { /** docs */ pub struct AccessToken; … }`
macro_rules! secret {
    ($($(#[$meta:meta])* $vis:vis struct $Name:ident;)+) => { $(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $Name(support::Secret);

        impl $Name {
            /// The secret itself.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// The secret itself, owned.
            pub fn into_string(self) -> ::std::string::String {
                self.0.into_string()
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

        impl ::core::fmt::Debug for $Name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        support::transparent! { $Name }
    )+ };
}

pub(crate) use secret;
