//! The command line: parses the arguments, runs the command, prints, and returns the exit code.
//!
//!     bodyguard check ./...     findings on standard output, the summary on standard error, exit code 1 if there is an error
//!
//! Findings go to standard output, all else to standard error. Lines about files never have the shape of a finding
//! (`file.go:line:col:`), so that a program that reads both streams mistakes no other line for one. Which files are checked, and
//! with which settings, is decided in [`crate::run`].

mod apply;
pub mod args;
mod color;
pub mod debug;
mod man;
mod options;
mod progress;
mod stderr;

use crate::cli::args::{CheckArgs, Cli, Command, DebugWhat, Output, SchemaOf, ServerArgs};
use crate::findings::rule::{RULES, Rule, unknown_rule};
use crate::ground::atomic_file::TemporaryFiles;
use crate::ground::printable::printable;
use crate::ground::stack;
use crate::report::{self, Look, Report};
use crate::run;
use crate::run::baseline::Baseline;
use crate::run::settings::{Settings, config};
use crate::run::since::Since;
use crate::server::log::Log;
use crate::server::{self, ServerEnd};
use crate::session::Session;
use crate::task::Cancel;
use anstream::{AutoStream, ColorChoice};
use apply::Changes;
use clap::{CommandFactory, Parser};
use progress::Progress;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ExitStatus {
    Clean,
    Findings,
    Trouble,
}

/// The reason why a command failed.
enum CliError {
    /// A sentence for the user.
    Said(String),
    /// Standard output could not be written.
    Output(io::Error),
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> CliError {
        CliError::Output(error)
    }
}

/// Runs the command of the arguments. The exit code is 0 if there are no findings of the level error, 1 if there are, and 2 if the
/// command failed.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    // A panic is a bug, and trouble like any other: Rust's own exit code for it would be 101.
    let ran = std::panic::catch_unwind(|| run(cli.command));
    let status = match ran {
        Ok(Ok(status)) => status,
        // The reading end of the pipe was closed, as `head` does once it has enough lines.
        Ok(Err(CliError::Output(error))) if error.kind() == ErrorKind::BrokenPipe => ExitStatus::Clean,
        Ok(Err(CliError::Output(error))) => {
            say_error(&format!("standard output could not be written: {error}"));
            ExitStatus::Trouble
        }
        Ok(Err(CliError::Said(message))) => {
            say_error(&message);
            ExitStatus::Trouble
        }
        Err(_) => ExitStatus::Trouble,
    };
    ExitCode::from(status as u8)
}

fn run(command: Command) -> Result<ExitStatus, CliError> {
    match command {
        Command::Check(args) => check(&args),
        Command::Server(args) => serve(&args),
        Command::Explain { rule } => explain(&rule),
        Command::Rules => rules(),
        Command::Init => init(),
        Command::Completions { shell } => completions(shell),
        Command::Man => manual(),
        Command::Schema { of } => schema(of),
        Command::Debug { what } => show_debug(&what),
    }
}

fn check(args: &CheckArgs) -> Result<ExitStatus, CliError> {
    let settings = options::of(args).and_then(Settings::new).map_err(|error| CliError::Said(error.0))?;
    if args.show_settings {
        print(&settings.described())?;
        return Ok(ExitStatus::Clean);
    }
    if args.show_files {
        return show_files(&settings);
    }
    apply::refuse_unclear(args).map_err(CliError::Said)?;
    let known = KnownFindings::gather(args).map_err(CliError::Said)?;
    let scratch = TemporaryFiles::default();
    clean_up_when_interrupted(&scratch);
    start_threads(args.threads)?;
    let progress = match args.quiet || args.no_progress {
        true => Progress::none(),
        false => Progress::start(settings.count.clone()),
    };
    let start = Instant::now();
    // The process ends soon; to take the index apart would be a fiftieth of the run.
    let mut session = ManuallyDrop::new(Session::new(settings));
    // Runs on a thread of the pool, whose stack is large enough for the deepest code that is parsed.
    let ran = rayon::scope(|_| {
        let mut report = session.check(&Cancel::default()).map_err(|cancelled| cancelled.to_string())?;
        let notes = known.take_away(&session, &mut report, &scratch)?;
        let changes = apply::make(args, &session, &mut report, &scratch)?;
        Ok((report, notes, changes))
    });
    drop(progress);
    let (mut report, notes, changes) = ran.map_err(CliError::Said)?;
    report.elapsed = start.elapsed();
    finish(args, session.settings(), &mut report, notes, &changes, &scratch)
}

