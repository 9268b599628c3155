//! What a message is called in the whole document: by its own name, or by that of its channel and its own.
//!
//! In: a message. Out: a text that tells it from the messages of other channels, whatever these are called. A message
//! that is written in a channel shares its name with nobody there, but perhaps with a message of another channel.

use std::collections::BTreeSet;

use super::words::{Separators, words};
use crate::model::Message;

/// The name of a message behind that of the channel it is written in.
pub(super) fn full_name(message: &Message) -> String {
    match &message.within {
        None => message.name.clone(),
        Some(channel) => joined(channel, &message.name),
    }
}

/// Two names as one; what the first ends with and the second begins with is said once (`user/signup` and
/// `userSignupDone` are `user signup done`).
fn joined(first: &str, second: &str) -> String {
    let (mut first, second) = (
        words(first, Separators::Part),
        words(second, Separators::Part),
    );
    let (before, after) = (first.concat(), second.concat());
    let ends: BTreeSet<usize> = borders(&second).skip(1).collect();
    let repeated = |start: &usize| {
        let last = &before[*start..];
        ends.contains(&last.len()) && after.starts_with(last)
    };
    let kept = borders(&first).take_while(|start| !repeated(start)).count();
    first.truncate(kept);
    first.extend(second);
    first.join(" ")
}

/// Where words begin in the text that they make, and where the last one ends.
fn borders(words: &[String]) -> impl Iterator<Item = usize> {
    let ends = words.iter().scan(0, |end, word| {
        *end += word.len();
        Some(*end)
    });
    std::iter::once(0).chain(ends)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn what_both_say_is_said_once() {
        for (channel, name, expected) in [
            ("typing", "publish.message", "typing publish message"),
            ("light/measured", "LightMeasured", "light measured"),
            ("user/signedup", "userSignedUp", "user signed up"),
            ("user/signedup", "UserSignedUpReply", "user signed up reply"),
            ("eventsUserCreated", "UserCreated", "events user created"),
            ("orders", "order", "orders order"),
            ("a/b", "b/c", "a b c"),
            ("a", "a a", "a a"),
            ("users/{id}", "gone", "users id gone"),
        ] {
            assert_eq!(joined(channel, name), expected, "{channel} {name}");
        }
    }
}
