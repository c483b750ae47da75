//! Parses one comment: the directives of the three families.
//!
//!     read("//nolint:errcheck, BodyClose // why")   // golangci-lint, the leak rules
//!     read("//bodyguard:ignore[BG002] why")         // ours, one rule
//!     read("// see the nolint list")                // None
//!
//! Only the text of the comment is read; the caller decides which lines it covers.

use crate::findings::rule::{RULES, Rule, unknown_rule};

/// Every directive of bodyguard holds this text.
pub const OWN_MARK: &[u8] = b"bodyguard:";

/// A directive in a comment.
#[derive(Debug, PartialEq, Eq)]
pub struct Directive {
    /// The tool whose rules apply.
    pub family: Family,
    /// How far it extends.
    pub extent: Extent,
    /// The rules that it silences.
    pub silences: Silences,
    /// Mistakes that leave the rest of it valid.
    pub mistakes: Vec<Mistake>,
}

/// The tool whose comment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `//nolint`, of golangci-lint.
    Nolint,
    /// `//lint:ignore`, of staticcheck.
    Staticcheck,
    /// `//bodyguard:ignore`.
    Own,
}

/// How far a directive extends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The node it belongs to.
    Node,
    /// The whole file.
    File,
}

/// The rules that are silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Silences {
    /// All rules.
    Everything,
    /// Some rules.
    Rules(Vec<Rule>),
}

/// A mistake in a directive, as a sentence.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The mistake and its consequence.
    pub message: String,
}

impl Silences {
    /// Whether the rule is silenced.
    pub fn includes(&self, rule: Rule) -> bool {
        match self {
            Silences::Everything => true,
            Silences::Rules(rules) => rules.contains(&rule),
        }
    }

    /// The rules as a message names them: `any rule`, `leaks-on-path`.
    pub fn described(&self) -> String {
        match self {
            Silences::Everything => "any rule".to_string(),
            Silences::Rules(rules) => {
                let names: Vec<_> = rules.iter().map(|rule| rule.name()).collect();
                names.join(" or ")
            }
        }
    }
}

/// Whether a text may hold a directive for golangci-lint. Never false if it does; so is [`may_hold_staticcheck`].
pub fn may_hold_nolint(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"nolint").is_some()
}

/// Whether a text may hold a directive for staticcheck.
pub fn may_hold_staticcheck(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"//lint:").is_some()
}

/// Parses a comment, `//` included. `None` if it is no directive, an error if it is a directive that silences nothing.
pub fn read(comment: &str) -> Option<Result<Directive, Mistake>> {
    let comment = comment.trim_end_matches('\r');
    if let Some(rest) = comment.strip_prefix("//bodyguard:") {
        return Some(read_own(rest));
    }
    if let Some(rest) = comment.strip_prefix("//lint:") {
        return read_staticcheck(rest);
    }
    if comment.strip_prefix("//")?.trim_start().starts_with("bodyguard:ignore") {
        return Some(Err(mistake(
            "this is an ordinary comment and silences nothing: write `//bodyguard:ignore` without a space".to_string(),
        )));
    }
    read_nolint(comment).map(Ok)
}

/// Parses a directive as golangci-lint does: slashes and spaces, `nolint`, and then a colon, a space or the end.
fn read_nolint(comment: &str) -> Option<Directive> {
    let text = comment.trim_start_matches(['/', ' ']);
    let rest = text.strip_prefix("nolint")?;
    if !(rest.is_empty() || rest.starts_with([' ', ':'])) {
        return None;
    }
    let silences = match rest.strip_prefix(':') {
        None => Silences::Everything,
        Some(list) => nolint_list(list)?,
    };
    Some(Directive { family: Family::Nolint, extent: Extent::Node, silences, mistakes: Vec::new() })
}

/// The list after `nolint:`; `None` if it names neither bodyguard nor bodyclose.
fn nolint_list(list: &str) -> Option<Silences> {
    if list.starts_with("all") {
        return Some(Silences::Everything);
    }
    let list = list.split("//").next().unwrap_or("");
    let names: Vec<String> = list.split(',').map(|name| name.trim().to_lowercase()).collect();
    if names.iter().any(|name| name == "all" || name == "bodyguard") {
        return Some(Silences::Everything);
    }
    names.iter().any(|name| name == "bodyclose").then(leak_rules)
}

