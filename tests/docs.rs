//! Pages that are made from the code. `UPDATE=1` rewrites them.

#![allow(clippy::unwrap_used)]

use bodyguard::rule::RULES;

/// Reports link to `docs/rules.md#NAME`, so each rule has a heading that is its name.
#[test]
fn the_page_of_rules_says_what_the_rules_say() {
    let mut page = "# Rules\n\nMade from `src/rule/table.rs`; `bodyguard explain RULE` prints the same.\n".to_string();
    for text in &RULES {
        let body = text.body().replace("\n## ", "\n### ");
        page += &format!("\n## {}\n\n{}. {body}", text.name, text.id);
    }
    let path = format!("{}/docs/rules.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page, "UPDATE=1 rewrites {path}");
}

/// The README's table of rules, which people read first.
#[test]
fn the_readme_lists_every_rule_with_its_level() {
    let readme = std::fs::read_to_string(format!("{}/README.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for text in &RULES {
        let row = format!("| {} | {} | {} |", text.id, text.name, text.level.name());
        assert!(readme.contains(&row), "README.md has no row {row}");
    }
}
