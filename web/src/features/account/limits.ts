/** What a new password has at least. */
export const atLeast = 12;