/// The rules that bodyclose has too. A comment for bodyclose does not cover a response that is used before its error
/// check, which bodyclose does not report.
fn leak_rules() -> Silences {
    Silences::Rules(vec![
        Rule::NeverClosed,
        Rule::LeaksOnPath,
        Rule::DiscardedResponse,
        Rule::OverwrittenResponse,
        Rule::DeferInLoop,
    ])
}

/// `ignore CHECKS REASON` and `file-ignore CHECKS REASON`; checks may hold `*` and `?`.
fn read_staticcheck(rest: &str) -> Option<Result<Directive, Mistake>> {
    let mut words = rest.split_whitespace();
    let extent = match words.next()? {
        "ignore" => Extent::Node,
        "file-ignore" => Extent::File,
        _ => return None,
    };
    let silences = checks(words.next()?)?;
    if words.next().is_none() {
        return Some(Err(mistake(
            "this comment silences nothing: `//lint:ignore` needs a reason after the checks".to_string(),
        )));
    }
    Some(Ok(Directive { family: Family::Staticcheck, extent, silences, mistakes: Vec::new() }))
}

/// The rules that a list of checks names; `None` if it names no rule of bodyguard.
fn checks(list: &str) -> Option<Silences> {
    let patterns: Vec<&str> = list.split(',').collect();
    let names = |word: &str| patterns.iter().any(|pattern| glob(pattern, word));
    if names("bodyguard") {
        return Some(Silences::Everything);
    }
    if names("bodyclose") {
        return Some(leak_rules());
    }
    let rules: Vec<Rule> =
        RULES.iter().filter(|text| names(text.id) || names(text.name)).map(|text| text.rule).collect();
    (!rules.is_empty()).then_some(Silences::Rules(rules))
}

/// Whether a pattern with `*` and `?` matches the whole word. Only the last `*` is extended when the rest does not
/// match: to try all of them would take exponential time on `*****************x`.
fn glob(pattern: &str, word: &str) -> bool {
    let (pattern, word) = (pattern.as_bytes(), word.as_bytes());
    let (mut at, mut letter) = (0, 0);
    let mut last_star = None;
    while letter < word.len() {
        match pattern.get(at) {
            Some(b'*') => {
                last_star = Some((at, letter));
                at += 1;
            }
            Some(sign) if *sign == b'?' || *sign == word[letter] => {
                at += 1;
                letter += 1;
            }
            _ => {
                let Some((star, taken)) = last_star else {
                    return false;
                };
                last_star = Some((star, taken + 1));
                (at, letter) = (star + 1, taken + 1);
            }
        }
    }
    pattern[at..].iter().all(|sign| *sign == b'*')
}

/// Parses the text after `//bodyguard:`.
fn read_own(rest: &str) -> Result<Directive, Mistake> {
    let verb_end = rest
        .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_')
        .unwrap_or(rest.len());
    let (verb, rest) = rest.split_at(verb_end);
    if verb != "ignore" {
        return Err(mistake(format!(
            "`//bodyguard:{verb}` is not known and silences nothing; there is only `//bodyguard:ignore`"
        )));
    }
    let (silences, mistakes) = match rest.strip_prefix('[') {
        Some(list) => own_list(list)?,
        None if rest.is_empty() || rest.starts_with([' ', '\t']) => (Silences::Everything, Vec::new()),
        None => {
            return Err(mistake(format!(
                "`//bodyguard:ignore{rest}` silences nothing: write rules as `ignore[never-closed]`, and a space before the reason"
            )));
        }
    };
    Ok(Directive { family: Family::Own, extent: Extent::Node, silences, mistakes })
}

