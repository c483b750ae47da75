//! The settings of a run, from the command line and the configuration file.
//!
//!     --select BG001, severity of BG001 = "warning"   ->   levels: BG001 warning, all others off
//!
//! The command line overrides the configuration file, which overrides the defaults. Later code does not know where a
//! setting came from.

pub mod config;
pub mod function;
mod stubs;

use crate::cli::args::CheckArgs;
use crate::findings::rule::{Level, Levels, RULES, Selector};
use crate::ground::globs::Globs;
use crate::ground::source::GoFile;
use crate::program::index::Stub;
use crate::run::discover::{self, Filter, NamedFiles, TestFiles};
use crate::task::{Count, Reading};
use config::Config;
use function::{FunctionNote, Meaning};
use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of standard input without `--stdin-filename`.
const STDIN_NAME: &str = "stdin.go";

/// The settings of a run.
#[derive(Debug)]
pub struct Settings {
    /// The code to check.
    pub input: Input,
    /// Which of the files are checked.
    pub filter: Filter,
    /// The level of each rule in this run.
    pub levels: Levels,
    /// Rules that are not reported in some files.
    pub per_file: Vec<(Globs, Vec<Selector>)>,
    /// Whether generated files are reported.
    pub generated: GeneratedFiles,
    /// Whether only `Close` discharges a response, and a cancelled context does not.
    pub require_close: bool,
    /// How much of the files is parsed.
    pub reading: Reading,
    /// Stubs of the user, sorted by path.
    pub stubs: Vec<Stub>,
    /// The functions that the configuration describes.
    pub functions: Vec<FunctionNote>,
    /// How a `defer` is written by `--fix`.
    pub fix_style: Style,
    /// The configuration file that was read.
    pub config: Option<PathBuf>,
    /// The configuration of that file.
    pub configured: Config,
    /// The name of the run in SARIF.
    pub category: String,
    /// Progress, for display.
    pub count: Arc<Count>,
}

/// The code to check.
#[derive(Debug)]
pub enum Input {
    /// Files and folders.
    Paths(Vec<String>),
    /// Text from standard input, and the file it stands for.
    Text(GoFile, Vec<u8>),
}

/// Whether findings in generated files are reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GeneratedFiles {
    /// They are reported like others.
    Reported,
    /// They are dropped.
    #[default]
    Silent,
}

/// How a `defer` is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// `defer resp.Body.Close()`
    #[default]
    Defer,
    /// `defer func() { _ = resp.Body.Close() }()`
    DeferFunc,
}

impl Style {
    /// The style as it is written in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Style::Defer => "defer",
            Style::DeferFunc => "defer-func",
        }
    }
}

/// A mistake in the settings, as a sentence that says where it is.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError(pub String);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl Settings {
    /// The settings for these arguments. Reads the configuration file, stubs and standard input.
    pub fn gather(args: &CheckArgs) -> Result<Settings, ConfigError> {
        let input = input(args)?;
        let file = config_file(args, &input);
        let config = match &file {
            Some(file) => config::read(file)?,
            None => Config::default(),
        };
        let folder = folder_of(file.as_deref())?;
        let in_config = |message: String| match &file {
            Some(file) => ConfigError(format!("{}: {message}", discover::shown(file))),
            None => ConfigError(message),
        };
        let exclude = Globs::new(&folder, &config.check.exclude).map_err(in_config)?;
        let per_file = config.per_file.iter().map(|row| {
            let globs = Globs::new(&folder, std::slice::from_ref(&row.path));
            Ok((globs.map_err(in_config)?, row.ignore.clone()))
        });
        Ok(Settings {
            input,
            filter: filter(args, &config, exclude),
            levels: levels(args, &config),
            per_file: per_file.collect::<Result<_, ConfigError>>()?,
            generated: match config.check.generated {
                true => GeneratedFiles::Reported,
                false => GeneratedFiles::Silent,
            },
            require_close: config.check.require_close,
            reading: if args.strict_parse { Reading::Whole } else { Reading::Auto },
            stubs: stubs::read(&stubs::find(&folder, &config.stubs).map_err(in_config)?)?,
            functions: functions(&config),
            fix_style: config.fix.style.0,
            config: file,
            configured: config,
            category: args.category.clone(),
            count: Arc::default(),
        })
    }

    /// The settings as an equivalent configuration, headed by the files that they come from.
    pub fn described(&self) -> String {
        let mut text = String::new();
        let mut line = |words: std::fmt::Arguments| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{words}");
        };
        let config = self.config.as_deref().map_or("none".into(), discover::shown);
        line(format_args!("# configuration file: {config}"));
        self.stubs.iter().for_each(|stub| line(format_args!("# stub file: {}", stub.shown)));
        let Config { check, fix, stubs, per_file, acquire, handled, closes, noreturn } = &self.configured;
        line(format_args!("stubs = {}", list(stubs)));
        line(format_args!("\n[check]\nexclude = {}", list(&check.exclude)));
        line(format_args!("tests = {}", self.filter.tests == TestFiles::Wanted));
        line(format_args!("generated = {}", self.generated == GeneratedFiles::Reported));
        line(format_args!("require-close = {}", self.require_close));
        line(format_args!("\n[check.severity]"));
        RULES.iter().for_each(|rule| line(format_args!("{} = \"{}\"", rule.name, self.levels.of(rule.rule).name())));
        line(format_args!("\n[fix]\nstyle = \"{}\"", fix.style.0.name()));
        for row in per_file {
            let ignore: Vec<String> = row.ignore.iter().map(Selector::to_string).collect();
            line(format_args!("\n[[per-file]]\npath = {}\nignore = {}", quoted(&row.path), list(&ignore)));
        }
        for (table, rows) in [("acquire", acquire), ("handled", handled), ("noreturn", noreturn)] {
            rows.iter().for_each(|row| line(format_args!("\n[[{table}]]\nfunc = {}", quoted(&row.func.to_string()))));
        }
        for row in closes {
            line(format_args!("\n[[closes]]\nfunc = {}\narg = {}", quoted(&row.func.to_string()), row.arg));
        }
        text
    }
}

