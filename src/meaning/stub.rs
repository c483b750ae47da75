//! Stubs as the analysis reads them: their directives, the mistakes in them, and the functions whose calls may acquire. No other
//! module reads directives from the text of a stub.
//!
//!     package x // import "example.com/x"
//!
//!     func Fetch(
//!         u string,
//!     ) (resp *http.Response, err error) //: own resp
//!
//! A mistake in a stub of the user is an error before anything is checked ([`read_stub`]); a test checks the embedded ones. The
//! configuration's notes on single functions are not known here; see [`crate::meaning::effects`].

use crate::go::arity::Arity;
use crate::go::items::{FuncSpan, SpecSpan};
use crate::go::lex::{after_quoted, has_word, name_at};
use crate::go::outline::{Flaw, MethodExpr, Name, Param, Signature, TypeExpr};
use crate::ground::source::Span;
use crate::meaning::effect::{Effect, interface_receiver, parse};
use crate::meaning::effects::{of_method_in, of_stub};
use crate::program::{Entity, File, FuncId, Index, Package, Stub, StubMistake};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// Reads a stub of the user. Fails with the first mistake in it: a package clause that names no import path, code that is no Go, a
/// directive that is not understood or belongs to no function.
pub fn read_stub(shown: &str, text: String) -> Result<Stub, StubMistake> {
    without_mistakes(shown, text, Stub::of_user)
}

/// Reads a stub for functions that only the configuration names; stubs of the user and of the binary precede it. Fails like
/// [`read_stub`].
pub fn configured_stub(shown: &str, text: String) -> Result<Stub, StubMistake> {
    without_mistakes(shown, text, Stub::configured)
}

fn without_mistakes(
    shown: &str,
    text: String,
    read: impl FnOnce(&str, String) -> Result<Stub, StubMistake>,
) -> Result<Stub, StubMistake> {
    let file = Stub::file(shown, &text);
    let stub = read(shown, text)?;
    match mistakes(&file).into_iter().min() {
        Some(mistake) => Err(mistake),
        None => Ok(stub),
    }
}

/// A function or interface method of a stub whose call may acquire a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acquirer {
    /// Its own name.
    pub name: Name,
    /// The number of its arguments and results.
    pub arity: Arity,
    /// Whether it returns ownership itself; else it returns what a function argument returns.
    pub owns: bool,
}

/// The functions and interface methods of stubs whose calls may acquire a response, with the import path that the stub names;
/// sorted by path.
pub fn acquirers(index: &Index) -> Vec<(&str, Box<[Acquirer]>)> {
    index.stubs_with(may_acquire).into_par_iter().map(|(path, package)| (path, acquirers_of(&package))).collect()
}

/// All mistakes in the declarations of a stub and in its directives.
fn mistakes(file: &File) -> Vec<StubMistake> {
    file.parse_all();
    let flaw = |(span, flaw): (Span, Flaw)| {
        let message = match flaw {
            Flaw::Syntax => "no valid Go declaration; a stub is Go code, with functions that may have no body",
            _ => "nested too deeply to be read; write it with named types",
        };
        StubMistake { line: file.source.line(span.start), message: message.to_string() }
    };
    let directives = directives(file);
    let mut found: Vec<StubMistake> = file.damaged().into_iter().map(flaw).collect();
    let mut known = FxHashSet::default();
    for directive in directives {
        let line = file.source.line(index(directive.at));
        known.insert(directive.at);
        found.extend(directive.effects().err().map(|message| StubMistake { line, message }));
    }
    let stray = comments(file.source.text()).into_iter().filter(|at| !known.contains(at));
    found.extend(stray.map(|at| StubMistake {
        line: file.source.line(index(at)),
        message:
            "this `//:` belongs to no function or interface method; write it on the line on which one ends".to_string(),
    }));
    found
}

/// The directives of one function or of one method of a declared interface.
struct StubDirective<'a> {
    /// The offset of its `//:`.
    at: usize,
    text: &'a str,
    receiver: Option<Cow<'a, Param>>,
    signature: &'a Signature,
}

