//! Tests: the facts that they show, and where one cannot succeed or cannot fail.
//!
//!     if err != nil { .. }           inside `err` is not nil, after it nil; if it is known to be nil, nothing inside is reached
//!     if resp.StatusCode == 200      known by the comparison: a later one of the same expression follows from it

use super::access_path::AccessPathId;
use super::state::{ExprFact, LOCAL_SYMBOL, State, Status, symbol};
use super::value::{Handle, Value};
use super::walk::Explorer;
use crate::go::body::{
    BlockId, Comparison, ConstOperand, End, EventKind, ExprId, Operand, PlaceId, PureTree, Rvalue, SlotKind, Test,
    TypeId,
};
use crate::go::outline::{ConstValue, Name};
use crate::meaning::effect::Fact;
use crate::program::Type;
use smallvec::{SmallVec, smallvec};

/// How many constants are noted from which an expression differs; in a `switch` with more cases the later ones are not.
const MOST_EXCLUDED: usize = 40;

/// The states in which a test holds and in which it does not; `None` where it cannot be so.
type BranchStates = (Option<State>, Option<State>);

impl Explorer<'_> {
    /// The states in which a test holds and does not; `None` where it cannot be so.
    pub(super) fn test(&mut self, state: State, test: &Test) -> BranchStates {
        let (yes, no) = self.tested(state, test);
        match test {
            Test::Compare { expr, .. } => {
                let yes = yes.map(|state| self.without_empty(state, *expr));
                (yes, no.map(|state| self.without_empty(state, *expr)))
            }
            _ => (yes, no),
        }
    }

    fn tested(&mut self, state: State, test: &Test) -> BranchStates {
        match test {
            Test::Always(true) => (Some(state), None),
            Test::Always(false) => (None, Some(state)),
            Test::Unknown => (Some(state.clone()), Some(state)),
            Test::IsNil(place) => self.is_nil(state, *place),
            Test::Flag(place) => self.flag(state, *place),
            Test::TypeIs(place, ty) => self.has_type(state, *place, *ty),
            Test::Equal(left, right, expr) => {
                let (yes, no) = self.equal(state, *left, *right);
                let Some(expr) = *expr else {
                    return (yes, no);
                };
                // An earlier test of the same two values still holds.
                let yes = yes.and_then(|state| self.compare_int(state, expr, Comparison::Equal, 0).0);
                let no = no.and_then(|state| self.compare_int(state, expr, Comparison::Equal, 0).1);
                (yes, no)
            }
            Test::Compare { expr, op, value } => self.compare(state, *expr, *op, value),
        }
    }

    fn is_nil(&mut self, state: State, place: PlaceId) -> BranchStates {
        let path = self.path(place);
        match self.lookup(&state, path).is_nil() {
            Some(true) => (Some(state), None),
            Some(false) => (None, Some(state)),
            None => {
                let (mut yes, no) = self.fork(state, path, Fact::Nil);
                // To call a function that is nil has no effect: `if s.stop != nil { s.stop() }` calls it on both branches.
                if let Some(yes) = &mut yes
                    && self.may_be_called(place)
                {
                    self.note_called(yes, path);
                }
                (yes, no)
            }
        }
    }

    fn flag(&mut self, state: State, place: PlaceId) -> BranchStates {
        if self.body.slot(place).kind == SlotKind::Global
            && let ConstValue::Bool(value) = self.resolver.constant(place)
        {
            return if value { (Some(state), None) } else { (None, Some(state)) };
        }
        let path = self.path(place);
        match self.lookup(&state, path).fact {
            Some(Fact::True) => (Some(state), None),
            Some(Fact::False) => (None, Some(state)),
            _ => self.fork(state, path, Fact::True),
        }
    }

    /// A value that has a type is not nil.
    fn has_type(&mut self, state: State, place: PlaceId, ty: TypeId) -> BranchStates {
        let path = self.path(place);
        if self.lookup(&state, path).is_nil() == Some(true) {
            return (None, Some(state));
        }
        match self.holds_type(&state, place, &self.body_type(ty)) {
            Some(true) => (Some(state), None),
            Some(false) => (None, Some(state)),
            None => self.fork_if_true(state, path, Fact::NonNil),
        }
    }

    /// The states after a test whose result is open: a fact holds in one, its opposite in the other.
    fn fork(&mut self, state: State, path: AccessPathId, fact: Fact) -> BranchStates {
        let (mut yes, mut no) = (state.clone(), state);
        self.refine(&mut yes, path, fact);
        if let Some(opposite) = fact.opposite() {
            self.refine(&mut no, path, opposite);
        }
        (Some(yes), Some(no))
    }

    /// The states after a test that shows a fact if it succeeds, and nothing if it fails.
    fn fork_if_true(&mut self, state: State, path: AccessPathId, fact: Fact) -> BranchStates {
        let (mut yes, no) = (state.clone(), state);
        self.refine(&mut yes, path, fact);
        (Some(yes), Some(no))
    }

    fn equal(&mut self, state: State, left: PlaceId, right: PlaceId) -> BranchStates {
        let (left, right) = (self.path(left), self.path(right));
        // An open response is not nil, without a fact that says so.
        let fact = |value: Value| value.fact.or((value.is_nil() == Some(false)).then_some(Fact::NonNil));
        match (fact(self.lookup(&state, left)), fact(self.lookup(&state, right))) {
            (Some(Fact::Nil), Some(Fact::Nil)) => (Some(state), None),
            (Some(Fact::Nil), Some(Fact::NonNil)) | (Some(Fact::NonNil), Some(Fact::Nil)) => (None, Some(state)),
            (Some(Fact::True), Some(Fact::False)) | (Some(Fact::False), Some(Fact::True)) => (None, Some(state)),
            (Some(fact), None) => self.fork_if_true(state, right, fact),
            (None, Some(fact)) => self.fork_if_true(state, left, fact),
            _ => (Some(state.clone()), Some(state)),
        }
    }

    fn compare(&mut self, state: State, expr: ExprId, op: Comparison, value: &ConstOperand) -> BranchStates {
        if let ConstOperand::Named(place, 0) = value
            && op == Comparison::Equal
            && let Some(states) = self.compare_with_variable(&state, expr, *place)
        {
            return states;
        }
        let constant = self.constant_value(value);
        if let Some(holds) = self.is_known_to_hold(&state, expr, op, &constant) {
            return if holds { (Some(state), None) } else { (None, Some(state)) };
        }
        match (constant, op) {
            (ConstValue::Int(value), _) => self.compare_int(state, expr, op, value),
            (ConstValue::Text(text), Comparison::Equal) => compare_text(state, expr, &text),
            _ => (Some(state.clone()), Some(state)),
        }
    }

    /// The states in which an expression is equal to a constant, and in which it is not.
    pub(super) fn compare_constant(&mut self, state: State, expr: ExprId, constant: &ConstValue) -> BranchStates {
        match constant {
            ConstValue::Int(value) => self.compare_int(state, expr, Comparison::Equal, *value),
            ConstValue::Text(text) => compare_text(state, expr, text),
            ConstValue::Bool(_) | ConstValue::Unknown => (Some(state.clone()), Some(state)),
        }
    }

    /// Whether a comparison of a variable with a constant holds, if the variable is known to be a constant: a caller has passed it.
    fn is_known_to_hold(&mut self, state: &State, expr: ExprId, op: Comparison, constant: &ConstValue) -> Option<bool> {
        let place = self.body.exprs[expr.index()].place()?;
        let path = self.path(place);
        match (self.lookup(state, path).fact?, constant, op) {
            (Fact::Int(known), ConstValue::Int(value), Comparison::Equal) => Some(known == *value),
            (Fact::Int(known), ConstValue::Int(value), Comparison::Less) => Some(known < *value),
            (Fact::Int(known), ConstValue::Int(value), Comparison::AtMost) => Some(known <= *value),
            (known @ Fact::Text(_), ConstValue::Text(text), Comparison::Equal) if !is_symbol(text) => {
                Some(Fact::of_constant(constant) == Some(known))
            }
            _ => None,
        }
    }

    fn compare_int(&mut self, state: State, expr: ExprId, op: Comparison, value: i64) -> BranchStates {
        let (low, high) = self.range(&state, expr);
        let without = match state.expr(expr) {
            Some(ExprFact::Int(_, _, without)) => without.clone(),
            _ => SmallVec::new(),
        };
        compare_range(state, expr, (low, high, without), op, value)
    }

    pub(super) fn constant_value(&self, value: &ConstOperand) -> ConstValue {
        match value {
            ConstOperand::Literal(value) => value.clone(),
            ConstOperand::Named(place, plus) => match self.resolver.constant(*place) {
                ConstValue::Int(value) => ConstValue::Int(value.saturating_add(*plus)),
                // Not known, but the same name is the same value.
                ConstValue::Unknown => ConstValue::Text(match self.resolver.constant_name(*place) {
                    Some(name) => symbol(&name, *plus),
                    None => Name::new(format!("{LOCAL_SYMBOL}{}{plus:+}", self.body.describe(*place))),
                }),
                known => known,
            },
        }
    }

    /// A range loop begins: what is known of its key is of another run of the loop. Blocks of the loop are made after its head.
    pub(super) fn begin_range(&mut self, from: BlockId, to: BlockId, state: &mut State) {
        if let End::Iterate { over: Some(over), body, .. } = &self.body.blocks[to.index()].end
            && from < to
            && !state.exprs.is_empty()
            && let Some(key) = self.range_key(*over, *body)
        {
            let path = self.path(key);
            self.drop_exprs(state, path);
        }
    }

    fn range_key(&self, over: PlaceId, body: BlockId) -> Option<PlaceId> {
        self.body.blocks[body.index()].events.iter().find_map(|event| match &event.kind {
            EventKind::Make { to, value: Rvalue::RangeKey(Operand::Place(from)) } if *from == over => Some(*to),
            _ => None,
        })
    }

    /// Whether the iteration of a range loop that has just ended is known to be the last one, by a test of its key.
    ///
    ///     for i, link := range links {
    ///         ..
    ///         if i < len(links)-1 { resp.Body.Close() }    else i is the last one
    ///     }
    pub(super) fn is_last_iteration(&self, state: &State, over: PlaceId, body: BlockId) -> bool {
        if state.exprs.is_empty() {
            return false;
        }
        let Some(key) = self.range_key(over, body) else {
            return false;
        };
        let number = match self.resolver.constant(over) {
            ConstValue::Int(value) if self.body.slot(over).kind == SlotKind::Global => Some(value),
            _ => None,
        };
        let is_key = |tree: &PureTree| tree.place() == Some(key);
        let is_end = |tree: &PureTree| match tree {
            PureTree::Len(of) => of.place() == Some(over),
            tree => tree.place() == Some(over),
        };
        state.exprs.iter().any(|(expr, fact)| {
            let ExprFact::Int(low, high, _) = fact else {
                return false;
            };
            match &self.body.exprs[expr.index()].tree {
                PureTree::Difference(sides) => {
                    let [left, right] = &**sides;
                    is_key(left) && is_end(right) && *low >= -1 || is_end(left) && is_key(right) && *high <= 1
                }
                tree => is_key(tree) && number.is_some_and(|number| *low >= number.saturating_sub(1)),
            }
        })
    }

    /// `err == io.EOF`, `resp.Body == http.NoBody`: a package variable that is not nil.
    fn compare_with_variable(&mut self, state: &State, expr: ExprId, global: PlaceId) -> Option<BranchStates> {
        let place = self.body.exprs[expr.index()].place()?;
        let path = self.path(place);
        let value = self.lookup(state, path);
        if value.handle == Handle::Body && self.is_no_body(global) {
            let mut yes = state.clone();
            yes.resolve(Status::Absent);
            return Some((Some(yes), Some(state.clone())));
        }
        let is_nilable = is_compared_with_globals(&self.resolver.place_type(place));
        if !is_nilable {
            return None;
        }
        if value.is_nil() == Some(true) {
            return Some((None, Some(state.clone())));
        }
        let mut yes = state.clone();
        self.refine(&mut yes, path, Fact::NonNil);
        Some((Some(yes), Some(state.clone())))
    }
}

