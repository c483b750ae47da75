//! The repair of trees, and the search for functions without parsing: offsets stay, text stays text.

#![no_main]

use bodyguard::source::Span;
use bodyguard::split::{functions, without_bodies};
use bodyguard::syntax::{parse, parse_spans, written_in_older_go};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let older = written_in_older_go(text);
    assert_eq!(older.len(), text.len());
    let changes = older.bytes().zip(text.bytes()).filter(|(new, old)| new != old);
    changes.for_each(|(new, old)| assert!(new == b' ' || new == b'E' && old == b'e', "{old} became {new}"));
    let tree = parse(text).expect("parsing is not limited for texts of this size");
    assert!(tree.root_node().end_byte() <= text.len());
    let found = functions(text);
    let mut end = 0;
    for function in &found {
        assert!(function.whole.start >= end && function.whole.contains(function.body));
        assert!(text.get(function.whole.range()).is_some() && text.get(function.body.range()).is_some());
        end = function.whole.end;
    }
    assert_eq!(without_bodies(text, &found).len(), text.len());
    let wholes: Vec<Span> = found.iter().map(|function| function.whole).collect();
    if !wholes.is_empty() {
        let tree = parse_spans(text, &wholes).expect("parsing is not limited for texts of this size");
        assert!(tree.root_node().end_byte() <= text.len());
    }
});
