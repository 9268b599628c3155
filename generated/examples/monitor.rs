//! Prints what comes on a stream of events, one line each, and lives through lost connections.
//!
//! ```console
//! $ CONTACT_CENTER_TOKEN=… cargo run -p contact-center-events --features websocket,subscription --example monitor -- \
//!     --url wss://…/ws/notification/v1/agent-engagement --subscription-id ID --json
//! ```
//!
//! Ends with status 0 on Ctrl-C, and with status 1 and the reason when the server refuses the session. The token never
//! shows up in the output, not even when the server sends it back.

#[path = "monitor/lines.rs"]
mod lines;

use std::error::Error;
use std::io::{ErrorKind, Write, stdout};
use std::process::ExitCode;

use contact_center_events::agent_engagement::{Authentication, SessionProtocol};
use contact_center_events::client::{Client, Connect, Timer};
use contact_center_events::websocket;
use lexopt::prelude::{Long, Short, ValueExt};

use lines::{Form, Lines};

/// The environment variable that holds the token, where no argument does.
const TOKEN: &str = "CONTACT_CENTER_TOKEN";

const HELP: &str = "\
Prints what comes on a stream of events.

  --url URL             ws: or wss:
  --subscription-id ID  the subscription
  --token TOKEN         the access token; better in the environment variable CONTACT_CENTER_TOKEN, where others cannot see it
  --json                one JSON object a line
";

struct Arguments {
    url: String,
    subscription: String,
    token: String,
    form: Form,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let lines = Lines::new(arguments.form, &arguments.token);
    let opening = Authentication::new(arguments.subscription, arguments.token);
    let outcome = match websocket::client(SessionProtocol, &arguments.url, opening) {
        Ok(client) => monitor(client, &lines).await,
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", lines.hidden(&lines::chain(&*error)));
            ExitCode::FAILURE
        }
    }
}

/// Prints events until Ctrl-C, or until the client ends.
async fn monitor<C: Connect, T: Timer>(
    mut client: Client<SessionProtocol, C, T>,
    lines: &Lines,
) -> Result<(), Box<dyn Error>> {
    let mut interrupted = std::pin::pin!(tokio::signal::ctrl_c());
    loop {
        let event = tokio::select! {
            event = client.next() => event,
            outcome = &mut interrupted => return Ok(outcome?),
        };
        let Some(event) = event else { return Ok(()) };
        let line = match &event {
            Ok(event) => lines.event(event),
            Err(ended) => lines.ended(ended),
        };
        if let Err(error) = writeln!(stdout(), "{line}") {
            // Whoever read this has gone.
            return if error.kind() == ErrorKind::BrokenPipe {
                Ok(())
            } else {
                Err(error.into())
            };
        }
        event?;
    }
}

/// `None` when only help is wanted.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    let (mut url, mut subscription, mut form) = (None, None, Form::Readable);
    let mut token = std::env::var(TOKEN).ok();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("url") => url = Some(parser.value()?.string()?),
            Long("subscription-id") => subscription = Some(parser.value()?.string()?),
            Long("token") => token = Some(parser.value()?.string()?),
            Long("json") => form = Form::Json,
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Arguments {
        url: url.ok_or("`--url` is missing")?,
        subscription: subscription.ok_or("`--subscription-id` is missing")?,
        token: token.ok_or("neither `--token` nor CONTACT_CENTER_TOKEN is given")?,
        form,
    }))
}
