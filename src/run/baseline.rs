//! Findings that are known already and not told again.
//!
//!     {
//!       "version": 1,
//!       "findings": [
//!         { "rule": "leaks-on-path", "path": "client/get.go", "function": "Fetch", "callee": "http.Get", "count": 1 }
//!       ]
//!     }
//!
//! A row names a finding as a reader would, without lines: code may be added above it. `Fetch.func` are all function
//! literals of Fetch, because their numbers change with others. Paths start from the folder of the
//! file, so a run in a subfolder means the same. Of more findings than `count` the last ones in the file are told. A file
//! that moves takes its findings out of the baseline.

use crate::findings::finding::Finding;
use crate::findings::rule::{Rule, unknown_rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Raised when old files can no longer be read as they are meant.
const VERSION: u32 = 1;

/// What tells a finding from others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fingerprint {
    path: String,
    function: String,
    callee: String,
    rule: &'static str,
}

/// The findings that are known, with how often each may occur.
#[derive(Debug)]
pub struct Baseline {
    folder: PathBuf,
    counts: BTreeMap<Fingerprint, usize>,
}

/// What a baseline took away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BaselineMatch {
    /// Findings that were known.
    pub found: usize,
    /// Findings of the baseline in files that were checked, which are there no more.
    pub gone: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
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
    /// Reads a baseline. Fails with a sentence that says what is wrong with the file.
    pub fn read(file: &Path) -> Result<Baseline, String> {
        let shown = file.display();
        let text = std::fs::read_to_string(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => format!("there is no baseline {shown}; --write-baseline makes one"),
            _ => format!("the baseline {shown} could not be read: {error}"),
        })?;
        parse(&text, folder_of(file)?).map_err(|message| format!("{shown} is no baseline of bodyguard: {message}"))
    }

    /// The baseline in which these findings are known, as the text of `file`.
    pub fn text(file: &Path, findings: &[Finding]) -> Result<String, String> {
        let folder = folder_of(file)?;
        let mut counts: BTreeMap<Fingerprint, usize> = BTreeMap::new();
        for finding in findings {
            *counts.entry(fingerprint(&folder, finding)).or_default() += 1;
        }
        let rows = counts.into_iter().map(|(print, count)| BaselineRow {
            rule: print.rule.to_string(),
            path: print.path,
            function: print.function,
            callee: print.callee,
            count,
        });
        let whole = Whole { version: VERSION, findings: rows.collect() };
        let mut text = serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())?;
        text.push('\n');
        Ok(text)
    }

    /// Takes the known findings away; they have to be sorted by place.
    pub fn keep_new(&self, findings: &mut Vec<Finding>, checked: &[PathBuf]) -> BaselineMatch {
        let mut left = self.counts.clone();
        let before = findings.len();
        findings.retain(|finding| match left.get_mut(&fingerprint(&self.folder, finding)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        let checked: Vec<String> = checked.iter().map(|path| below(&self.folder, path)).collect();
        let gone = left.iter().filter(|(print, _)| checked.contains(&print.path)).map(|(_, count)| count).sum();
        BaselineMatch { found: before - findings.len(), gone }
    }
}

fn parse(text: &str, folder: PathBuf) -> Result<Baseline, String> {
    let whole: Whole = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if whole.version != VERSION {
        return Err(format!("it has version {}, this bodyguard reads {VERSION}", whole.version));
    }
    let mut counts: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    for row in whole.findings {
        let rule = Rule::find(&row.rule).ok_or_else(|| unknown_rule(&row.rule))?;
        let print = Fingerprint { path: row.path, function: row.function, callee: row.callee, rule: rule.name() };
        let count = counts.entry(print).or_default();
        *count = count.saturating_add(row.count);
    }
    Ok(Baseline { folder, counts })
}

fn fingerprint(folder: &Path, finding: &Finding) -> Fingerprint {
    Fingerprint {
        path: below(folder, &finding.source.path),
        function: finding.lasting_function(),
        callee: finding.callee.clone(),
        rule: finding.rule.name(),
    }
}

/// The folder of a file, without links.
fn folder_of(file: &Path) -> Result<PathBuf, String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.canonicalize().map_err(|error| format!("the folder of {} could not be read: {error}", file.display()))
}

/// A path as seen from a folder, with `/`. A file that is not there, as standard input may be, keeps its path.
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

    #[test]
    fn rows_are_read_with_their_counts() {
        let row = r#"{"rule":"BG001","path":"a.go","function":"f","callee":"http.Get","count":2}"#;
        let baseline = parse(&format!(r#"{{"version":1,"findings":[{row},{row}]}}"#), PathBuf::new()).unwrap();
        assert_eq!(baseline.counts.values().collect::<Vec<_>>(), [&4]);
    }

    #[test]
    fn what_is_wrong_is_told() {
        let fails = |text: &str| parse(text, PathBuf::new()).unwrap_err();
        assert!(fails("").contains("line 1"));
        assert!(fails("[]").contains("invalid"));
        assert!(fails(r#"{"version":2,"findings":[]}"#).contains("version 2"));
        let row = r#"{"rule":"BG901","path":"a.go","function":"f","callee":"c","count":1}"#;
        assert!(fails(&format!(r#"{{"version":1,"findings":[{row}]}}"#)).contains("unknown rule"));
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
