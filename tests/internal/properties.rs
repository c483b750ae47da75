//! Properties of generated input. Programs of a small grammar keep their findings when they are written differently; texts of
//! any kind, Go or not, are divided into spans that lie in them; comments say what they were made to say.
//!
//! A failure prints the smallest input that proptest finds. `PROPTEST_CASES=5000` tries more than a test run has time for.

use crate::check::check;
use crate::findings::finding::{Confidence, Finding, FixHint};
use crate::findings::rule::{RULES, Rule};
use crate::findings::suppress;
use crate::go::items::item_spans;
use crate::go::tree;
use crate::ground::open_texts::OpenTexts;
use crate::ground::source::GoFile;
use crate::ground::source::{Source, Span};
use crate::task::{Checked, Task};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A statement of a generated function. Variables are `a`, `b` (responses), `err`; conditions are parameters.
#[derive(Clone, Debug)]
enum Statement {
    Get(bool),
    Close(bool),
    DeferClose(bool),
    CloseByHelper(bool),
    Forget(bool),
    Read(bool),
    Return,
    If(Condition, Vec<Statement>, Vec<Statement>),
    Loop(Vec<Statement>),
    Switch(Vec<Statement>, Vec<Statement>),
}

#[derive(Clone, Debug)]
enum Condition {
    Failed,
    IsNil(bool),
    Flag(u8),
    Status(bool),
}

/// How a program is written.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    renamed: bool,
    swapped: bool,
    padded: bool,
    in_blocks: bool,
    reversed: bool,
}

fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        3 => Just(Condition::Failed),
        1 => any::<bool>().prop_map(Condition::IsNil),
        2 => (0_u8..2).prop_map(Condition::Flag),
        1 => any::<bool>().prop_map(Condition::Status),
    ]
}

fn statement() -> impl Strategy<Value = Statement> {
    let leaf = prop_oneof![
        4 => any::<bool>().prop_map(Statement::Get),
        3 => any::<bool>().prop_map(Statement::Close),
        1 => any::<bool>().prop_map(Statement::DeferClose),
        1 => any::<bool>().prop_map(Statement::CloseByHelper),
        1 => any::<bool>().prop_map(Statement::Forget),
        2 => any::<bool>().prop_map(Statement::Read),
        2 => Just(Statement::Return),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let block = || prop::collection::vec(inner.clone(), 0..3);
        prop_oneof![
            4 => (condition(), block(), block()).prop_map(|(test, then, other)| Statement::If(test, then, other)),
            1 => block().prop_map(Statement::Loop),
            1 => (block(), block()).prop_map(|(first, second)| Statement::Switch(first, second)),
        ]
    })
}

fn program() -> impl Strategy<Value = Vec<Vec<Statement>>> {
    prop::collection::vec(prop::collection::vec(statement(), 1..6), 1..4)
}

struct Writer {
    style: Style,
    text: String,
}

impl Writer {
    fn name(&self, is_second: bool) -> &'static str {
        match (is_second, self.style.renamed) {
            (false, false) => "a",
            (true, false) => "b",
            (false, true) => "answer1",
            (true, true) => "answer2",
        }
    }

    fn error(&self) -> &'static str {
        if self.style.renamed { "trouble" } else { "err" }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Failed => format!("{} != nil", self.error()),
            Condition::IsNil(which) => format!("{} == nil", self.name(*which)),
            Condition::Flag(number) => format!("c{number}"),
            Condition::Status(which) => format!("{0} != nil && {0}.StatusCode != 200", self.name(*which)),
        }
    }

    fn block(&mut self, statements: &[Statement]) {
        statements.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &Statement) {
        if self.style.padded {
            self.text += "_ = 0\n";
        }
        // A block would end the life of nothing: everything is declared at the top.
        if self.style.in_blocks {
            self.text += "{\n";
        }
        let error = self.error();
        match statement {
            Statement::Get(which) => {
                let name = self.name(*which);
                writeln!(self.text, "{name}, {error} = http.Get(u)").unwrap();
            }
            Statement::Close(which) => writeln!(self.text, "{}.Body.Close()", self.name(*which)).unwrap(),
            Statement::DeferClose(which) => writeln!(self.text, "defer {}.Body.Close()", self.name(*which)).unwrap(),
            Statement::CloseByHelper(which) => writeln!(self.text, "closeIt({})", self.name(*which)).unwrap(),
            Statement::Forget(which) => writeln!(self.text, "{} = nil", self.name(*which)).unwrap(),
            Statement::Read(which) => writeln!(self.text, "io.Copy(io.Discard, {}.Body)", self.name(*which)).unwrap(),
            Statement::Return => writeln!(self.text, "return {error}").unwrap(),
            Statement::If(test, then, other) => {
                let test = self.condition(test);
                let (first, second) = if self.style.swapped { (other, then) } else { (then, other) };
                match self.style.swapped {
                    true => writeln!(self.text, "if !({test}) {{").unwrap(),
                    false => writeln!(self.text, "if {test} {{").unwrap(),
                }
                self.block(first);
                self.text += "} else {\n";
                self.block(second);
                self.text += "}\n";
            }
            Statement::Loop(inner) => {
                self.text += "for range n {\n";
                self.block(inner);
                self.text += "}\n";
            }
            Statement::Switch(first, second) => {
                self.text += "switch n {\ncase 1:\n";
                self.block(first);
                self.text += "default:\n";
                self.block(second);
                self.text += "}\n";
            }
        }
        if self.style.in_blocks {
            self.text += "}\n";
        }
    }
}

