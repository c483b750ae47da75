//! From a finding to edits that may fix it, the best first. [`super`] applies them and checks whether they do.
//!
//! Safe edits:
//!
//! * a `defer` after the error check, moved there if it stands further down;
//! * `Close` after the check where nothing reads the body (in a loop too);
//! * `defer resp.Body.Close()` moved from before the check to after it;
//! * a comment that silences nothing is removed.
//!
//! Unsafe edits, which need a review:
//!
//! * a guarded `defer` where there is no plain check;
//! * `Close` before one `return` of a function from which the response escapes on other paths;
//! * `Close` before the variable is reassigned;
//! * `Close` right after the body was read in a loop;
//! * a name, and a `Close`, for a discarded response.

use super::Safety;
use super::edit::{Edit, after_line, indent, line_around, line_ending, starts_line};
use super::nodes::{
    Acquisition, NilTest, acquisition, ancestors, dereferences, following, is_function, is_in_loop, is_mentioned,
    mentions, never_falls_through, nil_test, text,
};
use super::place::{Spot, error_name, joined, spot};
use super::uses::{VariableUses, uses};
use crate::findings::finding::DeferStyle;
use crate::findings::finding::{Finding, StepKind};
use crate::findings::rule::Rule;
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::{Source, Span};
use crate::meaning::resource::Resource;
use tree_sitter::Node;

/// Edits that are made together or not at all.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The edits.
    pub edits: Vec<Edit>,
    /// Whether they need a review.
    pub safety: Safety,
}

/// The edits that may fix a finding, the best first.
pub fn proposals(source: &Source, root: Node, finding: &Finding, style: DeferStyle) -> Vec<Proposal> {
    let mut found = Vec::new();
    let mut add = |edits: Option<Vec<Edit>>, safety: Safety| {
        found.extend(edits.map(|edits| Proposal { edits, safety }));
    };
    if finding.rule == Rule::UnusedSuppression {
        add(without_comment(source, finding.span), Safety::Safe);
        return found;
    }
    let Some(acquisition) = acquisition(source, root, finding) else {
        return found;
    };
    match finding.rule {
        Rule::ClosedBeforeCheck => add(moved_after_check(source, &acquisition, finding), Safety::Safe),
        Rule::DiscardedResponse => add(named_and_closed(source, &acquisition, finding), Safety::Unsafe),
        Rule::NeverClosed | Rule::LeaksOnPath | Rule::OverwrittenResponse => {
            if let Some(site) = FixSite::new(source, root, finding, acquisition, style) {
                add(site.deferred(), Safety::Safe);
                let is_closed_elsewhere = site.uses.closes > 0;
                if !is_closed_elsewhere {
                    add(site.closed_unread(), Safety::Safe);
                }
                add(site.deferred_if_open(), Safety::Unsafe);
                add(site.closed_after_reading(), Safety::Unsafe);
                add(site.closed_before_overwriting(), Safety::Unsafe);
                add(site.closed_before_exit(), Safety::Unsafe);
                if is_closed_elsewhere {
                    add(site.closed_unread(), Safety::Unsafe);
                }
            }
        }
        // Which function has to change, and how, is up to its author.
        Rule::DeferInLoop | Rule::UnusedSuppression | Rule::ReadAfterClose => {}
    }
    found
}

/// A leak whose response is held by a local variable.
struct FixSite<'a, 't> {
    source: &'a Source,
    root: Node<'t>,
    finding: &'a Finding,
    resource: &'static Resource,
    acquisition: Acquisition<'t>,
    style: DeferStyle,
    /// The name of the variable.
    name: &'a str,
    /// `resp.Body.Close()`
    close: &'a str,
    uses: VariableUses<'t>,
}

