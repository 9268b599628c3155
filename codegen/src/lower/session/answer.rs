//! Which message answers which.
//!
//! In: a message that is sent, and what is received on its channel. Out: the member that answers it: the one that the
//! settings name, else the one that the document does.

use super::Sides;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::types::Surroundings;
use crate::model::MessageId;
use crate::settings::SessionSetting;

impl Surroundings<'_, '_> {
    /// The answer to the opening message; an error when nothing, or more than one thing, says which it is.
    pub(super) fn answer(
        &self,
        sides: &Sides<'_>,
        setting: &SessionSetting,
        diagnostics: &mut Diagnostics,
    ) -> Option<usize> {
        if let Some(answer) = &setting.answer {
            let found = self.member_at(sides.received, &answer.value)?;
            answer.mark();
            return Some(found);
        }
        let opening = self.member_at(sides.sent, &setting.open.value)?;
        let answers = self.answers(sides, opening);
        if let [answer] = answers.as_slice() {
            return Some(*answer);
        }
        let message = if answers.is_empty() {
            "nothing says which message answers the one that opens a session"
        } else {
            "several messages may answer the one that opens a session"
        };
        let help = "name the answer beside `open`: `answer: '#/components/messages/…'`";
        let problem = Diagnostic::error("unanswered-session", setting.open.at.clone(), message);
        diagnostics.push(problem.help(help));
        None
    }

    /// The members that answer a message: the payload of its `x-response`, or the reply of an operation.
    pub(super) fn answers(&self, sides: &Sides<'_>, sent: usize) -> Vec<usize> {
        let forms = self.forms;
        let messages = &sides.sent.members[sent].messages;
        let responses = messages
            .iter()
            .filter_map(|id| forms.model.message(*id).response)
            .map(|schema| forms.target(schema));
        let responses: Vec<_> = responses.collect();
        let replies = self.replies(messages);
        let members = sides.received.members.iter().enumerate();
        let answers = members.filter(|(_, member)| {
            responses.contains(&forms.target(member.schema))
                || member.messages.iter().any(|id| replies.contains(id))
        });
        answers.map(|(index, _)| index).collect()
    }

    fn replies(&self, messages: &[MessageId]) -> Vec<MessageId> {
        let operations = self.forms.model.operations.iter();
        let asked = operations
            .filter(|operation| operation.messages.iter().any(|id| messages.contains(id)));
        let replies = asked.filter_map(|operation| operation.reply.as_ref());
        replies.flat_map(|reply| &reply.messages).copied().collect()
    }
}
