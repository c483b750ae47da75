//! Pages that are made from the code. `UPDATE=1` rewrites them.

use bodyguard::RULES;
use clap::ValueEnum;

/// Reports link to `docs/rules/NAME.md`.
#[test]
fn the_pages_of_rules_say_what_the_rules_say() {
    let made = "<!-- Made from src/findings/rule/table.rs; `bodyguard explain RULE` prints the same. -->\n";
    let mut index = format!("{made}\n# Rules\n\n| id | name | default | finds |\n|---|---|---|---|\n");
    let mut names = vec!["README.md".to_string()];
    for text in &RULES {
        let (id, name, level, summary) = (text.id, text.name, text.level.name(), text.summary);
        index += &format!("| {id} | [{name}]({name}.md) | {level} | {summary} |\n");
        page(&format!("docs/rules/{name}.md"), &format!("{made}\n{}", text.explanation()));
        names.push(format!("{name}.md"));
    }
    page("docs/rules/README.md", &index);
    let folder = format!("{}/docs/rules", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "docs/rules/{name} is the page of no rule");
    }
}

/// Compares a file with what it should be.
fn page(path: &str, text: &str) {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == text, "{path} is not up to date; UPDATE=1 rewrites it");
}

/// The functions that the examples call.
const AROUND_EXAMPLES: &str = "\
package p

import (
	\"context\"
	\"errors\"
	\"io\"
	\"net/http\"
	\"time\"
)

var errStatus = errors.New(\"status\")

func decode(body io.Reader) error { _, err := io.ReadAll(body); return err }
func store(body io.Reader) error  { _, err := io.Copy(io.Discard, body); return err }

";

/// Readers copy what they see: the first example breaks its rule and no other, the second breaks none.
#[test]
fn examples_of_rules_are_what_they_say() {
    for text in &RULES {
        assert_eq!(rules_broken_by(text.leaking), [text.id], "leaking example of {}", text.name);
        assert_eq!(rules_broken_by(text.fixed), [""; 0], "fixed example of {}", text.name);
    }
}

fn rules_broken_by(example: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    std::fs::write(folder.path().join("a.go"), format!("{AROUND_EXAMPLES}{example}")).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(["check", "-q", "--strict-parse", "--select", "ALL", "--output-format", "json-lines"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let findings = String::from_utf8(output.stdout).unwrap();
    let rule =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["rule"].as_str().unwrap().to_string();
    findings.lines().map(rule).collect()
}

#[test]
fn the_book_lists_each_format_and_each_hook() {
    let read = |path: &str| std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (hooks, recipes, formats) = (read(".pre-commit-hooks.yaml"), read("docs/ci.md"), read("docs/formats.md"));
    for id in hooks.lines().filter_map(|line| line.strip_prefix("- id: ")) {
        assert!(recipes.contains(&format!("| `{id}` |")), "docs/ci.md does not list the hook {id}: add a row");
    }
    for format in bodyguard::Format::value_variants() {
        let name = format.to_possible_value().unwrap();
        let name = name.get_name();
        assert!(formats.contains(&format!("`{name}`")), "docs/formats.md does not list the format {name}: add a row");
    }
}

#[test]
fn each_shell_gets_completions_that_know_the_formats() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_bodyguard")).args(["completions", shell]).output();
        let script = String::from_utf8(output.unwrap().stdout).unwrap();
        assert!(script.contains("output-format"), "{shell}");
    }
}

#[test]
fn printed_schemas_are_those_of_the_repository() {
    for of in ["config", "report"] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_bodyguard")).args(["schema", of]).output().unwrap();
        let file = format!("{}/schemas/{of}.schema.json", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), std::fs::read_to_string(file).unwrap());
    }
}
