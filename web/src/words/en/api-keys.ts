import { format } from "./format";

const days = (n: number) => format.count(n, "day", "days");

export const apiKeys = {
  title: "Keys",
  heading: "Keys of programs",
  intro: (organisation: string) =>
    `With a key, a program acts for ${organisation}: it does what its key opens, in the name of whoever made the key, and stops when that person's membership does.`,
  docs: "What the API offers",
  count: (n: number, more: boolean) =>
    `${format.count(n, "key", "keys")} on this page, newest first${more ? ", more on the next" : ""}`,
  none: "No key yet",
  noneHint: "A program that reports or reads for you needs one. Make the first.",
  noneReadOnly: "An owner or the company security officer makes the first.",
  readOnly: "Keys are managed by owners and the company security officer.",
  soon: (n: number) =>
    n === 1
      ? "One key ends within 14 days. Rotate it and give it more days, or its program stops."
      : `${format.number(n)} keys end within 14 days. Rotate them and give them more days, or their programs stop.`,
  columns: {
    name: "Name",
    scopes: "Opens",
    kind: "Kind",
    networks: "Used from",
    lastUsed: "Last used",
    ends: "Ends",
    state: "State",
  },
  live: "live",
  test: "test",
  everywhere: "everywhere",
  networks: (n: number) => format.count(n, "network", "networks"),
  notUsed: "not yet",
  ends: (day: string, left: number) => (left === 0 ? `${day}, within a day` : `${day}, in ${days(left)}`),
  state: {
    active: "Active",
    rotated: (moment: string) => `old secret until ${moment}`,
    expired: "Expired",
    revoked: "Revoked",
  },
  cancel: "Cancel",
  reread: "Read the newest version",
  rereadHint: "What you typed stays.",
  missing: "There is no such key, or it is not of your organisation.",
  facts: {
    madeBy: "Made by",
    you: "you",
    unknown: "somebody who is not listed any more",
    made: (day: string, name: string) => `${name}, ${day}`,
    kind: { live: "Live", test: "Test: sees demo data only, and no figures" },
    proof: "Proves itself by",
    secret: "a secret that was shown once",
    publicKey: "a public key; the program holds the private half",
    until: "Old secret works until",
    revoked: "Revoked",
    reason: "Reason given",
    id: "Id, for OAuth 2 the client",
  },
  steps: { rotate: "Rotate", revoke: "Revoke" },
  make: {
    action: "Make a key",
    title: "Make a key",
    name: "Name",
    nameHint: "Which program it is for, such as “Nightly import of the port”.",
    scopes: "What it opens",
    scopesHint: "As little as the program needs.",
    noScope: "Choose at least one.",
    means: {
      "incidents:read":
        "Incidents of your organisation and those known from public sources: lists, single ones, files.",
      "incidents:write": "New incidents by name for your organisation, and taking its own back.",
      "advisories:read": "Released advisories as members read them, so also those marked TLP:GREEN.",
      "statistics:read": "Counts of incidents as of now, before they are published.",
      "organisations:read": "The directory of members, and your own entry.",
    },
    days: "Days until it ends",
    daysHint: "1 to 366. This page warns for the last 14.",
    networks: "Networks it may be used from",
    networksHint: "One on each line, such as 192.0.2.0/24 or 2001:db8::/32. Empty is everywhere.",
    strange: (network: string) =>
      `“${network}” is no network. Write it such as 192.0.2.0/24 or 2001:db8::/32.`,
    tooMany: (most: number) => `At most ${format.number(most)} networks.`,
    test: "A test key",
    testHint: "To try things with: it sees demo data only, and no figures.",
    noFigures: "A test key opens no figures: “Read live figures” stays without effect.",
    pair: "The program has a key pair of its own",
    publicKey: "Public key",
    publicKeyHint:
      "A JSON Web Key: Ed25519, P-256, or RSA of 2048 to 4096 bits. The program then proves itself by what it signs (OAuth 2, private_key_jwt), and we make no secret.",
    unreadable: "This is no JSON object. Paste the JSON Web Key as it is.",
    working: "Making it",
  },
  told: {
    title: (name: string) => `The key of ${name}`,
    once: "Put this key where the program finds it. It is shown this once: we keep only what recognises it.",
    key: "Key",
    copy: "Copy the key",
    copied: "Copied",
    use: "How to use it",
    useHint: "With the key in the variable BELLBUOY_KEY, and never in an address:",
    copyCall: "Copy the call",
    overlap: (moment: string) =>
      `The secret before works until ${moment}, so that you can change programs one by one.`,
    overlapNone: "The secret before works no longer.",
    done: "I have the key",
    leaving: "Leave without the key? It cannot be shown again; the program would need another one.",
    stay: "Back to the key",
    leave: "Leave without it",
  },
  rotate: {
    effect:
      "The program gets another secret. The one before goes on for a while, so that nothing stops meanwhile.",
    effectPair:
      "The program gets another public key. The one before goes on for a while, so that nothing stops meanwhile.",
    hours: "Hours that the old secret goes on",
    hoursPair: "Hours that the old public key goes on",
    hoursHint: "0 to 720. 0 ends it at once.",
    days: "Days until the key ends",
    daysHint: (day: string) => `Counted from now, 1 to 366. Empty leaves it at ${day}.`,
    daysExpired: (day: string) => `It ended on ${day}. 1 to 366, counted from now.`,
    publicKey: "The public key that comes next",
    action: "Rotate the key",
    working: "Rotating it",
    done: "Rotated.",
  },
  revoke: {
    effect:
      "No server takes the key any more, within a second. It cannot be taken back: a program then needs another.",
    reason: "Reason",
    reasonHint: "Everybody of your organisation reads it here. Three characters or more.",
    action: "Revoke the key",
  },
  found: {
    title: "A key where it does not belong?",
    text: "Whoever finds a key in a repository, a log or a letter ends it by reporting it, whosever it is. No account is needed.",
    link: "Report a leaked key",
  },
};

export const leakedKey = {
  title: "Report a leaked key",
  lead: "A key of a program begins with bb_live_ or bb_test_. If you found one in a repository, a log or a letter, put the whole of it here: within a second, no server of ours takes it any more.",
  notes: [
    "You need no account, and nobody asks who you are.",
    "Please do not try the key out.",
    "The answer is the same whether the key was one of ours or not.",
  ],
  key: "The key",
  keyHint: "The whole of it, 114 characters. Lines around it do no harm: only the key is sent.",
  action: "Report the key",
  working: "Reporting it",
  done: {
    title: "Thank you",
    text: "If this was a key of ours, it works no longer, and its organisation reads that it was reported as leaked.",
    yours: "If it is your own: make another for your program, and delete this one where you found it.",
    again: "Report another",
  },
};
