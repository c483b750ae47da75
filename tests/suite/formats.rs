//! Reports against what their readers publish: schemas, well-formed XML, a validator, a hash computed a second time.
//!
//! Checks that need Node say so when they cannot run.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn json(path: &str) -> Value {
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The mistakes that a validator finds in a value.
fn mistakes(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Code with all that is hard to write down: tabs, `\r\n`, characters of several bytes, bytes that are no text, a path with
/// a blank, a name with `#`, a file that cannot be parsed, a comment that silences nothing.
fn hard_code() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::create_dir_all(root.join(".git")).unwrap();
    std::fs::create_dir_all(root.join("a b#c/é")).unwrap();
    let leak = "package p\n\nimport \"net/http\"\n\nfunc f(u string) {\n\tx := \"é🚀\"; resp, err := http.Get(u + x)\n\tif err != nil {\n\t\treturn\n\t}\n\tprintln(resp.Status)\n}\n";
    std::fs::write(root.join("a b#c/é/x.go"), leak).unwrap();
    std::fs::write(root.join("crlf.go"), leak.replace('\n', "\r\n")).unwrap();
    std::fs::write(root.join("cr.go"), leak.replace("package p\n", "package p // a\rb\n")).unwrap();
    std::fs::write(root.join("twice.go"), format!("{leak}{}", &leak[leak.find("func").unwrap()..])).unwrap();
    let mut broken = leak.replace("println(", "println(\"QQ\", ").into_bytes();
    let at = broken.windows(2).position(|pair| pair == b"QQ").unwrap();
    broken[at..at + 2].copy_from_slice(b"\xe2\x82");
    std::fs::write(root.join("latin.go"), broken).unwrap();
    std::fs::write(root.join("syntax.go"), leak.replace("if err", "if if err (")).unwrap();
    std::fs::write(root.join("comment.go"), "package p\n\n//bodyguard:ignore[nothing-like-it] why\nfunc g() {}\n")
        .unwrap();
    folder
}

