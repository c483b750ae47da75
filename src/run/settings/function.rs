//! Names of functions in the configuration, and stubs for functions that have no declaration.
//!
//!     example.com/x.Fetch            a function
//!     example.com/x.(Client).Fetch   a method of Client
//!     example.com/x.(*Client).Fetch  a method of *Client
//!     example.com/*.(*Client).Get*   all functions with such a name, where a table takes more than one

use crate::go::lex::is_keyword;
pub use crate::meaning::effect::Meaning;
use crate::meaning::notes::is_pattern;
pub use crate::meaning::notes::{FunctionSet, Note};
use crate::program::likely_name;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;

/// The full name of a function or method.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct FunctionName {
    /// The import path.
    pub package: String,
    /// The type a method belongs to.
    pub receiver: Option<Receiver>,
    /// The name of the function.
    pub name: String,
}

/// The type a method belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// The name of the type.
    pub type_name: String,
    /// Whether it is written with `*`.
    pub is_pointer: bool,
}

/// A function that the configuration describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionNote {
    /// The function.
    pub function: FunctionName,
    /// Its meaning.
    pub meaning: Meaning,
}

/// A function by its name, or all with such a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum FunctionPattern {
    /// One function.
    Name(FunctionName),
    /// All that fit a pattern with `*` for any characters.
    Pattern(String),
}

/// The import path of a package or module.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ImportPath(pub String);

impl TryFrom<String> for FunctionPattern {
    type Error = String;

    fn try_from(text: String) -> Result<FunctionPattern, String> {
        if !is_pattern(&text) {
            return FunctionName::try_from(text).map(FunctionPattern::Name);
        }
        match fits_full_names(&text) {
            true => Ok(FunctionPattern::Pattern(text)),
            false => Err(format!(
                "`{text}` fits no full name of a function; write example.com/pkg.Get* or example.com/pkg.(*Type).*"
            )),
        }
    }
}

/// Whether a pattern may fit a full name. One of nothing but stars and dots is refused: it would cover every function.
fn fits_full_names(pattern: &str) -> bool {
    let is_in_pairs = match (pattern.split_once('('), pattern.split_once(')')) {
        (None, None) => true,
        (Some((before, after)), Some((before_close, rest))) => {
            before.len() < before_close.len() && !after.contains('(') && !rest.contains(')')
        }
        _ => false,
    };
    is_in_pairs
        && pattern.contains('.')
        && pattern.contains(char::is_alphanumeric)
        && !pattern.contains(char::is_whitespace)
}

impl TryFrom<String> for ImportPath {
    type Error = String;

    fn try_from(text: String) -> Result<ImportPath, String> {
        let is_path = text.split('/').all(|element| !element.is_empty()) && !text.contains(['(', ')', '*', ' ']);
        match is_path {
            true => Ok(ImportPath(text)),
            false if text.contains('*') => {
                Err(format!("`{text}` is not an import path; `*` is allowed only in `func`: example.com/pkg*.Get"))
            }
            false => Err(format!("`{text}` is not an import path, such as example.com/pkg")),
        }
    }
}

impl TryFrom<String> for FunctionName {
    type Error = String;

    fn try_from(text: String) -> Result<FunctionName, String> {
        parse(&text).ok_or_else(|| {
            format!(
                "`{text}` is not the full name of a function; write example.com/pkg.Func or example.com/pkg.(*Type).Method"
            )
        })
    }
}

fn parse(text: &str) -> Option<FunctionName> {
    let (front, name) = text.rsplit_once('.')?;
    let (package, receiver) = match front.strip_suffix(')') {
        None => (front, None),
        Some(front) => {
            let (package, type_name) = front.split_once(".(")?;
            let is_pointer = type_name.starts_with('*');
            let type_name = type_name.trim_start_matches('*').to_string();
            let receiver = Receiver { type_name, is_pointer };
            (package, Some(receiver))
        }
    };
    let names = receiver.iter().map(|receiver| receiver.type_name.as_str());
    let are_names = names.chain([name]).all(is_identifier);
    let is_package = !package.is_empty() && !package.contains(['(', ')', '*', ' ']);
    (are_names && is_package).then(|| FunctionName { package: package.to_string(), receiver, name: name.to_string() })
}

/// The stub of a package without source, from the functions that the configuration describes; `None` if they need none.
/// `[[handled]]` needs none: without a declaration a function acquires nothing.
///
///     [[noreturn]] func = "example.com/x.(*T).Fatal"     func (t *T) Fatal() //: exit
///     [[closes]] func = "example.com/x.Done", arg = 1    func Done(p0, p1 any, rest ...any) //: close p1; keep p0; keep rest
pub fn stub(package: &str, notes: &[&FunctionNote]) -> Option<String> {
    let mut types = BTreeSet::new();
    let mut functions = String::new();
    for note in notes {
        let FunctionName { receiver, name, .. } = &note.function;
        let (signature, directives) = match note.meaning {
            Meaning::Acquires => ("() (resp *http.Response, err error)".to_string(), "own resp".to_string()),
            Meaning::NeverReturns => ("()".to_string(), "exit".to_string()),
            Meaning::Closes(argument) => closing(argument, receiver.is_some()),
            Meaning::Handled => continue,
        };
        let receiver = receiver.as_ref().map(|receiver| {
            types.insert(receiver.type_name.as_str());
            format!("(t *{}) ", receiver.type_name)
        });
        let receiver = receiver.unwrap_or_default();
        functions.push_str(&format!("func {receiver}{name}{signature} //: {directives}\n"));
    }
    if functions.is_empty() {
        return None;
    }
    let types: String = types.iter().map(|name| format!("type {name} struct{{}}\n")).collect();
    let name = package_name(package);
    Some(format!("package {name} // import \"{package}\"\n\nimport \"net/http\"\n\n{types}{functions}"))
}

