//! The command line. [`crate::run::settings`] decides what it means for a run.

use crate::findings::finding::Confidence;
use crate::findings::rule::Selector;
use crate::report::Format;
use crate::server::log::LogLevel;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Finds HTTP response bodies in Go code that are not closed on some path.
#[derive(Debug, Parser)]
#[command(name = "bodyguard", version, arg_required_else_help = true)]
pub struct Cli {
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check Go code for response bodies that stay open
    Check(Box<CheckArgs>),
    /// Serve an editor: the language server protocol on standard input and output
    Server(ServerArgs),
    /// Describe a rule: what it finds, why, and how to fix it
    Explain {
        /// Id or name: BG002, leaks-on-path
        rule: String,
    },
    /// List all rules
    Rules,
    /// Write a commented bodyguard.toml into the current folder
    Init,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, in the format of man
    Man,
    /// Print a JSON schema, for editors and programs
    Schema {
        /// The file that the schema describes
        of: SchemaOf,
    },
    /// Show the stages of the analysis
    Debug {
        /// The kind of output.
        #[command(subcommand)]
        what: DebugWhat,
    },
}

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// bodyguard.toml
    Config,
    /// The report that --output-format json writes
    Report,
}

/// The kinds of output of `debug`.
#[derive(Debug, Subcommand)]
pub enum DebugWhat {
    /// Show the event graph of a function
    Body {
        /// FILE:FUNC
        #[arg(value_name = "FILE:FUNC")]
        function: String,
    },
    /// Show the paths that were followed through a function
    Paths {
        /// FILE:FUNC
        #[arg(value_name = "FILE:FUNC")]
        function: String,
    },
    /// Compare the built-in stubs with the source of the libraries, where it can be found
    Stubs {
        /// Folders with Go code that imports the libraries
        #[arg(value_name = "PATHS", default_value = ".", hide_default_value = true)]
        paths: Vec<String>,
    },
    /// Show the type of the expression at a place
    Type {
        /// FILE:LINE:COL
        #[arg(value_name = "FILE:LINE:COL")]
        place: String,
    },
}

/// The arguments of `server`.
#[derive(Debug, Args)]
pub struct ServerArgs {
    /// What is written to standard error; the editor's settings may change it
    #[arg(long, value_name = "LEVEL", default_value = "warning", hide_default_value = true)]
    pub log_level: LogLevel,
    /// Number of threads; 0 takes one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=512), hide_default_value = true)]
    pub threads: u16,
    /// Ignored: standard input and output are the only way
    #[arg(long, hide = true)]
    pub stdio: bool,
}