fn bodyguard(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(["check", "-q", "--select", "ALL"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn sarif_is_what_the_official_schema_asks_for() {
    let schema = json("testdata/schemas/sarif-2.1.0.json");
    for golden in ["testdata/report/findings.sarif", "testdata/report/empty.sarif"] {
        assert_eq!(mistakes(&schema, &json(golden)), Vec::<String>::new(), "{golden}");
    }
    let folder = hard_code();
    let log: Value = serde_json::from_str(&bodyguard(folder.path(), &["--output-format", "sarif"])).unwrap();
    assert_eq!(mistakes(&schema, &log), Vec::<String>::new());
    assert!(log["runs"][0]["results"].as_array().unwrap().len() >= 6, "{log}");
    // The schema is not one that takes everything.
    assert_ne!(mistakes(&schema, &serde_json::json!({ "version": "2.1.0", "runs": [{}] })), Vec::<String>::new());
}

/// A file that was not read is reported too: it is part of the run, and silence about it would look like a clean file.
#[test]
fn sarif_tells_of_what_was_not_checked() {
    let folder = hard_code();
    let text = bodyguard(folder.path(), &["--output-format", "sarif", "--category", "nightly/"]);
    let log: Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["automationDetails"]["id"], "nightly/");
    let notes = run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    let place = |note: &Value| note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    let kinds: Vec<(Value, Value)> = notes.iter().map(|note| (note["descriptor"]["id"].clone(), place(note))).collect();
    assert!(kinds.contains(&("syntax".into(), "syntax.go".into())), "{kinds:?}");
    assert!(kinds.contains(&("directive".into(), "comment.go".into())), "{kinds:?}");
    let missing = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(["check", "nowhere", "--output-format", "sarif"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let log: Value = serde_json::from_slice(&missing.stdout).unwrap();
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

/// Fingerprints are the same after other code was added, moved and renamed.
#[test]
fn fingerprints_outlive_changes_of_other_code() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    let prints = |text: &str| {
        std::fs::write(folder.path().join("a.go"), text).unwrap();
        let log: Value = serde_json::from_str(&bodyguard(folder.path(), &["--output-format", "sarif"])).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let own = |result: &Value| result["partialFingerprints"]["bodyguard/v1"].as_str().unwrap().to_string();
        results.iter().map(own).collect::<std::collections::BTreeSet<String>>()
    };
    let leaks = "func f(u string) { resp, _ := http.Get(u); println(resp.Status) }\n\nfunc g() func(string) {\n\treturn func(u string) { http.Get(u) }\n}\n";
    let before = prints(&format!("package p\n\nimport \"net/http\"\n\nfunc other() {{}}\n\n{leaks}"));
    let (f, g) = leaks.split_once("\n\n").unwrap();
    let g = g
        .replace("\treturn", "\tlog := func() {}\n\tlog()\n\treturn")
        .replace("u string", "address string")
        .replace("(u)", "(address)");
    let after = prints(&format!(
        "// Package p.\npackage p\n\nimport (\n\t\"net/http\"\n)\n\n{g}\nfunc renamed() {{}}\n\n{f}\n"
    ));
    assert_eq!(before.len(), 2, "{before:?}");
    assert_eq!(before, after);
}

#[test]
fn json_is_what_its_published_schema_says() {
    let schema = json("schemas/report.schema.json");
    let finding_schema = {
        let mut schema = schema.clone();
        let whole = schema.as_object_mut().unwrap();
        ["properties", "required", "type"].iter().for_each(|key| drop(whole.remove(*key)));
        whole.insert("$ref".to_string(), "#/definitions/finding".into());
        schema
    };
    let folder = hard_code();
    let report = bodyguard(folder.path(), &["--output-format", "json"]);
    let lines = bodyguard(folder.path(), &["--output-format", "json-lines"]);
    let golden = |name: &str| std::fs::read_to_string(repository().join("testdata/report").join(name)).unwrap();
    for text in [report, golden("findings.json"), golden("empty.json")] {
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(mistakes(&schema, &value), Vec::<String>::new());
        // A field that is not in the schema is not published.
        for finding in value["findings"].as_array().unwrap() {
            for (key, _) in finding.as_object().unwrap() {
                assert!(schema["definitions"]["finding"]["properties"].get(key).is_some(), "{key}");
            }
        }
    }
    for line in lines.lines().chain(golden("findings.jsonl").lines()) {
        assert_eq!(mistakes(&finding_schema, &serde_json::from_str(line).unwrap()), Vec::<String>::new());
    }
    assert!(lines.lines().count() >= 6);
    assert_ne!(mistakes(&finding_schema, &serde_json::json!({})), Vec::<String>::new());
}

#[test]
fn xml_is_well_formed_and_names_each_finding() {
    let folder = hard_code();
    std::fs::write(folder.path().join("a&<b>.go"), std::fs::read(folder.path().join("crlf.go")).unwrap()).unwrap();
    let count = bodyguard(folder.path(), &["--output-format", "json-lines"]).lines().count();
    let elements = |format: &str, name: &str| {
        let text = bodyguard(folder.path(), &["--output-format", format]);
        let tree = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{format}: {error}\n{text}"));
        let paths: Vec<String> = tree
            .descendants()
            .filter_map(|node| node.attribute("file").or(node.attribute("name")))
            .map(str::to_string)
            .collect();
        assert!(paths.contains(&"a&<b>.go".to_string()), "{paths:?}");
        tree.descendants().filter(|node| node.has_tag_name(name)).count()
    };
    assert_eq!(elements("checkstyle", "error"), count);
    assert_eq!(elements("junit", "failure"), count);
    for golden in ["checkstyle.xml", "junit.xml", "empty-junit.xml"] {
        let text = std::fs::read_to_string(repository().join("testdata/report").join(golden)).unwrap();
        roxmltree::Document::parse(&text).unwrap();
    }
}

/// GitLab and reviewdog publish no schema that could be copied here; these are the fields that they require.
#[test]
fn gitlab_and_reviewdog_get_the_fields_that_they_ask_for() {
    let folder = hard_code();
    let issues: Value = serde_json::from_str(&bodyguard(folder.path(), &["--output-format", "gitlab"])).unwrap();
    let mut fingerprints = std::collections::BTreeSet::new();
    for issue in issues.as_array().unwrap() {
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        let path = issue["location"]["path"].as_str().unwrap();
        assert!(folder.path().join(path).is_file() && !path.starts_with("./"), "{path}");
        assert!(fingerprints.insert(issue["fingerprint"].to_string()), "each fingerprint once");
    }
    let result: Value = serde_json::from_str(&bodyguard(folder.path(), &["--output-format", "rdjson"])).unwrap();
    assert_eq!(result["source"]["name"], "bodyguard");
    for diagnostic in result["diagnostics"].as_array().unwrap() {
        assert!(diagnostic["message"].is_string() && diagnostic["location"]["path"].is_string());
        assert!(["ERROR", "WARNING", "INFO"].contains(&diagnostic["severity"].as_str().unwrap()));
        assert!(diagnostic["location"]["range"]["start"]["line"].as_u64().unwrap() >= 1);
    }
}

/// The hash by the rule as it is written down, in another language and with numbers of any size.
const LINE_HASHES: &str = r#"
const fs = require("fs");
for (const file of process.argv.slice(2)) {
  const units = [];
  const text = fs.readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
  for (let i = 0; i < text.length; i++) if (text[i] !== " " && text[i] !== "\t") units.push(text.charCodeAt(i));
  units.push(65535);
  const seen = new Map();
  const lines = [];
  units.forEach((_, at) => {
    if (at > 0 && units[at - 1] !== 10) return;
    let hash = 0n;
    for (let i = at; i < at + 100; i++) hash = hash * 37n + BigInt(units[i] ?? 0);
    hash = BigInt.asUintN(64, hash).toString(16);
    seen.set(hash, (seen.get(hash) ?? 0) + 1);
    lines.push(`${hash}:${seen.get(hash)}`);
  });
  console.log(JSON.stringify(lines));
}
"#;

#[test]
fn line_hashes_are_those_that_another_program_computes() {
    if Command::new("node").arg("--version").output().is_err() {
        eprintln!("skipped: Node is not here");
        return;
    }
    let folder = hard_code();
    let log: Value = serde_json::from_str(&bodyguard(folder.path(), &["--output-format", "sarif"])).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let physical = |result: &Value| result["locations"][0]["physicalLocation"].clone();
    let files: Vec<PathBuf> = results
        .iter()
        .map(|result| physical(result)["artifactLocation"]["uri"].as_str().unwrap().to_string())
        .map(|uri| folder.path().join(uri.replace("%20", " ").replace("%23", "#").replace("%C3%A9", "é")))
        .collect();
    let program = folder.path().join("line_hashes.js");
    std::fs::write(&program, LINE_HASHES).unwrap();
    let output = Command::new("node").arg(program).args(&files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let computed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(computed.lines().count(), results.len());
    for (result, lines) in results.iter().zip(computed.lines()) {
        let lines: Vec<String> = serde_json::from_str(lines).unwrap();
        let line = physical(result)["region"]["startLine"].as_u64().unwrap();
        let line = usize::try_from(line).unwrap();
        assert_eq!(result["partialFingerprints"]["primaryLocationLineHash"], lines[line - 1], "{result}");
    }
}

/// Where the validator may lie: `SARIF_MULTITOOL` names its program, or the package was installed with npm.
fn multitool() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("SARIF_MULTITOOL") {
        return Some(PathBuf::from(path));
    }
    let output = Command::new("npm").args(["root", "--global"]).output().ok()?;
    let global = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
    let here = repository().join("node_modules");
    let platform = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let programs = [here, global].map(|modules| {
        let inside = modules.join("@microsoft/sarif-multitool/node_modules");
        [modules, inside].map(|modules| modules.join(format!("@microsoft/sarif-multitool-{platform}/Sarif.Multitool")))
    });
    programs.into_iter().flatten().find(|program| program.is_file())
}

/// The validator that knows GitHub's rules. It always exits with 0; its log has the results.
#[test]
fn the_sarif_validator_has_nothing_to_say() {
    let Some(multitool) = multitool() else {
        eprintln!("skipped: npm package @microsoft/sarif-multitool is not here; SARIF_MULTITOOL may name its program");
        return;
    };
    let folder = hard_code();
    let log = folder.path().join("found.sarif");
    std::fs::write(&log, bodyguard(folder.path(), &["--output-format", "sarif"])).unwrap();
    for file in
        [log, repository().join("testdata/report/findings.sarif"), repository().join("testdata/report/empty.sarif")]
    {
        let validated = folder.path().join("validated.sarif");
        let output = Command::new(&multitool)
            .arg("validate")
            .arg(&file)
            .args(["--rule-kind", "Sarif;Ghas", "--log", "ForceOverwrite", "--output"])
            .arg(&validated)
            .output()
            .unwrap();
        let text = std::fs::read_to_string(&validated)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)));
        let validated: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
        let results = validated["runs"][0]["results"].as_array().cloned().unwrap_or_default();
        // A result without a level is a warning.
        let counts = |result: &&Value| !matches!(result["level"].as_str(), Some("note" | "none"));
        let results: Vec<&Value> = results.iter().filter(counts).collect();
        assert!(results.is_empty(), "{}: {results:?}", file.display());
    }
}