fn list(words: &[String]) -> String {
    format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "))
}

fn quoted(word: &str) -> String {
    toml::Value::from(word).to_string()
}

fn input(args: &CheckArgs) -> Result<Input, ConfigError> {
    let reads_stdin = args.paths.iter().any(|path| path == "-");
    if !reads_stdin {
        return match args.stdin_filename {
            Some(_) => Err(ConfigError("--stdin-filename needs `-` as the path".to_string())),
            None => Ok(Input::Paths(args.paths.clone())),
        };
    }
    if args.paths.len() > 1 {
        return Err(ConfigError("`-` cannot be combined with other paths".to_string()));
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(crate::ground::source::LARGEST_FILE)
        .read_to_end(&mut bytes)
        .map_err(|error| ConfigError(format!("standard input could not be read: {error}")))?;
    let named = args.stdin_filename.as_deref();
    let shown = discover::shown(named.unwrap_or(Path::new(STDIN_NAME)));
    let path = PathBuf::from(&shown);
    Ok(Input::Text(GoFile { path, shown }, bytes))
}

fn config_file(args: &CheckArgs, input: &Input) -> Option<PathBuf> {
    if args.config.is_some() {
        return args.config.clone();
    }
    let paths: Vec<PathBuf> = match input {
        Input::Paths(paths) => paths
            .iter()
            .map(|path| PathBuf::from(path.trim_end_matches("...")))
            .map(|path| match path.as_os_str().is_empty() {
                true => PathBuf::from("."),
                false => path,
            })
            .collect(),
        Input::Text(file, _) => file.path.parent().map(Path::to_path_buf).into_iter().collect(),
    };
    config::find(&paths)
}

/// The folder that patterns are relative to: that of the configuration file.
fn folder_of(config: Option<&Path>) -> Result<PathBuf, ConfigError> {
    let file = config.unwrap_or(Path::new("bodyguard.toml"));
    let absolute =
        std::path::absolute(file).map_err(|error| ConfigError(format!("the working directory is gone: {error}")))?;
    Ok(absolute.parent().map_or_else(PathBuf::new, Path::to_path_buf))
}

fn filter(args: &CheckArgs, config: &Config, exclude: Globs) -> Filter {
    Filter {
        exclude,
        tests: match config.check.tests {
            Some(false) => TestFiles::Skipped,
            _ => TestFiles::Wanted,
        },
        named: match args.force_exclude {
            true => NamedFiles::MayBeExcluded,
            false => NamedFiles::AlwaysChecked,
        },
        threads: usize::from(args.threads),
    }
}

/// Applies severities first, then `select` and `ignore` of the configuration, then those of the command line. A
/// selected rule whose level is off becomes an error: a rule that is asked for by name should fail the run.
fn levels(args: &CheckArgs, config: &Config) -> Levels {
    let mut levels = Levels::default();
    for (rule, level) in &config.check.severity {
        levels.set(rule.0, level.0);
    }
    let typed = (args.select.as_deref(), args.ignore.as_slice());
    let configured = (config.check.select.as_deref(), config.check.ignore.as_slice());
    for text in &RULES {
        let rule = text.rule;
        let level = levels.of(rule);
        let mut is_wanted = level != Level::Off;
        for (select, ignore) in [configured, typed] {
            let names = |list: &[Selector]| list.iter().any(|selector| selector.chooses(rule));
            is_wanted = select.map_or(is_wanted, names) && !names(ignore);
        }
        levels.set(
            rule,
            match (is_wanted, level) {
                (false, _) => Level::Off,
                (true, Level::Off) => Level::Error,
                (true, level) => level,
            },
        );
    }
    levels
}

fn functions(config: &Config) -> Vec<FunctionNote> {
    let rows = [
        (&config.acquire, Meaning::Acquires),
        (&config.handled, Meaning::Handled),
        (&config.noreturn, Meaning::NeverReturns),
    ];
    let mut notes: Vec<FunctionNote> = rows
        .into_iter()
        .flat_map(|(rows, meaning)| rows.iter().map(move |row| (row, meaning)))
        .map(|(row, meaning)| FunctionNote { function: row.func.clone(), meaning })
        .collect();
    notes.extend(
        config.closes.iter().map(|row| FunctionNote { function: row.func.clone(), meaning: Meaning::Closes(row.arg) }),
    );
    notes
}
