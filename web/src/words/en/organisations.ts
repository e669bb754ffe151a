import { format } from "./format";

export const directory = {
  title: "Directory",
  note: "members who agree to be listed, by name",
  adminNote: "every organisation, whatever its state, by name",
  join: "Join",
  text: "Name",
  none: "No member here",
  noneFit: "No listed member fits these filters. Clear one.",
  noneYet: "No member has chosen to be listed.",
  shown: (n: number, more: boolean) =>
    `${format.count(n, "organisation", "organisations")} on this page${more ? ", more on the next" : ""}`,
  undisclosed: {
    title: "Members who are not named",
    note: "They agreed to be counted, not to be named. As of now; suspended members are not counted.",
    none: "Every member that is counted is named above.",
    total: (n: number) =>
      format.count(n, "member is counted without a name", "members are counted without a name"),
    kind: "What they are",
    members: "Members",
  },
  columns: {
    name: "Organisation",
    kind: "What it is",
    country: "Seat",
    partner: "Works with us in",
    status: "Status",
    visibility: "In the directory",
    website: "Website",
  },
  missing: {
    title: "There is no such member",
    text: "It may have left, or does not want to be named.",
    back: "The directory",
  },
  about: "What it says of itself",
  nothingSaid: "It has written nothing of itself.",
  steps: {
    title: "Standing",
    action: { suspend: "Suspend", reinstate: "Reinstate", leave: "Let it leave" },
    titleOf: {
      suspend: (name: string) => `Suspend ${name}`,
      reinstate: (name: string) => `Reinstate ${name}`,
      leave: (name: string) => `Let ${name} leave`,
    },
    effect: {
      suspend:
        "All of its people lose their rights at once and read your reason. It is not listed and not counted.",
      reinstate: "Its confirmed people have their rights back at once.",
      leave: "Its people lose their rights at once. It cannot be taken back: to return, it applies again.",
    },
    reason: "Reason",
    reasonHint: "Its people and administrators read it. Three characters or more.",
    said: "Reason given",
  },
};

export const organisation = {
  explained: (name: string, meaning: string) => `${name}. ${meaning}`,
  title: "Organisation",
  cancel: "Cancel",
  reread: "Read the newest version",
  rereadHint: "What you typed stays.",
  entry: {
    title: "Entry in the directory",
    note: "Kind, name and seat are kept by the administrators.",
    readOnly: "Owners and the company security officer change it.",
    edit: "Change the entry",
    save: "Save",
    saved: "Saved.",
    visibility: "Who sees that it is a member",
    means: {
      listed: "Everybody: name, kind, seat and what you write here are public.",
      undisclosed: "Nobody sees the name; you are counted as one member of your kind.",
      hidden: "Nobody: neither named nor counted. Administrators and analysts know.",
    },
    website: "Website",
    websiteHint: "Such as https://line.example",
    about: "A few lines about it",
    aboutHint: "Up to 1,000 characters.",
    partner: "Works with the alliance in",
    partnerHint: "Beyond membership; none is exclusive.",
    none: "nothing said",
  },
  people: {
    title: "People",
    note: (n: number, left: boolean) =>
      `${format.count(n, "person", "people")} on this page${left ? ", with those who left" : ", without those who left"}`,
    waiting: (n: number) =>
      n === 1
        ? "1 person has accepted an invitation and waits for confirmation."
        : `${format.number(n)} people have accepted an invitation and wait for confirmation.`,
    withLeft: "Show who left",
    none: "Nobody yet",
    noneHint: "Invite the first person.",
    you: "you",
    notAccepted: "not accepted yet",
    columns: { name: "Name", email: "E-mail", role: "Role", state: "State", since: "Since" },
    invitedUntil: "Link works until",
    reason: "Reason given",
    change: "Change the role",
    role: "Role",
    save: "Save the role",
    own: "Nobody decides on their own membership. Ask another owner or an administrator.",
    above: "People of this role are managed by owners.",
    readOnly: "People are managed by owners and the company security officer.",
    effect: {
      confirm: "They have the rights of the role at once.",
      suspend: "They lose all rights at once, and can be reinstated.",
      reinstate: "They have the rights of the role back at once.",
      remove: "They lose all rights at once. To return, they are invited again.",
    },
    why: "Reason",
    whyHint: "Kept with the membership; three characters or more.",
  },
  invite: {
    title: "Invite a person",
    action: "Invite",
    email: "E-mail",
    role: "Role",
    hint: "A link goes to this address and works for seven days. Whoever accepts it has no rights before you confirm the person.",
    sent: (email: string) => `The invitation to ${email} is written.`,
    letters: "Open the demo's letters",
    link: "No letters are sent here: hand this link over yourself. It is shown once.",
    copy: "Copy the invitation",
    copied: "Copied",
  },
  roles: {
    title: "What each role may do",
    all: "All roles, in a table",
    means: {
      owner: "Everything for the organisation: reports, its entry, people of every role.",
      cso: "Reports, the entry, and people of the roles member, auditor and duty officer.",
      member:
        "Reports incidents, reads the organisation's own and the alliance's advisories, takes lists away.",
      auditor: "Reads what members read and takes lists away; reports and changes nothing.",
      duty_officer: "Reports and reads as a member; takes no lists away.",
    },
  },
  leave: {
    title: "Leave",
    action: "Leave the organisation",
    titleOf: (name: string) => `Leave ${name}`,
    effect:
      "You lose your rights at once and keep your account. To return, you have to be invited again. The last owner cannot leave.",
    confirm: "Leave",
  },
};
