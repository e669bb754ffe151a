/** What to say for a code of the API. A code that is not here speaks through the server's own sentence. */
export const problems = {
  generic: "Something went wrong on our side",
  genericHint: "Try again in a moment. If it stays, tell the operator the number below.",
  refused: "The server refused this",
  codes: {
    unreachable: ["No answer from the server", "Check the connection. Nothing of what you typed is lost."],
    unreadable: ["The answer could not be read", "Try again in a moment."],
    unauthenticated: ["Sign in first", "Your session has ended or was never begun."],
    wrong_credentials: [
      "E-mail and password do not fit together",
      "Check both. After several tries there is a pause.",
    ],
    wrong_code: [
      "The code does not fit",
      "Wait for the next one: each counts once. A recovery code does too.",
    ],
    second_factor_missing: ["Set up a second factor first", "Your account says how."],
    view_only: ["You only look as somebody else", "Stop viewing to change anything."],
    sign_in_busy: [
      "Nobody can be signed in at the moment",
      "Too many are trying at once, or the database is not reachable. What you typed stays.",
    ],
    forbidden: ["This is not open to your role", null],
    membership_waits: [
      "Your membership is not confirmed",
      "It waits for confirmation, or it or your organisation is suspended. Your account says whom to ask.",
    ],
    not_found: [
      "There is nothing here, or it is not yours to see",
      "Check the address, or go back to the list.",
    ],
    stale: [
      "Someone changed this since you read it",
      "Read it again, then decide anew. What you typed stays.",
    ],
    session_ended: ["Your session has ended", "Sign in again."],
    same_person: ["A second person has to do this", "Whoever wrote any of it cannot release it."],
    in_progress: ["The same request is still being worked on", "Wait a moment."],
    precondition_required: ["Read this once more before you change it", null],
    unfit: ["Some fields do not fit", "Each one says what would be right."],
    too_large: ["This is larger than the server takes", null],
    too_many: ["Too many tries in a short time", "What you typed stays."],
    unavailable: [
      "The database is not reachable at the moment",
      "Nothing is lost, and what you typed stays.",
    ],
  } satisfies Record<string, [title: string, detail: string | null]>,
};
