//! The ground that all else stands on: files, paths, threads and maps.
//!
//! | file | what it has |
//! |---|---|
//! | [`source`] | the text of one file, positions in it, and all reading of files |
//! | [`atomic_file`] | files that are replaced in one step, and temporary ones that no interruption leaves over |
//! | [`globs`] | patterns for paths, as in a `.gitignore` |
//! | [`plain_words`] | messages of parsers in words for users |
//! | [`printable`] | text with what a terminal or a CI log would obey written as escapes |
//! | [`problem`] | the report that part of the code was not checked |
//! | [`open_texts`] | texts that stand in for files: standard input, unsaved buffers |
//! | [`memo`] | a map that threads fill on demand |
//! | [`stack`] | threads whose stacks are large enough for deeply nested code |
//! | [`suggest`] | the known word that a misspelt one is closest to |
//!
//! Nothing here knows Go, HTTP, the command line or a rule: a file is bytes and lines, and its name ends in `.go`.

pub mod atomic_file;
pub mod globs;
pub mod memo;
pub mod open_texts;
pub mod plain_words;
pub mod printable;
pub mod problem;
pub mod source;
pub mod stack;
pub mod suggest;
