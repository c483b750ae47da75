use super::*;
use crate::finding::{Confidence, Mend, ProblemKind};
use crate::rule::Rule;
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
    leak.message = "the response body stays open on one path".to_string();
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
        step(StepKind::Lost, "resp, err = client.Do", "overwritten here in the next round"),
    ];
    retry.help = "Close the body before the next round.".to_string();
    retry.confidence = Confidence::Medium;
    let mut ping = finding(&source, Rule::DiscardedResponse, "http.Get(x)");
    ping.function = "ping".to_string();
    ping.message = "the response is thrown away and its body stays open".to_string();
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
        mend: Mend::default(),
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
    let written = String::from_utf8(bytes).unwrap();
    let path = format!("{}/testdata/report/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, expected, "{path}; UPDATE=1 rewrites it");
}

#[test]
fn each_format_is_as_its_golden_file() {
    let mut report = report();
    golden("concise.txt", Format::Concise, &report);
    golden("full.txt", Format::Full, &report);
    golden("findings.json", Format::Json, &report);
    golden("findings.jsonl", Format::JsonLines, &report);
    golden("findings.sarif", Format::Sarif, &report);
    golden("github.txt", Format::Github, &report);
    golden("gitlab.json", Format::Gitlab, &report);
    golden("checkstyle.xml", Format::Checkstyle, &report);
    golden("junit.xml", Format::Junit, &report);
    golden("rdjson.json", Format::Rdjson, &report);
    report.look = Look::Linked;
    golden("full-colored.txt", Format::Full, &report);
}

#[test]
fn an_empty_report_is_well_formed() {
    let report = Report::default();
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