impl<'a, 't> FixSite<'a, 't> {
    fn new(
        source: &'a Source,
        root: Node<'t>,
        finding: &'a Finding,
        acquisition: Acquisition<'t>,
        style: DeferStyle,
    ) -> Option<FixSite<'a, 't>> {
        let close = finding.fix_hint.close.as_deref()?;
        let name = close.split('.').next()?;
        let is_named = |node: &Node| kind(*node) == Kind::Identifier && text(source, *node) == name;
        acquisition.names.iter().find(|node| is_named(node))?;
        if !acquisition.declares && kind(acquisition.function) == Kind::FuncLiteral {
            // The variable belongs to the function around the literal, which may use it too.
            let outer = ancestors(acquisition.function).filter(|node| is_function(*node)).last()?;
            let own = acquisition.function.byte_range();
            if mentions(source, outer, name).iter().any(|node| !own.contains(&node.start_byte())) {
                return None;
            }
        }
        let resource = finding.resource?;
        let uses = uses(source, acquisition.function, acquisition.statement, name, resource.closer);
        Some(FixSite { source, root, finding, resource, acquisition, style, name, close, uses })
    }

    /// Whether the body never leaves the function. After `101 Switching Protocols` the body is the connection, which
    /// often outlives the function without a mention of the response.
    fn is_owned_here(&self) -> bool {
        let words = text(self.source, self.acquisition.function);
        let is_connection = words.contains("SwitchingProtocols") || words.contains("ijack");
        self.uses.is_local && !self.finding.fix_hint.is_escaped && !is_connection
    }

    /// Whether a second `Close` is harmless. It is for the body of a response; for closers of no known kind that is not known.
    fn may_close_twice(&self) -> bool {
        let is_of_resource = match self.resource.closer {
            Some(field) => self.close.ends_with(&format!(".{field}.Close()")),
            None => self.finding.fix_hint.is_response,
        };
        self.uses.closes == 0 || self.resource.may_close_twice && is_of_resource
    }

    /// Whether the variable or its body is reassigned after the call.
    fn is_rewritten(&self) -> bool {
        let end = self.acquisition.statement.end_byte();
        self.uses.rewrites.iter().any(|node| node.start_byte() >= end)
    }

    /// The `defer` to insert. A deferred literal reads the variable when the function ends, so where the variable is
    /// reassigned the plain form is written, which closes the right body.
    fn defer_line(&self) -> String {
        let close = self.close;
        match self.style {
            DeferStyle::DeferFunc if !self.is_rewritten() => format!("defer func() {{ _ = {close} }}()"),
            _ => format!("defer {close}"),
        }
    }

    fn close_line(&self) -> String {
        let close = self.close;
        match self.style {
            DeferStyle::Defer => close.to_string(),
            DeferStyle::DeferFunc => format!("_ = {close}"),
        }
    }

    /// A `defer` after the error check.
    fn deferred(&self) -> Option<Vec<Edit>> {
        if !self.is_owned_here() || is_in_loop(self.acquisition.call) {
            return None;
        }
        let spot = spot(self.source, &self.acquisition, self.name)?;
        if let Some(moved) = self.later_defer(&spot) {
            return moved_to(self.source, moved, &spot);
        }
        if !self.may_close_twice() {
            return None;
        }
        Some(vec![spot.insert(self.source, &[self.defer_line()])?])
    }

    /// The `defer` that closes the same body further down in the same list, if the variable is not reassigned before
    /// it.
    fn later_defer(&self, spot: &Spot<'t>) -> Option<Node<'t>> {
        let Spot::After(anchor) = *spot else {
            return None;
        };
        let is_close = |node: &Node| kind(*node) == Kind::DeferStatement && self.is_plain_close(*node);
        let later = following(anchor).find(is_close)?;
        let between = anchor.end_byte()..later.start_byte();
        let is_rewritten = self.uses.rewrites.iter().any(|node| between.contains(&node.start_byte()));
        (!is_rewritten).then_some(later)
    }

    fn is_plain_close(&self, statement: Node) -> bool {
        let words: String = text(self.source, statement).split_whitespace().collect();
        let close = self.close;
        [format!("defer{close}"), format!("deferfunc(){{{close}}}()"), format!("deferfunc(){{_={close}}}()")]
            .contains(&words)
    }

    /// `Close` after the error check, where nothing reads the body.
    fn closed_unread(&self) -> Option<Vec<Edit>> {
        if !self.is_owned_here() || !self.uses.body_reads.is_empty() || !self.may_close_twice() {
            return None;
        }
        let spot = spot(self.source, &self.acquisition, self.name)?;
        Some(vec![spot.insert(self.source, &[self.close_line()])?])
    }

    /// `if err == nil { defer resp.Body.Close() }`, where there is no plain check.
    fn deferred_if_open(&self) -> Option<Vec<Edit>> {
        if !self.is_owned_here() || is_in_loop(self.acquisition.call) || !self.may_close_twice() {
            return None;
        }
        let condition = match error_name(self.source, &self.acquisition, self.name) {
            Some(error) => format!("{error} == nil"),
            None if self.finding.fix_hint.is_response => format!("{} != nil", self.name),
            None => return None,
        };
        let lines = [format!("if {condition} {{"), format!("\t{}", self.defer_line()), "}".to_string()];
        Some(vec![self.after_acquisition()?.insert(self.source, &lines)?])
    }

    /// After the statement of the call, if it stands in a list.
    fn after_acquisition(&self) -> Option<Spot<'t>> {
        let statement = self.acquisition.statement;
        statement.parent().is_some_and(|parent| kind(parent) == Kind::StatementList).then_some(Spot::After(statement))
    }

