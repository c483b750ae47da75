//! Writes a Go tree to measure on.
//!
//!     cargo run --release --example go_tree -- DIR --scale 10 --seed 1
//!     cargo run --release --example go_tree -- DIR --shape huge-package

#[path = "../benches/go_tree/mod.rs"]
mod go_tree;

use clap::Parser;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes a Go tree to measure on
#[derive(Parser)]
struct Args {
    /// The folder to write to
    folder: PathBuf,
    /// realistic, huge-package, huge-function, deep-chain, wide-interface or many-wrappers
    #[arg(long, default_value = "realistic")]
    shape: String,
    /// How large: units of 400 files, or for other shapes their files, lines, functions
    #[arg(long, alias = "size")]
    scale: Option<usize>,
    /// Another seed gives other names
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), String> {
    let (shape, size) = go_tree::shape(&args.shape)?;
    let written = go_tree::write(&args.folder, shape, args.scale.unwrap_or(size), args.seed)
        .map_err(|error| format!("{}: {error}", args.folder.display()))?;
    let written_line = writeln!(std::io::stdout(), "{} files, {} bytes", written.files, written.bytes);
    written_line.map_err(|error| error.to_string())
}
