//! The manual page: the commands, the options of `check`, exit codes, files and environment variables.
//!
//!     bodyguard man > ~/.local/share/man/man1/bodyguard.1

use crate::cli::args::Cli;
use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::{self, Write};

/// The sections that are not made from the arguments: title, and rows of a term and its description.
const SECTIONS: [(&str, &[(&str, &str)]); 3] = [
    (
        "EXIT STATUS",
        &[
            ("0", "There is no error-level finding."),
            ("1", "There is an error-level finding."),
            (
                "2",
                "Something is wrong with the command line, the configuration, a stub or a path, or a report could not be written. With --strict-parse also: a file could not be read or parsed.",
            ),
            ("130", "Ended by Ctrl-C or a signal."),
        ],
    ),
    (
        "FILES",
        &[
            (
                "bodyguard.toml, .bodyguard.toml",
                "Settings. The nearest file above the checked paths is used, up to the root of the repository. \"bodyguard init\" writes one with comments.",
            ),
            (".gitignore", "Files that it ignores are checked only if they are named on the command line."),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("NO_COLOR", "No colours, if set and not empty."),
            ("FORCE_COLOR, CLICOLOR_FORCE", "Colours even if the output is not a terminal."),
        ],
    ),
];

/// Writes the page in the language of man.
pub fn write(out: &mut dyn Write) -> io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    commands(&command, out)?;
    if let Some(check) = command.find_subcommand("check") {
        let mut options = Vec::new();
        Man::new(check.clone()).render_options_section(&mut options)?;
        let options = String::from_utf8_lossy(&options).replacen(".SH OPTIONS", ".SH OPTIONS OF CHECK", 1);
        out.write_all(options.as_bytes())?;
    }
    for (title, rows) in SECTIONS {
        list(title, rows.iter().copied(), out)?;
    }
    Ok(())
}

fn commands(command: &clap::Command, out: &mut dyn Write) -> io::Result<()> {
    let described = command.get_subcommands().filter(|inner| !inner.is_hide_set()).map(|inner| {
        let about = inner.get_about().map(ToString::to_string).unwrap_or_default();
        (inner.get_name().to_string(), about)
    });
    let rows: Vec<(String, String)> = described.collect();
    list("COMMANDS", rows.iter().map(|(name, about)| (name.as_str(), about.as_str())), out)
}

fn list<'a>(title: &str, rows: impl Iterator<Item = (&'a str, &'a str)>, out: &mut dyn Write) -> io::Result<()> {
    let mut section = Roff::new();
    section.control("SH", [title]);
    for (term, about) in rows {
        section.control("TP", []).text([bold(term)]).text([roman(about)]);
    }
    section.to_writer(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The manual page is made from the command line, so it cannot lack an option; a page without them would be no page.
    #[test]
    fn the_page_holds_commands_options_and_exit_codes() {
        let mut page = Vec::new();
        write(&mut page).unwrap();
        let page = String::from_utf8(page).unwrap().replace("\\-", "-");
        let command = Cli::command();
        for inner in command.get_subcommands() {
            assert!(page.contains(inner.get_name()), "{}", inner.get_name());
        }
        let check = command.find_subcommand("check").unwrap();
        let shown = check.get_arguments().filter(|option| !option.is_hide_set());
        for option in shown.filter_map(|option| option.get_long()) {
            assert!(page.contains(&format!("--{option}")), "{option}");
        }
        for section in [
            ".TH bodyguard 1",
            ".SH NAME",
            ".SH OPTIONS OF CHECK",
            ".SH \"EXIT STATUS\"",
            ".SH FILES",
            ".SH ENVIRONMENT",
        ] {
            assert!(page.contains(section), "{section}\n{page}");
        }
    }
}
