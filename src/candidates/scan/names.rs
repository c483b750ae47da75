//! The candidate names, and where a text uses them.
//!
//!     resp, err := c.fetch(u)                            `fetch`, if it is a candidate with these arguments and results
//!     get := func(u string) (*http.Response, error) {    a response word in the results of a literal
//!     v.(fetcher)(u)                                     a function word
//!
//! Comments and strings count as code. Whether a use acquires a response is not decided here.

use super::{LONGEST_LOOK, Use, each_use, fits, hash_of_use};
use crate::go::arity::Arity;
use crate::go::lex::{is_alone, is_word, opening, word_before};
use crate::go::names::{NameHash, hash, plain_hash};
use memchr::memmem::Finder;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Names of functions that may return ownership of a response, with the arities of their calls; and words that stand for the type
/// of responses or for types of such functions.
#[derive(Clone, Debug, Default)]
pub struct CandidateNames {
    names: FxHashMap<NameHash, Vec<Arity>>,
    known: Bits,
    /// Types of functions that return ownership of a response.
    function_words: Vec<Finder<'static>>,
    /// How responses are written: `http.Response`.
    response_words: Vec<Finder<'static>>,
}

impl CandidateNames {
    /// Adds a name; says whether it was not known with this arity.
    pub fn insert(&mut self, name: NameHash, arity: Arity) -> bool {
        self.known.insert(name);
        let arities = self.names.entry(name).or_default();
        let is_new = !arities.contains(&arity) && !arities.contains(&Arity::ANY);
        if is_new {
            arities.push(arity);
        }
        is_new
    }

    /// Adds the name of a type of functions that return ownership of a response.
    pub fn insert_function_word(&mut self, word: &str) {
        insert_once(&mut self.function_words, word);
    }

    /// Adds a spelling of the type of responses.
    pub fn insert_response_word(&mut self, word: &str) {
        insert_once(&mut self.response_words, word);
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = NameHash> {
        self.names.keys().copied()
    }

    /// The names of the types by which responses, and functions that return them, are known: `v.(fetcher)(u)`.
    pub fn names_in_words(&self) -> impl Iterator<Item = NameHash> {
        let words = self.function_words.iter().chain(&self.response_words);
        words.flat_map(|word| {
            let name = word.needle().rsplit(|byte| *byte == b'.').next().unwrap_or_default();
            [hash(name), plain_hash(name)]
        })
    }

    /// The arities of the calls by a name; `None` if it is no candidate.
    #[inline]
    pub fn arities(&self, name: NameHash) -> Option<&[Arity]> {
        if self.known.has(name) { self.names.get(&name).map(Vec::as_slice) } else { None }
    }

    /// Whether a text uses values of functions that return ownership of a response, as far as their types are written.
    pub fn has_words_in(&self, text: &str) -> bool {
        let mut is_found = false;
        self.each_word(text.as_bytes(), |_| is_found = true);
        is_found
    }

    /// The offsets of the uses of one of the names that fit.
    pub fn fitting_in(&self, text: &[u8]) -> Vec<usize> {
        let mut offsets = Vec::new();
        self.each_fitting_use(text, |start, _| offsets.push(start));
        offsets
    }

    /// The offsets with those of values of functions that return ownership of a response added, sorted.
    pub fn with_words_in(&self, text: &[u8], mut offsets: Vec<usize>) -> Vec<usize> {
        self.each_word(text, |at| offsets.push(at));
        offsets.sort_unstable();
        offsets
    }

    /// Calls `found` with the offset of each value of a function that returns ownership of a response, as far as its type is
    /// written.
    fn each_word(&self, text: &[u8], mut found: impl FnMut(usize)) {
        static LITERAL: LazyLock<Finder> = LazyLock::new(|| Finder::new("func("));
        for word in &self.function_words {
            word.find_iter(text).filter(|at| is_alone(text, *at, word.needle())).for_each(&mut found);
        }
        if !self.response_words.is_empty() && LITERAL.find(text).is_some() {
            for word in &self.response_words {
                word.find_iter(text).filter(|at| is_result_of_literal(text, *at)).for_each(&mut found);
            }
        }
    }

    /// Whether all values in a text of functions that return ownership of a response are literals,
    /// `func(..) (*http.Response, error) {`, and conversions, `T(f)`.
    pub fn has_only_literals_in(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let all = |word: &Finder, is_fine: &dyn Fn(usize) -> bool| {
            let mut whole = word.find_iter(text).filter(|at| is_alone(text, *at, word.needle()));
            whole.all(|at| is_fine(at + word.needle().len()))
        };
        self.function_words.iter().all(|word| all(word, &|end| text.get(end) == Some(&b'(')))
            && self.response_words.iter().all(|word| all(word, &|end| is_in_head_of_literal(text, end)))
    }

    /// Calls `found` with the offset of each use of one of the names that fits.
    pub fn each_fitting_use(&self, text: &[u8], mut found: impl FnMut(usize, Use)) {
        each_use(text, |name, start, usage| {
            if self.fit_at(text, name, start, usage) {
                found(start, usage);
            }
        });
    }

    /// Whether the use of a name is one of a candidate.
    fn fit_at(&self, text: &[u8], name: &[u8], start: usize, usage: Use) -> bool {
        let (name, other) = hash_of_use(text, name, start);
        let is_used = |name| self.arities(name).is_some_and(|arities| fits(text, start, usage, arities));
        is_used(name) || other.is_some_and(is_used)
    }
}

/// A set of hashes that says yes too often: one bit for all that end alike. Most names of a text are not among the few hundred
/// candidates, and one bit shows it.
#[derive(Clone, Debug, Default)]
pub struct Bits(Vec<u64>);

/// The number of bits; a few hundred names leave nearly all of them empty.
const BITS: u32 = 1 << 16;

impl Bits {
    /// Adds a hash.
    pub fn insert(&mut self, hash: NameHash) {
        self.0.resize(BITS as usize / 64, 0);
        let bit = hash % BITS;
        self.0[bit as usize / 64] |= 1 << (bit % 64);
    }

