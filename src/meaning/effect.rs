//! The effects of a library function on bodies, contexts and the flow of control, as the directives of stubs write them.
//!
//!     func (c *Client) Do(req *Request) (resp *Response, err error) //: own resp; context req; close req
//!
//! A directive names parameters and results of its own declaration. The receiver is parameter 0 of a method. How an effect changes
//! the state of a walk is not known here; see `leak/call/effects.rs`.

pub mod directives;

use crate::go::outline::{ConstValue, Name, Param, Signature};
use crate::ground::suggest::closest;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// One thing that a function does. Parameters and results are numbers, from 0; the receiver comes first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// When the call succeeds, this part of a result is open and the caller owes its close.
    Own(usize, Vec<Name>),
    /// This part of result one holds the response that result two owns.
    Also(usize, Vec<Name>, usize),
    /// Closes what this part of a parameter holds.
    Close(usize, Vec<Name>),
    /// If the call fails, with an error or with `false` as its last result, there is nothing left to close of what the parameter
    /// holds.
    CloseIfFails(usize),
    /// Stores the parameter where it outlives the call.
    Keep(usize),
    /// The result is the parameter, or closes it when closed.
    Same(usize, usize),
    /// The result is this part of the parameter.
    SamePart(usize, usize, Vec<Name>),
    /// The result reads from the parameter; closing it does not close the parameter.
    Wrap(usize, usize),
    /// The result holds the parameter; closing or sending the result closes it.
    Hold(usize, usize),
    /// The result carries the contexts of the parameter.
    Carry(usize, usize),
    /// A part of the result is the parameter.
    Set(usize, Vec<Name>, usize),
    /// Result one is a function that cancels result two, a context.
    Cancels(usize, usize),
    /// Result two, a context, is cancelled when what was started through result one has been waited for.
    CancelledByJoin(usize, usize),
    /// The response is released when a context of the parameter is cancelled.
    Context(usize),
    /// Never returns: it ends the process, the goroutine or the test.
    Exit,
    /// The test has failed. What happens after it is of no interest.
    Fail,
    /// Returns only if the parameter is so.
    Must(usize, Fact),
    /// The boolean result is true exactly if the parameter is so.
    TrueIf(usize, Fact),
    /// If the boolean result is true, the parameter is not nil.
    TrueImpliesNonNil(usize),
    /// The result is always so. Of the result of a matcher, `BeNil()` of gomega, it is the fact that the matcher demands.
    Is(usize, Fact),
    /// Returns only if parameter one is as the matcher, parameter two, demands.
    MustMatch(usize, usize),
    /// Returns only if parameter one is the opposite of what the matcher, parameter two, demands.
    MustNotMatch(usize, usize),
    /// Returns only if two parameters are equal.
    MustEqual(usize, usize),
    /// Returns only if two parameters are not equal.
    MustDiffer(usize, usize),
    /// The result is a matcher of values that are equal to the parameter.
    Equals(usize, usize),
    /// The result is a matcher that demands the opposite of what the parameter demands.
    Opposite(usize, usize),
    /// The result is nil exactly if the parameter is.
    NilAs(usize, usize),
    /// The function parameter is called before the call returns.
    Call(usize),
    /// The function parameter is called before the call returns, and again when it has returned false or an error.
    Retry(usize),
    /// The function parameter is called later, for certain, in its order among others.
    Later(usize, Stage),
    /// The function parameter is called in another goroutine, and has returned when the receiver has been waited for.
    Start(usize),
    /// Waits for what was started through the receiver; the result is nil if each function has returned nil.
    Join(usize),
    /// The result is a response that needs no close.
    Released(usize),
    /// The result is a response that never has a body: nothing is owed, unless a Close is asked for all the same.
    NoBody(usize),
    /// Nothing is owed for the response if the parameter reads from memory.
    NoBodyIfInMemory(usize),
    /// The result reads from memory if the parameter does.
    InMemoryAs(usize, usize),
    /// The result is a request of the method that the parameter is, or of that of a request.
    Method(usize, usize),
    /// From the call on, what is sent with parameter one leaves its response open, and the result is that parameter; if there is a
    /// parameter two, only if it is true.
    LeaveOpen(usize, usize, Option<usize>),
    /// What is sent with the result leaves its response open if the parameter leaves its own open.
    LeaveOpenAs(usize, usize),
    /// The response is released, unless the parameter leaves it open.
    ReleasedUnlessOpen(usize),
}

