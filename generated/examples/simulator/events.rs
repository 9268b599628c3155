//! A plausible stream of events: one engagement after the other, each with all 13 events of the document.
//! In: the number of an event; out: its notification, made of the generated types. The same number gives the same event.

use contact_center_events::agent_engagement::{
    AfterContactWorkActivated, AfterContactWorkCompleted, AgentParticipant, AgentState,
    AutomationParticipant, ChannelReady, EngagementPrerouted, ExternalParticipant,
    InboundEngagementCreated, MatchOffered, Notification, NotificationBody,
    OutboundEngagementCreated, SingleStepTransfer, SingleStepTransferError,
};

/// How many different events there are.
pub(crate) const KINDS: u64 = 13;

const STATES: [&str; 3] = ["LOGGED_IN", "READY", "NOT_READY"];

/// The notification with a number.
pub(crate) fn notification(subscription: &str, number: u64) -> Notification {
    let mut notification = Notification::default();
    notification.correlation_id = Some(format!("notification-{number}").into());
    notification.subscription_id = Some(subscription.into());
    notification.family = Some("AGENT_ENGAGEMENT".into());
    notification.sent_at = Some("2024-05-01T08:20:23.395Z".into());
    notification.account_id = Some("DEMO".into());
    notification.body = Some(body(number));
    notification
}

/// The parties of one engagement.
struct Scene {
    engagement: String,
    dialog: String,
    agent: String,
    caller: String,
    id: String,
    round: u64,
}

impl Scene {
    fn of(number: u64) -> Self {
        let round = number / KINDS;
        Self {
            engagement: format!("engagement-{round}"),
            dialog: format!("dialog-{round}"),
            agent: format!("agent-{}", round % 7),
            caller: format!("+353555{:04}", round % 10_000),
            id: format!("event-{number}"),
            round,
        }
    }
}

/// Fields are assigned one by one, because more of them may be added to each event.
macro_rules! event {
    ($Event:ident { $($field:ident: $value:expr),+ $(,)? }) => {{
        let mut event = $Event::default();
        $(event.$field = Some($value.into());)+
        NotificationBody::from(event)
    }};
}

fn body(number: u64) -> NotificationBody {
    let scene = Scene::of(number);
    match number % KINDS {
        0 | 1 | 12 => around(number % KINDS, scene),
        2..=6 => arrival(number % KINDS, scene),
        other => handling(other, scene),
    }
}

/// What an agent does before and after.
fn around(step: u64, scene: Scene) -> NotificationBody {
    let state = STATES[(scene.round % 3) as usize];
    match step {
        0 => event!(AgentState {
            agent_id: scene.agent,
            profile_id: "HomeProfile",
            state: state,
            id: scene.id
        }),
        1 => event!(ChannelReady {
            agent_id: scene.agent,
            channel_id: "VOICE",
            id: scene.id
        }),
        _ => event!(OutboundEngagementCreated {
            engagement_id: scene.engagement,
            agent_id: scene.agent,
            destination_address: scene.caller,
            channel_id: "VOICE",
            id: scene.id,
        }),
    }
}

/// A call comes in and finds its agent.
fn arrival(step: u64, scene: Scene) -> NotificationBody {
    match step {
        2 => event!(InboundEngagementCreated {
            engagement_id: scene.engagement,
            dialog_id: scene.dialog,
            calling_number: scene.caller,
            dialled_number: "0800555",
            channel_id: "VOICE",
            id: scene.id,
        }),
        3 => event!(ExternalParticipant {
            engagement_id: scene.engagement,
            external_participant_id: scene.caller,
            action: "ADDED",
            id: scene.id,
        }),
        4 => event!(AutomationParticipant {
            engagement_id: scene.engagement,
            automation_participant_id: "ivr-1",
            action: "ADDED",
            id: scene.id,
        }),
        5 => event!(EngagementPrerouted {
            engagement_id: scene.engagement,
            dialog_id: scene.dialog,
            channel_id: "VOICE",
            source_address: scene.caller,
            id: scene.id,
        }),
        _ => event!(MatchOffered {
            engagement_id: scene.engagement,
            match_id: format!("match-{}", scene.round),
            strategy: "MOST_IDLE",
            id: scene.id,
        }),
    }
}

/// An agent takes it, passes it on, and writes it down.
fn handling(step: u64, scene: Scene) -> NotificationBody {
    match step {
        7 => event!(AgentParticipant {
            engagement_id: scene.engagement,
            agent_id: scene.agent,
            dialog_id: scene.dialog,
            action: "ADDED",
            extension: "8010017",
            id: scene.id,
        }),
        8 => event!(SingleStepTransfer {
            engagement_id: scene.engagement,
            initiating_agent_id: scene.agent,
            transfer_to: "QUEUE",
            destination: "billing",
        }),
        9 => event!(SingleStepTransferError {
            engagement_id: scene.engagement,
            initiating_agent_id: scene.agent,
            transfer_to: "QUEUE",
            error_type: "FAILED",
            title: "No agent",
            id: scene.id,
        }),
        10 => event!(AfterContactWorkActivated {
            engagement_id: scene.engagement,
            agent_id: scene.agent,
            dialog_id: scene.dialog,
            id: scene.id,
        }),
        _ => event!(AfterContactWorkCompleted {
            engagement_id: scene.engagement,
            agent_id: scene.agent,
            dialog_id: scene.dialog,
            id: scene.id,
        }),
    }
}
