//! From the arguments of `check` to the options of a run. Reads standard input if the path is `-`.

use super::args::CheckArgs;
use crate::ground::source::{GoFile, LARGEST_FILE};
use crate::run::discover::{self, NamedFiles};
use crate::run::settings::{ConfigError, Input, Options};
use crate::task::Reading;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The name of standard input without `--stdin-filename`.
const STDIN_NAME: &str = "stdin.go";

/// The options that the arguments ask for. Fails if they do not fit together, or if standard input cannot be read.
pub fn of(args: &CheckArgs) -> Result<Options, ConfigError> {
    Ok(Options {
        input: input(args)?,
        config: args.config.clone(),
        overrides: String::new(),
        select: args.select.clone(),
        extend_select: args.extend_select.clone(),
        ignore: args.ignore.clone(),
        min_confidence: args.min_confidence,
        named: match args.force_exclude {
            true => NamedFiles::MayBeExcluded,
            false => NamedFiles::AlwaysChecked,
        },
        reading: if args.strict_parse { Reading::Whole } else { Reading::Auto },
        threads: usize::from(args.threads),
        category: args.category.clone(),
    })
}

fn input(args: &CheckArgs) -> Result<Input, ConfigError> {
    let reads_stdin = args.paths.iter().any(|path| path == "-");
    if !reads_stdin {
        return match args.stdin_filename {
            Some(_) => Err(ConfigError("--stdin-filename requires `-` as the path".to_string())),
            None => Ok(Input::Paths(args.paths.clone())),
        };
    }
    if args.paths.len() > 1 {
        return Err(ConfigError("`-` cannot be combined with other paths".to_string()));
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ConfigError(format!("standard input could not be read: {error}")))?;
    if bytes.len() as u64 > LARGEST_FILE {
        // With `--fix` the text would come back without its end.
        return Err(ConfigError(format!("standard input is larger than {} MiB; nothing was done", LARGEST_FILE >> 20)));
    }
    let named = args.stdin_filename.as_deref();
    let shown = discover::shown(named.unwrap_or(Path::new(STDIN_NAME)));
    let path = PathBuf::from(&shown);
    Ok(Input::Text(GoFile { path, shown }, bytes))
}

/// How many columns a line of a report may have: those of the terminal, or `COLUMNS`; `None` if the output goes elsewhere.
pub fn width(is_terminal: bool) -> Option<usize> {
    let typed = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    typed.or_else(|| {
        let (columns, _) = if is_terminal { terminal_size::terminal_size()? } else { return None };
        Some(usize::from(columns.0))
    })
}
