//! Syntax around the call of a finding: its statement, the variables that it assigns, the statements that follow.
//!
//!     resp, err := http.Get(u)      // Acquisition { names: [resp, err], declares: true, .. }
//!     if err != nil { .. }          // following(statement); nil_test(condition, "err") == Some(NilWhenFalse)
//!
//! These functions read syntax only: they know neither types nor what a call does.

use crate::findings::finding::Finding;
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Source;
use tree_sitter::Node;

/// The acquiring call, and the statement that stores its results in variables.
#[derive(Clone, Debug)]
pub struct Acquisition<'t> {
    /// The call.
    pub call: Node<'t>,
    /// `resp, err := call`, or the bare call.
    pub statement: Node<'t>,
    /// The left side; empty for a bare call.
    pub names: Vec<Node<'t>>,
    /// Whether the statement declares its variables.
    pub declares: bool,
    /// The function or literal around it.
    pub function: Node<'t>,
}

/// The text of a node.
pub fn text<'s>(source: &'s Source, node: Node) -> &'s str {
    source.text().get(node.byte_range()).unwrap_or("")
}

/// The acquisition of a finding; `None` if the call stands inside a larger expression.
pub fn acquisition<'t>(source: &Source, root: Node<'t>, finding: &Finding) -> Option<Acquisition<'t>> {
    let call = call_at(source, root, finding)?;
    let function = ancestors(call).find(|node| is_function(*node))?;
    let parent = call.parent()?;
    if kind(parent) == Kind::ExpressionStatement {
        return Some(Acquisition { call, statement: parent, names: Vec::new(), declares: false, function });
    }
    if kind(parent) != Kind::ExpressionList || children(parent).len() != 1 {
        return None;
    }
    let holder = parent.parent()?;
    let (statement, left, declares) = match kind(holder) {
        Kind::ShortVarDeclaration => (holder, children(field(holder, Field::Left)?), true),
        Kind::AssignmentStatement if text(source, field(holder, Field::Operator)?) == "=" => {
            (holder, children(field(holder, Field::Left)?), false)
        }
        Kind::VarSpec => {
            let statement = ancestors(holder).find(|node| kind(*node) == Kind::VarDeclaration)?;
            let is_only = holder.parent() == Some(statement);
            (statement, crate::go::tree::fields(holder, Field::Name), is_only)
        }
        _ => return None,
    };
    // `var ( resp, err = f() )`: a line after it would belong to the group.
    let is_in_group = kind(holder) == Kind::VarSpec && !declares;
    (!is_in_group).then_some(Acquisition { call, statement, names: left, declares, function })
}

/// The call whose first line is the span of the finding.
fn call_at<'t>(source: &Source, root: Node<'t>, finding: &Finding) -> Option<Node<'t>> {
    let start = finding.span.start as usize;
    let leaf = root.descendant_for_byte_range(start, start + 1)?;
    let is_call = |node: &Node| matches!(kind(*node), Kind::CallExpression | Kind::TypeConversionExpression);
    let from_start = std::iter::once(leaf).chain(ancestors(leaf)).take_while(|node| node.start_byte() == start);
    from_start.filter(is_call).find(|node| {
        let first_line = text(source, *node).split('\n').next().unwrap_or("").trim_end();
        start + first_line.len() == finding.span.end as usize
    })
}

/// The nodes around a node, innermost first.
pub fn ancestors(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    std::iter::successors(node.parent(), |node| node.parent())
}

/// Whether a node is a function, method or function literal.
pub fn is_function(node: Node) -> bool {
    matches!(kind(node), Kind::FunctionDeclaration | Kind::MethodDeclaration | Kind::FuncLiteral)
}

/// Whether a node lies in a loop of its own function.
pub fn is_in_loop(node: Node) -> bool {
    ancestors(node).take_while(|node| !is_function(*node)).any(|node| kind(node) == Kind::ForStatement)
}

