//! The same messages as a user would write them by hand: serde derive, an internally tagged body, an untagged channel.
//!
//! What decoding and encoding with the generated types is measured against.
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum ServerMessage {
    Control(Control),
    Notification(Box<Notification>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event")]
pub(crate) enum Control {
    #[serde(rename = "pong")]
    Pong {},
    #[serde(rename = "authenticationResponse")]
    AuthenticationResponse(AuthenticationResponse),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum AuthenticationResponseStatus {
    #[serde(rename = "CONNECTION_CONFIRMED")]
    Confirmed,
    #[serde(rename = "CONNECTION_FAILED_INVALID_TOKEN")]
    FailedInvalidToken,
    #[serde(rename = "CONNECTION_FAILED_UNKNOWN_SUBSCRIPTION")]
    FailedUnknownSubscription,
    #[serde(rename = "CONNECTION_FAILED_INTERNAL_SERVER_ERROR")]
    FailedInternalServerError,
    #[serde(rename = "CONNECTION_FAILED_CONSTRAINT_VIOLATION")]
    FailedConstraintViolation,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthenticationResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<AuthenticationResponseStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subscription_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ping_interval: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expires_interval: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Notification {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) correlation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subscription_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) family: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sent_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) initiating_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) destination_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) observed_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) observing_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) coached_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) coaching_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) barging_login_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<NotificationBody>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event")]
pub(crate) enum NotificationBody {
    AgentState(AgentState),
    AgentParticipant(AgentParticipant),
    AutomationParticipant(AutomationParticipant),
    ExternalParticipant(ExternalParticipant),
    EngagementPrerouted(EngagementPrerouted),
    InboundEngagementCreated(InboundEngagementCreated),
    MatchOffered(MatchOffered),
    OutboundEngagementCreated(OutboundEngagementCreated),
    SingleStepTransfer(SingleStepTransfer),
    SingleStepTransferError(SingleStepTransferError),
    ChannelReady(ChannelReady),
    AfterContactWorkActivated(AfterContactWorkActivated),
    AfterContactWorkCompleted(AfterContactWorkCompleted),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum AgentStateState {
    #[serde(rename = "LOGGED_IN")]
    LoggedIn,
    #[serde(rename = "LOGGED_OUT")]
    LoggedOut,
    #[serde(rename = "READY")]
    Ready,
    #[serde(rename = "NOT_READY")]
    NotReady,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgentState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) profile_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<AgentStateState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason_code: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum AgentParticipantAction {
    #[serde(rename = "ADDED")]
    Added,
    #[serde(rename = "HELD")]
    Held,
    #[serde(rename = "UNHELD")]
    Unheld,
    #[serde(rename = "INVITED")]
    Invited,
    #[serde(rename = "REMOVED")]
    Removed,
    #[serde(rename = "MOVED")]
    Moved,
    #[serde(rename = "OBSERVING")]
    Observing,
    #[serde(rename = "COACHING")]
    Coaching,
    #[serde(rename = "BARGEDIN")]
    Bargedin,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgentParticipant {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<AgentParticipantAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) previous_dialog_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extension: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_engagement_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_initiated_disconnect: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) observed_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) observing_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) observing_agent_connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) observed_agent_connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) coaching_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) coached_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) coaching_agent_connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) coached_agent_connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) barging_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) barging_agent_connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum AutomationParticipantAction {
    #[serde(rename = "ADDED")]
    Added,
    #[serde(rename = "REMOVED")]
    Removed,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AutomationParticipant {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) automation_participant_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<AutomationParticipantAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) automation_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_engagement_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) automation_initiated_disconnect: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum ExternalParticipantAction {
    #[serde(rename = "ADDED")]
    Added,
    #[serde(rename = "REMOVED")]
    Removed,
    #[serde(rename = "INVITED")]
    Invited,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExternalParticipant {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_participant_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<ExternalParticipantAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_engagement_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_participant_initiated_disconnect: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EngagementPreroutedQueue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) priority: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proficiency_range_min: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proficiency_range_max: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EngagementPrerouted {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) orchestration_flow: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributes: Option<Vec<Attribute>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attribute_list: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_parameters: Option<EngagementParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_routing_strategy: Option<AgentRouting>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) adhoc_email: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) auto_response: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue: Option<EngagementPreroutedQueue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_identifiers: Option<CustomerIdentifiers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_participant_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source_address: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) destination_address: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboundEngagementCreated {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_participant_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) calling_number: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialled_number: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_identifiers: Option<CustomerIdentifiers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_engagement_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_parameters: Option<EngagementParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum MatchOfferedStrategy {
    #[serde(rename = "MOST_IDLE")]
    MostIdle,
    #[serde(rename = "OCCUPANCY")]
    Occupancy,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MatchOffered {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) match_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) correlation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) strategy: Option<MatchOfferedStrategy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offered_queue: Option<OfferedQueue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offered_service: Option<OfferedService>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offered_specified_agent: Option<OfferedSpecifiedAgent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutboundEngagementCreated {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) destination_address: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customer_identifiers: Option<CustomerIdentifiers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_parameters: Option<EngagementParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum SingleStepTransferTransferTo {
    #[serde(rename = "QUEUE")]
    Queue,
    #[serde(rename = "USER")]
    User,
    #[serde(rename = "AUTOMATION")]
    Automation,
    #[serde(rename = "EXTERNAL")]
    External,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SingleStepTransfer {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) initiating_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) transfer_to: Option<SingleStepTransferTransferTo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) destination: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) correlation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum SingleStepTransferErrorTransferTo {
    #[serde(rename = "QUEUE")]
    Queue,
    #[serde(rename = "USER")]
    User,
    #[serde(rename = "AUTOMATION")]
    Automation,
    #[serde(rename = "EXTERNAL")]
    External,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum SingleStepTransferErrorErrorType {
    #[serde(rename = "CANCELLED")]
    Cancelled,
    #[serde(rename = "FAILED")]
    Failed,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SingleStepTransferError {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) initiating_agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) transfer_to: Option<SingleStepTransferErrorTransferTo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_type: Option<SingleStepTransferErrorErrorType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) destination: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) correlation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChannelReady {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AfterContactWorkActivated {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AfterContactWorkCompleted {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) engagement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialog_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) connection_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferedQueue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) priority: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proficiency_range_min: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proficiency_range_max: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributes: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offered_agent_data: Option<OfferedAgentData>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferedService {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) priority: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proficiency_range_min: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proficiency_range_max: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributes: Option<Vec<Attribute>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offered_agent_data: Option<OfferedAgentData>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferedAgentData {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_agent_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_address: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_agent_address: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferedSpecifiedAgent {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offered_specified_agent_data: Option<OfferedSpecifiedAgentData>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferedSpecifiedAgentData {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_agent_id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) channel_provider_address: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provider_agent_address: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attribute {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) values: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerIdentifiers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone_numbers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email_addresses: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account_ids: Option<Vec<String>>,
}

type EngagementParameters = BTreeMap<String, Value>;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum AgentRoutingType {
    #[serde(rename = "LAR")]
    Lar,
    #[serde(rename = "PAR")]
    Par,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgentRouting {
    #[serde(skip_serializing_if = "Option::is_none", rename = "type")]
    pub(crate) type_: Option<AgentRoutingType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) wait_time: Option<i64>,
}
