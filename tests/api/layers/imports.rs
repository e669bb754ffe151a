//! The imports of a file.

use super::rows::file;

/// The `use` lines of a file, groups taken apart, `super` put in full.
pub fn imports(path: &[&str], text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for part in text
        .split("\nuse ")
        .skip(1)
        .chain(text.split("\npub use ").skip(1))
        .chain(text.split(" use ").skip(1))
    {
        let statement: String = part.split(';').next().unwrap().split_whitespace().collect();
        spread("", &statement, &mut found);
    }
    for part in text.split("crate::").skip(1) {
        let inline: String = part
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || "_:".contains(*letter))
            .collect();
        found.push(format!("crate::{}", inline.trim_end_matches(':')));
    }
    let above = if file(path) == "mod.rs" {
        path.len() - 2
    } else {
        path.len() - 1
    };
    let parent: String = std::iter::once("crate")
        .chain(path[..above].iter().copied())
        .map(|part| format!("{part}::"))
        .collect();
    found
        .into_iter()
        .map(|import| import.replacen("super::", &parent, 1))
        .collect()
}

fn spread(before: &str, statement: &str, found: &mut Vec<String>) {
    let Some((head, group)) = statement.split_once('{') else {
        found.push(format!("{before}{statement}"));
        return;
    };
    let group = group.strip_suffix('}').unwrap_or(group);
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in group.char_indices().chain([(group.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if at > start {
                    spread(&format!("{before}{head}"), &group[start..at], found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}
