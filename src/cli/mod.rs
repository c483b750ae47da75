//! The command: parses what was typed, runs it, prints, and says how it went by the exit code.
//!
//! Findings go to standard output, all else to standard error. Lines about files never have the shape of a finding
//! (`file.go:line:col:`), so that a program that reads both streams takes nothing for one.

mod apply;
pub mod args;
mod color;
pub mod debug;
mod man;
mod progress;
mod stderr;

use crate::cli::args::{CheckArgs, Cli, Command, DebugWhat, Output, SchemaOf};
use crate::findings::rule::{RULES, Rule, unknown_rule};
use crate::ground::atomic_file::Scratch;
use crate::ground::stack;
use crate::report::{self, Look, Report};
use crate::run;
use crate::run::Run;
use crate::run::baseline::Baseline;
use crate::run::settings::{Settings, config};
use crate::run::since::Since;
use anstream::{AutoStream, ColorChoice};
use clap::{CommandFactory, Parser};
use progress::Progress;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Clean,
    Findings,
    Trouble,
}

/// Why a command could not do its work.
enum Stop {
    /// A sentence for the user.
    Said(String),
    /// Standard output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Output(error)
    }
}

/// Runs the command that was typed, and returns the exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    // A panic is a bug, and trouble like any other: Rust's own exit code for it would be 101.
    let ran = std::panic::catch_unwind(|| run(cli.command));
    let end = match ran {
        Ok(Ok(end)) => end,
        // The reader has seen enough.
        Ok(Err(Stop::Output(error))) if error.kind() == ErrorKind::BrokenPipe => End::Clean,
        Ok(Err(Stop::Output(error))) => {
            say_error(&format!("standard output could not be written: {error}"));
            End::Trouble
        }
        Ok(Err(Stop::Said(message))) => {
            say_error(&message);
            End::Trouble
        }
        Err(_) => End::Trouble,
    };
    ExitCode::from(end as u8)
}

fn run(command: Command) -> Result<End, Stop> {
    match command {
        Command::Check(args) => check(&args),
        Command::Explain { rule } => explain(&rule),
        Command::Rules => rules(),
        Command::Init => init(),
        Command::Completions { shell } => completions(shell),
        Command::Man => manual(),
        Command::Schema { of } => schema(of),
        Command::Debug { what } => show_debug(&what),
    }
}

fn check(args: &CheckArgs) -> Result<End, Stop> {
    let settings = Settings::gather(args).map_err(|failure| Stop::Said(failure.0))?;
    if args.show_settings {
        print(&settings.described())?;
        return Ok(End::Clean);
    }
    if args.show_files {
        return show_files(&settings);
    }
    apply::refuse_unclear(args).map_err(Stop::Said)?;
    let known = Known::gather(args).map_err(Stop::Said)?;
    let scratch = Scratch::default();
    leave_nothing_behind(&scratch);
    let threads = usize::from(args.threads);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(stack::SIZE);
    if let Err(error) = pool.build_global() {
        return Err(Stop::Said(format!("threads could not be started: {error}")));
    }
    let progress = match args.quiet || args.no_progress {
        true => Progress::none(),
        false => Progress::start(settings.count.clone()),
    };
    let start = Instant::now();
    // Runs on a thread of the pool, whose stack is large enough for code as deep as it is read.
    let ran = rayon::scope(|_| {
        let mut run = run::lint(&settings);
        let notes = known.take_away(&settings, &mut run, &scratch)?;
        let changes = apply::make(args, &settings, &mut run, &scratch)?;
        Ok((run.report, notes, changes))
    });
    drop(progress);
    let (mut report, notes, changes) = ran.map_err(Stop::Said)?;
    report.elapsed = start.elapsed();
    changes.trouble.iter().for_each(|message| say_error(message));
    let written = match (&changes.printed, &args.write_baseline) {
        (Some(text), _) => print_changes(args, text),
        (None, Some(_)) => Ok(()),
        (None, None) => write_report(args, &mut report),
    };
    let mut end = write_files(args, &report, &scratch).max(end(args, &report));
    if let Some(file) = &args.write_baseline {
        write_baseline(file, &report, &scratch)?;
        // All of them are known now.
        end = if end == End::Findings { End::Clean } else { end };
    }
    let changed = changes.verb.map(|verb| stderr::changed(verb, changes.fixed, changes.files, changes.for_unsafe));
    let notes: Vec<String> = notes.into_iter().chain(changed.into_iter().flatten()).collect();
    say_rest(args, &settings, &report, &notes);
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    Ok(if changes.trouble.is_empty() { end } else { End::Trouble })
}

/// What is known already: the findings of a file, those of an older commit.
struct Known {
    baseline: Option<Baseline>,
    since: Option<Since>,
}

impl Known {
    fn gather(args: &CheckArgs) -> Result<Known, String> {
        let baseline = args.baseline.as_deref().map(Baseline::read).transpose()?;
        let since = args.since.as_deref().map(|revision| Since::find(revision, &args.paths)).transpose()?;
        Ok(Known { baseline, since })
    }

    /// Takes the known findings out of the report, and says so.
    fn take_away(&self, settings: &Settings, run: &mut Run, scratch: &Scratch) -> Result<Vec<String>, String> {
        let mut notes = Vec::new();
        let findings = &mut run.report.findings;
        if let Some(since) = &self.since {
            let compared = since.keep_new(&run.task, findings, settings.generated, scratch)?;
            notes.extend(compared.warnings.into_iter().map(|warning| format!("warning: {warning}")));
            notes.extend(stderr::known(compared.known, "in the older commit too"));
        }
        if let Some(baseline) = &self.baseline {
            let checked: Vec<_> = run.task.report.iter().map(|file| file.path.clone()).collect();
            let known = baseline.keep_new(findings, &checked);
            notes.extend(stderr::known(known.found, "in the baseline"));
            notes.extend(stderr::gone(known.gone));
        }
        Ok(notes)
    }
}

