//! The settings of a run, from the options of the caller and the configuration file.
//!
//!     --select BG001, severity of BG001 = "warning"   ->   levels: BG001 warning, all others off
//!
//! [`Options`] are the decisions of the caller: the command line, an editor, a program that uses the library. They
//! override the configuration file, which overrides the defaults. Later code does not know where a setting came from.

pub mod config;
pub mod function;
mod stubs;
pub mod without_effect;

use crate::findings::finding::{Confidence, DeferStyle};
use crate::findings::rule::{Level, Levels, RULES, Selector};
use crate::findings::suppress::GeneratedFiles;
use crate::ground::globs::Globs;
use crate::ground::printable::printable;
use crate::ground::problem::Problem;
use crate::ground::source::GoFile;
use crate::program::Stub;
use crate::run::discover::{self, Filter, NamedFiles, TestFiles};
use crate::task::{Count, Reading};
use config::{Config, HandledRow};
use function::{FunctionName, FunctionNote, FunctionPattern, FunctionSet, Meaning};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The decisions of the caller of a run. Each `None` and each default leaves the decision to the configuration file.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The code to check.
    pub input: Input,
    /// The configuration file; else the nearest `bodyguard.toml` above the input counts.
    pub config: Option<PathBuf>,
    /// Settings in the format of the configuration file, which win over those of the file key by key. Without a file, paths in them
    /// start from the folder of the input.
    pub overrides: String,
    /// The rules to report, all others are off.
    pub select: Option<Vec<Selector>>,
    /// Rules that are reported besides those of `select` or the configuration.
    pub extend_select: Vec<Selector>,
    /// Rules that are off.
    pub ignore: Vec<Selector>,
    /// Findings that are less certain are not reported.
    pub min_confidence: Confidence,
    /// Whether files that are named can be excluded.
    pub named: NamedFiles,
    /// How much of the files is parsed.
    pub reading: Reading,
    /// How many threads search for files; 0 takes one for each processor.
    pub threads: usize,
    /// The name of the run in SARIF.
    pub category: String,
}

/// The settings of a run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The code to check.
    pub(crate) input: Input,
    /// Which of the files are checked.
    pub(crate) filter: Filter,
    /// The level of each rule in this run.
    pub(crate) levels: Levels,
    /// Findings that are less certain are not reported.
    pub(crate) min_confidence: Confidence,
    /// Rules that are not reported in some files.
    pub(crate) per_file: Vec<(Globs, Vec<Selector>)>,
    /// Whether generated files are reported.
    pub(crate) generated: GeneratedFiles,
    /// Whether only `Close` discharges a response, and a cancelled context does not.
    pub(crate) require_close: bool,
    /// How much of the files is parsed.
    pub(crate) reading: Reading,
    /// Stubs of the user, sorted by path.
    pub(crate) stubs: Vec<Stub>,
    /// The functions that the configuration describes one by one.
    pub(crate) functions: Vec<FunctionNote>,
    /// Sets of functions whose responses need no close.
    pub(crate) handled: Vec<FunctionSet>,
    /// How a `defer` is written by `--fix`.
    pub(crate) fix_style: DeferStyle,
    /// The configuration file that was read.
    pub(crate) config: Option<PathBuf>,
    /// The configuration of that file.
    pub(crate) configured: Config,
    /// The name of the run in SARIF.
    pub(crate) category: String,
    /// Warnings about rules that are selected and ignored.
    pub(crate) conflicts: Vec<Problem>,
    /// Progress, for display.
    pub(crate) count: Arc<Count>,
}

/// The code to check.
#[derive(Clone, Debug)]
pub enum Input {
    /// Files and folders.
    Paths(Vec<String>),
    /// Text from standard input, and the file it stands for.
    Text(GoFile, Vec<u8>),
}

