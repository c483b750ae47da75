//! Single stages of the analysis, for the benchmarks and fuzz targets of this repository (feature `internals`). None of it is
//! stable.

pub use crate::candidates::find;
pub use crate::check::{check, index_for};
pub use crate::findings::suppress::{apply, is_generated};
pub use crate::go::body::OUTER;
pub use crate::go::items::item_spans;
pub use crate::go::queries::Queries;
pub use crate::go::tree::{parse, parse_spans, written_in_older_go};
pub use crate::ground::globs::Globs;
pub use crate::ground::open_texts::OpenTexts;
pub use crate::leak::{Aim, Analysis, DEEPEST_CALLS, Facts, Goal, Walk, live, sites};
pub use crate::meaning::stub::read_stub;
pub use crate::program::resolve::Resolver;
pub use crate::program::{File, FuncId, FuncRef, Index, Scope, Stub};
pub use crate::run::discover::{Filter, TestFiles, discover};
pub use crate::run::settings::config::parse as parse_config;
pub use crate::run::settings::function::FunctionName;
pub use crate::run::sort;
pub use crate::server::log::{Log, LogLevel};
pub use crate::server::{ServerEnd, serve};
pub use crate::task::{Checked, Task};
