//! The questions that are asked of trees as tree-sitter queries: `queries/*.scm`, one file for each.
//!
//! A query says where something stands; what it says in detail is read by Rust code from the node. Each query is compiled
//! once, and its captures are known by number from then on:
//!
//!     calls.scm   (identifier) @call.function   ->   (Shape::Function, node)
//!
//! Declarations and comments are no questions: they are found by their kind ([`crate::syntax::find_declaration`]).

use crate::syntax::{Field, Kind, LANGUAGE, children, field, kind};
use std::sync::LazyLock;
use tree_sitter::{Node, Query, QueryCursor, QueryMatch, StreamingIterator};

/// No query looks at the text of nodes.
const NO_TEXT: &[u8] = b"";

macro_rules! queries {
    ($($name:ident: $captures:ident = $file:literal { $($capture:ident = $text:literal),* $(,)? })*) => {
        $(
            struct $captures {
                query: Query,
                $($capture: u32,)*
            }

            static $name: LazyLock<$captures> = LazyLock::new(|| {
                let text = include_str!(concat!("../queries/", $file));
                let query = Query::new(&LANGUAGE, text).expect("the queries are made for this grammar");
                $(let $capture = query.capture_index_for_name($text).expect("the query has this capture");)*
                $captures { query, $($capture,)* }
            });
        )*

        /// Every query with its file and the captures that are asked for.
        #[cfg(test)]
        fn all() -> Vec<(&'static str, &'static Query, Vec<&'static str>)> {
            vec![$(($file, &$name.query, vec![$($text),*])),*]
        }
    };
}

queries! {
    CALLS: Calls = "calls.scm" {
        method = "call.method", function = "call.function", generic = "call.generic",
        parenthesized = "call.parenthesized", element = "call.element", result = "call.result", literal = "call.literal",
    }
}

/// How the callee of a call is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `x.f()`: the node is `f`.
    Method,
    /// `f()`: the node is `f`.
    Function,
    /// `f[T]()`, read as a type: the node is `f` or `f[T]`.
    Generic,
    /// `(f)()`: the node is `(f)`.
    Parenthesized,
    /// `fs[i]()`: the node is `fs[i]`.
    Element,
    /// `f()()`: the node is `f()`.
    Result,
    /// `func() {..}()`: the node is the literal.
    Literal,
}

/// The calls in a node, function literals included, by the shape of their callee.
pub fn calls(node: Node<'_>) -> Vec<(Shape, Node<'_>)> {
    let captures = &*CALLS;
    let mut found = Vec::new();
    each_match(&captures.query, node, None, |matched| {
        found.extend(matched.captures().iter().filter_map(|capture| {
            let shape = match capture.index {
                index if index == captures.method => Shape::Method,
                index if index == captures.function => Shape::Function,
                index if index == captures.generic => Shape::Generic,
                index if index == captures.parenthesized => Shape::Parenthesized,
                index if index == captures.element => Shape::Element,
                index if index == captures.result => Shape::Result,
                index if index == captures.literal => Shape::Literal,
                _ => return None,
            };
            Some((shape, capture.node))
        }));
    });
    found
}

