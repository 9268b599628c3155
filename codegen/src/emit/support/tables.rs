//! The tables of the support module: macros that turn a few rows into the impls of a type.
//!
//! In: `codegen/support/*_table.rs`. Out: each table with its name, its text, and the table that it needs.
//! A table without a file does not compile.

/// A table: a macro in a file of its own, there when something uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::emit) enum Table {
    Json,
    Object,
    Secret,
    StringEnum,
    Text,
    Transparent,
    Union,
    UnionPart,
    ValueEnum,
}

impl Table {
    /// All tables, sorted by name.
    #[cfg(test)]
    pub(super) const ALL: [Self; 9] = [
        Self::Json,
        Self::Object,
        Self::Secret,
        Self::StringEnum,
        Self::Text,
        Self::Transparent,
        Self::Union,
        Self::UnionPart,
        Self::ValueEnum,
    ];

    /// The macro's name; its file is that of the module `NAME_table`.
    pub(in crate::emit) fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Object => "object",
            Self::Secret => "secret",
            Self::StringEnum => "string_enum",
            Self::Text => "text",
            Self::Transparent => "transparent",
            Self::Union => "union",
            Self::UnionPart => "union_part",
            Self::ValueEnum => "value_enum",
        }
    }

    /// The text of its file.
    pub(super) fn source(self) -> &'static str {
        match self {
            Self::Json => include_str!("../../../support/json_table.rs"),
            Self::Object => include_str!("../../../support/object_table.rs"),
            Self::Secret => include_str!("../../../support/secret_table.rs"),
            Self::StringEnum => include_str!("../../../support/string_enum_table.rs"),
            Self::Text => include_str!("../../../support/text_table.rs"),
            Self::Transparent => include_str!("../../../support/transparent_table.rs"),
            Self::Union => include_str!("../../../support/union_table.rs"),
            Self::UnionPart => include_str!("../../../support/union_part_table.rs"),
            Self::ValueEnum => include_str!("../../../support/value_enum_table.rs"),
        }
    }

    /// The tables that it invokes itself.
    pub(super) fn needs(self) -> &'static [Self] {
        match self {
            Self::Object => &[Self::Json],
            Self::Union => &[Self::Json, Self::UnionPart],
            Self::Secret | Self::Text => &[Self::Transparent],
            Self::Json
            | Self::StringEnum
            | Self::Transparent
            | Self::UnionPart
            | Self::ValueEnum => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_table_comes_with_the_tables_that_it_invokes() {
        for table in Table::ALL {
            for other in Table::ALL.into_iter().filter(|other| *other != table) {
                let call = format!("support::{}!", other.name());
                let invoked = table.source().contains(&call);
                assert_eq!(
                    invoked,
                    table.needs().contains(&other),
                    "{table:?}: {other:?}"
                );
            }
        }
    }
}
