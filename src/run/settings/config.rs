//! The configuration file: where it lies, its keys, and its mistakes.
//!
//!     bodyguard.toml:3: unknown key `excludes`, did you mean `exclude`?
//!
//! The file is `bodyguard.toml` or `.bodyguard.toml`: the nearest one above the checked paths, up to the root of the
//! repository. An unknown key is an error with file and line: a setting without effect is worse than none.

use super::ConfigError;
use super::function::{FunctionName, FunctionPattern, ImportPath};
use crate::findings::finding::DeferStyle;
use crate::findings::rule::{HOME, Level, Rule, Selector, unknown_rule};
use crate::ground::plain_words::in_plain_words;
use crate::ground::printable::printable;
use crate::ground::source::about_regular;
use crate::ground::suggest;
use serde::{Deserialize, Deserializer, de};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The names of the file; the first one wins if a folder has both.
const NAMES: [&str; 2] = ["bodyguard.toml", ".bodyguard.toml"];

/// The JSON schema of the file, for editors.
pub const SCHEMA: &str = include_str!("../../../schemas/config.schema.json");

/// A larger configuration file is not read.
const LARGEST_CONFIG: u64 = 4 << 20;

/// The configuration that `bodyguard init` writes, without the line about its schema.
pub const TEMPLATE: &str = include_str!("template.toml");

/// The schema beside the configuration file, for editors, where the project has no address to read it from.
const LOCAL_SCHEMA: &str = ".bodyguard.schema.json";

/// The configuration that `bodyguard init` writes. Its first line says to editors where the schema is: at the address of the project,
/// or in a file beside it.
pub fn new_file() -> String {
    let schema = match HOME.strip_prefix("https://github.com/") {
        Some(name) => {
            let version = env!("CARGO_PKG_VERSION");
            format!("https://raw.githubusercontent.com/{name}/v{version}/schemas/config.schema.json")
        }
        None => LOCAL_SCHEMA.to_string(),
    };
    format!("#:schema {schema}\n{TEMPLATE}")
}

/// What `bodyguard init` says about the schema: nothing if editors find it at the address of the project.
pub fn how_to_get_schema() -> String {
    match HOME.is_empty() {
        true => format!("For completion in editors, run: bodyguard schema config > {LOCAL_SCHEMA}\n"),
        false => String::new(),
    }
}

/// A configuration file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Config {
    /// `[check]`.
    pub check: CheckTable,
    /// `[fix]`.
    pub fix: FixTable,
    /// Patterns for files with Go stubs.
    pub stubs: Vec<String>,
    /// `[[per-file]]`.
    pub per_file: Vec<PerFile>,
    /// `[[acquire]]`: functions that return ownership of an open response.
    pub acquire: Vec<FunctionRow>,
    /// `[[handled]]`: functions whose response needs no close.
    pub handled: Vec<HandledRow>,
    /// `[[closes]]`: functions that close an argument.
    pub closes: Vec<ClosesRow>,
    /// `[[noreturn]]`: functions that never return.
    pub noreturn: Vec<FunctionRow>,
    /// The text of the file.
    #[serde(skip)]
    pub text: String,
}

/// `[check]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct CheckTable {
    /// Paths that are not checked.
    pub exclude: Vec<String>,
    /// Whether `_test.go` files are checked.
    pub tests: Option<bool>,
    /// Whether generated files are reported.
    pub generated: bool,
    /// Whether only `Close` discharges a response, and a cancelled context does not.
    pub require_close: bool,
    /// The only rules to report.
    #[serde(deserialize_with = "some_selectors")]
    pub select: Option<Vec<Selector>>,
    /// Rules not to report.
    #[serde(deserialize_with = "selectors")]
    pub ignore: Vec<Selector>,
    /// Levels of rules.
    pub severity: BTreeMap<RuleWord, LevelWord>,
}

/// `[fix]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct FixTable {
    /// How a `defer` is written.
    pub style: StyleWord,
}

/// A style as a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct StyleWord(pub DeferStyle);

impl TryFrom<String> for StyleWord {
    type Error = String;

