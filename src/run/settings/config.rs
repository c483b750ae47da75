//! The configuration file: where it lies, its keys, and its mistakes.
//!
//!     bodyguard.toml:3: unknown key `excludes`, did you mean `exclude`?
//!
//! The file is `bodyguard.toml` or `.bodyguard.toml`: the nearest one above the checked paths, up to the root of the
//! repository. An unknown key is an error with file and line: a setting without effect is worse than none.

use super::ConfigError;
use super::function::{FunctionName, FunctionPattern, ImportPath};
use crate::findings::finding::DeferStyle;
use crate::findings::rule::{Level, Rule, Selector, unknown_rule};
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

/// The configuration that `bodyguard init` writes.
pub const TEMPLATE: &str = include_str!("template.toml");

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
            .ok_or_else(|| format!("unknown style `{word}`; write \"defer\" or \"defer-func\""))
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
            .ok_or_else(|| format!("unknown severity `{word}`; write \"error\", \"warning\" or \"off\""))
    }
}

fn selectors<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Selector>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    words.iter().map(|word| word.parse().map_err(de::Error::custom)).collect()
}

fn some_selectors<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Selector>>, D::Error> {
    selectors(deserializer).map(Some)
}

/// The nearest configuration file above the paths; `None` if there is none up to the root of the repository.
pub fn find(paths: &[PathBuf]) -> Option<PathBuf> {
    let folder = common_folder(paths)?;
    for folder in folder.ancestors() {
        let mut candidates = NAMES.iter().map(|name| folder.join(name));
        if let Some(file) = candidates.find(|file| file.is_file()) {
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
fn common_folder(paths: &[PathBuf]) -> Option<PathBuf> {
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
    if std::fs::metadata(file).is_ok_and(|about| about.len() > LARGEST_CONFIG) {
        return Err(ConfigError(format!("{shown}: larger than {} MiB, not read", LARGEST_CONFIG >> 20)));
    }
    let text =
        std::fs::read_to_string(file).map_err(|error| ConfigError(format!("{shown}: could not be read: {error}")))?;
    parse(&text, &shown)
}

/// Reads the text of a configuration file; `shown` is its path in messages. Fails like [`read`].
pub fn parse(text: &str, shown: &str) -> Result<Config, ConfigError> {
    toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start).min(text.len());
        let line = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..offset]).count();
        let message = error.message();
        let message = unknown_key(message).unwrap_or_else(|| message.replace('\n', "; "));
        ConfigError(format!("{shown}:{line}: {message}"))
    })
}

