//! Numbers and names that are the same everywhere for the same seed.

const STARTS: [&str; 18] =
    ["ba", "co", "da", "fe", "ga", "ho", "ja", "ki", "lo", "me", "no", "pa", "ri", "so", "tu", "va", "wi", "zo"];
const ENDS: [&str; 16] =
    ["ber", "cal", "dex", "fin", "gram", "kel", "lum", "mar", "nik", "pol", "ros", "sten", "tik", "ven", "wex", "zan"];

/// How many words a part of a tree has; names of two words come from these.
const WORDS: usize = 120;

/// A generator of numbers (xorshift).
pub struct Numbers(u64);

impl Numbers {
    /// Numbers for a part of what a seed makes.
    pub fn new(seed: u64, part: usize) -> Numbers {
        let part = u64::try_from(part).unwrap_or(u64::MAX);
        let mut numbers = Numbers((seed ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15)) | 1);
        for _ in 0..8 {
            numbers.below(2);
        }
        numbers
    }

    /// A number from 0 to below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// The words of one part of a tree.
pub struct Words(Vec<String>);

impl Words {
    /// Words of three syllables or more, each once: `barikel`, `lozowex`.
    pub fn new(numbers: &mut Numbers) -> Words {
        let mut words: Vec<String> = Vec::new();
        while words.len() < WORDS {
            let word = format!("{}{}{}", numbers.pick(&STARTS), numbers.pick(&STARTS), numbers.pick(&ENDS));
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Words(words)
    }

    /// One of the words.
    pub fn word(&self, numbers: &mut Numbers) -> &str {
        &self.0[numbers.below(self.0.len())]
    }

    /// A type name of two words: `BarikelLozowex`.
    pub fn noun(&self, numbers: &mut Numbers) -> String {
        capitalised(self.word(numbers)) + &capitalised(self.word(numbers))
    }

    /// Some words, each once.
    pub fn some(&self, numbers: &mut Numbers, count: usize) -> Vec<&str> {
        let start = numbers.below(self.0.len());
        let stride = 1 + numbers.below(6);
        (0..count).map(|step| self.0[(start + step * stride) % self.0.len()].as_str()).collect()
    }
}

/// `word` -> `Word`.
pub fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// `BarikelLozowex` -> `barikelLozowex`.
pub fn lowered(noun: &str) -> String {
    noun[..1].to_lowercase() + &noun[1..]
}
