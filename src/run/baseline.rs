//! The baseline: known findings, which are not reported again.
//!
//!     {
//!       "version": 1,
//!       "findings": [
//!         { "rule": "leaks-on-path", "path": "client/get.go", "function": "Fetch", "callee": "http.Get", "count": 1 }
//!       ]
//!     }
//!
//! A row has no line number, so code may be added above a finding. `Fetch.func` stands for all function literals of
//! Fetch: their numbers change when one is added. Paths are relative to the folder of the baseline, so a run in a
//! subfolder matches too. Of more findings than `count`, the last ones in the Go file are reported. A renamed file
//! loses its rows.

use crate::findings::finding::Finding;
use crate::findings::rule::{Rule, unknown_rule};
use crate::ground::plain_words::in_plain_words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// The version of the format; raised when the meaning of a row changes.
const VERSION: u32 = 1;

/// The key by which a finding is recognized across edits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct BaselineKey {
    path: String,
    function: String,
    callee: String,
    rule: &'static str,
}

/// The known findings, with how often each may occur.
#[derive(Debug)]
pub struct Baseline {
    folder: PathBuf,
    counts: BTreeMap<BaselineKey, usize>,
}

/// How a baseline matched the findings of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaselineMatch {
    /// Whether each of the findings is known, in their order.
    pub is_known: Vec<bool>,
    /// How many findings of the baseline are no longer there, in files that were checked.
    pub gone: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    version: u32,
    findings: Vec<BaselineRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineRow {
    rule: String,
    path: String,
    function: String,
    callee: String,
    count: usize,
}

impl Baseline {
    /// Reads a baseline. Fails with a sentence that names the file and the mistake.
    pub fn read(file: &Path) -> Result<Baseline, String> {
        let shown = file.display();
        let text = std::fs::read_to_string(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => format!("the baseline {shown} does not exist; --write-baseline writes one"),
            _ => format!("the baseline {shown} could not be read: {error}"),
        })?;
        parse(&text, folder_of(file)?).map_err(|message| format!("{shown} is not a bodyguard baseline: {message}"))
    }

    /// The text of a baseline that lists these findings, to be written to `file`. Fails with a sentence if the folder of `file` cannot
    /// be read.
    pub fn text(file: &Path, findings: &[Finding]) -> Result<String, String> {
        let folder = folder_of(file)?;
        let mut counts: BTreeMap<BaselineKey, usize> = BTreeMap::new();
        for finding in findings {
            *counts.entry(key_of(&folder, finding)).or_default() += 1;
        }
        let rows = counts.into_iter().map(|(key, count)| BaselineRow {
            rule: key.rule.to_string(),
            path: key.path,
            function: key.function,
            callee: key.callee,
            count,
        });
        let contents = BaselineFile { version: VERSION, findings: rows.collect() };
        let mut text = serde_json::to_string_pretty(&contents).map_err(|error| error.to_string())?;
        text.push('\n');
        Ok(text)
    }

    /// Which of the findings, which must be sorted by position, are known. `checked` are the files of the run.
    pub fn compare(&self, findings: &[Finding], checked: &[PathBuf]) -> BaselineMatch {
        let mut left = self.counts.clone();
        let is_known = |finding: &Finding| match left.get_mut(&key_of(&self.folder, finding)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        };
        let is_known = findings.iter().map(is_known).collect();
        let checked: Vec<String> = checked.iter().map(|path| below(&self.folder, path)).collect();
        let gone = left.iter().filter(|(key, _)| checked.contains(&key.path)).map(|(_, count)| count).sum();
        BaselineMatch { is_known, gone }
    }
}

fn parse(text: &str, folder: PathBuf) -> Result<Baseline, String> {
    let contents: BaselineFile = serde_json::from_str(text).map_err(|error| mistake(&error))?;
    if contents.version != VERSION {
        return Err(format!("it has version {}; this version of bodyguard reads version {VERSION}", contents.version));
    }
    let mut counts: BTreeMap<BaselineKey, usize> = BTreeMap::new();
    for row in contents.findings {
        let rule = Rule::find(&row.rule).ok_or_else(|| unknown_rule(&row.rule))?;
        let key = BaselineKey { path: row.path, function: row.function, callee: row.callee, rule: rule.name() };
        let count = counts.entry(key).or_default();
        *count = count.saturating_add(row.count);
    }
    Ok(Baseline { folder, counts })
}