    fn try_from(word: String) -> Result<StyleWord, String> {
        [DeferStyle::Defer, DeferStyle::DeferFunc]
            .into_iter()
            .find(|style| style.name() == word)
            .map(StyleWord)
            .ok_or_else(|| format!("unknown style `{word}`, expected \"defer\" or \"defer-func\""))
    }
}

/// `[[per-file]]`: rules that are not reported in some files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerFile {
    /// A pattern for the files.
    pub path: String,
    /// The rules.
    #[serde(deserialize_with = "selectors")]
    pub ignore: Vec<Selector>,
}

/// A function by its full name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunctionRow {
    /// `example.com/x.(*Client).Fetch`.
    pub func: FunctionName,
}

/// Functions whose response needs no close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandledRow {
    /// `func = "example.com/x.(*Client).Fetch"`, or with `*` for any characters.
    Function(FunctionPattern),
    /// `package = "example.com/x/api"`.
    Package(ImportPath),
    /// `module = "example.com/x"`.
    Module(ImportPath),
}

/// [`HandledRow`] as it is written: one of the keys.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandledTable {
    func: Option<FunctionPattern>,
    package: Option<ImportPath>,
    module: Option<ImportPath>,
}

/// Reads a [`HandledTable`] inside of the table, so that errors have its line.
struct HandledVisitor;

impl<'de> Deserialize<'de> for HandledRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HandledRow, D::Error> {
        deserializer.deserialize_map(HandledVisitor)
    }
}

impl<'de> de::Visitor<'de> for HandledVisitor {
    type Value = HandledRow;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a table with `func`, `package` or `module`")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<HandledRow, A::Error> {
        let table = HandledTable::deserialize(de::value::MapAccessDeserializer::new(map))?;
        match (table.func, table.package, table.module) {
            (Some(function), None, None) => Ok(HandledRow::Function(function)),
            (None, Some(package), None) => Ok(HandledRow::Package(package)),
            (None, None, Some(module)) => Ok(HandledRow::Module(module)),
            _ => Err(de::Error::custom("a row of [[handled]] needs exactly one of `func`, `package` and `module`")),
        }
    }
}

/// A function that closes an argument.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosesRow {
    /// `example.com/x.CloseQuietly`.
    pub func: FunctionName,
    /// The argument, counted from 0.
    #[serde(default)]
    pub arg: usize,
}

/// A rule as a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct RuleWord(pub Rule);

impl TryFrom<String> for RuleWord {
    type Error = String;

    fn try_from(word: String) -> Result<RuleWord, String> {
        let rule = Rule::find(&word).ok_or_else(|| unknown_rule(&word))?;
        Ok(RuleWord(rule))
    }
}

/// A level as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct LevelWord(pub Level);

impl TryFrom<String> for LevelWord {
    type Error = String;

    fn try_from(word: String) -> Result<LevelWord, String> {
        [Level::Off, Level::Warning, Level::Error]
            .into_iter()
            .find(|level| level.name() == word)
            .map(LevelWord)
            .ok_or_else(|| format!("unknown severity `{word}`, expected \"error\", \"warning\" or \"off\""))
    }
}

fn selectors<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Selector>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    words.iter().map(|word| word.parse().map_err(de::Error::custom)).collect()
}

fn some_selectors<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Selector>>, D::Error> {
    selectors(deserializer).map(Some)
}

/// The nearest configuration file above the paths; `None` if there is none up to the root of the repository. What has its name and is
/// no file counts: reading it says so.
pub fn find(paths: &[PathBuf]) -> Option<PathBuf> {
    let folder = common_folder(paths)?;
    for folder in folder.ancestors() {
        let mut candidates = NAMES.iter().map(|name| folder.join(name));
        if let Some(file) = candidates.find(|file| std::fs::symlink_metadata(file).is_ok()) {
            return Some(file);
        }
        if is_repository(folder) {
            return None;
        }
    }
    None
}

/// The root of the repository that holds an absolute folder.
pub fn repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| is_repository(folder))
}

/// Whether a folder has `.git`, which is a file in a worktree or submodule.
fn is_repository(folder: &Path) -> bool {
    folder.join(".git").exists()
}