impl Default for Input {
    /// The working directory and all below it.
    fn default() -> Input {
        Input::Paths(vec![".".to_string()])
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
    /// The settings for these options. Reads the configuration file and the stubs. Fails with a sentence that names the file and the
    /// mistake in it.
    pub fn new(options: Options) -> Result<Settings, ConfigError> {
        let file = options.config.clone().or_else(|| config_file(&options.input));
        let config = config::read_with(file.as_deref(), &options.overrides)?;
        let folder = folder_of(file.as_deref(), &options.input)?;
        let in_config = |message: String| match &file {
            Some(file) => ConfigError(format!("{}: {message}", printable(&discover::shown(file)))),
            None => ConfigError(message),
        };
        let on_line = |keys: &[&dyn ToString], message: String| match (&file, config::line_of(&config.text, keys)) {
            (Some(file), Some(line)) => ConfigError(format!("{}:{line}: {message}", discover::shown(file))),
            _ => in_config(message),
        };
        let excluded = |(number, pattern): (usize, &String)| {
            Globs::new(&folder, std::slice::from_ref(pattern))
                .map_err(|message| on_line(&[&"check", &"exclude", &number], message))
        };
        config.check.exclude.iter().enumerate().try_for_each(|row| excluded(row).map(drop))?;
        let exclude = Globs::new(&folder, &config.check.exclude).map_err(in_config)?;
        let per_file = config.per_file.iter().enumerate().map(|(number, row)| {
            let globs = Globs::new(&folder, std::slice::from_ref(&row.path));
            Ok((globs.map_err(|message| on_line(&[&"per-file", &number, &"path"], message))?, row.ignore.clone()))
        });
        let per_file = per_file.collect::<Result<_, ConfigError>>()?;
        Ok(Settings {
            filter: filter(&options, &config, exclude),
            levels: levels(&options, &config),
            conflicts: without_effect::conflicts(&options, &config, file.as_deref()),
            min_confidence: options.min_confidence,
            per_file,
            generated: match config.check.generated {
                true => GeneratedFiles::Reported,
                false => GeneratedFiles::Silent,
            },
            require_close: config.check.require_close,
            reading: options.reading,
            stubs: stubs::read(&stubs::find(&folder, &config.stubs).map_err(in_config)?)?,
            functions: functions(&config),
            handled: handled(&config),
            fix_style: config.fix.style.0,
            config: file,
            configured: config,
            category: options.category,
            input: options.input,
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
        let Config { check, fix, stubs, per_file, acquire, handled, closes, noreturn, text: _ } = &self.configured;
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
        let func = |function: &FunctionName| format!("func = {}", quoted(&function.to_string()));
        acquire.iter().for_each(|row| line(format_args!("\n[[acquire]]\n{}", func(&row.func))));
        for row in handled {
            let words = match row {
                HandledRow::Function(FunctionPattern::Name(function)) => func(function),
                HandledRow::Function(FunctionPattern::Pattern(pattern)) => format!("func = {}", quoted(pattern)),
                HandledRow::Package(path) => format!("package = {}", quoted(&path.0)),
                HandledRow::Module(path) => format!("module = {}", quoted(&path.0)),
            };
            line(format_args!("\n[[handled]]\n{words}"));
        }
        noreturn.iter().for_each(|row| line(format_args!("\n[[noreturn]]\n{}", func(&row.func))));
        for row in closes {
            line(format_args!("\n[[closes]]\n{}\narg = {}", func(&row.func), row.arg));
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

/// The nearest configuration file above the code to check.
fn config_file(input: &Input) -> Option<PathBuf> {
    config::find(&paths_of(input))
}

/// The files and folders of the code to check.
fn paths_of(input: &Input) -> Vec<PathBuf> {
    match input {
        Input::Paths(paths) => paths
            .iter()
            .map(|path| PathBuf::from(path.trim_end_matches("...")))
            .map(|path| match path.as_os_str().is_empty() {
                true => PathBuf::from("."),
                false => path,
            })
            .collect(),
        Input::Text(file, _) => file.path.parent().map(Path::to_path_buf).into_iter().collect(),
    }
}

/// The folder that patterns are relative to: that of the configuration file; without one, that of the code to check.
fn folder_of(config: Option<&Path>, input: &Input) -> Result<PathBuf, ConfigError> {
    let common = || config::common_folder(&paths_of(input)).filter(|folder| folder.is_absolute());
    match config {
        Some(file) => {
            let absolute = std::path::absolute(file)
                .map_err(|error| ConfigError(format!("the working directory could not be read: {error}")))?;
            Ok(absolute.parent().map_or_else(PathBuf::new, Path::to_path_buf))
        }
        None => Ok(common().unwrap_or_default()),
    }
}

fn filter(options: &Options, config: &Config, exclude: Globs) -> Filter {
    Filter {
        exclude,
        tests: match config.check.tests {
            Some(false) => TestFiles::Skipped,
            _ => TestFiles::Wanted,
        },
        named: options.named,
        threads: options.threads,
    }
}

/// Applies severities first, then `select` and `ignore` of the configuration, then those of the caller. A selected rule
/// whose level is off becomes an error: a rule that is asked for by name should fail the run. `extend_select` of the caller adds to
/// what the configuration reports, and only `ignore` of the caller wins over it.
fn levels(options: &Options, config: &Config) -> Levels {
    let mut levels = Levels::default();
    for (rule, level) in &config.check.severity {
        levels.set(rule.0, level.0);
    }
    let typed = (options.select.as_deref(), options.extend_select.as_slice(), options.ignore.as_slice());
    let configured = (config.check.select.as_deref(), [].as_slice(), config.check.ignore.as_slice());
    for text in &RULES {
        let rule = text.rule;
        let level = levels.of(rule);
        let mut is_wanted = level != Level::Off;
        for (select, more, ignore) in [configured, typed] {
            let names = |list: &[Selector]| list.iter().any(|selector| selector.chooses(rule));
            is_wanted = (select.map_or(is_wanted, names) || names(more)) && !names(ignore);
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
    let note = |function: &FunctionName, meaning| FunctionNote { function: function.clone(), meaning };
    let mut notes: Vec<FunctionNote> = Vec::new();
    notes.extend(config.acquire.iter().map(|row| note(&row.func, Meaning::Acquires)));
    notes.extend(config.handled.iter().filter_map(|row| match row {
        HandledRow::Function(FunctionPattern::Name(function)) => Some(note(function, Meaning::Handled)),
        _ => None,
    }));
    notes.extend(config.noreturn.iter().map(|row| note(&row.func, Meaning::NeverReturns)));
    notes.extend(config.closes.iter().map(|row| note(&row.func, Meaning::Closes(row.arg))));
    notes
}

fn handled(config: &Config) -> Vec<FunctionSet> {
    let set = |row: &HandledRow| match row {
        HandledRow::Function(FunctionPattern::Name(_)) => None,
        HandledRow::Function(FunctionPattern::Pattern(pattern)) => Some(FunctionSet::Pattern(pattern.clone())),
        HandledRow::Package(path) => Some(FunctionSet::Package(path.0.clone())),
        HandledRow::Module(path) => Some(FunctionSet::Module(path.0.clone())),
    };
    config.handled.iter().filter_map(set).collect()
}