/// The arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files, folders, dir/... patterns, or - for standard input
    #[arg(value_name = "PATHS", default_value = ".", hide_default_value = true)]
    pub paths: Vec<String>,

    /// The format of standard output
    #[arg(long, value_name = "FORMAT", default_value = "full", help_heading = "Output")]
    pub output_format: Format,
    /// Also write a report to a file, for example sarif=out.sarif; may be repeated
    #[arg(long = "output", value_name = "FORMAT=FILE", value_parser = parse_output, help_heading = "Output")]
    pub outputs: Vec<Output>,
    /// Print statistics to standard error: findings by rule, calls that were followed, packages that were not found
    #[arg(long, help_heading = "Output")]
    pub statistics: bool,
    /// Print findings and errors only: no warnings, no summary
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub quiet: bool,
    /// Print more detail: all warnings, the configuration file, the number of threads
    #[arg(short, long, help_heading = "Output")]
    pub verbose: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    pub color: ColorWhen,
    /// Do not show a progress bar in long runs
    #[arg(long, help_heading = "Output")]
    pub no_progress: bool,
    /// The name of this run in SARIF, to tell several runs over one commit apart
    #[arg(long, value_name = "NAME", default_value = "bodyguard", help_heading = "Output")]
    pub category: String,

    /// Report only these rules: ids or names, separated by commas, or ALL
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub select: Option<Vec<Selector>>,
    /// Report these rules in addition to those of the configuration or the defaults
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub extend_select: Vec<Selector>,
    /// Do not report these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "Rules")]
    pub ignore: Vec<Selector>,
    /// Report only findings of at least this confidence
    #[arg(long, value_name = "LEVEL", default_value = "medium", hide_default_value = true, help_heading = "Rules")]
    pub min_confidence: Confidence,

    /// Fix what can be fixed safely, and report the rest
    #[arg(long, conflicts_with_all = ["diff", "write_baseline", "add_ignore"], help_heading = "Fixes")]
    pub fix: bool,
    /// With --fix or --diff: include edits that need review
    #[arg(long, help_heading = "Fixes")]
    pub unsafe_fixes: bool,
    /// Print what --fix would change, without changing anything
    #[arg(long, conflicts_with_all = ["write_baseline", "add_ignore"], help_heading = "Fixes")]
    pub diff: bool,
    /// Silence each finding with a comment above it
    #[arg(long, value_name = "REASON", num_args = 0..=1, require_equals = true, default_missing_value = "not reviewed yet", conflicts_with = "write_baseline", help_heading = "Fixes")]
    pub add_ignore: Option<String>,

    /// Do not report findings that are listed in this file
    #[arg(long, value_name = "FILE", help_heading = "Known findings")]
    pub baseline: Option<PathBuf>,
    /// Write all findings to a file for --baseline, and report none
    #[arg(long, value_name = "FILE", conflicts_with = "baseline", help_heading = "Known findings")]
    pub write_baseline: Option<PathBuf>,
    /// Do not report findings that already exist in this commit: a branch, a tag, HEAD~1
    #[arg(long, value_name = "REV", help_heading = "Known findings")]
    pub since: Option<String>,

    /// Read this configuration instead of the nearest bodyguard.toml
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub config: Option<PathBuf>,
    /// Apply excludes also to files that are named, as hooks need it
    #[arg(long, help_heading = "Files")]
    pub force_exclude: bool,
    /// The path of the file that standard input stands for
    #[arg(long, value_name = "PATH", help_heading = "Files")]
    pub stdin_filename: Option<PathBuf>,
    /// List the files that would be checked, and exit
    #[arg(long, help_heading = "Files")]
    pub show_files: bool,
    /// Print the settings of this run, and exit
    #[arg(long, help_heading = "Files")]
    pub show_settings: bool,

    /// Number of threads; 0 means one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = parse_threads, hide_default_value = true, help_heading = "Run")]
    pub threads: u16,
    /// Exit with code 0 even if there are findings
    #[arg(long, help_heading = "Run")]
    pub exit_zero: bool,
    /// Exit with code 2 if a file could not be read or parsed
    #[arg(long, help_heading = "Run")]
    pub strict_parse: bool,
}

/// More threads than any machine has processors for are a mistake.
const MOST_THREADS: u16 = 512;

/// A report that goes to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its format.
    pub format: Format,
    /// The file; it is overwritten.
    pub file: PathBuf,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal, unless the environment says otherwise
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn parse_threads(typed: &str) -> Result<u16, String> {
    let number = typed.parse().ok().filter(|number| *number <= MOST_THREADS);
    number.ok_or_else(|| format!("expected a number from 0 to {MOST_THREADS}"))
}

fn parse_output(typed: &str) -> Result<Output, String> {
    let (format, file) = typed
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("write it as FORMAT=FILE, for example sarif=out.sarif")?;
    let format = Format::from_str(format, true).map_err(|_| {
        let known: Vec<_> = Format::value_variants()
            .iter()
            .filter_map(|format| Some(format.to_possible_value()?.get_name().to_string()))
            .collect();
        format!("unknown format `{format}`; known: {}", known.join(", "))
    })?;
    Ok(Output { format, file: PathBuf::from(file) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn outputs_name_format_and_file() {
        let output = parse_output("json-lines=a=b").unwrap();
        assert_eq!(output.format, Format::JsonLines);
        assert_eq!(output.file, PathBuf::from("a=b"));
        assert!(parse_output("sarif").is_err());
        assert!(parse_output("sarif=").is_err());
        assert!(parse_output("yaml=x").unwrap_err().contains("known: full"));
    }
}
