//! The HTTP call that creates a subscription.
//! In: a request, read by hand as far as it is needed; out: an answer like the one in the document's prose.

use std::io;

use contact_center_events::subscription::{Request, Subscription};
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::Service;
use super::options::Fault;

/// The largest request that is read, in bytes.
const MAX_REQUEST: u64 = 64 << 10;

/// As much of a request as matters.
#[derive(Default)]
struct Call {
    path: String,
    authorization: String,
    body: Vec<u8>,
}

impl Service {
    pub(super) async fn answer_call<S>(&self, socket: &mut S) -> io::Result<()>
    where
        S: AsyncBufRead + AsyncWrite + Unpin,
    {
        let call = read(socket).await?;
        let (status, body) = self.outcome(&call);
        let retry_after = if status == 429 {
            "Retry-After: 7\r\n"
        } else {
            ""
        };
        let head = format!(
            "HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{retry_after}Connection: close\r\n\r\n",
            body.len()
        );
        socket.write_all(head.as_bytes()).await?;
        socket.write_all(body.as_bytes()).await?;
        socket.shutdown().await
    }

    fn outcome(&self, call: &Call) -> (u16, String) {
        let options = &self.options;
        let path = format!(
            "/api/notification/v1/accounts/{}/subscriptions",
            options.account
        );
        if let Some(Fault::Http(status)) = options.fault {
            return (status, "{}".to_owned());
        }
        if call.authorization != format!("Bearer {}", options.token) {
            return (401, "{}".to_owned());
        }
        if call.path != path {
            return (404, "{}".to_owned());
        }
        match Request::from_slice(&call.body) {
            Ok(request) => (201, self.created(&request)),
            Err(_) => (400, "{}".to_owned()),
        }
    }

    fn created(&self, request: &Request) -> String {
        let id = self.subscribe();
        let endpoint = format!(
            "{}/ws/notification/v1/agent-engagement/{}/{id}",
            self.endpoint, self.options.account
        );
        let mut subscription = Subscription::new(id, endpoint);
        subscription.family = Some(request.family.clone());
        subscription.events = Some(request.events.clone());
        subscription.status = Some("ACTIVE".into());
        subscription.expires_in = i64::try_from(self.options.expires_interval).ok();
        subscription.transport.kind = Some("WEBSOCKET".into());
        subscription.transport.ping_interval = i64::try_from(self.options.ping_interval).ok();
        subscription.to_json().unwrap_or_default()
    }
}

async fn read<S: AsyncBufRead + Unpin>(socket: &mut S) -> io::Result<Call> {
    let mut socket = socket.take(MAX_REQUEST);
    let (mut call, mut length, mut line) = (Call::default(), 0, String::new());
    socket.read_line(&mut line).await?;
    call.path = line.split(' ').nth(1).unwrap_or_default().to_owned();
    loop {
        line.clear();
        socket.read_line(&mut line).await?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        match name.to_ascii_lowercase().as_str() {
            "authorization" => call.authorization = value.to_owned(),
            "content-length" => length = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    socket.take(length).read_to_end(&mut call.body).await?;
    Ok(call)
}
