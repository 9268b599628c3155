//! `object!`: a struct, and one line for each of its keys, become an object on the wire.
//! In: the item's name, its constants, its fields; out: serde's two traits, `Decode`, `Object`, and the ways to JSON.
//! The module that invokes it has `support` in scope.

/// ```text
/// object! { Name {
///     "event" = "pong" required,            constants: "wire" = JSON required|optional; negative numbers as `(-1)`
///     agent_id: optional "agentId",         fields: required|optional|nullable|any "wire"
///     ..keep entries,                       or `..deny,`; else undeclared keys are skipped
/// } }
/// ```
macro_rules! object {
    ($Name:ident {
        $($constant:literal = $value:tt $presence:ident,)*
        $($field:ident: $kind:ident $key:literal,)*
        $(..$rest:ident $($kept:ident)?,)?
    }) => {
        impl support::Object for $Name {
            #[inline]
            fn declares(key: &str) -> bool {
                const KEYS: &[&str] = &[$($constant,)* $($key,)*];
                KEYS.contains(&key)
            }

            fn read<'de, R: support::entries::ReadEntries<'de>>(
                mut entries: R,
            ) -> ::core::result::Result<Self, R::Error> {
                const CONSTANTS: support::constant::Constants =
                    &[$(($constant, support::kind::$presence::MAY_BE_ABSENT),)*];
                let seen = support::constant::Seen::default();
                $(let mut $field = ::core::option::Option::None;)*
                $($(let mut $kept = support::Map::new();)?)?
                while let ::core::option::Option::Some(key) = entries.key()? {
                    match &*key {
                        $($constant => seen.check(CONSTANTS, $constant, support::object!(@constant $value), &mut entries)?,)*
                        $($key => support::object::fill(&mut $field, $key, &mut entries)?,)*
                        _ => support::object!(@undeclared $($rest $($kept)?)?; key entries [$($constant,)* $($key,)*]),
                    }
                }
                seen.finish(CONSTANTS)?;
                ::core::result::Result::Ok(Self {
                    $($field: support::kind::$kind::field($field, $key)?,)*
                    $($($kept,)?)?
                })
            }

            fn write<W: support::entries::WriteEntries>(&self, out: &mut W) -> ::core::result::Result<(), W::Error> {
                $(out.entry($constant, &support::object!(@constant $value))?;)*
                $(support::kind::$kind::write(&self.$field, $key, out)?;)*
                $($(support::object::write_kept(&self.$kept, Self::declares, out)?;)?)?
                let _ = out;
                ::core::result::Result::Ok(())
            }
        }

        impl support::Decode for $Name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::object::decode(deserializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $Name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::object::decode(deserializer)
            }
        }

        impl ::serde::Serialize for $Name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                support::object::serialize(self, serializer)
            }
        }

        support::json! { $Name }
    };
    (@constant null) => { support::Null };
    (@constant [$($json:tt)*]) => { ::serde_json::json!([$($json)*]) };
    (@constant {$($json:tt)*}) => { ::serde_json::json!({$($json)*}) };
    (@constant ($value:expr)) => { $value };
    (@constant $value:literal) => { $value };
    (@undeclared; $key:ident $entries:ident $declared:tt) => { $entries.skip($key)? };
    (@undeclared keep $kept:ident; $key:ident $entries:ident $declared:tt) => {
        support::object::keep(&mut $kept, $key, &mut $entries)?
    };
    (@undeclared deny; $key:ident $entries:ident $declared:tt) => { support::object::deny(&$key, &$declared)? };
}

pub(crate) use object;
