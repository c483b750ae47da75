//! A line on a terminal that says that a long run is alive.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Runs that end sooner show nothing: a line that flashes up only disturbs.
const QUIET_TIME: Duration = Duration::from_millis(1500);
const BETWEEN: Duration = Duration::from_millis(250);

/// Keeps the line alive; dropping it wipes the line.
pub struct Progress {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts the line, if standard error is a terminal.
    pub fn start() -> Progress {
        if !std::io::stderr().is_terminal() {
            return Progress::none();
        }
        let (stop, stopped) = mpsc::channel();
        let thread = std::thread::Builder::new().spawn(move || {
            let start = Instant::now();
            let mut wait = QUIET_TIME;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                wait = BETWEEN;
                let seconds = start.elapsed().as_secs();
                let _ = write!(std::io::stderr(), "\r\x1b[2Kchecking ... {seconds} s");
            }
            if wait == BETWEEN {
                let _ = write!(std::io::stderr(), "\r\x1b[2K");
            }
        });
        Progress { stop: Some(stop), thread: thread.ok() }
    }

    /// No line.
    pub fn none() -> Progress {
        Progress { stop: None, thread: None }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
