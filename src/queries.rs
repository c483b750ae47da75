//! The questions that are asked of trees as tree-sitter queries: `queries/*.scm`, one file for each.
//!
//! A query says where something stands; what it says in detail is read by Rust code from the node. Each query is compiled
//! once, and its captures are known by number from then on:
//!
//!     declarations.scm   (type_spec) @declaration.type   ->   Declaration::Type(node)
//!
//! Statements and expressions are no questions: [`crate::lower`] walks over all of them anyway.

use crate::syntax::LANGUAGE;
use std::sync::LazyLock;
use tree_sitter::{Node, Query, QueryCursor, QueryMatch, StreamingIterator};

/// Specs in a group, `import ( "a" )`, lie three levels below the file. With this limit the query over declarations of a
/// parsed file costs a sixth of one that visits all nodes.
const DEEPEST_DECLARATION: u32 = 3;

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
    IMPORTS: Imports = "imports.scm" { name = "import.name", path = "import.path" }
    DECLARATIONS: Declarations = "declarations.scm" {
        package = "package.name", ty = "declaration.type", function = "declaration.function",
        variables = "declaration.variables", constant = "declaration.constant", damaged = "declaration.damaged",
    }
    DIRECTIVES: Directives = "directives.scm" { comment = "directive.comment" }
}

/// `import name "path"`.
#[derive(Clone, Copy, Debug)]
pub struct ImportSpec<'tree> {
    /// The name, `.` or `_`.
    pub name: Option<Node<'tree>>,
    /// The quoted path.
    pub path: Node<'tree>,
}

/// Something that a file declares at top level.
#[derive(Clone, Copy, Debug)]
pub enum Declaration<'tree> {
    /// The name in the package clause.
    Package(Node<'tree>),
    /// A `type_spec` or `type_alias`.
    Type(Node<'tree>),
    /// A `function_declaration` or `method_declaration`.
    Function(Node<'tree>),
    /// A `var_declaration`, with one spec or a group.
    Variables(Node<'tree>),
    /// A `const_spec`.
    Constant(Node<'tree>),
    /// What could not be parsed.
    Damaged(Node<'tree>),
}

/// The import specs of a file, in order.
pub fn imports(root: Node<'_>) -> Vec<ImportSpec<'_>> {
    let mut found = Vec::new();
    each_match(&IMPORTS.query, root, Some(DEEPEST_DECLARATION), |matched| {
        let mut name = None;
        for capture in matched.captures() {
            if capture.index == IMPORTS.name {
                name = Some(capture.node);
            } else if capture.index == IMPORTS.path {
                found.push(ImportSpec { name, path: capture.node });
            }
        }
    });
    found
}

/// What a file declares, in order.
pub fn declarations(root: Node<'_>) -> Vec<Declaration<'_>> {
    let captures = &*DECLARATIONS;
    let mut found = Vec::new();
    each_match(&captures.query, root, Some(DEEPEST_DECLARATION), |matched| {
        found.extend(matched.captures().iter().filter_map(|capture| {
            let node = capture.node;
            match capture.index {
                index if index == captures.package => Some(Declaration::Package(node)),
                index if index == captures.ty => Some(Declaration::Type(node)),
                index if index == captures.function => Some(Declaration::Function(node)),
                index if index == captures.variables => Some(Declaration::Variables(node)),
                index if index == captures.constant => Some(Declaration::Constant(node)),
                index if index == captures.damaged => Some(Declaration::Damaged(node)),
                _ => None,
            }
        }));
    });
    found
}

/// The comments of a file, in order.
pub fn comments(root: Node<'_>) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    each_match(&DIRECTIVES.query, root, None, |matched| {
        found.extend(matched.nodes_for_capture_index(DIRECTIVES.comment));
    });
    found
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
    fn imports_have_names_and_paths() {
        let text = "package p\nimport \"a\"\nimport (\n\t. \"b\"\n\t_ `c`\n\tname \"d\" // why\n)\n";
        let tree = parse(text).unwrap();
        let written = |node: Node| &text[node.byte_range()];
        let found: Vec<_> =
            imports(tree.root_node()).into_iter().map(|spec| (spec.name.map(written), written(spec.path))).collect();
        assert_eq!(found, [(None, "\"a\""), (Some("."), "\"b\""), (Some("_"), "`c`"), (Some("name"), "\"d\"")]);
    }

    #[test]
    fn declarations_are_those_of_the_file() {
        let text = "package p\ntype ( a int; b = a )\nvar x, y = 1, func() { type no int; var no int }\nvar (\n\tz = 1\n)\n\
                    const c = 1\nfunc f() { type no int; const no = 1 }\nfunc (a) g() {}\n";
        let tree = parse(text).unwrap();
        let shown: Vec<String> =
            declarations(tree.root_node()).iter().map(|declaration| format!("{declaration:?}")).collect();
        let count = |start: &str| shown.iter().filter(|text| text.starts_with(start)).count();
        assert_eq!(
            [count("Package"), count("Type"), count("Variables"), count("Constant"), count("Function"), shown.len()],
            [1, 2, 2, 1, 2, 8]
        );
    }

    #[test]
    fn comments_are_found_everywhere() {
        let text = "// a\npackage p // b\n\nfunc f( /* c */ ) {\n\tx() // d\n\t// e\n}\n";
        let tree = parse(text).unwrap();
        let found: Vec<&str> = comments(tree.root_node()).into_iter().map(|node| &text[node.byte_range()]).collect();
        assert_eq!(found, ["// a", "// b", "/* c */", "// d", "// e"]);
    }
}
