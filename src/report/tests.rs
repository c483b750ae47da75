use super::*;
use crate::findings::finding::{Confidence, FixHint};
use crate::findings::rule::Rule;
use crate::ground::problem::ProblemKind;
use std::path::Path;
use std::sync::Arc;

/// Go code with one leak of each kind of layout: branches, a loop that goes back, a discarded call, a line with
/// characters of several bytes.
const CODE: &str = r#"package p

func load(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New("status")
	}
	return resp.Body.Close()
}

func retry(u string) (resp *http.Response, err error) {
	for range 3 {
		resp, err = client.Do(
			request(u),
		)
		if err == nil && resp.StatusCode < 500 {
			break
		}
	}
	return resp, err
}

func ping() { x := "é🚀"; _, _ = http.Get(x) }
"#;

fn report() -> Report {
    let source = Arc::new(Source::new(Path::new("a b/c.go"), "a b/c.go", CODE.into()));
    let mut leak = finding(&source, Rule::LeaksOnPath, "http.Get(u)");
    leak.function = "load".to_string();
    leak.message = "the response body is not closed on all paths".to_string();
    leak.steps = vec![
        step(StepKind::Opened, "http.Get(u)", "opened here"),
        step(StepKind::Branch, "err != nil", "when this is false"),
        step(StepKind::Branch, "resp.StatusCode != http.StatusOK", "when this is true"),
        step(StepKind::Exit, "return errors.New(\"status\")", "returns with the body open"),
    ];
    leak.help = "Write `defer resp.Body.Close()` directly after the check of err.".to_string();
    leak.other_exits = 2;
    let mut retry = finding(&source, Rule::OverwrittenResponse, "client.Do(\n\t\t\trequest(u),\n\t\t)");
    retry.function = "retry".to_string();
    retry.callee = "client.Do".to_string();
    retry.message = "resp[0] is overwritten while its body is open".to_string();
    retry.steps = vec![
        step(StepKind::Opened, "client.Do(\n\t\t\trequest(u),\n\t\t)", "opened here"),
        step(StepKind::Branch, "err == nil && resp.StatusCode < 500", "when this is false"),
        step(StepKind::Leak, "resp, err = client.Do", "the next iteration overwrites it with the body open"),
    ];
    retry.help = "Close the body before the next iteration.".to_string();
    retry.confidence = Confidence::Medium;
    let mut ping = finding(&source, Rule::DiscardedResponse, "http.Get(x)");
    ping.function = "ping".to_string();
    ping.message = "the response is discarded with its body open".to_string();
    ping.steps = vec![step(StepKind::Opened, "http.Get(x)", "opened here, assigned to _")];
    ping.help = "Keep the response and close its body.".to_string();
    let problem = |path: &str, position, kind, message: &str| Problem {
        path: path.to_string(),
        position,
        kind,
        message: message.to_string(),
    };
    Report {
        findings: vec![leak, retry, ping],
        problems: vec![
            problem("x.go", None, ProblemKind::Unreadable, "could not be read: no permission"),
            problem("y.go", Some((3, 7)), ProblemKind::Syntax, "function f was skipped"),
        ],
        files: 4,
        category: "bodyguard".to_string(),
        root: PathBuf::from("/repo"),
        repository: PathBuf::from("/repo"),
        ..Report::default()
    }
}

fn finding(source: &Arc<Source>, rule: Rule, call: &str) -> Finding {
    Finding {
        rule,
        source: source.clone(),
        span: span(call),
        function: String::new(),
        callee: "http.Get".to_string(),
        message: String::new(),
        steps: Vec::new(),
        other_exits: 0,
        help: String::new(),
        confidence: Confidence::High,
        dependency: None,
        blame: None,
        fix_hint: FixHint::default(),
        edit: None,
        resource: None,
    }
}

fn span(text: &str) -> Span {
    let start = CODE.find(text).unwrap();
    Span::new(start, start + text.len())
}

fn step(kind: StepKind, at: &str, text: &str) -> Step {
    Step { kind, span: span(at), text: text.to_string() }
}

/// Compares with `testdata/report/NAME`; `UPDATE=1` writes it.
fn golden(name: &str, format: Format, report: &Report) {
    let mut bytes = Vec::new();
    format.write(report, &mut bytes).unwrap();
    let written = match format {
        Format::Sarif => indented(&bytes),
        _ => String::from_utf8(bytes).unwrap(),
    };
    let path = format!("{}/testdata/report/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{path} is missing; UPDATE=1 writes it"));
    let differing = written.lines().zip(expected.lines()).position(|(written, expected)| written != expected);
    assert!(
        written == expected,
        "{path} differs from line {:?}; UPDATE=1 rewrites it",
        differing.map(|index| index + 1)
    );
}

/// SARIF is written without line breaks; the golden has them for its readers.
fn indented(json: &[u8]) -> String {
    let value: serde_json::Value = serde_json::from_slice(json).unwrap();
    serde_json::to_string_pretty(&value).unwrap() + "\n"
}

/// The golden file of a format; a new one needs a line here.
fn golden_of(format: Format) -> &'static str {
    match format {
        Format::Full => "full.txt",
        Format::Concise => "concise.txt",
        Format::Json => "findings.json",
        Format::JsonLines => "findings.jsonl",
        Format::Sarif => "findings.sarif",
        Format::Github => "github.txt",
        Format::Gitlab => "gitlab.json",
        Format::Checkstyle => "checkstyle.xml",
        Format::Junit => "junit.xml",
        Format::Rdjson => "rdjson.json",
        Format::Azure => "azure.txt",
        Format::Teamcity => "teamcity.txt",
    }
}

