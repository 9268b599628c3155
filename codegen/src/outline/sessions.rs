//! The lines of a session.
//!
//! In: a session. Out: a line for what opens it, what confirms it, what keeps it alive and how long it lasts.

use super::items::Owner;
use crate::rust::{ReceivedMessage, Session, SessionRole};
use crate::settings::TimeUnit;

pub(super) fn session(lines: &mut Vec<String>, owner: &Owner, item: &Session) {
    let name = owner.path(&item.name);
    let opening = &item.opening.variant;
    lines.push(format!(
        "session {name} opened by {}::{opening}",
        item.outgoing
    ));
    lines.extend(
        item.received
            .iter()
            .filter_map(|message| received(&name, item, message)),
    );
    if let Some(status) = &item.status {
        let wire = &status.field.wire;
        lines.push(format!(
            "{name} confirmed where .{wire} = {:?}",
            status.accepted
        ));
        lines.extend(
            status
                .may_pass
                .iter()
                .map(|text| format!("{name} may pass: {text:?}")),
        );
    }
    if let Some(heartbeat) = &item.heartbeat {
        lines.push(format!(
            "{name} kept alive by {}::{}",
            item.outgoing, heartbeat.variant
        ));
    }
    let at_most = item.at_most.map(|(count, unit)| (count.to_string(), unit));
    let interval = item
        .interval
        .as_ref()
        .map(|(field, unit)| (format!(".{}", field.wire), *unit));
    lines.extend(
        interval
            .into_iter()
            .chain(at_most)
            .map(|time| interval_line(&name, &time)),
    );
    if let Some((field, unit)) = &item.expires {
        lines.push(format!("{name} lasts .{} {}", field.wire, word(*unit)));
    }
}

fn received(name: &str, item: &Session, message: &ReceivedMessage) -> Option<String> {
    let verb = match message.role {
        SessionRole::Answer => "answered by",
        SessionRole::Reply => "heartbeat replied to by",
        SessionRole::Other => return None,
    };
    Some(format!(
        "{name} {verb} {}::{}",
        item.incoming, message.variant
    ))
}

fn interval_line(name: &str, (count, unit): &(String, TimeUnit)) -> String {
    format!("{name} kept alive every {count} {}", word(*unit))
}

fn word(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Milliseconds => "milliseconds",
        TimeUnit::Seconds => "seconds",
        TimeUnit::Minutes => "minutes",
    }
}
