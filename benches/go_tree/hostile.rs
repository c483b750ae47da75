//! Trees that are each as bad as possible in one respect.

use super::Out;
use super::template::{Template, file};
use super::words::{Numbers, Words};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::io;

const FUNCTIONS_IN_FILE: usize = 100;
const FUNCTIONS_IN_PACKAGE: usize = 500;

fn module(out: &mut Out) -> io::Result<()> {
    out.file("go.mod", "module example.com/hostile\n\ngo 1.24\n")
}

/// One package: of twenty files one holds wrappers, the others have nothing to do with HTTP.
pub fn huge_package(out: &mut Out, files: usize, seed: u64) -> io::Result<()> {
    module(out)?;
    let util = Template::new(include_str!("templates/util.go"));
    let base = Template::new(include_str!("templates/base.go"));
    let fetch = Template::new(include_str!("templates/fetch.go"));
    let mut numbers = Numbers::new(seed, 0);
    let words = Words::new(&mut numbers);
    let code = base.fill(&mut numbers, &words, "Base", &[]);
    out.file("huge/base.go", &file("", "huge", &[], &code))?;
    let mut taken = BTreeSet::new();
    let mut fetching = vec!["Base".to_string()];
    for number in 1..files {
        let mut code = String::new();
        while code.lines().count() < 150 {
            let mut noun = words.noun(&mut numbers);
            if !taken.insert(noun.clone()) {
                noun = format!("{noun}{}", taken.len() + number * 100);
                taken.insert(noun.clone());
            }
            let peer = numbers.pick(&fetching).clone();
            let template = if number % 20 == 0 { &fetch } else { &util };
            code += &template.fill(&mut numbers, &words, &noun, &[("Peer", peer)]);
            code.push('\n');
            if number % 20 == 0 {
                fetching.push(noun);
            }
        }
        out.file(&format!("huge/file{number}.go"), &file("", "huge", &[], &code))?;
    }
    Ok(())
}

/// One function that requests and closes over and over; every tenth response leaks when its status is wrong.
pub fn huge_function(out: &mut Out, lines: usize) -> io::Result<()> {
    module(out)?;
    let mut text = "package huge\n\nimport (\n\t\"errors\"\n\t\"net/http\"\n)\n\nfunc huge(link string) (int, error) {\n\ttotal := 0\n".to_string();
    let rounds = lines / 20;
    for round in 0..rounds {
        let close = if round % 10 == 0 { "" } else { "\t\tresp.Body.Close()\n" };
        text += &format!(
            "	if total > {round} {{
		resp, err := http.Get(link + \"/{round}\")
		if err != nil {{
			return total, err
		}}
		if resp.StatusCode != http.StatusOK {{
	{close}			return total, errors.New(resp.Status)
		}}
		total += int(resp.ContentLength)
		resp.Body.Close()
	}}
	switch total % {} {{
	case 0:
		total += {round}
	case 1:
		total--
	default:
		total++
	}}
",
            2 + round % 7
        );
    }
    text += "\treturn total, nil\n}\n";
    out.file("huge.go", &text)
}

/// `Step0` calls `Step1` and so on; the last one sends the request. Every hundredth response is used and leaks.
pub fn deep_chain(out: &mut Out, steps: usize) -> io::Result<()> {
    module(out)?;
    in_files(out, "chain", steps, |number| {
        let callee = match number + 1 {
            next if next == steps => "http.Get".to_string(),
            next => qualified("chain", number, next, &format!("Step{next}")),
        };
        let mut text =
            format!("func Step{number}(link string) (*http.Response, error) {{\n\treturn {callee}(link)\n}}\n\n");
        if number % 100 == 0 {
            text += &format!(
                "func Use{number}(link string) error {{\n\tresp, err := Step{number}(link)\n\tif err != nil {{\n\t\treturn err\n\t}}\n\tprintln(resp.Status)\n\treturn nil\n}}\n\n"
            );
        }
        text
    })
}

