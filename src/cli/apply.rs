//! The flags `--fix`, `--diff` and `--add-ignore`: writes or prints the edited files, and counts the findings that were fixed.

use crate::cli::args::CheckArgs;
use crate::fix::{FileFix, FixRequest, Safety};
use crate::ground::atomic_file::TemporaryFiles;
use crate::ground::printable::printable;
use crate::report::{Format, Report};
use crate::run;
use crate::run::discover;
use crate::run::links::CheckedFolders;
use crate::run::settings::Input;
use crate::session::Session;
use similar::TextDiff;
use std::io::IsTerminal;
use std::path::Path;

/// The result of the edits.
#[derive(Debug, Default)]
pub struct Changes {
    /// Printed in place of the findings: a diff, or the new text of standard input.
    pub printed: Option<Vec<u8>>,
    /// `Fixed`, `Would fix` or `Silenced`; `None` without one of the flags.
    pub verb: Option<&'static str>,
    /// How many findings were fixed or silenced.
    pub fixed: usize,
    /// In how many files.
    pub files: usize,
    /// How many findings `--fix` would fix, where nothing was asked to be changed.
    pub fixable: usize,
    /// How many of the remaining findings unsafe edits would fix.
    pub for_unsafe: usize,
    /// Sentences about files that could not be edited.
    pub trouble: Vec<String>,
}

/// Fails with a sentence if the flags contradict each other.
pub fn refuse_unclear(args: &CheckArgs) -> Result<(), String> {
    if args.unsafe_fixes && !args.fix && !args.diff {
        return Err("--unsafe-fixes needs --fix or --diff".to_string());
    }
    match &args.add_ignore {
        Some(reason) if reason.contains(['\n', '\r']) => {
            Err("the reason for --add-ignore must be one line".to_string())
        }
        _ => Ok(()),
    }
}

/// Makes the edits that the flags ask for, and leaves the remaining findings in the report. With `--diff` nothing is written, and all
/// findings stay.
pub fn make(
    args: &CheckArgs,
    session: &Session,
    report: &mut Report,
    scratch: &TemporaryFiles,
) -> Result<Changes, String> {
    let safety = if args.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
    let settings = session.settings();
    let request = FixRequest { safety, style: settings.fix_style, generated: settings.generated, counts_unsafe: true };
    if !args.fix && !args.diff && args.add_ignore.is_none() {
        return Ok(offered(args, session, report, request));
    }
    let findings = report.findings.clone();
    let files = match &args.add_ignore {
        Some(reason) => session.add_ignores(findings, reason, request),
        None => session.fix(findings, request),
    };
    let mut changes = Changes::default();
    for file in &files {
        changes.trouble.extend(file.trouble.as_ref().map(|trouble| format!("{} was {trouble}", file.file.shown)));
    }
    let mut done = files;
    match &settings.input {
        _ if args.diff => changes.printed = Some(diffs(&done)),
        Input::Text(_, bytes) => {
            let changed = done.first().filter(|file| file.is_changed());
            changes.printed = Some(changed.map_or_else(|| bytes.clone(), |file| file.after.clone()));
        }
        Input::Paths(paths) => {
            let folders = CheckedFolders::of(paths.iter().map(|path| discover::named(path)));
            let changed = done.iter_mut().filter(|file| file.is_changed());
            changed.for_each(|file| write(file, report, &folders, scratch, &mut changes));
        }
    }
    changes.verb = Some(done_word(args));
    changes.fixed = done.iter().map(|file| file.fixed.len()).sum();
    changes.files = done.iter().filter(|file| !file.fixed.is_empty()).count();
    changes.for_unsafe = done.iter().map(|file| file.left_for_unsafe).sum();
    if !args.diff {
        report.findings = done.into_iter().flat_map(|file| file.left).collect();
        run::sort(&mut report.findings);
    }
    Ok(changes)
}

/// So many findings at most are counted as fixable or not, where the summary goes to a terminal.
const MOST_COUNTED: usize = 100;

/// So many at most where the summary goes elsewhere.
const MOST_COUNTED_UNWATCHED: usize = 8;

/// What `--fix` would do, where nothing is changed: the edits for formats that carry them, and how many findings it would fix.
fn offered(args: &CheckArgs, session: &Session, report: &mut Report, request: FixRequest) -> Changes {
    let request = FixRequest { counts_unsafe: false, ..request };
    if std::iter::once(args.output_format).chain(args.outputs.iter().map(|output| output.format)).any(Format::has_edits)
    {
        session.add_edits(&mut report.findings, request);
    }
    // Each edit is tried on the analysis, which takes longer than the check where there are many.
    let most = if std::io::stderr().is_terminal() { MOST_COUNTED } else { MOST_COUNTED_UNWATCHED };
    let is_counted = args.output_format.is_for_people() && !args.quiet && args.write_baseline.is_none();
    let fixable = match is_counted && (1..=most).contains(&report.findings.len()) {
        true => session.fix(report.findings.clone(), request).iter().map(|file| file.fixed.len()).sum(),
        false => 0,
    };
    Changes { fixable, ..Changes::default() }
}

/// Writes a file; if that fails, its findings stay as they were.
fn write(
    file: &mut FileFix,
    report: &Report,
    folders: &CheckedFolders,
    scratch: &TemporaryFiles,
    changes: &mut Changes,
) {
    let written = match folders.leads_out(&file.file.path) {
        Some(target) => {
            let target = printable(&discover::shown(&target)).into_owned();
            Err(format!("left as it is: it is a link to {target}, outside of the checked folders"))
        }
        None => scratch.replace(&file.file.path, &file.before, &file.after),
    };
    if let Err(trouble) = written {
        changes.trouble.push(format!("{} was {trouble}", file.file.shown));
        let own = report.findings.iter().filter(|finding| *finding.source.shown == *file.file.shown);
        file.left = own.cloned().collect();
        file.fixed = Vec::new();
    }
}

fn done_word(args: &CheckArgs) -> &'static str {
    match (&args.add_ignore, args.diff) {
        (Some(_), _) => "Silenced",
        (None, true) => "Would fix",
        (None, false) => "Fixed",
    }
}

/// Unified diffs, as `patch -p1` and `git apply` read them.
fn diffs(files: &[FileFix]) -> Vec<u8> {
    let mut out = Vec::new();
    for file in files.iter().filter(|file| file.is_changed()) {
        let diff = TextDiff::from_lines(&file.before[..], &file.after[..]);
        let shown = &file.file.shown;
        let (old, new) = match Path::new(shown).is_absolute() {
            true => (shown.clone(), shown.clone()),
            false => (format!("a/{shown}"), format!("b/{shown}")),
        };
        // Writing to memory cannot fail.
        let _ = diff.unified_diff().context_radius(3).header(&old, &new).to_writer(&mut out);
    }
    out
}

/// A diff in the colours of `git diff`.
pub fn colored(diff: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in diff.split_inclusive(|byte| *byte == b'\n') {
        let style: &[u8] = match line {
            _ if line.starts_with(b"+++") || line.starts_with(b"---") => b"\x1b[1m",
            _ if line.starts_with(b"@@") => b"\x1b[36m",
            _ if line.starts_with(b"+") => b"\x1b[32m",
            _ if line.starts_with(b"-") => b"\x1b[31m",
            _ => b"",
        };
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        out.extend_from_slice(style);
        out.extend_from_slice(text);
        out.extend_from_slice(if style.is_empty() { b"" } else { b"\x1b[0m" });
        out.extend_from_slice(&line[text.len()..]);
    }
    out
}
