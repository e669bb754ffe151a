import { format } from "./format";

export const account = {
  title: "Your account",
  name: "Name",
  email: "E-mail",
  role: "Role on the platform",
  signOut: "Sign out",
  membership: "Membership",
  organisation: "Organisation",
  within: "Role in it",
  state: "State",
  roles: "What each role may do",
  manage: "Your organisation",
  lookAgain: "Look again",
  looks: (seconds: number) => `This page looks again by itself every ${format.seconds(seconds)}.`,
  staff: "You work for the platform itself and act for no member organisation.",
  none: "You act for no organisation. Ask an owner of yours for an invitation, or let it apply.",
  apply: "Let an organisation join",
  openNow: "What is open to you meanwhile",
  reason: "Reason given",
  means: {
    invited: (organisation: string) => `The invitation of ${organisation} has not been accepted yet.`,
    accepted: (organisation: string) =>
      `You have accepted the invitation, and your membership waits for confirmation. Whoever invited you confirms it: an owner or the company security officer of ${organisation}; for the first person of a new member, an administrator of this site.`,
    confirmed: (organisation: string) => `You act for ${organisation}.`,
    suspended: (organisation: string) =>
      `Your membership is suspended. Ask an owner or the company security officer of ${organisation}.`,
    left: (organisation: string) => `You no longer act for ${organisation}.`,
  },
  resting: (organisation: string) =>
    `You are confirmed, but ${organisation} is suspended or has left. Ask one of its owners, or an administrator of this site.`,
};

export const invitation = {
  title: (organisation: string) => `Act for ${organisation}`,
  plainTitle: "Invitation",
  intro: "You are invited to act for this organisation on Bellbuoy.",
  organisation: "Organisation",
  role: "Role",
  email: "Your address",
  until: "Link works until",
  name: "Your name",
  nameHint: "Colleagues see it.",
  password: "Password",
  passwordHint: "At least 12 characters. If this address has an account already, its password.",
  otherPassword: "This address has an account already, and this is not its password.",
  accept: "Accept the invitation",
  working: "Accepting",
  done: {
    title: "Accepted",
    text: (organisation: string) =>
      `You now have an account. Before you can report or read for ${organisation}, whoever invited you has to confirm it: tell them that you have accepted.`,
    next: "You can sign in already and see there when it is done.",
    signIn: "Sign in",
  },
  missing: {
    title: "This invitation does not work",
    text: "The link is mistyped, was used already, or is older than seven days. If you have accepted it, sign in; otherwise ask for a new one.",
    back: "Sign in",
  },
};
