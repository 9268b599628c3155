//! Replies: where the answer to an operation comes, and which messages it may be.
//!
//! In: the replies of one operation in both documents. Out: findings.
//! A message that is new to a document is told of once, at the message, and not again here.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Matches;
use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::rules::table;
use crate::model::{MessageId, Model, Reply};

impl Comparer<'_> {
    /// Compares the replies of one operation.
    pub(super) fn replies(
        &mut self,
        matches: &Matches,
        places: &Places,
        replies: (Option<&Reply>, Option<&Reply>),
    ) {
        let scope = Scope::Connection;
        let (old, new) = match replies {
            (None, None) => return,
            (Some(old), Some(new)) => (old, new),
            (Some(old), None) => {
                let finding =
                    Finding::removed(&table::REPLY_REMOVED, places.clone(), old.at.clone(), scope);
                return self.findings.push(finding);
            }
            (None, Some(new)) => {
                let finding =
                    Finding::added(&table::REPLY_ADDED, places.clone(), new.at.clone(), scope);
                return self.findings.push(finding);
            }
        };
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let moved =
            old.channel.map(|id| matches.channels.get(&id).copied()) != new.channel.map(Some);
        if moved || old.address != new.address {
            let value = |model: &Model, reply: &Reply| {
                let channel = reply.channel.map(|id| model.channel(id).name.clone());
                reply
                    .address
                    .clone()
                    .or(channel)
                    .map_or(Value::Null, Value::from)
            };
            let finding = Finding::at(&table::REPLY_ADDRESS_CHANGED, places.clone(), scope);
            let values = (value(self.old.model, old), value(self.new.model, new));
            self.findings.push(finding.before(values.0).after(values.1));
        }
        self.answers(matches, &places, (&old.messages, &new.messages));
    }

    fn answers(
        &mut self,
        matches: &Matches,
        places: &Places,
        (old, new): (&[MessageId], &[MessageId]),
    ) {
        let still: BTreeSet<MessageId> = old
            .iter()
            .filter_map(|id| matches.messages.get(id))
            .copied()
            .collect();
        for id in old {
            if let Some(twin) = matches.messages.get(id).filter(|twin| !new.contains(twin)) {
                let name = self.new.model.message(*twin).name.clone();
                let scope = Scope::Message(Some(*id), Some(*twin));
                let finding = Finding::at(&table::REPLY_MESSAGE_REMOVED, places.clone(), scope);
                self.findings.push(finding.subject(name));
            }
        }
        for id in new
            .iter()
            .filter(|id| matches.origins.contains_key(id) && !still.contains(id))
        {
            let name = self.new.model.message(*id).name.clone();
            let finding = Finding::at(
                &table::REPLY_MESSAGE_ADDED,
                places.clone(),
                Scope::Message(None, Some(*id)),
            );
            self.findings.push(finding.subject(name));
        }
    }
}