/// A message about an unknown key, made from that of the parser, ``unknown field `x`, expected one of `a`, `b` ``; `None` if the
/// parser's message is about something else.
fn unknown_key(message: &str) -> Option<String> {
    let mut words = message.strip_prefix("unknown field ")?.split('`');
    let key = words.nth(1)?;
    let known: Vec<&str> = words.skip(1).step_by(2).collect();
    Some(match suggest::closest(key, known.iter().copied()) {
        Some(meant) => format!("unknown key `{key}`, did you mean `{meant}`?"),
        None => format!("unknown key `{key}`; known here: {}", known.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(text: &str) -> String {
        parse(text, "bodyguard.toml").unwrap_err().0
    }

    #[test]
    fn the_template_is_a_configuration() {
        parse(TEMPLATE, "bodyguard.toml").unwrap();
        let all = whole_template();
        let config = parse(&all, "bodyguard.toml").unwrap();
        assert_eq!(config.acquire.len(), 1);
        assert_eq!(config.check.severity.len(), 1);
    }

    /// The whole template, with the settings that it shows in use.
    fn whole_template() -> String {
        let lines = TEMPLATE.lines().map(|line| line.strip_prefix("#: ").unwrap_or(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    fn schema() -> serde_json::Value {
        serde_json::from_str(SCHEMA).unwrap()
    }

    fn fits_schema(text: &str) -> bool {
        let value: serde_json::Value = toml::from_str(text).unwrap();
        jsonschema::validator_for(&schema()).unwrap().is_valid(&value)
    }

    /// The keys of the parser, from its message about an unknown one.
    fn keys_of_parser(table: &str) -> Vec<String> {
        let message = fails(&format!("{table}zzzzzzzzzz = 1\n"));
        let (_, known) = message.split_once("known here: ").unwrap_or_else(|| panic!("{message}"));
        let mut keys: Vec<String> = known.split(", ").map(str::to_string).collect();
        keys.sort();
        keys
    }

    fn keys_of_schema(table: &serde_json::Value) -> Vec<String> {
        assert_eq!(table["additionalProperties"], false, "{table}");
        let mut keys: Vec<String> = table["properties"].as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    }

    #[test]
    fn the_schema_has_the_keys_of_the_parser() {
        let schema = schema();
        assert_eq!(keys_of_schema(&schema), keys_of_parser(""));
        for (name, property) in schema["properties"].as_object().unwrap() {
            match property["type"].as_str() {
                Some("object") => assert_eq!(keys_of_schema(property), keys_of_parser(&format!("[{name}]\n"))),
                Some("array") if property["items"]["type"] == "object" => {
                    assert_eq!(keys_of_schema(&property["items"]), keys_of_parser(&format!("[[{name}]]\n")));
                }
                _ => {}
            }
        }
        let mut words: Vec<String> =
            crate::findings::rule::RULES.iter().flat_map(|rule| [rule.id.to_string(), rule.name.to_string()]).collect();
        words.sort();
        assert_eq!(keys_of_schema(&schema["properties"]["check"]["properties"]["severity"]), words);
        let mut selectors: Vec<&str> = schema["definitions"]["selector"]["enum"]
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word.as_str().unwrap())
            .collect();
        selectors.retain(|word| *word != "ALL");
        selectors.sort_unstable();
        assert_eq!(selectors, words);
    }

    #[test]
    fn the_schema_takes_what_the_parser_takes() {
        for text in [
            TEMPLATE,
            &whole_template(),
            "",
            "[[closes]]\nfunc = \"gopkg.in/yaml.v3.F\"\n",
            "[[handled]]\nfunc = \"x.org/*.(*).Get*\"\n[[handled]]\nfunc = \"x.F\"\n",
        ] {
            parse(text, "bodyguard.toml").unwrap();
            assert!(fits_schema(text), "{text}");
        }
        // Every key of the top level is shown by the template.
        let table: toml::Table = whole_template().parse().unwrap();
        let mut shown: Vec<&String> = table.keys().collect();
        shown.sort();
        assert_eq!(shown, keys_of_schema(&schema()).iter().collect::<Vec<_>>());
        for text in [
            "[check]\ntests = 1\n",
            "[check.severity]\nBG001 = \"loud\"\n",
            "[fix]\nstyle = \"go\"\n",
            "[check]\nselect = [\"BG9\"]\n",
            "[[acquire]]\nfunc = \"Fetch\"\n",
            "[[acquire]]\n",
            "[[acquire]]\nfunc = \"x.Get*\"\n",
            "[[handled]]\n",
            "[[handled]]\npackage = \"x/*\"\n",
            "[[handled]]\nfunc = \"x.(*Get.*\"\n",
            "[[handled]]\npackage = \"x\"\nmodule = \"x\"\n",
            "[[closes]]\nfunc = \"x.F\"\narg = -1\n",
            "[[per-file]]\npath = \"x\"\n",
            "zzz = 1\n",
        ] {
            fails(text);
            assert!(!fits_schema(text), "{text}");
        }
    }

    /// The settings that are printed are read back unchanged.
    #[test]
    fn shown_settings_are_a_configuration() {
        use crate::run::settings::{Options, Settings};
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bodyguard.toml");
        let gather = |text: &str| {
            std::fs::write(&file, text).unwrap();
            let options = Options { config: Some(file.clone()), ..Options::default() };
            Settings::new(options).unwrap().described()
        };
        let text = whole_template()
            .replace("stubs = [\"lint/stubs/*.go\"]", "")
            .replace("\"ALL\"", "\"BG001\"")
            .replace("= \"defer\"", "= \"defer-func\"");
        let once = gather(&text);
        assert!(fits_schema(&once), "{once}");
        assert_eq!(gather(&once), once);
        for shown in ["[[noreturn]]", "leaks-on-path = \"off\"", "style = \"defer-func\""] {
            assert!(once.contains(shown), "{once}");
        }
    }

    #[test]
    fn mistakes_are_named_with_key_and_line() {
        assert_eq!(
            fails("[check]\ntests = true\nexcludes = []\n"),
            "bodyguard.toml:3: unknown key `excludes`, did you mean `exclude`?"
        );
        assert!(fails("[chekc]\n").contains(":1: unknown key `chekc`, did you mean `check`?"));
        assert!(fails("\n[zzz]\n").contains(":2: unknown key `zzz`; known here: check, "));
        assert!(fails("[check]\ntests = 1\n").starts_with("bodyguard.toml:2: "));
        assert!(fails("[check]\nselect = [\"BG9\"]\n").contains(":2: unknown rule `BG9`"));
        assert!(fails("[check.severity]\nnever-close = \"off\"\n").contains("`never-closed`"));
        assert!(fails("[check.severity]\nBG001 = \"loud\"\n").contains("unknown severity `loud`"));
        assert!(fails("[fix]\nstyle = \"go\"\n").contains(":2: unknown style `go`"));
        assert!(fails("[[acquire]]\nfunc = \"Fetch\"\n").contains(":2: `Fetch`"));
        let handled = "[[handled]]\nfunc = \"x.F\"\n\n[[handled]]\n";
        assert!(fails(handled).starts_with("bodyguard.toml:4: a row of [[handled]] needs exactly one of `func`"));
        assert!(
            fails(&format!("{handled}package = \"x\"\nmodule = \"x\"\n")).starts_with("bodyguard.toml:4: a row of")
        );
        assert!(
            fails(&format!("{handled}modul = \"x\"\n")).ends_with(":5: unknown key `modul`, did you mean `module`?")
        );
        assert!(fails(&format!("{handled}package = \"x/*\"\n")).contains(":5: `x/*` is not an import path"));
        assert!(fails("x = [").starts_with("bodyguard.toml:1: "));
    }

    #[test]
    fn the_nearest_file_up_to_the_repository_counts() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let deep = root.join("repo/a/b");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::create_dir_all(root.join("repo/.git")).unwrap();
        std::fs::write(root.join("bodyguard.toml"), "").unwrap();
        assert_eq!(find(std::slice::from_ref(&deep)), None);
        std::fs::write(root.join("repo/.bodyguard.toml"), "").unwrap();
        std::fs::write(root.join("repo/a/bodyguard.toml"), "").unwrap();
        let near = find(std::slice::from_ref(&deep));
        assert_eq!(near, Some(root.join("repo/a/bodyguard.toml")));
        let far = find(&[deep, root.join("repo")]);
        assert_eq!(far, Some(root.join("repo/.bodyguard.toml")));
    }
}
