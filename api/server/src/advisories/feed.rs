//! The Atom feed of released advisories (RFC 4287).

use super::model::AdvisoryRow;
use crate::http::AppError;
use chrono::{DateTime, SecondsFormat, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Writes the feed; `base` is the address of the site.
pub fn atom(base: &str, name: &str, rows: &[AdvisoryRow]) -> Result<Vec<u8>, AppError> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    let updated = rows
        .iter()
        .filter_map(|row| row.released_at)
        .max()
        .unwrap_or(DateTime::UNIX_EPOCH);
    let address = format!("{base}/api/v1/advisories.atom");
    write(&mut out, base, name, &address, updated, rows).map_err(|error| AppError::Internal(error.into()))?;
    Ok(out.into_inner())
}

fn write(
    out: &mut Writer<Vec<u8>>,
    base: &str,
    name: &str,
    address: &str,
    updated: DateTime<Utc>,
    rows: &[AdvisoryRow],
) -> std::io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    out.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .write_inner_content(|out| {
            text(out, "id", address)?;
            text(out, "title", &format!("{name}: advisories"))?;
            text(out, "updated", &instant(updated))?;
            out.create_element("author")
                .write_inner_content(|out| text(out, "name", name))?;
            out.create_element("link")
                .with_attributes([
                    ("rel", "self"),
                    ("type", "application/atom+xml"),
                    ("href", address),
                ])
                .write_empty()?;
            out.create_element("link")
                .with_attributes([
                    ("rel", "alternate"),
                    ("href", format!("{base}/advisories").as_str()),
                ])
                .write_empty()?;
            for row in rows {
                entry(out, base, row)?;
            }
            Ok(())
        })?;
    Ok(())
}

fn entry(out: &mut Writer<Vec<u8>>, base: &str, row: &AdvisoryRow) -> std::io::Result<()> {
    let number = row.number.clone().unwrap_or_default();
    let at = instant(row.released_at.unwrap_or(row.created_at));
    out.create_element("entry").write_inner_content(|out| {
        text(out, "id", &format!("urn:uuid:{}", row.id))?;
        text(out, "title", &format!("{number}: {}", row.title))?;
        text(out, "published", &at)?;
        text(out, "updated", &at)?;
        out.create_element("link")
            .with_attributes([
                ("rel", "alternate"),
                ("href", format!("{base}/advisories/{number}").as_str()),
            ])
            .write_empty()?;
        out.create_element("category")
            .with_attributes([("term", row.kind.as_str()), ("label", row.kind.label())])
            .write_empty()?;
        out.create_element("category")
            .with_attributes([("term", row.severity.as_str()), ("label", row.severity.label())])
            .write_empty()?;
        text(out, "summary", &row.lesson)?;
        text(
            out,
            "content",
            &format!("{}\n\n{}\n\nTLP:CLEAR", row.what_happened, row.lesson),
        )
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
