//! Unusual files and folders: every beginning of a file, bytes that are no text, devices, names that are
//! no UTF-8, nonsense in `go.mod`, in stubs and in the configuration, and folders with very many files.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

const LEAK: &str = "\nimport \"net/http\"\n\nfunc f(u string) error {\n\t_, err := http.Get(u)\n\treturn err\n}\n";

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".git")).unwrap();
    home
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// The output of the program, which must not have panicked.
fn checked(folder: &Path, args: &[&str]) -> (Output, String, String) {
    let program = std::env::var_os("BODYGUARD").unwrap_or_else(|| env!("CARGO_BIN_EXE_bodyguard").into());
    let mut command = Command::new(program);
    let format = if args.contains(&"--output-format") { &[][..] } else { &["--output-format", "concise"] };
    command.arg("check").args(format).args(args).current_dir(folder).stdin(Stdio::null());
    let output = command.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let (out, err) = (out.into_owned(), err.into_owned());
    assert!(output.status.code().is_some() && !err.contains("panicked"), "{}\n{err}", output.status);
    (output, out, err)
}

#[test]
fn every_beginning_of_a_file() {
    let home = home();
    let text = format!(
        "package p\n{LEAK}\n// é 💥\nvar s = `a` + \"\\n\" + 'x'\n\ntype T[P any] struct {{ f func(int) chan<- []map[string]*P }}\n\nfunc (t *T[P]) m(xs ...int) (n int) {{\n\tfor i := range xs {{\n\t\tswitch {{\n\t\tcase i > 0: defer func() {{ n++ }}()\n\t\t}}\n\t}}\n\treturn\n}}\n"
    );
    for len in 0..=text.len() {
        write(home.path(), &format!("p/p{len:04}.go"), &text.as_bytes()[..len]);
        write(home.path(), &format!("q/q{len:04}.go"), &text.as_bytes()[len..]);
    }
    let (output, out, _) = checked(home.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out.contains(&format!("p{:04}.go:6:", text.len())), "{out}");
}