/// The states in which an expression, which has a value in a range without some values, compares so with a number and does not.
fn compare_range(
    state: State,
    expr: ExprId,
    (low, high, without): (i64, i64, SmallVec<[i64; 2]>),
    op: Comparison,
    value: i64,
) -> BranchStates {
    let (yes, no) = match op {
        Comparison::Equal => {
            let mut others = without.clone();
            if let Err(at) = others.binary_search(&value)
                && others.len() < MOST_EXCLUDED
            {
                others.insert(at, value);
            }
            // A value at the border moves the border.
            let low_no = if low == value { value.saturating_add(1) } else { low };
            let high_no = if high == value { value.saturating_sub(1) } else { high };
            ((low.max(value), high.min(value), without), (low_no, high_no, others))
        }
        Comparison::Less => {
            ((low, high.min(value.saturating_sub(1)), without.clone()), (low.max(value), high, without))
        }
        Comparison::AtMost => {
            ((low, high.min(value), without.clone()), (low.max(value.saturating_add(1)), high, without))
        }
    };
    let with = |mut state: State, (low, high, mut without): (i64, i64, SmallVec<[i64; 2]>)| {
        without.retain(|value| low <= *value && *value <= high);
        if low > high || low == high && without.contains(&low) {
            return None;
        }
        state.set_expr(expr, ExprFact::Int(low, high, without));
        Some(state)
    };
    (with(state.clone(), yes), with(state, no))
}

