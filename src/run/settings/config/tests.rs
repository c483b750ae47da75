use super::*;

fn fails(text: &str) -> String {
    parse(text, "bodyguard.toml").unwrap_err().0
}

#[test]
fn settings_of_the_caller_win_key_by_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bodyguard.toml");
    std::fs::write(&file, "[check]\nexclude = [\"a/\"]\ntests = false\n[check.severity]\nBG001 = \"warning\"\n")
        .unwrap();
    let over = "[check]\nexclude = [\"b/\"]\n[check.severity]\nBG002 = \"off\"\n";
    let config = read_with(Some(&file), over).unwrap();
    assert_eq!(config.check.exclude, ["b/"]);
    assert_eq!((config.check.tests, config.check.severity.len()), (Some(false), 2));
    assert_eq!(read_with(None, over).unwrap().check.severity.len(), 1);
    let error = read_with(None, "[check]\nexcludes = []\n").unwrap_err().0;
    assert_eq!(error, "settings of the caller:2: unknown key `excludes`, did you mean `exclude`?");
}

#[test]
fn the_template_is_a_configuration() {
    parse(&new_file(), "bodyguard.toml").unwrap();
    assert!(new_file().starts_with("#:schema "));
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
    let (_, known) = message.split_once("the keys here are ").unwrap_or_else(|| panic!("{message}"));
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
    assert!(fails("\n[zzz]\n").contains(":2: unknown key `zzz`; the keys here are check, "));
    assert!(fails("[check]\ntests = 1\n").starts_with("bodyguard.toml:2: "));
    assert!(fails("[check]\nselect = [\"BG9\"]\n").contains(":2: unknown rule `BG9`"));
    assert!(fails("[check.severity]\nnever-close = \"off\"\n").contains("`never-closed`"));
    assert!(fails("[check.severity]\nBG001 = \"loud\"\n").contains("unknown severity `loud`"));
    assert!(fails("[fix]\nstyle = \"go\"\n").contains(":2: unknown style `go`"));
    assert!(fails("[[acquire]]\nfunc = \"Fetch\"\n").contains(":2: `Fetch`"));
    let handled = "[[handled]]\nfunc = \"x.F\"\n\n[[handled]]\n";
    assert!(fails(handled).starts_with("bodyguard.toml:4: a row of [[handled]] needs exactly one of `func`"));
    assert!(fails(&format!("{handled}package = \"x\"\nmodule = \"x\"\n")).starts_with("bodyguard.toml:4: a row of"));
    assert!(fails(&format!("{handled}modul = \"x\"\n")).ends_with(":5: unknown key `modul`, did you mean `module`?"));
    assert!(fails(&format!("{handled}package = \"x/*\"\n")).contains(":5: `x/*` is not an import path"));
    assert!(fails("x = [").starts_with("bodyguard.toml:1: "));
}

#[test]
fn values_have_lines() {
    let text =
        "[check]\nexclude = [\n  \"a\",\n  \"b\",\n]\n\n[[handled]]\nfunc = \"x.F\"\n[[handled]]\npackage = \"x\"\n";
    assert_eq!(line_of(text, &[&"check", &"exclude", &1]), Some(4));
    assert_eq!(line_of(text, &[&"handled", &1, &"package"]), Some(10));
    assert_eq!(line_of(text, &[&"handled", &2, &"func"]), None);
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