/// When a function that is called later runs, among those of the function or literal that has registered them. Those of one stage run
/// in the order in which they were registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// At the return, the last one first: the `defer` of Go.
    Deferred,
    /// Before each test.
    BeforeEach,
    /// Before each test, after all others.
    JustBeforeEach,
    /// A test, or a group of tests: each runs with what comes before and after it, and without the others.
    Test,
    /// After each test, before all others.
    JustAfterEach,
    /// After each test.
    AfterEach,
    /// When all else has run.
    AtEnd,
}

/// The meaning that the configuration gives to a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Its caller owns an open response, as with `own` in a stub.
    Acquires,
    /// The response it returns needs no close.
    Handled,
    /// It closes the argument with this number, counted from 0 without the receiver.
    Closes(usize),
    /// It never returns.
    NeverReturns,
}

/// A fact about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// It is nil.
    Nil,
    /// It is not nil.
    NonNil,
    /// It is true.
    True,
    /// It is false.
    False,
    /// It is this number.
    Int(i64),
    /// It is the text with this hash; see [`Fact::of_constant`].
    Text(u64),
    /// It reads from memory.
    InMemory,
    /// It is a request or client of a library that reads and closes responses, told to leave its own open.
    LeavesOpen,
    /// It is a matcher of one value, which is not nil.
    EqualsNonNil,
    /// It is a matcher that closes what it is matched against.
    ClosesMatched,
}

impl Fact {
    /// The fact that holds if this one does not; `None` if that says nothing.
    pub fn opposite(self) -> Option<Fact> {
        match self {
            Fact::Nil => Some(Fact::NonNil),
            Fact::NonNil => Some(Fact::Nil),
            Fact::True => Some(Fact::False),
            Fact::False => Some(Fact::True),
            Fact::Int(_)
            | Fact::Text(_)
            | Fact::InMemory
            | Fact::LeavesOpen
            | Fact::EqualsNonNil
            | Fact::ClosesMatched => None,
        }
    }

    /// The fact that a value is a constant; `None` for a constant that is not known.
    pub fn of_constant(value: &ConstValue) -> Option<Fact> {
        match value {
            ConstValue::Bool(true) => Some(Fact::True),
            ConstValue::Bool(false) => Some(Fact::False),
            ConstValue::Int(number) => Some(Fact::Int(*number)),
            ConstValue::Text(text) => {
                let mut hasher = FxHasher::default();
                hasher.write(text.as_bytes());
                Some(Fact::Text(hasher.finish()))
            }
            ConstValue::Unknown => None,
        }
    }

    /// Whether it says that a value is a number or a text.
    pub fn is_constant(self) -> bool {
        matches!(self, Fact::Int(_) | Fact::Text(_))
    }
}

/// The receiver of an interface's method, under the name by which directives call it.
pub fn interface_receiver() -> Param {
    Param { name: Name::new_static("self"), ty: crate::go::outline::TypeExpr::Unknown }
}

/// The first words of all directives.
#[cfg(test)]
pub fn words() -> impl Iterator<Item = &'static str> {
    directives::forms().filter_map(|form| form.split(' ').next())
}

/// Reads the directives of a declaration: the text after its `//:`. Fails with a sentence that names the first wrong word and the
/// words that may have been meant.
pub fn parse(text: &str, receiver: Option<&Param>, signature: &Signature) -> Result<Vec<Effect>, String> {
    let params: Vec<&Name> = receiver.into_iter().chain(&signature.params).map(|param| &param.name).collect();
    let results: Vec<&Name> = signature.results.iter().map(|result| &result.name).collect();
    let names = ParamNames { params, results };
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| names.effect(part)).collect()
}

struct ParamNames<'a> {
    params: Vec<&'a Name>,
    results: Vec<&'a Name>,
}

