//! The examples as a new user runs them: processes, a terminal each.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// Ends a process when the test does.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

impl Running {
    fn start(example: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new(path(example));
        let command = command
            .args(arguments)
            .env("CONTACT_CENTER_TOKEN", "demo-token");
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Self(command.spawn().expect("an example that runs"))
    }

    fn lines(&mut self) -> impl Iterator<Item = String> + use<> {
        let output = self.0.stdout.take().expect("a pipe");
        BufReader::new(output)
            .lines()
            .map(|line| line.expect("text"))
    }

    /// The status, and what was written to standard error.
    fn outcome(mut self) -> (Option<i32>, String) {
        let mut errors = String::new();
        let pipe = self.0.stderr.as_mut().expect("a pipe");
        pipe.read_to_string(&mut errors).expect("text");
        (self.0.wait().expect("an end").code(), errors)
    }
}

/// The examples.
const EXAMPLES: [&str; 3] = ["first_event", "monitor", "simulator"];

/// An example's program, which a test of the whole workspace has built already.
fn path(example: &str) -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    let this = std::env::current_exe().expect("a path");
    let profile = this
        .parent()
        .and_then(Path::parent)
        .expect("the profile's folder");
    let file = |name: &str| {
        profile
            .join("examples")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    };
    BUILT.get_or_init(|| {
        if !EXAMPLES.iter().all(|name| file(name).exists()) {
            build(profile.parent().expect("the target folder"));
        }
    });
    file(example)
}

fn build(target: &Path) {
    let mut cargo = Command::new(env!("CARGO"));
    let features = "contact-center-events/subscription,contact-center-events/websocket";
    let cargo = cargo.args([
        "build",
        "--locked",
        "-p",
        "contact-center-events",
        "--examples",
        "--features",
        features,
    ]);
    let cargo = cargo
        .arg("--target-dir")
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    assert!(cargo.status().expect("cargo").success());
}

/// A simulator, and the URL of its stream, from what it prints.
fn simulator(arguments: &[&str]) -> (Running, String) {
    let mut simulator = Running::start(
        "simulator",
        &[&["--port", "0", "--rate", "200"], arguments].concat(),
    );
    let url = simulator
        .lines()
        .find(|line| line.starts_with("ws://"))
        .expect("a URL");
    (simulator, url)
}

#[test]
fn two_terminals() {
    let (_simulator, url) = simulator(&["--fault", "unknown-event"]);
    let mut monitor = Running::start(
        "monitor",
        &["--url", &url, "--subscription-id", "demo", "--json"],
    );
    let lines: Vec<String> = monitor.lines().take(8).collect();
    let named = |line: &String| {
        let object: Value = serde_json::from_str(line).expect("JSON");
        format!(
            "{} {}",
            object["kind"].as_str().expect("a kind"),
            object["name"].as_str().expect("a name")
        )
    };
    assert_eq!(
        lines.iter().map(named).collect::<Vec<_>>(),
        [
            "session connected",
            "known AgentState",
            "known ChannelReady",
            "known InboundEngagementCreated",
            "unknown AgentTeleported",
            "unknown weather",
            "known ExternalParticipant",
            "known AutomationParticipant",
        ]
    );
    assert!(lines.iter().all(|line| !line.contains("demo-token")));
}

#[test]
fn a_refusal_is_status_one_and_says_why() {
    let (_simulator, url) = simulator(&[]);
    let arguments = [
        "--url",
        &url,
        "--subscription-id",
        "demo",
        "--token",
        "hunter2",
    ];
    let (status, errors) = Running::start("monitor", &arguments).outcome();
    assert_eq!(status, Some(1));
    assert_eq!(
        errors,
        "the server refused the session: CONNECTION_FAILED_INVALID_TOKEN\n"
    );
}

#[cfg(unix)]
#[test]
fn an_interrupt_is_status_zero() {
    let (_simulator, url) = simulator(&[]);
    let mut monitor = Running::start("monitor", &["--url", &url, "--subscription-id", "demo"]);
    let mut lines = monitor.lines();
    assert!(
        lines
            .next()
            .expect("a line")
            .starts_with("session   connected")
    );
    let id = monitor.0.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .expect("kill")
            .success()
    );
    // Its output is read to the end, so that it is not in the way of its own end.
    assert!(lines.all(|line| !line.contains("demo-token")));
    assert_eq!(monitor.outcome(), (Some(0), String::new()));
}

#[test]
fn the_first_event() {
    let (_simulator, url) = simulator(&[]);
    let mut example = Running::start("first_event", &[&url]);
    let line = example.lines().next().expect("a line");
    assert!(
        line.starts_with("Some(AgentState(AgentState { agent_id: Some("),
        "{line}"
    );
}