#[test]
fn each_format_is_as_its_golden_file() {
    let mut report = report();
    for format in <Format as clap::ValueEnum>::value_variants() {
        golden(golden_of(*format), *format, &report);
    }
    report.look = Look::Linked;
    golden("full-colored.txt", Format::Full, &report);
}

#[test]
fn an_empty_report_is_well_formed() {
    let root = PathBuf::from("/repo");
    let report = Report {
        category: "bodyguard".to_string(),
        root: root.clone(),
        repository: root,
        missing: vec!["nope: there is no file or folder nope".to_string()],
        ..Report::default()
    };
    golden("empty.sarif", Format::Sarif, &report);
    golden("empty-junit.xml", Format::Junit, &report);
    golden("empty.json", Format::Json, &report);
}

/// A finding whose places do not fit its text is drawn somewhere, not a panic.
#[test]
fn places_beyond_the_text_do_no_harm() {
    let mut report = report();
    for finding in &mut report.findings {
        let beyond = Span::new(CODE.len() + 5, CODE.len() + 9);
        finding.span = beyond;
        let rocket = CODE.find('🚀').unwrap();
        finding.steps.iter_mut().for_each(|step| step.span = Span::new(rocket + 1, rocket + 2));
    }
    for format in <Format as clap::ValueEnum>::value_variants() {
        format.write(&report, &mut Vec::new()).unwrap();
    }
}

/// Services that take reports know files by their path from the root of the repository.
#[test]
fn paths_start_at_the_root_of_the_repository() {
    let mut report = report();
    report.root = PathBuf::from("/repo/services/a");
    report.findings.truncate(1);
    let written = |format: Format, report: &Report| {
        let mut bytes = Vec::new();
        format.write(report, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    assert!(written(Format::Sarif, &report).contains(r#""uri":"services/a/a%20b/c.go","uriBaseId":"%SRCROOT%""#));
    assert!(written(Format::Gitlab, &report).contains(r#""path": "services/a/a b/c.go""#));
    assert!(written(Format::Github, &report).contains("file=services/a/a b/c.go,"));
    assert!(written(Format::Concise, &report).starts_with("a b/c.go:"));
    let source = |shown: &str| Arc::new(Source::new(Path::new(shown), shown, CODE.into()));
    report.findings[0].source = source("../b/./c.go");
    assert!(written(Format::Sarif, &report).contains(r#""uri":"services/b/c.go","uriBaseId""#));
    report.findings[0].source = source("../../../else/c.go");
    assert!(written(Format::Sarif, &report).contains(r#""uri":"file:///repo/services/a/../../../else/c.go"}"#));
}

/// A report as code scanning takes it: many findings, some of them warnings.
fn many(count: usize) -> Report {
    let mut report = report();
    report.levels.set(Rule::DiscardedResponse, Level::Warning);
    report.findings = report.findings.iter().cycle().take(count).cloned().collect();
    report
}

fn sarif(report: &Report, limits: sarif::Limits) -> serde_json::Value {
    let mut bytes = Vec::new();
    sarif::write_within(report, limits, &mut bytes).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

#[test]
fn code_scanning_gets_no_more_results_than_it_takes() {
    let log = sarif(&many(9), sarif::Limits { results: 5, ..sarif::LIMITS });
    let run = &log["runs"][0];
    let levels: Vec<&str> = run["results"].as_array().unwrap().iter().map(|r| r["level"].as_str().unwrap()).collect();
    assert_eq!(levels, ["error"; 5], "the warnings go first");
    let notes = run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    let last = notes.last().unwrap()["message"]["text"].as_str().unwrap();
    assert!(last.starts_with("4 findings were left out: "), "{last}");
}

#[test]
fn code_scanning_gets_no_larger_file_than_it_takes() {
    let report = many(600);
    let limits = sarif::Limits { packed: 12_000, ..sarif::LIMITS };
    let mut bytes = Vec::new();
    sarif::write_within(&report, limits, &mut bytes).unwrap();
    assert!(bytes.len() > limits.packed && sarif::packed_size(&bytes, limits.packed).unwrap() <= limits.packed);
    let log: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap().len();
    assert!((100..600).contains(&results), "{results} results");
    let tiny = sarif(&report, sarif::Limits { packed: 10, ..sarif::LIMITS });
    assert_eq!(tiny["runs"][0]["results"], serde_json::json!([]));
}

/// The longest path that is shown has a thousand steps, and the last step says where the body leaks.
#[test]
fn long_paths_are_cut_before_their_end() {
    let mut report = report();
    report.findings.truncate(1);
    let steps = &mut report.findings[0].steps;
    let branch = steps[1].clone();
    let end = steps.pop().unwrap();
    steps.extend(std::iter::repeat_n(branch, 2_000));
    steps.push(end);
    let log = sarif(&report, sarif::LIMITS);
    let result = &log["runs"][0]["results"][0];
    let flow = result["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap();
    let related = result["relatedLocations"].as_array().unwrap();
    assert_eq!((flow.len(), related.len()), (1_000, 100));
    assert_eq!(flow[999]["location"]["message"]["text"], "returns with the body open");
    assert_eq!(related[99]["message"]["text"], "returns with the body open");
    assert!(result["message"]["text"].as_str().unwrap().contains("[returns with the body open](100)"));
}
