//! What changes between two versions of a scheme, for those who decide on it and those who are bound by it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Scheme;

/// One difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SchemeChange {
    /// Where, with codes in place of positions: `/requirements/insurance/count`.
    pub pointer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// Every difference, by place. There is none only if the schemes are equal.
#[must_use]
pub fn diff(old: &Scheme, new: &Scheme) -> Vec<SchemeChange> {
    let value = |scheme| serde_json::to_value(scheme).unwrap_or_default();
    let mut changes = Vec::new();
    compare("", Some(&value(old)), Some(&value(new)), &mut changes);
    changes
}

fn compare(pointer: &str, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<SchemeChange>) {
    if old == new {
        return;
    }
    let keyed = old.zip(new).and_then(|(old, new)| by_code(old).zip(by_code(new)));
    if let (Some(Value::Object(old)), Some(Value::Object(new))) = (old, new) {
        compare_fields(pointer, old, new, changes);
    } else if let Some((old, new)) = keyed {
        let order = |list: &[(String, Value)]| list.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>();
        let (before, after) = (order(&old), order(&new));
        let fields = |list: Vec<(String, Value)>| list.into_iter().collect::<Map<_, _>>();
        compare_fields(pointer, &fields(old), &fields(new), changes);
        let same_codes = before.iter().collect::<BTreeSet<_>>() == after.iter().collect::<BTreeSet<_>>();
        if same_codes && before != after {
            changes.push(change(pointer, Some(before.into()), Some(after.into())));
        }
    } else {
        changes.push(change(pointer, old.cloned(), new.cloned()));
    }
}

fn compare_fields(
    pointer: &str,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    changes: &mut Vec<SchemeChange>,
) {
    let fields: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for field in fields {
        compare(
            &format!("{pointer}/{field}"),
            old.get(field),
            new.get(field),
            changes,
        );
    }
}

fn change(pointer: &str, before: Option<Value>, after: Option<Value>) -> SchemeChange {
    SchemeChange {
        pointer: pointer.to_owned(),
        before,
        after,
    }
}

/// The members of a list by what they are called, if each has a code of its own.
fn by_code(value: &Value) -> Option<Vec<(String, Value)>> {
    let code = |member: &Value| {
        let code = member.get("code").or_else(|| member.get("level"))?.as_str()?;
        Some((code.to_owned(), member.clone()))
    };
    let list: Vec<_> = value.as_array()?.iter().map(code).collect::<Option<_>>()?;
    let codes: BTreeSet<_> = list.iter().map(|(code, _)| code).collect();
    (codes.len() == list.len()).then_some(list)
}
