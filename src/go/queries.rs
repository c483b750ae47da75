//! The tree-sitter queries that decide which calls are followed: `queries/calls.scm` and `queries/http.scm`.
//!
//! `calls.scm` gives a call its [`CallShape`] when its function is lowered; a call without a shape is never an acquisition.
//! `http.scm` lists the functions and methods of net/http that return an open response: with their names the search for
//! candidates begins, and no other function of net/http acquires.
//!
//!     c.hc.Do(req)     shape `method`, candidate name `.Do`; acquires if `c.hc` is a net/http.Client
//!     fetcher()(u)     shape `result`, candidate names inside of the callee: `fetcher`
//!
//! tree-sitter does not evaluate two predicates of these files. They are read from the compiled queries and applied here and by
//! the walk, which reads the names of a shape: `#candidate?`, the names of a captured callee, and `#name?`, the names of a
//! library. Any other predicate is refused when the file is read. Whether `c.hc` is a client is for types to decide, not for a
//! query.

use crate::go::body::CallShape;
use crate::go::names::{NameHash, hash, plain_hash};
use crate::go::tree::{Kind, LANGUAGE, kind};
use smallvec::SmallVec;
use std::cell::RefCell;
#[cfg(test)]
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use tree_sitter::{Node, Query, QueryCursor, QueryPredicateArg, StreamingIterator};

const CALLS: &str = include_str!("../../queries/calls.scm");
const HTTP: &str = include_str!("../../queries/http.scm");

/// The text for the predicates that tree-sitter evaluates: the queries have none.
const NO_TEXT: &[u8] = b"";

thread_local! {
    /// The cursor of this thread, used again for its memory; it carries nothing from one query to the next.
    static CURSOR: RefCell<QueryCursor> = RefCell::new(QueryCursor::new());
}

/// The queries of a run.
#[derive(Debug)]
pub struct Queries {
    calls: CallQuery,
    acquirers: Vec<AcquirerPattern>,
}

/// `calls.scm`.
#[derive(Debug)]
struct CallQuery {
    query: Query,
    /// Each pattern of the file.
    patterns: Vec<CallPattern>,
}

#[derive(Debug)]
struct CallPattern {
    shape: &'static str,
    /// The capture to whose names `#candidate?` applies; `None` if the pattern has no such predicate.
    candidate: Option<u32>,
    /// Whether it gave a call its shape.
    #[cfg(test)]
    is_used: AtomicBool,
}

/// One pattern of `http.scm`: functions of a package, or methods of one of its types, that return an open response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcquirerPattern {
    /// The import path of the package.
    pub package: String,
    /// The type that has them as methods; `None` for functions of the package.
    pub receiver: Option<String>,
    /// Their names.
    pub names: Vec<String>,
}

#[cfg(test)]
impl AcquirerPattern {
    /// The name of the pattern: `net/http`, `net/http.Client`.
    pub fn pattern(&self) -> String {
        match &self.receiver {
            Some(receiver) => format!("{}.{receiver}", self.package),
            None => self.package.clone(),
        }
    }
}

impl Queries {
    /// The queries as they are in `queries/`.
    pub fn standard() -> Arc<Queries> {
        static STANDARD: LazyLock<Arc<Queries>> =
            LazyLock::new(|| Arc::new(Queries::read(CALLS, HTTP).expect("the queries are those of this build")));
        STANDARD.clone()
    }

    /// The standard queries without one pattern, by its name; see [`Queries::patterns`]. Fails if there is no such pattern.
    #[cfg(test)]
    pub fn without(pattern: &str) -> Result<Queries, String> {
        let mut queries = Queries::read(CALLS, HTTP)?;
        let number = queries.calls.patterns.iter().position(|known| known.shape == pattern);
        let before = queries.acquirers.len();
        queries.acquirers.retain(|acquirers| acquirers.pattern() != pattern);
        match number {
            Some(number) => queries.calls.query.disable_pattern(number),
            None if before == queries.acquirers.len() => return Err(format!("no query has a pattern `{pattern}`")),
            None => {}
        }
        Ok(queries)
    }