/// Whether a text stands for a constant of which only the name is known.
fn is_symbol(text: &Name) -> bool {
    text.starts_with('=')
}

fn compare_text(state: State, expr: ExprId, text: &Name) -> BranchStates {
    match state.expr(expr) {
        Some(ExprFact::Text(known)) if known == text => (Some(state), None),
        Some(ExprFact::Text(known)) if !is_symbol(known) && !is_symbol(text) => (None, Some(state)),
        Some(ExprFact::NotText(others)) if others.contains(text) => (None, Some(state)),
        Some(ExprFact::Text(_)) => (Some(state.clone()), Some(state)),
        other => {
            let mut others = match other {
                Some(ExprFact::NotText(others)) => others.clone(),
                _ => smallvec![],
            };
            let (mut yes, mut no) = (state.clone(), state.clone());
            yes.set_expr(expr, ExprFact::Text(text.clone()));
            if let Err(at) = others.binary_search(text)
                && others.len() < MOST_EXCLUDED
            {
                others.insert(at, text.clone());
            }
            no.set_expr(expr, ExprFact::NotText(others));
            (Some(yes), Some(no))
        }
    }
}

/// Whether package variables of a type, where code compares with them, are values other than nil: errors, functions, pointers.
fn is_compared_with_globals(ty: &Type) -> bool {
    matches!(ty, Type::Pointer(_) | Type::Func(_) | Type::Interface(_))
        || ty.is_error()
        || ty.is_named("io", "ReadCloser")
        || matches!(ty, Type::Basic(name) if name == "any")
}

