//! The entry `session` of a document.
//!
//! In: its value and its place. Out: pointers and values, each with its place, or problems more.
//! This room never knows whether the pointers lead anywhere.

use serde_yaml::Value;

use super::{Reader, below};
use crate::pointer::Pointer;
use crate::settings::ledger::Marked;
use crate::settings::session::{AcceptedSetting, HeartbeatSetting, SessionSetting, TimeSetting};
use crate::settings::{entry, locate};
use crate::source::Cursor;

impl Reader {
    pub(super) fn session(&mut self, value: &Value, at: &Cursor) -> Option<SessionSetting> {
        let entry: entry::Session = locate::piece(value, at, &mut self.problems)?;
        self.reason(&entry.why, at);
        let open = self.place_of(&entry.open, &below(at, "open"));
        let answer = self.optional(entry.answer.as_deref(), at, "answer");
        let accepted = self.part(entry.accepted, at, "accepted", Self::accepted);
        let heartbeat = self.part(entry.heartbeat, at, "heartbeat", Self::heartbeat);
        let interval = self.part(entry.interval, at, "interval", Self::time);
        let expires = self.part(entry.expires, at, "expires", Self::time);
        if let Some(expires) = &expires {
            self.states_its_place(expires, &below(at, "expires"));
        }
        Some(SessionSetting {
            open: open?,
            answer,
            accepted,
            heartbeat,
            interval,
            expires,
            why: entry.why,
            place: at.key_place(),
        })
    }

    fn part<T>(
        &mut self,
        value: Option<Value>,
        at: &Cursor,
        key: &str,
        read: fn(&mut Self, &Value, &Cursor) -> Option<T>,
    ) -> Option<T> {
        read(self, &value?, &below(at, key))
    }

    fn accepted(&mut self, value: &Value, at: &Cursor) -> Option<AcceptedSetting> {
        let entry: entry::Accepted = locate::piece(value, at, &mut self.problems)?;
        Some(AcceptedSetting {
            at: self.place_of(&entry.at, &below(at, "at"))?,
            is: entry.is,
            may_pass: entry.may_pass,
        })
    }

    fn heartbeat(&mut self, value: &Value, at: &Cursor) -> Option<HeartbeatSetting> {
        let entry: entry::Heartbeat = locate::piece(value, at, &mut self.problems)?;
        let expect = self.optional(entry.expect.as_deref(), at, "expect");
        let send = self.place_of(&entry.send, &below(at, "send"))?;
        Some(HeartbeatSetting { send, expect })
    }

    fn time(&mut self, value: &Value, at: &Cursor) -> Option<TimeSetting> {
        let entry: entry::Time = locate::piece(value, at, &mut self.problems)?;
        if entry.at.is_none() && entry.at_most.is_none() {
            self.refuse(at, "the entry gives no time: neither `at` nor `at-most`");
        }
        if entry.at_most == Some(0) {
            self.refuse(&below(at, "at-most"), "a time of zero is no time");
        }
        Some(TimeSetting {
            at: self.optional(entry.at.as_deref(), at, "at"),
            unit: entry.unit,
            at_most: entry.at_most,
        })
    }

    fn states_its_place(&mut self, expires: &TimeSetting, at: &Cursor) {
        if expires.at.is_none() || expires.at_most.is_some() {
            self.refuse(at, "`expires` takes `at` and `unit`, and no more");
        }
    }

    fn optional(&mut self, text: Option<&str>, at: &Cursor, key: &str) -> Option<Marked<Pointer>> {
        self.place_of(text?, &below(at, key))
    }

    fn place_of(&mut self, text: &str, at: &Cursor) -> Option<Marked<Pointer>> {
        Some(Marked::new(self.pointer(text, at.place())?, at.place()))
    }
}
