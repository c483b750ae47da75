//! The facts about an acquisition that an edit needs: the call that closes the response, and whether it escapes.
//!
//!     out, err := c.fetch(u)     `out.resp.Body.Close()`, if `fetch` returns it in the field `resp`
//!
//! The edit itself is made in [`crate::fix`].

use crate::findings::finding::FixHint;
use crate::go::body::{Call, Part};
use crate::leak::{Explored, Handle, Site};
use crate::meaning::resource::HTTP_RESPONSE;
use crate::program::resolve::Resolver;
use crate::program::{Index, Member, Type};

/// The facts that an edit needs.
pub(super) fn fix_hint(resolver: &Resolver, call: &Call, explored: &Explored, site: &Site) -> FixHint {
    let held = site.outcomes.first().and_then(|outcome| outcome.place());
    let place = held.and_then(|(result, _)| call.results.get(result).copied().flatten());
    let is_whole = |(result, path): (usize, &[_])| result == 0 && path.is_empty();
    FixHint {
        close: close_text(resolver, call, site),
        is_response: place.is_some_and(|place| HTTP_RESPONSE.is_pointer(&resolver.place_type(place))),
        is_escaped: explored.is_escaped,
        is_plain_call: held.is_some_and(is_whole)
            && matches!(&resolver.result_types(call)[..], [first, second] if HTTP_RESPONSE.is_pointer(first) && second.is_error()),
    }
}

/// The call that would close the response, `resp.Body.Close()`; `None` if no variable keeps it, or its type has no such method.
fn close_text(resolver: &Resolver, call: &Call, site: &Site) -> Option<String> {
    let body = resolver.body;
    let mut held = site.outcomes.first()?.results.iter().filter(|(_, _, value)| value.handle.can_close());
    held.find_map(|(result, path, value)| {
        let place = call.results.get(*result).copied().flatten()?;
        if body.slot(place).name.is_empty() {
            return None;
        }
        let ty = resolver.place_type(place);
        let fields = fields_to_close(resolver.index, &ty, path, value.handle)?;
        Some([vec![body.describe(place)], fields, vec!["Close()".to_string()]].concat().join("."))
    })
}

/// The fields that lead from a value of a type to the one with the `Close`; `None` if none do.
fn fields_to_close(index: &Index, ty: &Type, path: &[Part], handle: Handle) -> Option<Vec<String>> {
    let closes = |ty: &Type| index.member(ty, "Close").is_some_and(|(_, member)| !matches!(member, Member::Field(_)));
    let field = |ty: &Type, name: &str| match index.member(ty, name)?.1 {
        Member::Field(ty) => Some(ty),
        _ => None,
    };
    if closes(ty) {
        return Some(Vec::new());
    }
    let is_of_body =
        handle == Handle::Response || matches!(path.last(), Some(Part::Field(name)) if name == HTTP_RESPONSE.closer);
    // A response in an embedded field is written as if it were the struct's own.
    if is_of_body && field(ty, HTTP_RESPONSE.closer).is_some_and(|body| closes(&body)) {
        return Some(vec![HTTP_RESPONSE.closer.to_string()]);
    }
    let names = path.iter().filter_map(|part| match part {
        Part::Field(name) => Some(name.to_string()),
        _ => None,
    });
    let mut fields: Vec<String> = names.collect();
    if handle == Handle::Response {
        fields.push(HTTP_RESPONSE.closer.to_string());
    }
    let last = fields.iter().try_fold(ty.clone(), |ty, name| field(&ty, name))?;
    (!fields.is_empty() && closes(&last)).then_some(fields)
}
