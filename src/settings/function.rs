//! Functions as the configuration names them.
//!
//!     example.com/x.Fetch            a function
//!     example.com/x.(Client).Fetch   a method of Client
//!     example.com/x.(*Client).Fetch  a method of *Client

pub use crate::effect::Meaning;
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

/// What the configuration says about a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionNote {
    /// The function.
    pub function: FunctionName,
    /// What it does.
    pub meaning: Meaning,
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

/// A stub for a package that nobody can see, from what the configuration says of its functions; None if that needs no
/// stub: a function that is not seen closes or keeps what it is given, and hands over nothing.
///
///     [[noreturn]] func = "example.com/x.(*T).Fatal"   ->   func (t *T) Fatal() //: exit
pub fn stub(package: &str, name: &str, notes: &[&FunctionNote]) -> Option<String> {
    let mut types = BTreeSet::new();
    let mut functions = String::new();
    for note in notes {
        let FunctionName { receiver, name, .. } = &note.function;
        let (results, directive) = match note.meaning {
            Meaning::Acquires => (" (resp *http.Response, err error)", "own resp"),
            Meaning::NeverReturns => ("", "exit"),
            Meaning::Closes(_) | Meaning::Handled => continue,
        };
        let receiver = receiver.as_ref().map(|receiver| {
            types.insert(receiver.type_name.as_str());
            format!("(t *{}) ", receiver.type_name)
        });
        let receiver = receiver.unwrap_or_default();
        functions.push_str(&format!("func {receiver}{name}(){results} //: {directive}\n"));
    }
    if functions.is_empty() {
        return None;
    }
    let types: String = types.iter().map(|name| format!("type {name} struct{{}}\n")).collect();
    Some(format!("package {name} // import \"{package}\"\n\nimport \"net/http\"\n\n{types}{functions}"))
}

fn is_identifier(word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    !word.is_empty() && word.chars().all(is_letter) && !word.starts_with(char::is_numeric)
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
    fn what_is_said_of_unseen_functions_is_a_stub() {
        let note = |name: &str, meaning| FunctionNote { function: parse(name).unwrap(), meaning };
        let notes = [
            note("example.com/x.Fetch", Meaning::Acquires),
            note("example.com/x.(*T).Fatal", Meaning::NeverReturns),
            note("example.com/x.Drain", Meaning::Closes(0)),
        ];
        let text = stub("example.com/x", "x", &notes.each_ref()).unwrap();
        assert!(text.starts_with("package x // import \"example.com/x\"\n"), "{text}");
        assert!(text.ends_with(
            "type T struct{}\nfunc Fetch() (resp *http.Response, err error) //: own resp\nfunc (t *T) Fatal() //: exit\n"
        ));
        assert_eq!(stub("example.com/x", "x", &[&notes[2]]), None);
    }

    #[test]
    fn other_words_are_refused() {
        for text in ["", "Fetch", "x.", ".Fetch", "x.(*).F", "x.(A.F", "a b.F", "x.F()"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