/// Starts the pool of threads for the whole run.
fn start_threads(threads: u16) -> Result<(), CliError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).stack_size(stack::SIZE);
    pool.build_global().map_err(|error| CliError::Said(format!("threads could not be started: {error}")))
}

/// Prints and writes the results of a check. Fails if standard output cannot be written, or the baseline.
fn finish(
    args: &CheckArgs,
    settings: &Settings,
    report: &mut Report,
    notes: Vec<String>,
    changes: &Changes,
    scratch: &TemporaryFiles,
) -> Result<ExitStatus, CliError> {
    changes.trouble.iter().for_each(|message| say_error(message));
    let written = match (&changes.printed, &args.write_baseline) {
        (Some(text), _) => print_changes(args, text),
        (None, Some(_)) => Ok(()),
        (None, None) => write_report(args, report),
    };
    let mut status = write_files(args, report, scratch).max(exit_status(args, report));
    if let Some(file) = &args.write_baseline {
        write_baseline(file, report, scratch)?;
        // All findings are known now.
        status = if status == ExitStatus::Findings { ExitStatus::Clean } else { status };
    }
    let changed = changes.verb.map(|verb| stderr::changed(verb, changes.fixed, changes.files, changes.for_unsafe));
    let notes: Vec<String> = notes.into_iter().chain(changed.into_iter().flatten()).collect();
    say_rest(args, settings, report, &notes);
    if args.output_format.is_for_people() && !args.quiet && changes.fixable > 0 {
        say(&stderr::fixable(changes.fixable));
    }
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    Ok(if changes.trouble.is_empty() { status } else { ExitStatus::Trouble })
}

/// The sources of known findings, which are not reported: a baseline, and an older commit.
struct KnownFindings {
    baseline: Option<Baseline>,
    since: Option<Since>,
}

impl KnownFindings {
    fn gather(args: &CheckArgs) -> Result<KnownFindings, String> {
        let baseline = args.baseline.as_deref().map(Baseline::read).transpose()?;
        let since = args.since.as_deref().map(|revision| Since::find(revision, &args.paths)).transpose()?;
        Ok(KnownFindings { baseline, since })
    }

    /// Takes the known findings out of the report, and returns notes about how many there were.
    fn take_away(
        &self,
        session: &Session,
        report: &mut Report,
        scratch: &TemporaryFiles,
    ) -> Result<Vec<String>, String> {
        let mut notes = Vec::new();
        let findings = &mut report.findings;
        let mut is_old = vec![false; findings.len()];
        if let Some(since) = &self.since {
            let compared = since.compare(session.task(), findings, session.settings().generated, scratch)?;
            notes.extend(compared.warnings.into_iter().map(|warning| format!("warning: {warning}")));
            is_old = compared.is_known;
            notes.extend(stderr::known(count_true(&is_old), "that the older commit has too"));
        }
        if let Some(baseline) = &self.baseline {
            // All findings are compared: one that the older commit has too is not gone from the baseline.
            let checked: Vec<_> = session.task().report.iter().map(|file| file.path.clone()).collect();
            let mut listed = baseline.compare(findings, &checked);
            listed.is_known.iter_mut().zip(&is_old).for_each(|(is_listed, is_old)| *is_listed &= !is_old);
            notes.extend(stderr::known(count_true(&listed.is_known), "in the baseline"));
            notes.extend(stderr::gone(listed.gone));
            is_old.iter_mut().zip(&listed.is_known).for_each(|(is_old, is_listed)| *is_old |= is_listed);
        }
        let mut is_old = is_old.into_iter();
        findings.retain(|_| !is_old.next().unwrap_or(false));
        Ok(notes)
    }
}

fn count_true(list: &[bool]) -> usize {
    list.iter().filter(|is_true| **is_true).count()
}

