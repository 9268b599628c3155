//! `union!`: an enum, and a line for each of its members, become one value on the wire.
//! In: the item's name, and how its members are told apart; out: serde's two traits, `Decode`, `Object`, `Union`, and
//! what every union has. The module that invokes it has `support` in scope.

/// ```text
/// union! { Name {
///     tag "event": number|boolean { Variant = "value", Variant(Type) = "a" | "b", Variant(_) = "c" }
///     shared overlapping "job" | "task" {
///         Variant = "job" if "a key" & "another": number|boolean = "its value"/"or this" | "a third",
///     }
///     keys overlapping { Variant: "a key that tells it" | "two that" & "tell it together", }
///     kinds { Variant(Type): integer|number|string|boolean|null|array|object, }
///     undecided { Variant(Type), }
/// } }
/// ```
///
/// A tag without a kind is of strings; the values are in quotes all the same, as are those of other keys.
/// `shared`: values of the tag that need more than themselves, and the members that have them.
/// `overlapping`: an object that several members claim is kept as unknown; without the word it is an error.
macro_rules! union {
    ($Name:ident {
        $(tag $tag:literal $(: $bare:ident)? { $($Tagged:ident $(($($TaggedType:tt)+))? = $($value:literal)|+),* $(,)? })?
        $(shared $($both:ident)? $($common:literal)|+ { $($Shared:ident $(($($SharedType:tt)+))? = $($among:literal)|+
            if $($($entry:literal $(: $of:ident)? $(= $($word:literal)/+)?)&+)|+),* $(,)? })?
        $(keys $($overlap:ident)? { $($Keyed:ident $(($($KeyedType:tt)+))?: $($($key:literal)&+)|+),* $(,)? })?
        $(kinds { $($Kind:ident $(($($KindType:tt)+))?: $($kind:ident)|+),* $(,)? })?
        $(undecided { $($Open:ident $(($($OpenType:tt)+))?),* $(,)? })?
    }) => {
        impl $Name {
            /// The values of the tag that the document lists, in its order, but for those that several messages have,
            /// which come last; none where no tag decides.
            pub const TAGS: &'static [&'static str] = &[$($($($value,)+)*)? $($($common),+)?];

            $(const TAG: &'static str = $tag;)?

            /// The tag that names the message; `None` where another thing tells it.
            pub fn tag(&self) -> ::core::option::Option<&str> {
                $($(if let Self::$Tagged(_member) = self {
                    return support::union_part!(@tag _member $($value)|+);
                })*)?
                $($(if let Self::$Shared(_member) = self {
                    return support::union_part!(@tag _member $($among)|+);
                })*)?
                if let Self::Unknown(unknown) = self {
                    return unknown.tag.as_deref();
                }
                ::core::option::Option::None
            }

            /// Whether the document knows the message.
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        impl support::union::Union for $Name {
            const TAG: ::core::option::Option<&'static str> = support::union!(@option $($tag)?);
            const TAG_KIND: support::union_tag::TagKind = support::union!(@kind $($($bare)?)?);
            const MEMBERS: &'static [support::union_member::Member] = &[
                $($(support::union_member::Member {
                    name: ::core::stringify!($Tagged),
                    declares: support::union_member::declared_by(Self::$Tagged),
                    evidence: &[],
                },)*)?
                $($(support::union_member::Member {
                    name: ::core::stringify!($Shared),
                    declares: support::union_member::declared_by(Self::$Shared),
                    evidence: &[],
                },)*)?
                $($(support::union_member::Member {
                    name: ::core::stringify!($Keyed),
                    declares: support::union_member::declared_by(Self::$Keyed),
                    evidence: &[$(&[$($key),+]),+],
                },)*)?
            ];
            const SHARED: &'static [support::union_shared::Sharer] = &[$($(support::union_shared::Sharer {
                name: ::core::stringify!($Shared),
                tags: &[$($among),+],
                evidence: &[$(&[$(support::union_shared::Condition {
                    key: $entry,
                    kind: support::union!(@kind $($of)?),
                    words: &[$($($word),+)?],
                }),+]),+],
            }),*)?];
            const KINDS: &'static [&'static str] = &[$($($(::core::stringify!($kind)),+),*)?];
            const UNDECIDED: bool = support::union!(@any $($($Open)*)?);
            const OVERLAPPING: bool = support::union!(@any $($($both)?)? $($($overlap)?)?);

            fn tagged<'de, R: support::entries::ReadEntries<'de>>(
                entries: support::replay::Replay<'de, R>,
            ) -> ::core::result::Result<Self, R::Error> {
                match entries.tag() {
                    $($(::core::option::Option::Some($($value)|+) => {
                        support::union::member(Self::$Tagged, ::core::stringify!($Tagged), entries)
                    })*)?
                    $(::core::option::Option::Some($($common)|+) => support::union_shared::read(entries),)?
                    _ => support::union::unknown(entries),
                }
            }

            fn presumed<'de, R: support::entries::ReadEntries<'de>>(
                member: &str,
                entries: support::replay::Replay<'de, R>,
            ) -> ::core::result::Result<Self, R::Error> {
                $($(if member == ::core::stringify!($Keyed) {
                    return support::presumed::read(Self::$Keyed, ::core::stringify!($Keyed), entries);
                })*)?
                let _ = (member, entries);
                support::union::undecided()
            }

            fn named<'de, R: support::entries::ReadEntries<'de>>(
                member: &str,
                entries: support::replay::Replay<'de, R>,
            ) -> ::core::result::Result<Self, R::Error> {
                $($(if member == ::core::stringify!($Keyed) {
                    return support::union::member(Self::$Keyed, ::core::stringify!($Keyed), entries);
                })*)?
                $($(if member == ::core::stringify!($Shared) {
                    return support::union::member(Self::$Shared, ::core::stringify!($Shared), entries);
                })*)?
                let _ = (member, entries);
                support::union::undecided()
            }

            fn of_kind<'de, D: ::serde::Deserializer<'de>>(
                kind: &str,
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $($(if [$(::core::stringify!($kind)),+].contains(&kind) {
                    return support::union::value(Self::$Kind, ::core::stringify!($Kind), deserializer);
                })*)?
                let _ = (kind, deserializer);
                support::union::undecided()
            }

            fn unknown(unknown: support::Unknown) -> Self {
                Self::Unknown(unknown)
            }
        }

        impl support::Object for $Name {
            const IS_UNION: bool = true;

            fn declares(key: &str) -> bool {
                support::union::declares::<Self>(key)
            }

            fn read<'de, R: support::entries::ReadEntries<'de>>(entries: R) -> ::core::result::Result<Self, R::Error> {
                support::union::decide(entries, support::presumed::Pass::Only)
            }

            fn write<W: support::entries::WriteEntries>(&self, out: &mut W) -> ::core::result::Result<(), W::Error> {
                $($(if let Self::$Kind(member) = self {
                    return support::union_write::write_value(member, out);
                })*)?
                $($(if let Self::$Tagged(member) = self {
                    return support::union_part!(@write out member $Name $($value)|+);
                })*)?
                $($(if let Self::$Shared(member) = self {
                    return support::union_part!(@write out member $Name $($among)|+);
                })*)?
                $($(if let Self::$Keyed(member) = self {
                    return support::Object::write(member, out);
                })*)?
                $($(if let Self::$Open(member) = self {
                    return support::union_write::write_value(member, out);
                })*)?
                if let Self::Unknown(unknown) = self {
                    return support::union_write::write_value(unknown, out);
                }
                support::union_write::unwritable()
            }
        }

        impl support::Decode for $Name {
            fn decode<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::union_kind::read(deserializer, support::presumed::Pass::Only)
            }

            fn presume<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::union_kind::read(deserializer, support::presumed::Pass::First)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $Name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::union_kind::read(deserializer, support::presumed::Pass::Only)
            }
        }

        impl ::serde::Serialize for $Name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $($(if let Self::$Kind(member) = self {
                    return ::serde::Serialize::serialize(member, serializer);
                })*)?
                $($(if let Self::$Tagged(member) = self {
                    return support::union_part!(@serialize serializer member $Name $($value)|+);
                })*)?
                $($(if let Self::$Shared(member) = self {
                    return support::union_part!(@serialize serializer member $Name $($among)|+);
                })*)?
                $($(if let Self::$Keyed(member) = self {
                    return ::serde::Serialize::serialize(member, serializer);
                })*)?
                $($(if let Self::$Open(member) = self {
                    return ::serde::Serialize::serialize(member, serializer);
                })*)?
                if let Self::Unknown(unknown) = self {
                    return ::serde::Serialize::serialize(unknown, serializer);
                }
                support::union_write::unwritable()
            }
        }

        $($(support::union_part! { @from $Name $Tagged [$($($TaggedType)+)?] })*)?
        $($(support::union_part! { @from $Name $Shared [$($($SharedType)+)?] })*)?
        $($(support::union_part! { @from $Name $Keyed [$($($KeyedType)+)?] })*)?
        $($(support::union_part! { @from $Name $Kind [$($($KindType)+)?] })*)?
        $($(support::union_part! { @from $Name $Open [$($($OpenType)+)?] })*)?
        support::json! { $Name }
    };

    (@any) => { false };
    (@any $($Open:ident)+) => { true };

    (@kind) => { support::union_tag::TagKind::String };
    (@kind number) => { support::union_tag::TagKind::Number };
    (@kind boolean) => { support::union_tag::TagKind::Boolean };

    (@option) => { ::core::option::Option::None };
    (@option $tag:literal) => { ::core::option::Option::Some(Self::TAG) };
}

pub(crate) use union;
