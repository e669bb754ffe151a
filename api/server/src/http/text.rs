//! What a line of text may not hold.

use validator::ValidationError;

/// Some lines of text that say something: at least `least` letters besides the space around them, and no
/// control characters but line breaks and tabs, which XML and terminals could not carry.
fn says(text: &str, least: usize) -> Result<(), ValidationError> {
    let unfit = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
            || matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    if text.chars().any(unfit) {
        return Err(
            ValidationError::new("text").with_message("has to be text without control characters".into())
        );
    }
    // What is short as it stands is told by its length already.
    if text.chars().count() >= least && text.trim().chars().count() < least {
        let message = format!("has to say something: at least {least} letters besides the space around them");
        return Err(ValidationError::new("length").with_message(message.into()));
    }
    Ok(())
}

/// A text that says something.
pub fn some_text(text: &str) -> Result<(), ValidationError> {
    says(text, 1)
}

/// A text of some length, as an account of what happened.
pub fn account(text: &str) -> Result<(), ValidationError> {
    says(text, 20)
}

/// A title: [`one_line`] of some length.
pub fn headline(text: &str) -> Result<(), ValidationError> {
    one_line(text)?;
    says(text, 8)
}

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
    says(text, 1)
}

/// An address that a browser may follow: `https://` and a host, in one line.
pub fn web_address(text: &str) -> Result<(), ValidationError> {
    one_line(text)?;
    let host = text.strip_prefix("https://").and_then(|rest| {
        let host = rest.split(['/', '?', '#']).next()?;
        (host.contains('.') && !host.contains(['@', ' ', '"', '<', '>'])).then_some(host)
    });
    if host.is_some() && !text.contains(' ') {
        return Ok(());
    }
    let message = "has to be an address such as https://line.example";
    Err(ValidationError::new("web_address").with_message(message.into()))
}
