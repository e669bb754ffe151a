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
  demo: {
    title: "Demo people",
    note: "They exist in this demonstration only. One click signs you in.",
    as: (name: string, role: string) => `${name}, ${role.toLowerCase()}`,
  },
};
