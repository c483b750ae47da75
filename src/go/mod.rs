//! One Go file by itself: its words, its declarations, the event graph of each function. Knows no HTTP and no other file.

pub mod arity;
pub mod body;
pub mod items;
pub mod lex;
pub mod lower;
pub mod names;
pub mod outline;
pub mod queries;
pub mod tree;
