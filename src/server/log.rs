//! The log of the server, line by line on standard error, which editors show in a panel.
//!
//!     [info] client.go: 2 findings in 14 ms
//!
//! The level can change while the server runs. A log that cannot be written is dropped: there is no other place for it.

use std::io::Write;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};

/// How much a line of the log matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum LogLevel {
    /// Only what went wrong
    Error,
    /// Also what the client does wrong, and settings that have no effect
    #[default]
    Warning,
    /// Also folders, settings and checks
    Info,
    /// Also each message by its method
    Debug,
}

impl LogLevel {
    /// The level by its name in settings.
    pub fn named(name: &str) -> Option<LogLevel> {
        [LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug]
            .into_iter()
            .find(|level| level.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            LogLevel::Error => "error",
            LogLevel::Warning => "warning",
            LogLevel::Info => "info",
            LogLevel::Debug => "debug",
        }
    }
}

/// The log. Clones write to the same place.
#[derive(Clone)]
pub struct Log(Arc<Shared>);

struct Shared {
    level: AtomicU8,
    out: Mutex<Box<dyn Write + Send>>,
}

impl Log {
    /// A log that writes the lines of a level and of more important ones.
    pub fn new(level: LogLevel, out: impl Write + Send + 'static) -> Log {
        Log(Arc::new(Shared { level: AtomicU8::new(level as u8), out: Mutex::new(Box::new(out)) }))
    }

    /// Changes the level.
    pub fn set_level(&self, level: LogLevel) {
        self.0.level.store(level as u8, Ordering::Relaxed);
    }

    /// Writes a line. Control characters of the message are escaped: it may quote what the client has sent.
    pub fn write(&self, level: LogLevel, message: &str) {
        if level as u8 > self.0.level.load(Ordering::Relaxed) {
            return;
        }
        let mut line = format!("[{}] ", level.name());
        for letter in message.chars() {
            match letter.is_control() {
                true => line.extend(letter.escape_default()),
                false => line.push(letter),
            }
        }
        line.push('\n');
        if let Ok(mut out) = self.0.out.lock() {
            let _ = out.write_all(line.as_bytes()).and_then(|()| out.flush());
        }
    }

    /// Writes what went wrong.
    pub fn error(&self, message: &str) {
        self.write(LogLevel::Error, message);
    }

    /// Writes what the client does wrong, or a setting without effect.
    pub fn warning(&self, message: &str) {
        self.write(LogLevel::Warning, message);
    }

    /// Writes what the server does.
    pub fn info(&self, message: &str) {
        self.write(LogLevel::Info, message);
    }

    /// Writes details.
    pub fn debug(&self, message: &str) {
        self.write(LogLevel::Debug, message);
    }
}
