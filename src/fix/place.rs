//! Where a `defer` can be inserted: after the error check, and never before it.
//!
//!     resp, err := http.Get(u)
//!     if err != nil { return err }     // Spot::After(this statement)
//!
//! The search gives up where the response is used otherwise before the place is found.

use super::edit::{Edit, after_line, indent, line_ending, starts_line};
use super::nodes::{
    self, Acquisition, NilTest, ancestors, asserts_no_error, dereferences, following, is_function, is_mentioned,
    never_falls_through, nil_test, text,
};
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Source;
use tree_sitter::Node;

/// A place for new lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot<'t> {
    /// After a statement.
    After(Node<'t>),
    /// At the beginning of a block.
    StartOf(Node<'t>),
    /// In an `else` that an `if` does not have yet.
    ElseOf(Node<'t>),
}

impl Spot<'_> {
    /// An offset: all code after it runs later than an insertion here.
    pub fn offset(&self) -> usize {
        match self {
            Spot::After(node) | Spot::ElseOf(node) => node.end_byte(),
            Spot::StartOf(block) => block.start_byte(),
        }
    }

    /// The edit that inserts lines here; `None` if the statement or block shares its line with other code.
    pub fn insert(&self, source: &Source, lines: &[String]) -> Option<Edit> {
        match *self {
            Spot::After(statement) => {
                let at = after_line(source, statement.end_byte())?;
                let indent = indent(source, statement.start_byte());
                starts_line(source, statement.start_byte()).then_some(())?;
                Some(Edit::insert(at, joined(lines, indent, line_ending(source, statement.end_byte() - 1))))
            }
            Spot::StartOf(block) => {
                let at = after_line(source, block.start_byte() + 1)?;
                let indent = format!("{}\t", indent(source, block.end_byte() - 1));
                starts_line(source, block.end_byte() - 1).then_some(())?;
                Some(Edit::insert(at, joined(lines, &indent, line_ending(source, block.start_byte()))))
            }
            Spot::ElseOf(statement) => {
                let brace = statement.end_byte() - 1;
                starts_line(source, brace).then_some(())?;
                let (outer, ending) = (indent(source, brace), line_ending(source, brace));
                let inside = joined(lines, &format!("{outer}\t"), ending);
                Some(Edit::insert(brace + 1, format!(" else {{{ending}{inside}{outer}}}")))
            }
        }
    }
}

/// The lines, each with an indentation and a line ending.
pub fn joined(lines: &[String], indent: &str, ending: &str) -> String {
    lines.iter().map(|line| format!("{indent}{line}{ending}")).collect()
}

/// The first place after the call where the response is known not to be nil, if the call returns none only with an error; and whether
/// that is sure: `log.Print(err)` is no check, although the code below it reads the response.
pub fn spot<'t>(source: &Source, acquisition: &Acquisition<'t>, response: &str) -> Option<(Spot<'t>, Sureness)> {
    let statement = acquisition.statement;
    let error = error_name(source, acquisition, response);
    let parent = statement.parent()?;
    if kind(parent) == Kind::IfStatement {
        return spot_in_if(source, parent, statement, error?).map(|spot| (spot, Sureness::Sure));
    }
    // `resp, _ := f()`: nothing can tell that there is a response but a test of it.
    let is_alone = acquisition.names.len() == 1;
    let mut search = PlacementSearch { source, response, error, is_error_seen: is_alone, is_error_checked: is_alone };
    let mut before = statement;
    let mut is_same_list = true;
    loop {
        match search.in_list(before, is_same_list) {
            Placement::Spot(spot) => return Some((spot, Sureness::Sure)),
            Placement::BeforeRead(spot, sureness) => return Some((spot, sureness)),
            Placement::No => return None,
            Placement::Nothing => {}
        }
        // The variable was declared outside the block, and the code after the block uses it.
        let outer = ancestors(before).find(|node| node.parent().is_some_and(|up| kind(up) == Kind::StatementList))?;
        let mut between = ancestors(before).take_while(|node| *node != outer).chain([outer]);
        if acquisition.declares || between.any(|node| is_function(node) || kind(node) == Kind::ForStatement) {
            return None;
        }
        before = outer;
        is_same_list = false;
    }
}

/// The variable of the error: the last one, if it is not the response.
pub fn error_name<'s>(source: &'s Source, acquisition: &Acquisition, response: &str) -> Option<&'s str> {
    let last = acquisition.names.last().filter(|node| kind(**node) == Kind::Identifier)?;
    let name = text(source, *last);
    (name != response && name != "_" && acquisition.names.len() > 1).then_some(name)
}

/// `if resp, err := f(); err != nil { .. }`
fn spot_in_if<'t>(source: &Source, parent: Node<'t>, statement: Node, error: &str) -> Option<Spot<'t>> {
    if field(parent, Field::Initializer) != Some(statement) {
        return None;
    }
    match nil_test(source, field(parent, Field::Condition)?, error)? {
        NilTest::NilWhenTrue => Some(Spot::StartOf(field(parent, Field::Consequence)?)),
        NilTest::NilWhenFalse => match field(parent, Field::Alternative) {
            None => Some(Spot::ElseOf(parent)),
            Some(block) if kind(block) == Kind::Block => Some(Spot::StartOf(block)),
            Some(_) => None,
        },
    }
}

