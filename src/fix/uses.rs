//! The uses of the variable that holds a response, as far as an edit depends on them.
//!
//!     decode(resp.Body)      // Body
//!     resp.StatusCode        // Harmless
//!     s.last = resp          // Escape
//!
//! The analysis says whether a response escapes. This module forms a second opinion from syntax alone, and an edit is
//! made only if both agree: each mention of the variable must have one of a few forms that leave the body to the
//! function.

use super::nodes::{ancestors, is_function, mentions, text};
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Source;
use tree_sitter::Node;

/// The uses of a variable and its aliases after the acquisition.
#[derive(Clone, Debug, Default)]
pub struct VariableUses<'t> {
    /// Whether no mention lets the body leave the function.
    pub is_local: bool,
    /// Whether a goroutine or a stored literal uses it.
    pub runs_later: bool,
    /// The mentions by which it escapes.
    pub escapes: Vec<Node<'t>>,
    /// The mentions that may read the body.
    pub body_reads: Vec<Node<'t>>,
    /// The statements that reassign the variable or its body.
    pub rewrites: Vec<Node<'t>>,
    /// How often `Close` is mentioned, deferred or not.
    pub closes: usize,
}

/// The uses of `name` in `function` outside the statement that assigns it.
///
/// `closer` is the field that is closed, `Body` of a response; `None` if the value is closed itself.
pub fn uses<'t>(
    source: &Source,
    function: Node<'t>,
    statement: Node<'t>,
    name: &str,
    closer: Option<&str>,
) -> VariableUses<'t> {
    let mut all = VariableUses { is_local: true, ..VariableUses::default() };
    let mut names = vec![name.to_string()];
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        next += 1;
        for node in mentions(source, function, &name) {
            if statement.byte_range().contains(&node.start_byte()) {
                continue;
            }
            match read(source, function, node, closer) {
                VariableUse::Harmless => {}
                VariableUse::Body => all.body_reads.push(node),
                VariableUse::Close => all.closes += 1,
                VariableUse::Rewrite(statement) => all.rewrites.push(statement),
                VariableUse::Alias(alias) => {
                    all.body_reads.push(node);
                    if !names.contains(&alias) {
                        names.push(alias);
                    }
                }
                VariableUse::Escape => {
                    all.is_local = false;
                    all.escapes.push(node);
                }
                VariableUse::Later => {
                    all.is_local = false;
                    all.runs_later = true;
                }
            }
        }
    }
    all
}

enum VariableUse<'t> {
    /// A field other than the body, or a test for nil.
    Harmless,
    /// The body is read here, or passed to a function that the analysis has summarized.
    Body,
    /// The body is closed here.
    Close,
    /// The variable or its body is reassigned.
    Rewrite(Node<'t>),
    /// `other := resp`: another variable of the function holds it too.
    Alias(String),
    /// It is stored, sent, returned, or used in a form that is not known.
    Escape,
    /// It is used by a goroutine or a stored literal.
    Later,
}

fn read<'t>(source: &Source, function: Node<'t>, node: Node<'t>, closer: Option<&str>) -> VariableUse<'t> {
    if runs_at_another_time(function, node) {
        return VariableUse::Later;
    }
    let Some(parent) = node.parent() else {
        return VariableUse::Escape;
    };
    if kind(parent) != Kind::SelectorExpression || field(parent, Field::Operand) != Some(node) {
        return value_use(source, node, VariableUse::Body);
    }
    let member = field(parent, Field::Selected).map_or("", |name| text(source, name));
    match member {
        _ if closer == Some(member) => body_use(source, parent),
        "Close" => VariableUse::Close,
        _ if is_callee(parent) => VariableUse::Body,
        _ => VariableUse::Harmless,
    }
}

/// The use of `resp.Body`.
fn body_use<'t>(source: &Source, body: Node<'t>) -> VariableUse<'t> {
    let Some(parent) = body.parent() else {
        return VariableUse::Escape;
    };
    if kind(parent) == Kind::SelectorExpression {
        let is_close = field(parent, Field::Selected).is_some_and(|name| text(source, name) == "Close");
        return match (is_close, is_callee(parent)) {
            (true, true) => VariableUse::Close,
            // A method value may escape.
            (true, false) => VariableUse::Escape,
            (false, _) => VariableUse::Body,
        };
    }
    value_use(source, body, VariableUse::Body)
}

fn is_callee(selector: Node) -> bool {
    let call = selector.parent().filter(|call| kind(*call) == Kind::CallExpression);
    call.is_some_and(|call| field(call, Field::Function) == Some(selector))
}

/// The use of a whole value, the response or its body.
fn value_use<'t>(source: &Source, value: Node<'t>, as_argument: VariableUse<'t>) -> VariableUse<'t> {
    let Some(parent) = value.parent() else {
        return VariableUse::Escape;
    };
    match kind(parent) {
        Kind::ArgumentList => as_argument,
        Kind::BinaryExpression => VariableUse::Harmless,
        Kind::ParameterDeclaration | Kind::VarSpec => VariableUse::Rewrite(parent),
        Kind::ExpressionList => {
            let Some(holder) = parent.parent() else {
                return VariableUse::Escape;
            };
            let is_left = field(holder, Field::Left) == Some(parent);
            match kind(holder) {
                Kind::ShortVarDeclaration | Kind::AssignmentStatement if is_left => VariableUse::Rewrite(holder),
                Kind::ShortVarDeclaration => {
                    alias(source, holder, parent, value).map_or(VariableUse::Escape, VariableUse::Alias)
                }
                _ => VariableUse::Escape,
            }
        }
        _ => VariableUse::Escape,
    }
}

/// The variable that `:=` assigns a value to.
fn alias(source: &Source, holder: Node, right: Node, value: Node) -> Option<String> {
    let position = children(right).iter().position(|node| *node == value)?;
    let left = children(field(holder, Field::Left)?);
    let name = left.get(position).filter(|node| kind(**node) == Kind::Identifier)?;
    Some(text(source, *name).to_string())
}

/// Whether a node lies in a goroutine, or in a literal that is neither deferred nor called on the spot.
fn runs_at_another_time(function: Node, node: Node) -> bool {
    ancestors(node).take_while(|outer| *outer != function).any(|outer| match kind(outer) {
        Kind::GoStatement => true,
        _ if !is_function(outer) => false,
        _ => {
            let call = outer.parent().filter(|call| kind(*call) == Kind::CallExpression);
            call.is_none_or(|call| field(call, Field::Function) != Some(outer))
        }
    })
}
