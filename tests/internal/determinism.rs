//! Equal files give equal findings, independent of the number of threads, the order of the files, and other files that were read.
//!
//! The module is generated from a seed: packages that call each other through wrappers, interfaces, closures and generic
//! functions, in chains longer than one package, so that threads need the same summaries at the same time.

use crate::check::{check, index_for};
use crate::findings::suppress::GeneratedFiles;
use crate::ground::source::GoFile;
use crate::run;
use crate::task::{Checked, Reading, Task};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

const SEED: u64 = 20_260_101;
const PACKAGES: usize = 40;
const FILES_IN_PACKAGE: usize = 6;
const FUNCTIONS_IN_FILE: usize = 3;

/// A generator of numbers that is the same everywhere (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

/// Guards against summaries, memos and candidates that depend on which thread or file asks for them first.
#[test]
fn findings_do_not_depend_on_threads_or_order() {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let files = write_module(home.path());
    let expected = in_pool(1, || with_statistics(files.clone()));
    let count = expected.lines().count();
    assert!(count > 100, "only {count} findings: the comparison says little\n{expected}");
    let rules: BTreeSet<&str> =
        expected.lines().filter_map(|line| line.rsplit_once('(')).map(|(_, rule)| rule).collect();
    assert!(rules.len() >= 3, "{rules:?}");
    for (threads, (order, files)) in [2, 1, 8].into_iter().zip(orders(&files)) {
        let found = in_pool(threads, || with_statistics(files));
        assert_same(&expected, &found, &format!("{threads} threads, files {order}"));
    }
}

/// Guards the choice between the search by names and following calls on demand: few files are followed, many are searched.
#[test]
fn findings_of_a_file_do_not_depend_on_the_others() {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let files = write_module(home.path());
    let all = in_pool(2, || concise(files.clone()));
    let mut alone = String::new();
    for part in files.chunks(24) {
        alone += &in_pool(2, || concise(part.to_vec()));
    }
    let mut lines: Vec<&str> = all.lines().collect();
    let mut single: Vec<&str> = alone.lines().collect();
    lines.sort_unstable();
    single.sort_unstable();
    assert_same(&lines.join("\n"), &single.join("\n"), "a few files at a time");
}

/// Guards the passes of the search by names: wrappers of wrappers across packages are found as with `--strict-parse`.
#[test]
fn how_much_is_read_changes_nothing() {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let report = write_module(home.path());
    let read = |reading| in_pool(2, || rendered(check(&Task { report: report.clone(), reading, ..Task::default() })));
    assert_same(&read(Reading::Whole), &read(Reading::ByName), "only the candidates");
}

/// Guards `Index::is_at_hand`, by which the search looks first at what has been read: it may save work and decide nothing.
#[test]
fn reading_all_packages_first_changes_nothing() {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let files = write_module(home.path());
    let task = Task { report: files.clone(), ..Task::default() };
    let lazy = rendered(check(&task));
    let mut index = index_for(&task);
    let folders: BTreeSet<&Path> = files.iter().rev().filter_map(|file| file.path.parent()).collect();
    for folder in folders.into_iter().rev() {
        for package in index.folder(folder) {
            for file in &package.files {
                file.parse_all();
            }
        }
    }
    let eager = rendered(crate::check::check_with(&task, &mut index));
    assert_same(&lazy, &eager, "all packages read before");
}

fn in_pool(threads: usize, work: impl FnOnce() -> String + Send) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    pool.install(work)
}

fn orders(files: &[GoFile]) -> Vec<(&'static str, Vec<GoFile>)> {
    let mut numbers = Numbers(SEED + 1);
    let mut mixed = files.to_vec();
    for last in (1..mixed.len()).rev() {
        mixed.swap(last, numbers.below(last + 1));
    }
    vec![("in order", files.to_vec()), ("backwards", files.iter().rev().cloned().collect()), ("mixed", mixed)]
}

/// Compares line by line, so that a difference names itself.
fn assert_same(expected: &str, found: &str, when: &str) {
    for (number, (old, new)) in expected.lines().zip(found.lines()).enumerate() {
        assert_eq!(old, new, "{when}: line {}", number + 1);
    }
    assert_eq!(expected.len(), found.len(), "{when}");
}

fn concise(report: Vec<GoFile>) -> String {
    rendered(check(&Task { report, ..Task::default() }))
}

