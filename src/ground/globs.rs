//! Patterns for paths, as they are written in a `.gitignore`, relative to one folder.
//!
//!     let globs = Globs::new(Path::new("/repo"), &["gen/".into(), "*.pb.go".into()])?;
//!     globs.covers(Path::new("/repo/gen/a.go"))   // true: a folder covers what it holds
//!
//! The folder is absolute, and paths are made absolute before they are matched: a run in a subfolder of the repository sees the
//! files that a run at its root sees.

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder, Glob};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A list of patterns and the folder they start from.
#[derive(Clone, Debug)]
pub struct Globs {
    folder: PathBuf,
    matcher: Gitignore,
    /// The patterns, and whether each has decided about a path; copies share it.
    patterns: Arc<[(String, AtomicBool)]>,
}

impl Default for Globs {
    fn default() -> Globs {
        Globs { folder: PathBuf::new(), matcher: Gitignore::empty(), patterns: Arc::default() }
    }
}

impl Globs {
    /// Patterns relative to an absolute folder. Fails with a sentence about the first pattern that is not valid.
    pub fn new(folder: &Path, patterns: &[String]) -> Result<Globs, String> {
        let mut builder = GitignoreBuilder::new(folder);
        for pattern in patterns {
            builder.add_line(None, pattern).map_err(|error| format!("`{pattern}` is not a valid pattern: {error}"))?;
        }
        let matcher = builder.build().map_err(|error| error.to_string())?;
        let patterns = patterns.iter().map(|pattern| (pattern.clone(), AtomicBool::new(false))).collect();
        Ok(Globs { folder: folder.to_path_buf(), matcher, patterns })
    }

    /// The folder that the patterns start from.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The patterns, by number, that have decided about no path so far. They may match paths all the same, if a later pattern does too.
    pub fn idle(&self) -> impl Iterator<Item = (usize, &str)> {
        let idle = |(_, (_, is_used)): &(usize, &(String, AtomicBool))| !is_used.load(Ordering::Relaxed);
        self.patterns.iter().enumerate().filter(idle).map(|(number, (pattern, _))| (number, pattern.as_str()))
    }

    fn is_ignore(&self, found: Match<&Glob>) -> bool {
        if let Match::Ignore(glob) | Match::Whitelist(glob) = &found {
            let same = self.patterns.iter().filter(|(pattern, _)| pattern == glob.original());
            same.for_each(|(_, is_used)| is_used.store(true, Ordering::Relaxed));
        }
        found.is_ignore()
    }

    /// Whether there is no pattern.
    pub fn is_empty(&self) -> bool {
        self.matcher.is_empty()
    }

    /// Whether a pattern matches the file or one of the folders above it. False outside the folder of the patterns.
    pub fn covers(&self, path: &Path) -> bool {
        self.relative(path).is_some_and(|path| self.is_ignore(self.matcher.matched_path_or_any_parents(path, false)))
    }

    /// Whether a pattern matches the file or folder itself. A walk needs no more: it has looked up the folders above before.
    pub fn matches(&self, path: &Path, is_folder: bool) -> bool {
        self.relative(path).is_some_and(|path| self.is_ignore(self.matcher.matched(path, is_folder)))
    }

    /// The path relative to the folder, if it is below it. The matcher panics on any other path.
    fn relative(&self, path: &Path) -> Option<PathBuf> {
        if self.is_empty() {
            return None;
        }
        let absolute = std::path::absolute(path).ok()?;
        Some(absolute.strip_prefix(&self.folder).ok()?.to_path_buf())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(patterns: &[&str]) -> Globs {
        let patterns: Vec<String> = patterns.iter().map(|word| word.to_string()).collect();
        Globs::new(Path::new("/repo"), &patterns).unwrap()
    }

    #[test]
    fn a_folder_covers_what_it_holds() {
        let globs = globs(&["gen/", "*.pb.go", "!keep.pb.go"]);
        assert!(globs.covers(Path::new("/repo/a/gen/b.go")));
        assert!(globs.covers(Path::new("/repo/x.pb.go")));
        assert!(!globs.covers(Path::new("/repo/keep.pb.go")));
        assert!(!globs.covers(Path::new("/repo/gen.go")));
    }

    #[test]
    fn patterns_that_decide_nothing_are_idle() {
        let globs = globs(&["gen/", "*.pb.go", "!keep.pb.go"]);
        assert!(globs.covers(Path::new("/repo/gen/b.go")));
        assert!(!globs.clone().covers(Path::new("/repo/keep.pb.go")));
        assert_eq!(globs.idle().collect::<Vec<_>>(), [(1, "*.pb.go")]);
    }

    #[test]
    fn paths_elsewhere_are_not_covered() {
        assert!(!globs(&["*.go"]).covers(Path::new("/other/a.go")));
        assert!(!Globs::default().covers(Path::new("/repo/a.go")));
    }

    #[test]
    fn a_broken_pattern_is_named() {
        let error = Globs::new(Path::new("/repo"), &["[z-a]".to_string()]).unwrap_err();
        assert!(error.contains("`[z-a]`"), "{error}");
    }
}
