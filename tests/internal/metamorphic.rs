//! Changes of the text that do not change the meaning must not change the findings.
//!
//! Each rewrite is applied to every case of one file, and the findings, as pairs of function and rule, must stay the same. The
//! changes are made on lines, in the layout that gofmt writes; the parser checks that the result is still Go. That the findings are
//! right is the subject of `fixtures.rs`.

#[path = "metamorphic/inline.rs"]
mod inline;

use super::cases;
use super::cases::{Case, CaseFile, rule_name};
use crate::check::check;
use crate::ground::source::GoFile;
use crate::task::{Checked, Reading, Task};
use std::collections::{BTreeMap, BTreeSet};

/// Subjects whose layout or comments are the point.
const LAYOUT_MATTERS: [&str; 2] = ["suppression", "syntax"];

/// The rewrite that makes literals of helpers, and the cases about what is known of a function by its callers, or what caller and
/// callee both test: of a literal that is called where it stands less is known. Likewise what it closes before a read, a request that
/// it returns with its responses left open, and what it fills for its caller through a function.
const INLINED: &str = "helpers written out where they are called";
const ABOUT_CALLERS: [&str; 9] = [
    "correlated/tested_by_both.go",
    "inference/unseen_types.go",
    "loops/helpers_that_repeat.go",
    "read_after_close/helpers.go",
    "roundtripper/replaced_param.go",
    "stubs/github_com_go_resty_resty.go",
    "text/returned.go",
    "wrappers/filled_through.go",
    "wrappers/given_function.go",
];

/// A rewrite of a program into an equivalent one; `None` if it cannot be applied to this text.
type Rewrite = fn(&str) -> Option<String>;

const REWRITES: [(&str, Rewrite); 13] = [
    ("`_ = 0` before statements", add_empty_statements),
    ("ifs and returns in blocks of their own", wrap_in_blocks),
    ("blank lines and comments", add_comments),
    ("one more function", add_function),
    ("functions in reverse order", reverse_functions),
    ("other names for locals", rename_locals),
    ("conditions turned round", turn_nil_tests),
    ("lines that end in CR LF", end_lines_with_crlf),
    ("other names for all locals", rename_all_locals),
    ("if and else swapped", swap_if_and_else),
    ("closes in literals called at once", close_in_literals),
    ("closes in a helper", close_in_helper),
    (INLINED, inline::helpers_inlined),
];