fn written(program: &[Vec<Statement>], style: Style) -> String {
    let mut functions: Vec<String> = Vec::new();
    for (number, statements) in program.iter().enumerate() {
        let mut writer = Writer { style, text: String::new() };
        let (a, b, error) = (writer.name(false), writer.name(true), writer.error());
        writeln!(writer.text, "func f{number}(u string, n int, c0, c1 bool) error {{").unwrap();
        writeln!(writer.text, "var {a}, {b} *http.Response\nvar {error} error").unwrap();
        writer.block(statements);
        writeln!(writer.text, "return {error}\n}}\n").unwrap();
        functions.push(writer.text);
    }
    functions.push("func closeIt(r *http.Response) {\nif r != nil {\nr.Body.Close()\n}\n}\n".to_string());
    if style.reversed {
        functions.reverse();
    }
    format!("package p\n\nimport (\n\"io\"\n\"net/http\"\n)\n\n{}", functions.concat())
}

fn checked(text: &str) -> Checked {
    let path = PathBuf::from("/there/is/no/such/folder/a.go");
    let file = GoFile { path: path.clone(), shown: "a.go".to_string() };
    check(&Task { report: vec![file], open: OpenTexts::one(&path, text.as_bytes()), ..Task::default() })
}

/// How many findings of a rule each function has.
fn counts(checked: &Checked) -> BTreeMap<(String, Rule), usize> {
    let mut found = BTreeMap::new();
    for finding in &checked.findings {
        *found.entry((finding.function.clone(), finding.rule)).or_insert(0) += 1;
    }
    found
}

