//! The repair of trees, and the search for functions without parsing: offsets stay, text stays text.

#![no_main]

use bodyguard::internals::File;
use bodyguard::internals::Queries;
use bodyguard::internals::item_spans;
use bodyguard::internals::{parse, parse_spans, written_in_older_go};
use bodyguard::{Source, Span};
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let older = written_in_older_go(text);
    assert_eq!(older.len(), text.len());
    let changes = older.bytes().zip(text.bytes()).filter(|(new, old)| new != old);
    // Type parameters of methods are blanked, `new(1)` is read as `nEw(1)` and `make(1)` as `mAke(1)`.
    let is_known = |new: u8, old: u8| new == b' ' || matches!((old, new), (b'e', b'E') | (b'a', b'A'));
    changes.for_each(|(new, old)| assert!(is_known(new, old), "{old} became {new}"));
    let tree = parse(text).expect("parsing is not limited for texts of this size");
    assert!(tree.root_node().end_byte() <= text.len());
    let found = item_spans(text).functions;
    let mut end = 0;
    for function in &found {
        assert!(function.whole.start >= end && function.whole.contains(function.name));
        assert!(text.get(function.whole.range()).is_some());
        if let Some(body) = function.body {
            assert!(function.whole.contains(body) && text.get(body.range()).is_some());
        }
        end = function.whole.end;
    }
    let wholes: Vec<Span> = found.iter().map(|function| function.whole).collect();
    if !wholes.is_empty() {
        let tree = parse_spans(text, &wholes).expect("parsing is not limited for texts of this size");
        assert!(tree.root_node().end_byte() <= text.len());
    }
    let file = File::new(Arc::new(Source::new(Path::new("a.go"), "a.go", text.into())), &Queries::standard());
    file.parse_all();
    assert!(file.damaged().iter().all(|(span, _)| span.range().end <= text.len()));
});
