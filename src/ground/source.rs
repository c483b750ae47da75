//! The text of one file and the positions in it.
//!
//! Every position in this crate is a byte offset into the file as it is on disk. Lines and columns are computed from the offset
//! when a report shows them.
//!
//!     let source = Source::new(Path::new("/repo/a/b.go"), "a/b.go", bytes);
//!     source.position(17)      // line 2, column 5, both 1-based
//!
//! A run holds the texts of few files at a time: a text is dropped after its declarations are read, and read again when a body is
//! needed. All files are read here, so that there is one size limit and one wording of each error.

use rustc_hash::FxHasher;
use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::File;
use std::hash::Hasher;
#[cfg(not(unix))]
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// Files above this size are not read. The largest hand-written Go file seen in a public repository is below 2 MiB;
/// generated ones reach 30 MiB.
pub const LARGEST_FILE: u64 = 64 << 20;

/// A range of bytes in one file, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }

    /// The span as a range that can index the text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// One Go file of a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoFile {
    /// The path to open.
    pub path: PathBuf,
    /// The path to show, relative to the working directory, with `/`.
    pub shown: String,
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in bytes or UTF-16 code units: see the function that returns it.
    pub column: usize,
}

/// One file: its path, its bytes, and where its lines start.
#[derive(Debug)]
pub struct Source {
    /// The path to show: relative to the working directory where that is possible, with `/` as separator.
    pub shown: Arc<str>,
    /// The path to open.
    pub path: PathBuf,
    content: Text,
    /// Where bytes were replaced; each span is one sequence of bytes that is no character.
    replaced: Vec<Span>,
    lines: OnceLock<Vec<u32>>,
}

/// The text of a file, in memory or to be read again. Of most files only the declarations are needed.
#[derive(Debug)]
struct Text {
    held: OnceLock<String>,
    /// The file to read it from again, once it is dropped; `None` for a text that was made in memory.
    origin: Option<TextOrigin>,
    /// Whether the file had changed when it was read again; the text is empty then.
    is_lost: AtomicBool,
}

/// A file, and the hash of the text that was read from it.
#[derive(Debug)]
struct TextOrigin {
    file: Entry,
    hash: u64,
}

impl TextOrigin {
    /// The text, if the file has not changed.
    fn read(&self) -> Option<String> {
        let mut bytes = Vec::new();
        self.file.read_into(&mut bytes).ok()?;
        bytes.shrink_to_fit();
        Some(into_text(bytes).0).filter(|text| hash_of(text) == self.hash)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text { held: OnceLock::from(text), origin: None, is_lost: AtomicBool::new(false) }
    }
}

impl Text {
    /// The text; it is read again if it was dropped.
    fn get(&self) -> &str {
        self.held.get_or_init(|| {
            let Some(origin) = &self.origin else {
                return String::new();
            };
            origin.read().unwrap_or_else(|| {
                self.is_lost.store(true, Ordering::Relaxed);
                String::new()
            })
        })
    }
}

