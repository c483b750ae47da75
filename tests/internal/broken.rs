//! Files that gofmt refuses, each broken by one edit, get a warning with the line, however many files there are and however they are
//! read.

use crate::check::check;
use crate::ground::problem::ProblemKind;
use crate::ground::source::GoFile;
use crate::task::{Reading, Task};
use std::path::Path;

/// Go of many kinds, none of which acquires a response: nothing in it would be parsed.
const WHOLE: &str = r#"// Package lamps controls lamps.
package lamps

import (
	"errors"
	"fmt"
	room "example.com/house/room"
)

// Most is how many lamps there are at most.
const Most = 12

// Errors of lamps.
var (
	ErrDark = errors.New("it's dark")
	usage   = `lamp ROOM {on|off}`
)

// A Lamp hangs in a room.
type Lamp struct {
	Name  string `json:"name"`
	Watts int
	room.Place
}

// A Switch turns lamps on.
type Switch interface {
	On(lamp *Lamp, level float64) error
	Off(lamp *Lamp) (was bool, err error)
}

// Dim sets the level of a lamp.
func (l *Lamp) Dim(s Switch, level float64) (err error) {
	if level < 0 || level > 1 {
		return fmt.Errorf("level %v of %q", level, l.Name)
	}
	for i := 0; i < Most; i++ {
		if err = s.On(l, level); err == nil {
			break // it's on
		}
	}
	return err
}

// Names lists lamps.
func Names(lamps map[string][]Lamp) []string {
	var names []string
	for _, all := range lamps {
		for _, lamp := range all {
			names = append(names, lamp.Name)
		}
	}
	return names
}
"#;

/// One edit each: what is replaced, by what, and the line at which gofmt of Go 1.27 refuses the file.
const EDITS: [(&str, &str, usize); 48] = [
    ("package lamps\n", "", 3),
    ("package lamps\n", "package\n", 4),
    ("package lamps\n", "packge lamps\n", 2),
    ("package lamps\n", "package la mps\n", 2),
    ("package lamps\n", "package \"lamps\"\n", 2),
    ("import (", "import", 6),
    ("import (", "imprt (", 4),
    ("import (", "(", 4),
    ("\troom \"example.com/house/room\"\n)", "\troom \"example.com/house/room\"\n", 11),
    ("\"errors\"", "\"errors", 5),
    ("\"errors\"", "errors\"", 5),
    ("\"errors\"", "errors", 5),
    ("\"errors\"", "\"errors\",", 5),
    ("\"fmt\"", "\"fmt\" \"os\"", 6),
    ("// Errors of lamps.", "Errors of lamps.", 13),
    ("// Errors of lamps.", "/* Errors of lamps.", 13),
    ("// Errors of lamps.", "import \"os\"", 13),
    ("const Most = 12", "cons Most = 12", 11),
    ("const Most = 12", "const Most = 1_", 11),
    ("const Most = 12", "const Most 12", 11),
    ("const Most = 12", "Most := 12", 11),
    ("errors.New(\"it's dark\")", "errors.New(\"it's dark\"", 15),
    ("errors.New(\"it's dark\")", "errors.New(\"it's dark)", 15),
    ("errors.New(\"it's dark\")", "errors.New(\"it\\'s dark\")", 15),
    ("{on|off}`", "{on|off}", 21),
    ("`lamp ROOM", "lamp ROOM", 16),
    ("type Lamp struct", "typ Lamp struct", 20),
    ("type Lamp struct", "type Lamp strct", 20),
    ("type Lamp struct", "type struct", 20),
    ("Watts int", "Watts int of", 22),
    ("Watts int", "Watts int = 60", 22),
    ("\troom.Place\n}", "\troom.Place\n", 27),
    ("type Switch interface", "type Switch interfac", 27),
    ("On(lamp *Lamp, level float64)", "On(lamp *Lamp level float64)", 28),
    ("(was bool, err error)", "(was bool, error)", 29),
    ("func (l *Lamp) Dim", "fun (l *Lamp) Dim", 33),
    ("func (l *Lamp) Dim", "func (l *Lamp Dim", 33),
    ("func (l *Lamp) Dim", "func (l *Lamp) ", 33),
    ("(err error) {", "(err error)\n{", 34),
    ("level > 1 {", "level > 1", 35),
    ("fmt.Errorf(\"level", "fmt.Errorf(level", 35),
    ("break // it's on", "break ' on", 39),
    ("}\n\n// Names lists lamps.", "}\n}\n\n// Names lists lamps.", 44),
    ("}\n\n// Names lists lamps.", "}\n\n<<<<<<< HEAD\n// Names lists lamps.", 45),
    ("}\n\n// Names lists lamps.", "}\n\nlog.Print(Most)\n\n// Names lists lamps.", 45),
    ("names = append(names, lamp.Name)", "names = append(names, lamp.Name", 50),
    ("\treturn names\n}\n", "\treturn names\n", 53),
    ("\treturn names\n}\n", "=======\n\treturn names\n}\n", 53),
];

