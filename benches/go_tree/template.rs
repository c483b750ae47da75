//! Go code with holes: `templates/*.go`.
//!
//!     //-- fetch                     a variant of what this kind of code may look like
//!     func FetchNoun(..) {           `Noun` and `noun` become a name, others what the caller says
//!         case "item":               //* in the end: once for each of some words (`Item`, `item`)
//!         if bad { //*{              the same for several lines, up to //*}

use super::words::{Numbers, Words, capitalised, lowered};

/// The standard packages that templates may name: word before the dot, import path.
const STANDARD: [(&str, &str); 26] = [
    ("bufio", "bufio"),
    ("bytes", "bytes"),
    ("context", "context"),
    ("json", "encoding/json"),
    ("errors", "errors"),
    ("flag", "flag"),
    ("fmt", "fmt"),
    ("io", "io"),
    ("log", "log"),
    ("math", "math"),
    ("http", "net/http"),
    ("httptest", "net/http/httptest"),
    ("url", "net/url"),
    ("os", "os"),
    ("signal", "os/signal"),
    ("path", "path"),
    ("reflect", "reflect"),
    ("regexp", "regexp"),
    ("sort", "sort"),
    ("strconv", "strconv"),
    ("strings", "strings"),
    ("sync", "sync"),
    ("testing", "testing"),
    ("time", "time"),
    ("unicode", "unicode"),
    ("utf8", "unicode/utf8"),
];

/// The parts of a template: kind, and its variants.
pub struct Template(Vec<(&'static str, Vec<&'static str>)>);

impl Template {
    /// Reads a template.
    pub fn new(text: &'static str) -> Template {
        let mut kinds: Vec<(&str, Vec<&str>)> = Vec::new();
        for part in text.split("//-- ").skip(1) {
            let (kind, code) = part.split_once('\n').unwrap_or((part, ""));
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, variants)) => variants.push(code),
                None => kinds.push((kind, vec![code])),
            }
        }
        Template(kinds)
    }

    /// One variant of each kind, with the holes filled.
    pub fn fill(&self, numbers: &mut Numbers, words: &Words, noun: &str, holes: &[(&str, String)]) -> String {
        let count = 2 + numbers.below(5);
        let items = words.some(numbers, count);
        let mut text = String::new();
        for (_, variants) in &self.0 {
            repeat(variants[numbers.below(variants.len())], &items, &mut text);
        }
        let text = text.replace("Noun", noun).replace("noun", &lowered(noun));
        holes.iter().fold(text, |text, (hole, with)| text.replace(hole, with))
    }

    /// The first variant of each kind only.
    pub fn firsts(&self) -> Template {
        Template(self.0.iter().map(|(kind, variants)| (*kind, variants[..1].to_vec())).collect())
    }
}

/// Copies the lines, those with a mark once for each item.
fn repeat(code: &str, items: &[&str], into: &mut String) {
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        if let Some(line) = line.strip_suffix("//*") {
            each(&format!("{}\n", line.trim_end()), items, into);
        } else if let Some(first) = line.strip_suffix("//*{") {
            let mut part = format!("{}\n", first.trim_end());
            for line in lines.by_ref() {
                let Some(last) = line.strip_suffix("//*}") else {
                    part = part + line + "\n";
                    continue;
                };
                if !last.trim().is_empty() {
                    part = part + last.trim_end() + "\n";
                }
                break;
            }
            each(&part, items, into);
        } else {
            *into += line;
            into.push('\n');
        }
    }
}

fn each(part: &str, items: &[&str], into: &mut String) {
    for item in items {
        *into += &part.replace("Item", &capitalised(item)).replace("item", item);
    }
}

/// A file: comment, package clause, the imports that the code needs (standard ones and `others`), and the code.
pub fn file(head: &str, package: &str, others: &[(String, String)], code: &str) -> String {
    let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let names = |name: &str| lines.iter().any(|line| names_package(line, name));
    let mut text = format!("{head}package {package}\n\n");
    let mut groups: Vec<Vec<&str>> = Vec::new();
    groups.push(STANDARD.iter().filter(|(name, _)| names(name)).map(|(_, path)| *path).collect());
    groups.push(others.iter().filter(|(name, _)| names(name)).map(|(_, path)| path.as_str()).collect());
    groups.retain(|group| !group.is_empty());
    if !groups.is_empty() {
        text += "import (\n";
        let groups: Vec<String> =
            groups.iter().map(|group| group.iter().map(|path| format!("\t\"{path}\"\n")).collect()).collect();
        text += &groups.join("\n");
        text += ")\n\n";
    }
    text + code
}

/// Whether `name.` stands in a line and is no field.
fn names_package(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let is_start = before.is_none_or(|letter| !(letter.is_alphanumeric() || "_./\"".contains(letter)));
        let after = &line.as_bytes()[at + name.len()..];
        is_start && after.first() == Some(&b'.') && after.get(1).is_some_and(u8::is_ascii_uppercase)
    })
}
