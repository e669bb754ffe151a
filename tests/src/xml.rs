//! A strict reader for the little XML that the site writes; everything unusual fails.

/// An element with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    inner: Vec<Element>,
    text: String,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// The elements of a name in it.
    pub fn children(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.inner.iter().filter(move |element| element.name == name)
    }

    /// The only or first element of a name.
    pub fn child(&self, name: &str) -> &Element {
        self.children(name)
            .next()
            .unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }

    /// The text of an element in it.
    pub fn text_of(&self, name: &str) -> String {
        self.child(name).text.clone()
    }
}

/// Reads a document.
pub fn parse(text: &str) -> Element {
    let body = text
        .strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        .unwrap_or_else(|| panic!("no declaration: {text}"));
    let mut open = vec![Element::default()];
    let mut rest = body.trim_start();
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let (inside, after) = tag.split_once('>').expect("a tag that does not end");
            assert!(!inside.starts_with('!') && !inside.contains('<'), "{inside}");
            if let Some(name) = inside.strip_prefix('/') {
                let done = open.pop().unwrap();
                assert_eq!(done.name, name);
                open.last_mut().unwrap().inner.push(done);
            } else {
                let element = tag_of(inside.trim_end_matches('/'));
                if inside.ends_with('/') {
                    open.last_mut().unwrap().inner.push(element)
                } else {
                    open.push(element)
                }
            }
            rest = after;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            open.last_mut().unwrap().text.push_str(&plain(&rest[..end]));
            rest = &rest[end..];
        }
    }
    let mut document = open.pop().unwrap();
    assert!(
        open.is_empty() && document.inner.len() == 1 && document.text.trim().is_empty(),
        "not one root"
    );
    document.inner.remove(0)
}

fn tag_of(inside: &str) -> Element {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some((key, value)) = rest.trim_start().split_once("=\"") {
        let (value, after) = value.split_once('"').expect("an attribute that does not end");
        attributes.push((key.to_owned(), plain(value)));
        rest = after;
    }
    assert!(rest.trim().is_empty() && !name.is_empty(), "{inside}");
    Element {
        name: name.to_owned(),
        attributes,
        ..Element::default()
    }
}

fn plain(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once(';').expect("a bare &");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            other => char::from_u32(
                other
                    .strip_prefix('#')
                    .expect("an unknown entity")
                    .parse()
                    .unwrap(),
            )
            .unwrap(),
        });
        out.push_str(after);
    }
    out
}