/// The names by which something is called in a node, without what stands in front of the dot; sorted, each once. A value
/// that is handed on and called elsewhere is not among them: `retry(c.Get)` calls `retry`.
pub fn called_names<'text>(node: Node, text: &'text str) -> Vec<&'text str> {
    let names = calls(node).into_iter().filter_map(|(_, callee)| callee_name(callee));
    let mut names: Vec<&str> = names.filter_map(|name| text.get(name.byte_range())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The last name in a callee; `None` for literals and results of calls, whose own callee is a call of its own.
fn callee_name(callee: Node<'_>) -> Option<Node<'_>> {
    let mut at = callee;
    loop {
        at = match kind(at) {
            Kind::Identifier | Kind::FieldIdentifier | Kind::TypeIdentifier => return Some(at),
            Kind::SelectorExpression => field(at, Field::FieldName)?,
            Kind::QualifiedType => field(at, Field::Name)?,
            Kind::IndexExpression | Kind::UnaryExpression => field(at, Field::Operand)?,
            Kind::GenericType => field(at, Field::Type)?,
            Kind::ParenthesizedExpression
            | Kind::TypeInstantiationExpression
            | Kind::ParenthesizedType
            | Kind::PointerType => *children(at).first()?,
            _ => return None,
        };
    }
}

fn each_match<'tree>(
    query: &Query,
    node: Node<'tree>,
    deepest: Option<u32>,
    mut work: impl FnMut(&QueryMatch<'_, 'tree>),
) {
    let mut cursor = QueryCursor::new();
    cursor.set_max_start_depth(deepest);
    let mut matches = cursor.matches(query, node, NO_TEXT);
    while let Some(matched) = matches.next() {
        work(matched);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    #[test]
    fn every_query_compiles_and_every_capture_is_used() {
        for (file, query, used) in all() {
            let mut names = query.capture_names().to_vec();
            let mut used = used;
            names.sort_unstable();
            used.sort_unstable();
            assert_eq!(names, used, "{file}");
        }
    }

    #[test]
    fn queries_have_a_head_and_one_node_a_line() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ext| ext == "scm")).collect();
        assert_eq!(files.len(), all().len());
        for path in files {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("; ") && text.lines().next().unwrap().ends_with('?'), "{}", path.display());
            for line in text.lines().filter(|line| !line.starts_with(';')) {
                assert!(line.matches('(').count() <= 1, "{}: {line}", path.display());
            }
        }
    }

    fn in_function(statement: &str) -> String {
        format!("package p\n\nfunc f() {{\n\t{statement}\n}}\n")
    }

    fn shapes(statement: &str) -> Vec<Shape> {
        let tree = parse(&in_function(statement)).unwrap();
        assert!(!tree.root_node().has_error(), "{statement}");
        calls(tree.root_node()).into_iter().map(|(shape, _)| shape).collect()
    }

    fn names(statement: &str) -> String {
        let text = in_function(statement);
        called_names(parse(&text).unwrap().root_node(), &text).join(" ")
    }

    #[test]
    fn every_shape_of_call_is_found() {
        assert_eq!(shapes("resp, err := http.Get(u)"), [Shape::Method]);
        assert_eq!(shapes("c.hc.Do(req)"), [Shape::Method]);
        assert_eq!(shapes("fetch(u)"), [Shape::Function]);
        assert_eq!(shapes("go fetch(u)"), [Shape::Function]);
        assert_eq!(shapes("fetch[T](u)"), [Shape::Generic]);
        assert_eq!(shapes("pkg.Fetch[T](u)"), [Shape::Generic]);
        assert_eq!(shapes("(fetch)(u)"), [Shape::Parenthesized]);
        assert_eq!(shapes("(*c.do)(req)"), [Shape::Parenthesized]);
        assert_eq!(shapes("handlers[0](u)"), [Shape::Element]);
        assert_eq!(shapes("fetcher()(u)"), [Shape::Result, Shape::Function]);
        assert_eq!(shapes("func() { fetch(u) }()"), [Shape::Literal, Shape::Function]);
    }

    #[test]
    fn names_are_the_last_ones() {
        assert_eq!(names("resp, err := http.Get(u); defer resp.Body.Close()"), "Close Get");
        assert_eq!(names("c.client().Do(req(u))"), "Do client req");
        assert_eq!(names("(c.Do)(u); ((fetch))(u)"), "Do fetch");
        assert_eq!(names("handlers[0](u); (*m.do[i])(u)"), "do handlers");
        assert_eq!(names("fetch[T](u); pkg.Fetch[T](u); a.Two[T, U](u); two[T, []U](u, v)"), "Fetch Two fetch two");
        assert_eq!(names("one[*T](u, v); pkg.One[[]byte](u, v)"), "One one");
        assert_eq!(names("fetcher()(u); func() { inner() }()"), "fetcher inner");
        assert_eq!(names("retry(c.Get)"), "retry");
        assert_eq!(names("x := 1"), "");
    }
}