/// The statements that follow one in the same list, without comments.
pub fn following(statement: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    let is_in_list = statement.parent().is_some_and(|parent| kind(parent) == Kind::StatementList);
    let first = if is_in_list { statement.next_named_sibling() } else { None };
    std::iter::successors(first, |node| node.next_named_sibling()).filter(|node| !node.is_extra())
}

/// All identifiers below a node that are spelled `name`, in the order of the file.
pub fn mentions<'t>(source: &Source, node: Node<'t>, name: &str) -> Vec<Node<'t>> {
    let mut found = Vec::new();
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        if kind(node) == Kind::Identifier && text(source, node) == name {
            found.push(node);
        }
        let mut cursor = node.walk();
        let inside: Vec<Node> = node.named_children(&mut cursor).collect();
        stack.extend(inside.into_iter().rev());
    }
    found
}

/// Whether a node mentions a variable.
pub fn is_mentioned(source: &Source, node: Node, name: &str) -> bool {
    !mentions(source, node, name).is_empty()
}

/// Where control goes from a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaves {
    /// Out of the list of statements: `return`, `continue`.
    List,
    /// Out of the function: `return`.
    Function,
}

/// Whether control never reaches the end of a block.
pub fn never_falls_through(source: &Source, block: Node) -> bool {
    always_leaves(source, block, Leaves::List)
}

/// Whether a statement or block always ends the list of statements, or the function.
pub fn always_leaves(source: &Source, statement: Node, what: Leaves) -> bool {
    let leaves = |node: Node| always_leaves(source, node, what);
    match kind(statement) {
        Kind::ReturnStatement => true,
        Kind::BreakStatement | Kind::ContinueStatement | Kind::GotoStatement => what == Leaves::List,
        Kind::Block => children(statement).into_iter().any(|node| kind(node) == Kind::StatementList && leaves(node)),
        Kind::StatementList => children(statement).last().is_some_and(|last| leaves(*last)),
        Kind::IfStatement => {
            let both = [Field::Consequence, Field::Alternative].map(|block| field(statement, block));
            both.into_iter().all(|block| block.is_some_and(leaves))
        }
        Kind::ExpressionStatement => {
            let call = children(statement).into_iter().find(|node| kind(*node) == Kind::CallExpression);
            call.and_then(|call| field(call, Field::Function)).is_some_and(|callee| never_returns(source, callee))
        }
        _ => false,
    }
}

/// `panic`, `os.Exit`, `log.Fatal`, `t.Fatalf` and the like.
fn never_returns(source: &Source, callee: Node) -> bool {
    let name = match field(callee, Field::Selected) {
        Some(name) => text(source, name),
        None => return text(source, callee) == "panic",
    };
    let is_known = matches!(name, "FailNow" | "SkipNow" | "Skip" | "Skipf" | "Goexit");
    is_known || text(source, callee) == "os.Exit" || name.starts_with("Fatal") || name.starts_with("Panic")
}

/// Which branch of a condition proves that a variable is nil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NilTest {
    /// When the condition is false, the variable is nil: `err != nil`, `err != nil || x`.
    NilWhenFalse,
    /// When the condition is true, the variable is nil: `err == nil`, `err == nil && x`.
    NilWhenTrue,
}

