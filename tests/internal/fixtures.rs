//! Every case under `testdata/` against what its marks expect.
//!
//! All failures of a run are printed together, one line each:
//!
//!     testdata/loops/retry.go:16: expected overwritten-response, got nothing
//!
//! `FIXTURE=loops/retry cargo test --lib fixtures` runs the cases whose name contains the text.

use super::cases;
use crate::findings::finding::Finding;
use crate::findings::messages::leak_label;
use crate::findings::rule::Rule;
use crate::findings::suppress::GeneratedFiles;
use crate::go::queries::{AcquirerPattern, Queries};
use crate::leak::LeakKind;
use crate::meaning::effect::words;
use crate::meaning::resource::RESOURCES;
use crate::run;
use crate::task::{Checked, Task};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::cases::{Case, CaseFile, Mark, MarkKind, line_of, rule_name};

/// Fewer functions than this means that cases were lost, not that the linter got better.
const FEWEST_FUNCTIONS: usize = 300;

#[test]
fn cases_agree_with_their_marks() {
    let mut failures = Vec::new();
    for case in cases::all_cases() {
        failures.extend(failures_of(&case, &checked(&case, &Queries::standard())));
    }
    let count = failures.len();
    let what_to_do = "Change the code, or the marks where they are wrong (CONTRIBUTING.md says what each means).\n\
                      One case by itself: FIXTURE=loops/retry cargo test --lib fixtures";
    assert!(failures.is_empty(), "\n{}\n{count} differences. {what_to_do}\n", failures.join("\n"));
}

fn checked(case: &Case, queries: &Arc<Queries>) -> Checked {
    let mut checked = cases::check_case_as(case, |task| Task { queries: queries.clone(), ..task });
    if case.subject == "suppression" {
        let findings = std::mem::take(&mut checked.findings);
        let marked = std::mem::take(&mut checked.marked);
        (checked.findings, _) = run::unsuppressed(GeneratedFiles::Silent, findings, marked);
    }
    checked
}

/// The file in which a folder of `testdata/` declares which patterns of `queries/*.scm` its cases need, one name a line.
const COVERED: &str = "COVERS";

/// A pattern is taken out, and precisely the folders fail that declare it. A pattern that no folder declares decides nothing.
/// Cases of stubs declare nothing: they call in the plainest way, and their own test takes the directives out. A case is not
/// checked again without a pattern that was of no use in it.
#[test]
fn without_a_pattern_precisely_the_cases_that_need_it_fail() {
    if std::env::var("FIXTURE").is_ok() {
        return;
    }
    let mut all = cases::all_cases();
    all.retain(|case| case.subject != super::stubs::SUBJECT);
    let without = |pattern: String| {
        let queries = Arc::new(Queries::without(&pattern).expect("the pattern is there"));
        (pattern, queries)
    };
    let lessened: Vec<(String, Arc<Queries>)> = Queries::standard().patterns().into_iter().map(without).collect();
    let recording = Queries::recording();
    let mut failing: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for case in &all {
        let needed = failing.entry(&case.subject).or_default();
        let of_use = patterns_of_use(case, &recording);
        for (pattern, queries) in lessened.iter().filter(|(pattern, _)| of_use.contains(pattern)) {
            if !needed.contains(pattern) && !failures_of(case, &checked(case, queries)).is_empty() {
                needed.insert(pattern.clone());
            }
        }
    }
    let mut wrong = Vec::new();
    for (subject, needed) in &failing {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(subject).join(COVERED);
        if std::env::var("UPDATE").is_ok() {
            let lines: String = needed.iter().map(|name| format!("{name}\n")).collect();
            std::fs::write(&path, lines).expect("testdata is writable");
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let declared: BTreeSet<String> = text.lines().map(str::to_string).collect();
        let shown = format!("testdata/{subject}/{COVERED}");
        wrong.extend(declared.difference(needed).map(|name| format!("{shown}: no case fails without `{name}`")));
        wrong
            .extend(needed.difference(&declared).map(|name| format!("{shown}: add `{name}`: a case fails without it")));
    }
    let uncovered = |name: &String| failing.values().all(|needed| !needed.contains(name));
    let patterns = Queries::standard().patterns();
    let unused = patterns.iter().filter(|name| uncovered(name));
    wrong
        .extend(unused.map(|name| format!("queries/*.scm: `{name}` decides nothing: write a case in testdata/shapes")));
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The patterns without which a case may have other findings: the shapes of its calls, and of `http.scm` those that list a name
/// which stands in one of the files below its folder.
fn patterns_of_use(case: &Case, recording: &Arc<Queries>) -> BTreeSet<String> {
    checked(case, recording);
    let shapes = recording.take_used_shapes().into_iter().map(str::to_string);
    let texts = cases::all_texts(case);
    let is_named = |name: &String| texts.iter().any(|text| text.contains(name.as_str()));
    let listed = recording.acquirers().iter().filter(|acquirers| acquirers.names.iter().any(is_named));
    shapes.chain(listed.map(AcquirerPattern::pattern)).collect()
}

/// A directive is taken out of the stubs that a case brings with it, and the case fails. Together they have all directives.
#[test]
fn without_a_directive_of_its_stubs_a_case_fails() {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut unneeded = Vec::new();
    let all = cases::all_cases();
    for case in &all {
        for file in &case.stubs {
            for (line, directive, without) in without_each_directive(&file.text) {
                used.extend(directive.split(' ').next());
                let stubs = || vec![cases::stub(&file.shown, &without)];
                let checked = cases::check_case_as(case, |task| Task { stubs: stubs(), ..task });
                if failures_of(case, &checked).is_empty() {
                    unneeded.push(format!("{}:{line}: no function fails without `{directive}`", file.shown));
                }
            }
        }
    }
    assert!(unneeded.is_empty(), "\n{}\n", unneeded.join("\n"));
    if std::env::var("FIXTURE").is_err() {
        let unused: Vec<&str> = words().filter(|word| !used.contains(word)).collect();
        assert!(unused.is_empty(), "no case has a stub with {unused:?}");
    }
}

/// The 1-based line of each directive of a stub, the directive, and the stub without it.
fn without_each_directive(text: &str) -> Vec<(usize, &str, String)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some((head, directives)) = line.split_once("//:") else {
            continue;
        };
        for directive in directives.split(';') {
            let others: Vec<&str> = directives.split(';').filter(|other| *other != directive).collect();
            let line = if others.is_empty() { head.to_string() } else { format!("{head}//:{}", others.join(";")) };
            let mut lines: Vec<&str> = text.lines().collect();
            lines[index] = &line;
            found.push((index + 1, directive.trim(), lines.join("\n")));
        }
    }
    found
}