/// Problems of syntax of the files, `path:line`.
fn problems(report: &[GoFile], reading: Reading) -> Vec<String> {
    let checked = check(&Task { report: report.to_vec(), reading, ..Task::default() });
    let syntax = checked.problems.into_iter().filter(|problem| problem.kind == ProblemKind::Syntax);
    syntax.map(|problem| format!("{}:{}", problem.path, problem.position.map_or(0, |(line, _)| line))).collect()
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> GoFile {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
    std::fs::write(&path, bytes).expect("it is written");
    GoFile { path, shown: name.to_string() }
}

#[test]
fn each_file_that_is_no_go_is_reported_in_every_way_to_read_it() {
    let home = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(home.path().join("go.mod"), "module example.com/house\n").expect("it is written");
    let mut files = vec![(write(home.path(), "whole/lamps.go", WHOLE.as_bytes()), None)];
    for (number, (old, new, line)) in EDITS.iter().enumerate() {
        assert_eq!(WHOLE.matches(old).count(), 1, "{old}");
        let name = format!("edit{number:02}/lamps.go");
        files.push((write(home.path(), &name, WHOLE.replace(old, new).as_bytes()), Some(*line)));
    }
    let utf16: Vec<u8> = WHOLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    files.push((write(home.path(), "utf16/lamps.go", &utf16), Some(1)));
    files.push((write(home.path(), "utf16mark/lamps.go", &[&b"\xFF\xFE"[..], &utf16].concat()), Some(1)));

    files.sort();
    let report: Vec<GoFile> = files.iter().map(|(file, _)| file.clone()).collect();
    for reading in [Reading::Auto, Reading::ByName, Reading::OnDemand, Reading::Whole] {
        let together = problems(&report, reading);
        let mut alone = Vec::new();
        for (file, line) in &files {
            let found = problems(std::slice::from_ref(file), reading);
            // The declaration that the place is in may be named by its first line.
            let is_near = |found: &String| {
                let at = found.rsplit(':').next().and_then(|at| at.parse::<usize>().ok());
                line.is_none_or(|line| at.is_some_and(|at| at <= line && line - at < 12))
            };
            assert!(line.is_none() || found.iter().any(is_near), "{} {line:?} {reading:?}: {found:?}", file.shown);
            assert!(line.is_some() || found.is_empty(), "{found:?}");
            alone.extend(found);
        }
        assert_eq!(together, alone, "{reading:?}");
    }
}

/// Mistakes that only a reader of each token sees, inside of a function that cannot matter.
#[test]
fn strict_reading_sees_what_bodies_hide() {
    let home = tempfile::tempdir().expect("a temporary folder");
    for (old, new) in
        [("names = append", "names append"), ("i++", "i +"), ("%q\"", "\\q\""), ("return err\n", "return return\n")]
    {
        assert_eq!(WHOLE.matches(old).count(), 1, "{old}");
        let file = write(home.path(), "lamps.go", WHOLE.replace(old, new).as_bytes());
        assert_eq!(problems(&[file], Reading::Whole).len(), 1, "{new}");
    }
}
