//! The progress line of a long run, on a terminal.
//!
//!     checking [########------------] 812 of 2031 files, 4 s

use crate::task::Count;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Runs that end sooner show nothing: a line that flashes up only disturbs.
const QUIET_TIME: Duration = Duration::from_millis(1500);

/// The time between two updates of the line.
const BETWEEN: Duration = Duration::from_millis(250);

/// The width of the bar; the whole line fits into 60 columns.
const WIDTH: usize = 20;

/// Wipes the line.
pub const WIPE: &str = "\r\x1b[2K";

/// Keeps the line alive; dropping it wipes the line.
pub struct Progress {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts the line, if standard error is a terminal that can wipe a line.
    pub fn start(count: Arc<Count>) -> Progress {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        if !std::io::stderr().is_terminal() || is_dumb {
            return Progress::none();
        }
        let (stop, stopped) = mpsc::channel();
        let thread = std::thread::Builder::new().spawn(move || {
            let start = Instant::now();
            let mut wait = QUIET_TIME;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                wait = BETWEEN;
                let all = count.all.load(Ordering::Relaxed);
                let done = count.done.load(Ordering::Relaxed);
                let _ = write!(std::io::stderr(), "{WIPE}{}", line(done, all, start.elapsed().as_secs()));
            }
            if wait == BETWEEN {
                let _ = write!(std::io::stderr(), "{WIPE}");
            }
        });
        Progress { stop: Some(stop), thread: thread.ok() }
    }

    /// No line.
    pub fn none() -> Progress {
        Progress { stop: None, thread: None }
    }
}

/// The text of the line. Only files with candidates are counted; until their number is known (`all` is 0) there is no bar.
fn line(done: usize, all: usize, seconds: u64) -> String {
    if all == 0 {
        return format!("reading ... {seconds} s");
    }
    let done = done.min(all);
    let filled = done * WIDTH / all;
    let (full, empty) = ("#".repeat(filled), "-".repeat(WIDTH - filled));
    format!("checking [{full}{empty}] {done} of {all} files, {seconds} s")
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_fills() {
        assert_eq!(line(0, 0, 2), "reading ... 2 s");
        assert_eq!(line(10, 40, 3), "checking [#####---------------] 10 of 40 files, 3 s");
        assert_eq!(line(9, 8, 3), "checking [####################] 8 of 8 files, 3 s");
    }
}