/// Pieces of Go, whole and broken, and letters of other kinds.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "package p\n", "import \"net/http\"\n", "import (\n", "func ", "f", "g", "(", ")", "{", "}", "[", "]", "\n",
            ";", "type T ", "struct {", "interface {", "var x = ", "const c = ", "var (\n", "\"", "`", "'", "\\", "//",
            "/*", "*/", "//bodyguard:ignore", "//nolint", "//lint:ignore ", "if ", "for ", "case ", "return ", "resp",
            ", ", ":= ", "= ", "http.Get(u)", ".", "new(", "make(", "func (t *T) M[P any](", "T[int]", "defer ", "go ",
            "<-", "...", "1", "é", "💥", "\u{feff}", "\0", "\r\n", "\u{2028}",
        ]).prop_map(str::to_string),
        1 => ".{0,4}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn settings(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(cases);
    // A failing program becomes a fixture, by hand.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings(150))]

    /// Guards against an analysis that goes by how a program is written, in combinations that no case has.
    #[test]
    fn programs_keep_their_findings(
        program in program(),
        (renamed, swapped, padded, in_blocks, reversed) in any::<(bool, bool, bool, bool, bool)>(),
    ) {
        let plain = written(&program, Style::default());
        let other = written(&program, Style { renamed, swapped, padded, in_blocks, reversed });
        let (before, after) = (checked(&plain), checked(&other));
        prop_assert!(before.problems.is_empty(), "{:?}", before.problems);
        prop_assert_eq!(counts(&before), counts(&after), "\n{}\n---\n{}", plain, other);
    }

    /// Guards what functions share: names of candidates, summaries, and the items of a file.
    #[test]
    fn a_function_more_changes_nothing(first in program(), second in program()) {
        let alone = counts(&checked(&written(&first, Style::default())));
        let both: Vec<_> = first.iter().chain(&second).cloned().collect();
        let mut together = counts(&checked(&written(&both, Style::default())));
        let own = |name: &str| name.trim_start_matches('f').parse::<usize>().is_ok_and(|number| number < first.len());
        together.retain(|(name, _), _| own(name));
        prop_assert_eq!(alone, together);
    }
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn spans_lie_in_their_text(text in soup()) {
        let source = Source::new(Path::new("a.go"), "a.go", text.into_bytes());
        let text = source.text();
        let inside = |span: Span| text.get(span.range()).is_some();
        let found = item_spans(text);
        let specs = found.imports.iter().chain(&found.types).chain(&found.variables).chain(&found.constants);
        for row in specs {
            prop_assert!(inside(row.keyword) && inside(row.spec) && row.names.iter().all(|name| inside(*name)));
        }
        for row in &found.functions {
            prop_assert!(inside(row.whole) && inside(row.name));
            prop_assert!(row.body.is_none_or(|body| inside(body) && row.whole.start <= body.start && body.end <= row.whole.end));
            prop_assert!(row.receiver.is_none_or(inside));
            prop_assert!(row.without_body(text).into_iter().all(inside));
        }
        prop_assert!(found.damaged.iter().all(|span| inside(*span)));
        // The functions come one after the other.
        prop_assert!(found.functions.windows(2).all(|pair| pair[0].whole.end <= pair[1].whole.start));
    }

    #[test]
    fn the_repair_keeps_places(text in soup()) {
        let older = tree::written_in_older_go(&text);
        prop_assert_eq!(older.len(), text.len());
        // A line end inside a type becomes a space; lines are counted in the text itself.
        let differs = |(own, other): (u8, u8)| own != other && !matches!(own, b' ' | b'A' | b'E');
        prop_assert!(!older.bytes().zip(text.bytes()).any(differs));
        prop_assert!(tree::parse(&text).is_some());
    }

    #[test]
    fn any_text_is_checked(text in soup()) {
        let found = checked(&text);
        for finding in &found.findings {
            prop_assert!(finding.source.text().get(finding.span.range()).is_some());
            prop_assert!(finding.steps.iter().all(|step| finding.source.text().get(step.span.range()).is_some()));
        }
    }

    #[test]
    fn any_comment_is_read(comment in "(//|/\\*|// |//nolint|//lint:ignore |//bodyguard:|//bodyguard:ignore)[^\n]{0,40}") {
        let text = format!("package p\n\nfunc f() {{\n\tx := g() {comment}\n}}\n");
        let (reported, _) = applied(&text, Rule::NeverClosed);
        prop_assert!(reported <= 2);
    }

    /// A comment silences the rules in it, by name or by number, and no others.
    #[test]
    fn comments_say_what_they_were_made_to_say(
        chosen in prop::sample::subsequence(RULES.iter().collect::<Vec<_>>(), 1..=RULES.len()),
        (by_name, upper, spaces) in any::<(bool, bool, bool)>(),
        wanted in prop::sample::select(RULES.iter().map(|text| text.rule).collect::<Vec<_>>()),
        reason in "[a-z ]{0,20}",
    ) {
        let word = |text: &str| if upper { text.to_uppercase() } else { text.to_string() };
        let words: Vec<String> = chosen.iter().map(|text| word(if by_name { text.name } else { text.id })).collect();
        let list = words.join(if spaces { ", " } else { "," });
        let text = format!("package p\n\nfunc f() {{\n\tx := g() //bodyguard:ignore[{list}] {reason}\n}}\n");
        let is_silenced = chosen.iter().any(|text| text.rule == wanted);
        let (reported, problems) = applied(&text, wanted);
        // A comment that silences nothing is reported instead.
        let unused = usize::from(!is_silenced);
        prop_assert_eq!(reported, usize::from(!is_silenced) + unused, "{}", text);
        prop_assert_eq!(problems, 0);
    }
}

/// How many findings comments leave of one of this rule at `g()`, those about the comments included; and how many comments are
/// malformed.
fn applied(text: &str, rule: Rule) -> (usize, usize) {
    let source = Arc::new(Source::new(Path::new("a.go"), "a.go", text.as_bytes().to_vec()));
    let at = source.text().find("g()").unwrap();
    let finding = Finding {
        rule,
        dependency: None,
        source: source.clone(),
        span: Span::new(at, at + 3),
        function: "f".to_string(),
        callee: "g".to_string(),
        message: String::new(),
        steps: Vec::new(),
        other_exits: 0,
        help: String::new(),
        confidence: Confidence::High,
        blame: None,
        fix_hint: FixHint::default(),
        edit: None,
        resource: None,
    };
    let unsuppressed = suppress::apply(&source, vec![finding]);
    (unsuppressed.findings.len(), unsuppressed.problems.len())
}