/// The message of the parser with its line, and without its column.
fn mistake(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    format!("line {}: {}", error.line(), in_plain_words(message))
}

fn key_of(folder: &Path, finding: &Finding) -> BaselineKey {
    BaselineKey {
        path: below(folder, &finding.source.path),
        function: finding.lasting_function(),
        callee: finding.callee.clone(),
        rule: finding.rule.name(),
    }
}

/// The folder of a file, with symbolic links resolved.
fn folder_of(file: &Path) -> Result<PathBuf, String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.canonicalize().map_err(|error| format!("the folder of {} could not be read: {error}", file.display()))
}

/// A path relative to a folder, with `/`. A file that does not exist, as with `--stdin-filename`, keeps its path.
fn below(folder: &Path, path: &Path) -> String {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let absolute = match (parent.canonicalize(), path.file_name()) {
        (Ok(parent), Some(name)) => parent.join(name),
        _ => path.to_path_buf(),
    };
    let common = folder.components().zip(absolute.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(common).map(|_| "..".to_string());
    let down = absolute.components().skip(common).filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::finding::{Confidence, FixHint};
    use crate::ground::source::{Source, Span};
    use std::sync::Arc;

    #[test]
    fn rows_are_read_with_their_counts() {
        let row = r#"{"rule":"BG001","path":"a.go","function":"f","callee":"http.Get","count":2}"#;
        let baseline = parse(&format!(r#"{{"version":1,"findings":[{row},{row}]}}"#), PathBuf::new()).unwrap();
        assert_eq!(baseline.counts.values().collect::<Vec<_>>(), [&4]);
    }

    #[test]
    fn mistakes_are_named() {
        let fails = |text: &str| parse(text, PathBuf::new()).unwrap_err();
        assert!(fails("").contains("line 1"));
        assert_eq!(fails("[]"), "line 1: expected a table, found a list");
        assert!(fails(r#"{"version":2,"findings":[]}"#).contains("version 2"));
        let row = r#"{"rule":"BG901","path":"a.go","function":"f","callee":"c","count":1}"#;
        assert!(fails(&format!(r#"{{"version":1,"findings":[{row}]}}"#)).contains("unknown rule"));
    }

    /// Users keep baselines in their repositories, so a release must not change the rows: rule, path, function and
    /// callee, and nothing of the message.
    #[test]
    fn rows_are_those_of_earlier_releases() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("baseline.json");
        let source = folder.path().join("get.go");
        let finding = Finding {
            rule: Rule::LeaksOnPath,
            source: Arc::new(Source::new(&source, "client/get.go", "package p\n".into())),
            span: Span::new(0, 7),
            function: "(*Client).Fetch.func2".to_string(),
            callee: "c.hc.Do".to_string(),
            message: "any words".to_string(),
            steps: Vec::new(),
            other_exits: 0,
            help: String::new(),
            confidence: Confidence::High,
            dependency: None,
            blame: None,
            fix_hint: FixHint::default(),
            edit: None,
            resource: None,
        };
        let text = Baseline::text(&file, std::slice::from_ref(&finding)).unwrap();
        let row = r#"{"rule":"leaks-on-path","path":"get.go","function":"(*Client).Fetch.func","callee":"c.hc.Do","count":1}"#;
        let compact: String = text.split_whitespace().collect();
        assert_eq!(compact, format!(r#"{{"version":1,"findings":[{row}]}}"#));
        std::fs::write(&file, text).unwrap();
        let matched = Baseline::read(&file).unwrap().compare(&[finding], &[source]);
        assert_eq!(matched, BaselineMatch { is_known: vec![true], gone: 0 });
    }

    #[test]
    fn paths_start_from_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join("a/b")).unwrap();
        std::fs::create_dir_all(root.join("lint")).unwrap();
        assert_eq!(below(&root, &root.join("a/b/c.go")), "a/b/c.go");
        assert_eq!(below(&root.join("lint"), &root.join("a/c.go")), "../a/c.go");
    }
}