/// Like [`concise`], with the counters, which depend on the files that are checked.
fn with_statistics(report: Vec<GoFile>) -> String {
    let checked = check(&Task { report, ..Task::default() });
    let statistics = format!("{:#?}\n", checked.statistics);
    rendered(checked) + &statistics
}

/// The output of `--output-format concise`, with the steps of each finding, and the problems.
fn rendered(checked: Checked) -> String {
    let (mut findings, _) = run::unsuppressed(GeneratedFiles::Reported, checked.findings, checked.marked);
    run::sort(&mut findings);
    let mut text = String::new();
    for finding in &findings {
        let place = finding.source.position(finding.span.start);
        let (shown, message, rule) = (&finding.source.shown, &finding.message, finding.rule.name());
        let steps: Vec<String> = finding
            .steps
            .iter()
            .map(|step| format!("{} {}", finding.source.line(step.span.start), step.text))
            .collect();
        let steps = steps.join("; ");
        let about = format!("{steps}; {} other exits, {:?}", finding.other_exits, finding.confidence);
        writeln!(text, "{shown}:{}:{}: {message}: {about} ({rule})", place.line, place.column)
            .expect("text can be written to");
    }
    for problem in &checked.problems {
        writeln!(text, "{problem:?}").expect("text can be written to");
    }
    text
}

/// Writes the module and gives its files in order.
fn write_module(root: &Path) -> Vec<GoFile> {
    let mut numbers = Numbers(SEED);
    let write = |path: &Path, text: &str| std::fs::write(path, text).expect("the folder is writable");
    write(&root.join("go.mod"), "module example.com/m\n\ngo 1.27\n");
    let mut files = Vec::new();
    for package in 0..PACKAGES {
        let folder = root.join(format!("p{package}"));
        std::fs::create_dir_all(&folder).expect("the folder is writable");
        for file in 0..FILES_IN_PACKAGE {
            let path = folder.join(format!("f{file}.go"));
            write(&path, &go_file(&mut numbers, package, file));
            files.push(GoFile { path, shown: format!("p{package}/f{file}.go") });
        }
        for kind in ["Open", "Calm"] {
            let (wide, name) = (package % WIDE_PACKAGES, format!("{kind}{package}"));
            let folder = root.join(format!("vendor/example.org/wide{wide}"));
            std::fs::create_dir_all(&folder).expect("the folder is writable");
            write(&folder.join(format!("{name}.go")), &wide_file(wide, &name));
        }
    }
    files
}

const WIDE_PACKAGES: usize = 4;

/// A type of a vendored package with a field from a package that is nowhere.
fn wide_file(package: usize, name: &str) -> String {
    format!(
        "package wide{package}

import \"example.org/absent{name}\"

type {name} struct {{
	gone *absent{name}.Thing
}}
"
    )
}

/// Functions that return a type of a vendored package: one acquires a response, the other one only seems to.
fn wide_functions(package: usize, callee: &dyn Fn(&str) -> String) -> String {
    let (wide, fetch) = (package % WIDE_PACKAGES, callee("Fetch"));
    let name = fetch.rsplit('.').next().unwrap_or(&fetch);
    format!(
        "
type Quiet struct{{}}

func (q Quiet) {name}(link string) (int, error) {{
	return len(link), nil
}}

func Calm(q Quiet, link string) (*wide{wide}.Calm{package}, error) {{
	_, err := q.{name}(link)
	return nil, err
}}

func Open(link string) (*wide{wide}.Open{package}, error) {{
	resp, err := {fetch}(link)
	if err != nil {{
		return nil, err
	}}
	return &wide{wide}.Open{package}{{}}, resp.Body.Close()
}}
"
    )
}

