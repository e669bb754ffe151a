//! The Atom feed of changes of the register (RFC 4287).

use super::wire::Certificate;
use crate::http::AppError;
use chrono::{DateTime, SecondsFormat, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Writes the feed; `base` is the address of the site.
///
/// # Errors
/// When the text cannot be written.
pub fn atom(base: &str, name: &str, changed: &[Certificate]) -> Result<Vec<u8>, AppError> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut out, base, name, changed).map_err(|error| AppError::Internal(error.into()))?;
    Ok(out.into_inner())
}

fn write(out: &mut Writer<Vec<u8>>, base: &str, name: &str, changed: &[Certificate]) -> std::io::Result<()> {
    let address = format!("{base}/api/v1/certificates.atom");
    let updated = changed
        .iter()
        .map(|one| one.changed_at)
        .max()
        .unwrap_or(DateTime::UNIX_EPOCH);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    out.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .write_inner_content(|out| {
            text(out, "id", &address)?;
            text(out, "title", &format!("{name}: changes of the register"))?;
            text(out, "updated", &instant(updated))?;
            out.create_element("author")
                .write_inner_content(|out| text(out, "name", name))?;
            out.create_element("link")
                .with_attributes([
                    ("rel", "self"),
                    ("type", "application/atom+xml"),
                    ("href", address.as_str()),
                ])
                .write_empty()?;
            for one in changed {
                entry(out, base, one)?;
            }
            Ok(())
        })?;
    Ok(())
}

fn entry(out: &mut Writer<Vec<u8>>, base: &str, one: &Certificate) -> std::io::Result<()> {
    let at = instant(one.changed_at);
    let last = one.events.last();
    let what = last.map_or("granted", |event| event.step.as_str());
    let title = format!("{}: {}", one.number, one.status.label());
    let summary = format!(
        "{}, {}, {}. Last step: {what}{}.",
        one.holder.name,
        one.discipline.label,
        one.level.label,
        last.and_then(|event| event.reason)
            .map(|reason| format!(" ({})", reason.label().to_lowercase()))
            .unwrap_or_default(),
    );
    out.create_element("entry").write_inner_content(|out| {
        text(out, "id", &format!("urn:uuid:{}#{}", one.id, one.events.len()))?;
        text(out, "title", &title)?;
        text(out, "updated", &at)?;
        out.create_element("link")
            .with_attributes([
                ("rel", "alternate"),
                ("href", format!("{base}/certificates/{}", one.number).as_str()),
            ])
            .write_empty()?;
        out.create_element("category")
            .with_attributes([("term", one.status.as_str()), ("label", one.status.label())])
            .write_empty()?;
        text(out, "summary", &summary)
    })?;
    Ok(())
}

fn text(out: &mut Writer<Vec<u8>>, name: &str, value: &str) -> std::io::Result<()> {
    out.create_element(name)
        .write_text_content(BytesText::new(value))?;
    Ok(())
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