#[test]
fn there_are_enough_functions() {
    if std::env::var("FIXTURE").is_ok() {
        return;
    }
    let all = cases::all_cases();
    let files = all.iter().flat_map(|case| &case.files);
    let count: usize = files.map(|file| cases::functions(&file.text).len()).sum();
    assert!(
        count >= FEWEST_FUNCTIONS,
        "only {count} functions below testdata: `all_cases` no longer finds some of them"
    );
}

#[test]
fn marks_name_rules_and_step_words() {
    let rules = [
        "never-closed",
        "leaks-on-path",
        "discarded-response",
        "overwritten-response",
        "defer-in-loop",
        "closed-before-check",
        "unused-suppression",
        "read-after-close",
    ];
    let words = [
        "when this is true",
        "when this is false",
        "when this case is taken",
        "overwritten here",
        "the next iteration overwrites it",
        "replaced here",
        "this deferred closure closes",
        "returns without closing",
        "together with an error",
        "the body is closed here",
        "closes the body",
        "closes the body when it returns",
        "the context of the request is cancelled here",
        "cancels the context of the request when it returns",
        "the body is read here",
        "reads the body",
    ];
    let ends = [LeakKind::Return, LeakKind::End];
    let of_kinds: Vec<String> =
        RESOURCES.iter().flat_map(|resource| ends.map(|how| leak_label(how, resource))).collect();
    let mut unknown = Vec::new();
    for case in cases::all_cases() {
        for file in &case.files {
            for mark in cases::marks(&file.text) {
                let known = match &mark.kind {
                    MarkKind::Want(rule) => rules.contains(&rule.as_str()),
                    MarkKind::PathCondition(text) => words.contains(&text.as_str()) || of_kinds.contains(text),
                    MarkKind::Missed | MarkKind::Wrong => true,
                };
                if !known {
                    let known = "`want` takes the name of a rule, `via` words of a step: see this test";
                    unknown.push(format!("{}:{}: unknown mark {:?}; {known}", file.shown, mark.line, mark.kind));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "\n{}\n", unknown.join("\n"));
}

/// The differences of one case, in the order of its files and lines.
pub(super) fn failures_of(case: &Case, checked: &Checked) -> Vec<String> {
    let mut failures = Vec::new();
    for file in &case.files {
        let marks = cases::marks(&file.text);
        let of_file = findings_of(file, &marks, checked);
        let mut found = compare_lines(&marks, &of_file);
        found.extend(compare_steps(&file.text, &marks, &of_file));
        found.sort();
        let shown = &file.shown;
        failures.extend(found.iter().map(|(line, text)| format!("{shown}:{line}: {text}")));
    }
    for finding in &checked.findings {
        let shown = &finding.source.shown;
        if !case.files.iter().any(|file| file.shown == **shown) {
            failures.push(format!("{shown}: a finding in a file that was not asked for"));
        }
    }
    // Files with errors have their own subject; anywhere else a problem means that code was not looked at.
    if case.subject != "syntax" {
        for problem in &checked.problems {
            let line = problem.position.map_or(0, |position| position.0);
            failures.push(format!("{}:{line}: problem: {}", problem.path, problem.message));
        }
    }
    failures
}

/// The findings of one file. A `defer` in a loop is off by default: it is compared only where a case asks for it.
fn findings_of<'c>(file: &CaseFile, marks: &[Mark], checked: &'c Checked) -> Vec<&'c Finding> {
    let is_wanted = |mark: &Mark| mark.kind == MarkKind::Want("defer-in-loop".to_string());
    let with_defer_in_loop = marks.iter().any(is_wanted);
    let in_file = checked.findings.iter().filter(|f| *f.source.shown == *file.shown);
    in_file.filter(|f| with_defer_in_loop || f.rule != Rule::DeferInLoop).collect()
}

/// Lines whose findings are not the wanted ones.
fn compare_lines(marks: &[Mark], findings: &[&Finding]) -> Vec<(usize, String)> {
    let mut lines: Vec<usize> = findings.iter().map(|finding| line_of(finding)).collect();
    lines.extend(marks.iter().map(|mark| mark.line));
    lines.sort_unstable();
    lines.dedup();
    let mut failures = Vec::new();
    for line in lines {
        let here: Vec<&Finding> = findings.iter().copied().filter(|f| line_of(f) == line).collect();
        let mut got: Vec<&str> = here.iter().map(|finding| rule_name(finding.rule)).collect();
        got.sort_unstable();
        let of_line: Vec<&MarkKind> = marks.iter().filter(|m| m.line == line).map(|m| &m.kind).collect();
        if let Some(text) = compare_line(&of_line, &got) {
            let message = here.first().map_or(String::new(), |f| format!(" ({})", f.message));
            failures.push((line, text + &message));
        }
    }
    failures
}

/// The difference on one line; `got` is sorted. `None` if there is none.
fn compare_line(marks: &[&MarkKind], got: &[&str]) -> Option<String> {
    let listed = |rules: &[&str]| match rules {
        [] => "nothing".to_string(),
        some => some.join(" and "),
    };
    if marks.contains(&&MarkKind::Wrong) {
        return got.is_empty().then(|| "the false alarm is gone: take the mark away".to_string());
    }
    if marks.contains(&&MarkKind::Missed) {
        let now = listed(got);
        return (!got.is_empty()).then(|| format!("no longer missed: want `{now}`"));
    }
    let mut wanted: Vec<&str> = Vec::new();
    for mark in marks {
        if let MarkKind::Want(rule) = mark {
            wanted.push(rule);
        }
    }
    wanted.sort_unstable();
    (wanted != got).then(|| format!("expected {}, got {}", listed(&wanted), listed(got)))
}

/// The steps that are not shown. A function without any finding is already reported by its missing `want`.
fn compare_steps(text: &str, marks: &[Mark], findings: &[&Finding]) -> Vec<(usize, String)> {
    let mut failures = Vec::new();
    for mark in marks {
        let MarkKind::PathCondition(words) = &mark.kind else {
            continue;
        };
        let Some((first, last)) = cases::function_around(text, mark.line) else {
            failures.push((mark.line, "a `via` outside of any function".to_string()));
            continue;
        };
        let inside: Vec<&&Finding> =
            findings.iter().filter(|finding| (first..=last).contains(&line_of(finding))).collect();
        let steps = inside.iter().flat_map(|finding| steps_on(finding, mark.line));
        let shown: Vec<&str> = steps.collect();
        if !inside.is_empty() && !shown.iter().any(|text| text.contains(words.as_str())) {
            let got = if shown.is_empty() { "none".to_string() } else { shown.join("; ") };
            failures.push((mark.line, format!("expected the step `{words}`, steps here: {got}")));
        }
    }
    failures
}

fn steps_on(finding: &Finding, line: usize) -> impl Iterator<Item = &str> {
    let here = move |span: crate::ground::source::Span| finding.source.line(span.start) == line;
    finding.steps.iter().filter(move |step| here(step.span)).map(|step| step.text.as_str())
}

mod harness {
    use super::cases::{MarkKind, functions, marks};
    use super::{compare_line, compare_lines, compare_steps};
    use crate::findings::finding::{Confidence, Finding, FixHint, Step, StepKind};
    use crate::findings::rule::Rule;
    use crate::ground::source::{Source, Span};
    use std::path::Path;
    use std::sync::Arc;

    fn want(rule: &str) -> MarkKind {
        MarkKind::Want(rule.to_string())
    }

    #[test]
    fn marks_stand_behind_code() {
        let text = "a() // want `never-closed`\n// want `x` is prose\n} // via `returns with the body open`\n";
        let found = marks(text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, &found[0].kind), (1, &want("never-closed")));
        assert_eq!(found[1].line, 3);
        assert_eq!(found[1].kind, MarkKind::PathCondition("returns with the body open".to_string()));
    }

    #[test]
    fn one_line_can_have_several_marks() {
        let line = "x() // want `never-closed` `closed-before-check` // via `overwritten here`";
        let kinds: Vec<MarkKind> = marks(line).into_iter().map(|mark| mark.kind).collect();
        let via = MarkKind::PathCondition("overwritten here".to_string());
        assert_eq!(kinds, [want("never-closed"), want("closed-before-check"), via]);
    }

    #[test]
    fn marks_stand_behind_other_comments() {
        let kinds = marks("x() //nolint:errcheck // want `never-closed`");
        assert_eq!(kinds[0].kind, want("never-closed"));
        assert_eq!(marks("x() // missed: too deep")[0].kind, MarkKind::Missed);
        assert_eq!(marks("x() // wrong: the flag")[0].kind, MarkKind::Wrong);
        assert!(marks("x() // wanted by many").is_empty());
    }

    #[test]
    fn lines_are_compared_as_sets_of_rules() {
        assert_eq!(compare_line(&[&want("a")], &["a"]), None);
        assert_eq!(compare_line(&[], &[]), None);
        let missing = compare_line(&[&want("a")], &[]);
        assert_eq!(missing.as_deref(), Some("expected a, got nothing"));
        let other = compare_line(&[&want("b"), &want("a")], &["c"]);
        assert_eq!(other.as_deref(), Some("expected a and b, got c"));
        let extra = compare_line(&[], &["c"]);
        assert_eq!(extra.as_deref(), Some("expected nothing, got c"));
    }

    #[test]
    fn known_gaps_fail_when_they_are_cured() {
        assert_eq!(compare_line(&[&MarkKind::Missed], &[]), None);
        assert!(compare_line(&[&MarkKind::Missed], &["a"]).is_some());
        assert_eq!(compare_line(&[&MarkKind::Wrong], &["a"]), None);
        assert!(compare_line(&[&MarkKind::Wrong], &[]).is_some());
    }

    const FUNCTION: &str = "func a() {\n\task() // want `leaks-on-path`\n\tif x { // via `when this is true`\n\t}\n}\n";

    /// A finding at `ask()` whose only step stands where `at` is.
    fn finding(rule: Rule, at: &str, words: &str) -> Finding {
        let source = Arc::new(Source::new(Path::new("a.go"), "a.go", FUNCTION.into()));
        let span_of = |part: &str| {
            let start = FUNCTION.find(part).expect("the part is in the function");
            Span::new(start, start + part.len())
        };
        Finding {
            rule,
            dependency: None,
            span: span_of("ask()"),
            function: "a".to_string(),
            callee: "ask".to_string(),
            message: "it leaks".to_string(),
            steps: vec![Step { kind: StepKind::Branch, span: span_of(at), text: words.to_string() }],
            other_exits: 0,
            help: String::new(),
            confidence: Confidence::High,
            blame: None,
            fix_hint: FixHint::default(),
            edit: None,
            resource: None,
            source,
        }
    }

    #[test]
    fn the_right_finding_with_the_right_step_is_no_difference() {
        let right = finding(Rule::LeaksOnPath, "x {", "when this is true");
        assert!(compare_lines(&marks(FUNCTION), &[&right]).is_empty());
        assert!(compare_steps(FUNCTION, &marks(FUNCTION), &[&right]).is_empty());
    }

    #[test]
    fn differences_name_the_line() {
        let other = finding(Rule::NeverClosed, "ask()", "opened here");
        let lines = compare_lines(&marks(FUNCTION), &[&other]);
        let text = "expected leaks-on-path, got never-closed (it leaks)";
        assert_eq!(lines, [(2, text.to_string())]);
        let steps = compare_steps(FUNCTION, &marks(FUNCTION), &[&other]);
        let text = "expected the step `when this is true`, steps here: none";
        assert_eq!(steps, [(3, text.to_string())]);
    }

    #[test]
    fn steps_are_not_asked_for_where_nothing_was_found() {
        assert!(compare_steps(FUNCTION, &marks(FUNCTION), &[]).is_empty());
        let lines = compare_lines(&marks(FUNCTION), &[]);
        assert_eq!(lines, [(2, "expected leaks-on-path, got nothing".to_string())]);
    }

    #[test]
    fn functions_end_at_a_brace_in_the_first_column() {
        let text = "package p\n\nfunc a() {\n\tif x {\n\t}\n}\n\nfunc b() { c() }\nfunc d(x struct {\n}, y int) {\n} // via `x`\n";
        assert_eq!(functions(text), [(3, 6), (8, 8), (9, 11)]);
    }
}
