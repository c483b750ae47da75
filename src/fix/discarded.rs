//! Edits for a response that no variable holds.
//!
//!     http.Get(u)               if resp, err := http.Get(u); err == nil { resp.Body.Close() }

use super::edit::{Edit, after_line, indent, line_ending, starts_line};
use super::nodes::{Acquisition, ancestors, is_function, is_mentioned, text};
use super::place::{Spot, spot};
use crate::findings::finding::Finding;
use crate::go::tree::{Kind, kind};
use crate::ground::source::Source;
use crate::meaning::resource::Resource;
use tree_sitter::Node;

/// `http.Get(u)` and `_, err := http.Get(u)`: names the response and closes it.
pub fn named_and_closed(source: &Source, acquisition: &Acquisition, finding: &Finding) -> Option<Vec<Edit>> {
    if !finding.fix_hint.is_plain_call {
        return None;
    }
    let resource = finding.resource?;
    let name = fresh_name(source, acquisition.function, resource)?;
    let close = resource.close_of(name);
    let statement = acquisition.statement;
    let [first, error] = &acquisition.names[..] else {
        return if_opened(source, acquisition, finding, (name, &close));
    };
    let error = text(source, *error);
    if text(source, *first) != "_" || !acquisition.declares {
        let is_blank = text(source, *first) == "_" && error == "_";
        return is_blank.then(|| if_opened(source, acquisition, finding, (name, &close))).flatten();
    }
    let spot = spot(source, acquisition, name).map(|(spot, _)| spot).or_else(|| match kind(statement.parent()?) {
        Kind::StatementList => Some(Spot::After(statement)),
        _ => None,
    })?;
    let condition = match finding.fix_hint.may_be_nil {
        true => Some(format!("{name} != nil")),
        false => (spot == Spot::After(statement)).then(|| format!("{error} == nil")),
    };
    let lines = match condition {
        Some(condition) => vec![format!("if {condition} {{"), format!("\t{close}"), "}".to_string()],
        None => vec![close],
    };
    let named = Edit { start: first.start_byte(), end: first.end_byte(), text: name.to_string() };
    Some(vec![named, spot.insert(source, &lines)?])
}

/// `if resp, err := http.Get(u); err == nil { resp.Body.Close() }`
fn if_opened(
    source: &Source,
    acquisition: &Acquisition,
    finding: &Finding,
    (name, close): (&str, &str),
) -> Option<Vec<Edit>> {
    let (statement, call) = (acquisition.statement, acquisition.call);
    let is_alone = starts_line(source, statement.start_byte())
        && after_line(source, statement.end_byte()).is_some()
        && kind(statement.parent()?) == Kind::StatementList;
    if !is_alone || statement.end_byte() != call.end_byte() {
        return None;
    }
    let (indent, ending) = (indent(source, statement.start_byte()), line_ending(source, call.end_byte() - 1));
    let condition = match finding.fix_hint.may_be_nil {
        true => format!("err == nil && {name} != nil"),
        false => "err == nil".to_string(),
    };
    let front = format!("if {name}, err := ");
    let block = format!("{indent}\t{close}{ending}{indent}}}{ending}");
    let start = Edit { start: statement.start_byte(), end: call.start_byte(), text: front };
    let after = after_line(source, statement.end_byte())?;
    Some(vec![start, Edit::insert(call.end_byte(), format!("; {condition} {{")), Edit::insert(after, block)])
}

/// A variable name that the function does not use yet.
fn fresh_name(source: &Source, function: Node, resource: &Resource) -> Option<&'static str> {
    let outer = ancestors(function).filter(|node| is_function(*node)).last().unwrap_or(function);
    resource.variables.into_iter().find(|name| !is_mentioned(source, outer, name))
}
