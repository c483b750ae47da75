//! The book (`docs/`) and the README: their commands are run or parsed, their configurations read, their links followed. Parts that
//! are made from the program stand between two comments; `UPDATE=1` rewrites them, and the output of commands in `console` blocks.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All pages that readers see, as paths from the root, with their text.
fn pages() -> Vec<(String, String)> {
    let mut names: Vec<String> =
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md", "packaging/pypi/README.md"]
            .map(str::to_string)
            .to_vec();
    for folder in ["docs", "docs/rules"] {
        let entries = std::fs::read_dir(root().join(folder)).unwrap();
        let files = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.extend(files.filter(|name| name.ends_with(".md")).map(|name| format!("{folder}/{name}")));
    }
    names.sort();
    let text =
        |name: &String| std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    names.iter().map(|name| (name.clone(), text(name))).collect()
}

/// A block of code: the words after its fence (`indented` without one), and its lines.
struct Block<'a> {
    kind: &'a str,
    lines: Vec<&'a str>,
}

/// The blocks of code of a page, and the page without them.
fn blocks(text: &str) -> (Vec<Block<'_>>, String) {
    let (mut blocks, mut rest) = (Vec::new(), String::new());
    let mut fenced: Option<Block> = None;
    for line in text.lines() {
        match (&mut fenced, line.trim_start().strip_prefix("```")) {
            (None, Some(kind)) => fenced = Some(Block { kind, lines: Vec::new() }),
            (Some(_), Some(_)) => blocks.extend(fenced.take()),
            (Some(block), None) => block.lines.push(line),
            (None, None) if line.starts_with("    ") => {
                blocks.push(Block { kind: "indented", lines: vec![line.trim_start()] });
            }
            (None, None) => rest.extend([line, "\n"]),
        }
    }
    (blocks, rest)
}

/// The inline code of a text.
fn inline_code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

const COMMANDS: [&str; 9] = ["check", "explain", "rules", "init", "completions", "man", "schema", "debug", "server"];

/// The words after `bodyguard` of the command in a line; `None` if there is none.
fn command_in(line: &str) -> Option<Vec<String>> {
    let is_command = |rest: &str| COMMANDS.contains(&rest.split([' ', '\'', '`']).next().unwrap_or(""));
    let starts = line.match_indices("bodyguard ").filter(|(at, _)| {
        let before = line[..*at].chars().next_back();
        before.is_none_or(|letter| " '\"".contains(letter)) && is_command(&line[at + "bodyguard ".len()..])
    });
    let (at, found) = starts.into_iter().next()?;
    Some(shell_words(&line[at + found.len()..]))
}

/// The words of a simple shell command up to a pipe, a redirection, a comment, or a quote that is not closed.
fn shell_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '|' | '<' | '>' | '&' | ';' | '$' => break,
            '#' if words.last().is_some_and(String::is_empty) => break,
            ' ' => words.push(String::new()),
            '"' | '\'' => {
                let quoted: String = letters.by_ref().take_while(|next| *next != letter).collect();
                if letter == '\'' && letters.peek().is_none() && !text.ends_with(&format!("{quoted}'"))
                    || quoted.is_empty()
                {
                    break;
                }
                words.last_mut().unwrap().push_str(&quoted);
            }
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A folder to run commands in, with the demo, and a configuration only if a command writes one.
fn place() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    let demo = folder.path().join("testdata/demo");
    std::fs::create_dir_all(&demo).unwrap();
    for entry in std::fs::read_dir(root().join("testdata/demo")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), demo.join(entry.file_name())).unwrap();
    }
    folder
}

fn bodyguard(folder: &Path, arguments: &[String]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bodyguard"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).env_remove("FORCE_COLOR").output().unwrap()
}

