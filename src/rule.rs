//! The rules: their ids, names, levels and texts. One row of data each; nothing here looks at code.
//!
//! `bodyguard explain`, `bodyguard rules`, SARIF and the README read the same rows:
//!
//!     Rule::find("bg002")            // Some(Rule::LeaksOnPath)
//!     Rule::LeaksOnPath.text().name  // "leaks-on-path"

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
    /// Some path closes the body or hands it over, another does not.
    LeaksOnPath,
    /// The response is thrown away by the call itself.
    DiscardedResponse,
    /// The last variable that holds the response is overwritten.
    OverwrittenResponse,
    /// `defer resp.Body.Close()` inside a loop.
    DeferInLoop,
    /// The response is used before the error that came with it is looked at.
    ClosedBeforeCheck,
    /// A `//bodyguard:ignore` that silences nothing.
    UnusedSuppression,
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

/// All that is said about a rule.
#[derive(Debug)]
pub struct RuleText {
    /// The rule.
    pub rule: Rule,
    /// `BG001`; never given to another rule.
    pub id: &'static str,
    /// `never-closed`.
    pub name: &'static str,
    /// The level unless the configuration says another.
    pub level: Level,
    /// One line without a full stop.
    pub summary: &'static str,
    /// What is found.
    pub what: &'static str,
    /// What happens to the program.
    pub why: &'static str,
    /// Go code that breaks the rule.
    pub leaking: &'static str,
    /// The same code, mended.
    pub fixed: &'static str,
    /// When a finding may be ignored.
    pub ignore_when: &'static str,
}

/// The home of the project on the web; empty as long as the package does not name one.
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

    /// The rule with this id or name; upper and lower case are the same.
    pub fn find(word: &str) -> Option<Rule> {
        RULES
            .iter()
            .find(|text| text.id.eq_ignore_ascii_case(word) || text.name.eq_ignore_ascii_case(word))
            .map(|text| text.rule)
    }

    /// The web page that describes the rule, if the project has a home.
    pub fn url(self) -> Option<String> {
        (!HOME.is_empty()).then(|| format!("{HOME}/blob/main/docs/rules.md#{}", self.name()))
    }
}

/// Words that choose rules: an id, a name, or `ALL`.
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
        let rule = Rule::find(word).ok_or_else(|| crate::spelling::unknown_rule(word))?;
        Ok(Selector::One(rule))
    }
}

impl Selector {
    /// Whether the rule is chosen.
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

    /// The description as Markdown without its head line.
    pub fn body(&self) -> String {
        let RuleText {
            summary,
            what,
            why,
            leaking,
            fixed,
            ignore_when,
            ..
        } = self;
        let level = self.level.name();
        format!(
            "{summary}.\n\nDefault level: {level}\n\n## What it finds\n\n{what}\n\n## Why it matters\n\n{why}\n\n\
             ## Found\n\n```go\n{leaking}```\n\n## Mended\n\n```go\n{fixed}```\n\n## When to ignore it\n\n{ignore_when}\n"
        )
    }
}

/// What an open body costs: the same for all rules that find one.
const LEAK_COSTS: &str = "\
An open body keeps its connection and two goroutines of the transport alive, `persistConn.readLoop` and
`persistConn.writeLoop`. They end only when the body is read to its end or closed, when the request is cancelled or
its context is done, or when the connection dies. A service that leaks one body for each request it serves runs out
of file descriptors or memory. Neither `request.Close = true` nor a connection pool setting ends them.";

