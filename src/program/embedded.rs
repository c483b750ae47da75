//! The knowledge of libraries: annotated Go files in `queries/stubs`, embedded in the binary.
//!
//! A stub gives the types of a package (the Go distribution is never read) and the effects of its functions, in the language
//! of the user. A new library is a new file: `build.rs` lists the folder.

include!(concat!(env!("OUT_DIR"), "/stubs.rs"));

#[cfg(test)]
mod tests {
    use super::STUBS;
    use crate::meaning::stub::read_stub;
    use crate::program::Stub;

    #[test]
    fn every_directive_is_understood() {
        for (name, text) in STUBS {
            let is_named = Stub::embedded(name, text).is_some();
            assert!(is_named, "queries/stubs/{name}:1: write `package x // import \"example.com/x\"`");
            if let Err(mistake) = read_stub(name, (*text).to_string()) {
                panic!("queries/stubs/{name}:{mistake}");
            }
        }
        let count: usize = STUBS.iter().map(|(_, text)| text.matches("//:").count()).sum();
        assert!(count > 500, "only {count} directives: stubs of queries/stubs are not embedded any more");
    }
}