    /// `Close` after `data, err := io.ReadAll(resp.Body)`, where nothing reads the body later.
    fn closed_after_reading(&self) -> Option<Vec<Edit>> {
        if !self.is_owned_here() || !self.may_close_twice() {
            return None;
        }
        let [read] = &self.uses.body_reads[..] else {
            return None;
        };
        let statement =
            ancestors(*read).find(|node| node.parent().is_some_and(|up| kind(up) == Kind::StatementList))?;
        let is_simple = matches!(
            kind(statement),
            Kind::ShortVarDeclaration | Kind::AssignmentStatement | Kind::ExpressionStatement
        );
        let is_in_list = following(self.acquisition.statement).any(|node| node == statement);
        // `r := bufio.NewReader(resp.Body)` reads later.
        let left = field(statement, Field::Left).map_or(0, |left| children(left).len());
        let is_whole =
            kind(statement) == Kind::ExpressionStatement || left == 2 || is_error_only(self.source, statement);
        if !is_simple || !is_in_list || !is_whole {
            return None;
        }
        let reads_on = ["NewReader", "NewScanner", "NewDecoder"];
        let words = text(self.source, statement);
        if reads_on.iter().any(|name| words.contains(name)) && !words.contains(".Decode(") {
            return None;
        }
        Some(vec![Spot::After(statement).insert(self.source, &[self.close_line()])?])
    }

    /// `Close` before `resp, err = c.Do(req)`, where the previous response is still open.
    fn closed_before_overwriting(&self) -> Option<Vec<Edit>> {
        if self.finding.rule != Rule::OverwrittenResponse
            || !self.finding.fix_hint.is_response
            || self.acquisition.declares
        {
            return None;
        }
        let statement = self.last_step_statement(StepKind::Leak).filter(|_| !self.uses.runs_later)?;
        let right = field(statement, Field::Right)?;
        let writes = field(statement, Field::Left).is_some_and(|left| is_mentioned(self.source, left, self.name));
        if kind(statement) != Kind::AssignmentStatement || !writes || is_mentioned(self.source, right, self.name) {
            return None;
        }
        Some(vec![before(self.source, statement, &self.guarded_close())?])
    }

    /// `Close` before a `return` that leaves the body open, where the response escapes on another path.
    fn closed_before_exit(&self) -> Option<Vec<Edit>> {
        let statement = self.last_step_statement(StepKind::Exit).filter(|_| !self.uses.runs_later)?;
        if kind(statement) != Kind::ReturnStatement || !self.finding.fix_hint.is_response {
            return None;
        }
        let is_own = ancestors(statement).find(|node| is_function(*node)) == Some(self.acquisition.function);
        let reads_body = mentions(self.source, statement, self.name).iter().any(|node| {
            let selector = node.parent().filter(|parent| kind(*parent) == Kind::SelectorExpression);
            let member = selector.and_then(|selector| field(selector, Field::Selected));
            member.is_none_or(|member| !self.resource.plain_members.contains(&text(self.source, member)))
        });
        if !is_own || reads_body {
            return None;
        }
        let lines = match self.is_known_open(statement) {
            true => vec![self.close_line()],
            false => self.guarded_close(),
        };
        Some(vec![before(self.source, statement, &lines)?])
    }

