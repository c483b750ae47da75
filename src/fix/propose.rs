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
use super::before_check::moved_after_check;
use super::discarded::named_and_closed;
use super::edit::Edit;
use super::guard::{behind_test, is_check_of, is_deferred_close, is_proved_at, is_read_before, is_tested_from};
use super::lines::{before, moved_to, without_comment};
use super::nodes::{
    Acquisition, acquisition, ancestors, following, is_function, is_in_loop, is_mentioned, mentions, text,
};
use super::passed_on::may_be_passed_on_before;
use super::place::{Spot, Sureness, error_name, spot};
use super::uses::{VariableUses, uses};
use crate::findings::finding::DeferStyle;
use crate::findings::finding::{Finding, StepKind};
use crate::findings::rule::Rule;
use crate::go::tree::{Field, Kind, children, field, kind};
use crate::ground::source::Source;
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
        Rule::ClosedBeforeCheck => {
            let safety = if finding.fix_hint.may_be_nil { Safety::Unsafe } else { Safety::Safe };
            add(moved_after_check(source, &acquisition, finding), safety);
        }
        Rule::DiscardedResponse => add(named_and_closed(source, &acquisition, finding), Safety::Unsafe),
        Rule::NeverClosed | Rule::LeaksOnPath | Rule::OverwrittenResponse => {
            if let Some(site) = FixSite::new(source, root, finding, acquisition, style) {
                let unread = site.closed_unread();
                let is_closed_elsewhere = site.uses.closes > 0;
                if let Some((edits, safety)) = site.deferred() {
                    add(Some(edits), safety);
                }
                if let Some((edits, safety)) = unread.clone().filter(|_| !is_closed_elsewhere) {
                    add(Some(edits), safety);
                }
                add(site.deferred_if_open(), Safety::Unsafe);
                add(site.closed_after_reading(), Safety::Unsafe);
                add(site.closed_before_overwriting(), Safety::Unsafe);
                add(site.closed_before_exit(), Safety::Unsafe);
                if let Some((edits, _)) = unread.filter(|_| is_closed_elsewhere) {
                    add(Some(edits), Safety::Unsafe);
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

    /// A `defer` after the error check, and whether it is safe.
    fn deferred(&self) -> Option<(Vec<Edit>, Safety)> {
        if !self.is_owned_here() || is_in_loop(self.acquisition.call) {
            return None;
        }
        let (spot, safety) = self.sure_spot()?;
        let needs_guard = self.needs_guard(&spot);
        if let Some(moved) = self.later_defer(&spot) {
            return moved_to(self.source, moved, &spot).filter(|_| !needs_guard).map(|edits| (edits, safety));
        }
        if !self.may_close_twice() || self.stands_beside_defer(&spot) {
            return None;
        }
        Some((vec![spot.insert(self.source, &self.guarded_if(needs_guard, self.defer_line())?)?], safety))
    }

    /// The place after the error check, behind a test of the response that directly follows.
    fn sure_spot(&self) -> Option<(Spot<'t>, Safety)> {
        let (spot, sureness) = spot(self.source, &self.acquisition, self.name)?;
        let spot = behind_test(self.source, &spot, self.name).unwrap_or(spot);
        Some((spot, if sureness == Sureness::Sure { Safety::Safe } else { Safety::Unsafe }))
    }

    /// Whether the response may be nil at a spot after the error check: the code below asks, or the callee can return that.
    fn needs_guard(&self, spot: &Spot) -> bool {
        let is_expected =
            || is_tested_from(self.source, self.acquisition.function, self.name, spot.offset().saturating_add(1));
        !is_proved_at(self.source, spot, self.name) && (self.finding.fix_hint.may_be_nil || is_expected())
    }

    /// A line, in an `if` that asks for the response where it may be nil. `None` if the variable is not the response.
    fn guarded_if(&self, is_guarded: bool, line: String) -> Option<Vec<String>> {
        match is_guarded {
            false => Some(vec![line]),
            true if !self.finding.fix_hint.is_response => None,
            true => Some(vec![format!("if {} != nil {{", self.name), format!("\t{line}"), "}".to_string()]),
        }
    }

    /// Whether a `defer` at a spot would stand beside another one that closes the same variable.
    fn stands_beside_defer(&self, spot: &Spot<'t>) -> bool {
        let next = match *spot {
            Spot::After(statement) => following(statement).next(),
            Spot::StartOf(block) => children(block).first().and_then(|list| children(*list).first().copied()),
            Spot::ElseOf(_) => None,
        };
        next.is_some_and(|next| is_deferred_close(self.source, next, self.name))
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

    /// `Close` after the error check, where nothing reads the body, and whether it is safe.
    fn closed_unread(&self) -> Option<(Vec<Edit>, Safety)> {
        if !self.is_owned_here() || !self.uses.body_reads.is_empty() || !self.may_close_twice() {
            return None;
        }
        let (spot, safety) = self.sure_spot()?;
        if self.stands_beside_defer(&spot) {
            return None;
        }
        let lines = self.guarded_if(self.needs_guard(&spot), self.close_line())?;
        Some((vec![spot.insert(self.source, &lines)?], safety))
    }

    /// `if err == nil { defer resp.Body.Close() }`, where there is no plain check.
    fn deferred_if_open(&self) -> Option<Vec<Edit>> {
        if !self.is_owned_here() || is_in_loop(self.acquisition.call) || !self.may_close_twice() {
            return None;
        }
        let error = error_name(self.source, &self.acquisition, self.name);
        let may_be_nil = self.finding.fix_hint.may_be_nil;
        let condition = match error.filter(|_| !may_be_nil) {
            Some(error) => format!("{error} == nil"),
            None if self.finding.fix_hint.is_response => format!("{} != nil", self.name),
            None => return None,
        };
        let spot = self.after_acquisition()?;
        // Directly above the check of the author it would be a second one.
        let next = following(self.acquisition.statement).next();
        let names: Vec<&str> = error.into_iter().chain([self.name]).collect();
        let is_assertion = |next: Node| {
            kind(next) == Kind::ExpressionStatement
                && error.is_some_and(|error| is_mentioned(self.source, next, error))
                && matches!(self.sure_spot(), Some((_, Safety::Safe)))
        };
        let is_checked = next.is_some_and(|next| is_check_of(self.source, next, &names) || is_assertion(next));
        if is_checked || self.stands_beside_defer(&spot) {
            return None;
        }
        let lines = [format!("if {condition} {{"), format!("\t{}", self.defer_line()), "}".to_string()];
        Some(vec![spot.insert(self.source, &lines)?])
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
        if self.may_be_passed_on_before(statement) {
            return None;
        }
        Some(vec![before(self.source, statement, &self.closing_lines(statement)?)?])
    }

    /// Whether the response may have been passed on before a statement.
    fn may_be_passed_on_before(&self, statement: Node) -> bool {
        let by_syntax = self.uses.escapes.iter().map(|node| node.byte_range());
        let places: Vec<_> = self.finding.fix_hint.escapes.iter().map(|span| span.range()).chain(by_syntax).collect();
        may_be_passed_on_before(self.source, self.root, &places, self.acquisition.statement, statement)
    }

    /// The lines that close the body before a statement, with a test where the response may be nil.
    fn closing_lines(&self, statement: Node<'t>) -> Option<Vec<String>> {
        let is_read = is_read_before(self.source, &self.acquisition, statement, self.name);
        self.guarded_if(!is_read && !self.is_checked_before(statement), self.close_line())
    }

    /// Whether the error check, or a test of the response, is passed on every way to a statement.
    fn is_checked_before(&self, statement: Node<'t>) -> bool {
        let Some((spot, Safety::Safe)) = self.sure_spot() else {
            return false;
        };
        let is_inside = match spot {
            Spot::After(check) => {
                let list = check.parent();
                ancestors(statement).any(|outer| Some(outer) == list) && statement.start_byte() >= check.end_byte()
            }
            Spot::StartOf(block) => ancestors(statement).any(|outer| outer == block),
            Spot::ElseOf(_) => false,
        };
        is_inside && !self.needs_guard(&spot)
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
        if self.may_be_passed_on_before(statement) {
            return None;
        }
        Some(vec![before(self.source, statement, &self.closing_lines(statement)?)?])
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