/// Whether the response is certainly there at a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// A test has shown it.
    Sure,
    /// The code that follows takes it to be there.
    Likely,
}

enum Placement<'t> {
    Spot(Spot<'t>),
    /// Before a statement that reads a field of the response.
    BeforeRead(Spot<'t>, Sureness),
    /// The response is used before any place is found.
    No,
    /// The list ends without a use of the response.
    Nothing,
}

struct PlacementSearch<'a> {
    source: &'a Source,
    response: &'a str,
    error: Option<&'a str>,
    /// Whether a statement before has read the error.
    is_error_seen: bool,
    /// Whether one of them ends the function if there is an error: `check(err)`.
    is_error_checked: bool,
}

impl PlacementSearch<'_> {
    fn in_list<'t>(&mut self, start: Node<'t>, may_trust_checks: bool) -> Placement<'t> {
        let mut before = start;
        for next in following(start) {
            if may_trust_checks && let Some(found) = self.check(next) {
                return found;
            }
            if is_mentioned(self.source, next, self.response) {
                return match self.is_error_seen && dereferences(self.source, next, self.response) {
                    true if self.is_error_checked => Placement::BeforeRead(Spot::After(before), Sureness::Sure),
                    true => Placement::BeforeRead(Spot::After(before), Sureness::Likely),
                    false => Placement::No,
                };
            }
            self.note_error(next);
            before = next;
        }
        Placement::Nothing
    }

    /// The place after or inside a test of the error or the response.
    fn check<'t>(&self, next: Node<'t>) -> Option<Placement<'t>> {
        if self.error.is_some_and(|error| asserts_no_error(self.source, next, error)) {
            return Some(Placement::Spot(Spot::After(next)));
        }
        if kind(next) != Kind::IfStatement {
            return None;
        }
        if let Some(first) = field(next, Field::Initializer)
            && [Some(self.response), self.error]
                .into_iter()
                .flatten()
                .any(|name| is_mentioned(self.source, first, name))
        {
            return None;
        }
        let condition = field(next, Field::Condition)?;
        let block = field(next, Field::Consequence)?;
        let test = |name| nil_test(self.source, condition, name);
        let alternative = field(next, Field::Alternative);
        let on_error = self.error.and_then(test);
        match (on_error, alternative) {
            (Some(NilTest::NilWhenTrue), _) => Some(Placement::Spot(Spot::StartOf(block))),
            (Some(NilTest::NilWhenFalse), Some(other)) if kind(other) == Kind::Block => {
                Some(Placement::Spot(Spot::StartOf(other)))
            }
            (Some(NilTest::NilWhenFalse), Some(_)) => Some(Placement::No),
            (Some(NilTest::NilWhenFalse), None) if never_falls_through(self.source, block) => {
                Some(Placement::Spot(Spot::After(next)))
            }
            _ => self.response_check(next, condition, block),
        }
    }

    /// `if resp == nil { return }`
    fn response_check<'t>(&self, next: Node<'t>, condition: Node, block: Node<'t>) -> Option<Placement<'t>> {
        match (nil_test(self.source, condition, self.response)?, field(next, Field::Alternative)) {
            (NilTest::NilWhenTrue, None)
                if is_only_nil_test(self.source, condition) && never_falls_through(self.source, block) =>
            {
                Some(Placement::Spot(Spot::After(next)))
            }
            (NilTest::NilWhenFalse, _) if is_only_nil_test(self.source, condition) => {
                Some(Placement::Spot(Spot::StartOf(block)))
            }
            _ => None,
        }
    }

    /// A reassigned error says nothing more about the response.
    fn note_error(&mut self, statement: Node) {
        let Some(error) = self.error else {
            return;
        };
        let mentions = nodes::mentions(self.source, statement, error);
        self.is_error_seen |= !mentions.is_empty();
        self.is_error_checked |= !mentions.is_empty() && may_check(self.source, statement);
        let is_written = mentions.iter().any(|node| {
            let list = node.parent().filter(|list| kind(*list) == Kind::ExpressionList);
            let holder = list.and_then(|list| list.parent());
            holder.is_some_and(|holder| field(holder, Field::Left) == list)
        });
        if is_written {
            self.error = None;
        }
    }
}

/// Whether a statement is a call that may end the function, as `check(err)` does; printing and soft assertions do not.
fn may_check(source: &Source, statement: Node) -> bool {
    let goes_on = ["log.", "fmt.", "assert.", "t.Log", "t.Error"];
    kind(statement) == Kind::ExpressionStatement
        && !goes_on.iter().any(|callee| text(source, statement).starts_with(callee))
}

fn is_only_nil_test(source: &Source, condition: Node) -> bool {
    kind(condition) == Kind::BinaryExpression
        && field(condition, Field::Operator).is_some_and(|operator| matches!(text(source, operator), "==" | "!="))
        && children(condition).len() == 2
}
