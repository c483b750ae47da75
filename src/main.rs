//! temporary driver
use bodyguard::check::*;
fn main() {
    if std::env::args().nth(1).as_deref() == Some("debug") {
        match bodyguard::debug::body(&std::env::args().nth(2).unwrap_or_default()) {
            Ok(t) => print!("{t}"),
            Err(e) => eprintln!("{e}"),
        };
        return;
    }
    let mut files = Vec::new();
    for root in std::env::args().skip(1) {
        for e in ignore::WalkBuilder::new(&root).git_ignore(false).build().filter_map(Result::ok) {
            let p = e.path();
            let s = p.to_string_lossy();
            if p.extension().is_some_and(|x| x == "go")
                && !s.contains("/vendor/")
                && (!s.contains("/testdata/") || root.contains("testdata"))
            {
                files.push(GoFile { path: p.to_path_buf(), shown: s.trim_start_matches("./").to_string() });
            }
        }
    }
    files.sort();
    let out = check(&Task { report: files, ..Task::default() });
    let mut lines: Vec<String> = out
        .findings
        .iter()
        .filter(|f| {
            std::env::var("ALL").is_ok()
                || !matches!(f.rule, bodyguard::rule::Rule::DeferInLoop | bodyguard::rule::Rule::ClosedBeforeCheck)
        })
        .map(|f| {
            let p = f.source.position(f.span.start);
            let mut l = format!("{}:{}:{}: {} ({:?})", f.source.shown, p.line, p.column, f.message, f.rule);
            if std::env::var("STEPS").is_ok() {
                for s in &f.steps {
                    l.push_str(&format!("\n    {}: {}", f.source.line(s.span.start), s.text));
                }
            }
            l
        })
        .collect();
    lines.sort();
    for l in lines {
        println!("{l}");
    }
    for p in &out.problems {
        eprintln!("problem: {p:?}");
    }
    if std::env::var("STATS").is_ok() {
        eprintln!("{:?}", out.statistics);
    }
}
