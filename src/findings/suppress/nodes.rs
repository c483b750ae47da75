//! The lines of comments and nodes in a file.
//!
//! A [`Layout`] is all that suppression needs of a tree: comment groups as Go's parser forms them, and the lines of the
//! nodes that Go's syntax tree has too. The tree itself does not leave this file.

use crate::go::tree;
use crate::ground::source::{Source, Span};
use tree_sitter::Node;

/// The comments of a file and the nodes around them.
#[derive(Debug, Default)]
pub struct Layout {
    /// Comment groups in the order of the file.
    pub groups: Vec<Group>,
    /// Nodes below the file, parents before children.
    pub nodes: Vec<NodeLines>,
    /// The nodes that are simple statements, by where they end.
    statements: Vec<(usize, usize)>,
    package_line: Option<usize>,
}

/// Comments that only white space, and no blank line, separates. Lines and columns are 1-based, columns in bytes.
#[derive(Debug)]
pub struct Group {
    /// The comments.
    pub comments: Vec<Comment>,
    /// The line of the first comment.
    pub first_line: usize,
    /// The last line of the last comment.
    pub last_line: usize,
    /// The column of the first comment.
    pub column: usize,
    /// Whether code precedes the first comment in its line.
    pub is_trailing: bool,
}

/// One comment.
#[derive(Debug)]
pub struct Comment {
    /// From `//` to the end of the line, or from `/*` to `*/`.
    pub span: Span,
}

/// The lines of one node.
#[derive(Debug)]
pub struct NodeLines {
    /// The line it starts in.
    pub first_line: usize,
    /// The line it ends in.
    pub last_line: usize,
    /// The column it starts in.
    pub column: usize,
    end: usize,
    is_simple_statement: bool,
}

impl Layout {
    /// The layout of a file. `None` if it cannot be parsed at all; a file with syntax errors has a layout.
    pub fn read(source: &Source) -> Option<Layout> {
        let tree = tree::parse(source.text())?;
        let mut layout = Layout::default();
        tree::each_node_below(tree.root_node(), |node| layout.add(node, node.kind()));
        for comment in tree::comments(tree.root_node()) {
            layout.add_comment(source, comment);
        }
        let simple = layout.nodes.iter().enumerate().filter(|(_, node)| node.is_simple_statement);
        layout.statements = simple.map(|(number, node)| (node.end, number)).collect();
        layout.statements.sort_unstable();
        Some(layout)
    }

    /// Whether the group stands directly above the package clause or in its line.
    pub fn is_at_package_clause(&self, group: &Group) -> bool {
        self.package_line.is_some_and(|line| match group.is_trailing {
            true => group.first_line == line,
            false => group.last_line + 1 == line,
        })
    }

    /// The first line of the statement that ends directly before a trailing comment.
    pub fn statement_before(&self, group: &Group) -> Option<usize> {
        let start = group.comments.first()?.span.start as usize;
        let before = self.statements.partition_point(|(end, _)| *end <= start);
        let (_, last) = self.statements.get(before.checked_sub(1)?)?;
        let node = &self.nodes[*last];
        (node.last_line == group.first_line).then_some(node.first_line)
    }

    /// The line of the first node below the group.
    pub fn next_node_line(&self, group: &Group) -> Option<usize> {
        let first = self.nodes.partition_point(|node| node.first_line <= group.last_line);
        self.nodes.get(first).map(|node| node.first_line)
    }

    /// The nodes that start in a line.
    pub fn starting_in(&self, line: usize) -> &[NodeLines] {
        // Parents come before children, so the nodes are sorted by first line.
        let first = self.nodes.partition_point(|node| node.first_line < line);
        let end = self.nodes.partition_point(|node| node.first_line <= line);
        &self.nodes[first..end]
    }

    fn add(&mut self, node: Node, kind: &str) {
        let first_line = node.start_position().row + 1;
        if kind == "package_clause" {
            self.package_line.get_or_insert(first_line);
        }
        if !node.is_named() || is_unknown_to_go(kind) {
            return;
        }
        self.nodes.push(NodeLines {
            first_line,
            last_line: node.end_position().row + 1,
            column: node.start_position().column + 1,
            end: node.end_byte(),
            is_simple_statement: is_simple_statement(kind),
        });
    }

    /// Adds a comment to the last group if Go's parser would: after code only comments of the same line form a group,
    /// elsewhere those of neighbouring lines.
    fn add_comment(&mut self, source: &Source, node: Node) {
        let span = Span::new(node.start_byte(), node.end_byte());
        let first_line = node.start_position().row + 1;
        let last_line = node.end_position().row + 1;
        if let Some(group) = self.groups.last_mut() {
            let reach = group.last_line + usize::from(!group.is_trailing);
            let end = group.comments.last().map_or(0, |last| last.span.end);
            let between = between(source, end, span.start);
            if first_line <= reach && between.trim().is_empty() {
                group.last_line = last_line;
                group.comments.push(Comment { span });
                return;
            }
        }
        let line_start = source.line_start(first_line);
        let before = between(source, line_start, span.start);
        self.groups.push(Group {
            comments: vec![Comment { span }],
            first_line,
            last_line,
            column: node.start_position().column + 1,
            is_trailing: !before.trim_start_matches('\u{feff}').trim().is_empty(),
        });
    }
}

fn between(source: &Source, start: u32, end: u32) -> &str {
    source.slice(Span { start, end })
}

/// Whether Go's syntax tree lacks this kind of node. A comment above the first statement must not cover the whole list.
fn is_unknown_to_go(kind: &str) -> bool {
    matches!(
        kind,
        "ERROR"
            | "argument_list"
            | "comment"
            | "expression_list"
            | "for_clause"
            | "import_spec_list"
            | "literal_value"
            | "package_clause"
            | "range_clause"
            | "statement_list"
            | "var_spec_list"
    )
}

/// Whether a statement has no block, so that a comment after its last line covers all of its lines.
fn is_simple_statement(kind: &str) -> bool {
    matches!(
        kind,
        "assignment_statement"
            | "defer_statement"
            | "expression_statement"
            | "go_statement"
            | "return_statement"
            | "send_statement"
            | "short_var_declaration"
            | "var_declaration"
    )
}
