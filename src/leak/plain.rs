//! Plain helpers: functions without influence on a response that is acquired after their call.
//!
//!     func count(names []string) int {..}                   plain
//!     func setUp(t *testing.T) *server {..}                 plain: it may end the test, but returns too
//!     func check(err error) { if err != nil { stop() } }    is not: after it `err` is nil
//!     func stop() { os.Exit(2) }                            is not: nothing comes after it
//!     func timeout() (context.Context, func()) {..}         is not: what it returns may release the response
//!     func request() *resty.Request {..}                    is not, if it tells the request to leave its response open
//!
//! A plain helper is not walked through. That it is plain is read off its body, and off the bodies of the functions it calls.

use super::{Analysis, DEEPEST_PLAIN};
use crate::go::body::{BlockId, Body, Call, Callee, End, EventKind, Mode, Operand, PlaceId, SlotKind};
use crate::go::outline::{Signature, TypeExpr};
use crate::meaning::effect::Effect;
use crate::program::resolve::{CallTarget, Resolver};
use crate::program::{FuncRef, Scope};

/// How a function ends, whatever its arguments are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    /// Whether a path returns.
    may_return: bool,
    /// Whether a path ends the process, the goroutine or the test.
    may_stop: bool,
    /// Whether it makes a context that can be cancelled.
    makes_cancel: bool,
    /// Whether it tells a request or client of a library to leave responses open.
    leaves_open: bool,
    /// Whether it calls a function that is kept in a part of a parameter.
    calls_part: bool,
}

impl Ends {
    /// The ends of a function without source.
    const UNKNOWN: Ends =
        Ends { may_return: true, may_stop: false, makes_cancel: false, leaves_open: false, calls_part: false };

    /// The ends of a library function.
    fn of_effects(effects: &[Effect]) -> Ends {
        let is_condition = |effect: &Effect| {
            matches!(
                effect,
                Effect::Must(..)
                    | Effect::MustMatch(..)
                    | Effect::MustNotMatch(..)
                    | Effect::MustEqual(..)
                    | Effect::MustDiffer(..)
            )
        };
        let stops = effects.contains(&Effect::Exit) || effects.contains(&Effect::Fail);
        Ends {
            may_return: !stops,
            may_stop: stops || effects.iter().any(is_condition),
            makes_cancel: effects.iter().any(|effect| matches!(effect, Effect::Cancels(..))),
            leaves_open: effects.iter().any(|effect| matches!(effect, Effect::LeaveOpen(..))),
            calls_part: false,
        }
    }
}

impl Analysis<'_> {
    /// Whether a function is plain: it may return, and neither its results nor its returning say anything of its arguments or
    /// release a response. `is_known` is whether something is known of its arguments, for which it may end the program. A function
    /// without source is plain.
    pub(super) fn is_plain(&self, function: &FuncRef, is_known: bool) -> bool {
        let signature = &function.decl().signature;
        if decides(signature) || can_cancel(signature) {
            return false;
        }
        let ends = self.ends(function, DEEPEST_PLAIN);
        let says_something = ends.makes_cancel || ends.leaves_open || ends.may_stop && is_known;
        ends.may_return && !says_something
    }

    /// Whether a function may call a function that is kept in a part of an argument, which matters to the summary of its caller.
    pub(super) fn calls_part(&self, function: &FuncRef) -> bool {
        self.ends(function, DEEPEST_PLAIN).calls_part
    }

    fn ends(&self, function: &FuncRef, depth: usize) -> Ends {
        if depth == 0 {
            return Ends::UNKNOWN;
        }
        let key = (function.package.number(), function.id, depth);
        self.ends.get_or_insert_with(&key, || {
            let body = function.body().filter(|body| !body.is_damaged);
            body.map_or(Ends::UNKNOWN, |body| self.ends_of_body(function, &body, depth))
        })
    }

    fn ends_of_body(&self, function: &FuncRef, body: &Body, depth: usize) -> Ends {
        let resolver = Resolver::new(self.index, body, Scope::of_function(self.index, function));
        body.frames.first().map_or(Ends::UNKNOWN, |outer| self.ends_from(function, &resolver, outer.entry, depth))
    }

    /// The ends of a function, or of a literal in it, that starts with a block.
    fn ends_from(&self, function: &FuncRef, resolver: &Resolver, entry: BlockId, depth: usize) -> Ends {
        let body = resolver.body;
        let mut ends = Ends { may_return: false, ..Ends::UNKNOWN };
        let mut visited = vec![false; body.blocks.len()];
        let mut open = vec![entry];
        'blocks: while let Some(block) = open.pop() {
            if std::mem::replace(&mut visited[block.index()], true) {
                continue;
            }
            let content = &body.blocks[block.index()];
            for event in &content.events {
                let EventKind::Call(call) = &event.kind else {
                    continue;
                };
                ends.calls_part |= calls_part(resolver, call);
                if call.mode != Mode::Now || matches!(call.callee, Callee::Type(_)) {
                    continue;
                }
                let of_callee = self.ends_of_call(function, resolver, call, depth - 1);
                ends.calls_part |= of_callee.calls_part;
                ends.may_stop |= of_callee.may_stop;
                ends.makes_cancel |= of_callee.makes_cancel;
                ends.leaves_open |= of_callee.leaves_open;
                if !of_callee.may_return {
                    continue 'blocks;
                }
            }
            match content.end {
                End::Stop => ends.may_stop = true,
                End::Return { .. } => ends.may_return = true,
                _ => open.extend(content.end.successors()),
            }
        }
        ends
    }

    fn ends_of_call(&self, function: &FuncRef, resolver: &Resolver, call: &Call, depth: usize) -> Ends {
        match &*resolver.target(call) {
            CallTarget::Functions(functions, _) | CallTarget::Unbound(functions) => {
                let of_callees = functions.iter().map(|callee| match self.effects(callee) {
                    Some(effects) => Ends::of_effects(&effects),
                    // A function that calls itself ends like the rest of it.
                    None if callee == function => Ends::UNKNOWN,
                    // A helper with results counts as one that returns: helpers that end the process rarely have any.
                    None if !callee.decl().signature.results.is_empty() => {
                        Ends { makes_cancel: can_cancel(&callee.decl().signature), ..Ends::UNKNOWN }
                    }
                    None => self.ends(callee, depth),
                });
                let join = |one: Ends, other: Ends| Ends {
                    may_return: one.may_return || other.may_return,
                    may_stop: one.may_stop || other.may_stop,
                    makes_cancel: one.makes_cancel || other.makes_cancel,
                    leaves_open: one.leaves_open || other.leaves_open,
                    calls_part: one.calls_part || other.calls_part,
                };
                of_callees.reduce(join).unwrap_or(Ends::UNKNOWN)
            }
            CallTarget::Abstract(method) => {
                self.method_effects(method).map_or(Ends::UNKNOWN, |effects| Ends::of_effects(&effects))
            }
            CallTarget::Builtin(name) if name == "panic" => Ends { may_return: false, may_stop: true, ..Ends::UNKNOWN },
            CallTarget::Frame(literal) if depth > 0 => {
                let entry = resolver.body.frames[literal.index()].entry;
                self.ends_from(function, resolver, entry, depth)
            }
            _ => Ends::UNKNOWN,
        }
    }
}

