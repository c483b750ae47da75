//! Import paths as text: whether one is of the standard library, its version, the likely name of its package.
//!
//!     github.com/google/go-github/v60/github    any version: github.com/google/go-github/*/github; likely name: github
//!     gopkg.in/yaml.v3                          likely name: yaml
//!
//! Nothing here looks at the disk; see [`super::imports`] and [`super::modules`] for that.

/// The path with `*` for its version: `github.com/google/go-github/v60/github` -> `github.com/google/go-github/*/github`.
/// `None` if it has no version.
pub(super) fn with_any_version(path: &str) -> Option<String> {
    // Most paths have no version, and need no list of their parts.
    if !path.contains("/v") && !path.starts_with('v') {
        return None;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let version = parts.iter().position(|part| is_version(part))?;
    let parts: Vec<&str> =
        parts.iter().enumerate().map(|(position, part)| if position == version { "*" } else { part }).collect();
    Some(parts.join("/"))
}

/// Whether an import path is the path of a module, or lies below it.
pub fn is_in_module(path: &str, module: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether an element of a path is a version: `v` and digits, such as `v2`.
pub fn is_version(element: &str) -> bool {
    let digits = element.strip_prefix('v');
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The name that a package most likely has: the last element of its path that is no version, without `go-` and `.vN`.
pub fn likely_name(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let mut last = parts.next().unwrap_or(path);
    if is_version(last) {
        last = parts.next().unwrap_or(last);
    }
    let last = last.strip_prefix("go-").unwrap_or(last);
    match last.split_once(".v") {
        Some((name, version)) if version.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => last,
    }
}

/// Whether a path is one of the standard library: its first element has no dot.
pub fn is_standard(path: &str) -> bool {
    !path.split('/').next().unwrap_or("").contains('.')
}
