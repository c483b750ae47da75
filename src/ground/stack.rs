//! Threads whose stacks are large enough for code as deep as it is lowered.
//!
//!     let findings = stack::on_large(|| check(&files));
//!
//! Code is lowered at most 400 levels deep (`go::lower::DEEPEST`), and a level of the deepest kind takes about 10 KiB of stack in
//! a debug build. That is more than the two MiB that a thread has by default, and `ulimit -s` may leave the first thread of a
//! program with less.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::OnceLock;

/// The size of a stack in bytes.
pub const SIZE: usize = 64 << 20;

/// Runs `work`, and all that it does in parallel, on threads with such stacks. On a thread of a pool it runs there: each pool of
/// this crate is made with [`SIZE`].
pub fn on_large<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    if rayon::current_thread_index().is_some() {
        return work();
    }
    let pool = POOL.get_or_init(|| ThreadPoolBuilder::new().stack_size(SIZE).build().ok());
    match pool {
        Some(pool) => pool.install(work),
        // The system gives no threads at all.
        None => work(),
    }
}
