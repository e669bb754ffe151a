//! Every problem code the API can answer with, and the page behind its `type`.

/// One kind of problem a program may want to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Stable word; the last part of the problem's `type`.
    pub word: &'static str,
    /// HTTP status it goes with.
    pub status: u16,
    /// One line for people.
    pub title: &'static str,
    /// What the caller can do about it.
    pub remedy: &'static str,
}

macro_rules! codes {
    ($($name:ident = $word:literal, $status:literal, $title:literal, $remedy:literal;)*) => {
        $(
            #[doc = $title]
            pub const $name: Code = Code { word: $word, status: $status, title: $title, remedy: $remedy };
        )*
        /// All codes, in the order of their status.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    MALFORMED = "malformed", 400, "The request could not be read", "Send it in the form that the API description gives for this operation.";
    UNKNOWN_PARAMETER = "unknown_parameter", 400, "A query parameter is not known", "Remove it or use the spelling in `hint`; nothing is ignored silently.";
    BAD_PARAMETER = "bad_parameter", 400, "A query parameter does not fit", "See `errors` for what it accepts.";
    BAD_CURSOR = "bad_cursor", 400, "The cursor does not fit this list", "Start again without `cursor`, with the filters you want.";
    UNAUTHENTICATED = "unauthenticated", 401, "Sign in first", "Send `Authorization: Bearer <access token>` from POST /api/v1/auth/sessions.";
    WRONG_CREDENTIALS = "wrong_credentials", 401, "The e-mail address and the password do not fit together", "Check both; a suspended account gets the same answer.";
    SESSION_ENDED = "session_ended", 401, "The session has ended", "Sign in again.";
    FORBIDDEN = "forbidden", 403, "This is for others", "Ask an administrator which role the operation needs.";
    NOT_FOUND = "not_found", 404, "There is nothing here for you", "Check the address; what belongs to others looks the same as what does not exist.";
    METHOD_NOT_ALLOWED = "method_not_allowed", 405, "The address exists, the method does not", "Use one of the methods in the `Allow` header.";
    NOT_ACCEPTABLE = "not_acceptable", 406, "The form you asked for is not offered", "Ask for one of the media types in `detail`.";
    CONFLICT = "conflict", 409, "The state of the record does not allow this", "Read the record again and see `detail` for the steps it allows.";
    ALREADY_FILED = "already_filed", 409, "A report with this receipt has already arrived", "Open the mailbox with the receipt's words to add facts.";
    SAME_PERSON = "same_person", 409, "A second person has to do this", "Ask a colleague: who wrote it cannot release it.";
    IN_PROGRESS = "in_progress", 409, "The same request is still being worked on", "Wait a moment and send it again with the same Idempotency-Key.";
    STALE = "stale", 412, "The record changed since you read it", "Read it again, then send the change with the new ETag.";
    TOO_LARGE = "too_large", 413, "The body is larger than this operation takes", "See `detail` for the limit.";
    UNSUPPORTED_TYPE = "unsupported_type", 415, "The body's media type is not taken here", "Send the media type in `detail`.";
    UNSUPPORTED_ENCODING = "unsupported_encoding", 415, "The body's encoding is not taken here", "Send it with one of the encodings in `errors`, or without `Content-Encoding`.";
    UNFIT = "unfit", 422, "Some fields do not fit", "See `errors`: each names the place and what would be right.";
    SEAL_UNFIT = "seal_unfit", 422, "The sealed content does not have the expected form", "Seal it again with the current page or the command line tool.";
    EPOCH_UNKNOWN = "epoch_unknown", 422, "This desk key was never issued", "Fetch the desk's keys again and seal to one of them.";
    WORK_MISSING = "work_missing", 422, "The proof of work is missing or does not fit", "Fetch the desk's keys for the hour and the difficulty, and solve it for this content.";
    KEY_REUSED = "key_reused", 422, "This Idempotency-Key was used with another body", "Use a new key for a new request.";
    PRECONDITION_REQUIRED = "precondition_required", 428, "Say which version you are changing", "Send `If-Match` with the ETag you read.";
    TOO_MANY = "too_many", 429, "Too many requests", "Wait for the seconds in `Retry-After`.";
    INTERNAL = "internal", 500, "Something went wrong on our side", "Try again later and tell us the request id.";
    UNAVAILABLE = "unavailable", 503, "The service is not ready", "Try again after the seconds in `Retry-After`; nothing was changed.";
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
