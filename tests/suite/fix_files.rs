//! Edits of files that are more than a text under one name: links, hard links, attributes, files that cannot be written.

use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const LEAK: &str = "package p

import \"net/http\"

func status(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return \"\", err
	}
	return resp.Status, nil
}
";

/// A folder of folders, each of which has one file with a leak.
struct Tree(tempfile::TempDir);

impl Tree {
    fn new(files: &[&str]) -> Tree {
        let tree = Tree(tempfile::tempdir().unwrap());
        std::fs::create_dir(tree.at(".git")).unwrap();
        for file in files {
            std::fs::create_dir_all(tree.at(file).parent().unwrap()).unwrap();
            std::fs::write(tree.at(file), LEAK).unwrap();
        }
        tree
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn check(&self, args: &[&str]) -> Checked {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bodyguard"));
        command.args(["check", "--output-format", "concise"]).args(args);
        Checked(command.current_dir(self.0.path()).stdin(Stdio::null()).output().unwrap())
    }

    fn is_fixed(&self, name: &str) -> bool {
        let text = std::fs::read_to_string(self.at(name)).unwrap();
        assert!(text.matches("defer").count() <= 1, "{name} was edited twice");
        text != LEAK
    }
}

struct Checked(Output);

impl Checked {
    /// The files of the findings, one for each finding.
    fn files(&self) -> Vec<String> {
        let out = String::from_utf8_lossy(&self.0.stdout);
        out.lines().filter_map(|line| line.split_once(':')).map(|(file, _)| file.to_string()).collect()
    }