    /// Whether a condition around a statement has read a field of the response, so that it is not nil.
    fn is_known_open(&self, statement: Node) -> bool {
        let mut outer = ancestors(statement).take_while(|node| !is_function(*node));
        outer.any(|node| kind(node) == Kind::IfStatement && dereferences(self.source, node, self.name))
    }

    fn guarded_close(&self) -> Vec<String> {
        vec![format!("if {} != nil {{", self.name), format!("\t{}", self.close_line()), "}".to_string()]
    }

    /// The statement of the last step, if that is of the wanted kind.
    fn last_step_statement(&self, wanted: StepKind) -> Option<Node<'t>> {
        let step = self.finding.steps.last().filter(|step| step.kind == wanted)?;
        let start = step.span.start as usize;
        let leaf = self.root.descendant_for_byte_range(start, start + 1)?;
        let mut around = std::iter::once(leaf).chain(ancestors(leaf)).take_while(|node| !is_function(*node));
        around.find(|node| node.parent().is_some_and(|up| kind(up) == Kind::StatementList))
    }
}

/// `err = json.NewDecoder(resp.Body).Decode(&v)`
fn is_error_only(source: &Source, statement: Node) -> bool {
    let left = field(statement, Field::Left).map_or("", |left| text(source, left));
    left == "err" || left == "_"
}

/// Inserts lines before a statement and the comments above it; `None` if the statement does not start its line.
fn before(source: &Source, statement: Node, lines: &[String]) -> Option<Edit> {
    starts_line(source, statement.start_byte()).then_some(())?;
    let (mut start, _) = line_around(source, statement.start_byte());
    while start > 0 {
        let (above, _) = line_around(source, start - 1);
        if !source.text().get(above..start)?.trim_start().starts_with("//") {
            break;
        }
        start = above;
    }
    let indent = indent(source, statement.start_byte());
    Some(Edit::insert(start, joined(lines, indent, line_ending(source, statement.start_byte()))))
}

/// Moves a statement, with the comments above it, to a spot.
fn moved_to(source: &Source, statement: Node, spot: &Spot) -> Option<Vec<Edit>> {
    starts_line(source, statement.start_byte()).then_some(())?;
    let end = after_line(source, statement.end_byte())?;
    let (mut start, _) = line_around(source, statement.start_byte());
    while start > spot.offset() {
        let (above, _) = line_around(source, start - 1);
        if above < spot.offset() || !source.text().get(above..start)?.trim_start().starts_with("//") {
            break;
        }
        start = above;
    }
    let target = spot.insert(source, &[])?;
    let ending = line_ending(source, statement.end_byte() - 1);
    let text = source.text().get(start..end)?;
    let text = if text.ends_with('\n') { text.to_string() } else { format!("{text}{ending}") };
    if target.start == start {
        return None;
    }
    let (start, end) = without_blank_line(source, start, end);
    Some(vec![Edit::insert(target.start, text), Edit::delete(start, end)])
}

/// The lines to delete, extended by a blank line that would be left at the edge of a block or beside another blank
/// line.
fn without_blank_line(source: &Source, start: usize, end: usize) -> (usize, usize) {
    let line_before = start.checked_sub(1).map(|at| line_around(source, at));
    let before = line_before.and_then(|(from, to)| source.text().get(from..to)).unwrap_or("");
    let (from, to) = line_around(source, end);
    let after = source.text().get(from..to).unwrap_or("").trim();
    let is_closing = after.starts_with(['}', ')']) || after.starts_with("case ") || after.starts_with("default:");
    let is_blank = before.trim().is_empty();
    match line_before {
        Some((from, _)) if is_blank && (after.is_empty() || is_closing) => (from, end),
        _ if after.is_empty() && before.trim_end().ends_with('{') => (start, to),
        _ => (start, end),
    }
}

