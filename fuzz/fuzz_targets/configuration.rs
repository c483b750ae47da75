//! The configuration file, its patterns and the names of functions in it. The first line that reads `---` divides it from a path with
//! which the patterns are compared.

#![no_main]

use bodyguard::internals::FunctionName;
use bodyguard::internals::Globs;
use bodyguard::internals::parse_config;
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|text: &str| {
    let (text, path) = text.split_once("\n---\n").unwrap_or((text, "/repo/a/b.go"));
    match parse_config(text, "bodyguard.toml") {
        Err(failure) => assert!(failure.0.starts_with("bodyguard.toml:") && !failure.0.contains('\n'), "{}", failure.0),
        Ok(config) => {
            if let Ok(globs) = Globs::new(Path::new("/repo"), &config.check.exclude) {
                let _ = globs.covers(Path::new(path));
                let _ = globs.matches(Path::new(path), true);
            }
            for row in config.acquire.iter().chain(&config.handled).chain(&config.noreturn) {
                let written = row.func.to_string();
                assert_eq!(FunctionName::try_from(written).as_ref(), Ok(&row.func));
            }
        }
    }
});