impl StubDirective<'_> {
    fn effects(&self) -> Result<Vec<Effect>, String> {
        parse(self.text, self.receiver.as_deref(), self.signature)
    }
}

/// All directives that belong to a function or to a method of a declared interface.
fn directives(file: &File) -> Vec<StubDirective<'_>> {
    let comments = comments(file.source.text());
    let functions = file.items().functions.iter().enumerate();
    let of_functions = functions.filter_map(|(number, row)| {
        let decl = file.function(number);
        let text = decl.directives.as_deref()?;
        let at = comments.iter().copied().find(|at| *at >= row.whole.range().end)?;
        Some(StubDirective {
            at,
            text,
            receiver: decl.receiver.as_ref().map(Cow::Borrowed),
            signature: &decl.signature,
        })
    });
    let types = file.items().types.iter().enumerate();
    let of_methods = types.flat_map(|(number, row)| {
        let inside = comments.iter().copied().filter(|at| row.spec.range().contains(at));
        directives_inside(file, inside, interface_methods(file, number))
    });
    of_functions.chain(of_methods).collect()
}

/// The directives of an interface's methods, given the comments inside it. Parsed types have no offsets: a comment belongs to the
/// next method with directives if their texts are equal.
fn directives_inside<'a>(
    file: &'a File,
    comments: impl Iterator<Item = usize>,
    methods: &'a [MethodExpr],
) -> Vec<StubDirective<'a>> {
    let mut open = methods.iter().filter(|method| method.directives.is_some()).peekable();
    let mut found = Vec::new();
    for at in comments {
        let (before, after) = file.source.text().split_at(at);
        // A comment on a line of its own belongs to no method.
        let line = before.rsplit('\n').next().unwrap_or_default();
        let written = after.lines().next().and_then(|line| line.strip_prefix("//:")).map(str::trim);
        // A method that is written over several lines has its comment on the last of them.
        let first = name_at(line.trim_start(), 0);
        let names_another =
            |method: &MethodExpr| method.name != first && methods.iter().any(|other| other.name == first);
        let is_its_own = |method: &&MethodExpr| {
            !line.trim().is_empty() && !names_another(method) && method.directives.as_deref() == written
        };
        if let (Some(method), Some(text)) = (open.next_if(is_its_own), written) {
            let receiver = Some(Cow::Owned(interface_receiver()));
            found.push(StubDirective { at, text, receiver, signature: &method.signature });
        }
    }
    found
}

/// The methods that a declared interface writes out.
fn interface_methods(file: &File, number: usize) -> &[MethodExpr] {
    match &file.type_decl(number).expr {
        TypeExpr::Interface(methods, _) => methods,
        _ => &[],
    }
}

/// The offsets of all `//:` comments.
fn comments(text: &str) -> Vec<usize> {
    let (bytes, mut at, mut found) = (text.as_bytes(), 0, Vec::new());
    while at < bytes.len() {
        let next = after_quoted(bytes, at);
        if next != at && bytes[at..].starts_with(b"//:") {
            found.push(at);
        }
        at = next.max(at + 1);
    }
    found
}

/// Whether a text may hold a directive by which a call acquires a response.
fn may_acquire(text: &str) -> bool {
    ["own", "call", "retry"].iter().any(|word| has_word(text.as_bytes(), word.as_bytes()))
}

fn acquirers_of(package: &Package) -> Box<[Acquirer]> {
    let of_file = |number| acquiring_functions(package, number).chain(acquiring_methods(package, number));
    (0..package.files.len()).flat_map(of_file).collect()
}

