//! The rules: ids, names, levels and texts. Each is one row of data; nothing here reads Go code.
//!
//! `bodyguard explain`, `bodyguard rules`, SARIF and docs/rules are made from these rows:
//!
//!     Rule::find("bg002")            // Some(Rule::LeaksOnPath)
//!     Rule::LeaksOnPath.text().name  // "leaks-on-path"

mod table;

pub use table::RULES;

use crate::ground::suggest::closest;

/// How much a finding of a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported unless it is selected.
    Off,
    /// Reported; does not fail the run.
    Warning,
    /// Reported; the exit code is 1.
    Error,
}

impl Level {
    /// The level as it is written in the configuration and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

/// A rule, by its place in [`RULES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// No path closes the body.
    NeverClosed,
    /// The body is closed or escapes on some path, but not on all.
    LeaksOnPath,
    /// The response is discarded: `_, err := f()`, or a bare call.
    DiscardedResponse,
    /// The last variable that holds the response is reassigned.
    OverwrittenResponse,
    /// `defer resp.Body.Close()` inside a loop.
    DeferInLoop,
    /// The response is used before its error is checked.
    ClosedBeforeCheck,
    /// A `//bodyguard:ignore` that silences nothing.
    UnusedSuppression,
    /// The body is read after it was closed, or the context of its request cancelled.
    ReadAfterClose,
}

/// The level of each rule in one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels([Level; RULES.len()]);

impl Default for Levels {
    fn default() -> Levels {
        Levels(std::array::from_fn(|index| RULES[index].level))
    }
}

impl Levels {
    /// The level of a rule.
    pub fn of(&self, rule: Rule) -> Level {
        self.0[rule as usize]
    }

    /// Gives a rule another level.
    pub fn set(&mut self, rule: Rule, level: Level) {
        self.0[rule as usize] = level;
    }
}

/// The texts of a rule.
#[derive(Debug)]
pub struct RuleText {
    /// The rule.
    pub rule: Rule,
    /// `BG001`; never reused for another rule.
    pub id: &'static str,
    /// `never-closed`.
    pub name: &'static str,
    /// The default level.
    pub level: Level,
    /// One line without a full stop.
    pub summary: &'static str,
    /// The code that the rule finds.
    pub what: &'static str,
    /// The consequence for the program.
    pub why: &'static str,
    /// Go code that breaks the rule.
    pub leaking: &'static str,
    /// That code, fixed.
    pub fixed: &'static str,
    /// When a finding may be ignored.
    pub ignore_when: &'static str,
}

/// The home page of the project; empty if the package names none.
pub const HOME: &str = env!("CARGO_PKG_REPOSITORY");

impl Rule {
    /// The row of the rule.
    pub fn text(self) -> &'static RuleText {
        &RULES[self as usize]
    }

    /// `BG001`.
    pub fn id(self) -> &'static str {
        self.text().id
    }

    /// `never-closed`.
    pub fn name(self) -> &'static str {
        self.text().name
    }

    /// The rule with this id or name, in any case.
    pub fn find(word: &str) -> Option<Rule> {
        RULES
            .iter()
            .find(|text| text.id.eq_ignore_ascii_case(word) || text.name.eq_ignore_ascii_case(word))
            .map(|text| text.rule)
    }

    /// The web page of the rule; `None` if the project has no home page.
    pub fn url(self) -> Option<String> {
        (!HOME.is_empty()).then(|| format!("{HOME}/blob/main/docs/rules/{}.md", self.name()))
    }
}

/// Selects rules: an id, a name, or `ALL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selector {
    /// Every rule.
    All,
    /// One rule.
    One(Rule),
}

impl std::str::FromStr for Selector {
    type Err = String;

    fn from_str(word: &str) -> Result<Selector, String> {
        let word = word.trim();
        if word.eq_ignore_ascii_case("all") {
            return Ok(Selector::All);
        }
        let rule = Rule::find(word).ok_or_else(|| unknown_rule(word))?;
        Ok(Selector::One(rule))
    }
}

impl std::fmt::Display for Selector {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(match self {
            Selector::All => "ALL",
            Selector::One(rule) => rule.name(),
        })
    }
}

impl Selector {
    /// Whether the rule is selected.
    pub fn chooses(self, rule: Rule) -> bool {
        match self {
            Selector::All => true,
            Selector::One(one) => one == rule,
        }
    }
}

impl RuleText {
    /// The whole description as Markdown, headed by id and name.
    pub fn explanation(&self) -> String {
        format!("# {} ({})\n\n{}", self.name, self.id, self.body())
    }

    /// The description as Markdown, without the heading.
    pub fn body(&self) -> String {
        let RuleText { summary, what, why, leaking, fixed, ignore_when, .. } = self;
        let level = self.level.name();
        format!(
            "{summary}.\n\nDefault level: {level}\n\n## What it finds\n\n{what}\n\n## Why it matters\n\n{why}\n\n\
             ## Found\n\n```go\n{leaking}```\n\n## Fixed\n\n```go\n{fixed}```\n\n## When to ignore it\n\n{ignore_when}\n"
        )
    }
}

/// A message about an unknown rule.
pub fn unknown_rule(word: &str) -> String {
    let known = RULES.iter().flat_map(|text| [text.name, text.id]);
    match closest(word, known) {
        Some(meant) => format!("unknown rule `{word}`, did you mean `{meant}`?"),
        None => format!("unknown rule `{word}`; `bodyguard rules` lists all of them"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_stands_at_its_place() {
        for (index, text) in RULES.iter().enumerate() {
            assert_eq!(text.rule as usize, index);
            assert_eq!(text.id, format!("BG{:03}", index + 1));
        }
    }

    #[test]
    fn rules_are_found_by_id_and_name_in_any_case() {
        assert_eq!(Rule::find("bg002"), Some(Rule::LeaksOnPath));
        assert_eq!(Rule::find("Leaks-On-Path"), Some(Rule::LeaksOnPath));
        assert_eq!(Rule::find("BG02"), None);
    }

    #[test]
    fn explanations_are_whole() {
        for text in &RULES {
            let explanation = text.explanation();
            assert!(explanation.contains(text.id), "{explanation}");
            assert!(!text.summary.ends_with('.'), "{}", text.summary);
            assert!(text.leaking.ends_with("}\n") && text.fixed.ends_with("}\n"));
        }
    }
}
