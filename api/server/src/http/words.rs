//! Query parameters that hold words of a vocabulary, or a month.

use super::codes;
use super::problem::Fault;
use super::query::did_you_mean;
use bellbuoy_domain::vocabulary::Vocabulary;
use chrono::NaiveDate;

/// The words of one parameter, at least one.
pub fn words<V: Vocabulary>(name: &str, text: Option<&str>, faults: &mut Vec<Fault>) -> Option<Vec<V>> {
    let before = faults.len();
    let found = left_out(name, text, faults)?;
    if found.is_empty() && faults.len() == before {
        faults.push(
            Fault::new(
                format!("?{name}"),
                codes::BAD_PARAMETER.word,
                format!("`{name}` has to be a word or several, separated by commas; leave it out for all"),
            )
            .accepted(V::ALL.iter().map(|word| word.as_str())),
        );
    }
    Some(found)
}

/// The words that are not wanted; none of them leaves nothing out.
pub fn left_out<V: Vocabulary>(name: &str, text: Option<&str>, faults: &mut Vec<Fault>) -> Option<Vec<V>> {
    let text = text?;
    let mut found = Vec::new();
    for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        match V::parse(word) {
            Ok(word) => found.push(word),
            Err(unknown) => faults.push(
                Fault::new(
                    format!("?{name}"),
                    codes::BAD_PARAMETER.word,
                    format!("`{}` is not a word of {}", unknown.given, unknown.vocabulary),
                )
                .hint(did_you_mean(word, unknown.accepted.iter().copied()))
                .accepted(unknown.accepted),
            ),
        }
    }
    Some(found)
}

/// A month as `2026-11`.
pub fn month(name: &str, text: Option<&str>, faults: &mut Vec<Fault>) -> Option<NaiveDate> {
    let text = text?;
    let parsed = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok();
    if parsed.is_none() {
        faults.push(Fault::new(
            format!("?{name}"),
            codes::BAD_PARAMETER.word,
            format!("`{name}` has to be a month such as 2026-11"),
        ));
    }
    parsed
}
