//! Programs that are given so much time and no more.
//!
//! In: a command, a limit, a file for what it says. Out: how it ended and how long it took.
//! This room knows nothing of what the programs do.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long to wait before looking again whether a program has ended.
const PAUSE: Duration = Duration::from_millis(2);

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// By itself, or by a signal.
    Exit(ExitStatus),
    /// It was stopped when its time was over.
    TimedOut,
}

/// Runs a program; what it prints goes to the file, from both its outputs.
///
/// # Errors
///
/// A program that cannot be started, a file that cannot be written.
pub(super) fn run(
    command: &mut Command,
    limit: Duration,
    output: &Path,
) -> io::Result<(End, Duration)> {
    let output = File::create(output)?;
    command
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output);
    let start = Instant::now();
    let mut child = command.spawn()?;
    let end = wait(&mut child, start + limit)?;
    Ok((end, start.elapsed()))
}

fn wait(child: &mut Child, deadline: Instant) -> io::Result<End> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exit(status));
        }
        if Instant::now() >= deadline {
            child.kill()?;
            child.wait()?;
            return Ok(End::TimedOut);
        }
        std::thread::sleep(PAUSE);
    }
}
