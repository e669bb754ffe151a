import { format } from "./format";

/** What proves that it is the person: the same two fields wherever something of weight is asked. */
export const proof = {
  password: "Your password",
  code: "Code of the second factor",
  codeHint: "Six digits of your authenticator, or one of your recovery codes.",
};

export const secondFactor = {
  title: "Second factor",
  first: {
    title: "Set up a second factor",
    why: "You work for the platform, and nothing else opens before this. It takes two minutes and an authenticator: an app on your phone or a program that shows codes by time.",
  },
  none: "There is none: your password alone opens this account.",
  noneHint:
    "With an authenticator, an app or a program that shows codes by time, a stolen password is not enough.",
  since: "Set up",
  used: "Last code given",
  notUsed: "none yet",
  codesLeft: "Recovery codes left",
  left: (n: number) => `${format.number(n)} of 10`,
  few: "Few recovery codes are left. Make new ones before the last is gone.",
  required: "People of the platform need one. It can be replaced, not removed.",
  setUp: "Set it up",
  replace: "Replace it",
  newCodes: "New recovery codes",
  remove: "Remove it",
  cancel: "Cancel",
  working: "One moment",
  step: (at: number) => `Step ${format.number(at)} of 3`,
  dialogs: {
    "set-up": "Set up a second factor",
    replace: "Replace the second factor",
    codes: "New recovery codes",
    remove: "Remove the second factor",
  },
  prove: {
    title: "Your password",
    note: "So that nobody does this at a screen you left open.",
    next: "Next",
  },
  scan: {
    title: "Your authenticator",
    note: "Read the picture with it, or type the secret. Then give the first code that it shows.",
    picture: "The secret as a picture for an authenticator; the same stands below in letters",
    secret: "Secret",
    copy: "Copy the secret",
    copied: "Copied",
    by: "Codes by time, six digits, every 30 seconds.",
    replaces: "The one of before counts until then.",
    code: "First code",
    codeHint: "Six digits.",
    next: "Confirm",
  },
  keep: {
    title: "Recovery codes",
    note: "Shown once. Each opens the account one time in the place of a code. Keep them where your phone is not.",
    before: "All codes of before are no use any more.",
    plate: "Recovery codes of",
    made: (day: string) => `· made ${day}`,
    copy: "Copy",
    copied: "Copied",
    save: "Save as text",
    print: "Print",
    file: "bellbuoy-recovery-codes.txt",
    text: (email: string, site: string, day: string) =>
      `Recovery codes of ${email}\n${site}, made ${day}\nEach counts once.`,
    kept: "I have kept them",
    missed: "Keep them first, then tick this: they are not shown again.",
    done: "Done",
    next: "Go on",
  },
  codes: {
    effect: "Ten new ones take the place of all before, used or not.",
    action: "Make new codes",
  },
  removal: {
    effect: "From then on the password alone opens the account, and the recovery codes are no use any more.",
    action: "Remove",
  },
  done: {
    "set-up": "The second factor counts from now on.",
    replace: "The new second factor counts from now on.",
    codes: "The new recovery codes count.",
    remove: "The second factor is removed.",
  },
};

export const sessions = {
  title: "Where you are signed in",
  note: (n: number) => format.count(n, "session", "sessions"),
  columns: {
    browser: "Browser",
    started: "Signed in",
    used: "Last renewed",
    expires: "Ends by itself",
    end: "End it",
  },
  unknown: "Not recognised",
  current: "· this one",
  phone: (used: string, expires: string) => `Last renewed ${used} · ends by itself ${expires}`,
  end: "End",
  endOf: (browser: string) => `End ${browser}`,
  ended: (browser: string) => `${browser}: ended. It has to sign in again.`,
  everywhere: {
    action: "Sign out everywhere",
    title: "Sign out everywhere",
    effect: (n: number) =>
      n === 1
        ? "Your session ends, this one. Nothing else of your account changes."
        : `All ${format.number(n)} sessions end within a second, this one too. Nothing else of your account changes.`,
    confirm: "Sign out everywhere",
    working: "Signing out",
    cancel: "Cancel",
  },
};

export const passwords = {
  title: "Password",
  change: "Change the password",
  changed: "The password is changed. Every other session has ended.",
  effect: "Every other session ends; this one stays.",
  now: "Password of now",
  next: "New password",
  hint: "At least 12 characters. A sentence is easier to keep than signs.",
  save: "Change it",
  working: "Changing it",
  cancel: "Cancel",
  forgotten: {
    title: "A new password",
    intro: "Give the address of your account. A letter brings a link to choose a new password.",
    email: "E-mail",
    action: "Send the letter",
    working: "Sending",
    back: "Back to sign in",
    sent: {
      title: "Look for the letter",
      text: "If an account has this address, a letter is on its way. Its link works for an hour, once.",
      next: "No letter after some minutes? Check the address, then ask again. An administrator can let you in who lost both password and second factor.",
      again: "Ask again",
      letters: "Open the demo's letters",
    },
  },
  choose: {
    title: "Choose a password",
    email: "Account",
    until: "Link works until",
    password: "New password",
    effect: "Wherever you are signed in now, you are signed out.",
    code: "Code of the second factor",
    action: "Set the password",
    working: "Setting it",
    done: {
      title: "Your password is set",
      text: "Sign in with it. Every session of before has ended.",
      signIn: "Sign in",
    },
    missing: {
      title: "This link does not work",
      text: "It is mistyped, was used already, or has run out. A new one takes its place as soon as you ask.",
      again: "Ask for a new link",
      signIn: "Sign in",
    },
  },
};