impl ParamNames<'_> {
    fn effect(&self, text: &str) -> Result<Effect, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let effect = match words[..] {
            ["own", result] => {
                let (result, path) = split(result);
                Effect::Own(self.result(result)?, path)
            }
            ["close", param] => {
                let (param, path) = split(param);
                Effect::Close(self.param(param)?, path)
            }
            ["close-if-fails", param] => Effect::CloseIfFails(self.param(param)?),
            ["also", other, result] => {
                let (other, path) = split(other);
                Effect::Also(self.result(other)?, path, self.result(result)?)
            }
            ["keep", param] => Effect::Keep(self.param(split(param).0)?),
            ["same", result, param] => match split(param) {
                (param, path) if path.is_empty() => Effect::Same(self.result(result)?, self.param(param)?),
                (param, path) => Effect::SamePart(self.result(result)?, self.param(param)?, path),
            },
            ["wrap", result, param] => Effect::Wrap(self.result(result)?, self.param(param)?),
            ["hold", result, param] => Effect::Hold(self.result(result)?, self.param(param)?),
            ["carry", result, param] => Effect::Carry(self.result(result)?, self.param(param)?),
            ["set", result, param] => {
                let (result, path) = split(result);
                Effect::Set(self.result(result)?, path, self.param(param)?)
            }
            ["cancels", function, context] => Effect::Cancels(self.result(function)?, self.result(context)?),
            ["cancelled-by-join", context, group] => {
                Effect::CancelledByJoin(self.result(group)?, self.result(context)?)
            }
            ["context", param] => Effect::Context(self.param(split(param).0)?),
            ["exit"] => Effect::Exit,
            ["fail"] => Effect::Fail,
            ["must-nil", param] => Effect::Must(self.param(param)?, Fact::Nil),
            ["must-non-nil", param] => Effect::Must(self.param(param)?, Fact::NonNil),
            ["must-true", param] => Effect::Must(self.param(param)?, Fact::True),
            ["must-false", param] => Effect::Must(self.param(param)?, Fact::False),
            ["true-if-nil", param] => Effect::TrueIf(self.param(param)?, Fact::Nil),
            ["true-if-non-nil", param] => Effect::TrueIf(self.param(param)?, Fact::NonNil),
            ["true-implies-non-nil", param] => Effect::TrueImpliesNonNil(self.param(param)?),
            ["non-nil", result] => Effect::Is(self.result(result)?, Fact::NonNil),
            ["is-nil", result] => Effect::Is(self.result(result)?, Fact::Nil),
            ["is-true", result] => Effect::Is(self.result(result)?, Fact::True),
            ["is-false", result] => Effect::Is(self.result(result)?, Fact::False),
            ["must-match", param, matcher] => Effect::MustMatch(self.param(param)?, self.param(matcher)?),
            ["must-not-match", param, matcher] => Effect::MustNotMatch(self.param(param)?, self.param(matcher)?),
            ["must-equal", one, other] => Effect::MustEqual(self.param(one)?, self.param(other)?),
            ["must-differ", one, other] => Effect::MustDiffer(self.param(one)?, self.param(other)?),
            ["equals", result, param] => Effect::Equals(self.result(result)?, self.param(param)?),
            ["opposite", result, param] => Effect::Opposite(self.result(result)?, self.param(param)?),
            ["closes-matched", result] => Effect::Is(self.result(result)?, Fact::ClosesMatched),
            ["nil-as", result, param] => Effect::NilAs(self.result(result)?, self.param(param)?),
            ["call", param] => Effect::Call(self.param(param)?),
            ["retry", param] => Effect::Retry(self.param(param)?),
            ["later", param] => Effect::Later(self.param(param)?, Stage::AtEnd),
            ["start", param] => Effect::Start(self.param(param)?),
            ["join", result] => Effect::Join(self.result(result)?),
            ["before-each", param] => Effect::Later(self.param(param)?, Stage::BeforeEach),
            ["just-before-each", param] => Effect::Later(self.param(param)?, Stage::JustBeforeEach),
            ["test", param] => Effect::Later(self.param(param)?, Stage::Test),
            ["just-after-each", param] => Effect::Later(self.param(param)?, Stage::JustAfterEach),
            ["after-each", param] => Effect::Later(self.param(param)?, Stage::AfterEach),
            ["released", result] => Effect::Released(self.result(split(result).0)?),
            ["no-body", result] => Effect::NoBody(self.result(split(result).0)?),
            ["no-body-if-in-memory", param] => Effect::NoBodyIfInMemory(self.param(param)?),
            ["in-memory", result] => Effect::Is(self.result(result)?, Fact::InMemory),
            ["in-memory-as", result, param] => Effect::InMemoryAs(self.result(result)?, self.param(param)?),
            ["method", result, param] => Effect::Method(self.result(result)?, self.param(param)?),
            ["leave-open", result, param] => Effect::LeaveOpen(self.result(result)?, self.param(param)?, None),
            ["leave-open-if", result, param, switch] => {
                Effect::LeaveOpen(self.result(result)?, self.param(param)?, Some(self.param(switch)?))
            }
            ["leave-open-as", result, param] => Effect::LeaveOpenAs(self.result(result)?, self.param(param)?),
            ["released-unless-open", param] => Effect::ReleasedUnlessOpen(self.param(param)?),
            _ => return Err(no_directive(text)),
        };
        Ok(effect)
    }

    fn param(&self, name: &str) -> Result<usize, String> {
        number_of(name, &self.params, "parameter")
    }

    fn result(&self, name: &str) -> Result<usize, String> {
        number_of(name, &self.results, "result")
    }
}

