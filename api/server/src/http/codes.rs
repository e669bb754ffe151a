//! Every problem code the API can answer with; what each says stands in the catalogues of [`super::messages`].

/// One kind of problem a program may want to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Stable word; the last part of the problem's `type`.
    pub word: &'static str,
    /// HTTP status it goes with.
    pub status: u16,
}

macro_rules! codes {
    ($($name:ident = $word:literal, $status:literal;)*) => {
        $(
            #[doc = concat!("`", $word, "`; its sentences stand in `messages/`.")]
            pub const $name: Code = Code { word: $word, status: $status };
        )*
        /// All codes, in the order of their status.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    MALFORMED = "malformed", 400;
    UNKNOWN_PARAMETER = "unknown_parameter", 400;
    BAD_PARAMETER = "bad_parameter", 400;
    BAD_CURSOR = "bad_cursor", 400;
    UNAUTHENTICATED = "unauthenticated", 401;
    WRONG_CREDENTIALS = "wrong_credentials", 401;
    SECOND_FACTOR_NEEDED = "second_factor_needed", 401;
    WRONG_CODE = "wrong_code", 401;
    SESSION_ENDED = "session_ended", 401;
    FORBIDDEN = "forbidden", 403;
    MEMBERSHIP_WAITS = "membership_waits", 403;
    SECOND_FACTOR_MISSING = "second_factor_missing", 403;
    VIEW_ONLY = "view_only", 403;
    NOT_FOUND = "not_found", 404;
    METHOD_NOT_ALLOWED = "method_not_allowed", 405;
    NOT_ACCEPTABLE = "not_acceptable", 406;
    CONFLICT = "conflict", 409;
    ALREADY_FILED = "already_filed", 409;
    SAME_PERSON = "same_person", 409;
    IN_PROGRESS = "in_progress", 409;
    STALE = "stale", 412;
    TOO_LARGE = "too_large", 413;
    UNSUPPORTED_TYPE = "unsupported_type", 415;
    UNSUPPORTED_ENCODING = "unsupported_encoding", 415;
    UNFIT = "unfit", 422;
    SEAL_UNFIT = "seal_unfit", 422;
    EPOCH_UNKNOWN = "epoch_unknown", 422;
    WORK_MISSING = "work_missing", 422;
    KEY_REUSED = "key_reused", 422;
    PRECONDITION_REQUIRED = "precondition_required", 428;
    TOO_MANY = "too_many", 429;
    INTERNAL = "internal", 500;
    UNAVAILABLE = "unavailable", 503;
}

/// Finds a code by its word.
pub fn find(word: &str) -> Option<&'static Code> {
    ALL.iter().find(|code| code.word == word)
}

/// The code that stands for a bare HTTP status.
pub fn for_status(status: u16) -> &'static Code {
    ALL.iter()
        .find(|code| code.status == status)
        .unwrap_or(if status >= 500 { &INTERNAL } else { &MALFORMED })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn words_are_unique_and_ordered_by_status() {
        let words: BTreeSet<_> = ALL.iter().map(|code| code.word).collect();
        assert_eq!(words.len(), ALL.len());
        assert!(ALL.is_sorted_by_key(|code| code.status));
    }
}
