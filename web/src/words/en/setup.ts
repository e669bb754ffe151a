export const setup = {
  title: "Set this site up",
  intro: (site: string) =>
    `Nobody administers ${site} yet. These four answers make you its first administrator; the link works once.`,
  organisation: "Who runs this site",
  organisationHint: "It becomes the first organisation of the directory.",
  name: "Your name",
  nameHint: "Colleagues and the audit see it.",
  email: "Your e-mail",
  password: "A password",
  action: "Set up",
  working: "Setting up",
  done: {
    title: "The site is set up",
    text: "Sign in now and set up a second factor: before that, an administrator may do nothing. Then enter a second administrator, who can let you in again if you lose both.",
    signIn: "Sign in",
  },
  missing: {
    title: "This link sets nothing up",
    text: "It works until the end of the next day and once, as long as nobody administers the site. Each start of the server prints a new one while it is needed.",
    signIn: "Sign in",
  },
};
