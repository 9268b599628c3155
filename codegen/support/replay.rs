//! Entries put back after a decision: the tag, what was held back before it, and the stream that goes on behind.
//! In: those parts; out: one stream of entries again, in which the tag does not come twice.

use std::borrow::Cow;
use std::vec;

use serde::de::Error;

use super::Decode;
use super::content::Content;
use super::entries::{Buffer, ReadEntries};
use super::held::Held;
use super::place::{Step, at};
use super::union_tag::TagValue;

/// Entries that were read before the decision, then those that still come.
pub struct Replay<'de, R> {
    tag: Option<Tag<'de>>,
    before: vec::IntoIter<(Cow<'de, str>, Content<'de>)>,
    /// The value of the key handed out last, unless it is still in `rest`.
    current: Option<Content<'de>>,
    /// A key whose value is still in `rest`.
    pending: Option<Cow<'de, str>>,
    rest: Option<R>,
}

/// The tag that the decision was taken by; its value until that has been handed out.
struct Tag<'de> {
    key: &'static str,
    value: Option<TagValue<'de>>,
}

impl<'de, R: ReadEntries<'de>> Replay<'de, R> {
    /// What was read so far and what still comes; nothing has been decided.
    pub(crate) fn new(before: Buffer<'de>, rest: Option<R>) -> Self {
        Self {
            tag: None,
            before: before.into_iter(),
            current: None,
            pending: None,
            rest,
        }
    }

    /// The same, stopped between a key and its value.
    pub(crate) fn stopped_at(mut self, key: Cow<'de, str>) -> Self {
        self.pending = Some(key);
        self
    }

    /// The same, led by the tag that decided.
    pub(crate) fn tagged(mut self, key: &'static str, value: TagValue<'de>) -> Self {
        self.tag = Some(Tag {
            key,
            value: Some(value),
        });
        self
    }

    /// The tag that decided, until it has been handed out.
    pub fn tag(&self) -> Option<&str> {
        let value = self.tag.as_ref()?.value.as_ref()?;
        Some(&value.word)
    }

    /// Withholds the tag from a reader that does not declare it.
    pub(crate) fn without_tag(mut self, declares: fn(&str) -> bool) -> Self {
        if let Some(tag) = self.tag.as_mut().filter(|tag| !declares(tag.key)) {
            tag.value = None;
        }
        self
    }

    /// Reads to the end, holding everything back.
    pub(crate) fn hold_all(&mut self) -> Result<Buffer<'de>, R::Error> {
        let mut entries = Buffer::new();
        while let Some(key) = self.key()? {
            let value = self.hold().map_err(|error| at(error, Step::Key(&key)))?;
            entries.push((key, value));
        }
        Ok(entries)
    }

    /// Reads to the end, holding everything back but the tag that decided.
    pub(crate) fn hold_rest(&mut self) -> Result<Buffer<'de>, R::Error> {
        let value = self.tag.as_mut().and_then(|tag| tag.value.take());
        let entries = self.hold_all();
        if let Some(tag) = &mut self.tag {
            tag.value = value;
        }
        entries
    }

    /// The same tag before other entries.
    pub(crate) fn led(self, entries: Buffer<'de>) -> Self {
        Self {
            tag: self.tag,
            ..Self::new(entries, None)
        }
    }

    fn replayed(&mut self) -> Option<Cow<'de, str>> {
        if let Some(Tag { key, value }) = &mut self.tag {
            if let Some(TagValue { word, wire }) = value.take() {
                self.current = Some(wire.unwrap_or(Content::Str(word)));
                return Some(Cow::Borrowed(key));
            }
        }
        if let Some((key, value)) = self.before.next() {
            self.current = Some(value);
            return Some(key);
        }
        self.pending.take()
    }

    fn rest(&mut self) -> Result<&mut R, R::Error> {
        self.rest
            .as_mut()
            .ok_or_else(|| R::Error::custom("a value was asked for before its key"))
    }
}

impl<'de, R: ReadEntries<'de>> ReadEntries<'de> for Replay<'de, R> {
    type Error = R::Error;

    fn key(&mut self) -> Result<Option<Cow<'de, str>>, R::Error> {
        if let Some(key) = self.replayed() {
            return Ok(Some(key));
        }
        let Some(rest) = &mut self.rest else {
            return Ok(None);
        };
        let key = rest.key()?;
        match (&key, &self.tag) {
            (None, _) => self.rest = None,
            (Some(key), Some(tag)) if key == tag.key => {
                return Err(at(R::Error::duplicate_field(tag.key), Step::Key(tag.key)));
            }
            _ => {}
        }
        Ok(key)
    }

    fn value<T: Decode>(&mut self) -> Result<T, R::Error> {
        match self.current.take() {
            Some(content) => T::decode(Held::new(content)),
            None => self.rest()?.value(),
        }
    }

    fn hold(&mut self) -> Result<Content<'de>, R::Error> {
        match self.current.take() {
            Some(content) => Ok(content),
            None => self.rest()?.hold(),
        }
    }

    fn skip(&mut self, key: Cow<'de, str>) -> Result<(), R::Error> {
        match self.current.take() {
            Some(_) => Ok(()),
            None => self.rest()?.skip(key),
        }
    }

    fn are_held(&self) -> bool {
        self.rest.as_ref().is_none_or(R::are_held)
    }
}
