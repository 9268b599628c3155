//! A session in words, for the docs of its item.
//!
//! In: the session, and the names of the messages that are sent. Out: lines of Markdown.

use crate::lower::docs::{self, Page};
use crate::rust::{Session, SessionRole};
use crate::settings::TimeUnit;

/// The lines about a session on a channel.
pub(super) fn page(session: &Session, channel: &str, opening: &str, heartbeat: &str) -> Page {
    let page = Page::text(&format!(
        "How a session on {} is held.",
        docs::code(channel)
    ));
    let page = page.line(format!(
        "{} opens it. {}",
        docs::code(opening),
        answer(session)
    ));
    let page = match &session.heartbeat {
        Some(_) => page.line(kept_alive(session, heartbeat)),
        None => page,
    };
    match &session.expires {
        Some((field, unit)) => page.line(format!(
            "It lasts for {} {} from then on.",
            docs::code(&field.wire),
            word(*unit)
        )),
        None => page,
    }
}

fn answer(session: &Session) -> String {
    let answer = received(session, SessionRole::Answer).unwrap_or_default();
    match &session.status {
        Some(status) => format!(
            "{answer} answers, and confirms it where {} is {}.",
            docs::code(&status.field.wire),
            docs::code(&status.accepted)
        ),
        None => format!("{answer} answers, and so confirms it."),
    }
}

fn kept_alive(session: &Session, heartbeat: &str) -> String {
    let stated = session.interval.as_ref();
    let stated = stated.map(|(field, unit)| format!("{} {}", docs::code(&field.wire), word(*unit)));
    let at_most = session.at_most;
    let at_most = at_most.map(|(count, unit)| format!("{count} {}", word(unit)));
    let times: Vec<String> = stated.into_iter().chain(at_most).collect();
    let every = match times.as_slice() {
        [] => String::new(),
        times => format!(", sent every {}", times.join(", at least every ")),
    };
    let reply = received(session, SessionRole::Reply);
    let reply = reply.map_or_else(String::new, |name| format!("; {name} replies to it"));
    format!("{} keeps it alive{every}{reply}.", docs::code(heartbeat))
}

fn received(session: &Session, role: SessionRole) -> Option<String> {
    let mut messages = session.received.iter();
    messages
        .find(|message| message.role == role)
        .map(|message| docs::code(&message.wire))
}

/// A unit in words.
fn word(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Milliseconds => "milliseconds",
        TimeUnit::Seconds => "seconds",
        TimeUnit::Minutes => "minutes",
    }
}