/// The rules up to `]`.
fn own_list(list: &str) -> Result<(Silences, Vec<Mistake>), Mistake> {
    let Some((list, _)) = list.split_once(']') else {
        return Err(mistake("this comment silences nothing: the list of rules has no `]`".to_string()));
    };
    let mut rules = Vec::new();
    let mut mistakes = Vec::new();
    for word in list.split(',').map(str::trim) {
        match Rule::find(word) {
            Some(rule) => rules.push(rule),
            None => {
                let unknown = unknown_rule(word);
                mistakes.push(mistake(format!("in `//bodyguard:ignore`: {unknown}")));
            }
        }
    }
    match (rules.is_empty(), mistakes.pop()) {
        (true, Some(first)) => Err(first),
        (_, last) => {
            mistakes.extend(last);
            Ok((Silences::Rules(rules), mistakes))
        }
    }
}

fn mistake(message: String) -> Mistake {
    Mistake { message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn silenced(comment: &str) -> Option<Silences> {
        Some(read(comment)?.unwrap().silences)
    }

    #[test]
    fn nolint_is_read_as_golangci_lint_reads_it() {
        let all = Some(Silences::Everything);
        let leaks = Some(leak_rules());
        assert_eq!(silenced("//nolint"), all);
        assert_eq!(silenced("// nolint because"), all);
        assert_eq!(silenced("//nolint:all"), all);
        assert_eq!(silenced("//nolint:errcheck,all"), all);
        assert_eq!(silenced("//nolint:bodyguard // why"), all);
        assert_eq!(silenced("// nolint:bodyclose // why"), leaks);
        assert_eq!(silenced("//nolint:noctx, BodyClose\r"), leaks);
        assert_eq!(silenced("//nolint: bodyclose"), leaks);
        assert_eq!(silenced("//nolint:bodyclose why"), None);
        assert_eq!(silenced("//nolint:errcheck // not bodyclose"), None);
        assert_eq!(silenced("// nolinting is prose"), None);
        assert_eq!(silenced("// see //nolint:bodyclose"), None);
        assert_eq!(silenced("/*nolint*/"), None);
    }

    #[test]
    fn staticcheck_comments_need_a_reason() {
        assert_eq!(silenced("//lint:ignore SA1000,bodyguard why"), Some(Silences::Everything));
        assert_eq!(silenced("//lint:ignore body* why"), Some(Silences::Everything));
        assert_eq!(silenced("//lint:ignore SA1000 why"), None);
        assert_eq!(silenced("//lint:ignore BG00? why").map(|it| it.includes(Rule::NeverClosed)), Some(true));
        assert!(read("//lint:ignore bodyguard").unwrap().is_err());
        assert!(read(&format!("//lint:ignore {}x why", "*".repeat(10_000))).is_none());
        assert_eq!(silenced("//lint:ignore b*d*y*g**d why"), Some(Silences::Everything));
        assert_eq!(silenced("//lint:ignore ?o*guar why"), None);
        assert!(read("//lint:ignore SA1000").is_none());
    }

    #[test]
    fn own_comments_name_rules_by_id_or_name() {
        let one = Some(Silences::Rules(vec![Rule::LeaksOnPath, Rule::NeverClosed]));
        assert_eq!(silenced("//bodyguard:ignore why"), Some(Silences::Everything));
        assert_eq!(silenced("//bodyguard:ignore[bg002, never-closed] why"), one);
        assert_eq!(silenced("// bodyguard is a tool"), None);
    }

    #[test]
    fn mistakes_in_own_comments_are_reported() {
        let message = |comment| read(comment).unwrap().unwrap_err().message;
        assert!(message("//bodyguard:ingore").contains("only `//bodyguard:ignore`"));
        assert!(message("//bodyguard:ignore[never-close]").contains("`never-closed`"));
        assert!(message("//bodyguard:ignore[BG001").contains("no `]`"));
        assert!(message("//bodyguard:ignore[]").contains("unknown rule"));
        assert!(message("//bodyguard:ignore:BG001").contains("silences nothing"));
        assert!(message("// bodyguard:ignore why").contains("without a space"));
        let half = read("//bodyguard:ignore[BG001,BG999]").unwrap().unwrap();
        assert_eq!(half.mistakes.len(), 1);
    }
}