/// Whether the callee, or an argument, is a function in a part of a parameter: `s.stop()`, `s.once.Do(s.stop)`.
fn calls_part(resolver: &Resolver, call: &Call) -> bool {
    let body = resolver.body;
    let is_part =
        |place: PlaceId| body.slot(place).kind == SlotKind::Param && body.places[place.index()].part.is_some();
    let is_callee = |place: PlaceId| is_part(place) && matches!(*resolver.place_target(place), CallTarget::Value(_));
    let is_argument = |arg: &Operand| matches!(arg, Operand::Place(place) if is_callee(*place));
    matches!(call.callee, Callee::Place(place) if is_callee(place)) || call.args.iter().any(is_argument)
}

/// Whether the result is a decision.
fn decides(signature: &Signature) -> bool {
    matches!(&signature.results[..], [only] if is_named(&only.ty, "bool"))
}

/// Whether results are a context, or a function that the caller may call.
fn can_cancel(signature: &Signature) -> bool {
    let of_context = |ty: &TypeExpr| matches!(ty, TypeExpr::Qualified(package, _) if package == "context");
    signature.results.iter().any(|result| of_context(&result.ty) || matches!(result.ty, TypeExpr::Func(_)))
}

fn is_named(ty: &TypeExpr, name: &str) -> bool {
    matches!(ty, TypeExpr::Name(own) if own == name)
}

#[cfg(test)]
mod tests {
    use crate::internal_tests::snippet::Snippet;

    /// Whether `f` is plain for arguments of which nothing is known, and for some of which something is.
    fn plain(code: &str) -> (bool, bool) {
        let snippet = Snippet::new(code);
        let (analysis, function) = (snippet.analysis(), snippet.function("f"));
        (analysis.is_plain(&function, false), analysis.is_plain(&function, true))
    }

    #[test]
    fn a_helper_that_returns_is_plain() {
        assert_eq!(plain("func f(names []string) int { return len(names) }"), (true, true));
        assert_eq!(plain("func f(err error) { if err != nil { panic(err) } }"), (true, false));
        assert_eq!(plain("func f() { stop() }\nfunc stop() { os.Exit(2) }"), (false, false));
        assert_eq!(plain("func f(n int) { if n > 0 { os.Exit(2) } }"), (true, false));
        assert_eq!(plain("func f(n int) bool { return n > 0 }"), (false, false));
    }

    /// A context that a helper makes may be kept by it, and cancelled before the response is read.
    #[test]
    fn a_helper_that_makes_a_context_is_not_plain() {
        let server = "type server struct { ctx context.Context; stop func(); ready bool }
func (s *server) begin() { s.ctx, s.stop = context.WithCancel(s.ctx) }
func (s *server) context() context.Context { return s.ctx }
func (s *server) count() int { return 1 }
";
        for code in [
            "func f(s *server) { s.ctx, s.stop = context.WithCancel(s.ctx) }",
            "func f(s *server) { s.begin() }",
            "func f(s *server) { s.begin(); s.count() }",
            "func f(s *server) { if s.ready { s.begin() } }",
            "func f(s *server) { func() { s.begin() }() }",
            "func f(s *server) { s.ctx = s.context() }",
            "func f(s *server) (context.Context, func()) { return s.ctx, s.stop }",
            "func f(s *server) func() { return s.stop }",
        ] {
            assert_eq!(plain(&format!("{server}{code}")), (false, false), "{code}");
        }
        assert_eq!(plain(&format!("{server}func f(s *server) {{ s.count() }}")), (true, true));
    }
    /// A function that is declared for each system is one of them.
    #[test]
    fn one_build_variant_that_makes_a_context_is_enough() {
        let making = "package p\n\nimport \"context\"\n\ntype server struct { ctx context.Context; stop func() }\n
func begin(s *server) { s.ctx, s.stop = context.WithCancel(s.ctx) }\n";
        let other = "package p\n\nfunc f(s *server) { begin(s) }\nfunc begin(s *server) {}\n";
        for files in [[making, other], [other, making]] {
            let snippet = Snippet::of_files(&files, "");
            assert!(!snippet.analysis().is_plain(&snippet.function("f"), false));
        }
    }
}