/// One file: wrappers and helpers that call each other in this package and in those before it, and functions that use them.
fn go_file(numbers: &mut Numbers, package: usize, file: usize) -> String {
    let imported: BTreeSet<usize> = (0..2).filter(|_| package > 0).map(|_| numbers.below(package.max(1))).collect();
    let mut body = String::new();
    for function in 0..FUNCTIONS_IN_FILE {
        let name = format!("{file}_{function}");
        // Another function of the package, in any file: calls may go round in circles.
        let own = format!("{}_{}", numbers.below(FILES_IN_PACKAGE), numbers.below(FUNCTIONS_IN_FILE));
        let other = imported.iter().nth(numbers.below(imported.len().max(1)));
        let callee = match other {
            Some(other) if numbers.below(3) > 0 => format!("p{other}.{{}}{own}"),
            _ => format!("{{}}{own}"),
        };
        let callee = |kind: &str| callee.replace("{}", kind);
        if (file, function) == (0, 0) {
            body += &wide_functions(package, &callee);
        }
        body += &functions(numbers, &name, &callee);
    }
    let mut text = format!("package p{package}\n\nimport (\n\t\"errors\"\n\t\"net/http\"\n");
    for other in &imported {
        text += &format!("\t\"example.com/m/p{other}\"\n");
    }
    if file == 0 {
        text += &format!("\t\"example.org/wide{}\"\n", package % WIDE_PACKAGES);
    }
    text += ")\n\nvar _ = errors.New\n";
    for other in &imported {
        text += &format!("\nvar _ = p{other}.Fetch0_0\n");
    }
    text + &body
}

/// A wrapper, a helper that closes, a client, a generic function and two that use them.
fn functions(numbers: &mut Numbers, name: &str, callee: &dyn Fn(&str) -> String) -> String {
    let fetch = match numbers.below(4) {
        0 => "http.Get".to_string(),
        _ => callee("Fetch"),
    };
    let wrapper = [
        "\treturn FETCH(link)\n",
        "\tresp, err := FETCH(link)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn resp, nil\n",
        "\tresp, err := FETCH(link)\n\tif err == nil && resp.StatusCode > 299 {\n\t\treturn nil, CLOSE(resp)\n\t}\n\treturn resp, err\n",
        "\tget := func(u string) (*http.Response, error) { return FETCH(u) }\n\treturn get(link + \"/\")\n",
        "\tresp, err := FETCH(link)\n\tif link == \"\" {\n\t\treturn nil, errors.New(link)\n\t}\n\treturn resp, err\n",
        "\tif link == \"\" {\n\t\treturn http.Get(link)\n\t}\n\treturn FETCH(link[1:])\n",
    ][numbers.below(6)];
    let closer = [
        "\treturn resp.Body.Close()\n",
        "\tif resp.StatusCode > 299 {\n\t\treturn errors.New(resp.Status)\n\t}\n\treturn resp.Body.Close()\n",
        "\treturn CLOSE(resp)\n",
        "\tdefer func() { _ = CLOSE(resp) }()\n\treturn nil\n",
        "\tif resp == nil {\n\t\treturn CLOSE(resp)\n\t}\n\treturn resp.Body.Close()\n",
    ][numbers.below(5)];
    let user = [
        "\tresp, err := FETCH(link)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn CLOSE(resp)\n",
        "\tresp, err := CLIENT{}.Do(link)\n\tif err != nil {\n\t\treturn err\n\t}\n\tdefer resp.Body.Close()\n\treturn nil\n",
        "\t_, err := FETCH(link)\n\treturn err\n",
        "\tresp := MUST(FETCH(link))\n\tif resp.StatusCode > 299 {\n\t\treturn errors.New(link)\n\t}\n\treturn CLOSE(resp)\n",
        "\tvar d DOER = CLIENT{}\n\tresp, err := d.Do(link)\n\tif err != nil {\n\t\treturn err\n\t}\n\tgo CLOSE(resp)\n\treturn nil\n",
    ][numbers.below(5)];
    let text = format!(
        "
func Fetch{name}(link string) (*http.Response, error) {{
{wrapper}}}

func Close{name}(resp *http.Response) error {{
{closer}}}

type Doer{name} interface {{
	Do(link string) (*http.Response, error)
}}

type Client{name} struct{{}}

func (c Client{name}) Do(link string) (*http.Response, error) {{
	resp, err := FETCH(link)
	return resp, err
}}

func Must{name}[T any](v T, err error) T {{
	if err != nil {{
		panic(err)
	}}
	return v
}}

func Use{name}(link string) error {{
{user}}}

func Loop{name}(links []string) (last error) {{
	for _, link := range links {{
		resp, err := FETCH(link)
		if err != nil {{
			last = err
			continue
		}}
		last = CLOSE(resp)
	}}
	return last
}}
"
    );
    let text = text.replace("FETCH", &fetch).replace("CLOSE", &callee("Close")).replace("CLIENT", &callee("Client"));
    text.replace("DOER", &callee("Doer")).replace("MUST", &callee("Must"))
}