/// The number of a parameter or result; `kind` is what it is called in the sentence with which this fails.
fn number_of(name: &str, known: &[&Name], kind: &str) -> Result<usize, String> {
    if let Some(found) = known.iter().position(|own| **own == name) {
        return Ok(found);
    }
    let named: Vec<String> = known.iter().filter(|own| !own.is_empty()).map(|own| format!("`{own}`")).collect();
    Err(match (&named[..], known) {
        (_, []) => format!("`{name}` is not a {kind}: the function has none"),
        ([], _) => format!("`{name}` is not a {kind}: the {kind}s have no names, write `({name} T)`"),
        ([only], _) => format!("`{name}` is not a {kind}; the only one is {only}"),
        _ => format!("`{name}` is not a {kind}; they are {}", named.join(", ")),
    })
}

fn no_directive(text: &str) -> String {
    let verb = |form: &'static str| form.split(' ').next().unwrap_or("");
    let word = text.split_whitespace().next().unwrap_or("");
    if let Some(form) = directives::forms().find(|form| verb(form) == word) {
        return format!("`{text}` is not a directive; write `{form}`");
    }
    match closest(word, directives::forms().map(verb)) {
        Some(meant) => format!("`{text}` is not a directive, did you mean `{meant}`?"),
        None => {
            let all: Vec<&str> = directives::forms().map(verb).collect();
            format!("`{text}` is not a directive; they are {}", all.join(", "))
        }
    }
}

/// `r.Body` -> `r` and the path `Body`.
fn split(text: &str) -> (&str, Vec<Name>) {
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or("");
    (first, parts.map(Name::new).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::TypeExpr;

    fn param(name: &str, ty: TypeExpr) -> Param {
        Param { name: Name::new(name), ty }
    }

    fn response() -> TypeExpr {
        TypeExpr::Pointer(TypeExpr::Qualified(Name::new("http"), Name::new("Response")).into())
    }

    #[test]
    fn every_form_is_understood() {
        let params = vec![param("PARAM", TypeExpr::Unknown)];
        let signature = Signature { params, results: vec![param("RESULT", TypeExpr::Unknown)], ..Signature::default() };
        for form in directives::forms() {
            assert!(parse(form, None, &signature).is_ok_and(|effects| effects.len() == 1), "{form}");
        }
    }

    #[test]
    fn mistakes_name_what_could_be_meant() {
        let results = vec![param("resp", response()), param("err", TypeExpr::Unknown)];
        let signature = Signature { results, ..Signature::default() };
        let mistake = |text: &str| parse(text, None, &signature).unwrap_err();
        assert_eq!(mistake("ovn resp"), "`ovn resp` is not a directive, did you mean `own`?");
        assert_eq!(mistake("own"), "`own` is not a directive; write `own RESULT`");
        assert!(mistake("frobnicate x").contains("they are own, close,"));
        assert_eq!(mistake("own rsp"), "`rsp` is not a result; they are `resp`, `err`");
        assert_eq!(mistake("keep r"), "`r` is not a parameter: the function has none");
        let params = vec![param("", TypeExpr::Unknown)];
        let unnamed = parse("keep r", None, &Signature { params, ..Signature::default() }).unwrap_err();
        assert_eq!(unnamed, "`r` is not a parameter: the parameters have no names, write `(r T)`");
    }
}
