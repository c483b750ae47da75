//! The packages that imports mean: replaced modules, workspaces, vendor, the module cache, nested modules. The wrapper lies in another
//! module each time; a finding at its caller shows that it was read.

use std::path::Path;
use std::process::Command;

const WRAPPER: &str =
    "package rest\n\nimport \"net/http\"\n\nfunc Fetch(u string) (*http.Response, error) { return http.Get(u) }\n";

const CALLER: &str = "package app\n\nimport \"example.com/Lib/rest\"\n\nfunc status(u string) int {\n\tresp, err := rest.Fetch(u)\n\tif err != nil {\n\t\treturn 0\n\t}\n\treturn resp.StatusCode\n}\n";

const FOUND: &str =
    "app.go:6:15: response body of rest.Fetch is never closed: it is lost when line 10 returns (never-closed)\n";

/// The output for `app/` in a folder with these files; the module cache is `cache/` in it.
fn run(files: &[(&str, &str)]) -> String {
    run_with_links(files, &[])
}

/// Like [`run`], with links as well: the path of each, and its target.
fn run_with_links(files: &[(&str, &str)], links: &[(&str, &str)]) -> String {
    run_in("app", files, links)
}

/// Like [`run_with_links`], for another folder than `app/`.
fn run_in(checked: &str, files: &[(&str, &str)], links: &[(&str, &str)]) -> String {
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    for (path, text) in files {
        let path = home.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("folders can be made");
        std::fs::write(path, text).expect("files can be written");
    }
    for (path, target) in links {
        let path = home.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("folders can be made");
        #[cfg(unix)]
        std::os::unix::fs::symlink(target, path).expect("links can be made");
        #[cfg(not(unix))]
        let _ = (path, target);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(["check", "--quiet", "--output-format", "concise", "."])
        .current_dir(home.path().join(checked))
        .env("GOMODCACHE", home.path().join("cache"))
        .output()
        .expect("the program runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const APP_MOD: &str = "module example.com/app\n\ngo 1.24\n\nrequire example.com/Lib v1.2.0\n";

#[test]
fn module_cache_with_escaped_capital() {
    let cached = "cache/example.com/!lib@v1.2.0/rest/rest.go";
    assert_eq!(run(&[("app/go.mod", APP_MOD), ("app/app.go", CALLER), (cached, WRAPPER)]), FOUND);
}

/// An old module has no go.mod in the cache: its path is that of its folder.
#[test]
fn handled_names_a_package_of_the_module_cache_by_its_import_path() {
    let cached = "cache/example.com/!lib@v1.2.0/rest/rest.go";
    let handled = |row: &str| {
        let config = format!("[[handled]]\n{row}\n");
        let config = ("app/bodyguard.toml", config.as_str());
        run(&[("app/go.mod", APP_MOD), ("app/app.go", CALLER), (cached, WRAPPER), config])
    };
    for row in ["package = \"example.com/Lib/rest\"", "module = \"example.com/Lib\"", "func = \"example.com/*.Fetch\""]
    {
        assert_eq!(handled(row), "", "{row}");
    }
    assert_eq!(handled("package = \"example.com/Lib\""), FOUND);
}

#[test]
fn other_version_in_the_cache_is_not_taken() {
    let cached = "cache/example.com/!lib@v1.3.0/rest/rest.go";
    assert_eq!(run(&[("app/go.mod", APP_MOD), ("app/app.go", CALLER), (cached, WRAPPER)]), "");
}

#[test]
fn replaced_by_a_folder() {
    let module = format!("{APP_MOD}\nreplace example.com/Lib => ../lib\n");
    assert_eq!(run(&[("app/go.mod", &module), ("app/app.go", CALLER), ("lib/rest/rest.go", WRAPPER)]), FOUND);
}

#[test]
fn replaced_by_another_module_of_the_cache() {
    let module = format!("{APP_MOD}\nreplace example.com/Lib v1.2.0 => example.com/fork v0.1.0\n");
    let cached = "cache/example.com/fork@v0.1.0/rest/rest.go";
    assert_eq!(run(&[("app/go.mod", &module), ("app/app.go", CALLER), (cached, WRAPPER)]), FOUND);
}

#[test]
fn vendored() {
    let vendored = "app/vendor/example.com/Lib/rest/rest.go";
    assert_eq!(run(&[("app/go.mod", APP_MOD), ("app/app.go", CALLER), (vendored, WRAPPER)]), FOUND);
}

#[test]
fn vendored_above() {
    let vendored = "app/vendor/example.com/Lib/rest/rest.go";
    let inner = "app/vendor/example.com/Other/o.go";
    let deeper = ("app/in/vendor/example.com/Other/o.go", "package o\n");
    let caller = ("app/in/app.go", CALLER);
    let found = run(&[("app/go.mod", APP_MOD), caller, (vendored, WRAPPER), (inner, "package o\n"), deeper]);
    assert_eq!(found, format!("in/{FOUND}"));
}

#[cfg(unix)]
#[test]
fn vendored_by_a_link() {
    let files = [("app/go.mod", APP_MOD), ("app/app.go", CALLER), ("lib/rest/rest.go", WRAPPER)];
    for (link, target) in [
        ("app/vendor/example.com/Lib", "../../../lib"),
        ("app/vendor/example.com/Lib/rest", "../../../../lib/rest"),
        ("app/vendor/example.com", "../../elsewhere"),
    ] {
        let beyond = ("elsewhere/Lib", "../lib");
        assert_eq!(run_with_links(&files, &[(link, target), beyond]), FOUND, "{link}");
    }
    // A link that leads nowhere is no package.
    let vendored = ("vendor/example.com/Lib/rest/rest.go", WRAPPER);
    let files = [files[0], files[1], vendored];
    assert_eq!(run_with_links(&files, &[("app/vendor/example.com/Lib", "../nowhere")]), FOUND);
    assert_eq!(run_with_links(&files[..2], &[("app/vendor/example.com/Lib", "../nowhere")]), "");
}

#[test]
fn used_by_the_workspace() {
    let work = "go 1.24\n\nuse (\n\t./app\n\t./lib\n)\n";
    let lib = "module example.com/Lib\n";
    let files = [
        ("go.work", work),
        ("app/go.mod", "module example.com/app\n"),
        ("app/app.go", CALLER),
        ("lib/go.mod", lib),
        ("lib/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run(&files), FOUND);
}

#[test]
fn workspace_below_a_folder_called_vendor() {
    let files = [
        ("vendor/work/go.work", "go 1.24\n\nuse (\n\t./app\n\t./lib\n)\n"),
        ("vendor/work/app/go.mod", "module example.com/app\n"),
        ("vendor/work/app/app.go", CALLER),
        ("vendor/work/lib/go.mod", "module example.com/Lib\n"),
        ("vendor/work/lib/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run_in("vendor/work/app", &files, &[]), FOUND);
}

#[test]
fn workspace_of_what_is_vendored_is_not_used() {
    let closes = "package inner\n\nimport \"net/http\"\n\nfunc Fetch(u string) (*http.Response, error) {\n\tresp, err := http.Get(u)\n\tif err == nil {\n\t\tresp.Body.Close()\n\t}\n\treturn resp, err\n}\n";
    let hands_on =
        WRAPPER.replace("net/http\"", "net/http\"\nimport \"example.com/Inner\"").replace("http.Get", "inner.Fetch");
    let opens = WRAPPER.replace("package rest", "package inner");
    let files = [
        ("app/go.mod", APP_MOD),
        ("app/app.go", CALLER),
        ("app/vendor/example.com/Inner/inner.go", opens.as_str()),
        ("app/vendor/example.com/Lib/rest/rest.go", hands_on.as_str()),
        ("app/vendor/example.com/Lib/go.work", "go 1.24\n\nuse ./inner\n"),
        ("app/vendor/example.com/Lib/inner/go.mod", "module example.com/Inner\n"),
        ("app/vendor/example.com/Lib/inner/inner.go", closes),
    ];
    assert_eq!(run(&files), FOUND);
}

#[test]
fn package_named_otherwise_than_its_folder() {
    let caller = CALLER.replace("Lib/rest\"", "Lib/go-rest.v2\"");
    let module = format!("{APP_MOD}\nreplace example.com/Lib => ../lib\n");
    assert_eq!(run(&[("app/go.mod", &module), ("app/app.go", &caller), ("lib/go-rest.v2/rest.go", WRAPPER)]), FOUND);
}

#[test]
fn all_build_variants_are_seen() {
    let closes = "package rest\n\nimport \"net/http\"\n\n// Fetch returns nothing that is open.\nfunc Fetch(u string) (*http.Response, error) {\n\tresp, err := http.Get(u)\n\tif err == nil {\n\t\tresp.Body.Close()\n\t}\n\treturn resp, err\n}\n";
    let module = format!("{APP_MOD}\nreplace example.com/Lib => ../lib\n");
    let files = [
        ("app/go.mod", module.as_str()),
        ("app/app.go", CALLER),
        ("lib/rest/rest_windows.go", closes),
        ("lib/rest/rest_zlinux.go", WRAPPER),
    ];
    assert_eq!(run(&files), FOUND);
}

#[test]
fn own_import_in_a_tree_without_go_mod() {
    let caller = CALLER.replace("example.com/Lib/rest", "github.com/owner/name/lib/rest");
    assert_eq!(run(&[("app/app.go", &caller), ("lib/rest/rest.go", WRAPPER)]), FOUND);
}

#[test]
fn nonsense_in_go_mod_is_no_obstacle() {
    let module = "module\nrequire (\nreplace => =>\n)\n\u{0}garbage \"unclosed\n";
    let local = CALLER.replace("import \"example.com/Lib/rest\"", "import rest \"net/http\"").replace("Fetch", "Get");
    let found = FOUND.replace("Fetch", "Get");
    assert_eq!(run(&[("app/go.mod", module), ("app/app.go", &local)]), found);
}

const LIB_MOD: &str = "module example.com/Lib\n\ngo 1.24\n";

/// Modules of one tree know each other, whichever of them is checked.
#[test]
fn another_module_of_the_tree() {
    let beside =
        [("app/go.mod", APP_MOD), ("app/app.go", CALLER), ("lib/go.mod", LIB_MOD), ("lib/rest/rest.go", WRAPPER)];
    assert_eq!(run(&beside), FOUND, "beside it");
    let repository = [
        (".git/HEAD", ""),
        ("cmd/app/go.mod", APP_MOD),
        ("cmd/app/app.go", CALLER),
        ("go.mod", "module example.com/root\n"),
        ("deep/libs/one/go.mod", LIB_MOD),
        ("deep/libs/one/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run_in("cmd/app", &repository, &[]), FOUND, "anywhere in the repository");
}

/// A package that its own module would have, by its path, and that another one has.
#[test]
fn another_module_of_the_tree_with_a_version_in_its_path() {
    let caller = CALLER.replace("example.com/Lib/rest", "example.com/app/lib/v2/rest");
    let files = [
        (".git/HEAD", ""),
        ("app/go.mod", APP_MOD),
        ("app/app.go", &caller),
        ("app/lib/go.mod", "module example.com/app/lib/v2\n"),
        ("app/lib/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run(&files), FOUND);
}

#[test]
fn another_module_of_the_tree_gives_way_to_what_is_vendored() {
    let harmless =
        "package rest\n\nimport \"net/http\"\n\nfunc Fetch(u string) (*http.Response, error) { return nil, nil }\n";
    let files = [
        ("app/go.mod", APP_MOD),
        ("app/app.go", CALLER),
        ("app/vendor/example.com/Lib/rest/rest.go", harmless),
        ("lib/go.mod", LIB_MOD),
        ("lib/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run(&files), "");
}

/// Of two modules of one path the nearer one counts; those in other repositories and in testdata do not.
#[test]
fn the_nearest_module_of_the_tree() {
    let harmless =
        "package rest\n\nimport \"net/http\"\n\nfunc Fetch(u string) (*http.Response, error) { return nil, nil }\n";
    let nearest = [
        (".git/HEAD", ""),
        ("a/go.mod", LIB_MOD),
        ("a/rest/rest.go", harmless),
        ("b/app/go.mod", APP_MOD),
        ("b/app/app.go", CALLER),
        ("b/lib/go.mod", LIB_MOD),
        ("b/lib/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run_in("b/app", &nearest, &[]), FOUND);
    let app = [("app/go.mod", APP_MOD), ("app/app.go", CALLER)];
    let others = [("lib/.git/HEAD", ""), ("lib/go.mod", LIB_MOD), ("lib/rest/rest.go", WRAPPER)];
    assert_eq!(run(&[&app[..], &others].concat()), "", "another repository");
    let other = CALLER.replace("example.com/Lib", "example.org/lib");
    let named = [
        ("app/go.mod", APP_MOD),
        ("app/app.go", &*other),
        ("lib/go.mod", "module example.org/lib\n"),
        ("lib/rest/rest.go", WRAPPER),
    ];
    assert_eq!(run(&named), "", "another project, for all that is known");
    assert_eq!(run(&[&named[..], &[(".git/HEAD", "")]].concat()), FOUND, "of one repository");
    let testdata = [("testdata/lib/go.mod", LIB_MOD), ("testdata/lib/rest/rest.go", WRAPPER)];
    assert_eq!(run(&[&app[..], &testdata].concat()), "", "testdata");
}