/// The deepest folder that holds all the paths.
pub fn common_folder(paths: &[PathBuf]) -> Option<PathBuf> {
    let mut folders = paths.iter().filter_map(|path| {
        let path = path.canonicalize().ok()?;
        match path.is_dir() {
            true => Some(path),
            false => path.parent().map(Path::to_path_buf),
        }
    });
    let first = folders.next().or_else(|| std::env::current_dir().ok())?;
    Some(folders.fold(first, |common, folder| {
        let holds_both = |above: &&Path| folder.starts_with(above);
        common.ancestors().find(holds_both).map_or_else(PathBuf::new, Path::to_path_buf)
    }))
}

/// Reads a configuration file. Fails with a sentence that names file, line and key.
pub fn read(file: &Path) -> Result<Config, ConfigError> {
    let shown = crate::run::discover::shown(file);
    let shown = printable(&shown);
    let unread = |error: String| ConfigError(format!("{shown}: could not be read: {error}"));
    if about_regular(file).map_err(unread)? > LARGEST_CONFIG {
        return Err(ConfigError(format!("{shown}: not read, because it is larger than {} MiB", LARGEST_CONFIG >> 20)));
    }
    let text = std::fs::read_to_string(file).map_err(|error| unread(error.to_string()))?;
    parse(&text, &shown)
}

/// Reads a configuration file with settings in its format that win over those of the file, key by key; `None` if there is no file. Fails
/// like [`read`].
pub fn read_with(file: Option<&Path>, overrides: &str) -> Result<Config, ConfigError> {
    let from_file = file.map_or(Ok(Config::default()), read)?;
    if overrides.is_empty() {
        return Ok(from_file);
    }
    let from_caller = parse(overrides, OVERRIDES)?;
    let Some(file) = file else {
        return Ok(from_caller);
    };
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let (Ok(mut merged), Ok(over)) = (text.parse::<toml::Table>(), overrides.parse::<toml::Table>()) else {
        return Ok(from_caller);
    };
    merge(&mut merged, over);
    Config::deserialize(merged).map_err(|error| ConfigError(format!("{OVERRIDES}: {}", error.message())))
}

/// The name of settings that come from the caller, in messages.
const OVERRIDES: &str = "settings of the caller";

/// Puts the values of a table over those of another one; tables in it are merged.
fn merge(below: &mut toml::Table, over: toml::Table) {
    for (key, value) in over {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(over)) => merge(below, over),
            (_, value) => drop(below.insert(key, value)),
        }
    }
}

/// Reads the text of a configuration file; `shown` is its path in messages. Fails like [`read`].
pub fn parse(text: &str, shown: &str) -> Result<Config, ConfigError> {
    let read = toml::from_str(text).map(|config| Config { text: text.to_string(), ..config });
    read.map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start).min(text.len());
        let line = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..offset]).count();
        let message = error.message();
        let message = unknown_key(message).unwrap_or_else(|| in_plain_words(message));
        ConfigError(format!("{shown}:{line}: {message}"))
    })
}

/// The 1-based line of a value in the text of a configuration file, by the keys and indices that lead to it; `None` if there is none.
pub fn line_of(text: &str, path: &[&dyn ToString]) -> Option<usize> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let (first, rest) = path.split_first()?;
    let mut value = table.get_ref().get(first.to_string().as_str())?;
    for key in rest {
        let key = key.to_string();
        value = match value.get_ref() {
            toml::de::DeValue::Table(table) => table.get(key.as_str())?,
            toml::de::DeValue::Array(list) => list.get(key.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..value.span().start]).count())
}

/// A message about an unknown key, made from that of the parser, ``unknown field `x`, expected one of `a`, `b` ``; `None` if the
/// parser's message is about something else.
fn unknown_key(message: &str) -> Option<String> {
    let mut words = message.strip_prefix("unknown field ")?.split('`');
    let key = words.nth(1)?;
    let known: Vec<&str> = words.skip(1).step_by(2).collect();
    Some(match suggest::closest(key, known.iter().copied()) {
        Some(meant) => format!("unknown key `{key}`, did you mean `{meant}`?"),
        None => format!("unknown key `{key}`; the keys here are {}", known.join(", ")),
    })
}

#[cfg(test)]
mod tests;
