//! The program `bodyguard`; see `src/cli`.

#![forbid(unsafe_code)]

/// A run makes and drops millions of small values on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    bodyguard::command_line()
}
