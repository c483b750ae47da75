//! Who owns the response of one call, for a reader of the code: where it is closed, passed on and left open.
//!
//!     resp, err := http.Get(u)           asked here: this function owns the response
//!     if resp.StatusCode != 200 {
//!         return err                     it is left open
//!     }
//!     defer resp.Body.Close()            it is closed
//!
//! The same walk answers as for findings; no rule, comment or setting but `require-close` counts here.

use super::function::{explore_from_entry, frame_name, frames};
use crate::go::body::{Body, EventKind, OUTER};
use crate::ground::source::{Source, Span};
use crate::ground::stack;
use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Discharge, Explored, Leak, Site, Walk, live, sites};
use crate::meaning::resource::Resource;
use crate::program::resolve::Resolver;
use crate::program::{File, FuncId, FuncRef, Index, Package, Scope};
use crate::task::Task;
use std::path::Path;
use std::sync::Arc;

/// What becomes of the response of one call.
#[derive(Clone, Debug)]
pub struct Ownership {
    /// The file of the call.
    pub source: Arc<Source>,
    /// The callee as it is written.
    pub callee: Span,
    /// The function that makes the call, as Go writes it.
    pub function: String,
    /// What it returns.
    pub resource: &'static Resource,
    /// Whether only the signature of the callee says that it returns one.
    pub is_guess: bool,
    /// Where it is closed or passed on, in the order of the text.
    pub discharges: Vec<Discharge>,
    /// Where it is left open, the shortest path first.
    pub leaks: Vec<Leak>,
}

/// What becomes of the response of the call whose callee is at a byte of a file; `None` if there is no such call, or it was given up.
pub fn ownership_at(task: &Task, index: &Index, path: &Path, offset: u32) -> Option<Ownership> {
    stack::on_large(|| {
        let (package, number) = index.file_at(path)?;
        let analysis = Analysis::new(index, task.require_close, &task.notes);
        in_file(&analysis, &package, number, offset)
    })
}

fn in_file(analysis: &Analysis, package: &Arc<Package>, number: u32, offset: u32) -> Option<Ownership> {
    let file = &package.files[number as usize];
    let holds = |span: Span| span.start <= offset && offset < span.end;
    if let Some(function) = file.items().functions.iter().position(|row| holds(row.whole)) {
        let id = FuncId { file: number, function: u32::try_from(function).ok()? };
        let reference = FuncRef { package: package.clone(), id };
        let scope = Scope::of_function(analysis.index, &reference);
        return in_body(analysis, file, &*reference.body()?, scope, offset);
    }
    let variable = file.items().variables.iter().position(|row| holds(row.spec))?;
    in_body(analysis, file, &*file.variable(variable)?, Scope::of_file(package, number), offset)
}

fn in_body(analysis: &Analysis, file: &File, body: &Body, scope: Scope, offset: u32) -> Option<Ownership> {
    if body.is_damaged {
        return None;
    }
    let resolver = Resolver::new(analysis.index, body, scope);
    let live = live(body);
    let walk = Walk { analysis, resolver: &resolver, live: &live, root: OUTER, depth: DEEPEST_CALLS, aim: Aim::Leaks };
    let mut found: Option<Ownership> = None;
    for frame in frames(body) {
        for site in sites(analysis, &resolver, frame, DEEPEST_CALLS).sites {
            let Some(callee) = callee_at(body, &site, offset) else {
                continue;
            };
            // What came with an error is owed elsewhere: see `check/blame.rs`.
            if site.error_exit().is_some() || site.passes_on(&resolver) {
                continue;
            }
            let explored = explore_from_entry(walk, frame, &site);
            if !explored.is_reached || explored.gave_up {
                continue;
            }
            let about = found.get_or_insert_with(|| Ownership {
                source: file.source.clone(),
                callee,
                function: frame_name(body, frame),
                resource: site.resource(&resolver),
                is_guess: site.outcomes.iter().all(|outcome| outcome.is_guess),
                discharges: Vec::new(),
                leaks: Vec::new(),
            });
            about.add(explored);
        }
    }
    found
}

impl Ownership {
    /// Adds what a walk has found.
    fn add(&mut self, explored: Explored) {
        self.discharges.extend(explored.discharges);
        self.discharges.sort();
        self.discharges.dedup();
        self.leaks.extend(explored.leaks);
    }
}

/// The span of the callee of a site, if an offset lies in it.
fn callee_at(body: &Body, site: &Site, offset: u32) -> Option<Span> {
    let event = &body.blocks[site.block.index()].events[site.event];
    let span = match &event.kind {
        EventKind::Call(call) => call.callee_span,
        _ => event.span,
    };
    (span.start <= offset && offset <= span.end).then_some(span)
}
