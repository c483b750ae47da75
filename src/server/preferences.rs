//! The settings that come from the editor: `initializationOptions`, and what the client answers to `workspace/configuration`.
//!
//!     {"minConfidence": "high", "diagnosticMode": "openFiles", "check": {"exclude": ["gen/"]}, "fix": {"style": "defer-func"}}
//!
//! Some keys are the server's own; all others are those of `bodyguard.toml`, and win over the file key by key. The same code reads
//! them there (see [`crate::run::settings`]).

use super::log::LogLevel;
use crate::findings::finding::Confidence;
use crate::ground::suggest;
use clap::ValueEnum;
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::time::Duration;

/// How long the server waits after a change for the next one, unless the settings say otherwise.
const DEBOUNCE: Duration = Duration::from_millis(100);

/// A longer wait counts as a mistake.
const LONGEST_DEBOUNCE: u64 = 60_000;

/// The files with diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All files of the workspace, as they are saved, and the open ones, as they are.
    #[default]
    Workspace,
    /// The open ones.
    OpenFiles,
}

/// The settings of the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The configuration file, instead of the nearest one.
    pub config: Option<PathBuf>,
    /// Findings that are less certain are not reported.
    pub min_confidence: Confidence,
    /// The files with diagnostics.
    pub scope: Scope,
    /// How long the server waits after a change for the next one.
    pub debounce: Duration,
    /// The level of the log.
    pub log_level: Option<LogLevel>,
    /// Settings in the format of the configuration file.
    pub overrides: String,
}

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            config: None,
            min_confidence: Confidence::default(),
            scope: Scope::default(),
            debounce: DEBOUNCE,
            log_level: None,
            overrides: String::new(),
        }
    }
}

/// Keys that extensions of editors have for themselves.
const OF_EXTENSIONS: [&str; 4] = ["enable", "path", "args", "trace"];

/// The keys of the server.
const OWN: [&str; 5] = ["config", "minConfidence", "diagnosticMode", "debounce", "logLevel"];

/// The keys of the configuration file.
const OF_FILE: [&str; 8] = ["check", "fix", "stubs", "per-file", "acquire", "handled", "closes", "noreturn"];

/// Reads settings, those of later values over those of earlier ones. Returns a sentence for each that has no effect.
pub fn read(values: &[&Value]) -> (Preferences, Vec<String>) {
    let mut all = Map::new();
    for value in values {
        merge(&mut all, value);
    }
    let mut preferences = Preferences::default();
    let mut mistakes = Vec::new();
    let mut of_file = Map::new();
    for (key, value) in all {
        if OF_FILE.contains(&key.as_str()) {
            of_file.insert(key, value);
        } else if OWN.contains(&key.as_str()) {
            mistakes.extend(preferences.set(&key, &value));
        } else if !OF_EXTENSIONS.contains(&key.as_str()) {
            let meant = suggest::closest(&key, OWN.into_iter().chain(OF_FILE));
            let hint = meant.map_or(String::new(), |meant| format!(", did you mean `{meant}`?"));
            mistakes.push(format!("unknown setting `{key}`{hint}"));
        }
    }
    if !of_file.is_empty() {
        match toml::to_string(&of_file) {
            Ok(text) => preferences.overrides = text,
            Err(error) => mistakes.push(format!("settings that the configuration file cannot hold: {error}")),
        }
    }
    (preferences, mistakes)
}

/// Puts the values of an object over others, objects in it likewise. A null is no value.
fn merge(below: &mut Map<String, Value>, over: &Value) {
    for (key, value) in over.as_object().into_iter().flatten() {
        match value {
            Value::Null => {}
            Value::Object(_) => {
                let entry = below.entry(key.clone()).or_insert_with(|| Value::Object(Map::new()));
                match entry.as_object_mut() {
                    Some(object) => merge(object, value),
                    None => *entry = value.clone(),
                }
            }
            value => drop(below.insert(key.clone(), value.clone())),
        }
    }
}

impl Preferences {
    /// Sets one of the server's own settings. Returns a sentence if the value has no effect.
    fn set(&mut self, key: &str, value: &Value) -> Option<String> {
        let word = value.as_str().unwrap_or("");
        let is_set = match key {
            "config" => {
                self.config = (!word.is_empty()).then(|| PathBuf::from(word));
                value.is_string()
            }
            "minConfidence" => {
                let found = Confidence::from_str(word, true).ok();
                self.min_confidence = found.unwrap_or_default();
                found.is_some()
            }
            "diagnosticMode" => {
                self.scope = if word == "openFiles" { Scope::OpenFiles } else { Scope::Workspace };
                word == "openFiles" || word == "workspace"
            }
            "debounce" => {
                let millis = value.as_u64().filter(|millis| *millis <= LONGEST_DEBOUNCE);
                self.debounce = millis.map_or(DEBOUNCE, Duration::from_millis);
                millis.is_some()
            }
            _ => {
                self.log_level = LogLevel::named(word);
                self.log_level.is_some()
            }
        };
        (!is_set).then(|| format!("the setting `{key}` cannot be {value}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn later_values_win_key_by_key() {
        let first = json!({"debounce": 5, "check": {"tests": false, "exclude": ["a/"]}, "trace": {"server": "off"}});
        let second = json!({"minConfidence": "high", "debounce": null, "check": {"exclude": ["b/"], "select": null}});
        let (preferences, mistakes) = read(&[&first, &Value::Null, &second]);
        assert_eq!(mistakes, [""; 0]);
        assert_eq!(preferences.debounce, Duration::from_millis(5));
        assert_eq!(preferences.min_confidence, Confidence::High);
        let overrides: toml::Table = preferences.overrides.parse().unwrap();
        assert_eq!(overrides["check"].to_string(), "{ exclude = [\"b/\"], tests = false }");
    }

    #[test]
    fn settings_without_effect_are_named() {
        let (preferences, mistakes) = read(&[
            &json!({"diagnosticMod": "x", "diagnosticMode": "all", "debounce": -1, "config": 3, "logLevel": "loud"}),
        ]);
        assert_eq!(preferences, Preferences::default());
        assert_eq!(mistakes.len(), 5, "{mistakes:?}");
        assert!(mistakes.iter().any(|line| line == "unknown setting `diagnosticMod`, did you mean `diagnosticMode`?"));
    }

    #[test]
    fn all_keys_of_the_file_are_known() {
        let schema: Value = serde_json::from_str(crate::run::settings::config::SCHEMA).unwrap();
        let mut keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
        keys.sort();
        let mut known = OF_FILE.to_vec();
        known.sort();
        assert_eq!(keys, known);
    }
}