fn acquiring_functions(package: &Package, number: usize) -> impl Iterator<Item = Acquirer> {
    let file = &package.files[number];
    let rest_of_line =
        |row: &FuncSpan| file.source.text().get(row.whole.range().end..).and_then(|rest| rest.lines().next());
    let rows = file.items().functions.iter().enumerate();
    let rows = rows.filter(move |(_, row)| rest_of_line(row).is_some_and(may_acquire));
    let ids = rows.map(move |(function, _)| FuncId { file: index(number), function: index(function) });
    ids.filter(|id| package.counts(*id)).filter_map(move |id| {
        let decl = file.function(id.function as usize);
        let is_generic = !decl.signature.type_params.is_empty() || !decl.receiver_type_params().is_empty();
        let arity = Arity::of(&decl.signature);
        // `f[T](x)`: the arguments of a generic function are not compared.
        let arity = if is_generic { Arity { results: arity.results, ..Arity::ANY } } else { arity };
        acquirer(&decl.name, &of_stub(package, id)?, arity)
    })
}

fn acquiring_methods(package: &Package, number: usize) -> impl Iterator<Item = Acquirer> {
    let file = &package.files[number];
    let counts = move |spec: usize, row: &SpecSpan| {
        let name = row.names.first().map_or("", |name| file.source.slice(*name));
        package.lookup(name).contains(&Entity::Type(index(number), index(spec)))
    };
    let specs = file.items().types.iter().enumerate();
    let specs = specs.filter(move |(spec, row)| {
        let lines = file.source.slice(row.spec).lines();
        let mut directives = lines.filter_map(|line| Some(line.split_once("//:")?.1));
        directives.any(may_acquire) && counts(*spec, row)
    });
    let methods = specs.flat_map(|(spec, row)| {
        let interface = row.names.first().map_or("", |name| file.source.slice(*name));
        interface_methods(file, spec).iter().map(move |method| (interface, method))
    });
    methods.filter_map(move |(interface, method)| {
        let effects = of_method_in(package, index(number), interface, method)?;
        acquirer(&method.name, &effects, Arity::of(&method.signature))
    })
}

/// A function with these effects, if a call of it may acquire a response.
fn acquirer(name: &Name, effects: &[Effect], arity: Arity) -> Option<Acquirer> {
    let owns = effects.iter().any(|effect| matches!(effect, Effect::Own(..)));
    // A function that returns the response of a function argument returns that one's error too.
    let returns_two = arity.results.is_none_or(|results| results >= 2);
    let may_acquire =
        owns || returns_two && effects.iter().any(|effect| matches!(effect, Effect::Call(_) | Effect::Retry(_)));
    may_acquire.then(|| Acquirer { name: name.clone(), arity, owns })
}

fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::queries::Queries;
    use crate::ground::open_texts::OpenTexts;

    fn index_of(users: &[(&str, &str)], embedded: &[(&str, &'static str)]) -> Index {
        let user = |(shown, text): &(&str, &str)| read_stub(shown, (*text).to_string()).unwrap();
        let embedded = embedded.iter().map(|(shown, text)| Stub::embedded(shown, text).unwrap());
        Index::new(users.iter().map(user).chain(embedded).collect(), [], OpenTexts::default(), Queries::standard())
    }

    /// The stub in which the first function of a name is declared, and what it does.
    fn function(index: &Index, path: &str, name: &str) -> Option<(String, Vec<Effect>)> {
        let package = index.stub(path)?;
        match *package.lookup(name) {
            [Entity::Function(id)] => {
                let shown = package.files[id.file as usize].source.shown.to_string();
                Some((shown, of_stub(&package, id)?.to_vec()))
            }
            _ => None,
        }
    }

    #[test]
    fn stubs_of_one_path_are_one_package() {
        let users = [
            ("a.go", "package any // import \"e.com/x\"\n\nfunc F()\nfunc (t T) M()\n"),
            ("b.go", "package any // import \"e.com/x\"\n\nfunc F() //: exit\nfunc G() //: exit\n"),
        ];
        let embedded = "package x // import \"e.com/x\"\n\ntype T struct{}\n\nfunc F() //: exit\nfunc H() //: exit\nfunc (t T) M() //: exit\nfunc (t T) N() //: exit\n";
        let index = index_of(&users, &[("x.go", embedded)]);
        let found = |name| function(&index, "e.com/x", name).unwrap();
        assert_eq!(found("F"), ("a.go".to_string(), Vec::new()));
        assert_eq!(found("G"), ("b.go".to_string(), vec![Effect::Exit]));
        assert_eq!(found("H"), ("x.go".to_string(), vec![Effect::Exit]));
        let package = index.stub("e.com/x").unwrap();
        assert_eq!(package.name, "x");
        assert_eq!(package.lookup("T").len(), 1);
        let file = |method| package.methods_named("T", method).iter().map(|id| id.file).collect::<Vec<_>>();
        assert_eq!((file("M"), file("N")), (vec![0], vec![2]));
    }

    #[test]
    fn a_stub_of_several_paths_is_a_package_under_each() {
        let embedded = "package x // import \"e.com/x\", \"e.org/x/*\"\n\nfunc F() //: exit\n";
        let index = index_of(&[], &[("x.go", embedded)]);
        for path in ["e.com/x", "e.org/x/v2"] {
            assert_eq!(function(&index, path, "F"), Some(("x.go".to_string(), vec![Effect::Exit])), "{path}");
            assert_eq!(index.stub(path).unwrap().path, path);
        }
        assert!(index.stub("e.org/x").is_none());
        let message = read_stub("s.go", "package x // import \"e.com/x\", e.org/x\n".to_string()).unwrap_err().message;
        assert!(message.contains("write `package x // import"), "{message}");
    }

    #[test]
    fn a_version_takes_what_is_said_of_any_version() {
        let any = "package x // import \"e.com/x/*\"\n\nfunc F()\nfunc G()\n";
        let third = "package x // import \"e.com/x/v3\"\n\nfunc F() //: exit\n";
        let user = [("any.go", "package x // import \"e.com/x/*\"\n\nfunc G() //: exit\n")];
        let index = index_of(&user, &[("x.go", any), ("x_v3.go", third)]);
        let shown = |path, name| function(&index, path, name).map(|(shown, _)| shown);
        assert_eq!(shown("e.com/x/v2", "F").as_deref(), Some("x.go"));
        assert_eq!(shown("e.com/x/v2", "G").as_deref(), Some("any.go"));
        assert_eq!(shown("e.com/x/v3", "F").as_deref(), Some("x_v3.go"));
        assert_eq!(shown("e.com/x/v3", "G").as_deref(), Some("any.go"));
        // Functions are named by the version that is imported, whichever version was read first.
        assert_eq!(index.stub("e.com/x/v4").unwrap().path, "e.com/x/v4");
        assert_eq!(index.stub("e.com/x/v2").unwrap().path, "e.com/x/v2");
        assert_eq!(index.stub("e.com/x/v2"), index.stub("e.com/x/v2"));
        let user = [("third.go", "package x // import \"e.com/x/v3\"\n\nfunc H()\n")];
        let index = index_of(&user, &[("x.go", any)]);
        assert_eq!(function(&index, "e.com/x/v3", "F").unwrap().0, "x.go");
    }

    #[test]
    fn acquirers_are_known_by_their_effects() {
        let user = "package x // import \"e.com/x\"\n\n// own, call: words.\nfunc Own(\n\tu string,\n) (r *R, err error) //:own r\nfunc Call(f func(), n int) (r *R, err error) //: keep f;call f\nfunc Alone(f func()) (err error) //: call f\nfunc Over() (own *R) //: non-nil own\ntype I interface {\n\tGet(p *R) (r *R, err error) //:\town r\n\tPut()\n}\nfunc All[T any](f func() (T, error), n int) (t T, err error) //: call f\n";
        let embedded = "package x // import \"e.com/x\"\n\nfunc Over() (r *R) //: own r\n";
        let index = index_of(&[("a.go", user)], &[("x.go", embedded)]);
        let all = acquirers(&index);
        let names: Vec<(&str, bool, Option<u16>)> =
            all[0].1.iter().map(|own| (own.name.as_str(), own.owns, own.arity.params)).collect();
        let expected = [("Own", true, Some(1)), ("Call", false, Some(2)), ("All", false, None), ("Get", true, Some(1))];
        assert_eq!(names, expected);
    }

    /// `queries/http.scm` lists the acquiring functions of net/http, `stubs/net_http.go` says in which result.
    #[test]
    fn the_query_and_the_stub_of_net_http_agree() {
        let (_, text) = crate::program::embedded::STUBS.iter().find(|(name, _)| *name == "net_http.go").unwrap();
        // As a stub of the user, which the query does not restrict.
        let stub = read_stub("net_http.go", (*text).to_string()).unwrap();
        let index = Index::new(vec![stub], [], OpenTexts::default(), Queries::standard());
        let package = index.stub("net/http").unwrap();
        let file = &package.files[0];
        let owns = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Own(..)));
        let mut said: Vec<(String, String)> = Vec::new();
        for function in 0..file.function_count() {
            let decl = file.function(function);
            if owns(&of_stub(&package, FuncId { file: 0, function: self::index(function) }).unwrap()) {
                said.push((decl.receiver_type().map_or(String::new(), |ty| ty.to_string()), decl.name.to_string()));
            }
        }
        for number in 0..file.items().types.len() {
            let interface = file.type_decl(number).name.to_string();
            let methods = interface_methods(file, number).iter();
            let owning = methods.filter(|m| of_method_in(&package, 0, &interface, m).is_some_and(|own| owns(&own)));
            said.extend(owning.map(|method| (interface.clone(), method.name.to_string())));
        }
        let rows = Queries::standard();
        let mut listed: Vec<(String, String)> = rows
            .acquirers()
            .iter()
            .flat_map(|row| row.names.iter().map(|name| (row.receiver.clone().unwrap_or_default(), name.clone())))
            .collect();
        said.sort();
        listed.sort();
        assert_eq!(said, listed, "left: `own` in stubs/net_http.go; right: names in queries/http.scm");
    }

    #[test]
    fn mistakes_stand_where_they_are() {
        let mistake = |text: &str| read_stub("x.go", text.to_string()).unwrap_err().to_string();
        let in_package = |text: &str| mistake(&format!("package x // import \"e.com/x\"\n\n{text}"));
        for (text, expected) in [
            ("func F(\n\tu string,\n) (r int) //: own s\n", "5: `s` is not a result; the only one is `r`"),
            (
                "type I interface {\n\tF() (r int) //: own r\n\tG() (r int) //: wrap r\n}\n",
                "5: `wrap r` is not a directive",
            ),
            ("type I interface {\n\t//: exit\n\tF() //: exit\n\tG(\n\t) //: exit\n}\n", "4: this `//:` belongs to no"),
            ("type T struct {\n\tf func() //: exit\n}\n", "4: this `//:` belongs to no"),
            ("func F() //: exit // why\n", "3: `exit // why` is not a directive"),
            ("func F() {\n\tx(\n}\n", "3: no valid Go"),
            ("fun F()\n", "3: no valid Go"),
        ] {
            let found = in_package(text);
            assert!(found.starts_with(expected), "{text}: {found}");
        }
        assert!(mistake("package x // of \"e.com/x\"\n").starts_with("1: `package x` does not say"));
        assert!(mistake("").starts_with("1: no package clause"));
    }

    #[test]
    fn directives_are_read_in_every_spelling() {
        for text in [
            "//go:build x\n\npackage x //import `e.com/x`\n\nfunc F() { return } //:exit\n",
            "/*\npackage y\n*/\npackage x /* import \"e.com/x\" */\nfunc F(\n\ta, b int, // why\n) (\n\terr error,\n)\t//:\t exit\t;\n",
            "package x // import \"e.com/x\"\r\n\r\nfunc F() //: exit\r\nconst C = \"//: no\"\r\n",
        ] {
            let index = index_of(&[("a.go", text)], &[]);
            assert_eq!(function(&index, "e.com/x", "F").unwrap().1, [Effect::Exit], "{text}");
        }
    }
}
