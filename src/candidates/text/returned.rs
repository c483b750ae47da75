//! Calls whose results go straight to the caller of the function: `return c.hc.Do(req)`.
//!
//! The caller has to close what they return, so the function cannot leak it and need not be parsed for their sake. What a
//! function literal returns can come back to the function around it. It cannot if the literal is an argument of a function that
//! returns no ownership by its types:
//!
//!     client := newMock(func(req *http.Request) (*http.Response, error) {
//!         return mockResponse(http.StatusOK)(req)             newMock returns a *Client: nothing to look at
//!     })
//!     resp, err := retry(func() (*http.Response, error) {
//!         return http.Get(u)                                  retry may return it
//!     })
//!
//! A `defer` may change results that have names; a function or literal that has one is not judged here.

use super::frames::{ResultTarget, Returns};
use super::operand::take_apart;
use super::qualifier::{LookupScope, MOST_VARIABLES, Qualifier, qualifiers, select};
use crate::candidates::scan::{LONGEST_LOOK, closing, expression_start};
use crate::go::lex::{after_blanks, is_blank, name_at, opening, word_at, word_before};
use crate::leak::Analysis;
use crate::meaning::resource::{may_fill, results_can_hold};
use crate::program::{Entity, FuncRef, Member, Package, Scope};
use std::sync::Arc;

/// Whether the results of the call by the name at `start` go straight to the caller of the function, and cannot come back.
/// Says no too often.
pub(super) fn is_returned(analysis: &Analysis, scope: &LookupScope, start: usize) -> bool {
    scope.returns.as_ref().is_some_and(|returns| {
        is_all_of_return(scope.text.as_bytes(), start, |_| true) && goes_to_caller(analysis, scope, returns, start)
    })
}

/// Like [`is_returned`], for the call of a function that is itself the result of a call: of the two pairs of brackets in
/// `f(x)(y)`, the first closes at `close`.
pub(super) fn is_returned_by_second_call(analysis: &Analysis, scope: &LookupScope, close: usize) -> bool {
    let text = scope.text.as_bytes();
    let (Some(returns), Some(open)) = (&scope.returns, opening(text, close, close.saturating_sub(LONGEST_LOOK))) else {
        return false;
    };
    let start = open - word_before(text, open).len();
    is_all_of_return(text, start, |end| end == close) && goes_to_caller(analysis, scope, returns, start)
}

/// Whether the call by the name at `start` is all that a `return` returns, and one of its closing brackets is wanted.
fn is_all_of_return(text: &[u8], start: usize, is_wanted: impl Fn(usize) -> bool) -> bool {
    let name = word_at(text, start).len();
    let mut end = start + name;
    let mut is_found = false;
    while text.get(end) == Some(&b'(') {
        let Some(close) = closing(text, end) else {
            return false;
        };
        is_found |= is_wanted(close);
        end = close + 1;
    }
    let rest = &text[after_blanks(text, end)..];
    let is_whole = rest.first().is_none_or(|byte| matches!(byte, b'\n' | b'}' | b';')) || rest.starts_with(b"//");
    if name == 0 || !is_found || !is_whole {
        return false;
    }
    let Some(first) = expression_start(text, start) else {
        return false;
    };
    let before = &text[..first];
    let space = before.iter().rev().take_while(|byte| is_blank(**byte)).count();
    space > 0 && word_before(before, first - space) == b"return"
}

/// Whether a value that is returned at an offset goes to the caller of the function and cannot come back.
fn goes_to_caller(analysis: &Analysis, scope: &LookupScope, returns: &Returns, at: usize) -> bool {
    match returns.target_at(scope.text.as_bytes(), scope.body, at) {
        ResultTarget::Caller => true,
        ResultTarget::Argument(name) => returns_no_ownership(analysis, scope, name),
        ResultTarget::Unknown => false,
    }
}

/// Whether all functions that the name at `start` can stand for return no ownership, by their types.
fn returns_no_ownership(analysis: &Analysis, scope: &LookupScope, start: usize) -> bool {
    let index = analysis.index;
    let name = name_at(scope.text, start);
    let parts = expression_start(scope.text.as_bytes(), start).and_then(|first| take_apart(scope.text, first, start));
    let Some((operand, selectors)) = parts else {
        return false;
    };
    let Some(operand) = operand else {
        return !scope.binds(name) && all_return_no_ownership(analysis, scope.package, name);
    };
    let Some(qualifiers) = qualifiers(scope, &operand, MOST_VARIABLES) else {
        return false;
    };
    qualifiers.into_iter().all(|first| {
        let last = selectors.iter().try_fold(first, |last, part| select(index, &last, part, MOST_VARIABLES));
        match last {
            Some(Qualifier::Package(package)) => all_return_no_ownership(analysis, &package, name),
            Some(Qualifier::Value(ty)) => match index.member(&ty, name) {
                Some((_, Member::Method(functions, _))) => {
                    functions.iter().all(|one| is_without_ownership(analysis, one))
                }
                _ => false,
            },
            _ => false,
        }
    })
}

/// Whether a name of a package stands for functions alone, none of which returns ownership.
fn all_return_no_ownership(analysis: &Analysis, package: &Arc<Package>, name: &str) -> bool {
    let entities = package.lookup(name);
    let is_harmless = |entity: &Entity| match *entity {
        Entity::Function(id) => is_without_ownership(analysis, &FuncRef { package: package.clone(), id }),
        _ => false,
    };
    !entities.is_empty() && entities.iter().all(is_harmless)
}

/// Whether a function returns no ownership by its types. Not so if a stub or the configuration says something of it, which may
/// be more than its types say.
fn is_without_ownership(analysis: &Analysis, function: &FuncRef) -> bool {
    let signature = &function.decl().signature;
    signature.type_params.is_empty()
        && analysis.effects(function).is_none()
        && !results_can_hold(analysis.index, signature, &Scope::of_signature(analysis.index, function))
        && !may_fill(analysis.index, function)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_that_are_all_of_a_return() {
        let is_returned_call = |text: &str| {
            let start = text.rfind("Do").expect("the text has a call of Do");
            is_all_of_return(text.as_bytes(), start, |_| true)
        };
        for text in ["return Do(x)", "\treturn c.hc[0].Do(x)(y)\n", "{ return Do(\n\tx,\n) }", "return\tDo() // why"] {
            assert!(is_returned_call(text), "{text}");
        }
        for text in [
            "x := Do()",
            "return Do",
            "return Do(x).y",
            "return a, Do(x)",
            "return Do(x), nil",
            "return f(Do(x))",
            "return\nDo(x)",
            "xreturn Do(x)",
            "return !Do(x)",
            "return Do(x)[0]",
            "return Do(x",
        ] {
            assert!(!is_returned_call(text), "{text}");
        }
    }
}
