//! Calendars as iCalendar (RFC 5545), with all times in UTC, so that no time zone has to be described.

use chrono::{DateTime, Utc};

/// The most octets of a line (RFC 5545 §3.1).
const LINE: usize = 75;

/// Something that is held at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Stays the same for as long as the event is known.
    pub uid: String,
    /// Grows with each change.
    pub sequence: u32,
    pub changed_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub summary: String,
    pub description: Option<String>,
    pub location: Option<String>,
    pub url: String,
    pub cancelled: bool,
}

/// The calendar of some events under a name.
#[must_use]
pub fn calendar(name: &str, events: &[Event]) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Bellbuoy//Sittings//EN");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "X-WR-CALNAME", &escaped(name));
    for event in events {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &escaped(&event.uid));
        line(&mut out, "SEQUENCE", &event.sequence.to_string());
        line(&mut out, "DTSTAMP", &instant(event.changed_at));
        line(&mut out, "LAST-MODIFIED", &instant(event.changed_at));
        line(&mut out, "DTSTART", &instant(event.starts_at));
        line(&mut out, "DTEND", &instant(event.ends_at));
        line(&mut out, "SUMMARY", &escaped(&event.summary));
        if let Some(text) = &event.description {
            line(&mut out, "DESCRIPTION", &escaped(text));
        }
        if let Some(text) = &event.location {
            line(&mut out, "LOCATION", &escaped(text));
        }
        line(&mut out, "URL", &event.url);
        let status = if event.cancelled { "CANCELLED" } else { "CONFIRMED" };
        line(&mut out, "STATUS", status);
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text with what has a meaning in it escaped (RFC 5545 §3.3.11); other control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Writes a line, folded between letters where it is too long.
fn line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for letter in format!("{name}:{value}").chars() {
        if octets + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(summary: &str) -> Event {
        Event {
            uid: "01900000-0000-7000-8000-000000000001@bellbuoy".to_owned(),
            sequence: 2,
            changed_at: DateTime::UNIX_EPOCH,
            starts_at: "2027-01-12T08:00:00Z".parse().unwrap(),
            ends_at: "2027-01-12T11:00:00Z".parse().unwrap(),
            summary: summary.to_owned(),
            description: None,
            location: Some("Rotterdam, NL".to_owned()),
            url: "https://bellbuoy.example/sittings/1".to_owned(),
            cancelled: false,
        }
    }

    #[test]
    fn an_event_is_written_as_the_standard_has_it() {
        let text = calendar("Sittings; all", &[event("Exam")]);
        let lines: Vec<&str> = text.split("\r\n").collect();
        for expected in [
            "X-WR-CALNAME:Sittings\\; all",
            "SEQUENCE:2",
            "DTSTART:20270112T080000Z",
            "DTEND:20270112T110000Z",
            "SUMMARY:Exam",
            "LOCATION:Rotterdam\\, NL",
            "STATUS:CONFIRMED",
        ] {
            assert!(lines.contains(&expected), "{expected} is missing in {text}");
        }
        let off = Event {
            cancelled: true,
            ..event("Exam")
        };
        assert!(calendar("x", &[off]).contains("\r\nSTATUS:CANCELLED\r\n"));
    }

    proptest! {
        #[test]
        fn whatever_is_told_fits_the_lines_and_can_be_read_again(summary in "\\PC{0,200}(\n[,;\\\\äöü龍🚢]{0,80})?") {
            let text = calendar("x", &[event(&summary)]);
            prop_assert!(text.ends_with("\r\n"));
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= LINE && !line.contains(['\r', '\n']), "{line}");
            }
            let whole = text.replace("\r\n ", "");
            let read = whole.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let mut plain = String::new();
            let mut letters = read.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => match letters.next() {
                        Some('n') => plain.push('\n'),
                        Some(other) => plain.push(other),
                        None => plain.push('\\'),
                    },
                    other => plain.push(other),
                }
            }
            prop_assert_eq!(plain, summary);
        }
    }
}
