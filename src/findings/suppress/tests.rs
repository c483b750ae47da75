use super::*;
use std::path::Path;

const NONE: [usize; 0] = [];

/// The lines that stay reported. Each call of `get()` is a finding.
fn reported(text: &str) -> Vec<usize> {
    let source = source(text);
    let unsuppressed = apply(&source, findings(&source));
    unsuppressed
        .findings
        .iter()
        .filter(|finding| finding.rule == Rule::NeverClosed)
        .map(|finding| source.line(finding.span.start))
        .collect()
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::new(Path::new("a.go"), "a.go", text.as_bytes().to_vec()))
}

fn findings(source: &Arc<Source>) -> Vec<Finding> {
    memmem::find_iter(source.text().as_bytes(), b"get(")
        .map(|start| Finding {
            rule: Rule::NeverClosed,
            source: source.clone(),
            span: Span::new(start, start + 5),
            function: "f".to_string(),
            callee: "get".to_string(),
            message: "not closed".to_string(),
            steps: Vec::new(),
            other_exits: 0,
            help: String::new(),
            confidence: Confidence::High,
            dependency: None,
            blame: None,
            fix_hint: FixHint::default(),
            edit: None,
            resource: None,
        })
        .collect()
}

/// A statement `call` inside a function; it starts in line 3.
fn in_function(body: &str) -> String {
    format!("package p\nfunc f() {{\n{body}\n}}\n")
}

#[test]
fn a_trailing_nolint_covers_its_line() {
    assert_eq!(reported(&in_function("\tget() //nolint:bodyclose // why")), NONE);
    assert_eq!(reported(&in_function("\tget() //nolint:errcheck")), [3]);
    assert_eq!(reported(&in_function("\tget()\n\t_ = 1 //nolint")), [3]);
    assert_eq!(reported(&in_function("\t_ = 1 //nolint\n\tget()")), [4]);
}

#[test]
fn nolint_alone_covers_the_node_below() {
    assert_eq!(reported(&in_function("\t//nolint:bodyclose\n\tget()\n\tget()")), [5]);
    assert_eq!(reported(&in_function("\t//nolint:bodyclose\n\n\tget()")), [5]);
    assert_eq!(reported(&in_function("\t//nolint\n\tif x {\n\t\tget()\n\t}\n\tget()")), [7]);
    // Another column: golangci-lint compares columns, so this covers nothing.
    assert_eq!(reported(&in_function("//nolint\n\tget()")), [4]);
}

#[test]
fn nolint_in_a_doc_comment_covers_the_function() {
    let text = "package p\n\n// f gets.\n//\n//nolint:bodyclose\nfunc f() {\n\tget()\n}\n\nfunc g() {\n\tget()\n}\n";
    assert_eq!(reported(text), [11]);
}

#[test]
fn nolint_at_the_package_clause_covers_the_file() {
    assert_eq!(reported("//nolint:bodyclose\npackage p\n\nfunc f() { get() }\n"), NONE);
    assert_eq!(reported("package p //nolint\n\nfunc f() { get() }\n"), NONE);
    assert_eq!(reported("//nolint\n\npackage p\n\nfunc f() { get() }\n"), [5]);
}

#[test]
fn a_string_is_no_comment() {
    assert_eq!(reported(&in_function("\tget(); x(\"//nolint\")")), [3]);
}

#[test]
fn staticcheck_comments_cover_one_line() {
    assert_eq!(reported(&in_function("\t//lint:ignore bodyguard why\n\tget()\n\tget()")), [5]);
    assert_eq!(reported(&in_function("\tget() //lint:ignore bodyclose why")), NONE);
    assert_eq!(reported(&in_function("\t//lint:ignore bodyguard why\n\tif x {\n\t\tget()\n\t}")), [5]);
    assert_eq!(reported("package p\n//lint:file-ignore bodyguard why\nfunc f() {\n\tget()\n}\n"), NONE);
}

#[test]
fn own_comments_cover_a_statement_of_many_lines() {
    assert_eq!(reported(&in_function("\tr := get(\n\t\t1,\n\t) //bodyguard:ignore why\n\tget()")), [6]);
    assert_eq!(reported(&in_function("//bodyguard:ignore[BG001] why\n\tget()")), NONE);
    assert_eq!(reported(&in_function("\tif x {\n\t\tget()\n\t} //bodyguard:ignore why")), [4]);
}

#[test]
fn own_comments_that_silence_nothing_are_reported() {
    let source = source(&in_function("\tget() //bodyguard:ignore[BG002] why\n\tx() //bodyguard:ignore"));
    let unsuppressed = apply(&source, findings(&source));
    let rules: Vec<_> = unsuppressed.findings.iter().map(|finding| finding.rule).collect();
    let unused = Rule::UnusedSuppression;
    assert_eq!(rules, [Rule::NeverClosed, unused, unused]);
    assert!(unsuppressed.findings[1].message.contains("leaks-on-path"));
}

#[test]
fn malformed_own_comments_are_reported_with_their_place() {
    let source = source(&in_function("\tx() //bodyguard:ignore[nope]"));
    let unsuppressed = apply(&source, Vec::new());
    assert_eq!(unsuppressed.findings.len(), 0);
    assert_eq!(unsuppressed.problems[0].position, Some((3, 6)));
}

#[test]
fn files_with_errors_are_read_as_far_as_possible() {
    assert_eq!(reported("package p\nfunc f() {\n\tget() //nolint\n\t)(\n"), NONE);
    assert_eq!(reported("//nolint\n"), NONE);
}

/// A file is parsed only if a comment stands where it can cover a finding.
#[test]
fn comments_far_from_a_finding_still_cover_it() {
    let function = "func g() {\n\tget()\n}\n";
    let ignore = "//lint:file-ignore bodyguard why\n";
    assert_eq!(reported(&format!("package p\nimport \"a\"\n\nfunc f() {{}}\n\n{function}\n{ignore}")), NONE);
    assert_eq!(reported(&format!("package p\nimport \"a\"\n\n{ignore}\nfunc f() {{}}\n\n{function}")), NONE);
    let group = "//nolint:bodyclose\nvar (\n\ta = 1\n\tb = get()\n)\n";
    assert_eq!(reported(&format!("package p\n\nfunc f() {{}}\n\n{group}")), NONE);
    assert_eq!(reported(&format!("package p\n\nfunc f() {{}} //nolint\n\n{function}")), [6]);
    assert_eq!(reported("package p //nolint\n\nimport \"a\"\n\nfunc f() {}\n\nfunc g() {\n\tget()\n}\n"), NONE);
}