#[test]
fn every_command_line_is_one() {
    let mut problems = Vec::new();
    let mut count = 0;
    for (page, text) in pages() {
        let (blocks, prose) = blocks(&text);
        // Blocks of `text` hold the help itself.
        let in_blocks = blocks.iter().filter(|block| block.kind != "text");
        let in_blocks = in_blocks.flat_map(|block| block.lines.iter().filter_map(|line| command_in(line)));
        let inline = inline_code(&prose).filter(|code| code.starts_with("bodyguard ")).filter_map(command_in);
        // `bodyguard explain RULE`, or one that is only named.
        let is_whole = |words: &Vec<String>| {
            words.len() > 1
                && !words
                    .iter()
                    .skip(1)
                    .any(|word| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_uppercase()))
        };
        for mut words in in_blocks.chain(inline.filter(is_whole)) {
            count += 1;
            if words[0] == "check" && !words.iter().any(|word| word == "--show-settings") {
                words.push("--show-settings".to_string());
            }
            if words[0] == "server" {
                words.push("--help".to_string());
            }
            let folder = place();
            let output = bodyguard(folder.path(), &words);
            if !output.status.success() {
                problems.push(format!("{page}: {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(count > 50, "only {count} commands were found");
}

/// `--since` in the text has to be an option.
#[test]
fn every_option_is_one() {
    let help = bodyguard(root(), &["check".to_string(), "--help".to_string()]);
    let help = String::from_utf8(help.stdout).unwrap();
    let known: BTreeSet<&str> = help.split([' ', '\n', '[', '=', ',']).filter(|word| word.starts_with("--")).collect();
    // Those of cargo, git and docker.
    let others = [
        "--profile",
        "--locked",
        "--verbose",
        "--depth",
        "--all-files",
        "--help",
        "--rm",
        "--git",
        "--path",
        "--target",
    ];
    for (page, text) in pages().iter().filter(|(page, _)| page.starts_with("docs/") || page == "README.md") {
        let (_, prose) = blocks(text);
        for code in inline_code(&prose).filter(|code| code.starts_with("--")) {
            let option = code.split([' ', '=', '[']).next().unwrap();
            assert!(known.contains(option) || others.contains(&option), "{page}: {option} is no option");
        }
    }
}

/// `console` blocks: `$ command`, and what it prints.
#[test]
fn commands_print_what_the_pages_show() {
    let mut count = 0;
    for (page, text) in pages() {
        let mut made = String::new();
        let mut is_console = false;
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            made.extend([line, "\n"]);
            is_console = if line.starts_with("```") { line == "```console" } else { is_console };
            let Some(words) = line.strip_prefix("$ ").filter(|_| is_console).and_then(command_in) else { continue };
            while lines.peek().is_some_and(|line| !line.starts_with("$ ") && !line.starts_with("```")) {
                lines.next();
            }
            let folder = place();
            let output = bodyguard(folder.path(), &words);
            let printed = String::from_utf8(output.stdout).unwrap();
            made.extend(printed.trim_end().lines().flat_map(|line| [line.trim_end(), "\n"]));
            count += 1;
        }
        keep(&page, &text, &made);
    }
    assert!(count > 1, "only {count} commands were found");
}

fn keep(page: &str, text: &str, made: &str) {
    if std::env::var_os("UPDATE").is_some() && text != made {
        std::fs::write(root().join(page), made).unwrap();
    }
    let differing = text.lines().zip(made.lines()).find(|(written, made)| written != made);
    assert!(text == made, "{page} is not up to date, UPDATE=1 rewrites it: {differing:?}");
}

#[test]
fn configurations_and_stubs_are_read() {
    let (mut configurations, mut stubs) = (0, 0);
    for (page, text) in pages().iter().filter(|(page, _)| page.starts_with("docs/") || page == "README.md") {
        for block in blocks(text).0 {
            let code = block.lines.join("\n") + "\n";
            let folder = place();
            let stub = folder.path().join("lint/stubs/x.go");
            std::fs::create_dir_all(stub.parent().unwrap()).unwrap();
            std::fs::write(&stub, "package x // import \"example.com/y\"\n").unwrap();
            match block.kind {
                "toml" => std::fs::write(folder.path().join("bodyguard.toml"), &code).unwrap(),
                "go stub" => {
                    std::fs::write(&stub, &code).unwrap();
                    std::fs::write(folder.path().join("bodyguard.toml"), "stubs = [\"lint/stubs/*.go\"]\n").unwrap();
                    let caller = "package p\n\nimport \"example.com/x\"\n\nfunc f() string {\n\tresp, err := x.Fetch(\"u\")\n\tif err != nil {\n\t\treturn \"\"\n\t}\n\treturn resp.Status\n}\n";
                    std::fs::write(folder.path().join("a.go"), caller).unwrap();
                    stubs += 1;
                }
                "json" => {
                    serde_json::from_str::<Value>(&code).unwrap_or_else(|error| panic!("{page}: {error}: {code}"));
                    continue;
                }
                _ => continue,
            }
            configurations += 1;
            let shown = bodyguard(folder.path(), &["check".to_string(), "--show-settings".to_string()]);
            assert!(shown.status.success(), "{page}: {}\n{code}", String::from_utf8_lossy(&shown.stderr));
            if block.kind == "go stub" {
                let found = bodyguard(
                    folder.path(),
                    &["check", "-q", "--output-format", "concise", "a.go"].map(str::to_string),
                );
                let found = String::from_utf8(found.stdout).unwrap();
                assert!(found.contains("x.Fetch is never closed"), "{page}: {found}");
            }
        }
    }
    assert!(configurations > 2 && stubs > 0, "{configurations} configurations, {stubs} stubs");
}

/// Files for CI services are YAML; needs Python with PyYAML, which pre-commit brings.
#[test]
fn files_for_services_are_yaml() {
    let is_there = |python: &PathBuf| {
        Command::new(python).args(["-c", "import yaml"]).output().is_ok_and(|done| done.status.success())
    };
    let extras = root().join("target/extras/python/bin/python");
    let Some(python) = [PathBuf::from("python3"), extras].into_iter().find(is_there) else {
        println!("skipped: there is no Python with PyYAML");
        return;
    };
    for (page, text) in pages() {
        for block in blocks(&text).0.iter().filter(|block| block.kind == "yaml") {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("a.yml");
            std::fs::write(&file, block.lines.join("\n")).unwrap();
            let read = "import sys, yaml; assert isinstance(yaml.safe_load(open(sys.argv[1])), dict)";
            let output = Command::new(&python).args(["-c", read]).arg(&file).output().unwrap();
            assert!(output.status.success(), "{page}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn links_lead_somewhere() {
    let mut problems = Vec::new();
    for (page, text) in pages() {
        let (_, prose) = blocks(&text);
        let prose: String = prose.split('`').step_by(2).collect();
        for target in prose.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()) {
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let folder = Path::new(&page).parent().unwrap();
            let path = if file.is_empty() { PathBuf::from(&page) } else { folder.join(file) };
            let Ok(linked) = root().join(&path).canonicalize() else {
                problems.push(format!("{page}: there is no {target}"));
                continue;
            };
            // The book is published without the rest of the repository.
            if page.starts_with("docs/") && !linked.starts_with(root().join("docs").canonicalize().unwrap()) {
                problems.push(format!("{page}: {target} lies outside of the book"));
            }
            if !anchor.is_empty() && !anchors(&std::fs::read_to_string(linked).unwrap()).contains(anchor) {
                problems.push(format!("{page}: there is no heading for {target}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The anchors of the headings of a page, as mdBook and GitHub make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let anchor = |heading: &str| {
        let kept = heading.to_lowercase();
        kept.chars()
            .filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter))
            .collect::<String>()
            .replace(' ', "-")
    };
    headings.map(anchor).collect()
}

#[test]
fn the_summary_lists_every_page() {
    let summary = std::fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap();
    for (page, _) in pages() {
        let Some(name) = page.strip_prefix("docs/").filter(|name| *name != "SUMMARY.md") else { continue };
        assert!(summary.contains(&format!("]({name})")), "docs/SUMMARY.md does not list {name}");
    }
}

/// Replaces what stands between the comment that begins so and the one that ends it.
fn with_part(page: &str, made_from: &str, part: &str) {
    let text = std::fs::read_to_string(root().join(page)).unwrap();
    let (before, rest) = text.split_once(made_from).unwrap_or_else(|| panic!("{page} has no {made_from}"));
    let (head, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    keep(page, &text, &format!("{before}{made_from}{head}-->\n\n{part}\n<!-- end -->{after}"));
}

#[test]
fn the_page_of_the_configuration_has_every_key() {
    let schema = std::fs::read_to_string(root().join("schemas/config.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let mut part = "### At the top\n\n| key | type | default | meaning |\n|---|---|---|---|\n".to_string();
    let mut tables = String::new();
    for (name, property) in schema["properties"].as_object().unwrap() {
        let (heading, table) = match (property["type"].as_str(), property["items"]["type"].as_str()) {
            (Some("object"), _) => (format!("[{name}]"), property),
            (_, Some("object")) => (format!("[[{name}]]"), &property["items"]),
            _ => {
                part += &row(name, property, &schema, "");
                continue;
            }
        };
        let required = table["required"].as_array().cloned().unwrap_or_default();
        tables += &format!("\n### {heading}\n\n{}\n\n", property["description"].as_str().unwrap());
        tables += "| key | type | default | meaning |\n|---|---|---|---|\n";
        for (key, value) in table["properties"].as_object().unwrap() {
            tables += &row(key, value, &schema, if required.iter().any(|own| own == key) { "required" } else { "" });
        }
    }
    with_part("docs/configuration.md", "<!-- Made from schemas/config.schema.json", &(part + &tables));
}

/// One key of the configuration as a row of a table.
fn row(key: &str, property: &Value, schema: &Value, otherwise: &str) -> String {
    let reference = |value: &Value| value["$ref"].as_str().and_then(|path| path.rsplit('/').next().map(str::to_string));
    let kind = match (property["type"].as_str(), reference(property), property["enum"].as_array()) {
        (_, Some(name), _) if name == "function" => "name of a function".to_string(),
        (_, Some(_), _) => "import path".to_string(),
        (_, _, Some(words)) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or "),
        (Some("array"), ..) if reference(&property["items"]).is_some() => "list of rules".to_string(),
        (Some("array"), ..) => "list of patterns".to_string(),
        (Some("object"), ..) => "table: a rule, and `error`, `warning` or `off`".to_string(),
        (Some(kind), ..) => kind.to_string(),
        _ => "name of a function, or a pattern".to_string(),
    };
    let default = property.get("default").map_or(otherwise.to_string(), |value| format!("`{value}`"));
    let of_definition = reference(property).and_then(|name| schema["definitions"][&name]["description"].as_str());
    let meaning =
        property["description"].as_str().or(of_definition).unwrap_or_else(|| panic!("{key} has no description"));
    format!("| `{key}` | {kind} | {default} | {} |\n", meaning.replace('|', "\\|"))
}

#[test]
fn the_page_of_the_command_line_has_every_command() {
    let help = |words: &[&str]| {
        let mut words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
        words.push("--help".to_string());
        let text = String::from_utf8(bodyguard(root(), &words).stdout).unwrap();
        text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect::<String>()
    };
    let whole = help(&[]);
    let (_, commands) = whole.split_once("Commands:\n").unwrap();
    let names = commands.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let mut part = format!("```text\n{whole}```\n");
    for name in names.filter(|name| *name != "help") {
        part += &format!("\n### {name}\n\n```text\n{}```\n", help(&[name]));
    }
    with_part("docs/command-line.md", "<!-- Made from the help of the program", &part);
}