fn write_baseline(file: &Path, report: &Report, scratch: &Scratch) -> Result<(), Stop> {
    let text = Baseline::text(file, &report.findings).map_err(Stop::Said)?;
    let written = scratch.write(file, text.as_bytes());
    written.map_err(|error| Stop::Said(format!("{} could not be written: {error}", file.display())))
}

/// On Ctrl-C, and when the system or the terminal ends the run, what was written for a short time goes, and the run ends
/// as one that was interrupted.
fn leave_nothing_behind(scratch: &Scratch) {
    let scratch = scratch.clone();
    let handled = ctrlc::set_handler(move || {
        // Kept to the end: other threads are still at work.
        let _held = scratch.clear();
        if io::stderr().is_terminal() {
            say(progress::WIPE);
        }
        std::process::exit(INTERRUPTED);
    });
    // Without it the signal ends the run all the same.
    drop(handled);
}

/// What shells expect of a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

fn show_files(settings: &Settings) -> Result<End, Stop> {
    let found = run::files(settings);
    let list: String = found.files.iter().flat_map(|file| [file.shown.as_str(), "\n"]).collect();
    found.missing.iter().for_each(|message| say_error(message));
    print(&list)?;
    Ok(match found.missing.is_empty() {
        true => End::Clean,
        false => End::Trouble,
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
    written.and_then(|()| out.flush())
}

/// Writes the reports that go to files. A file that cannot be written is trouble; the others are written all the same.
fn write_files(args: &CheckArgs, report: &Report, scratch: &Scratch) -> End {
    let mut end = End::Clean;
    for output in &args.outputs {
        if let Err(error) = write_file(output, report, scratch) {
            say_error(&format!("{} could not be written: {error}", output.file.display()));
            end = End::Trouble;
        }
    }
    end
}

/// In one step, so that an interrupted run leaves no half of a report.
fn write_file(output: &Output, report: &Report, scratch: &Scratch) -> io::Result<()> {
    let mut text = Vec::new();
    output.format.write(report, &mut text)?;
    scratch.write(&output.file, &text)
}

/// Errors, warnings, counts and the summary, on standard error.
fn say_rest(args: &CheckArgs, settings: &Settings, report: &Report, notes: &[String]) {
    report.missing.iter().for_each(|message| say_error(message));
    if args.statistics {
        say(&stderr::statistics(report));
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
    }
    if args.output_format.is_for_people() {
        notes.iter().for_each(|note| say(&format!("{note}\n")));
        let found = match (&args.write_baseline, args.diff || args.add_ignore.is_some() || args.fix) {
            (Some(file), _) => stderr::Found::Written(file),
            (None, true) if !args.diff => stderr::Found::Left,
            (None, _) => stderr::Found::Here,
        };
        say(&stderr::summary(report, found));
    }
}

fn end(args: &CheckArgs, report: &Report) -> End {
    let is_incomplete = args.strict_parse && report.problems.iter().any(stderr::hides_code);
    if is_incomplete || !report.missing.is_empty() {
        return End::Trouble;
    }
    match report.has_errors() && !args.exit_zero {
        true => End::Findings,
        false => End::Clean,
    }
}

fn explain(word: &str) -> Result<End, Stop> {
    let rule = Rule::find(word).ok_or_else(|| Stop::Said(unknown_rule(word)))?;
    print(&rule.text().explanation())?;
    Ok(End::Clean)
}

fn rules() -> Result<End, Stop> {
    let lines = RULES.iter().map(|rule| {
        let level = rule.level.name();
        format!("{}  {:<20}  {level:<7}  {}\n", rule.id, rule.name, rule.summary)
    });
    print(&lines.collect::<String>())?;
    Ok(End::Clean)
}

fn init() -> Result<End, Stop> {
    let path = Path::new("bodyguard.toml");
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(config::TEMPLATE.as_bytes()));
    match written {
        Ok(()) => print("wrote bodyguard.toml\n")?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let message = "bodyguard.toml exists already and was left as it is";
            return Err(Stop::Said(message.to_string()));
        }
        Err(error) => {
            let message = format!("bodyguard.toml could not be written: {error}");
            return Err(Stop::Said(message));
        }
    }
    Ok(End::Clean)
}

fn completions(shell: clap_complete::Shell) -> Result<End, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "bodyguard", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(End::Clean)
}

fn manual() -> Result<End, Stop> {
    let mut page = Vec::new();
    man::write(&mut page)?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(End::Clean)
}

fn schema(of: SchemaOf) -> Result<End, Stop> {
    print(match of {
        SchemaOf::Config => config::SCHEMA,
        SchemaOf::Report => report::SCHEMA,
    })?;
    Ok(End::Clean)
}

fn show_debug(what: &DebugWhat) -> Result<End, Stop> {
    let shown = match what {
        DebugWhat::Body { function } => debug::body(function),
        DebugWhat::Paths { function } => debug::paths(function),
        DebugWhat::Type { place } => debug::type_at(place),
    };
    print(&shown.map_err(Stop::Said)?)?;
    Ok(End::Clean)
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn say_error(message: &str) {
    say(&format!("error: {message}\n"));
}

/// Standard error may be closed too; there is nowhere left to tell.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