    #[track_caller]
    fn says(&self, exit: i32, words: &str) {
        let said = String::from_utf8_lossy(&self.0.stderr);
        assert_eq!(self.0.status.code(), Some(exit), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_file_under_two_names_is_reported_and_edited_once() {
    let tree = Tree::new(&["p/a.go"]);
    symlink("a.go", tree.at("p/b.go")).unwrap();
    symlink("p", tree.at("alias")).unwrap();
    std::fs::create_dir(tree.at("q")).unwrap();
    symlink("../p/a.go", tree.at("q/c.go")).unwrap();
    for paths in [&["./..."][..], &["alias/a.go", "p/a.go"], &["alias", "p"], &["q/c.go", "./p/../p/a.go"]] {
        assert_eq!(tree.check(paths).files(), ["p/a.go"], "{paths:?}");
    }
    tree.check(&["--fix", "./...", "alias"]).says(0, "Fixed 1 finding in 1 file");
    assert!(tree.is_fixed("p/a.go"));
    assert!(tree.at("p/b.go").is_symlink() && tree.at("q/c.go").is_symlink());
}

#[test]
fn a_link_is_written_through_if_it_stays_in_the_checked_folders() {
    for paths in [&["./..."][..], &["q/c.go"], &["q", "p"]] {
        let tree = Tree::new(&["p/a.go"]);
        std::fs::create_dir(tree.at("q")).unwrap();
        symlink("../p/a.go", tree.at("q/c.go")).unwrap();
        tree.check(&[&["--fix"], paths].concat()).says(0, "Fixed 1 finding in 1 file");
        assert!(tree.at("q/c.go").is_symlink() && tree.is_fixed("p/a.go"), "{paths:?}");
    }
}

#[test]
fn a_link_out_of_the_checked_folders_is_not_written_through() {
    for args in [&["--fix", "q"][..], &["--fix", "q/..."], &["--add-ignore=why", "q"]] {
        let tree = Tree::new(&["p/a.go", "q/z.go"]);
        symlink("../p/a.go", tree.at("q/c.go")).unwrap();
        let checked = tree.check(args);
        checked.says(2, "error: q/c.go was left as it is: it is a link to p/a.go, outside of the checked folders");
        assert_eq!(checked.files(), ["q/c.go"], "{args:?}");
        assert!(!tree.is_fixed("p/a.go") && tree.is_fixed("q/z.go"), "{args:?}");
    }
    // The link is named, but what it leads to lies neither in its folder nor in the working directory.
    let tree = Tree::new(&["q/z.go"]);
    let elsewhere = Tree::new(&["a.go"]);
    symlink(elsewhere.at("a.go"), tree.at("q/c.go")).unwrap();
    tree.check(&["--fix", "q/c.go"]).says(2, "error: q/c.go was left as it is: it is a link to ");
    assert!(!elsewhere.is_fixed("a.go"));
}

#[test]
fn a_file_with_hard_links_is_left_as_it_is() {
    let tree = Tree::new(&["a.go", "c.go"]);
    std::fs::hard_link(tree.at("a.go"), tree.at("b.go")).unwrap();
    let checked = tree.check(&["--fix"]);
    checked.says(2, "error: a.go was left as it is: it has 2 names (hard links), and only one would be changed");
    assert_eq!(checked.files(), ["a.go", "b.go"]);
    assert!(tree.is_fixed("c.go") && !tree.is_fixed("a.go"));
    let number = |name: &str| std::fs::metadata(tree.at(name)).unwrap().ino();
    assert_eq!(number("a.go"), number("b.go"));
    // A baseline is no text that somebody else edits: it is written in place, and stays one file.
    std::fs::write(tree.at("known.json"), "").unwrap();
    std::fs::hard_link(tree.at("known.json"), tree.at("again.json")).unwrap();
    tree.check(&["--write-baseline", "known.json"]).says(0, "Wrote 2 findings");
    assert_eq!(number("known.json"), number("again.json"));
}

#[test]
fn extended_attributes_are_kept() {
    let tree = Tree::new(&["a.go"]);
    if xattr::set(tree.at("a.go"), "user.note", b"kept").is_err() {
        println!("skipped: the folder for temporary files has no extended attributes");
        return;
    }
    tree.check(&["--fix"]).says(0, "Fixed 1 finding in 1 file");
    assert!(tree.is_fixed("a.go"));
    assert_eq!(xattr::get(tree.at("a.go"), "user.note").unwrap().as_deref(), Some(&b"kept"[..]));
}

#[test]
fn what_cannot_be_written_is_named_and_the_rest_is_written() {
    let tree = Tree::new(&["a.go", "b.go", "c.go"]);
    std::fs::set_permissions(tree.at("b.go"), std::fs::Permissions::from_mode(0o444)).unwrap();
    for args in [&["--fix"][..], &["--fix", "--exit-zero"]] {
        let checked = tree.check(args);
        checked.says(2, "error: b.go was left as it is: it is read-only");
        assert_eq!(checked.files(), ["b.go"]);
    }
    assert_eq!(["a.go", "b.go", "c.go"].map(|name| tree.is_fixed(name)), [true, false, true]);
}

/// Every edit has the line ending of the line it is put below or above.
#[test]
fn line_endings_stay() {
    let more = "\nfunc more(c bool) {\n\thttp.Head(\"u\")\n\tfor c {\n\t\tresp, err := http.Get(\"u\")\n\t\tif err != nil {\n\t\t\treturn\n\t\t}\n\t\tprintln(resp.Status)\n\t}\n}\n";
    let text = format!("{LEAK}{more}").replace('\n', "\r\n");
    for args in [&["--fix"][..], &["--fix", "--unsafe-fixes"], &["--add-ignore=why"]] {
        let tree = Tree::new(&[]);
        std::fs::write(tree.at("a.go"), &text).unwrap();
        tree.check(args);
        let edited = std::fs::read_to_string(tree.at("a.go")).unwrap();
        assert!(edited.lines().count() > text.lines().count(), "{args:?}: {edited}");
        assert_eq!(edited.matches('\n').count(), edited.matches("\r\n").count(), "{args:?}: {edited:?}");
        assert!(!edited.contains("\r\r"), "{args:?}: {edited:?}");
    }
}

/// The folder in which a path lies can be a link as long as the file itself is none.
#[test]
fn a_folder_that_is_named_may_be_a_link() {
    let elsewhere = Tree::new(&["p/a.go"]);
    let tree = Tree::new(&[]);
    symlink(elsewhere.at("p"), tree.at("p")).unwrap();
    assert!(Path::new(&tree.at("p")).is_symlink());
    tree.check(&["--fix", "p"]).says(0, "Fixed 1 finding in 1 file");
    assert!(elsewhere.is_fixed("p/a.go"));
}
