/** Whose password it is, for the program that keeps it. */
export function UserName({ email }: { email: string }) {
  return <input type="hidden" name="username" autoComplete="username" value={email} readOnly />;
}