    /// The names of all patterns: shapes of `calls.scm`, packages and types of `http.scm`.
    #[cfg(test)]
    pub fn patterns(&self) -> Vec<String> {
        let shapes = self.calls.patterns.iter().map(|pattern| pattern.shape.to_string());
        shapes.chain(self.acquirers.iter().map(AcquirerPattern::pattern)).collect()
    }

    /// Like the standard queries, with a record of its own of the shapes that were given.
    #[cfg(test)]
    pub fn recording() -> Arc<Queries> {
        Arc::new(Queries::read(CALLS, HTTP).expect("the queries are those of this build"))
    }

    /// The shapes that calls were given since the last time this was asked. Without any other pattern of `calls.scm` they would have
    /// been the same.
    #[cfg(test)]
    pub fn take_used_shapes(&self) -> Vec<&'static str> {
        let patterns = self.calls.patterns.iter();
        patterns.filter(|pattern| pattern.is_used.swap(false, Ordering::Relaxed)).map(|pattern| pattern.shape).collect()
    }

    /// The patterns of `http.scm`.
    #[cfg(test)]
    pub fn acquirers(&self) -> &[AcquirerPattern] {
        &self.acquirers
    }

    /// Whether `http.scm` lists a function of a package, or a method of one of its types; an empty receiver stands for any type.
    /// `None` if it lists nothing of the package.
    pub fn lists(&self, package: &str, receiver: Option<&str>, name: &str) -> Option<bool> {
        let is_any = receiver == Some("");
        (package == HTTP_PACKAGE).then(|| {
            self.acquirers.iter().any(|row| {
                (row.receiver.as_deref() == receiver || is_any && row.receiver.is_some())
                    && row.names.iter().any(|known| known == name)
            })
        })
    }

    /// The shape of a call, or of an expression that is written like one; `None` if no pattern matches it.
    pub fn shape(&self, call: Node, text: &str) -> Option<CallShape> {
        CURSOR.with_borrow_mut(|cursor| {
            // Only the node itself: a search for calls in whole functions visits ten times as many nodes.
            cursor.set_max_start_depth(Some(0));
            let mut matches = cursor.matches(&self.calls.query, call, NO_TEXT);
            let found = matches.next()?;
            let pattern = &self.calls.patterns[found.pattern_index];
            #[cfg(test)]
            pattern.is_used.store(true, Ordering::Relaxed);
            let node = |capture: u32| found.captures().iter().find(|own| own.index == capture).map(|own| own.node);
            let names = pattern.candidate.and_then(node).map(|callee| names_in(callee, text));
            Some(CallShape { name: pattern.shape, names })
        })
    }

    /// Reads the two files. Fails with a sentence that names the file and what is wrong in it.
    fn read(calls: &'static str, http: &str) -> Result<Queries, String> {
        Ok(Queries { calls: read_calls(calls)?, acquirers: read_acquirers(http)? })
    }
}

/// The package whose functions `http.scm` lists.
const HTTP_PACKAGE: &str = "net/http";

/// The names in a callee: its own, or else all names inside of it.
fn names_in(callee: Node, text: &str) -> SmallVec<[NameHash; 2]> {
    let mut names = SmallVec::new();
    let mut note = |node: Node| {
        let name = text.as_bytes().get(node.byte_range()).unwrap_or_default();
        match kind(node) {
            Kind::FieldIdentifier => names.push(hash(name)),
            Kind::Identifier => names.push(plain_hash(name)),
            // In a type, `p.T` and `T`: the name of a generic function.
            Kind::TypeIdentifier => names.extend([hash(name), plain_hash(name)]),
            _ => return false,
        }
        true
    };
    if note(callee) {
        return names;
    }
    let mut cursor = callee.walk();
    loop {
        if !note(cursor.node()) && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return names;
            }
        }
    }
}