fn write_baseline(file: &Path, report: &Report, scratch: &TemporaryFiles) -> Result<(), CliError> {
    let text = Baseline::text(file, &report.findings).map_err(CliError::Said)?;
    let written = scratch.write(file, text.as_bytes());
    written.map_err(|error| CliError::Said(format!("{} could not be written: {error}", file.display())))
}

/// On Ctrl-C, and when the system or the terminal ends the run: deletes temporary files, and exits with [`INTERRUPTED`].
fn clean_up_when_interrupted(scratch: &TemporaryFiles) {
    let scratch = scratch.clone();
    let handled = ctrlc::set_handler(move || {
        // Held to the end: other threads are still at work, and must not write another temporary file.
        let _held = scratch.clear();
        if io::stderr().is_terminal() {
            say(progress::WIPE);
        }
        std::process::exit(INTERRUPTED);
    });
    // Without it the signal ends the run all the same.
    drop(handled);
}

/// The exit code that shells expect of a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

fn show_files(settings: &Settings) -> Result<ExitStatus, CliError> {
    let found = run::files(settings);
    let list: String = found.files.iter().map(|file| format!("{}\n", printable(&file.shown))).collect();
    found.missing.iter().for_each(|message| say_error(message));
    print(&list)?;
    Ok(match found.missing.is_empty() {
        true => ExitStatus::Clean,
        false => ExitStatus::Trouble,
    })
}

/// Writes a diff, or the new text of standard input.
fn print_changes(args: &CheckArgs, text: &[u8]) -> io::Result<()> {
    let is_colored = args.diff && color::is_wanted(args.color, io::stdout().is_terminal());
    let mut out = io::stdout().lock();
    match is_colored {
        true => out.write_all(&apply::colored(text))?,
        false => out.write_all(text)?,
    }
    out.flush()
}

