//! What a line of text may not hold.

use validator::ValidationError;

/// One line that shows all it holds: no control characters, and nothing that turns round or hides what
/// stands beside it. The joiners stay, because scripts and pictures are written with them.
pub fn one_line(text: &str) -> Result<(), ValidationError> {
    let hides = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if text.chars().any(hides) {
        return Err(
            ValidationError::new("text").with_message("has to be one line without hidden characters".into())
        );
    }
    Ok(())
}
