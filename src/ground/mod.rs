//! What knows nothing of Go: files, paths, threads, words.

pub mod atomic_file;
pub mod globs;
pub mod memo;
pub mod open_texts;
pub mod problem;
pub mod source;
pub mod stack;
pub mod suggest;