#[cfg(test)]
mod tests {
    use crate::internal_tests::snippet::Snippet;
    use crate::leak::trace::known_at;

    /// The facts in `f` where it calls `yes` and where it calls `no`; several states are separated by ` | `.
    fn sides(code: &str) -> [String; 2] {
        let code = format!("{code}\nfunc yes(values ...any)\nfunc no(values ...any)\nfunc value() int");
        let snippet = Snippet::new(&code);
        ["yes", "no"].map(|callee| {
            let known = snippet.walked("f", |walk| known_at(walk, callee));
            if known.is_empty() { "never".to_string() } else { known.join(" | ") }
        })
    }

    /// The facts about a number or text where a condition holds and where it does not. Those that no later test reads are killed.
    fn of_comparison(param: &str, read: &str, condition: &str) -> [String; 2] {
        sides(&format!("func f({param}) {{ if {condition} {{ yes() }} else {{ no() }}; if {read} {{ value() }} }}"))
    }

    /// The facts about parameters where a condition holds and where it does not.
    fn of_condition(params: &str, condition: &str) -> [String; 2] {
        let names: Vec<&str> = params.split(", ").filter_map(|param| param.split(' ').next()).collect();
        let names = names.join(", ");
        sides(&format!("func f({params}) {{ if {condition} {{ yes({names}) }} else {{ no({names}) }} }}"))
    }