fn read_calls(text: &'static str) -> Result<CallQuery, String> {
    let file = "queries/calls.scm";
    let query = Query::new(&LANGUAGE, text).map_err(|error| format!("{file}: {error}"))?;
    let mut patterns = Vec::new();
    for number in 0..query.pattern_count() {
        let line = line_of(&query, text, number);
        let mut candidate = None;
        for predicate in query.general_predicates(number) {
            candidate = match (&*predicate.operator, &*predicate.args) {
                ("candidate?", [QueryPredicateArg::Capture(capture)]) if candidate.is_none() => Some(*capture),
                (operator, _) => return Err(format!("{file}:{line}: `#{operator}` is not understood here")),
            };
        }
        let shape = setting(&query, number, "shape").and_then(|shape| stored(text, &shape));
        let shape = shape.ok_or_else(|| format!("{file}:{line}: no `#set! shape \"word\"`"))?;
        patterns.push(CallPattern {
            shape,
            candidate,
            #[cfg(test)]
            is_used: AtomicBool::new(false),
        });
    }
    Ok(CallQuery { query, patterns })
}

/// A word, taken from a text that lives as long as the program and has it in quotes.
fn stored(text: &'static str, word: &str) -> Option<&'static str> {
    let at = text.find(&format!("\"{word}\""))?;
    text.get(at + 1..at + 1 + word.len())
}

/// The 1-based line on which a pattern starts.
fn line_of(query: &Query, text: &str, pattern: usize) -> usize {
    1 + text[..query.start_byte_for_pattern(pattern)].matches('\n').count()
}

fn read_acquirers(text: &str) -> Result<Vec<AcquirerPattern>, String> {
    let file = "queries/http.scm";
    let query = Query::new(&LANGUAGE, text).map_err(|error| format!("{file}: {error}"))?;
    let mut all = Vec::new();
    for number in 0..query.pattern_count() {
        let line = line_of(&query, text, number);
        let mut names = Vec::new();
        for predicate in query.general_predicates(number) {
            let (operator, args) = (&*predicate.operator, &*predicate.args);
            let [QueryPredicateArg::Capture(_), listed @ ..] = args else {
                return Err(format!("{file}:{line}: `#{operator}` asks for no captured name"));
            };
            if operator != "name?" {
                return Err(format!("{file}:{line}: `#{operator}` is not understood here"));
            }
            names.extend(listed.iter().filter_map(|arg| match arg {
                QueryPredicateArg::String(name) => Some(name.to_string()),
                QueryPredicateArg::Capture(_) => None,
            }));
        }
        let of_type = setting(&query, number, "type");
        let (package, receiver) = match of_type.as_deref().map(|path| path.rsplit_once('.')) {
            Some(Some((package, receiver))) => (package.to_string(), Some(receiver.to_string())),
            Some(None) => return Err(format!("{file}:{line}: `type` is not the path of a package and a name")),
            None => match setting(&query, number, "package") {
                Some(package) => (package, None),
                None => return Err(format!("{file}:{line}: neither `#set! package` nor `#set! type`")),
            },
        };
        if package != HTTP_PACKAGE || names.is_empty() {
            return Err(format!("{file}:{line}: a pattern names functions of {HTTP_PACKAGE}"));
        }
        all.push(AcquirerPattern { package, receiver, names });
    }
    Ok(all)
}

fn setting(query: &Query, pattern: usize, key: &str) -> Option<String> {
    let found = query.property_settings(pattern).iter().find(|setting| &*setting.key == key)?;
    found.value.as_deref().map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::tree::{children, parse};

    #[test]
    fn queries_have_a_head_and_one_node_a_line() {
        for (file, text) in [("calls.scm", CALLS), ("http.scm", HTTP)] {
            assert!(text.starts_with("; ") && text.lines().next().is_some_and(|line| line.ends_with('?')), "{file}");
            for line in text.lines().filter(|line| !line.starts_with(';')) {
                assert!(line.matches('(').count() <= 1, "{file}: {line}");
            }
        }
    }

    #[test]
    fn no_other_queries_lie_in_the_folder() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut found: Vec<String> = names.filter(|name| name.ends_with(".scm")).collect();
        found.sort();
        assert_eq!(found, ["calls.scm", "http.scm"], "a query that is not read in src/queries.rs decides nothing");
    }

    #[test]
    fn patterns_have_names_of_their_own() {
        let mut names = Queries::standard().patterns();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(Queries::without("method").is_ok() && Queries::without("net/http.Client").is_ok());
        assert_eq!(Queries::without("methods").unwrap_err(), "no query has a pattern `methods`");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let calls =
            "(call_expression\n  function: (identifier) @name\n  (#candidat? @name)\n  (#set! shape \"x\")) @call";
        assert_eq!(read_calls(calls).unwrap_err(), "queries/calls.scm:1: `#candidat?` is not understood here");
        let calls = "(call_expression) @call";
        assert_eq!(read_calls(calls).unwrap_err(), "queries/calls.scm:1: no `#set! shape \"word\"`");
        let http = "(identifier) @n\n\n((identifier) @n (#name? @n \"Get\") (#set! type \"http\"))";
        assert!(read_acquirers(http).unwrap_err().starts_with("queries/http.scm:1: neither"));
        let http = "((identifier) @n (#names? @n \"Get\"))";
        assert_eq!(read_acquirers(http).unwrap_err(), "queries/http.scm:1: `#names?` is not understood here");
    }

    /// The shapes of the calls in a statement, outer ones first, with their names as `.Do` and `fetch`.
    fn shapes(statement: &str) -> Vec<String> {
        let text = format!("package p\n\nfunc f() {{\n\t{statement}\n}}\n");
        let tree = parse(&text).unwrap();
        assert!(!tree.root_node().has_error(), "{statement}");
        let mut found = Vec::new();
        let mut open = vec![tree.root_node()];
        while let Some(node) = open.pop() {
            open.extend(children(node).into_iter().rev());
            if let Some(shape) = Queries::standard().shape(node, &text) {
                let words = ["Do", "Get", "Fetch", "fetch", "fetcher", "handlers", "do", "c", "i"];
                let written = |name: &NameHash| {
                    words.iter().find_map(|word| match *name {
                        known if known == hash(word.as_bytes()) => Some(format!(".{word}")),
                        known if known == plain_hash(word.as_bytes()) => Some((*word).to_string()),
                        _ => None,
                    })
                };
                let names = shape.names.iter().flatten().filter_map(written).collect::<Vec<_>>().join(" ");
                found.push(format!("{} {names}", shape.name).trim().to_string());
            }
        }
        found
    }

    #[test]
    fn every_call_has_one_shape() {
        for (statement, expected) in [
            ("resp, err := http.Get(u)", &["method .Get"][..]),
            ("c.hc.Do(req)", &["method .Do"]),
            ("defer fetch(u)", &["function fetch"]),
            ("fetch[T](u)", &["conversion .fetch fetch"]),
            ("pkg.Fetch[T, U](u)", &["conversion .Fetch Fetch"]),
            ("fetch[T, []U](u, v)", &["function fetch"]),
            ("fetch[T, U](u, v)", &["function fetch"]),
            ("pkg.Fetch[T, U](u, v)", &["method .Fetch"]),
            ("pkg.Fetch[[]T](u)", &["conversion .Fetch Fetch"]),
            ("fetch[*T](u, v)", &["element fetch"]),
            ("(fetch[T])(u)", &["parenthesized-type .fetch fetch"]),
            ("fetch[T](u, v)", &["element fetch"]),
            ("(fetch)(u)", &["parenthesized fetch"]),
            ("(c.Do)(req)", &["parenthesized c .Do"]),
            ("(*handlers[i])(u)", &["parenthesized-type .handlers handlers .i i"]),
            ("handlers[0](u)", &["element handlers"]),
            ("handlers[i](u)", &["conversion .handlers handlers .i i"]),
            ("fetcher()(u)", &["result fetcher", "function fetcher"]),
            ("fetcher[T](c)(u)", &["result .fetcher fetcher c", "conversion .fetcher fetcher"]),
            ("x.(fetcher)(u)", &["asserted .fetcher fetcher"]),
            ("func() { fetch(u) }()", &["literal", "function fetch"]),
            ("x := 1", &[]),
        ] {
            assert_eq!(shapes(statement), expected, "{statement}");
        }
    }
}
