//! Which names mean what: packages of the repository, vendor folders, the module cache and stubs.

pub mod embedded;
pub mod index;
pub mod resolve;