#[test]
fn bytes_that_are_no_text() {
    let home = home();
    let with = |bytes: &[u8]| [b"package p\n", LEAK.as_bytes(), b"\nvar s = \"", bytes, b"\"\n"].concat();
    for byte in 0..=255_u8 {
        write(home.path(), &format!("a{byte}/a.go"), &with(&[byte; 9]));
    }
    write(home.path(), "mark/a.go", &[b"\xef\xbb\xbf".as_slice(), &with(b"")].concat());
    write(home.path(), "wide/a.go", &"package p\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    write(home.path(), "nul/a.go", &[0; 5000]);
    let (_, out, err) = checked(home.path(), &[]);
    for byte in (0..=255_u8).filter(|byte| !b"\"\\\n".contains(byte)) {
        assert!(out.contains(&format!("a{byte}/a.go:6:")), "byte {byte}\n{err}");
    }
}

#[test]
fn names_that_are_no_text_and_things_that_are_no_files() {
    let home = home();
    let name = OsStr::from_bytes(b"\xff\xfe.go");
    std::fs::write(home.path().join(name), format!("package p\n{LEAK}")).unwrap();
    std::fs::create_dir(home.path().join(OsStr::from_bytes(b"d\xff"))).unwrap();
    std::fs::write(home.path().join(OsStr::from_bytes(b"d\xff/a.go")), format!("package p\n{LEAK}")).unwrap();
    for (link, target) in [
        ("zero.go", "/dev/zero"),
        ("full.go", "/dev/full"),
        ("self.go", "self.go"),
        ("gone.go", "nowhere"),
        ("up", ".."),
    ] {
        std::os::unix::fs::symlink(target, home.path().join(link)).unwrap();
    }
    let mut deep = home.path().to_path_buf();
    for _ in 0..300 {
        deep.push("d");
    }
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(deep.join("a.go"), format!("package p\n{LEAK}")).unwrap();
    let (output, out, err) = checked(home.path(), &["-v"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out.lines().count(), 3, "{out}{err}");
    for name in ["zero.go", "full.go", "self.go", "gone.go"] {
        assert!(err.contains(&format!("warning: {name}: could not be read")), "{name}\n{err}");
    }
    for format in ["sarif", "json", "github", "gitlab", "checkstyle", "junit", "rdjson", "full"] {
        let (output, _, _) = checked(home.path(), &["--output-format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
}

#[test]
fn nonsense_in_module_files() {
    let long = "x".repeat(100_000);
    for text in [
        "",
        "module",
        "module \"",
        "module (",
        "(((((",
        "module m\nrequire (\n",
        "module m\nreplace x => ../../../../../../../..\n",
        "module m\nreplace m => .\nreplace m/x => ./x\nreplace x => x\n",
        "module ../..\n",
        "module /\n",
        "\0\0\0",
        "=> => =>",
        "use use use",
        &long,
        &format!("module m\nrequire {long} v1\n"),
        &"replace a => b\n".repeat(10_000),
        &"require a.b/c v1\n".repeat(10_000),
    ] {
        let home = home();
        write(home.path(), "go.mod", text.as_bytes());
        write(home.path(), "go.work", format!("use (\n.\n..\n./x\n/\n{text}\n").as_bytes());
        write(home.path(), "x/x.go", format!("package x\n{LEAK}").as_bytes());
        let imports = "package p\n\nimport (\n\t\"m/x\"\n\t\"../x\"\n\t\"/\"\n\t\"\"\n\t\".\"\n\t\"a.b/c/../../..\"\n)\n\nfunc g() { x.f(\"\") }\n";
        write(home.path(), "a.go", imports.as_bytes());
        let (_, out, _) = checked(home.path(), &["."]);
        assert!(out.contains("x/x.go:6:"), "{text:.40}");
    }
}

#[test]
fn nonsense_in_stubs_and_configuration() {
    let stub = |text: &str| format!("package x // import \"example.com/x\"\n\n{text}\n");
    let deep = format!("func F({}int)", "func(".repeat(2_000));
    for text in [
        "",
        "\0",
        "func F(",
        "func F() //: own",
        "func F() //: own nothing; close nothing; carries; context of",
        "func F() (r *R) //: own r; own r; close r; same r",
        "type R struct{ R } //: resource close=R.R.R.R",
        "type R = R //: resource close=",
        "//: //: //:",
        &deep,
        &"func F() //: own r\n".repeat(3_000),
    ] {
        let home = home();
        write(home.path(), "bodyguard.toml", b"stubs = [\"stub.go\"]\n");
        write(home.path(), "stub.go", stub(text).as_bytes());
        write(
            home.path(),
            "a.go",
            format!("package p\n{LEAK}\nfunc g() {{ r := x.F(); _ = r.R.R }}\n")
                .replace("\"net/http\"", "(\n\t\"example.com/x\"\n\t\"net/http\"\n)")
                .as_bytes(),
        );
        // A stub is understood, or the run ends before anything is checked and says where the mistake is.
        let (output, out, err) = checked(home.path(), &["a.go"]);
        let is_refused = output.status.code() == Some(2) && err.contains("stub.go:");
        assert!(is_refused || out.contains("a.go:9:"), "{text:.40}\n{out}{err}");
    }
    for text in [
        "\0",
        "[[[[",
        "a = ",
        &"[".repeat(100_000),
        &"a.".repeat(100_000),
        &format!("stubs = {}", "[".repeat(100_000)),
        "[check]\nexclude = [\"**/**/**/**/{a,{b,{c\"]",
        "\u{feff}[check]\n[check]",
    ] {
        let home = home();
        write(home.path(), "bodyguard.toml", text.as_bytes());
        write(home.path(), "a.go", format!("package p\n{LEAK}").as_bytes());
        let (output, _, err) = checked(home.path(), &[]);
        assert_eq!(output.status.code(), Some(2), "{text:.40}");
        assert!(err.starts_with("error: bodyguard.toml") && err.lines().count() == 1, "{err:.400}");
    }
}

#[test]
fn many_files() {
    many(3_000);
}

#[test]
#[ignore = "a million files take minutes to write"]
fn a_million_files() {
    many(1_000_000);
}

/// A folder with this many files of one package, the last of which loses a response.
fn many(count: usize) {
    let home = home();
    for number in 0..count {
        std::fs::write(home.path().join(format!("f{number}.go")), "package p\n").unwrap();
    }
    write(home.path(), "z.go", format!("package p\n{LEAK}").as_bytes());
    let start = Instant::now();
    let (_, out, err) = checked(home.path(), &[]);
    println!("{count} files: {:?}", start.elapsed());
    assert!(out.contains("z.go:6:"), "{out}{err}");
}

#[test]
fn a_file_that_is_too_large_is_reported() {
    let home = home();
    write(home.path(), "a.go", format!("package p\n{LEAK}").as_bytes());
    // A hole: nothing is written for it.
    std::fs::File::create(home.path().join("huge.go")).unwrap().set_len(200 << 20).unwrap();
    let (output, out, err) = checked(home.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out.contains("a.go:6:"));
    assert!(err.contains("warning: huge.go: could not be read: larger than 64 MiB"), "{err}");
}

/// Code beyond a limit is reported with the limit as the reason.
#[test]
fn limits_are_reported() {
    let use_it = |ty: &str| {
        format!(
            "func g(u string) error {{\n\tvar v {ty}\n\tresp, err := v.x.Do(u)\n\tv.x.Close()\n\t_ = resp\n\treturn err\n}}\n"
        )
    };
    let many = |count: usize, line: &str| (0..count).map(|n| line.replace('#', &n.to_string())).collect::<String>();
    let cases = [
        (
            format!(
                "func g(u string) {{\n\tresp, _ := http.Get(u)\n{}\t_ = resp\n}}\n",
                "\tu = u + u\n".repeat(320_000)
            ),
            "line 10 of a.go: a declaration is larger than 3 MiB; what is inside it is not checked",
        ),
        (format!("func g() {{{}", "{".repeat(4 << 20)), "a declaration is larger than 3 MiB"),
        (
            format!("func g(u string) {{ resp, _ := http.Get({}u{}) ; _ = resp }}", "(".repeat(900), ")".repeat(900)),
            "line 10 of a.go: a declaration is nested more than 400 levels deep; what is inside it is not checked",
        ),
        (
            format!("func g(u string, p {}int) {{ resp, _ := http.Get(u); resp.Body.Close() }}", "*".repeat(300)),
            "line 10 of a.go: a type is nested more than 200 levels deep; the rest of it is unknown",
        ),
        (
            format!("type S[T any] = map[S[S[T]]]S[S[T]]\n{}", use_it("S[int]")),
            "a.go: a type leads to more than 2000 names; the rest of it is unknown",
        ),
        (
            format!(
                "type S struct {{ x I }}\ntype I interface {{\n{}}}\n{}{}",
                many(500, "\tI#\n"),
                many(500, "type I# interface { M#() }\n"),
                use_it("S")
            ),
            "a.go: an interface embeds more than 400 others; the methods of the rest are not seen",
        ),
        (
            format!("type S struct {{ x *R }}\ntype R struct {{ *R }}\n{}", use_it("S")),
            "a.go: `R` embeds more than 6 levels or 200 fields of one level; those further in are not seen",
        ),
        (
            format!(
                "type S struct {{\n{}}}\nfunc h() (*S, error) {{ _, err := http.Get(\"\"); return nil, err }}\nfunc g() {{ s, _ := h(); _ = s }}\n",
                many(5_100, "\tf# int\n")
            ),
            "a.go: `S` holds more than 5000 types; it counts as one with a response",
        ),
    ];
    for (text, words) in cases {
        let home = home();
        write(home.path(), "a.go", format!("package p\n{LEAK}\n{text}").as_bytes());
        let (_, out, err) = checked(home.path(), &["-v"]);
        assert!(out.contains("a.go:6:"), "{words}\n{out}");
        assert!(err.contains(words), "{words}\n{err:.2000}");
        // One line for each limit and file.
        assert!(err.lines().count() < 12, "{err:.2000}");
    }
}

#[test]
fn module_files_that_are_not_read_are_reported() {
    let home = home();
    write(home.path(), "go.mod", format!("module m\n{}", "// why\n".repeat(200_000)).as_bytes());
    std::fs::create_dir(home.path().join("go.work")).unwrap();
    write(home.path(), "a.go", format!("package p\n\nimport \"m/x\"\n{}\nfunc g() {{ x.Do() }}\n", LEAK).as_bytes());
    let (output, out, err) = checked(home.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out.contains("a.go:8:"), "{out}");
    assert!(err.contains("warning: go.mod: could not be read: larger than 1024 KiB; "), "{err}");
    assert!(err.contains("warning: go.work: could not be read: is a folder, not a file; "), "{err}");
    let (output, _, _) = checked(home.path(), &["--strict-parse"]);
    assert_eq!(output.status.code(), Some(2));
}