/// Signature and directives of a function that closes one argument and may keep the others, as any function without
/// source may.
fn closing(argument: usize, has_receiver: bool) -> (String, String) {
    let names: Vec<String> = (0..=argument).map(|number| format!("p{number}")).collect();
    let others = names[..argument].iter().map(String::as_str).chain(has_receiver.then_some("t")).chain(["rest"]);
    let kept: String = others.map(|name| format!("; keep {name}")).collect();
    (format!("({} any, rest ...any)", names.join(", ")), format!("close p{argument}{kept}"))
}

/// The likely name of a package: `example.com/http-kit` is `httpkit`.
fn package_name(path: &str) -> String {
    let name: String = likely_name(path).chars().filter(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    if is_identifier(&name) { name } else { format!("p{name}") }
}

fn is_identifier(word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    !word.is_empty()
        && word.chars().all(is_letter)
        && !word.starts_with(char::is_numeric)
        && !is_keyword(word.as_bytes())
}

impl fmt::Display for FunctionName {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}.", self.package)?;
        if let Some(receiver) = &self.receiver {
            let star = if receiver.is_pointer { "*" } else { "" };
            write!(out, "({star}{}).", receiver.type_name)?;
        }
        out.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meaning::stub::configured_stub;

    #[test]
    fn names_are_printed_as_they_are_read() {
        for name in [
            "net/http.Get",
            "gopkg.in/yaml.v3.Unmarshal",
            "example.com/x.(*Client).Fetch",
            "example.com/x.(Client).Fetch",
        ] {
            let read = FunctionName::try_from(name.to_string()).unwrap();
            assert_eq!(read.to_string(), name);
        }
        let method = parse("example.com/x.(*Client).Fetch").unwrap();
        assert_eq!(method.package, "example.com/x");
        assert!(method.receiver.is_some_and(|receiver| receiver.is_pointer));
    }

    #[test]
    fn notes_on_functions_without_a_declaration_become_a_stub() {
        let note = |name: &str, meaning| FunctionNote { function: parse(name).unwrap(), meaning };
        let notes = [
            note("example.com/x.Fetch", Meaning::Acquires),
            note("example.com/x.(*T).Fatal", Meaning::NeverReturns),
            note("example.com/x.Drain", Meaning::Closes(1)),
            note("example.com/x.Last", Meaning::Handled),
        ];
        let text = stub("example.com/x", &notes.each_ref()).unwrap();
        assert!(text.starts_with("package x // import \"example.com/x\"\n"), "{text}");
        assert!(text.ends_with(
            "type T struct{}\nfunc Fetch() (resp *http.Response, err error) //: own resp\nfunc (t *T) Fatal() //: exit\n\
             func Drain(p0, p1 any, rest ...any) //: close p1; keep p0; keep rest\n"
        ));
        assert!(configured_stub("bodyguard.toml", text).is_ok());
        assert_eq!(stub("example.com/x", &[&notes[3]]), None);
    }

    #[test]
    fn packages_have_names_that_are_identifiers() {
        assert_eq!(package_name("example.com/http-kit/v2"), "httpkit");
        assert_eq!(package_name("example.com/7z"), "p7z");
        let fetch = FunctionNote { function: parse("example.com/7z.Fetch").unwrap(), meaning: Meaning::Acquires };
        assert!(configured_stub("bodyguard.toml", stub("example.com/7z", &[&fetch]).unwrap()).is_ok());
    }

    #[test]
    fn patterns_and_paths() {
        let pattern = |text: &str| FunctionPattern::try_from(text.to_string());
        assert!(matches!(pattern("example.com/x.(*T).F"), Ok(FunctionPattern::Name(_))));
        for text in ["example.com/x.(*T).Get*", "example.com/*.Fetch", "x.(*).F", "*.Fetch"] {
            assert_eq!(pattern(text), Ok(FunctionPattern::Pattern(text.to_string())));
        }
        for text in ["*", "*.*", "x*", "x.(*T.Get*", "x.*)", "x.)(*", "x. *", "x.(*T).(*U)*"] {
            assert!(pattern(text).is_err(), "{text}");
        }
        let path = |text: &str| ImportPath::try_from(text.to_string());
        assert!(path("example.com/x").is_ok());
        for text in ["", "x/", "/x", "x//y", "x y", "x/*"] {
            assert!(path(text).is_err(), "{text}");
        }
    }

    #[test]
    fn other_words_are_refused() {
        for text in ["", "Fetch", "x.", ".Fetch", "x.(*).F", "x.(A.F", "a b.F", "x.F()"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
