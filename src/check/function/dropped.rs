//! Losses that are not reported, because the function that returns the response together with an error is at fault, or none is.

use super::ExploredCall;
use super::report::{callee_text, frame_name};
use crate::go::body::EventKind;
use crate::ground::source::Source;
use crate::leak::Origin;
use crate::program::resolve::Resolver;
use crate::task::{DropReason, DroppedLoss};

/// The loss of a response that came with an error by the error exit of a function; `None` if the function is not known.
pub(super) fn dropped_loss(
    (resolver, source): (&Resolver, &Source),
    call: &ExploredCall,
    origin: &Origin,
    reason: DropReason,
) -> Option<DroppedLoss> {
    let function = origin.function.as_ref()?;
    let block = &resolver.body.blocks[call.site.block.index()];
    let event = &block.events[call.site.event];
    let EventKind::Call(acquiring) = &event.kind else {
        return None;
    };
    let at = source.position(event.span.start);
    let file = function.file();
    let name = file.items().functions.get(function.id.function as usize)?.name;
    Some(DroppedLoss {
        path: source.shown.to_string(),
        line: at.line,
        column: at.column,
        function: frame_name(resolver.body, block.frame),
        callee: callee_text(source, acquiring.callee_span),
        reason,
        origin: function.full_name(),
        origin_path: file.source.shown.to_string(),
        origin_line: file.source.line(name.start),
    })
}