/// One interface with many implementers, every third of which loses what it gets, and a user for every tenth.
pub fn wide_interface(out: &mut Out, implementers: usize) -> io::Result<()> {
    module(out)?;
    out.file(
        "doer/doer.go",
        "package doer\n\nimport \"net/http\"\n\ntype Doer interface {\n\tDo(link string) (*http.Response, error)\n\tFinish(resp *http.Response) error\n}\n",
    )?;
    for package in 0..implementers.div_ceil(20) {
        let mut text = format!(
            "package wide{package}\n\nimport (\n\t\"errors\"\n\t\"net/http\"\n\n\t\"example.com/hostile/doer\"\n)\n\n"
        );
        for number in package * 20..implementers.min(package * 20 + 20) {
            let close = if number % 3 == 0 { "" } else { "\t\tresp.Body.Close()\n" };
            write!(
                text,
                "type Doer{number} struct{{ next doer.Doer }}

func (d *Doer{number}) Do(link string) (*http.Response, error) {{
	resp, err := http.Get(link)
	if err != nil {{
		return nil, err
	}}
	if resp.StatusCode > {} {{
{close}		return nil, errors.New(resp.Status)
	}}
	return resp, nil
}}

func (d *Doer{number}) Finish(resp *http.Response) error {{ return resp.Body.Close() }}

",
                200 + number % 300
            )
            .map_err(io::Error::other)?;
            if number % 10 == 0 {
                write!(
                    text,
                    "func Use{number}(d doer.Doer) error {{
	resp, err := d.Do(\"https://example.com/{number}\")
	if err != nil {{
		return err
	}}
	return d.Finish(resp)
}}

"
                )
                .map_err(io::Error::other)?;
            }
        }
        out.file(&format!("wide{package}/wide.go"), &text)?;
    }
    Ok(())
}

/// Many wrappers, each with a user in another package, every fifth of which loses what it gets.
pub fn many_wrappers(out: &mut Out, wrappers: usize) -> io::Result<()> {
    module(out)?;
    in_files(out, "wrap", wrappers, |number| {
        format!(
            "func Wrap{number}(link string) (*http.Response, error) {{
	resp, err := http.Get(link + \"/{number}\")
	if err != nil {{
		return nil, err
	}}
	return resp, nil
}}

"
        )
    })?;
    in_files(out, "user", wrappers, |number| {
        let close = if number % 5 == 0 { "" } else { "\tdefer resp.Body.Close()\n" };
        let package = number / FUNCTIONS_IN_PACKAGE;
        format!(
            "func Use{number}(link string) (string, error) {{
	resp, err := wrap{package}.Wrap{number}(link)
	if err != nil {{
		return \"\", err
	}}
{close}	return resp.Header.Get(http.CanonicalHeaderKey(\"x-wrap\")), nil
}}

"
        )
    })
}

/// `name`, after the name of its package if that is another one.
fn qualified(kind: &str, from: usize, to: usize, name: &str) -> String {
    match to / FUNCTIONS_IN_PACKAGE {
        package if package == from / FUNCTIONS_IN_PACKAGE => name.to_string(),
        package => format!("{kind}{package}.{name}"),
    }
}

/// Writes functions by number into files and packages.
fn in_files(out: &mut Out, kind: &str, count: usize, function: impl Fn(usize) -> String) -> io::Result<()> {
    for start in (0..count).step_by(FUNCTIONS_IN_FILE) {
        let package = start / FUNCTIONS_IN_PACKAGE;
        let code: String = (start..count.min(start + FUNCTIONS_IN_FILE)).map(&function).collect();
        let others: Vec<(String, String)> = ["chain", "wrap"]
            .iter()
            .flat_map(|kind| [package, package + 1].map(|package| format!("{kind}{package}")))
            .map(|name| (name.clone(), format!("example.com/hostile/{name}")))
            .collect();
        let text = file("", &format!("{kind}{package}"), &others, &code);
        out.file(&format!("{kind}{package}/f{start}.go"), &text)?;
    }
    Ok(())
}
