//! What a library function does with bodies, contexts and the flow of control: the directives of stubs.
//!
//!     func (c *Client) Do(req *Request) (resp *Response, err error) //: own resp; context req; close req
//!
//! A directive names parameters and results of its own declaration. The receiver is parameter 0 of a method.

use crate::outline::{Name, Param, Signature};

/// One thing that a function does. Parameters and results are numbers, from 0; the receiver comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// When the call succeeds, this part of a result is open and the caller owes its close.
    Own(usize, Vec<Name>),
    /// Result one holds the response that result two hands over.
    Also(usize, usize),
    /// Closes what this part of a parameter holds.
    Close(usize, Vec<Name>),
    /// If the call fails, there is nothing left to close of what the parameter holds.
    CloseIfFails(usize),
    /// Stores the parameter where it outlives the call.
    Keep(usize),
    /// The result is the parameter, or closes it when closed.
    Same(usize, usize),
    /// The result reads from the parameter; closing it does not close the parameter.
    Wrap(usize, usize),
    /// The result holds the parameter; closing or sending the result closes it.
    Hold(usize, usize),
    /// The result carries the contexts of the parameter.
    Carry(usize, usize),
    /// Result one is a function that cancels result two, a context.
    Cancels(usize, usize),
    /// The response is released when a context of the parameter is cancelled.
    Context(usize),
    /// Never returns.
    Exit,
    /// Returns only if the parameter is so.
    Must(usize, Fact),
    /// The boolean result is true exactly if the parameter is so.
    TrueIf(usize, Fact),
    /// If the boolean result is true, the parameter is not nil.
    TrueImpliesNonNil(usize),
    /// The result is always so; a matcher of an assertion library stands for what it asks for.
    Is(usize, Fact),
    /// Returns only if parameter one is as the matcher, parameter two, asks.
    MustMatch(usize, usize),
    /// Returns only if parameter one is the opposite of what the matcher, parameter two, asks.
    MustNotMatch(usize, usize),
    /// The result is nil exactly if the parameter is.
    NilAs(usize, usize),
    /// The function parameter is called before the call returns.
    Call(usize),
    /// The function parameter is called later, for certain.
    Later(usize),
    /// The result is a response that needs no close.
    Released(usize),
}

/// What a function does, as the configuration says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It hands over an open response.
    Acquires,
    /// The response it returns needs no close.
    Handled,
    /// It closes the argument with this number, counted from 0 without the receiver.
    Closes(usize),
    /// It never returns.
    NeverReturns,
}

/// The effects of a function that the configuration describes. It hands over the first result that names a response or a
/// closer, or its first result.
pub fn of_meaning(meaning: Meaning, has_receiver: bool, signature: &Signature) -> Vec<Effect> {
    let is_open = |result: &Param| {
        let written = format!("{:?}", result.ty);
        written.contains("Response") || written.contains("Closer")
    };
    match meaning {
        Meaning::Acquires => {
            let result = signature.results.iter().position(is_open).unwrap_or(0);
            vec![Effect::Own(result, Vec::new())]
        }
        Meaning::Handled => Vec::new(),
        Meaning::Closes(argument) => vec![Effect::Close(argument + usize::from(has_receiver), Vec::new())],
        Meaning::NeverReturns => vec![Effect::Exit],
    }
}

/// What is known of a value.
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
}

impl Fact {
    /// What holds if this does not.
    pub fn opposite(self) -> Fact {
        match self {
            Fact::Nil => Fact::NonNil,
            Fact::NonNil => Fact::Nil,
            Fact::True => Fact::False,
            Fact::False => Fact::True,
        }
    }
}

/// The receiver of an interface's method, under the name by which directives call it.
pub fn interface_receiver() -> Param {
    Param { name: Name::new_static("self"), ty: crate::outline::TypeExpr::Unknown }
}

/// Reads the text behind `//:`. Fails with a sentence that names the word that is wrong.
pub fn parse(text: &str, receiver: Option<&Param>, signature: &Signature) -> Result<Vec<Effect>, String> {
    let params: Vec<&Name> = receiver.into_iter().chain(&signature.params).map(|param| &param.name).collect();
    let results: Vec<&Name> = signature.results.iter().map(|result| &result.name).collect();
    let names = Names { params, results };
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| names.effect(part)).collect()
}

struct Names<'a> {
    params: Vec<&'a Name>,
    results: Vec<&'a Name>,
}

impl Names<'_> {
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
            ["also", other, result] => Effect::Also(self.result(other)?, self.result(result)?),
            ["keep", param] => Effect::Keep(self.param(split(param).0)?),
            ["same", result, param] => Effect::Same(self.result(result)?, self.param(param)?),
            ["wrap", result, param] => Effect::Wrap(self.result(result)?, self.param(param)?),
            ["hold", result, param] => Effect::Hold(self.result(result)?, self.param(param)?),
            ["carry", result, param] => Effect::Carry(self.result(result)?, self.param(param)?),
            ["cancels", function, context] => Effect::Cancels(self.result(function)?, self.result(context)?),
            ["context", param] => Effect::Context(self.param(split(param).0)?),
            ["exit"] => Effect::Exit,
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
            ["nil-as", result, param] => Effect::NilAs(self.result(result)?, self.param(param)?),
            ["call", param] => Effect::Call(self.param(param)?),
            ["later", param] => Effect::Later(self.param(param)?),
            ["released", result] => Effect::Released(self.result(split(result).0)?),
            _ => return Err(format!("`{text}` is no directive")),
        };
        Ok(effect)
    }

    fn param(&self, name: &str) -> Result<usize, String> {
        let found = self.params.iter().position(|own| **own == name);
        found.ok_or_else(|| format!("`{name}` is no parameter"))
    }

    fn result(&self, name: &str) -> Result<usize, String> {
        let found = self.results.iter().position(|own| **own == name);
        found.ok_or_else(|| format!("`{name}` is no result"))
    }
}

/// `r.Body` -> `r` and the path `Body`.
fn split(text: &str) -> (&str, Vec<Name>) {
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or("");
    (first, parts.map(Name::new).collect())
}