    /// Whether a hash may have been added.
    #[inline]
    pub fn has(&self, hash: NameHash) -> bool {
        let bit = hash % BITS;
        self.0.get(bit as usize / 64).is_some_and(|bits| bits & (1 << (bit % 64)) != 0)
    }
}

fn insert_once(words: &mut Vec<Finder<'static>>, word: &str) {
    if !words.iter().any(|known| known.needle() == word.as_bytes()) {
        words.push(Finder::new(word).into_owned());
    }
}

/// Whether the results in which a word ends are followed by a body, or it stands outside of brackets.
fn is_in_head_of_literal(text: &[u8], end: usize) -> bool {
    let rest = &text[end..];
    let len = rest.iter().take_while(|byte| is_word(**byte) || matches!(byte, b',' | b' ' | b'.' | b'*')).count();
    match rest.get(len) {
        Some(b')') => rest[len + 1..].trim_ascii_start().starts_with(b"{"),
        // `&http.Response{`, `func() *http.Response {`
        other => other == Some(&b'{'),
    }
}

/// Whether a word stands in the results of a `func(..)`, a literal or a type: `func(u string) (*http.Response, error)`.
fn is_result_of_literal(text: &[u8], at: usize) -> bool {
    let limit = at.saturating_sub(LONGEST_LOOK);
    // Back over `(resp *` or `(any, interface{}, *`, in front of which the parameters end.
    let front = (limit..at).rev().find(|front| match text[*front] {
        b'{' => text.get(*front + 1) != Some(&b'}'),
        b'}' => text[..*front].last() != Some(&b'{'),
        byte => matches!(byte, b')' | b'(' | b';' | b'='),
    });
    // `(struct{ a int }, *`, or a comment that is longer than [`LONGEST_LOOK`].
    if front.map_or(limit > 0, |front| text[front] == b'}' && text.get(front + 1) == Some(&b',')) {
        return true;
    }
    let close = front.and_then(|front| match text[front] {
        b')' => Some(front),
        b'(' => {
            let before = text[..front].trim_ascii_end();
            before.ends_with(b")").then(|| before.len() - 1)
        }
        _ => None,
    });
    let open = close.and_then(|close| opening(text, close, limit));
    close.is_some() && open.is_none_or(|open| word_before(text, open) == b"func")
}