/// Guards against an analysis that goes by layout, names or the order of declarations instead of what the code does.
#[test]
fn rewritten_cases_have_the_same_findings() {
    let mut failures = Vec::new();
    for case in single_files() {
        let file = &case.files[0];
        let before = counts(&check_as(file, &file.text));
        for (what, rewrite) in REWRITES {
            if what == INLINED && ABOUT_CALLERS.iter().any(|name| file.shown.ends_with(name)) {
                continue;
            }
            let Some(text) = rewrite(&file.text).filter(|text| *text != file.text) else {
                continue;
            };
            let after = counts(&check_as(file, &text));
            failures.extend(differences(&before, &after, &format!("{}: {what}", file.shown)));
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// A rewrite that leaves nearly everything as it is would prove nothing.
#[test]
fn every_rewrite_changes_many_cases() {
    let cases = single_files();
    for (what, rewrite) in REWRITES {
        let changed = cases.iter().filter(|case| {
            let text = &case.files[0].text;
            rewrite(text).is_some_and(|new| new != *text)
        });
        let changed = changed.count();
        assert!(changed >= 15, "{what}: only {changed} cases are changed, so the rewrite proves little");
    }
}

/// The functions of one file, every other one in a second file of the package, in either order of names. Guards against declarations
/// that are found only in the file that uses them, or only in files before it.
#[test]
fn split_files_have_the_same_findings() {
    let mut failures = Vec::new();
    for case in single_files() {
        let file = &case.files[0];
        let before = counts(&check_as(file, &file.text));
        let (first, second) = split(&file.text);
        for names in [["a.go", "b.go"], ["b.go", "a.go"]] {
            let home = tempfile::tempdir().expect("the folder for temporary files is writable");
            let write = |name: &str, text: &str| {
                let path = home.path().join(name);
                std::fs::write(&path, text).expect("the folder is writable");
                path
            };
            write("go.mod", "module fixture\n\ngo 1.27\n");
            let mut report = vec![write(names[0], &first), write(names[1], &second)];
            report.sort();
            let report = report.into_iter().map(|path| GoFile { path, shown: file.shown.clone() }).collect();
            let require_close = file.text.contains("//fixture:require-close");
            let after = counts(&check(&Task { report, require_close, ..Task::default() }));
            failures.extend(differences(&before, &after, &format!("{}: split", file.shown)));
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
        // Literals are counted through, and some rewrites add some.
        let key = (finding.lasting_function(), rule_name(finding.rule));
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

/// Whether a statement starts on this line, so that another one can stand before it. Only words count that cannot start anything
/// else, and not after a label: `_ = 0` would take the label away from its loop.
fn starts_statement(lines: &[&str], index: usize) -> bool {
    let line = lines[index];
    let text = line.trim_start();
    let words = ["if ", "for ", "return", "defer ", "go ", "switch ", "select "];
    let before = lines[..index].iter().rev().find(|l| !l.trim().is_empty());
    let previous = before.map_or("", |l| l.trim());
    let after_label = previous.ends_with(':') && !previous.starts_with("case ") && !previous.starts_with("default");
    line.starts_with('\t') && words.iter().any(|word| text.starts_with(word)) && !after_label
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

/// Each line as words and what stands between them.
fn words(line: &str) -> Vec<&str> {
    line.split_inclusive(|c: char| !is_word(c))
        .flat_map(|piece| match piece.char_indices().last() {
            Some((at, c)) if !is_word(c) => vec![&piece[..at], &piece[at..]],
            _ => vec![piece],
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every name that `:=` declares gets another one, unless it is a name of something else as well: of a field, a type, a
/// package, a function.
fn rename_all_locals(text: &str) -> Option<String> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for line in text.lines().filter(|line| line.starts_with('\t')) {
        let Some((left, _)) = line.split_once(" := ") else {
            continue;
        };
        let declared = left.rsplit([';', '{']).next().unwrap_or(left).trim_start();
        let declared =
            ["if ", "for ", "switch ", "case "].iter().fold(declared, |rest, word| rest.trim_start_matches(word));
        names.extend(declared.split(", ").filter(|name| name.chars().all(is_word)));
    }
    for other in ["_", "nil", "err", "", "true", "false", "iota"] {
        names.remove(other);
    }
    let all: Vec<&str> = text
        .lines()
        .flat_map(|line| words(line.split(" // ").next().unwrap_or(line)).into_iter().chain(["\n"]))
        .collect();
    for (number, word) in all.iter().enumerate() {
        let before = number.checked_sub(1).map_or("", |at| all[at]);
        let after = (all.get(number + 1).copied().unwrap_or(""), all.get(number + 2).copied().unwrap_or(""));
        let is_other =
            before == "." || before == "\"" || before == "/" || after.0 == ":" && after.1 != "=" || after.0 == "\"";
        if is_other {
            names.remove(word);
        }
    }
    // Fields of structs and parameters may be locals too.
    let mut is_type = false;
    let mut top = String::new();
    for line in text.lines() {
        is_type |= line.starts_with("type ") || line.starts_with("var (") || line.starts_with("const (");
        if is_type || !line.starts_with('\t') {
            top += line;
            top += "\n";
        }
        is_type &= line.starts_with('\t') || line.ends_with(['{', '(']);
    }
    names.retain(|name| words(&top).iter().all(|word| word != name));
    let rename = |word: &str| if names.contains(word) { format!("{word}Renamed") } else { word.to_string() };
    Some(text.lines().map(|line| words(line).into_iter().map(rename).collect::<String>() + "\n").collect())
}

/// `if a { x } else { y }` as `if !(a) { y } else { x }`, `if a { x }` as `if !(a) { } else { x }`. Not for tests whose halves are shown apart, nor where something
/// is declared in front of the condition.
fn swap_if_and_else(text: &str) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    let mut has_swapped = false;
    for index in 0..lines.len() {
        let line = lines[index].clone();
        let code = line.split(" // ").next().unwrap_or(&line).trim_end();
        let condition = code.trim_start().strip_prefix("if ").and_then(|rest| rest.strip_suffix(" {"));
        let Some(condition) = condition.filter(|condition| !condition.contains([';', '{'])) else {
            continue;
        };
        let indent = indent(&line).to_string();
        let closing = format!("{indent}}}");
        let Some(middle) = (index + 1..lines.len()).find(|at| lines[*at].starts_with(&closing)) else {
            continue;
        };
        let is_else =
            lines[middle].split(" // ").next().is_some_and(|code| code.trim_end() == format!("{closing} else {{"));
        let mut swapped = vec![format!("{indent}if !({condition}) {{")];
        if lines[middle].trim_end() == closing {
            swapped.push(format!("{closing} else {{"));
            swapped.extend_from_slice(&lines[index + 1..middle]);
            lines.splice(index..middle, swapped);
            has_swapped = true;
            continue;
        }
        let last = (middle + 1..lines.len()).find(|at| lines[*at].starts_with(&closing));
        let Some(last) = last.filter(|last| is_else && lines[*last].trim_end() == closing) else {
            continue;
        };
        swapped.extend_from_slice(&lines[middle + 1..last]);
        swapped.push(format!("{closing} else {{"));
        swapped.extend_from_slice(&lines[index + 1..middle]);
        lines.splice(index..last, swapped);
        has_swapped = true;
    }
    has_swapped.then(|| lines.join("\n") + "\n")
}

/// `resp.Body.Close()` as `func() { resp.Body.Close() }()`.
fn close_in_literals(text: &str) -> Option<String> {
    close_as(text, &|_, call| format!("func() {{ {call} }}()"))
}

/// `resp.Body.Close()` as `closeInHelper(resp)`.
fn close_in_helper(text: &str) -> Option<String> {
    if !text.contains("\"net/http\"\n") {
        return None;
    }
    let closed = close_as(text, &|name, _| format!("closeInHelper({name})"))?;
    Some(closed + "\nfunc closeInHelper(given *http.Response) {\n\tgiven.Body.Close()\n}\n")
}

/// Rewrites the statements that close the body of `resp` and do nothing else.
fn close_as(text: &str, rewrite: &dyn Fn(&str, &str) -> String) -> Option<String> {
    let close = |line: &str| {
        let (code, comment) = line.split_once(" // ").map_or((line, ""), |(code, _)| (code, &line[code.len()..]));
        let name = code.trim().strip_suffix(".Body.Close()").filter(|name| *name == "resp")?;
        Some(format!("{}{}{comment}", indent(line), rewrite(name, code.trim())))
    };
    let lines: Vec<String> = text.lines().map(|line| close(line).unwrap_or_else(|| line.to_string())).collect();
    let rewritten = lines.join("\n") + "\n";
    (rewritten.trim_end() != text.trim_end()).then_some(rewritten)
}

/// Two files of one package: everything with the even functions, and the odd functions with the package clause and the
/// imports.
fn split(text: &str) -> (String, String) {
    let lines: Vec<&str> = text.lines().collect();
    let mut is_moved = vec![false; lines.len()];
    for &(first, last) in cases::functions(text).iter().skip(1).step_by(2) {
        let mut start = first - 1;
        while start > 0 && lines[start - 1].starts_with("//") {
            start -= 1;
        }
        is_moved[start..last].fill(true);
    }
    let mut is_import = false;
    let mut head = String::new();
    for line in &lines {
        is_import |= line.starts_with("import ");
        if is_import || line.starts_with("package ") {
            head += line;
            head += "\n";
        }
        is_import &= !line.starts_with(')') && (line.starts_with('\t') || line.ends_with('(') || line.is_empty());
    }
    let part = |moved: bool| -> String {
        let own = (0..lines.len()).filter(|index| is_moved[*index] == moved);
        own.map(|index| format!("{}\n", lines[index])).collect()
    };
    (part(false), head + "\n" + &part(true))
}

fn end_lines_with_crlf(text: &str) -> Option<String> {
    Some(text.replace('\n', "\r\n"))
}

mod rewrites {
    use super::*;

    const CODE: &str = "package p\n\n// a says a.\nfunc a() int {\nagain:\n\tfor x {\n\t\tif y { // via `z`\n\t\t\treturn 1\n\t\t} else {\n\t\t\tcontinue again\n\t\t}\n\t}\n\treturn 2\n}\n\nfunc b() {}\n";

    #[test]
    fn statements_get_company_but_not_after_labels() {
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
    fn locals_are_renamed_and_fields_are_not() {
        let text = rename_all_locals("package q\n\nfunc a() {\n\tname, x := f()\n\tp := T{x: name}\n\tp.x = x\n}\n");
        assert_eq!(
            text.expect("it always applies"),
            "package q\n\nfunc a() {\n\tnameRenamed, x := f()\n\tpRenamed := T{x: nameRenamed}\n\tpRenamed.x = x\n}\n"
        );
    }

    #[test]
    fn halves_of_an_if_change_places() {
        let text = swap_if_and_else("\tif a { // b\n\t\tx()\n\t} else { // c\n\t\ty()\n\t}\n\tz()\n");
        assert_eq!(text.as_deref(), Some("\tif !(a) {\n\t\ty()\n\t} else {\n\t\tx()\n\t}\n\tz()\n"));
        assert_eq!(swap_if_and_else("\tif a {\n\t} else if b {\n\t} else {\n\t}\n"), None);
    }

    #[test]
    fn a_file_is_split_with_its_imports() {
        let (first, second) =
            split("package p\n\nimport (\n\t\"a\"\n)\n\ntype T int\n\nfunc a() {}\n\n// b\nfunc b() {\n}\n");
        assert!(first.contains("type T int") && first.contains("func a()") && !first.contains("// b"));
        assert!(second.starts_with("package p\nimport (\n\t\"a\"\n)\n\n// b\nfunc b() {\n}\n"), "{second}");
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let text = rename_locals("resp, err := respond(errors.New(x.resp))").expect("it always applies");
        assert_eq!(text.trim_end(), "renamedAnswer, renamedTrouble := respond(errors.New(x.renamedAnswer))");
    }
}
