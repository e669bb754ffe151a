//! Enough of a browser for its owner to recognise it, and no more: its family and its system.

use actix_web::http::header::{HeaderMap, USER_AGENT};

/// Looked for in this order: most browsers claim to be others as well.
const FAMILIES: [(&str, &str); 8] = [
    ("Firefox/", "Firefox"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("python-requests/", "Python"),
    ("node", "Node.js"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

fn first(text: &str, all: &[(&str, &'static str)]) -> Option<&'static str> {
    all.iter()
        .find(|(mark, _)| text.contains(mark))
        .map(|(_, name)| *name)
}

/// As `Firefox, Linux`; nothing of a browser that is not known.
pub fn browser(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(USER_AGENT)?.to_str().ok()?;
    match (first(text, &FAMILIES), first(text, &SYSTEMS)) {
        (Some(family), Some(system)) => Some(format!("{family}, {system}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    #[test]
    fn families_and_systems_are_recognised_and_nothing_else_is_kept() {
        for (text, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Some("Firefox, Linux"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                Some("Edge, Windows"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
                Some("Safari, iOS"),
            ),
            ("curl/8.5.0", Some("curl")),
            ("somebody@ship.example", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(USER_AGENT, HeaderValue::from_static(text));
            assert_eq!(browser(&headers).as_deref(), name, "{text}");
        }
    }
}
