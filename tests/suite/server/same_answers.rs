//! What the server says of saved files is what a check says of them: after random edits of the cases in `testdata/`.

use super::client::{Client, uri};
use super::{lines, shows_all};
use bodyguard::{Cancel, Input, Options, Session, Settings};
use serde_json::json;
use std::path::{Path, PathBuf};

/// So many edits are made. `benches/server.py --compare` makes more, in real trees.
const EDITS: usize = 40;

/// Lines that are added.
const ADDED: [&str; 6] =
    ["\tresp.Body.Close()", "\tdefer resp.Body.Close()", "\treturn", "}", "\tresp, err := http.Get(u)", "// é🚀"];

/// Numbers that look random and are the same in each run: a linear congruential generator.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    /// A text with a line more or less, or as it was at first.
    fn edited(&mut self, text: &str, first: &str) -> String {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let added = format!("{}\n", ADDED[self.below(ADDED.len())]);
        let at = self.below(lines.len());
        match self.below(5) {
            0 => return first.to_string(),
            1 | 2 if !lines.is_empty() => drop(lines.remove(at)),
            _ => lines.insert(at, &added),
        }
        lines.concat()
    }
}

/// Copies a folder of cases. A file is a case, and gets a folder of its own: two of them may declare the same name.
fn copied(from: &Path, to: &Path) -> Vec<PathBuf> {
    std::fs::create_dir_all(to).unwrap();
    let mut entries: Vec<_> = std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let mut files = Vec::new();
    for path in entries {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            files.extend(copied_module(&path, &target));
        } else if path.extension().is_some_and(|extension| extension == "go") {
            let own = to.join(path.file_stem().unwrap());
            std::fs::create_dir_all(&own).unwrap();
            let target = own.join(path.file_name().unwrap());
            std::fs::copy(&path, &target).unwrap();
            files.push(target);
        }
    }
    files
}

/// Copies a case that is a folder, and returns its Go files.
fn copied_module(from: &Path, to: &Path) -> Vec<PathBuf> {
    std::fs::create_dir_all(to).unwrap();
    let mut entries: Vec<_> = std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let mut files = Vec::new();
    for path in entries {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            files.extend(copied_module(&path, &target));
        } else {
            std::fs::copy(&path, &target).unwrap();
            files.extend((target.extension().is_some_and(|extension| extension == "go")).then_some(target));
        }
    }
    files
}

/// `line:start-end code`, as [`lines`] has it, of a check of a file.
fn checked(path: &Path) -> Vec<String> {
    let input = Input::Paths(vec![path.to_string_lossy().into_owned()]);
    let mut session = Session::new(Settings::new(Options { input, ..Options::default() }).unwrap());
    let report = session.check(&Cancel::default()).unwrap();
    let of = |finding: &bodyguard::Finding| {
        let (start, end) =
            (finding.source.position_utf16(finding.span.start), finding.source.position_utf16(finding.span.end));
        format!("{}:{}-{} {}", start.line - 1, start.column - 1, end.column - 1, finding.rule.name())
    };
    report.findings.iter().map(of).collect()
}

#[test]
fn the_server_says_what_check_says() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("cases");
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let files: Vec<PathBuf> = ["loops", "wrappers", "defer", "escape", "literals"]
        .iter()
        .filter(|name| cases.join(name).is_dir())
        .flat_map(|name| copied(&cases.join(name), &root.join(name)))
        .collect();
    assert!(files.len() > 20, "{}", files.len());
    let options = json!({ "debounce": 0, "diagnosticMode": "openFiles" });
    let mut capabilities = shows_all();
    capabilities["workspace"] = json!({ "didChangeWatchedFiles": { "dynamicRegistration": true } });
    let mut client = Client::in_folders(&[&root], capabilities, options);
    let mut chance = Chance(7);
    let mut open: Vec<(PathBuf, String, i32)> = Vec::new();
    let mut found = 0;
    for number in 0..EDITS {
        let path = files[chance.below(files.len())].clone();
        if !open.iter().any(|(known, ..)| *known == path) {
            let text = std::fs::read_to_string(&path).unwrap();
            client.open(&path, &text);
            client.diagnostics_of(&path, 1);
            open.push((path.clone(), text, 1));
        }
        let (_, first, version) = open.iter_mut().find(|(known, ..)| *known == path).unwrap();
        let text = chance.edited(&std::fs::read_to_string(&path).unwrap(), first);
        std::fs::write(&path, &text).unwrap();
        *version += 1;
        client.replace(&path, *version, &text);
        let mut of_server = lines(&client.diagnostics_of(&path, *version));
        // Mistakes in comments have no code; they are warnings of a check.
        of_server.retain(|line| !line.ends_with(" none"));
        of_server.sort();
        let mut expected = checked(&path);
        expected.sort();
        assert_eq!(of_server, expected, "edit {number} of {}:\n{text}", path.display());
        found += expected.len();
        client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri(&path) } }));
    }
    assert!(found > EDITS / 2, "{found}");
    assert!(client.quit().success());
}
