//! The decision whether to write colours, by the arguments, environment variables and the terminal.

use crate::cli::args::ColorWhen;

/// Whether to write colours. The first of these that says anything decides: `--color`, `NO_COLOR`, `FORCE_COLOR` and
/// `CLICOLOR_FORCE`, the terminal.
pub fn is_wanted(when: ColorWhen, is_terminal: bool) -> bool {
    decide(when, is_terminal, |name| std::env::var(name).ok())
}

fn decide(when: ColorWhen, is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is_on = |name: &str| variable(name).is_some_and(|value| !value.is_empty() && value != "0");
    let is_off = |name: &str| variable(name).is_some_and(|value| value == "0");
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if is_set("NO_COLOR") => false,
        ColorWhen::Auto if is_off("FORCE_COLOR") => false,
        ColorWhen::Auto if is_on("FORCE_COLOR") || is_on("CLICOLOR_FORCE") => true,
        ColorWhen::Auto => {
            let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
            is_terminal && !is_dumb && !is_off("CLICOLOR")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auto(is_terminal: bool, variables: &[(&str, &str)]) -> bool {
        decide(ColorWhen::Auto, is_terminal, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.to_string())
        })
    }

    #[test]
    fn the_environment_decides_unless_typed() {
        assert!(auto(true, &[]));
        assert!(!auto(false, &[]));
        assert!(!auto(true, &[("NO_COLOR", "1"), ("FORCE_COLOR", "1")]));
        assert!(auto(true, &[("NO_COLOR", "")]));
        assert!(auto(false, &[("FORCE_COLOR", "1")]));
        assert!(!auto(true, &[("FORCE_COLOR", "0")]));
        assert!(!auto(false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!auto(true, &[("TERM", "dumb")]));
        assert!(!auto(true, &[("CLICOLOR", "0")]));
        assert!(decide(ColorWhen::Always, false, |_| Some("1".to_string())));
    }
}
