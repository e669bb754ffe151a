import { format } from "./format";

export const signIn = {
  title: "Sign in",
  note: "For members, analysts and administrators. Reporters never sign in.",
  ended: "Your session has ended. Sign in again; you come back to where you were.",
  email: "E-mail",
  password: "Password",
  code: "Code of the second factor",
  codeHint: "Six digits of your authenticator, or one of your recovery codes.",
  forgotten: "Forgotten your password?",
  action: "Sign in",
  working: "Signing in",
  join: "No account? Your organisation can apply, and its security officer is invited.",
  joinLink: "Join the alliance",
  provider: {
    action: (name: string) => `Sign in with ${name}`,
    errors: {
      stale: "That sign-in was not begun in this browser, or took longer than ten minutes. Begin again.",
      denied: "The sign-in was cancelled. Nothing has changed.",
      away: "The other sign-in does not answer at the moment. Try again in a minute, or use your password.",
      failed: "What the other sign-in said could not be confirmed, so you are not signed in.",
      unverified:
        "The other sign-in does not vouch for your e-mail address, so we cannot tell which account is yours.",
      unknown:
        "No account here has your e-mail address. Accept your invitation first, or ask your organisation for one.",
      taken: "The account with your e-mail address belongs to somebody else there. Ask an administrator.",
      staff: "Who works for the platform signs in here, with a password and a second factor.",
      second_factor: "Your account has a second factor. Sign in here, with your password and its code.",
    },
  },
  demo: {
    title: "Demo people",
    note: "They exist in this demonstration only. One click signs you in.",
    as: (name: string, role: string) => `${name}, ${format.inside(role)}`,
  },
};