/// Reads a condition as a nil test of a variable; `None` if neither branch proves anything.
pub fn nil_test(source: &Source, condition: Node, name: &str) -> Option<NilTest> {
    match kind(condition) {
        Kind::ParenthesizedExpression => nil_test(source, *children(condition).first()?, name),
        Kind::BinaryExpression => {
            let (left, right) = (field(condition, Field::Left)?, field(condition, Field::Right)?);
            let operator = text(source, field(condition, Field::Operator)?);
            let is_pair =
                |a: Node, b: Node| kind(a) == Kind::Identifier && text(source, a) == name && kind(b) == Kind::Nil;
            let either = |wanted: NilTest| {
                let sides = [left, right];
                sides.into_iter().any(|side| nil_test(source, side, name) == Some(wanted)).then_some(wanted)
            };
            match operator {
                "!=" if is_pair(left, right) || is_pair(right, left) => Some(NilTest::NilWhenFalse),
                "==" if is_pair(left, right) || is_pair(right, left) => Some(NilTest::NilWhenTrue),
                "||" => either(NilTest::NilWhenFalse),
                "&&" => either(NilTest::NilWhenTrue),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a statement always reads a field of what a variable points to, and so panics if the variable is nil.
pub fn dereferences(source: &Source, statement: Node, name: &str) -> bool {
    let heads: Vec<Node> = match kind(statement) {
        Kind::IfStatement => {
            [Field::Initializer, Field::Condition].iter().filter_map(|f| field(statement, *f)).collect()
        }
        Kind::ExpressionSwitchStatement => {
            [Field::Initializer, Field::Value].iter().filter_map(|f| field(statement, *f)).collect()
        }
        Kind::ExpressionStatement
        | Kind::ShortVarDeclaration
        | Kind::AssignmentStatement
        | Kind::VarDeclaration
        | Kind::ReturnStatement => vec![statement],
        // The receiver and the arguments of a deferred call are evaluated by the `defer` statement.
        Kind::DeferStatement => vec![statement],
        _ => Vec::new(),
    };
    let first = heads.into_iter().find_map(|head| mentions(source, head, name).into_iter().next());
    first.is_some_and(|node| is_field_read(node) && is_always_run(source, node, statement))
}

/// Whether an expression always reads a field of what a variable points to.
pub fn always_reads(source: &Source, expression: Node, name: &str) -> bool {
    let first = mentions(source, expression, name).into_iter().next();
    let around = expression.parent().unwrap_or(expression);
    first.is_some_and(|node| is_field_read(node) && is_always_run(source, node, around))
}

/// `resp.StatusCode`, `resp.Body.Close()`; not `resp.Method()`, whose receiver may be nil.
fn is_field_read(node: Node) -> bool {
    let Some(selector) = node.parent().filter(|parent| kind(*parent) == Kind::SelectorExpression) else {
        return false;
    };
    let is_operand = field(selector, Field::Operand) == Some(node);
    let is_called = selector
        .parent()
        .is_some_and(|call| kind(call) == Kind::CallExpression && field(call, Field::Function) == Some(selector));
    is_operand && !is_called
}

/// Whether a node is evaluated whenever its statement runs: it lies neither in a function literal nor on the right side
/// of `&&` or `||`.
fn is_always_run(source: &Source, node: Node, statement: Node) -> bool {
    let mut inner = node;
    for outer in ancestors(node).take_while(|outer| *outer != statement) {
        let is_right = field(outer, Field::Right) == Some(inner);
        let is_short = kind(outer) == Kind::BinaryExpression
            && field(outer, Field::Operator).is_some_and(|operator| matches!(text(source, operator), "&&" | "||"));
        if kind(outer) == Kind::FuncLiteral || is_short && is_right {
            return false;
        }
        inner = outer;
    }
    true
}

/// Whether a statement ends the test if an error is not nil, as `require.NoError(t, err)` does.
pub fn asserts_no_error(source: &Source, statement: Node, error: &str) -> bool {
    if kind(statement) != Kind::ExpressionStatement || !is_mentioned(source, statement, error) {
        return false;
    }
    let call = children(statement).into_iter().find(|node| kind(*node) == Kind::CallExpression);
    let Some(callee) = call.and_then(|call| field(call, Field::Function)) else {
        return false;
    };
    let (callee, whole) = (text(source, callee), text(source, statement));
    let name = callee.rsplit('.').next().unwrap_or("");
    let is_require = callee.starts_with("require.") || callee.contains(".Require().");
    let is_gotest = source.text().contains("\"gotest.tools") && callee.starts_with("assert.");
    match name {
        "NoError" | "NoErrorf" | "Nil" | "Nilf" => is_require,
        "NilError" => is_gotest,
        // `c.Assert(err, IsNil)` of gocheck and its forks.
        "Assert" => whole.contains("IsNil") && !whole.contains("Not(") && !is_gotest,
        _ => false,
    }
}
