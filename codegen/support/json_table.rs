//! `json!`: the ways from JSON to a type and back, as functions of the type itself.
//! Invoked by `object!` and `union!`; the module that invokes those has `support` in scope.
//! All are `inline`, so that they are compiled where they are called and a crate pays for no message that it never reads.

macro_rules! json {
    ($Name:ident) => {
        impl $Name {
            /// Reads it from JSON text.
            ///
            /// # Errors
            ///
            /// What is wrong, and where.
            #[inline]
            pub fn from_json(text: &str) -> ::core::result::Result<Self, support::DecodeError> {
                support::from_json(text)
            }

            /// Reads it from JSON in UTF-8 bytes.
            ///
            /// # Errors
            ///
            /// What is wrong, and where.
            #[inline]
            pub fn from_slice(bytes: &[u8]) -> ::core::result::Result<Self, support::DecodeError> {
                support::from_slice(bytes)
            }

            /// Reads it from parsed JSON.
            ///
            /// # Errors
            ///
            /// What is wrong, and where.
            #[inline]
            pub fn from_value(
                value: support::Value,
            ) -> ::core::result::Result<Self, support::DecodeError> {
                support::from_value(value)
            }

            /// Writes it as JSON text.
            ///
            /// # Errors
            ///
            /// None, unless a union holds a member that is no object where only objects can be written.
            #[inline]
            pub fn to_json(
                &self,
            ) -> ::core::result::Result<::std::string::String, ::serde_json::Error> {
                ::serde_json::to_string(self)
            }
        }
    };
}

pub(crate) use json;
