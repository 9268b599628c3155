//! `transparent!`: a newtype is on the wire what it holds.
//! Invoked by `text!` and `secret!`, and for any other newtype over something that has `Decode` and `Serialize`.
//! The module that invokes it has `support` in scope.

/// `transparent! { Name, … }`
macro_rules! transparent {
    ($($Name:ident),+ $(,)?) => { $(
        impl support::Decode for $Name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::Decode::decode(deserializer).map(Self)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $Name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::Decode::decode(deserializer).map(Self)
            }
        }

        impl ::serde::Serialize for $Name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    )+ };
}

pub(crate) use transparent;
