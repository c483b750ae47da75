//! Stacks that are large enough for code as deep as it is read.
//!
//! Code is lowered [`crate::go::lower::DEEPEST`] levels deep, and a level of the deepest kind takes about 10 KiB of stack in a
//! debug build: more than the two MiB that a thread has unless somebody asks for more, and `ulimit -s` may leave the
//! first thread of a program with less.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::OnceLock;

/// The bytes of a stack.
pub const SIZE: usize = 64 << 20;

/// Runs `work`, and what it does in parallel, on threads with such stacks. On a thread of a pool it runs there: whoever has
/// made that pool has given it [`SIZE`].
pub fn on_large<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    if rayon::current_thread_index().is_some() {
        return work();
    }
    let pool = POOL.get_or_init(|| ThreadPoolBuilder::new().stack_size(SIZE).build().ok());
    match pool {
        Some(pool) => pool.install(work),
        // No threads can be had at all.
        None => work(),
    }
}