    #[test]
    fn conditions_say_what_variables_are() {
        for (params, condition, yes, no) in [
            ("err error", "err != nil", "err: not nil", "err: nil"),
            ("err error", "err == nil", "err: nil", "err: not nil"),
            ("err error", "nil != err", "err: not nil", "err: nil"),
            ("err error", "!(err == nil)", "err: not nil", "err: nil"),
            ("ok bool", "ok", "ok: true", "ok: false"),
            ("ok bool", "!ok", "ok: false", "ok: true"),
            ("ok bool", "ok == true", "ok: true", "ok: false"),
            ("r *http.Response", "r.Body == nil", "r.Body: nil", "r.Body: not nil"),
            ("a error, b error", "a == b", "", ""),
            ("ok bool", "true", "", "never"),
            ("ok bool", "false", "never", ""),
            ("n int", "value() > n", "", ""),
        ] {
            assert_eq!(of_condition(params, condition), [yes, no], "{condition}");
        }
    }

    #[test]
    fn parts_of_conditions_are_tested_one_after_the_other() {
        for (params, condition, yes, no) in [
            ("a bool, b bool", "a && b", "a: true; b: true", "a: false | a: true; b: false"),
            ("a bool, b bool", "a || b", "a: false; b: true | a: true", "a: false; b: false"),
            ("a bool, b bool", "!(a && b)", "a: false | a: true; b: false", "a: true; b: true"),
            ("a bool, b bool", "a && !b", "a: true; b: false", "a: false | a: true; b: true"),
            ("err error", "err != nil && err == nil", "never", "err: nil | err: not nil"),
            ("err error", "err != nil || err == nil", "err: nil | err: not nil", "never"),
            ("a error, b error", "a == nil && a == b", "a: nil; b: nil", "a: nil | a: not nil"),
        ] {
            assert_eq!(of_condition(params, condition), [yes, no], "{condition}");
        }
    }

    #[test]
    fn comparisons_say_what_numbers_and_texts_are() {
        for (condition, yes, no) in [
            ("n == 3", "n == 3", "n != 3"),
            ("n != 3", "n != 3", "n == 3"),
            ("n < 3", "n <= 2", "n >= 3"),
            ("n <= 3", "n <= 3", "n >= 4"),
            ("n > 3", "n >= 4", "n <= 3"),
            ("n >= 3", "n >= 3", "n <= 2"),
            ("3 < n", "n >= 4", "n <= 3"),
            ("n > 3 && n < 5", "n == 4", "n <= 3 | n >= 5"),
            ("n > 3 && n < 4", "never", "n <= 3 | n >= 4"),
            ("n >= 3 && n <= 5", "n in 3..5", "n <= 2 | n >= 6"),
            ("n >= 3 && n != 3", "n >= 4", "n <= 2 | n == 3"),
            ("n != 3 && n >= 3", "n >= 3 != 3", "n <= 2 | n == 3"),
            ("n != 3 && n == 3", "never", "n != 3 | n == 3"),
        ] {
            assert_eq!(of_comparison("n int", "n == 0", condition), [yes, no], "{condition}");
        }
        for (condition, yes, no) in [
            ("s == `a`", "s == \"a\"", "s != \"a\""),
            ("s == `a` && s == `b`", "never", "s != \"a\" | s == \"a\""),
            ("s != `a` && s != `b`", "s != \"a\" != \"b\"", "s == \"a\" | s == \"b\""),
            ("s != `a` && s == `a`", "never", "s != \"a\" | s == \"a\""),
        ] {
            assert_eq!(of_comparison("s string", "s == ``", condition), [yes, no], "{condition}");
        }
        let status = of_comparison("r *http.Response", "r.StatusCode == 0", "r.StatusCode == http.StatusOK");
        assert_eq!(status, ["r.StatusCode == 200", "r.StatusCode != 200"]);
    }

