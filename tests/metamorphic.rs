//! Changes of the text that do not change the meaning must not change the findings.
//!
//! Every case of one file is rewritten in each of these ways, and the findings, as pairs of function and rule, must
//! stay what they were. The changes are made on lines, in the layout that gofmt writes; the parser is asked whether
//! the result is still Go. That the findings are the right ones is said by `fixtures.rs`.

mod cases;

use bodyguard::check::{Checked, Reading};
use cases::{Case, CaseFile, rule_name};
use std::collections::BTreeMap;

/// Subjects whose layout or comments are the point.
const LAYOUT_MATTERS: [&str; 2] = ["suppression", "syntax"];

/// A way to write the same program in another way; `None` if it cannot be applied to this text.
type Rewrite = fn(&str) -> Option<String>;

const REWRITES: [(&str, Rewrite); 8] = [
    ("`_ = 0` before statements", add_empty_statements),
    ("ifs and returns in blocks of their own", wrap_in_blocks),
    ("blank lines and comments", add_comments),
    ("one more function", add_function),
    ("functions in reverse order", reverse_functions),
    ("other names for locals", rename_locals),
    ("conditions turned round", turn_nil_tests),
    ("lines that end in CR LF", end_lines_with_crlf),
];

#[test]
fn rewritten_cases_have_the_same_findings() {
    let mut failures = Vec::new();
    for case in single_files() {
        let file = &case.files[0];
        let before = counts(&check_as(file, &file.text));
        for (what, rewrite) in REWRITES {
            let Some(text) = rewrite(&file.text) else {
                continue;
            };
            let after = counts(&check_as(file, &text));
            failures.extend(differences(&before, &after, &format!("{}: {what}", file.shown)));
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// A rewrite that breaks the syntax would make the test above say little.
#[test]
fn rewritten_cases_are_still_go() {
    let mut failures = Vec::new();
    for case in single_files() {
        let file = &case.files[0];
        if has_errors(&file.text) {
            continue; // newer than the grammar
        }
        for (what, rewrite) in REWRITES {
            if rewrite(&file.text).is_some_and(|text| has_errors(&text)) {
                failures.push(format!("{}: {what}", file.shown));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

fn single_files() -> Vec<Case> {
    let mut all = cases::all_cases();
    all.retain(|case| !case.is_folder && !LAYOUT_MATTERS.contains(&case.subject.as_str()));
    all
}

fn check_as(file: &CaseFile, text: &str) -> Checked {
    let name = file.shown.rsplit('/').next().unwrap_or("case.go");
    cases::check_alone(name, &file.shown, text.as_bytes(), Reading::Auto)
}

/// How many findings of a rule each function has.
fn counts(checked: &Checked) -> BTreeMap<(String, &'static str), usize> {
    let mut found = BTreeMap::new();
    for finding in &checked.findings {
        let key = (finding.function.clone(), rule_name(finding.rule));
        *found.entry(key).or_insert(0) += 1;
    }
    found
}

fn differences(
    before: &BTreeMap<(String, &'static str), usize>,
    after: &BTreeMap<(String, &'static str), usize>,
    what: &str,
) -> Vec<String> {
    let mut keys: Vec<_> = before.keys().chain(after.keys()).collect();
    keys.sort();
    keys.dedup();
    let count = |map: &BTreeMap<_, usize>, key| map.get(key).copied().unwrap_or(0);
    keys.into_iter()
        .filter(|key| count(before, key) != count(after, key))
        .map(|key| {
            let (was, is) = (count(before, key), count(after, key));
            format!("{what}: {} in {}: {was} before, {is} after", key.1, key.0)
        })
        .collect()
}

fn has_errors(text: &str) -> bool {
    let mut parser = tree_sitter::Parser::new();
    let language = tree_sitter_go::LANGUAGE.into();
    parser.set_language(&language).expect("the grammar fits the parser");
    let tree = parser.parse(text, None).expect("parsing is not limited");
    tree.root_node().has_error()
}

/// Whether a statement starts on this line, so that another one can stand before it. Only words that cannot start
/// anything else are asked for, and not behind a label: `_ = 0` would take the label away from its loop.
fn starts_statement(lines: &[&str], index: usize) -> bool {
    let line = lines[index];
    let text = line.trim_start();
    let words = ["if ", "for ", "return", "defer ", "go ", "switch ", "select "];
    let before = lines[..index].iter().rev().find(|l| !l.trim().is_empty());
    let previous = before.map_or("", |l| l.trim());
    let behind_label = previous.ends_with(':') && !previous.starts_with("case ") && !previous.starts_with("default");
    line.starts_with('\t') && words.iter().any(|word| text.starts_with(word)) && !behind_label
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn add_empty_statements(text: &str) -> Option<String> {
    Some(before_statements(text, "_ = 0"))
}

fn add_comments(text: &str) -> Option<String> {
    Some(before_statements(text, "\n// A comment that says nothing.\n"))
}

fn before_statements(text: &str, what: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        if starts_statement(&lines, index) {
            out += &format!("{}{what}\n", indent(line));
        }
        out += line;
        out += "\n";
    }
    out
}

/// `if` statements up to their closing brace, and returns of one line. A jump into a block is no Go: files with
/// `goto` are left alone.
fn wrap_in_blocks(text: &str) -> Option<String> {
    if text.contains("goto ") {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut after: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        if !starts_statement(&lines, index) {
            continue;
        }
        let code = line.split(" // ").next().unwrap_or(line).trim_end();
        let is_if = code.trim_start().starts_with("if ") && code.ends_with('{');
        let is_return = code.trim_start().starts_with("return") && !code.ends_with(['{', '(', ',', '+', '|', '&']);
        let last = if is_if { end_of_block(&lines, index) } else { is_return.then_some(index) };
        if let Some(last) = last {
            *before.entry(index).or_default() += 1;
            *after.entry(last).or_default() += 1;
        }
    }
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        out += &"{\n".repeat(before.get(&index).copied().unwrap_or(0));
        out += line;
        out += "\n";
        out += &"}\n".repeat(after.get(&index).copied().unwrap_or(0));
    }
    Some(out)
}

/// The line of the `}` that ends the statement that starts here: the first one with the same indentation, unless an
/// `else` follows it.
fn end_of_block(lines: &[&str], index: usize) -> Option<usize> {
    let closing = format!("{}}}", indent(lines[index]));
    let is_end =
        |line: &str| line.strip_prefix(closing.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(" //"));
    (index + 1..lines.len()).find(|&at| is_end(lines[at]))
}

fn add_function(text: &str) -> Option<String> {
    let more = "func unrelatedToAll(n int) (sum int) {\n\tfor i := range n {\n\t\tsum += i\n\t}\n\treturn sum\n}\n";
    Some(format!("{text}\n{more}"))
}

/// Each function with the comment lines above it, last one first; everything else stays on top.
fn reverse_functions(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut owner: Vec<Option<usize>> = vec![None; lines.len()];
    let functions = cases::functions(text);
    for (number, &(first, last)) in functions.iter().enumerate() {
        let mut start = first - 1;
        while start > 0 && lines[start - 1].starts_with("//") {
            start -= 1;
        }
        owner[start..last].fill(Some(number));
    }
    let part = |of: Option<usize>| -> String {
        let own = (0..lines.len()).filter(|&index| owner[index] == of);
        own.map(|index| format!("{}\n", lines[index])).collect()
    };
    let mut out = part(None);
    for number in (0..functions.len()).rev() {
        out += "\n";
        out += &part(Some(number));
    }
    Some(out)
}

/// `resp` and `err` wherever they are whole words: fields and comments change with them, which does no harm.
fn rename_locals(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        match word.as_str() {
            "resp" => out += "renamedAnswer",
            "err" => out += "renamedTrouble",
            other => out += other,
        }
        word.clear();
        out.push(c);
    }
    Some(out)
}

/// `err != nil` as `nil != err`.
fn turn_nil_tests(text: &str) -> Option<String> {
    let turned = text.replace(" err != nil", " nil != err");
    Some(turned.replace(" err == nil", " nil == err"))
}

fn end_lines_with_crlf(text: &str) -> Option<String> {
    Some(text.replace('\n', "\r\n"))
}

mod rewrites {
    use super::*;

    const CODE: &str = "package p\n\n// a says a.\nfunc a() int {\nagain:\n\tfor x {\n\t\tif y { // via `z`\n\t\t\treturn 1\n\t\t} else {\n\t\t\tcontinue again\n\t\t}\n\t}\n\treturn 2\n}\n\nfunc b() {}\n";

    #[test]
    fn statements_get_company_but_not_behind_labels() {
        let text = add_empty_statements(CODE).expect("it always applies");
        assert_eq!(text.matches("_ = 0").count(), 3);
        assert!(text.contains("again:\n\tfor x {\n\t\t_ = 0\n\t\tif y"));
    }

    #[test]
    fn blocks_are_balanced() {
        let text = wrap_in_blocks(CODE).expect("there is no goto");
        assert_eq!(text.matches('{').count(), text.matches('}').count());
        assert!(text.contains("{\n\t\tif y {"));
        assert!(text.contains("{\n\treturn 2\n}\n}"));
    }

    #[test]
    fn functions_keep_their_comments() {
        let text = reverse_functions(CODE).expect("it always applies");
        let b = text.find("func b()").expect("b is still there");
        let a = text.find("// a says a.\nfunc a()").expect("a is still there");
        assert!(b < a);
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let text = rename_locals("resp, err := respond(errors.New(x.resp))").expect("it always applies");
        assert_eq!(text.trim_end(), "renamedAnswer, renamedTrouble := respond(errors.New(x.renamedAnswer))");
    }
}