fn hash_of(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

impl Source {
    /// The text. Each byte that is not UTF-8 is replaced with `?`, so that offsets are those of the file on disk. A text that was
    /// dropped is read again: this opens the file, and the text is empty if the file has changed meanwhile.
    pub fn text(&self) -> &str {
        self.content.get()
    }

    /// Drops the text, if it was read from a file, and returns its memory for the next one. [`Source::text`] reads it again.
    /// Offsets that were found in it stay valid: a file that has changed by then counts as empty, and the run reports it.
    pub fn drop_text(&mut self) -> Vec<u8> {
        let text = self.content.origin.as_ref().and_then(|_| self.content.held.take());
        text.map_or(Vec::new(), String::into_bytes)
    }

    /// Keeps a text that was just read from the file, so that the next call of [`Source::text`] need not. Ignored if there is one,
    /// or if the file has changed.
    pub fn hold_text(&self, bytes: Vec<u8>) {
        let is_wanted = self.content.held.get().is_none();
        if let Some(origin) = self.content.origin.as_ref().filter(|_| is_wanted)
            && let Ok(mut text) = String::from_utf8(bytes)
            && hash_of(&text) == origin.hash
        {
            text.shrink_to_fit();
            // Another thread may have been faster, with the same text.
            self.content.held.get_or_init(|| text);
        }
    }

    /// The text for one use: if it was dropped, it is read again and not stored. `None` if the file has changed.
    pub fn text_once(&self) -> Option<Cow<'_, str>> {
        if let Some(held) = self.content.held.get() {
            return Some(Cow::Borrowed(held));
        }
        self.content.origin.as_ref()?.read().map(Cow::Owned)
    }

    /// The offset of the first byte that was replaced because it is not UTF-8.
    pub fn first_replaced(&self) -> Option<usize> {
        self.replaced.first().map(|span| span.range().start)
    }

    /// Whether the file had changed when its text was read again.
    pub fn has_changed(&self) -> bool {
        self.content.is_lost.load(Ordering::Relaxed)
    }

    /// A source from bytes that are already in memory.
    pub fn new(path: &Path, shown: &str, bytes: Vec<u8>) -> Source {
        let (text, replaced) = into_text(bytes);
        Source { shown: shown.into(), path: path.to_path_buf(), content: text.into(), replaced, lines: OnceLock::new() }
    }

    /// A source from bytes that were read from its file.
    pub fn of_file(file: &Entry, shown: &str, bytes: Vec<u8>) -> Source {
        let mut source = Source::new(&file.path, shown, bytes);
        let hash = hash_of(source.text());
        source.content.origin = Some(TextOrigin { file: file.clone(), hash });
        source
    }

    /// Reads a file. Fails with a sentence that says why it could not be read.
    pub fn read(path: &Path, shown: &str) -> Result<Source, String> {
        let bytes = read_bytes(path)?;
        Ok(Source::new(path, shown, bytes))
    }

    /// Offsets of the first byte of each line. Only `\n` ends a line, as in Go.
    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let mut starts = vec![0];
            starts.extend(
                memchr::memchr_iter(b'\n', self.text().as_bytes())
                    .map(|offset| u32::try_from(offset + 1).unwrap_or(u32::MAX)),
            );
            starts
        })
    }

    /// The number of lines; a text that ends in a newline has an empty last line.
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    /// 1-based line of a byte offset.
    pub fn line(&self, offset: u32) -> usize {
        self.line_starts().partition_point(|&start| start <= offset)
    }

    /// Offset of the first byte of a 1-based line; the end of the text if there is no such line.
    pub fn line_start(&self, line: usize) -> u32 {
        let starts = self.line_starts();
        starts.get(line.saturating_sub(1)).copied().unwrap_or(Span::new(0, self.text().len()).end)
    }

    /// The text of a 1-based line without its line ending.
    pub fn line_text(&self, line: usize) -> &str {
        let start = self.line_start(line) as usize;
        let end = self.line_start(line + 1) as usize;
        let text = self.text().get(start..end).unwrap_or("");
        text.trim_end_matches('\n').trim_end_matches('\r')
    }

    /// Line and column of a byte offset; the column counts bytes, as Go's tools do.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        Position { line, column: (offset - self.line_start(line)) as usize + 1 }
    }

    /// Line and column of a byte offset; the column counts UTF-16 code units, as SARIF and editors do.
    pub fn position_utf16(&self, offset: u32) -> Position {
        let line = self.line(offset);
        let before = Span { start: self.line_start(line), end: offset };
        Position { line, column: self.utf16(before).count() + 1 }
    }

    /// The UTF-16 code units of a part of the text as other programs decode the file: each sequence of bytes that is not UTF-8 is
    /// one U+FFFD.
    pub fn utf16(&self, span: Span) -> impl Iterator<Item = u16> + '_ {
        let from = self.replaced.partition_point(|broken| broken.start < span.start);
        let broken = self.replaced[from..].iter().take_while(move |broken| broken.end <= span.end);
        let ends = broken.map(|broken| (broken.start, broken.end, Some(0xfffd))).chain([(span.end, span.end, None)]);
        let mut start = span.start;
        ends.flat_map(move |(broken, next, replacement)| {
            let whole = self.slice(Span { start, end: broken });
            start = next;
            whole.encode_utf16().chain(replacement)
        })
    }

    /// All of the text.
    pub fn span(&self) -> Span {
        Span::new(0, self.text().len())
    }

    /// The text of a span, empty if the span does not lie on character boundaries of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or("")
    }
}

/// The bytes of a file. Fails with a sentence that says why it could not be read: not a regular file, too large,
/// no permission.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    read_into(path, &mut bytes)?;
    Ok(bytes)
}

/// [`read_bytes`] into a buffer that the caller uses again for the next file.
pub fn read_into(path: &Path, buffer: &mut Vec<u8>) -> Result<(), String> {
    let read = about_regular(path).and_then(|_| read_regular(path, buffer));
    if read.is_err() {
        buffer.clear();
    }
    read
}

/// The length of a file in bytes; 0 if it is not known.
pub fn len_of(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |about| about.len())
}

/// The length of a regular file in bytes. Fails if there is none, and unless the path is that of one: reading a FIFO or a device would
/// block or never end. A link into a folder of the system leads to no regular file: `/proc/kmsg` looks like one, and blocks.
pub fn about_regular(path: &Path) -> Result<u64, String> {
    let about = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if about.is_dir() {
        return Err("is a folder, not a file".to_string());
    }
    if about.is_file() && !leads_to_system(path) { Ok(about.len()) } else { Err("not a regular file".to_string()) }
}

