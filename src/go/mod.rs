//! One Go file by itself: its words, its declarations, and the event graph of each function.
//!
//! | file | what it has |
//! |---|---|
//! | [`lex`] | words, strings, comments and brackets, found in the bytes of a file |
//! | [`syntax`] | whether a text is Go, and the first place at which it is not |
//! | [`names`] | names as they are compared, and sets of them |
//! | [`tree`] | the parser, and the kinds and fields of its nodes as numbers |
//! | [`outline`] | declarations as values: signatures, types, constants |
//! | [`arity`] | with how many arguments a function can be called |
//! | [`items`] | where the declarations of a file are, and what they say by their tokens |
//! | [`queries`] | the tree-sitter queries that say which calls are followed |
//! | [`body`] | the event graph of a function |
//! | [`lower`] | the tree of a function -> its event graph |
//!
//! Nothing here reads another file, so it does not know which package an import is, what type a name has, or what a call does.
//! Go alone decides what it returns: HTTP is found in `queries/http.scm`, which [`queries`] reads as data.

pub mod arity;
pub mod body;
pub mod items;
pub mod lex;
pub mod lower;
pub mod names;
pub mod outline;
pub mod queries;
pub mod syntax;
pub mod tree;
