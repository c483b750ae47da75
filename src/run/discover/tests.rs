use super::*;
use std::fs;

/// A folder with the files, all empty.
fn tree(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "package p\n").unwrap();
    }
    folder
}

fn filter() -> Filter {
    Filter { exclude: Globs::default(), tests: TestFiles::Wanted, named: NamedFiles::AlwaysChecked, threads: 2 }
}

/// The files found below the folder, relative to it.
fn found_in(folder: &tempfile::TempDir, paths: &[&str], filter: &Filter) -> Vec<String> {
    let root = folder.path().display();
    let paths: Vec<String> = paths.iter().map(|path| format!("{root}/{path}")).collect();
    let found = discover(&paths, filter);
    assert_eq!(found.missing, Vec::<String>::new());
    let prefix = format!("{root}/");
    found.files.iter().map(|file| file.shown.strip_prefix(&prefix).unwrap().to_string()).collect()
}

#[test]
fn folders_that_go_passes_over_are_skipped_unless_named() {
    let folder =
        tree(&["a.go", "vendor/v.go", "testdata/t.go", "_x/x.go", ".y/y.go", "_z.go", "nats.go/n.go", "b.txt"]);
    let whole = ["a.go", "nats.go/n.go"];
    assert_eq!(found_in(&folder, &["."], &filter()), whole);
    assert_eq!(found_in(&folder, &["..."], &filter()), whole);
    assert_eq!(found_in(&folder, &["vendor/..."], &filter()), ["vendor/v.go"]);
    assert_eq!(found_in(&folder, &["testdata"], &filter()), ["testdata/t.go"]);
    assert_eq!(found_in(&folder, &["_z.go", "_x/x.go"], &filter()), ["_x/x.go", "_z.go"]);
}

#[test]
fn a_file_is_found_once() {
    let folder = tree(&["a.go", "s/b.go"]);
    let paths = ["a.go", ".", "s/../a.go", "s", "./s/b.go"];
    let files = found_in(&folder, &paths, &filter());
    assert_eq!(files, ["a.go", "s/b.go"]);
}

#[test]
fn gitignore_is_honoured_without_a_repository() {
    let folder = tree(&["a.go", "out/o.go", "s/gen.go"]);
    fs::write(folder.path().join(".gitignore"), "/out/\ngen.go\n").unwrap();
    assert_eq!(found_in(&folder, &["."], &filter()), ["a.go"]);
    assert_eq!(found_in(&folder, &["s/gen.go"], &filter()), ["s/gen.go"]);
}

#[test]
fn excludes_and_tests_are_left_out() {
    let folder = tree(&["a.go", "a_test.go", "gen/g.go", "vendor/v.go"]);
    let mut filter = filter();
    filter.exclude = Globs::new(folder.path(), &["gen/".to_string()]).unwrap();
    assert_eq!(found_in(&folder, &["."], &filter), ["a.go", "a_test.go"]);
    assert_eq!(found_in(&folder, &["gen/g.go"], &filter), ["gen/g.go"]);
    filter.named = NamedFiles::MayBeExcluded;
    filter.tests = TestFiles::Skipped;
    let named = ["a.go", "gen/g.go", "a_test.go"];
    assert_eq!(found_in(&folder, &named, &filter), ["a.go"]);
    assert!(lies_in_skipped_folder(Path::new("x/vendor/v.go")));
    assert!(!lies_in_skipped_folder(Path::new("x/_v.go")));
}

#[test]
fn a_missing_path_is_named_and_the_rest_is_found() {
    let folder = tree(&["a.go"]);
    let root = folder.path().display();
    let paths = [format!("{root}/nope"), format!("{root}/a.go"), format!("{root}/a.go/...")];
    let found = discover(&paths, &filter());
    assert_eq!(found.files.len(), 1);
    assert_eq!(found.missing.len(), 2, "{:?}", found.missing);
    assert!(found.missing[0].contains("there is no file or folder"));
    assert!(found.missing[1].contains("is not a folder"));
}

#[cfg(unix)]
#[test]
fn links_lead_to_files_but_not_into_folders() {
    use std::os::unix::fs::symlink;
    let folder = tree(&["a.go", "s/b.go"]);
    let at = |name: &str| folder.path().join(name);
    symlink(at("s"), at("link")).unwrap();
    symlink(folder.path(), at("s/up")).unwrap();
    let elsewhere = tree(&["d.go"]);
    symlink(elsewhere.path().join("d.go"), at("c.go")).unwrap();
    symlink(at("a.go"), at("s/a.go")).unwrap();
    assert_eq!(found_in(&folder, &["."], &filter()), ["a.go", "c.go", "s/b.go"]);
    // A link counts where nothing but the link is found.
    assert_eq!(found_in(&folder, &["s"], &filter()), ["s/a.go", "s/b.go"]);
    assert_eq!(found_in(&folder, &["link", "s"], &filter()), ["link/a.go", "s/b.go"]);
    symlink(at("loop.go"), at("loop.go")).unwrap();
    symlink(at("gone"), at("broken.go")).unwrap();
    let found = discover(&[folder.path().display().to_string()], &filter());
    assert_eq!(found.files.len(), 3);
    assert_eq!(found.problems.len(), 2, "{:?}", found.problems);
}