/// Whether a path is a link into a folder whose files are made by the system while they are read.
fn leads_to_system(path: &Path) -> bool {
    let is_link = std::fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink());
    is_link
        && path.canonicalize().is_ok_and(|target| ["/proc", "/sys", "/dev"].iter().any(|root| target.starts_with(root)))
}

/// A file in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path of the file.
    pub path: Arc<Path>,
    /// Whether its folder lists it as a regular file; a link is none.
    is_regular: bool,
}

impl Entry {
    /// A file of which nothing is known yet.
    pub fn new(path: &Path) -> Entry {
        Entry { path: path.into(), is_regular: false }
    }

    /// Reads it into a buffer. Fails like [`read_into`].
    pub fn read_into(&self, buffer: &mut Vec<u8>) -> Result<(), String> {
        if !self.is_regular {
            return read_into(&self.path, buffer);
        }
        let read = read_regular(&self.path, buffer);
        if read.is_err() {
            buffer.clear();
        }
        read
    }

    /// Reads the start of the file into `head`, as much as its capacity holds. If `needs_rest` says so of that start, and there is
    /// more, the whole file is read into `whole`. Returns the buffer to look at. Fails like [`read_into`].
    pub fn read_head<'b>(
        &self,
        head: &'b mut Vec<u8>,
        whole: &'b mut Vec<u8>,
        needs_rest: impl FnOnce(&[u8]) -> bool,
    ) -> Result<&'b [u8], String> {
        if !self.is_regular {
            about_regular(&self.path)?;
        }
        let words = |error: std::io::Error| error.to_string();
        let file = File::open(&self.path).map_err(words)?;
        head.clear();
        let is_end = read_once(&file, head).map_err(words)?;
        if !needs_rest(head) || is_end {
            return Ok(head);
        }
        whole.clear();
        whole.extend_from_slice(head);
        read_on(&file, whole)?;
        Ok(whole)
    }
}

/// The entries of a folder that a Go tool looks at.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files whose names end in `.go`, sorted by path.
    pub go_files: Vec<Entry>,
    /// The names of folders, in no particular order; links are none.
    pub folders: Vec<OsString>,
    /// Whether there may be a `go.mod` or `go.work`.
    pub may_have_module: bool,
    /// Whether there may be a folder `vendor`, or a link to one.
    pub may_have_vendor: bool,
}

/// Lists a folder; nothing if it cannot be read, but then there may be a module or a `vendor` folder.
pub fn list(folder: &Path) -> Listing {
    let mut listing = Listing::default();
    let entries = std::fs::read_dir(folder);
    listing.may_have_module = entries.is_err();
    listing.may_have_vendor = entries.is_err();
    for entry in entries.into_iter().flatten().filter_map(Result::ok) {
        let kind = entry.file_type();
        if kind.as_ref().is_ok_and(std::fs::FileType::is_dir) {
            let name = entry.file_name();
            listing.may_have_vendor |= name == "vendor";
            listing.folders.push(name);
            continue;
        }
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "go") {
            let is_regular = kind.is_ok_and(|kind| kind.is_file());
            listing.go_files.push(Entry { path: path.into(), is_regular });
        } else {
            match entry.file_name().as_encoded_bytes() {
                b"go.mod" | b"go.work" => listing.may_have_module = true,
                b"vendor" => listing.may_have_vendor = true,
                _ => {}
            }
        }
    }
    // All paths are in one folder, so comparing bytes is enough; comparing components takes longer.
    listing.go_files.sort_unstable_by(|one, other| one.path.as_os_str().cmp(other.path.as_os_str()));
    listing
}

/// Reads a regular file.
fn read_regular(path: &Path, buffer: &mut Vec<u8>) -> Result<(), String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    buffer.clear();
    read_on(&file, buffer)
}

/// The room for a first read, in bytes: nearly all files fit, so that one call reads them and none is needed for their length.
const ROOM: usize = 64 << 10;

/// Appends the rest of a file to a buffer.
fn read_on(file: &File, buffer: &mut Vec<u8>) -> Result<(), String> {
    let words = |error: std::io::Error| error.to_string();
    buffer.reserve(ROOM);
    while !read_once(file, buffer).map_err(words)? {
        let len = file.metadata().map_err(words)?.len().max(buffer.len() as u64);
        if len > LARGEST_FILE {
            return Err(format!("larger than {} MiB, not read", LARGEST_FILE >> 20));
        }
        // One byte more than there should be: a shorter read has seen the end.
        let missing = usize::try_from(len).unwrap_or(0) - buffer.len();
        buffer.reserve(missing.max(PAGE) + 1);
    }
    Ok(())
}