/// Moves `defer resp.Body.Close()` from directly before the error check to after it.
fn moved_after_check(source: &Source, acquisition: &Acquisition, finding: &Finding) -> Option<Vec<Edit>> {
    let close = finding.fix_hint.close.as_deref()?;
    let name = close.split('.').next()?;
    let error = error_name(source, acquisition, name)?;
    let mut later = following(acquisition.statement);
    let (deferred, check) = (later.next()?, later.next()?);
    if kind(deferred) != Kind::DeferStatement || kind(check) != Kind::IfStatement {
        return None;
    }
    let condition = field(check, Field::Condition)?;
    let is_check = nil_test(source, condition, error) == Some(NilTest::NilWhenFalse)
        && kind(condition) == Kind::BinaryExpression
        && never_falls_through(source, field(check, Field::Consequence)?)
        && field(check, Field::Alternative).is_none()
        && field(check, Field::Initializer).is_none();
    let mentions_error = is_mentioned(source, deferred, error);
    let is_used = is_mentioned(source, field(check, Field::Consequence)?, name);
    if !is_check || mentions_error || is_used || !is_mentioned(source, deferred, name) {
        return None;
    }
    moved_to(source, deferred, &Spot::After(check))
}

/// `http.Get(u)` and `_, err := http.Get(u)`: names the response and closes it.
fn named_and_closed(source: &Source, acquisition: &Acquisition, finding: &Finding) -> Option<Vec<Edit>> {
    if !finding.fix_hint.is_plain_call {
        return None;
    }
    let resource = finding.resource?;
    let name = fresh_name(source, acquisition.function, resource)?;
    let close = resource.close_of(name);
    let statement = acquisition.statement;
    let [first, error] = &acquisition.names[..] else {
        return if_opened(source, acquisition, name, &close);
    };
    let error = text(source, *error);
    if text(source, *first) != "_" || !acquisition.declares {
        let is_blank = text(source, *first) == "_" && error == "_";
        return is_blank.then(|| if_opened(source, acquisition, name, &close)).flatten();
    }
    let spot = spot(source, acquisition, name).or_else(|| match kind(statement.parent()?) {
        Kind::StatementList => Some(Spot::After(statement)),
        _ => None,
    })?;
    let lines = match spot == Spot::After(statement) {
        true => vec![format!("if {error} == nil {{"), format!("\t{close}"), "}".to_string()],
        false => vec![close],
    };
    let named = Edit { start: first.start_byte(), end: first.end_byte(), text: name.to_string() };
    Some(vec![named, spot.insert(source, &lines)?])
}

/// `if resp, err := http.Get(u); err == nil { resp.Body.Close() }`
fn if_opened(source: &Source, acquisition: &Acquisition, name: &str, close: &str) -> Option<Vec<Edit>> {
    let (statement, call) = (acquisition.statement, acquisition.call);
    let is_alone = starts_line(source, statement.start_byte())
        && after_line(source, statement.end_byte()).is_some()
        && kind(statement.parent()?) == Kind::StatementList;
    if !is_alone || statement.end_byte() != call.end_byte() {
        return None;
    }
    let (indent, ending) = (indent(source, statement.start_byte()), line_ending(source, call.end_byte() - 1));
    let front = format!("if {name}, err := ");
    let block = format!("{indent}\t{close}{ending}{indent}}}{ending}");
    let start = Edit { start: statement.start_byte(), end: call.start_byte(), text: front };
    let after = after_line(source, statement.end_byte())?;
    Some(vec![start, Edit::insert(call.end_byte(), "; err == nil {".to_string()), Edit::insert(after, block)])
}

/// A variable name that the function does not use yet.
fn fresh_name(source: &Source, function: Node, resource: &Resource) -> Option<&'static str> {
    let outer = ancestors(function).filter(|node| is_function(*node)).last().unwrap_or(function);
    resource.variables.into_iter().find(|name| !is_mentioned(source, outer, name))
}

/// Deletes a comment, with its line if nothing else stands there.
fn without_comment(source: &Source, comment: Span) -> Option<Vec<Edit>> {
    let (start, end) = (comment.start as usize, comment.end as usize);
    let (line_start, next_line) = line_around(source, start);
    let end = end.min(source.text().len());
    let rest = source.text().get(end..next_line)?;
    if !rest.trim().is_empty() {
        return None;
    }
    let front = source.text().get(line_start..start)?;
    if front.trim().is_empty() {
        let (start, end) = without_blank_line(source, line_start, next_line);
        return Some(vec![Edit::delete(start, end)]);
    }
    let code = line_start + front.trim_end().len();
    let end = start + source.text().get(start..end)?.trim_end().len();
    Some(vec![Edit::delete(code, end)])
}
