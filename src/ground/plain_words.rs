//! Messages of the parsers of TOML and JSON in words for users, who do not know the types of this program.
//!
//!     invalid type: string "yes", expected a boolean     expected `true` or `false`, found the text "yes"

/// The message of a parser, in plain words. One that is not about a type stays as it is.
pub fn in_plain_words(message: &str) -> String {
    let message = message.trim_end().replace('\n', "; ");
    if let Some(key) = message.strip_prefix("missing field ") {
        return format!("missing key {key}");
    }
    let of_type =
        ["invalid type: ", "invalid value: ", "invalid length "].iter().find_map(|start| message.strip_prefix(start));
    match of_type.and_then(|rest| rest.split_once(", expected ")) {
        Some((found, wanted)) => format!("expected {}, found {}", expected(wanted), found_value(found)),
        None => message,
    }
}

fn expected(type_name: &str) -> &str {
    match type_name.split_whitespace().next().unwrap_or("") {
        "usize" | "u16" | "u32" | "u64" => "a whole number from 0",
        "struct" | "map" => "a table",
        _ => match type_name {
            "a sequence" => "a list",
            "a map" => "a table",
            "a boolean" => "`true` or `false`",
            "a string" => "a text in quotes",
            other => other,
        },
    }
}

/// ``integer `1` `` is the number 1, `string "a"` the text "a".
fn found_value(found: &str) -> String {
    let (kind, value) = found.split_once(' ').unwrap_or((found, ""));
    let value = value.split_once("` as ").map_or(value, |(number, _)| number).trim_matches('`');
    match kind {
        "integer" | "floating" | "float" => format!("the number {}", value.trim_start_matches("point `")),
        "string" => format!("the text {value}"),
        "boolean" => format!("`{value}`"),
        "map" => "a table".to_string(),
        "sequence" => "a list".to_string(),
        _ if kind.starts_with(|letter: char| letter.is_ascii_digit()) => "a list".to_string(),
        _ => found.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_words_for_users() {
        for (message, plain) in [
            ("invalid type: integer `1`, expected a boolean", "expected `true` or `false`, found the number 1"),
            ("invalid type: string \"a\", expected a sequence", "expected a list, found the text \"a\""),
            ("invalid value: integer `-1`, expected usize", "expected a whole number from 0, found the number -1"),
            (
                "invalid type: integer `9999` as i128, expected usize",
                "expected a whole number from 0, found the number 9999",
            ),
            (
                "invalid type: floating point `1.5`, expected usize",
                "expected a whole number from 0, found the number 1.5",
            ),
            ("invalid type: map, expected a sequence", "expected a list, found a table"),
            ("invalid length 0, expected struct BaselineFile with 2 elements", "expected a table, found a list"),
            ("missing field `ignore`", "missing key `ignore`"),
            ("unclosed array, expected `]`\n", "unclosed array, expected `]`"),
        ] {
            assert_eq!(in_plain_words(message), plain);
        }
    }
}
