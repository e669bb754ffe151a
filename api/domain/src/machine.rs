//! What programs may do with a key, and the form of the key itself.

vocabulary! {
    /// What a key opens, in words.
    KeyScope = "key_scope", version "1", source "Bellbuoy" {
        IncidentsRead => "incidents:read", "Read incidents";
        IncidentsWrite => "incidents:write", "Report incidents and take them back";
        AdvisoriesRead => "advisories:read", "Read advisories for members";
        StatisticsRead => "statistics:read", "Read live figures";
        OrganisationsRead => "organisations:read", "Read the directory";
    }
}

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    #[error("a key looks like bb_live_<id>_<secret>_<check>")]
    Form,
    #[error("the key's check digits do not fit: it was cut or mistyped")]
    Check,
}

/// A key as it is handed out: `bb_live_<id>_<secret>_<check>`, or `bb_test_…` for one that sees demo data only.
///
/// The prefix and the check (CRC-32 of all before it) let scanners find a leaked one without asking anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyText {
    pub test: bool,
    /// 32 hex digits.
    pub id: String,
    /// 64 hex digits.
    pub secret: String,
}

impl KeyText {
    /// Reads a key.
    ///
    /// # Errors
    /// When the form or the check does not fit.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let (body, check) = text.rsplit_once('_').ok_or(KeyFault::Form)?;
        let parts: Vec<&str> = body.split('_').collect();
        let ["bb", kind @ ("live" | "test"), id, secret] = parts.as_slice() else {
            return Err(KeyFault::Form);
        };
        let hex = |part: &str, length: usize| {
            part.len() == length
                && part
                    .chars()
                    .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
        };
        if !hex(id, 32) || !hex(secret, 64) || !hex(check, 8) {
            return Err(KeyFault::Form);
        }
        if check_of(body) != check {
            return Err(KeyFault::Check);
        }
        Ok(Self {
            test: *kind == "test",
            id: (*id).to_owned(),
            secret: (*secret).to_owned(),
        })
    }

    /// The key as text.
    #[must_use]
    pub fn write(&self) -> String {
        let kind = if self.test { "test" } else { "live" };
        let body = format!("bb_{kind}_{}_{}", self.id, self.secret);
        let check = check_of(&body);
        format!("{body}_{check}")
    }
}

fn check_of(body: &str) -> String {
    format!("{:08x}", crc32fast::hash(body.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_key_is_read_as_it_was_written(test: bool, id in "[0-9a-f]{32}", secret in "[0-9a-f]{64}") {
            let key = KeyText { test, id, secret };
            prop_assert_eq!(KeyText::read(&key.write()), Ok(key));
        }

        #[test]
        fn a_letter_that_changed_is_seen(id in "[0-9a-f]{32}", secret in "[0-9a-f]{64}", at in 8_usize..105, to in "[0-9a-f]") {
            let text = KeyText { test: false, id, secret }.write();
            let mut changed = text.clone();
            changed.replace_range(at..=at, &to);
            prop_assert!(changed == text || KeyText::read(&changed).is_err());
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".*") {
            let _ = KeyText::read(&text);
        }
    }

    #[test]
    fn the_check_is_that_of_every_other_crc_32() {
        assert_eq!(check_of("123456789"), "cbf43926");
    }
}