    #[test]
    fn an_error_that_is_compared_with_another_one_is_an_error() {
        for (params, condition, yes, no) in [
            ("err error", "err == io.EOF", "err: not nil", ""),
            ("err error", "err != io.EOF", "", "err: not nil"),
            ("err error", "errors.Is(err, io.EOF)", "err: not nil", ""),
            ("err error, to *os.PathError", "errors.As(err, &to)", "err: not nil", ""),
            ("err error", "err == nil && errors.Is(err, io.EOF)", "never", "err: nil | err: not nil"),
            ("err error", "err == nil && err == io.EOF", "never", "err: nil | err: not nil"),
        ] {
            assert_eq!(of_condition(params, condition), [yes, no], "{condition}");
        }
    }

    #[test]
    fn assertions_and_type_switches_say_what_has_a_type() {
        let assertion = "func f(a any) { if _, ok := a.(error); ok { yes(a) } else { no(a) } }";
        assert_eq!(sides(assertion), ["a: not nil", ""]);
        let of_nil = "func f(a any) { if a != nil { return }; if _, ok := a.(error); ok { yes(a) } else { no(a) } }";
        assert_eq!(sides(of_nil), ["never", "a: nil"]);
        let switch = "func f(a any) { switch a.(type) { case error: yes(a); default: no(a) } }";
        assert_eq!(sides(switch), ["a: not nil", ""]);
        let of_nil =
            "func f(a any) { if a != nil { return }; switch a.(type) { case error: yes(a); case nil: no(a) } }";
        assert_eq!(sides(of_nil), ["never", "a: nil"]);
    }

    #[test]
    fn cases_of_a_switch_are_tested_in_order() {
        for (cases, yes, no) in [
            ("switch n { case 1: yes(n); default: no(n) }", "n == 1", "n != 1"),
            ("switch n { case 1, 2: yes(n); default: no(n) }", "n == 1 | n == 2", "n != 1 != 2"),
            ("switch n { case 1: yes(n); case 2: no(n) }", "n == 1", "n == 2"),
            ("switch n { case 1: yes(n); fallthrough; case 2: no(n) }", "n == 1", "n == 1 | n == 2"),
            ("switch n { default: yes(n); case 1: no(n) }", "n != 1", "n == 1"),
            ("switch { case n < 1: yes(n); case n < 2: no(n) }", "n <= 0", "n == 1"),
            ("switch { case n < 1: yes(n); case n < 1: no(n) }", "n <= 0", "never"),
        ] {
            assert_eq!(sides(&format!("func f(n int) {{ {cases}; if n == 9 {{ value() }} }}")), [yes, no], "{cases}");
        }
    }

    #[test]
    fn what_a_test_has_shown_holds_until_the_variable_changes() {
        for (code, yes, no) in [
            ("if err != nil { return }; yes(err); err = other(); no(err)", "err: nil", ""),
            ("if n != 3 { return }; yes(); n = 4; no()", "n == 3", "n == 4"),
            ("if n != 3 { return }; yes(); n = value(); no()", "n == 3", ""),
            ("if n < 3 { return }; yes(); n++; no(); if n > 3 { value() }", "n >= 3", "n >= 4"),
            ("if n < 3 { return }; yes(); n += 2; no(); if n >= 5 { value() }", "n >= 3", "n >= 5"),
            ("if n > 3 { return }; yes(); n--; no(); if n > 2 { value() }", "n <= 3", "n <= 2"),
            // Only bounds that a test asks for are counted on.
            ("if n < 3 { return }; yes(); n++; no()", "n >= 3", "n >= 3"),
            ("if r.StatusCode != 3 { return }; yes(); r = nil; no()", "r.StatusCode == 3", "r: nil"),
        ] {
            let code = format!("{code}; if n == 0 {{ value() }}; if r.StatusCode == 0 {{ value() }}");
            let code = format!("func f(err error, n int, r *http.Response) {{ {code} }}\nfunc other() error");
            assert_eq!(sides(&code), [yes, no], "{code}");
        }
    }
}