/// All rules, in the order of [`Rule`].
pub static RULES: [RuleText; 7] = [
    RuleText {
        rule: Rule::NeverClosed,
        id: "BG001",
        name: "never-closed",
        level: Level::Error,
        summary: "No path closes the response body",
        what: "\
A call hands over an `*http.Response` and no path through the function closes its body, returns the response, stores
it, or cancels the context of its request. Reading the body is not enough: a read that stops early leaves it open.",
        why: LEAK_COSTS,
        leaking: "\
func version(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return \"\", err
	}
	return resp.Header.Get(\"X-Version\"), nil // the body is still open
}
",
        fixed: "\
func version(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return \"\", err
	}
	defer resp.Body.Close()
	return resp.Header.Get(\"X-Version\"), nil
}
",
        ignore_when: "\
The body is closed by code that cannot be seen, for example by a test double that is reset elsewhere. If a helper
closes it, name the helper under `[[closes]]` in the configuration instead of ignoring each call.",
    },
    RuleText {
        rule: Rule::LeaksOnPath,
        id: "BG002",
        name: "leaks-on-path",
        level: Level::Error,
        summary: "The response body stays open on one path",
        what: "\
Some paths close the body or hand the response over, but the path that is shown does not: mostly an early return for
a status code or a failed read that stands before `defer resp.Body.Close()`.",
        why: LEAK_COSTS,
        leaking: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status) // returns with the body open
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        fixed: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // directly after the error check: covers every later return
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return decode(resp.Body)
}
",
        ignore_when: "\
The path that is shown cannot be walked, because of a fact that the code does not say: for example two conditions
that never hold together.",
    },
    RuleText {
        rule: Rule::DiscardedResponse,
        id: "BG003",
        name: "discarded-response",
        level: Level::Error,
        summary: "The response is thrown away and its body stays open",
        what: "\
The response is assigned to `_`, or the call stands alone as a statement. Nothing is left that could close the body.",
        why: LEAK_COSTS,
        leaking: "\
func ping(url string) error {
	_, err := http.Get(url)
	return err
}
",
        fixed: "\
func ping(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
",
        ignore_when: "\
The program ends right after the call. Even then a copy of the code in a server leaks.",
    },
    RuleText {
        rule: Rule::OverwrittenResponse,
        id: "BG004",
        name: "overwritten-response",
        level: Level::Error,
        summary: "The variable is overwritten while the body is open",
        what: "\
The last variable that holds the response gets another value before the body is closed. The usual case is a retry
loop: each round but the last loses its response.",
        why: LEAK_COSTS,
        leaking: "\
func retry(url string) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = http.Get(url) // the response of the round before is lost
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}
",
        fixed: "\
func retry(url string) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range 3 {
		if resp != nil {
			resp.Body.Close()
		}
		resp, err = http.Get(url)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}
",
        ignore_when: "\
The overwritten response is known to have been closed by code that cannot be seen.",
    },
    RuleText {
        rule: Rule::DeferInLoop,
        id: "BG005",
        name: "defer-in-loop",
        level: Level::Off,
        summary: "The body is closed only when the function ends, not when the loop goes on",
        what: "\
`defer resp.Body.Close()` stands in a loop. The bodies of all rounds stay open until the function returns.",
        why: "\
Deferred calls run at the end of the function, not at the end of a round. A loop over a thousand addresses holds a
thousand connections open at once; a loop that never ends never closes any. Nothing is lost for good when the loop is
short, which is why the rule is off unless it is selected.",
        leaking: "\
func crawl(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // runs when crawl returns
		if err := store(resp.Body); err != nil {
			return err
		}
	}
	return nil
}
",
        fixed: "\
func crawl(urls []string) error {
	for _, url := range urls {
		if err := fetch(url); err != nil {
			return err
		}
	}
	return nil
}

func fetch(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // runs at the end of each round
	return store(resp.Body)
}
",
        ignore_when: "The loop runs a few times at most, for example over the replicas of a small cluster.",
    },
    RuleText {
        rule: Rule::ClosedBeforeCheck,
        id: "BG006",
        name: "closed-before-check",
        level: Level::Error,
        summary: "The response is used before its error is checked",
        what: "\
`defer resp.Body.Close()`, or another use of the response, stands before the check of the error that the same call
returned.",
        why: "\
When the request fails the response is nil, and `resp.Body` panics with a nil pointer dereference. The program works
until the network does not.",
        leaking: "\
func load(url string) error {
	resp, err := http.Get(url)
	defer resp.Body.Close() // panics when the request fails
	if err != nil {
		return err
	}
	return decode(resp.Body)
}
",
        fixed: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        ignore_when: "The call never returns an error, for example because a test replaced the transport.",
    },
    RuleText {
        rule: Rule::UnusedSuppression,
        id: "BG007",
        name: "unused-suppression",
        level: Level::Warning,
        summary: "A `//bodyguard:ignore` comment silences nothing",
        what: "\
A `//bodyguard:ignore` comment covers no finding of the rules that it names: the code was mended, or the comment stands
in the wrong place.",
        why: "\
A comment that silences nothing today silences the next leak that somebody writes at that place.",
        leaking: "\
func load(url string) error {
	resp, err := http.Get(url) //bodyguard:ignore closed by decode
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        fixed: "\
func load(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}
",
        ignore_when: "Code is being moved and the comment is needed again soon.",
    },
];

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
