//! The values by which a union is told: strings, or whole numbers or booleans.
//! In: the value under the key of the tag; out: the word that the table has for it, or the value back.

use std::borrow::Cow;

use super::content::Content;
use super::scalar::{spelled, whole};

/// What the values of a tag are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagKind {
    /// Strings.
    String,
    /// Whole numbers.
    Number,
    /// Booleans.
    Boolean,
}

/// A tag as it came.
#[derive(Debug)]
pub struct TagValue<'de> {
    /// The word that the table has for it.
    pub(crate) word: Cow<'de, str>,
    /// The value itself, unless it is a string of that word.
    pub(crate) wire: Option<Content<'de>>,
}

impl TagKind {
    /// What errors call a value.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }

    /// The tag that a value is.
    ///
    /// # Errors
    ///
    /// A value of another kind is given back.
    pub(crate) fn read<'de>(self, value: Content<'de>) -> Result<TagValue<'de>, Content<'de>> {
        if self == Self::String {
            return match value {
                Content::Str(word) => Ok(TagValue { word, wire: None }),
                other => Err(other),
            };
        }
        match self.word(&value) {
            Some(word) => Ok(TagValue {
                word: Cow::Owned(word),
                wire: Some(value),
            }),
            None => Err(value),
        }
    }

    /// The word for a value, leniently spelt or not, as constants are read.
    pub(crate) fn word(self, value: &Content<'_>) -> Option<String> {
        match (self, value) {
            (Self::String, Content::Str(text)) => Some(text.to_string()),
            (Self::String, Content::Number(number)) => Some(number.to_string()),
            (Self::Number, Content::Number(number)) => {
                Some(whole(number).map_or_else(|| number.to_string(), |whole| whole.to_string()))
            }
            (Self::Number, Content::Str(text)) => Some(whole(&spelled(text)?)?.to_string()),
            (Self::Boolean, Content::Bool(value)) => Some(value.to_string()),
            (Self::Boolean, Content::Str(text)) if matches!(&**text, "true" | "false") => {
                Some(text.to_string())
            }
            _ => None,
        }
    }
}