/// A file system that reads less than was requested stops at a multiple of this.
const PAGE: usize = 4096;

/// Fills the spare room of a buffer with one call; returns whether the file ends there. A read that stops at a page boundary
/// before the buffer is full may have been cut.
fn read_once(file: &File, buffer: &mut Vec<u8>) -> std::io::Result<bool> {
    let room = buffer.capacity() - buffer.len();
    let count = read_some(file, buffer)?;
    Ok(count == 0 || count < room && !buffer.len().is_multiple_of(PAGE))
}

#[cfg(unix)]
fn read_some(file: &File, buffer: &mut Vec<u8>) -> std::io::Result<usize> {
    let read = || rustix::io::read(file, rustix::buffer::spare_capacity(buffer));
    Ok(rustix::io::retry_on_intr(read)?)
}

#[cfg(not(unix))]
fn read_some(file: &File, buffer: &mut Vec<u8>) -> std::io::Result<usize> {
    let room = buffer.capacity() - buffer.len();
    file.take(room as u64).read_to_end(buffer)
}

/// The text of bytes. Each sequence that is not UTF-8 becomes U+FFFD, so offsets after it are no longer those of the file.
pub fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    // `from_utf8_lossy` alone looks at each character even if all are valid.
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// The text of bytes, and where bytes were replaced. Each byte that is not UTF-8 becomes `?`, so that all offsets stay.
fn into_text(bytes: Vec<u8>) -> (String, Vec<Span>) {
    let mut bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(error) => error.into_bytes(),
    };
    let mut replaced = Vec::new();
    let mut from = 0;
    while let Err(error) = std::str::from_utf8(&bytes[from..]) {
        let bad = from + error.valid_up_to();
        let len = error.error_len().unwrap_or(bytes.len() - bad);
        bytes[bad..bad + len].fill(b'?');
        from = bad + len;
        replaced.push(Span::new(bad, from));
    }
    (String::from_utf8(bytes).unwrap_or_default(), replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new(Path::new("a.go"), "a.go", text.as_bytes().to_vec())
    }

    /// Texts around the sizes at which a read stops.
    fn texts() -> impl Iterator<Item = Vec<u8>> {
        let lens = [0, 1, 10, PAGE - 1, PAGE, PAGE + 1, ROOM - 1, ROOM, ROOM + 1, 3 * ROOM, 5 * ROOM + 7];
        lens.into_iter().map(|len| (0..len).map(|at| b'a' + (at % 23) as u8).collect())
    }

    #[test]
    fn files_are_read_to_their_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        let mut used = Vec::new();
        for text in texts() {
            std::fs::write(&path, &text).unwrap();
            assert_eq!(read_bytes(&path).unwrap(), text);
            read_into(&path, &mut used).unwrap();
            assert_eq!(used, text);
        }
    }

    #[test]
    fn heads_are_as_long_as_their_buffer() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        let (mut head, mut whole) = (Vec::with_capacity(PAGE), Vec::new());
        let room = head.capacity();
        for text in texts() {
            std::fs::write(&path, &text).unwrap();
            let entry = list(folder.path()).go_files.remove(0);
            let start = &text[..text.len().min(room)];
            assert_eq!(entry.read_head(&mut head, &mut whole, |head| head != start).unwrap(), start);
            assert_eq!(entry.read_head(&mut head, &mut whole, |head| head == start).unwrap(), text);
        }
        assert!(Entry::new(folder.path()).read_head(&mut head, &mut whole, |_| true).is_err());
    }

    #[test]
    fn positions_count_from_one() {
        let file = source("a\nbc\n\nd");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(3), Position { line: 2, column: 2 });
        assert_eq!(file.position(6), Position { line: 4, column: 1 });
        assert_eq!(file.line_text(2), "bc");
        assert_eq!(file.line_text(3), "");
        assert_eq!(file.line_text(9), "");
    }

    #[test]
    fn utf16_columns_count_surrogates() {
        let file = source("é🚀x");
        assert_eq!(file.position_utf16(6).column, 4);
        assert_eq!(file.position(6).column, 7);
    }

    #[test]
    fn invalid_bytes_keep_their_place() {
        let file = Source::new(Path::new("a.go"), "a.go", b"a\xff\xfeb\xc3".to_vec());
        assert_eq!(file.text(), "a??b?");
    }

    #[test]
    fn broken_sequences_are_one_character_to_others() {
        let file = Source::new(Path::new("a.go"), "a.go", b"a\xe2\x82b\xffc\xf0\x9f".to_vec());
        let units: Vec<u16> = file.utf16(file.span()).collect();
        assert_eq!(String::from_utf16_lossy(&units), "a\u{fffd}b\u{fffd}c\u{fffd}");
        assert_eq!(file.position_utf16(5).column, 5);
    }
}