/// Writes the report to standard output.
fn write_report(args: &CheckArgs, report: &mut Report) -> io::Result<()> {
    let is_terminal = io::stdout().is_terminal();
    report.look = match color::is_wanted(args.color, is_terminal) {
        false => Look::Plain,
        true if is_terminal => Look::Linked,
        true => Look::Colored,
    };
    report.width = options::width(is_terminal);
    let choice = match report.look {
        Look::Plain => ColorChoice::Never,
        Look::Colored | Look::Linked => ColorChoice::AlwaysAnsi,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match choice {
        // Not through the stream that drops escapes: source text and paths go out as they are.
        ColorChoice::Never => args.output_format.write(report, &mut out),
        choice => {
            let mut out = AutoStream::new(&mut out as &mut dyn Write, choice);
            args.output_format.write(report, &mut out)
        }
    };
    report.look = Look::Plain;
    report.width = None;
    written.and_then(|()| out.flush())
}

/// Writes the reports that go to files. A file that cannot be written is trouble; the others are written all the same.
fn write_files(args: &CheckArgs, report: &Report, scratch: &TemporaryFiles) -> ExitStatus {
    let mut status = ExitStatus::Clean;
    for output in &args.outputs {
        if let Err(error) = write_file(output, report, scratch) {
            say_error(&format!("{} could not be written: {error}", output.file.display()));
            status = ExitStatus::Trouble;
        }
    }
    status
}

/// Writes one report in one step, so that an interrupted run leaves no half of it.
fn write_file(output: &Output, report: &Report, scratch: &TemporaryFiles) -> io::Result<()> {
    let mut text = Vec::new();
    output.format.write(report, &mut text)?;
    scratch.write(&output.file, &text)
}

/// Prints errors, warnings, counts and the summary to standard error.
fn say_rest(args: &CheckArgs, settings: &Settings, report: &Report, notes: &[String]) {
    report.missing.iter().for_each(|message| say_error(message));
    if args.statistics {
        say(&stderr::statistics(report));
        say(&stderr::unknown_packages(&run::returning_packages(settings), &report.taking_packages));
        if args.verbose {
            say(&stderr::dropped(&report.dropped));
        }
    }
    if args.quiet {
        return;
    }
    let warnings = match args.verbose {
        true => stderr::Warnings::All,
        false => stderr::Warnings::First,
    };
    say(&stderr::warnings(&report.problems, warnings));
    if args.verbose {
        say(&stderr::details(settings));
        if !args.statistics && !report.missing_packages.is_empty() {
            say(&stderr::missing_packages(&report.missing_packages));
        }
    }
    if args.output_format.is_for_people() {
        notes.iter().for_each(|note| say(&format!("{}\n", printable(note))));
        let found = match (&args.write_baseline, args.diff || args.add_ignore.is_some() || args.fix) {
            (Some(file), _) => stderr::FoundWhere::Written(file),
            (None, true) if !args.diff => stderr::FoundWhere::Left,
            (None, _) => stderr::FoundWhere::Here,
        };
        say(&stderr::summary(report, found));
    }
}

/// The exit status by the findings and problems of a report.
fn exit_status(args: &CheckArgs, report: &Report) -> ExitStatus {
    let is_incomplete = args.strict_parse && report.problems.iter().any(stderr::hides_code);
    if is_incomplete || !report.missing.is_empty() {
        return ExitStatus::Trouble;
    }
    match report.has_errors() && !args.exit_zero {
        true => ExitStatus::Findings,
        false => ExitStatus::Clean,
    }
}

/// Serves an editor. The exit code is 0 if it says goodbye as the protocol has it, and 1 else.
fn serve(args: &ServerArgs) -> Result<ExitStatus, CliError> {
    start_threads(args.threads)?;
    let log = Log::new(args.log_level, io::stderr());
    // On a thread of the pool: see `check`.
    Ok(match rayon::scope(|_| server::serve(io::stdin(), io::stdout(), log)) {
        ServerEnd::Proper => ExitStatus::Clean,
        ServerEnd::Abrupt => ExitStatus::Findings,
    })
}

fn explain(word: &str) -> Result<ExitStatus, CliError> {
    let rule = Rule::find(word).ok_or_else(|| CliError::Said(unknown_rule(word)))?;
    print(&rule.text().explanation())?;
    Ok(ExitStatus::Clean)
}

fn rules() -> Result<ExitStatus, CliError> {
    let lines = RULES.iter().map(|rule| {
        let level = rule.level.name();
        format!("{}  {:<20}  {level:<7}  {}\n", rule.id, rule.name, rule.summary)
    });
    print(&lines.collect::<String>())?;
    Ok(ExitStatus::Clean)
}

fn init() -> Result<ExitStatus, CliError> {
    let path = Path::new("bodyguard.toml");
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(config::new_file().as_bytes()));
    match written {
        Ok(()) => {
            print("Wrote bodyguard.toml\n")?;
            say(&config::how_to_get_schema());
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let message = "bodyguard.toml already exists and was not changed";
            return Err(CliError::Said(message.to_string()));
        }
        Err(error) => {
            let message = format!("bodyguard.toml could not be written: {error}");
            return Err(CliError::Said(message));
        }
    }
    Ok(ExitStatus::Clean)
}

fn completions(shell: clap_complete::Shell) -> Result<ExitStatus, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "bodyguard", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitStatus::Clean)
}

fn manual() -> Result<ExitStatus, CliError> {
    let mut page = Vec::new();
    man::write(&mut page)?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(ExitStatus::Clean)
}

fn schema(of: SchemaOf) -> Result<ExitStatus, CliError> {
    print(match of {
        SchemaOf::Config => config::SCHEMA,
        SchemaOf::Report => report::SCHEMA,
    })?;
    Ok(ExitStatus::Clean)
}

fn show_debug(what: &DebugWhat) -> Result<ExitStatus, CliError> {
    let shown = match what {
        DebugWhat::Body { function } => debug::body(function),
        DebugWhat::Paths { function } => debug::paths(function),
        DebugWhat::Type { place } => debug::type_at(place),
        DebugWhat::Stubs { paths } => debug::stubs(paths),
    };
    print(&shown.map_err(CliError::Said)?)?;
    Ok(ExitStatus::Clean)
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn say_error(message: &str) {
    say(&format!("error: {}\n", printable(message)));
}

/// Prints to standard error. That may be closed too, and then there is nowhere left to report it.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
