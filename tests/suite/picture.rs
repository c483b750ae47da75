//! The picture of the terminal in the README, made of what the program prints. `UPDATE=1` makes it again.
//!
//!     ESC [1;31m error          <tspan class="b" fill="#..">error</tspan>

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// Pixels of a letter and of a line.
const LETTER: f64 = 7.8;
const LINE: usize = 17;

const MARGIN: usize = 16;

#[test]
fn the_picture_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_bodyguard"))
        .args(["check", "--color", "always", "testdata/demo/members.go"])
        .current_dir(root)
        .output()
        .unwrap();
    let made =
        picture("$ bodyguard check testdata/demo/members.go", String::from_utf8(output.stdout).unwrap().trim_end());
    assert!(roxmltree::Document::parse(&made).is_ok(), "{made}");
    let path = root.join("docs/demo.svg");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == made, "docs/demo.svg is not up to date: `UPDATE=1 cargo test --test suite picture` writes it");
}

/// An SVG of a command and of its output with ANSI colours.
fn picture(command: &str, output: &str) -> String {
    let lines: Vec<String> = std::iter::once(spans(command)).chain(output.lines().map(spans)).collect();
    let longest = output.lines().map(|line| plain(line).chars().count()).max().unwrap_or(0);
    let width = (longest as f64 * LETTER) as usize + 2 * MARGIN;
    let height = lines.len() * LINE + 2 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1e1e2e\"/>\n\
         <g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"13\" \
         fill=\"#cdd6f4\" xml:space=\"preserve\">\n"
    );
    for (number, line) in lines.iter().enumerate() {
        let y = MARGIN + number * LINE + 12;
        writeln!(svg, "<text x=\"{MARGIN}\" y=\"{y}\">{line}</text>").unwrap();
    }
    svg + "</g>\n</svg>\n"
}

/// A line as spans of one style each.
fn spans(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut made = escaped(parts.next().unwrap_or(""));
    let (mut is_bold, mut color) = (false, None);
    for part in parts {
        let Some((codes, text)) = part.strip_prefix('[').and_then(|part| part.split_once('m')) else { continue };
        let codes: Vec<usize> = codes.split(';').map(|code| code.parse().unwrap_or(0)).collect();
        match codes[..] {
            [0] => (is_bold, color) = (false, None),
            [1] => is_bold = true,
            [code @ (30..=37 | 90..=97)] => color = Some(code % 10),
            [38, 5, code] => color = Some(code % 8),
            _ => panic!("{codes:?} is not drawn"),
        }
        if text.is_empty() {
            continue;
        }
        let weight = if is_bold { " font-weight=\"bold\"" } else { "" };
        let fill = color.map(|color| format!(" fill=\"{}\"", COLORS[color])).unwrap_or_default();
        write!(made, "<tspan{weight}{fill}>{}</tspan>", escaped(text)).unwrap();
    }
    made
}

/// Black, red, green, yellow, blue, magenta, cyan, white.
const COLORS: [&str; 8] = ["#45475a", "#f38ba8", "#a6e3a1", "#f9e2af", "#89b4fa", "#f5c2e7", "#94e2d5", "#cdd6f4"];

fn plain(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or("").to_string();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
