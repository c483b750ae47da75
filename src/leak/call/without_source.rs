//! The outcome of a call of a function without source, and of conversions and builtin functions.
//!
//!     hook(resp)         the response escapes: the hook may close it
//!     read(resp.Body)    if `read` takes an `io.Reader`, the body stays open: a plain reader cannot close it

use super::args::{Arg, contexts_of};
use super::outcome::Outcome;
use crate::go::body::{Call, Callee, Mode, Part};
use crate::go::outline::Name;
use crate::leak::state::State;
use crate::leak::value::{Bound, Handle, Pointer, Value};
use crate::leak::walk::Explorer;
use crate::meaning::effect::Fact;
use crate::program::{FuncType, Type};

impl Explorer<'_> {
    /// The outcome of a call of a function without source, by the types of its parameters if they are known.
    pub(super) fn without_source(
        &mut self,
        call: &Call,
        args: &[Arg],
        func: Option<(&FuncType, bool)>,
    ) -> Vec<Outcome> {
        let mut outcome = Outcome::default();
        let is_printer = self.is_printer(call, func);
        for (number, arg) in args.iter().enumerate() {
            if arg.can_close() {
                if is_printer || self.leaves_open(func, number, arg) {
                    continue;
                }
                self.found.unknown_takers += 1;
                self.found.taken_by.extend(self.resolver.unseen_package(call));
            }
            let is_literal =
                matches!(arg.bound.value.pointer, Pointer::Frame(_)) && arg.bound.value.handle == Handle::None;
            if is_literal { &mut outcome.ran } else { &mut outcome.escaped }.push(number);
        }
        let has_receiver = func.is_none_or(|(_, has_receiver)| has_receiver);
        outcome.carry(contexts_of(args), call.results.len(), has_receiver);
        self.guess_results(call, args, func, &mut outcome);
        vec![outcome]
    }

    /// Whether a function without source is a logger or printer by its shape: `log.Infof("%v", resp)`. It keeps nothing.
    fn is_printer(&self, call: &Call, func: Option<(&FuncType, bool)>) -> bool {
        let Callee::Place(place) = call.callee else {
            return false;
        };
        let name = match &self.body.places[place.index()].part {
            Some((_, Part::Field(name))) => name,
            _ => return false,
        };
        let takes_any = func.is_none_or(|(func, _)| {
            let last = func.signature.params.last();
            let ty = last.map(|param| self.resolver.index.resolve(&param.ty, &func.scope));
            func.signature.is_variadic && ty.is_some_and(|ty| is_any(&self.resolver.index.element(&ty)))
        });
        takes_any && call.results.iter().all(Option::is_none) && is_level(name)
    }

    /// Whether a function without source leaves the body open that it gets by an argument: a plain reader cannot close.
    fn leaves_open(&self, func: Option<(&FuncType, bool)>, number: usize, arg: &Arg) -> bool {
        let Some((func, has_receiver)) = func else {
            return false;
        };
        if has_receiver && number == 0 {
            // A method of the body or of the response itself, other than Close.
            return matches!(arg.bound.value.handle, Handle::Body | Handle::Response);
        }
        let number = number - usize::from(has_receiver);
        let params = &func.signature.params;
        let last = params.len().saturating_sub(1);
        let Some(param) = params.get(number.min(last)) else {
            return false;
        };
        let ty = self.resolver.index.resolve(&param.ty, &func.scope);
        let ty = if func.signature.is_variadic && number >= last { self.resolver.index.element(&ty) } else { ty };
        if ty.is_named("io", "Reader") {
            return true;
        }
        match self.resolver.index.method_names(&ty) {
            Some(names) => !names.is_empty() && !names.iter().any(|name| name == "Close"),
            None => false,
        }
    }

    /// A function makes no error out of none: `isNotFound(nil)` is false, `wrap(nil)` is nil.
    fn guess_results(&self, call: &Call, args: &[Arg], func: Option<(&FuncType, bool)>, outcome: &mut Outcome) {
        let is_nil_error =
            |arg: &Arg| arg.bound.value.fact == Some(Fact::Nil) && arg.place.is_some_and(|place| self.is_error(place));
        if !args.iter().any(is_nil_error) {
            return;
        }
        let types: Vec<Type> = match func {
            Some((func, _)) => {
                let results = &func.signature.results;
                results.iter().map(|result| self.resolver.index.resolve(&result.ty, &func.scope)).collect()
            }
            None => Vec::new(),
        };
        for number in 0..call.results.len() {
            let is_error_target = call.results[number].is_some_and(|place| self.is_error(place))
                || types.get(number).is_some_and(Type::is_error);
            if is_error_target {
                outcome.result(number).fact = Some(Fact::Nil);
            } else if types.get(number).is_none_or(Type::is_bool) && call.results.len() == 1 {
                outcome.result(number).fact = Some(Fact::False);
            }
        }
    }

    /// The outcomes of a call of a builtin function.
    pub(super) fn builtin(&mut self, state: &State, call: &Call, args: &[Arg], name: &Name) -> Vec<Outcome> {
        let mut outcome = Outcome::default();
        match name.as_str() {
            "panic" if call.mode == Mode::Now => return vec![Outcome::end()],
            "append" => {
                let items = args.iter().map(|arg| self.with_closing_literals(state, arg.bound.clone()));
                append(call, &items.collect::<Vec<Bound>>(), &mut outcome);
            }
            "copy" if args.get(1).is_some_and(|from| from.bound.handle().is_some()) => outcome.escaped.push(1),
            _ => {}
        }
        vec![outcome]
    }

    /// A conversion: the value is the same.
    pub(super) fn conversion(&self, args: &[Arg]) -> Vec<Outcome> {
        let mut outcome = Outcome::default();
        if let Some(arg) = args.first() {
            outcome.set_result(0, &arg.bound);
        }
        vec![outcome]
    }
}

fn is_any(ty: &Type) -> bool {
    match ty {
        Type::Basic(name) => name == "any",
        Type::Interface(interface) => interface.methods.is_empty() && interface.embedded.is_empty(),
        _ => false,
    }
}

/// Whether a method has the name of a level of loggers, or of a printer.
fn is_level(name: &str) -> bool {
    const LEVELS: [&str; 12] =
        ["Trace", "Debug", "Verbose", "Info", "Notice", "Warn", "Warning", "Error", "Critical", "Print", "Log", "Logf"];
    const ENDINGS: [&str; 6] = ["", "f", "ln", "w", "Context", "S"];
    LEVELS.iter().any(|level| name.strip_prefix(level).is_some_and(|rest| ENDINGS.contains(&rest)))
}

/// `append(list, items...)`: the result holds what the list and the items hold.
fn append(call: &Call, args: &[Bound], outcome: &mut Outcome) {
    if let Some(list) = args.first() {
        outcome.set_result(0, list);
        outcome.result(0).fact = Some(Fact::NonNil);
    }
    for item in args.iter().skip(1) {
        let parts = std::iter::once((Vec::new(), item.value)).chain(item.parts.iter().cloned());
        let is_held = item.handle().is_some();
        for (path, value) in parts {
            // Facts about values beside the response, such as its error, are found with it again.
            let fact = value.fact.filter(|_| is_held && !path.is_empty());
            let value = Value { fact, ..value };
            if !value.is_unknown() {
                let element = if call.is_spread { Vec::new() } else { vec![Part::Element] };
                outcome.results.push((0, element.into_iter().chain(path).collect(), value));
            }
        }
    }
}
