//! `union_part!`: what `union!` makes of one row: the tag of a variant, how it is written, what converts into it.
//! In: a variant and the values of its tag, or its type; out: an expression or an item of the union's impls.
//! The module that invokes `union!` has `support` in scope.

macro_rules! union_part {
    // A member with several tags has one of them in itself, and writes it.
    (@tag $member:ident $value:literal) => { ::core::option::Option::Some($value) };
    (@tag $member:ident $($value:literal)|+) => {
        support::union_write::tag_of(Self::TAG, &[$($value),+], $member)
    };
    (@write $out:ident $member:ident $Name:ident $value:literal) => {
        support::union_write::write_tagged(support::union_part!(@led $Name), $value, $member, $out)
    };
    (@write $out:ident $member:ident $Name:ident $($value:literal)|+) => { support::Object::write($member, $out) };
    (@serialize $serializer:ident $member:ident $Name:ident $value:literal) => {
        support::union_write::serialize_tagged(support::union_part!(@led $Name), $value, $member, $serializer)
    };
    (@serialize $serializer:ident $member:ident $Name:ident $($value:literal)|+) => {
        ::serde::Serialize::serialize($member, $serializer)
    };

    (@led $Name:ident) => { ($Name::TAG, <$Name as support::union::Union>::TAG_KIND) };

    (@from $Name:ident $Variant:ident []) => { support::union_part! { @from $Name $Variant [$Variant] } };
    (@from $Name:ident $Variant:ident [_]) => {};
    (@from $Name:ident $Variant:ident [$Type:ty]) => {
        impl ::core::convert::From<$Type> for $Name {
            fn from(member: $Type) -> Self {
                Self::$Variant(support::union_write::hold(member))
            }
        }
    };
}

pub(crate) use union_part;
